"""Ids that last."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

import quotex
from quotex.identity import Wording, attribution_ids, normalised


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_normalising_twice_changes_nothing(text: str) -> None:
    """The normal form is its own normal form."""
    assert normalised(normalised(text)) == normalised(text)


def test_spelling_of_marks_space_and_case_does_not_matter() -> None:
    """Curly, typewriter and doubled single marks, dashes, white space, ligatures and case come to one form."""
    forms = ["“Oﬃce – open”", '"office - open"', "``Office \n —\u00a0OPEN''", "«OFFICE − open»"]
    assert {normalised(form) for form in forms} == {'"office - open"'}


def test_equal_attributions_are_numbered() -> None:
    """The same words twice in one document have two ids, the first of them the one it would have alone."""
    once = attribution_ids("d", [Wording("He", "said", "yes")])
    same = [Wording("He", "said", "yes"), Wording("he", "Said", "“yes”"), Wording("he", "said", "Yes")]
    twice = attribution_ids("d", same)
    assert len(set(twice)) == 3
    assert twice[0] == once[0]


def test_document_source_cue_and_content_tell_ids_apart() -> None:
    """Another document, source, cue or content, or none, gives another id."""
    wording = Wording("Ada Osei", "said", "yes")
    others = [
        wording._replace(source="Per Dahl"),
        wording._replace(source=None),
        wording._replace(cue="added"),
        wording._replace(cue=None),
        wording._replace(cue=""),
        wording._replace(content="no"),
    ]
    ids = {
        *attribution_ids("d", [wording, *others]),
        *attribution_ids("e", [wording]),
        *attribution_ids(None, [wording]),
    }
    assert len(ids) == 9


def test_ids_stay_with_their_speakers() -> None:
    """Where two people say the same in the same words, taking one of them out leaves the other's id as it was."""
    roe, lund = "“It leaks,” said Ida Roe.\n\n", "“It leaks,” said Tor Lund.\n\n"

    def ids(text: str) -> dict[str, str]:
        return {quote.speakers[0].name.text: quote.id for quote in quotex.extract(text, id="dam").quotes}

    both = ids(roe + "It rained.\n\n" + lund)
    assert len(set(both.values())) == 2
    assert ids("It rained.\n\n" + lund) == {"Tor Lund": both["Tor Lund"]}
    assert ids(lund + roe) == both


def test_ids_are_no_numbers() -> None:
    """No spreadsheet takes an id for a number, as it would take hexadecimal digits alone, and "12e34" among them."""
    ids = attribution_ids("d", [Wording(None, None, str(number)) for number in range(5_000)])
    assert all(re.fullmatch("q[0-9a-f]{16}", each) for each in ids)


def test_ids_are_the_ones_written_down() -> None:
    """An id computed once holds: stored records can be joined with those of later versions."""
    wording = Wording("the mayor, Ada Osei", "said", "“We open in May.”")
    assert attribution_ids("story-1", [wording]) == ("qc19c18638289876c",)

"""Ids that last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotex.identity import attribution_ids, normalised


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
    once = attribution_ids("d", [("said", "yes")])
    twice = attribution_ids("d", [("said", "yes"), ("Said", "“yes”"), ("said", "Yes")])
    assert len(set(twice)) == 3
    assert twice[0] == once[0]


def test_document_cue_and_content_tell_ids_apart() -> None:
    """Another document, another cue, no cue or another content gives another id."""
    ids = {
        *attribution_ids("d", [("said", "yes"), ("added", "yes"), (None, "yes"), ("said", "no")]),
        *attribution_ids("e", [("said", "yes")]),
        *attribution_ids(None, [("said", "yes")]),
    }
    assert len(ids) == 6


def test_ids_are_the_ones_written_down() -> None:
    """An id computed once holds: stored records can be joined with those of later versions."""
    assert attribution_ids("story-1", [("said", "“We open in May.”")]) == ("96baa05d9886660f",)

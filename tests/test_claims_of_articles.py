"""Claims as the records of an article have them."""

from __future__ import annotations

import pytest
from attrs import evolve

import quotex
from quotex import ClaimScope, Settings
from quotex.assemble import claims_of
from record_samples import ferry, pays, sails

TEXT = """TARN, 6 May (Coast News) — The mayor, Ida Roe, opened the new pier on Monday.

It cost 12 million crowns, Roe said. “I have never seen a better one,” she told reporters.

The old pier burned down in 2019. Nobody was hurt.
"""


def _claims(scope: str = "contents", date: str | None = "2024-05-08") -> tuple[quotex.Claim, ...]:
    return quotex.extract(TEXT, id="tarn", date=date, settings=Settings(claims=scope)).claims


def test_each_attribution_has_its_claim() -> None:
    """Claims come in text order, each with the id and the very attribution whose content it is."""
    article = quotex.extract(TEXT, id="tarn")
    assert {claim.id for claim in article.claims} == {each.id for each in article.attributions}
    assert all(claim.attribution in article.attributions for claim in article.claims)
    first = article.claims[0]
    assert (first.text, first.speakers[0].name.text) == ("It cost 12 million crowns", "Ida Roe")
    assert [typed.type for typed in first.types] == ["quantity"]


def test_the_article_speaks_for_itself_where_it_is_asked_to() -> None:
    """Sentences without anybody's words are claims of their own; datelines, short cries and quotes are none."""
    own = [claim for claim in _claims("all") if claim.attribution is None]
    assert [claim.text for claim in own] == [
        "The mayor, Ida Roe, opened the new pier on Monday.",
        "The old pier burned down in 2019.",
    ]
    assert all(TEXT[each.start : each.end] == each.text for claim in own for each in claim.content)
    assert all(claim.speakers == () for claim in own)
    assert [claim.date.iso for claim in own if claim.date] == ["2024-05-06", "2019"]
    assert set(_claims("contents")) < set(_claims("all"))
    assert _claims("none") == ()


def test_ids_stay_when_the_article_is_read_again() -> None:
    """The same words of the same document have the same ids, whatever stands before them; others have others."""
    before = {claim.text: claim.id for claim in _claims("all")}
    again = quotex.extract("A new first line of the text.\n\n" + TEXT, id="tarn", settings=Settings(claims="all"))
    assert before.items() <= {claim.text: claim.id for claim in again.claims}.items()
    other = quotex.extract(TEXT, id="other", settings=Settings(claims="all"))
    assert set(before.values()).isdisjoint(claim.id for claim in other.claims)
    assert len(set(before.values())) == len(before)


def test_without_a_day_nothing_is_dated_by_it() -> None:
    """The date of a claim comes from the article's only where it has one that names a day."""
    assert {claim.date is None for claim in _claims(date=None)} == {True}
    assert {claim.date is None for claim in _claims(date="last spring")} == {True}
    assert {claim.date.iso for claim in _claims() if claim.date} == {"2024-05-08"}


def test_claims_are_kept_with_their_attributions() -> None:
    """What the settings leave out of the attributions has no claim."""
    settings = Settings(acts=["belief"], claims=ClaimScope.CONTENTS)
    assert quotex.extract(TEXT, settings=settings).claims == ()


def test_the_worthiest_come_first() -> None:
    """Ranked claims fall in score, and of equal ones the first in the text comes first."""
    ranked = quotex.extract(TEXT, settings=Settings(claims="all")).ranked_claims
    scores = [claim.worth.score for claim in ranked]
    assert scores == sorted(scores, reverse=True)
    twins = tuple(evolve(pays(), id=name) for name in "ab")
    assert evolve(ferry(), claims=twins).ranked_claims == twins


def test_claims_are_linked_to_what_is_kept() -> None:
    """Of the judged claims those of the given attributions come out, with sentences between them by place."""
    said, want = ferry().attributions
    judged = {said.id: evolve(sails(said), id="", attribution=None)}
    found = claims_of([said, want], judged, [evolve(pays(), id="")], "port.txt")
    assert [claim.attribution for claim in found] == [said, None]
    assert found[0] == sails(said)
    assert found[1].id not in ("", said.id)


def test_blocks_give_the_claims_of_the_whole() -> None:
    """In a long text read in blocks spans of claims lie where their words are."""
    text = TEXT + "\n" * 1000 + TEXT
    settings = Settings(claims="all", block_chars=1_000)
    found = quotex.extract(text, date="2024-05-08", settings=settings).claims
    assert len(found) == 2 * len(_claims("all"))
    for claim in found:
        shown = [*claim.content, *claim.hedges, *claim.negations, *(each.span for each in claim.dates if each.span)]
        shown += [span for each in (*claim.worth.factors, *claim.types) for span in each.spans]
        shown += [each.span for each in (*claim.stand_alone.substitutions, *claim.stand_alone.unresolved)]
        assert all(text[span.start : span.end] == span.text for span in shown)


@pytest.mark.parametrize("wrong", ["some", True, None, 1])
def test_a_scope_is_one_of_three(wrong: object) -> None:
    """Anything but a scope or its value is refused, and the error names them."""
    with pytest.raises(quotex.SettingsError, match="claims must be one of none, contents, all"):
        Settings(claims=wrong)

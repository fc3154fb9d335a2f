"""Contents that can be read by themselves: which body, which country."""

from __future__ import annotations

import pytest

from standalone_samples import standing

BODIES = "Tarn Harbour Authority; Tarn Ports Authority; Tarn Shipping; Vael Bank; Ministry of Boats; Orla Holdings Ltd"


@pytest.mark.parametrize(
    ("before", "content", "text"),
    [
        ("The Ministry of Boats closed the pier.", "the ministry was wrong", "the Ministry of Boats was wrong"),
        ("The Tarn Harbour Authority met.", "the authority’s plan failed", "the Tarn Harbour Authority’s plan failed"),
        ("Vael Bank closed.", "the bank was late", "Vael Bank was late"),
        ("Tarn Shipping, a company in the north, closed.", "the company was late", "Tarn Shipping was late"),
        ("Orla Holdings Ltd closed.", "the firm was late", "Orla Holdings Ltd was late"),
        ("Norway wants boats. Norwegian piers are old.", "boats sank across the country", "boats sank across Norway"),
        ("The Netherlands wants boats. The Dutch wait.", "the country was late", "the Netherlands was late"),
        ("Boats sank in Ohio. Ohio is wet.", "the state was late", "Ohio was late"),
    ],
)
def test_the_only_one_that_can_be_meant_is_named(before: str, content: str, text: str) -> None:
    """A bare noun becomes the one body or place of that sort that the article names before, with its article."""
    assert standing(f"{before} [[Ida Roe]] said {{{content}}}.", bodies=BODIES).text == text


@pytest.mark.parametrize(
    ("before", "content"),
    [
        ("The Tarn Harbour Authority met the Tarn Ports Authority.", "the authority was late"),
        ("Vael Bank closed. Another bank opened.", "the bank was late"),
        ("Norway wants boats. Swedish piers are old, and so are Norway’s.", "the country was late"),
        ("Norwegian boats sank. Norwegian piers are old.", "the country was late"),
        ("Orla Holdings Ltd met Tarn Shipping.", "the company was late"),
        ("The weather was fine.", "the party was late"),
        ("Vael Bank closed. Banks are old.", "the bank was late"),
        ("Boats sank in Ohio. Ohio is wet. New York is dry.", "the state was late"),
        ("Boats sank in Ohio. Ohio is wet.", "the state and federal piers leaked"),
    ],
)
def test_one_of_several_is_left_and_listed(before: str, content: str) -> None:
    """Where several could be meant, or a level of government, or none is named, the words stay as they are."""
    found = standing(f"{before} [[Ida Roe]] said {{{content}}}.", bodies=BODIES)
    assert found.text == content
    assert [each.rule for each in found.unresolved] == ["thing-of-several"]


@pytest.mark.parametrize(
    "content", ["the bank of Tarn was late", "the bank loan was late", "the bank that closed was late"]
)
def test_a_noun_that_tells_more_is_no_reference(content: str) -> None:
    """Only a bare noun is taken up: others say themselves which is meant, or are part of more."""
    found = standing(f"Vael Bank closed. [[Ida Roe]] said {{{content}}}.", bodies=BODIES)
    assert (found.text, found.unresolved) == (content, ())


def test_the_name_that_is_used_most_is_taken() -> None:
    """Of the names of a body it gets the one that the article uses most, if that says what it is."""
    bodies = "Ministry of Boats; Ministry of Boats for Northern Waters"
    before = "The Ministry of Boats met. The Ministry of Boats for Northern Waters paid. The Ministry of Boats left."
    found = standing(f"{before} [[Ida Roe]] said {{the ministry was late}}.", bodies=bodies)
    assert found.text == "the Ministry of Boats was late"

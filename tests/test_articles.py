"""Thirty short articles of many regions and styles, against gold written by hand (see `article_gold`)."""

from __future__ import annotations

from functools import cache

import pytest
import spacy

from article_gold import FOLDER, GoldArticle, GoldError, find, load_all
from article_scores import Item, score_structure, shares
from quotex.structure import analyse

FLOOR = 0.9
"""Of each category, as the project demands it."""

FLOORED = ("blocks", "datelines", "regions", "joins")


@cache
def _gold() -> tuple[GoldArticle, ...]:
    return load_all()


@cache
def _items() -> tuple[Item, ...]:
    nlp = spacy.blank("en")
    items: list[Item] = []
    for gold in _gold():
        structure = analyse(nlp(gold.text))
        items.extend(score_structure(gold, structure.blocks, structure.regions))
    return tuple(items)


def test_there_are_thirty_short_articles() -> None:
    """The set is what it claims to be: thirty articles of 60 to 200 words, each with a note that says what is in it."""
    assert len(_gold()) == 30
    assert {path.stem for path in FOLDER.glob("*.toml")} - {"known_misses"} == {gold.name for gold in _gold()}
    assert [gold.name for gold in _gold() if not 60 <= len(gold.text.split()) <= 200 or not gold.note] == []


@pytest.mark.parametrize("snippet", ["twice", "never", "{twice", "{} once", "{once} {more}"])
def test_a_snippet_that_does_not_fit_is_refused(snippet: str) -> None:
    """Gold that does not say just where it is fails loudly instead of pointing at the wrong words."""
    with pytest.raises(GoldError):
        find("twice or twice, once more", snippet)


def test_a_snippet_may_skip_words_and_lines() -> None:
    """The part in braces is found across a line break and over words left out."""
    text = "He said\nit was, for once, enough."
    start, end = find(text, "said {it […] enough}")
    assert text[start:end] == "it was, for once, enough"


@pytest.mark.parametrize("category", FLOORED)
def test_nine_of_ten_are_right(category: str) -> None:
    """Of each category at least 90% of the items are right; the failure names those that are not."""
    right, total = shares(_items())[category]
    misses = "\n".join(
        f"{i.article}: {i.name!r}: {i.detail}" for i in _items() if i.category == category and not i.right
    )
    assert right >= FLOOR * total, f"{category}: {right} of {total} right; wrong are\n{misses}"

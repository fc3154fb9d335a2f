"""Thirty short articles of many regions and styles, against gold written by hand (see `article_gold`)."""

from __future__ import annotations

import warnings
from functools import cache

import pytest

from article_gold import FOLDER, GoldArticle, GoldError, find, load_all
from article_report import items, known_misses, missed
from article_scores import Item, shares

FLOOR = 0.9
"""Of each category, as the project demands it."""

WRITTEN = ("blocks", "datelines", "regions")
"""The categories that rules alone decide: the same everywhere, so that their misses are known to the last."""

FLOORED = (*WRITTEN, "joins", "follow-on", "unattributed", "acts")


@cache
def _gold() -> tuple[GoldArticle, ...]:
    return load_all()


@cache
def _items() -> tuple[Item, ...]:
    return tuple(items())


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
    wrong = [f"{i.article}: {i.name!r}: {i.detail}" for i in _items() if i.category == category and not i.right]
    assert right >= FLOOR * total, "\n".join([f"{category}: {right} of {total} right; wrong are", *wrong])


def test_what_is_missed_is_known() -> None:
    """The misses are those of the list: of what rules decide exactly, of the rest a change is told in a warning."""
    new, gone = missed(_items()) - known_misses(), known_misses() - missed(_items())
    told = [f"new miss: {': '.join(name)}" for name in sorted(new)]
    told += [f"has come right: {': '.join(name)}" for name in sorted(gone)]
    if told:
        told.append("bring the list up to date: python tests/article_report.py --write")
    by_rule = [name for name in new | gone if name[0] in WRITTEN]
    assert not by_rule, "\n".join(told)
    for line in told:
        warnings.warn(line, stacklevel=1)

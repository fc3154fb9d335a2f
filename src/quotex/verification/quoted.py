"""A quote as it is to be looked for: its words, its marks of elision, and what stands in brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from attrs import frozen

from quotex.spans import Pair, contains
from quotex.verification.brackets import worded_without
from quotex.wording import Worded

_ELISION = re.compile(r"[\[(]\s*(?:…|\.(?:\s?\.){1,3})\s*[\])]|…+|(?:\.\s?){2,}\.|\.\.(?!\w)")
_BRACKETS = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")


@frozen
class Quoted:
    """A quote with its words. ``marks`` gives, for the index of a word, the span of the mark of elision before it."""

    worded: Worded
    marks: dict[int, Pair]
    brackets: frozenset[int]
    """Indices of words in brackets, which were put in; not of those with a bracket inside ("[t]he")."""

    def pieces(self) -> list[Pair]:
        """The spans of words between marks, in order; none of them is empty."""
        cuts = [0, *sorted(self.marks), len(self.worded)]
        return [(start, end) for start, end in pairwise(cuts) if start < end]


def quoted(text: str) -> Quoted:
    """A quote's words and marks. Marks at its very beginning and end cut nothing out and are left aside."""
    words = worded_without(text)
    starts = [start for start, _ in words.spans]
    marks: dict[int, Pair] = {}
    for match in _ELISION.finditer(text):
        before = bisect_left(starts, match.start())
        if 0 < before < len(starts) and words.spans[before - 1][1] <= match.start():
            marks.setdefault(before, match.span())
    inside = [match.span() for match in _BRACKETS.finditer(text) if not _ELISION.fullmatch(match[0])]
    return Quoted(words, marks, _within(words.spans, inside))


def _within(spans: tuple[Pair, ...], brackets: list[Pair]) -> frozenset[int]:
    starts = [start for start, _ in spans]
    found: set[int] = set()
    for bracket in brackets:
        at = max(0, bisect_left(starts, bracket[0]) - 1)
        while at < len(spans) and spans[at][0] < bracket[1]:
            if contains(bracket, spans[at]):
                found.add(at)
            at += 1
    return frozenset(found)

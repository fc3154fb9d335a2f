"""A source made ready, once, for any number of quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from attrs import define, field

from quotex.lexicon.marks import HYPHENS
from quotex.lexicon.structure import NEVER_FINAL
from quotex.verification.brackets import worded_without
from quotex.verification.sorts import sort_of
from quotex.wording import Worded

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s|\n\s*\n")
_FULL_STOP = "."
_NUMBERED = ("number", "No")

Numbers = np.ndarray[Any, np.dtype[np.int32]]


@define(eq=False, slots=False)
class Source:
    """A text with an index of its words. Making it takes time in a line with its length; looking into it far less."""

    text: str
    worded: Worded = field(init=False, repr=False)
    numbers: Mapping[str, int] = field(init=False, repr=False)
    """A number for each different word."""
    ids: Numbers = field(init=False, repr=False)
    """The numbers of its words, in order."""

    def __attrs_post_init__(self) -> None:
        self.worded = worded_without(self.text)
        numbers: dict[str, int] = {}
        ids = [numbers.setdefault(word, len(numbers)) for word in self.worded.words]
        self.numbers = numbers
        self.ids = np.array(ids, dtype=np.int32)

    @cached_property
    def counts(self) -> Numbers:
        """How often each different word occurs."""
        return np.bincount(self.ids, minlength=len(self.numbers)).astype(np.int32)

    @cached_property
    def _order(self) -> tuple[Numbers, Numbers]:
        order = np.argsort(self.ids, kind="stable").astype(np.int32)
        ends = np.cumsum(self.counts).astype(np.int32)
        return order, ends

    def places(self, word: str) -> Numbers:
        """The indices at which a word stands, in order."""
        number = self.numbers.get(word)
        if number is None:
            return np.empty(0, dtype=np.int32)
        order, ends = self._order
        return order[ends[number] - self.counts[number] : ends[number]]

    @cached_property
    def sorts(self) -> Numbers:
        """The sort of each of its words, in order (see ``sort_of``)."""
        return np.array([sort_of(word) for word in self.numbers], dtype=np.int32)[self.ids]

    def numbered(self, words: Sequence[str]) -> Numbers:
        """The numbers of words; -1 for one that does not occur."""
        return np.array([self.numbers.get(word, -1) for word in words], dtype=np.int32)


def is_joined(worded: Worded, at: int) -> bool:
    """Whether the word at ``at`` and the next are of one stretch or hyphened compound; false for the last."""
    if at + 1 >= len(worded):
        return False
    (_, end), (start, _) = worded.spans[at], worded.spans[at + 1]
    return start <= end or worded.text[end:start] in HYPHENS


def ends_sentence(worded: Worded, at: int) -> bool:
    """Whether a sentence or paragraph ends between the word at ``at`` and the next; true at the end of the text."""
    if at + 1 >= len(worded):
        return True
    start, end = worded.spans[at][1], worded.spans[at + 1][0]
    if start >= end:
        return False
    gap = worded.text[start:end]
    if _SENTENCE_END.search(gap) is None:
        return False
    word, written = worded.words[at], worded.text[worded.spans[at][0] : start]
    is_initials = word.isalpha() and (len(word) == 1 or _FULL_STOP in written)
    is_short = word in NEVER_FINAL or (is_initials and word != "i") or (word, written) == _NUMBERED
    return not (is_short and gap.startswith(_FULL_STOP) and "\n" not in gap)

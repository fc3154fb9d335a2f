"""The words of a text in normal form, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import field, frozen

from quotex.lexicon.marks import HYPHENS
from quotex.lexicon.words import pairs, words
from quotex.spans import Pair
from quotex.wording.numbers import LONGEST, Run, beginnings, continuations, number
from quotex.wording.words import FRACTIONS, STRETCH, parts

_MINUS = frozenset("-−–‑")
_SHORTEST_MONTH = 3
_LONGEST_MONTH = len("September ")
_ARTICLES = frozenset({"a", "an"})
_BLANK_LINE = 2
"""Line ends that part paragraphs."""


@frozen
class Worded:
    """A text and its words in normal form, with the span of characters that each stands in.

    Several words may share a span ("won't" is "will" and "not"), and one word may have a span of several ("five
    million" is "5000000"). Spans are in order and never cut a stretch of letters and digits.
    """

    text: str
    words: tuple[str, ...]
    spans: tuple[Pair, ...]

    def __len__(self) -> int:
        return len(self.words)


def worded(text: str) -> Worded:
    """The words of a text: "We won’t pay $1,200" gives "we", "will", "not", "pay", "1200", "dollars".

    Letter case, marks, hyphens and short forms do not count, nor how a number is written. A text without letters and
    digits has no words. The time grows in a line with the text.
    """
    read: list[str] = []
    spans: list[Pair] = []
    for found in STRETCH.finditer(text):
        stretch, span = found[0], found.span()
        if " " in stretch and stretch[0].isdigit() and _is_behind_month(text, span[0]):
            # "On May 15 300 people"
            pieces = _halves(stretch, span)
        else:
            pieces = ((stretch, span),)
        for piece, place in pieces:
            for word in parts(piece):
                read.append(word)
                spans.append(place)
    writing = _Writing(text, read, spans)
    watched = beginnings() | pairs("wording", "units").keys() | {"per", "one", "no"}
    at = 0
    while at < len(read):
        word = read[at]
        is_inside = at > 0 and spans[at] == spans[at - 1]  # the 20 of G20
        if not is_inside and (word in watched or "0" <= word[0] <= "9"):
            at = writing.step(at)
        else:  # as nearly all are
            writing.out.append(word)
            writing.places.append(spans[at])
            at += 1
    return Worded(text, tuple(writing.out), tuple(writing.places))


def _is_behind_month(text: str, start: int) -> bool:
    """Whether the name of a month stands before a number, so that a blank within parts it from the next."""
    before = text[max(0, start - _LONGEST_MONTH) : start].split()
    return bool(before) and _is_month(before[-1].strip(".").lower())


def _halves(stretch: str, span: Pair) -> tuple[tuple[str, Pair], ...]:
    first, _, second = stretch.partition(" ")
    return (first, (span[0], span[0] + len(first))), (second, (span[1] - len(second), span[1]))


@cache
def _behind_articles() -> frozenset[str]:
    """Words that are a number together with an article before them."""
    return frozenset(pairs("wording", "scales")) | {"few"}


@cache
def _money_names() -> frozenset[str]:
    return frozenset(name for name in pairs("wording", "units") if name.isalpha())


def _is_month(word: str) -> bool:
    return len(word) >= _SHORTEST_MONTH and any(month.startswith(word) for month in words("checks", "months"))


@frozen
class _Writing:
    """The second reading, in which words become numbers, and signs the words they stand for."""

    text: str
    words: Sequence[str]
    spans: Sequence[Pair]
    out: list[str] = field(factory=list)
    places: list[Pair] = field(factory=list)

    def step(self, at: int) -> int:
        """Write what stands at ``at``, and return the index of what comes next."""
        word = self.words[at]
        if word in _ARTICLES and not (at + 1 < len(self.words) and self.words[at + 1] in _behind_articles()):
            self._write(word, self.spans[at])  # as nearly all are
            return at + 1
        fraction = self._fraction(at) if word.isdigit() else None
        if fraction is not None:
            for part in fraction:
                self._write(part, (self.spans[at][0], self.spans[at + 1][1]))
            return at + 2
        if word == "no" and self._counts(at):
            self._write("number", self.spans[at])
            return at + 1
        unit = pairs("wording", "units").get(word)
        is_sign = unit is not None and not word.isalpha()
        begin = at + (is_sign and (self._joined(at) or self._gap(at) in _MINUS))
        found = self._number(begin) if self._may_begin(begin) else None
        if found is None and word == "one" and self._goes_on(at) and self.words[at + 1] in _money_names():
            found = "1", 1
        if found is not None:
            return self._write_number(begin, found, unit[0] if unit and begin > at else None)
        if word == "a" and self._goes_on(at) and self.words[at + 1] == "few":
            self._write("afew", (self.spans[at][0], self.spans[at + 1][1]))
            return at + 2
        if word == "per" and at + 1 < len(self.words) and self.words[at + 1] == "cent" and self._joined(at):
            self._write("percent", (self.spans[at][0], self.spans[at + 1][1]))
            return at + 2
        self._write(unit[0] if unit and is_sign else word, self.spans[at])
        return at + 1

    def _write(self, word: str, span: Pair) -> None:
        self.out.append(word)
        self.places.append(span)

    def _write_number(self, begin: int, found: tuple[str, int], unit: str | None) -> int:
        """A number, and the unit whose sign stands in front of it or whose name behind."""
        read, end = found[0], begin + found[1]
        start = self.spans[begin - 1][0] if unit else self.spans[begin][0]
        if unit is not None and (self._gap(begin - 1) in _MINUS or self._is_negative(begin - 1)):
            read, start = f"-{read}", start - self._is_negative(begin - 1)
        if unit is None and self._is_negative(begin):
            is_whole = end == len(self.words) or self.spans[end] != self.spans[end - 1]
            read, start = f"-{read}", start - is_whole
        span = (start, self.spans[end - 1][1])
        self._write(read, span)
        name = pairs("wording", "units").get(self.words[end]) if self._goes_on(end - 1) else None
        if unit is not None:
            self._write(unit, span)
        elif name is not None and self.words[end].isalpha():
            self._write(name[0], self.spans[end])
            return end + 1
        return end

    def _may_begin(self, at: int) -> bool:
        word = self.words[at]
        return "0" <= word[0] <= "9" or word in beginnings()

    def _number(self, at: int) -> tuple[str, int] | None:
        """The number there, in normal form, and how many words it takes; ``None`` where there is none."""
        end, most = at + 1, min(len(self.words), at + LONGEST)
        while end < most and (end == at + 1 or self.words[end] in continuations()) and self._joined(end - 1):
            end += 1
        glued = [False, *(self.spans[i] == self.spans[i - 1] for i in range(at + 1, end))]
        return number(Run(self.words[at:end], glued))

    def _fraction(self, at: int) -> tuple[str, ...] | None:
        """The words of a fraction such as "2/3"; ``None`` where there is none, as in a date ("1/2/2020")."""
        if self._gap(at) != "/" or self._gap(at + 1).startswith("/") or (at and self._gap(at - 1).endswith("/")):
            return None
        return FRACTIONS.get(f"{self.words[at]}/{self.words[at + 1]}")

    def _counts(self, at: int) -> bool:
        """Whether "No" stands for "number", with a capital and a figure behind it ("No. 10", "No 10")."""
        is_figure = self._goes_on(at) and self.words[at + 1].isdigit() and self._gap(at) in (".", ". ", " ", ".\u00a0")
        return is_figure and self.text[self.spans[at][0]] == "N"

    def _joined(self, at: int) -> bool:
        """Whether only white space or a hyphen stands between the word at ``at`` and the next in its paragraph."""
        gap = self._gap(at)
        return self._goes_on(at) and (not gap or gap.isspace() or gap in HYPHENS)

    def _goes_on(self, at: int) -> bool:
        """Whether another word follows the one at ``at`` without a blank line between them."""
        return at + 1 < len(self.words) and self._gap(at).count("\n") < _BLANK_LINE

    def _gap(self, at: int) -> str:
        """What stands between the word at ``at`` and the next; "" within one stretch, and behind the last."""
        return self.text[self.spans[at][1] : self.spans[at + 1][0]] if at + 1 < len(self.words) else ""

    def _is_negative(self, at: int) -> bool:
        """Whether a minus sign stands before a figure or sign of money, rather than a hyphen between words."""
        start = self.spans[at][0]
        if not (start and self.text[start - 1] in _MINUS and not self.text[start].isalpha()):
            return False
        return start == 1 or self.text[start - 2].isspace() or self.text[start - 2] in "(["

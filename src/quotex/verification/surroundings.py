"""What stands in the source right before and behind the place of a quote."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.lexicon.words import words
from quotex.verification.records import Caution, EditKind, Stretch, WarningCode
from quotex.verification.sorts import kind_of
from quotex.verification.source import ends_sentence
from quotex.wording import Worded

_BEFORE = 6
"""Words in front of a quote that may deny it."""
_FIRST = 25
"""Words in front of a quote among which a condition is looked for."""


def warnings(source: Worded, first: int, last: int) -> Iterator[Caution]:
    """What a reader should know of the words around those from ``first`` to ``last``, indices of the source's words."""
    sentence = _sentence_before(source, first, _FIRST)
    clause = [at for at in sentence if at >= first - _BEFORE and not _is_cut(source, at, first)]
    denying = next((at for at in reversed(clause) if kind_of(source.words[at]) is EditKind.NEGATION), None)
    if denying is not None:
        yield Caution(WarningCode.AFTER_NEGATION, _stretch(source, denying))
    condition = next((at for at in sentence if source.words[at] in words("wording", "conditions")), None)
    if condition is not None:
        yield Caution(WarningCode.AFTER_CONDITION, _stretch(source, condition))
    behind = _behind(source, last)
    if behind is not None:
        yield Caution(WarningCode.BEFORE_QUALIFIER, _stretch(source, behind))


def is_torn_from_negation(source: Worded, first: int, last: int) -> bool:
    """Whether a negation stands right before or behind, with nothing between."""
    before, after = first - 1, last + 1
    return (before >= 0 and _denies(source, before) and not _is_cut(source, before, first)) or (
        after < len(source) and _denies(source, after) and not _is_cut(source, last, after)
    )


def _behind(source: Worded, last: int) -> int | None:
    at = last + 1
    while at < len(source) and source.words[at] in words("wording", "fillers"):
        at += 1
    if at >= len(source):
        return None
    word = source.words[at]
    is_new = any(ends_sentence(source, index) for index in range(last, at))
    if word in words("wording", "qualifiers") or (_denies(source, at) and not is_new):
        return at
    return None


def _denies(source: Worded, at: int) -> bool:
    return kind_of(source.words[at]) is EditKind.NEGATION


def _sentence_before(source: Worded, first: int, most: int) -> list[int]:
    start = first
    while start and first - start < most and not ends_sentence(source, start - 1):
        start -= 1
    return list(range(start, first))


def _is_cut(source: Worded, start: int, end: int) -> bool:
    """Whether a mark stands between two words."""
    gap = source.text[source.spans[start][1] : source.spans[end][0]]
    return any(not (character.isalnum() or character.isspace() or character in "'’-") for character in gap)


def _stretch(source: Worded, at: int) -> Stretch:
    start, end = source.spans[at]
    return Stretch(start, end, source.text[start:end])

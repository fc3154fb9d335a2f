"""What stands in the source right before and behind the place of a quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

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
    denying = next((at for at in reversed(clause) if _denies(source, at) or _doubts(source, at)), None)
    if denying is not None:
        yield Caution(WarningCode.AFTER_NEGATION, _stretch(source, denying))
    conditions = ((at, _listed(source, at, "conditions")) for at in sentence)
    condition = next(((at, size) for at, size in conditions if size and _is_condition(source, at)), None)
    if condition is not None:
        yield Caution(WarningCode.AFTER_CONDITION, _stretch(source, *condition))
    behind = _behind(source, last)
    if behind is not None:
        yield Caution(WarningCode.BEFORE_QUALIFIER, _stretch(source, *behind))


def is_torn_from_negation(source: Worded, first: int, last: int) -> bool:
    """Whether a negation stands right before or behind, with nothing between."""
    before, after = first - 1, last + 1
    return (before >= 0 and _denies(source, before) and not _is_cut(source, before, first)) or (
        after < len(source) and _denies(source, after) and not _is_cut(source, last, after)
    )


def _behind(source: Worded, last: int) -> tuple[int, int] | None:
    """Where the words behind a quote that limit it begin, and how many they are."""
    at = last + 1
    while skipped := _listed(source, at, "fillers") or _listed(source, at, "filler_phrases"):
        at += skipped
    size = _listed(source, at, "qualifiers")
    if size or at >= len(source):
        return (at, size) if size else None
    is_new = any(ends_sentence(source, index) for index in range(last, at))
    return (at, 1) if _denies(source, at) and not is_new else None


def _listed(source: Worded, at: int, group: str) -> int:
    """The words of the longest entry of a list that stands at a place; 0 for none."""
    if at >= len(source):
        return 0
    entries = _by_first_word(group).get(source.words[at], ())
    return next((len(entry) for entry in entries if source.words[at : at + len(entry)] == entry), 0)


@cache
def _by_first_word(group: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for entry in words("wording", group):
        parts = tuple(entry.split())
        out.setdefault(parts[0], []).append(parts)
    return {first: sorted(found, key=len, reverse=True) for first, found in out.items()}


def _is_condition(source: Worded, at: int) -> bool:
    """Whether words make what follows depend on something; some do only before "that" or where a clause begins, and are
    verbs elsewhere ("the bank provided the money")."""
    if source.words[at] not in words("wording", "verbal_conditions"):
        return True
    is_first = at == 0 or ends_sentence(source, at - 1) or _is_cut(source, at - 1, at)
    return is_first or source.words[at + 1 : at + 2] == ("that",)


def _denies(source: Worded, at: int) -> bool:
    return kind_of(source.words[at]) is EditKind.NEGATION


def _doubts(source: Worded, at: int) -> bool:
    return source.words[at] in words("wording", "doubting")


def _sentence_before(source: Worded, first: int, most: int) -> list[int]:
    start = first
    while start and first - start < most and not ends_sentence(source, start - 1):
        start -= 1
    return list(range(start, first))


def _is_cut(source: Worded, start: int, end: int) -> bool:
    """Whether a mark stands between two words, or the second begins a line with a capital."""
    gap = source.text[source.spans[start][1] : source.spans[end][0]]
    is_new = "\n" in gap and source.text[source.spans[end][0]].isupper()
    return is_new or any(not (character.isalnum() or character.isspace() or character in "'’-") for character in gap)


def _stretch(source: Worded, at: int, size: int = 1) -> Stretch:
    start, end = source.spans[at][0], source.spans[at + size - 1][1]
    return Stretch(start, end, source.text[start:end])

"""Whether a verb tells that what is beside it is over or to come, for words of time that say neither."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.claims import signs
from quotex.claims.evidence import is_one

OVER, OPEN, AHEAD = -1, 0, 1
"""What a verb tells of a time: that it is over, that it may be either, or that it is to come."""
_SOON = 10
"""Words behind a time at the start of a sentence among which its verb is sought."""
_NOW = frozenset("has have 've having is are am 's 're".split())
"""Verbs before a participle that make it one of the present."""
_HAVE = frozenset({"have", "'ve"})
_PASSIVE = frozenset("was were been being be is are am got".split())
_BARE = frozenset({"be", "being"})
"""Forms before a participle that leave its time to the verb before them ("would be paid")."""
_SUPPOSED = frozenset({"if", "unless"})
_UNTIL = frozenset({"before", "by", "till", "until"})
"""Words before a time that is to come, for the most part."""
_AT_END = ("the", "end", "of")
_INFINITIVE = 6
"""Words before a time among which a "to" makes its verb one of what may be to come."""
_SMALL = frozenset("not n't already also still now then".split())
"""Adverbs between an auxiliary and its verb, those in -ly aside."""


def told_by_verb(before: Sequence[str], behind: Sequence[str]) -> int | None:
    """What the nearest verb of the words before a time, or of those behind one that they begin with, tells of it;
    ``None`` without a verb, and for a perfect, which has no day.

    The words are in lower case and of one sentence. With "by" and the like a time is to come unless the verb tells that
    it is over.
    """
    told = _nearest(behind[:_SOON], 1) if _is_opening(before) else _nearest(before, -1)
    preposition = before[-4] if len(before) > 3 and tuple(before[-3:]) == _AT_END else before[-1] if before else ""
    if preposition not in _UNTIL:
        return told
    if told == AHEAD or is_supposed(before):
        return AHEAD
    return OPEN if told is None or "to" in before[-_INFINITIVE:] else told


def _nearest(words: Sequence[str], step: int) -> int | None:
    leads = False
    for at in range(len(words))[::step]:
        word = words[at]
        if word == "to" and at:
            if is_one(words[at - 1], "to_come_with_to"):
                return AHEAD
            leads = True
        elif is_verb(word) and _auxiliary(words, at) not in _BARE:
            return OPEN if leads and is_one(word, "asking") else _of_verb(words, at)
    return None


def _is_opening(words: Sequence[str]) -> bool:
    """Whether a time has nothing but a preposition before it in its sentence."""
    return all(is_one(word, "before_times") or word in _UNTIL for word in words)


def is_verb(word: str) -> bool:
    """Whether a word tells of a time: an auxiliary of what is to come or may be, or a form of the past."""
    return is_one(word, "to_come") or is_one(word, "maybe") or is_one(word, "awaiting") or is_past_form(word)


def is_past_form(word: str) -> bool:
    """Whether a word in lower case looks like a verb in the past, the rarer ones included."""
    return signs.is_past(word) or is_one(word, "more_past")


def is_supposed(before: Sequence[str]) -> bool:
    """Whether the words before are those of a condition, whose past is none ("unless they paid by Friday")."""
    return not _SUPPOSED.isdisjoint(before)


def is_past_deed(before: Sequence[str], at: int) -> bool:
    """Whether the form of the past at a place is a deed that a time further on may be that of: nothing that only may
    be ("could sail"), was waited for ("was expected"), or was arranged ("was invited", "announced a vote")."""
    word = before[at]
    if is_one(word, "maybe") or is_one(word, "awaiting") or (is_one(word, "promising") and _is_passive(before, at)):
        return False
    return not _is_arranging(word) or _is_adjacent(before, at)


def _of_verb(words: Sequence[str], at: int) -> int | None:
    word, auxiliary = words[at], _auxiliary(words, at)
    if is_one(word, "to_come") or is_one(word, "maybe"):
        return None if not _HAVE.isdisjoint(words[at + 1 : at + 4]) else AHEAD
    if is_one(word, "awaiting"):
        return AHEAD if auxiliary in _PASSIVE else OPEN
    if _is_arranging(word) and not is_past_deed(words, at):
        return AHEAD if auxiliary in _NOW else OPEN
    return None if auxiliary in _NOW else OVER


def _is_arranging(word: str) -> bool:
    return is_one(word, "arranging") or is_one(word, "promising")


def _auxiliary(words: Sequence[str], at: int) -> str:
    """The word before a verb, adverbs left out; empty where there is none."""
    before = (word for word in reversed(words[max(0, at - 4) : at]) if word not in _SMALL and not word.endswith("ly"))
    return next(before, "")


def _is_passive(words: Sequence[str], at: int) -> bool:
    return _auxiliary(words, at) in _PASSIVE


def _is_adjacent(words: Sequence[str], at: int) -> bool:
    """Whether no object stands behind a verb, but a time, or the place of what is told."""
    return all(is_one(word, "before_times") or word.endswith("ly") for word in words[at + 1 : at + 2])

"""What speakers fill pauses with, in a transcript: "um", "you know", a small word said twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quotex.lexicon.words import words
from quotex.verification.capitals import is_shouted
from quotex.verification.records import EditKind
from quotex.verification.sorts import kind_of
from quotex.wording import Worded, is_number, tells

_PAUSES = ",.;:…—–-"
_MARKS = frozenset(".,;:…—–?!(\n")
_MILLIMETRES = "mm"
_LONGEST_STAMMER = 3
"""So many times as long as the words that are said again may what stands between them be."""
_SMALL = (None, EditKind.PRONOUN)


def fillers(worded: Worded, indices: Sequence[int]) -> set[int]:
    """Those of some words, by their indices in order, that fill a pause: sounds, phrases between marks, and small words
    that are said twice."""
    there = worded.words
    found = {at for at in indices if _is_filler(worded, at)}
    for one, two in pairwise(indices):
        if two == one + 1 and f"{there[one]} {there[two]}" in words("wording", "filler_phrases"):
            found |= {one, two} if _is_paused(worded, one) and _pauses(worded, two) else set()
    return found | _said_twice(worded, indices, found)


def _is_filler(worded: Worded, at: int) -> bool:
    """Whether a word is a sound that fills a pause, rather than a unit ("5 mm") or a name ("ER", "Um Ruwaba")."""
    if worded.words[at] not in words("wording", "fillers"):
        return False
    written = worded.text[slice(*worded.spans[at])]
    if written.islower():
        return worded.words[at] != _MILLIMETRES or at == 0 or not is_number(worded.words[at - 1])
    if len(written) > 1 and written.isupper() and not is_shouted(worded, at):
        return False
    return _pauses(worded, at) or (_is_paused(worded, at) and not _has_capital(worded, at + 1))


def _pauses(worded: Worded, at: int) -> bool:
    """Whether a mark follows a word."""
    end = worded.spans[at][1]
    return worded.text[end : end + 2].lstrip()[:1] in tuple(_PAUSES)


def _is_paused(worded: Worded, at: int) -> bool:
    """Whether a word is the first, or a mark stands before it."""
    return at == 0 or any(mark in worded.text[worded.spans[at - 1][1] : worded.spans[at][0]] for mark in _MARKS)


def _has_capital(worded: Worded, at: int) -> bool:
    return at < len(worded) and worded.text[worded.spans[at][0]].isupper()


def _said_twice(worded: Worded, indices: Sequence[int], idle: set[int]) -> set[int]:
    """Small words that stand there again right before or behind, fillers aside."""
    mine = [at for at in indices if at not in idle]
    if not mine or any(tells(worded.words[at]) for at in mine):
        return set()
    if len(mine) == 1 and kind_of(worded.words[mine[0]]) not in _SMALL:
        return set()
    margin = _LONGEST_STAMMER * len(mine)
    near = range(max(0, mine[0] - margin), min(len(worded), mine[-1] + 1 + margin))
    around = [at for at in near if at not in idle and not _is_filler(worded, at)]
    start, size = around.index(mine[0]), len(mine)
    if around[start : start + size] != mine:
        return set()
    there, said = [worded.words[at] for at in around], [worded.words[at] for at in mine]
    return set(mine) if said in (there[start + size : start + 2 * size], there[max(0, start - size) : start]) else set()

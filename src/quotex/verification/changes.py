"""What a change of words is: harmless, or which risks go with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from quotex.lexicon.words import words
from quotex.verification.records import RISKS, EditKind
from quotex.verification.sorts import are_opposites, kind_of, stands_for, value
from quotex.verification.source import ends_sentence, is_joined
from quotex.wording import Worded, is_number, renumbered, tells

_OPENED = re.compile(r"[“”\"'‘’«»„‹›(\[¿¡—]\Z|(?<!\w)[–-]\Z")
"""What a capital may have from the mark before it; a hyphen within a compound ("US-China") gives none."""
_TORN = frozenset({"a", "an", "the"}) | words("wording", "negative_prefixes")
"""Words that are another word when they are written as one with the next ("in secure", "the rapist")."""
_WEIGHTY = (EditKind.NEGATION, EditKind.NUMBER, EditKind.MODAL)
_PAUSES = ",.;:…—–-"
_MARKS = frozenset(".,;:…—–?!(\n")
_MILLIMETRES = "mm"
_LONGEST_STAMMER = 3
"""So many times as long as the words that are said again may what stands between them be."""
_SMALL = (None, EditKind.PRONOUN)
_NAMELIKE = (None, EditKind.PRONOUN, EditKind.MODAL)
"""What a word with a capital can be when it is a name."""
_HYPHENED = words("wording", "negative_prefixes") - {"in"} | {"anti", "de"}
"""Prefixes that turn around what they are joined to by a hyphen."""


@frozen
class Side:
    """Some words of a text, by their indices."""

    worded: Worded
    indices: Sequence[int]

    @property
    def words(self) -> list[str]:
        """The words in normal form."""
        return [self.worded.words[at] for at in self.indices]

    def without_fillers(self) -> Side:
        """The words that fill no pause."""
        fillers = _fillers(self)
        return Side(self.worded, [at for at in self.indices if at not in fillers])

    def cuts(self) -> dict[int, tuple[str, str]]:
        """Where its letters, counted from the first, are cut into words: the words before and behind each cut, ``("",
        "")`` for that of a compound."""
        out: dict[int, tuple[str, str]] = {}
        length = 0
        for at, after in pairwise(self.indices):
            first, second = self.worded.words[at], self.worded.words[after]
            length += len(first)
            out[length] = ("", "") if is_joined(self.worded, at) else (first, second)
        return out

    def of_kind(self, kind: EditKind) -> Counter[str]:
        """The words whose change is a certain risk, and how often each is there."""
        return Counter(value(self.worded.words[at]) for at in self.indices if _kind(self.worded, at) is kind)


def risks(gone: Side, come: Side) -> tuple[EditKind, ...]:
    """The risks that go with a change, the gravest first."""
    found = {kind for kind in RISKS if gone.of_kind(kind) != come.of_kind(kind)}
    if any(are_opposites(one, other) for one in gone.words for other in come.words if one != other):
        found.add(EditKind.NEGATION)
    return tuple(kind for kind in RISKS if kind in found)


def harmless(gone: Side, come: Side) -> EditKind | None:
    """The kind of a change that leaves the words what they were, but for fillers; ``None`` for another one."""
    before, after = gone.words, come.words
    if not before and not after:
        return EditKind.FILLER
    if len(before) == len(after) and all(map(_is_form, before, after)):
        is_number = all(one == other or value(one) == value(other) for one, other in zip(before, after, strict=True))
        return EditKind.NUMBER_FORMAT if is_number else EditKind.CONTRACTION
    if renumbered(before) == renumbered(after):
        return EditKind.NUMBER_FORMAT
    if "".join(before) == "".join(after) and _are_one(gone, come):
        return EditKind.SPELLING
    return None


def _are_one(gone: Side, come: Side) -> bool:
    """Whether the same letters, cut into words in two ways, are the same words: those of a compound, or of two words
    that are written as one; not "in active" and "inactive"."""
    cuts, others = gone.cuts(), come.cuts()
    parted = [pair for end, pair in (cuts | others).items() if (end in cuts) != (end in others) and pair[0]]
    if any(first in _TORN and tells(second) for first, second in parted):
        return False
    return not parted or all(_weigh(gone, kind) == _weigh(come, kind) for kind in _WEIGHTY)


def _weigh(side: Side, kind: EditKind) -> Counter[str]:
    """As ``of_kind``, without prefixes written as words of their own ("non violent")."""
    prefixes = words("wording", "negative_prefixes")
    return Counter({word: times for word, times in side.of_kind(kind).items() if word not in prefixes})


def _is_form(one: str, other: str) -> bool:
    return one == other or other in stands_for(one)


def _fillers(side: Side) -> set[int]:
    worded, indices = side.worded, side.indices
    there = worded.words
    found = {at for at in indices if _is_filler(worded, at)}
    for one, two in pairwise(indices):
        if two == one + 1 and f"{there[one]} {there[two]}" in words("wording", "filler_phrases"):
            found |= {one, two} if _is_paused(worded, one) and _pauses(worded, two) else set()
    return found | _said_twice(side, found)


def _is_filler(worded: Worded, at: int) -> bool:
    """Whether a word is a sound that fills a pause, rather than a unit ("5 mm") or a name ("ER", "Um Ruwaba")."""
    if worded.words[at] not in words("wording", "fillers"):
        return False
    written = worded.text[slice(*worded.spans[at])]
    if written.islower():
        return worded.words[at] != _MILLIMETRES or at == 0 or not is_number(worded.words[at - 1])
    if len(written) > 1 and written.isupper() and not _is_shouted(worded, at):
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


def _said_twice(side: Side, fillers: set[int]) -> set[int]:
    """Small words that stand there again right before or behind, fillers aside."""
    worded = side.worded
    mine = [at for at in side.indices if at not in fillers]
    if not mine or any(tells(worded.words[at]) for at in mine):
        return set()
    if len(mine) == 1 and kind_of(worded.words[mine[0]]) not in _SMALL:
        return set()
    margin = _LONGEST_STAMMER * len(mine)
    near = range(max(0, mine[0] - margin), min(len(worded), mine[-1] + 1 + margin))
    around = [at for at in near if at not in fillers and not _is_filler(worded, at)]
    start, size = around.index(mine[0]), len(mine)
    if around[start : start + size] != mine:
        return set()
    run, there = side.worded.words, [worded.words[at] for at in around]
    said = [run[at] for at in mine]
    return set(mine) if said in (there[start + size : start + 2 * size], there[max(0, start - size) : start]) else set()


def _kind(worded: Worded, at: int) -> EditKind | None:
    """The risk that goes with a change of a word where it stands: "May" and "US" are names there, "un-" a negation."""
    word = worded.words[at]
    if _is_name(worded, at):
        return EditKind.ENTITY
    if word in _HYPHENED and is_joined(worded, at):
        return EditKind.NEGATION
    return kind_of(word)


def _is_name(worded: Worded, at: int) -> bool:
    """Whether a word has a capital that neither its sentence nor the whole text gives it."""
    start, end = worded.spans[at]
    text, kind = worded.text[start:end], kind_of(worded.words[at])
    if not text[:1].isupper() or worded.words[at] == "i" or kind not in _NAMELIKE:
        return False
    is_capitals = text.isupper() and len(text) > 1
    if is_capitals and _is_shouted(worded, at):
        return False
    if kind is EditKind.PRONOUN:
        return is_capitals
    return not (at == 0 or ends_sentence(worded, at - 1) or _OPENED.search(worded.text, max(0, start - 2), start))


def _is_shouted(worded: Worded, at: int) -> bool:
    """Whether the whole text is in capitals, or the words on either side are, too."""
    if worded.text.isupper():
        return True
    beside = [worded.text[slice(*worded.spans[each])] for each in (at - 1, at + 1) if 0 <= each < len(worded)]
    return all(each.isupper() and len(each) > 1 for each in beside)

"""What a change of words is: harmless, or which risks go with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from quotex.lexicon.words import pairs, words
from quotex.verification.capitals import is_name
from quotex.verification.fillers import fillers
from quotex.verification.records import RISKS, EditKind
from quotex.verification.sorts import are_opposites, kind_of, stands_for, value
from quotex.verification.source import is_joined
from quotex.wording import Worded, renumbered, tells

_TORN = frozenset({"a", "an", "the"}) | words("wording", "negative_prefixes")
"""Words that are another word when they are written as one with the next ("in secure", "the rapist")."""
_WEIGHTY = (EditKind.NEGATION, EditKind.NUMBER, EditKind.MODAL)
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
        idle = fillers(self.worded, self.indices)
        return Side(self.worded, [at for at in self.indices if at not in idle])

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


def _kind(worded: Worded, at: int) -> EditKind | None:
    """The risk that goes with a change of a word where it stands: "May" and "US" are names, "un-" is a negation, and
    a measure belongs to its number."""
    word = worded.words[at]
    if is_name(worded, at):
        return EditKind.ENTITY
    if word in _HYPHENED and is_joined(worded, at):
        return EditKind.NEGATION
    if word in pairs("wording", "measures") and at and kind_of(worded.words[at - 1]) is EditKind.NUMBER:
        return EditKind.NUMBER
    return kind_of(word)

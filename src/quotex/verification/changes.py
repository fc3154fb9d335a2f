"""What a change of words is: harmless, or which risks go with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from attrs import frozen

from quotex.lexicon.words import pairs, words
from quotex.verification.capitals import is_name
from quotex.verification.fillers import fillers
from quotex.verification.records import RISKS, EditKind
from quotex.verification.sorts import are_opposites, kind_of, stands_for, value
from quotex.verification.source import is_joined
from quotex.wording import Worded, is_number, renumbered, tells

_ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_COUNTED = 3
_WEIGHTY = (EditKind.NEGATION, EditKind.NUMBER, EditKind.MODAL)


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

    def cuts(self) -> dict[int, tuple[str, str, bool]]:
        """Where its letters, counted from the first, are cut into words: the words before and behind each cut, and
        whether it is that of a compound."""
        out: dict[int, tuple[str, str, bool]] = {}
        length = 0
        for at, after in pairwise(self.indices):
            first, second = self.worded.words[at], self.worded.words[after]
            length += len(first)
            out[length] = first, second, is_joined(self.worded, at)
        return out

    def of_kind(self, kind: EditKind) -> Counter[str]:
        """The words whose change is a certain risk, and how often each is there."""
        return Counter(value(self.worded.words[at]) for at in self.indices if kind_at(self.worded, at) is kind)


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
    parted = [cut for end, cut in (cuts | others).items() if (end in cuts) != (end in others)]
    if any(is_number(first) and is_number(second) for first, second, _ in parted):
        return False  # 5-10 is no 510
    if any(first in _torn() and tells(second) for first, second, is_compound in parted if not is_compound):
        return False
    is_whole = all(is_compound for *_, is_compound in parted)
    return is_whole or all(_weigh(gone, kind) == _weigh(come, kind) for kind in _WEIGHTY)


@cache
def _torn() -> frozenset[str]:
    """Words that are another word when they are written as one with the next ("in secure", "the rapist")."""
    return words("wording", "negative_prefixes") | {"a", "an", "the"}


@cache
def _hyphened() -> frozenset[str]:
    """Prefixes that turn around what they are joined to by a hyphen; not the "in" of "in-house"."""
    return (words("wording", "negative_prefixes") | words("wording", "turning_prefixes")) - {"in"}


def _weigh(side: Side, kind: EditKind) -> Counter[str]:
    """As ``of_kind``, without prefixes written as words of their own ("non violent")."""
    prefixes = words("wording", "negative_prefixes")
    return Counter({word: times for word, times in side.of_kind(kind).items() if word not in prefixes})


def _is_form(one: str, other: str) -> bool:
    return one == other or other in stands_for(one)


def kind_at(worded: Worded, at: int) -> EditKind | None:
    """The risk that goes with a change of a word where it stands: "May" and "US" are names, "un-" is a negation, and
    a measure or a Roman figure is a number."""
    word = worded.words[at]
    if _is_measure(worded, at) or _ROMAN.fullmatch(worded.text[slice(*worded.spans[at])]):
        return EditKind.NUMBER
    if is_name(worded, at):
        return EditKind.ENTITY
    if word in _hyphened() and is_joined(worded, at):
        return EditKind.NEGATION
    return kind_of(word)


def _is_measure(worded: Worded, at: int) -> bool:
    """Whether a word is what is counted by a number right before it, or up to two words before that ("5 dollars a day",
    "20 degrees Celsius")."""
    before = worded.words[max(0, at - _COUNTED) : at]
    return worded.words[at] in pairs("wording", "measures") and any(kind_of(each) is EditKind.NUMBER for each in before)

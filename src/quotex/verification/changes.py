"""What a change of words is: harmless, or which risks go with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from quotex.lexicon.words import words
from quotex.verification.records import RISKS, EditKind
from quotex.verification.sorts import are_opposites, kind_of, stands_for, value
from quotex.verification.source import ends_sentence
from quotex.wording import Worded, renumbered, tells

_OPENERS = "“”\"'‘’«»„‹›([¿¡—–-"
_WEIGHTY = (EditKind.NEGATION, EditKind.NUMBER, EditKind.MODAL)
_PAUSES = ",.;:…—–-"


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

    def of_kind(self, kind: EditKind) -> Counter[str]:
        """The words whose change is a certain risk, and how often each is there."""
        if kind is EditKind.ENTITY:
            return Counter(self.worded.words[at] for at in self.indices if _is_name(self.worded, at))
        return Counter(value(word) for word in self.words if kind_of(word) is kind)


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
    if "".join(before) == "".join(after) and not any(_weigh(gone, kind) != _weigh(come, kind) for kind in _WEIGHTY):
        return EditKind.SPELLING
    return None


def _weigh(side: Side, kind: EditKind) -> Counter[str]:
    """As ``of_kind``, without prefixes written as words of their own ("non-violent")."""
    prefixes = words("wording", "negative_prefixes")
    return Counter({word: times for word, times in side.of_kind(kind).items() if word not in prefixes})


def _is_form(one: str, other: str) -> bool:
    return one == other or other in stands_for(one)


def _fillers(side: Side) -> set[int]:
    there, indices = side.worded.words, side.indices
    found = {at for at in indices if there[at] in words("wording", "fillers")}
    for one, two in pairwise(indices):
        if two == one + 1 and f"{there[one]} {there[two]}" in words("wording", "filler_phrases") and _pauses(side, two):
            found |= {one, two}
    return found | _said_twice(side)


def _pauses(side: Side, at: int) -> bool:
    end = side.worded.spans[at][1]
    return side.worded.text[end : end + 2].lstrip()[:1] in tuple(_PAUSES)


def _said_twice(side: Side) -> set[int]:
    """Small words that stand there again right before or behind."""
    there, size = side.worded.words, len(side.indices)
    if not size or side.indices[-1] - side.indices[0] != size - 1:
        return set()
    start, end = side.indices[0], side.indices[-1] + 1
    run = there[start:end]
    if any(tells(word) or kind_of(word) not in (None, EditKind.PRONOUN) for word in run):
        return set()
    return set(side.indices) if run in (there[end : end + size], there[max(0, start - size) : start]) else set()


def _is_name(worded: Worded, at: int) -> bool:
    """Whether a word has a capital that neither its sentence nor the whole text gives it."""
    start, end = worded.spans[at]
    text = worded.text[start:end]
    if not text[:1].isupper() or worded.words[at] == "i" or kind_of(worded.words[at]) is EditKind.PRONOUN:
        return False
    is_first = at == 0 or ends_sentence(worded, at - 1) or worded.text[start - 1] in _OPENERS
    if is_first:
        return False
    return not (text.isupper() and len(text) > 1 and worded.text.isupper())

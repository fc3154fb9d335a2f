"""The entities of one document while its speakers are being resolved. Internal and mutable; records come out at the
end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from attrs import define, field, frozen

from quotex.matching import Words
from quotex.mentions.nouns import Gender
from quotex.mentions.titles import FoundTitle
from quotex.records import MentionForm, SpeakerType
from quotex.spans import Pair

_MOST = 64
"""How many mentions are looked back through."""


@frozen
class Seen:
    """A reference to an entity, in tokens."""

    span: Pair
    form: MentionForm
    rule: str
    score: float


def _span(mention: Seen) -> Pair:
    return mention.span


@define(eq=False)
class Entity:
    """Something that can be a speaker. ``name`` and ``titles`` are spans of tokens; ``words`` is the name in normal
    form.
    """

    type: SpeakerType
    name: Pair
    words: Words
    named: bool
    """Whether it has a proper name, not only a description."""
    gender: Gender | None = None
    gender_told: bool = False
    """Whether a form of address or a noun tells the gender, rather than the given name or a pronoun."""
    head: str | None = None
    """The singular of the noun at the head of its description, or of the noun for its sort within its name."""
    titles: list[FoundTitle] = field(factory=list)
    seen: list[Seen] = field(factory=list)
    """In text order; add with ``note``."""
    forms: set[Words] = field(factory=set)
    """Every form of the name that was met, in normal form."""
    writes: bool = False
    """Whether a pronoun outside quotation marks shows it as the writer of the article."""

    @property
    def first(self) -> int:
        """The first token at which it is mentioned."""
        return self.seen[0].span[0] if self.seen else self.name[0]

    def note(self, mention: Seen) -> None:
        """Add a mention, unless one stands there already."""
        index = bisect_left(self.seen, mention.span, key=_span)
        if index == len(self.seen) or self.seen[index].span != mention.span:
            self.seen.insert(index, mention)

    def seen_at(self, span: Pair) -> Seen | None:
        """The mention at exactly this span."""
        index = bisect_left(self.seen, span, key=_span)
        return self.seen[index] if index < len(self.seen) and self.seen[index].span == span else None

    def last_before(self, position: int) -> int:
        """The first token of the last mention before a token; -1 where there is none."""
        index = bisect_left(self.seen, (position, position), key=_span)
        return self.seen[index - 1].span[0] if index else -1

    def named_before(self, position: int) -> Pair | None:
        """The last of the 64 mentions before a token that is a name; ``None`` without one."""
        end = bisect_left(self.seen, (position, position), key=_span)
        recent = self.seen[max(0, end - _MOST) : end]
        return next((seen.span for seen in reversed(recent) if seen.form is MentionForm.NAMED), None)

    def in_full(self) -> Iterator[Pair]:
        """The mentions, in text order, that are as long as the name or longer."""
        length = self.name[1] - self.name[0]
        return (seen.span for seen in self.seen if seen.span[1] - seen.span[0] >= length)

    @property
    def is_person(self) -> bool:
        """Whether it is one human being."""
        return self.type in {SpeakerType.PERSON, SpeakerType.ROLE, SpeakerType.ANONYMOUS}


@frozen
class Step:
    """A step on the way from a source to its speaker: the rule, its score, and the tokens that show it."""

    rule: str
    score: float
    span: Pair | None = None


@frozen
class Outcome:
    """To whom a source was resolved, and how. Without entities the steps say why not."""

    form: MentionForm
    entities: tuple[Entity, ...] = ()
    path: tuple[Step, ...] = ()


def unresolved(rule: str, token: int) -> Outcome:
    """The outcome of a pronoun of which nothing tells whom it means, and the rule that says why."""
    return Outcome(MentionForm.PRONOUN, (), (Step(rule, 0.0, (token, token + 1)),))

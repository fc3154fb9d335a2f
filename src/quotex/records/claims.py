"""What can be checked, which first, and how it reads by itself."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

from attrs import frozen

from quotex.records.attributions import Attribution
from quotex.records.spans import Span, joined
from quotex.records.speakers import Speaker

Real = NewType("Real", float)
"""A finite number of any size and sign, rounded to four decimals."""


class ClaimScope(StrEnum):
    """What an extraction takes for claims."""

    NONE = "none"
    CONTENTS = "contents"
    """The content of every attribution."""
    ALL = "all"
    """That, and the sentences in which the article speaks for itself."""


class ClaimType(StrEnum):
    """What kind of claim a content makes; several may hold of one."""

    QUANTITY = "quantity"
    """How many, how much, which share."""
    COMPARISON = "comparison"
    """More or less than something else or than before; the first or most of all."""
    CAUSE = "cause"
    """What brought something about."""
    PREDICTION = "prediction"
    """What will or may come."""
    POLICY = "policy"
    """What a law, a tax or a plan is or does."""
    RECORD = "record"
    """What a named person, or he or she, has done or said."""
    EVENT = "event"
    """Something that happened."""
    DEFINITION = "definition"
    """What a word or thing is."""
    OPINION = "opinion"
    """What is good, bad, right or ought to be."""
    OTHER = "other"
    """None of these."""


class DateBasis(StrEnum):
    """Where a date comes from."""

    TEXT = "text"
    """The words give it in full."""
    ARTICLE = "article"
    """The words were resolved against the day of the article; without words, it is that day."""
    LIKELY = "likely"
    """As ``ARTICLE``, but the words may be counted from another day, or mean the one before or after."""
    SAYING = "saying"
    """The content names no time of its own; the words stand beside the cue and date the saying."""


@frozen
class TypedAs:
    """A type that holds, the rule that says so, and the words that show it; none for ``other``."""

    type: ClaimType
    rule: str
    spans: tuple[Span, ...] = ()


@frozen
class Factor:
    """One named reason for a score: what it measured, its share of the log-odds, and the words that made it.

    The words of a list learned from data are the five that weigh most; those of any other factor stand in text order.
    """

    name: str
    value: Real
    share: Real
    spans: tuple[Span, ...] = ()


@frozen
class Worth:
    """How much a claim is worth checking, for ranking: ``score`` in ``[0, 1]`` grows with ``log_odds``.

    ``bias`` and the shares of all factors add up to ``log_odds``. Factors without a share are left out; the largest
    shares, for or against, come first.
    """

    score: float
    log_odds: Real
    bias: Real
    factors: tuple[Factor, ...]


@frozen
class Dated:
    """A date: ISO 8601 to the day, the month or the year ("2024-05-06", "2024-05", "2024"), its basis and its words.

    ``iso`` and ``basis`` are ``None`` for words that name a time that cannot be told from them; ``span`` is ``None``
    for the day of the article itself, and lies outside the content for the day of the saying.
    """

    iso: str | None
    basis: DateBasis | None
    span: Span | None


@frozen
class Substitution:
    """Words of a claim that give way to others in its stand-alone text, or to nothing, where ``new`` is empty.

    ``source`` are the words of the article that the new ones are taken from; ``None`` where they come from its date,
    or there are none. ``rule`` says why they are meant, ``score`` is the probability that they are.
    """

    span: Span
    new: str
    source: Span | None
    rule: str
    score: float


@frozen
class Unresolved:
    """Words of a claim that stand for something outside it and were left, as nothing told surely enough for what."""

    span: Span
    rule: str


@frozen
class StandAlone:
    """A claim in words that can be read without the article: derived text, of which only the rest is verbatim.

    Without substitutions it is the claim's own text. What is unresolved stands in it as it is.
    """

    text: str
    substitutions: tuple[Substitution, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()


@frozen
class Claim:
    """What of a content can be checked, which first, and why.

    It is the content of an attribution, or a sentence in which the article itself speaks: one of ``attribution`` and
    ``sentence`` is there. ``id`` is that of the attribution; for a sentence it is made the same way of its words.
    """

    id: str
    attribution: Attribution | None
    sentence: Span | None
    types: tuple[TypedAs, ...]
    """In the order of ``ClaimType``, each once; never empty."""
    worth: Worth
    stand_alone: StandAlone
    hedges: tuple[Span, ...] = ()
    """The words by which whoever speaks is not bound to the rest; it is hedged where there are some."""
    negations: tuple[Span, ...] = ()
    """The words that turn what is said into its opposite; it is negated where there are some."""
    dates: tuple[Dated, ...] = ()
    """The dates that its words name, in order."""
    date: Dated | None = None
    """The first of ``dates`` that can be told, those behind "since" aside. Where its words name no other time, the date
    of the saying, or the day of the article unless the sentence around it names another year. Else ``None``."""

    @property
    def content(self) -> tuple[Span, ...]:
        """Its verbatim parts in the article."""
        if self.attribution is not None:
            return self.attribution.content
        return (self.sentence,) if self.sentence is not None else ()

    @property
    def text(self) -> str:
        """Its parts as they stand, joined as ``Attribution.text`` joins them."""
        return joined(self.content)

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Who says so; empty where nobody is credited, nothing tells, or the article itself says so."""
        return self.attribution.speakers if self.attribution is not None else ()

    @property
    def is_hedged(self) -> bool:
        """Whether it is said with reserve."""
        return bool(self.hedges)

    @property
    def is_negated(self) -> bool:
        """Whether something in it is denied."""
        return bool(self.negations)

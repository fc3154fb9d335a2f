"""What is told about the claim in a content. Spans are half-open pairs of tokens of the document.

Frozen and compared by value, and nothing else.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from quotex.spans import Pair


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


@frozen
class TypedAs:
    """A type that holds, the rule that says so, and the words that show it; none for ``other``."""

    type: ClaimType
    rule: str
    spans: tuple[Pair, ...] = ()


@frozen
class Factor:
    """One named reason for a score: what it measured, its share of the log-odds, and the words that made it.

    The words of a list learned from data are the five that weigh most; those of any other factor stand in text order.
    """

    name: str
    value: float
    share: float
    spans: tuple[Pair, ...] = ()


@frozen
class Worth:
    """How much a content is worth checking, for ranking: ``score`` in ``[0, 1]`` grows with ``log_odds``.

    ``bias`` and the shares of all factors add up to ``log_odds``. Factors without a share are left out; the largest
    shares, for or against, come first. All numbers are rounded to four decimals.
    """

    score: float
    log_odds: float
    bias: float
    factors: tuple[Factor, ...]


@frozen
class Dated:
    """A date: ISO 8601 to the day, the month or the year ("2024-05-06", "2024-05", "2024"), its basis and its words.

    ``iso`` and ``basis`` are ``None`` for words that name a time that cannot be told from them; ``span`` is ``None``
    for the day of the article itself.
    """

    iso: str | None
    basis: DateBasis | None
    span: Pair | None


@frozen
class Claim:
    """What of a content can be checked, which first, and why."""

    types: tuple[TypedAs, ...]
    """In the order of ``ClaimType``, each once; never empty."""
    worth: Worth
    hedges: tuple[Pair, ...] = ()
    """The words by which whoever speaks is not bound to the rest; it is hedged where there are some."""
    negations: tuple[Pair, ...] = ()
    """The words that turn what is said into its opposite; it is negated where there are some."""
    dates: tuple[Dated, ...] = ()
    """The dates that its words name, in order."""
    date: Dated | None = None
    """The first of ``dates`` that can be told; where its words name no time, the day of the article. Else ``None``."""

    @property
    def is_hedged(self) -> bool:
        """Whether it is said with reserve."""
        return bool(self.hedges)

    @property
    def is_negated(self) -> bool:
        """Whether something in it is denied."""
        return bool(self.negations)

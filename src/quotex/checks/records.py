"""What goes into the search for checks that are known, and what comes out of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from attrs import Attribute, field, frozen

from quotex.errors import InputError


class Relation(StrEnum):
    """What a known check is to a new claim."""

    SAME = "same"
    """Its claim says the same, word for word but for what certainly does not matter."""
    CONTRADICTS = "contradicts"
    """Its claim is about the same, but a number or a name differs, or it is turned around by a negation, an opposite or
    the like, once or three times: its verdict may be turned around."""
    RELATED = "related"
    """It is likely about the same; whether it says the same is for a person to tell."""
    POSSIBLE = "possible"
    """Nothing better is known; more often than not it is about something else."""


class EvidenceKind(StrEnum):
    """What two claims share, and in what they differ."""

    WORDS = "words"
    """Words that both have."""
    NUMBERS = "numbers"
    """Numbers that both have."""
    NAMES = "names"
    """Names that both have."""
    TITLE = "title"
    """Words that the claim and the title of the check have."""
    AUTHOR = "author"
    """Words of the known claim that name who posted the new one."""
    DATE = "date"
    """Words of the known claim that say when the new one was posted."""
    OTHER_NUMBER = "other_number"
    """Numbers, or words of quantity, that only one of the two has."""
    OTHER_NAME = "other_name"
    """Names that only one of the two has."""
    NEGATION = "negation"
    """Words that negate, doubt or turn around ("refused to") in one of the two alone, or another part of it."""
    OPPOSITE = "opposite"
    """Words that mean the opposite of each other."""
    ORDER = "order"
    """Names or numbers that both have, in another order; of two that have the same words, also other words."""


def _readable(_: KnownCheck, attribute: Attribute[Any], value: object) -> None:
    if value is None and attribute.name != "claim":
        return
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{attribute.name} of a known check must be a string with words in it, not {value!r}")
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise InputError(f"{attribute.name} of a known check holds a lone surrogate; decode its file again: {value!r}")


@frozen
class KnownCheck:
    """A claim that was checked, as the fact-checker published it. Absent is ``None``; ``claim`` alone must be there.

    Raises ``InputError`` where a field is no string, blank, or holds a lone surrogate.
    """

    claim: str = field(validator=_readable)
    id: str | None = field(default=None, validator=_readable)
    title: str | None = field(default=None, validator=_readable)
    url: str | None = field(default=None, validator=_readable)
    rating: str | None = field(default=None, validator=_readable)
    """The verdict in the fact-checker's words ("Mostly false")."""
    publisher: str | None = field(default=None, validator=_readable)
    """Who checked it."""
    claimant: str | None = field(default=None, validator=_readable)
    """Who had claimed it."""
    date: str | None = field(default=None, validator=_readable)
    language: str | None = field(default=None, validator=_readable)


@frozen
class Passage:
    """A piece of a claim; ``start`` and ``end`` count the characters of its text."""

    start: int
    end: int
    text: str


@frozen
class Evidence:
    """One reason why two claims are taken for the same, or not: where it stands in each, in the order of the texts.

    One of the two is empty where something is missing on the other side.
    """

    kind: EvidenceKind
    claim: tuple[Passage, ...]
    """In the new claim."""
    known: tuple[Passage, ...]
    """In the known claim; for ``TITLE`` in its title."""


@frozen
class Match:
    """A known check for a new claim."""

    check: KnownCheck
    score: float
    """How likely this check is one for the claim, in ``[0, 1]``; four decimals."""
    relation: Relation
    reasons: tuple[Evidence, ...]


@frozen
class Matches:
    """What is known of a claim: the checks that are likeliest first; none where nothing has a word in common."""

    claim: str
    matches: tuple[Match, ...]
    id: str | None = None
    """Of the claim, where it came with one."""

    @property
    def best(self) -> Match | None:
        """The likeliest check."""
        return self.matches[0] if self.matches else None

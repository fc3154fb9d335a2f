"""What goes into the search for the same words, and what comes out of it."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class Kind(StrEnum):
    """What became of the words since they first appeared."""

    SAME = "same"
    """Nothing: character for character, marks of quotation aside."""
    TYPOGRAPHIC = "typographic"
    """Only marks, letter case, hyphens, short forms ("won't") or digits for number words differ."""
    DROPPED = "words_dropped"
    ADDED = "words_added"
    SWAPPED = "words_swapped"
    NUMBERS = "numbers_altered"
    """A number is another, or one is missing within the words."""
    NEGATION = "negation_changed"
    """A "not" or its like came in or went: the opposite may be said."""
    OTHER_PART = "other_part"
    """Nothing in common with the first: another part of the fullest wording."""


@frozen
class Quotation:
    """Words between quotation marks in one document."""

    document: str
    attribution: str
    """The id of the attribution that they are content of."""
    text: str
    """As it stands, without the marks around it."""
    part: int = 0
    """Which quotation of the attribution it is, from 0."""
    speaker: str | None = None
    """The name of who is credited; several are joined by "; "."""
    date: str | None = None
    """As the document came with it; see ``quotex.dates.iso_day`` for what can be read."""


@frozen
class Change:
    """One place where the wording differs from the first: the words there and here, either of them may be empty.

    ``edge`` is true before the first and behind the last word that both have, where the one quotes more than the
    other.
    """

    before: str
    after: str
    edge: bool = False


@frozen
class Variant:
    """A quotation of a cluster beside its first appearance."""

    quotation: Quotation
    kinds: tuple[Kind, ...]
    """Never empty; in the order of ``Kind``."""
    changes: tuple[Change, ...] = ()
    """In the order of the words; empty for ``SAME``, ``TYPOGRAPHIC`` and ``OTHER_PART``."""


@frozen
class Cluster:
    """One quote in the wordings of several documents."""

    id: str
    """16 hexadecimal digits, made of the first appearance."""
    first: Quotation
    """By day, then by document, attribution and part; undated ones come last."""
    is_dated: bool
    """Whether ``first`` has a day. Where it has none nobody knows who was first, and the document's id decided."""
    undated: int
    """How many of the quotations have no day that can be read, each of which may have been earlier."""
    variants: tuple[Variant, ...]
    """All quotations, in the order that tells the first; the first itself is among them."""
    speakers: tuple[str, ...]
    """All names that are credited, each spelling once, by first appearance."""
    flags: tuple[str, ...] = ()
    """What needs a look: "negation", "numbers", and "speakers" where names that cannot be one person's are credited."""

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents, each once, in the order of ``variants``."""
        return tuple(dict.fromkeys(variant.quotation.document for variant in self.variants))

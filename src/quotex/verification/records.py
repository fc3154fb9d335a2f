"""What a verification says: frozen records, compared by value.

Offsets are half-open ``[start, end)`` in Unicode code points of the quote or the source exactly as it was given.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class Status(StrEnum):
    """How the quote stands in the source."""

    VERBATIM = "verbatim"
    """Character for character, white space and the marks around it aside."""
    TYPOGRAPHIC = "typographic"
    """The same words: only harmless edits."""
    MARKED_ELISION = "marked_elision"
    """Words are left out where a mark ("…", "[...]") says so."""
    UNMARKED_ELISION = "unmarked_elision"
    """Words are left out and nothing says so."""
    BRACKETED = "bracketed"
    """Words in brackets are put in or stand for others."""
    ALTERED = "altered"
    """Words are changed or put in, or a word is left out that turns the meaning around."""
    STITCHED = "stitched"
    """Made of parts that stand far apart, and nothing says so, or in another order."""
    PARTIAL = "partial"
    """Only a part of it is in the source."""
    NOT_FOUND = "not_found"
    """Nothing of it, or next to nothing, is in the source."""
    AMBIGUOUS = "ambiguous"
    """It is an altered form of several places, equally like them all, that say different things."""


class EditKind(StrEnum):
    """What an edit changes; the gravest of what it changes, in the order of ``RISKS``."""

    CASE = "case"
    PUNCTUATION = "punctuation"
    """Marks, dashes, hyphens, brackets around words that are in the source."""
    SPELLING = "spelling"
    """Accents, ligatures, or one word written as two."""
    NUMBER_FORMAT = "number_format"
    """The same number or unit, written in another way."""
    CONTRACTION = "contraction"
    """A short form and the words it stands for."""
    FILLER = "filler"
    """A sound or phrase that fills a pause, or a small word said twice."""
    ELISION = "elision"
    """Words left out where a mark says so."""
    BRACKET = "bracket"
    """Words in brackets put in or in the place of others."""
    NEGATION = "negation"
    NUMBER = "number"
    MODAL = "modal"
    """How certain, likely or due something is."""
    QUALIFIER = "qualifier"
    """What limits or conditions the rest ("but", "if", "only")."""
    ENTITY = "entity"
    """A name."""
    PRONOUN = "pronoun"
    OTHER = "other"


HARMLESS = frozenset(
    {
        EditKind.CASE,
        EditKind.PUNCTUATION,
        EditKind.SPELLING,
        EditKind.NUMBER_FORMAT,
        EditKind.CONTRACTION,
        EditKind.FILLER,
    }
)
"""The kinds that leave every word what it was."""
RISKS = (
    EditKind.NEGATION,
    EditKind.NUMBER,
    EditKind.MODAL,
    EditKind.QUALIFIER,
    EditKind.ENTITY,
    EditKind.PRONOUN,
)
"""The kinds that are flags, the gravest first."""


class WarningCode(StrEnum):
    """What stands right beside the place in the source, within or next to its sentence."""

    BEFORE_QUALIFIER = "before_qualifier"
    """The quote stops where the source goes on with "but", "if", "unless", "not" or the like."""
    AFTER_NEGATION = "after_negation"
    """The words before the quote deny it ("it is not true that")."""
    AFTER_CONDITION = "after_condition"
    """The sentence begins, before the quote, with a condition ("if", "unless")."""


@frozen
class Stretch:
    """A slice of the quote or the source: ``text`` is ``whole[start:end]``. It is empty where nothing stands there."""

    start: int
    end: int
    text: str


@frozen
class Edit:
    """One change from the source to the quote. Either side, not both, may be empty."""

    kind: EditKind
    quote: Stretch
    source: Stretch


@frozen
class Caution:
    """Something beside the place that a reader of the quote would want to know; ``source`` are the words."""

    code: WarningCode
    source: Stretch


@frozen
class Occurrence:
    """One place of the source that the quote can be taken from.

    ``start`` and ``end`` go from its first word to its last, and never cut a word.
    """

    status: Status
    """Never ``NOT_FOUND`` or ``AMBIGUOUS``."""
    start: int
    end: int
    segments: tuple[Stretch, ...]
    """The unbroken parts of the source that the quote has, in the order of the quote; never empty."""
    edits: tuple[Edit, ...] = ()
    """In the order of the quote."""
    flags: tuple[EditKind, ...] = ()
    """What needs a look, of ``RISKS`` and in their order: every such change, also one inside a graver edit, in
    brackets, under a mark of elision, or at the very edge."""
    warnings: tuple[Caution, ...] = ()


@frozen
class Verification:
    """A quote beside a source."""

    status: Status
    quote: str
    """As it was given."""
    occurrences: tuple[Occurrence, ...] = ()
    """All places that are equally good, those with the fewest warnings first, then in the order of the text; none
    overlaps with another, and of an altered quote there are some thirty at most. Empty only for ``NOT_FOUND``."""
    flags: tuple[EditKind, ...] = ()
    """Those of the first place; of all places where it is ambiguous."""
    warnings: tuple[Caution, ...] = ()
    """Those of the first place."""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits of the first place; ``()`` where there is none."""
        return self.occurrences[0].edits if self.occurrences else ()

    @property
    def is_faithful(self) -> bool:
        """Whether the words are those of the source: verbatim, or only harmless edits."""
        return self.status in (Status.VERBATIM, Status.TYPOGRAPHIC)

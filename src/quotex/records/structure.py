"""What the parts of an article are: its lines and paragraphs, and what stands between quotation marks."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from quotex.records.spans import Span


class BlockKind(StrEnum):
    """What a block (a line or paragraph) of the article is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BYLINE = "byline"
    CAPTION = "caption"
    LINKS = "links"
    """A list of links to other articles, its lead-in ("Read More:") included."""


class RegionKind(StrEnum):
    """What a region between quotation marks is."""

    SPEECH = "speech"
    SCARE = "scare"
    """A word or short phrase that the writer quotes or keeps at a distance."""
    NAME = "name"
    """A name, term or title of a work in marks."""


@frozen
class Block:
    """A line or paragraph of the article, without the white space around it."""

    start: int
    end: int
    kind: BlockKind
    reason: str
    """The rule that told its kind."""
    dateline: Span | None = None
    """The dateline at the start of a paragraph ("Tehran (IP)-"), its dash included."""


@frozen
class Region:
    """What stands between a pair of quotation marks, the marks included.

    A quotation over several paragraphs that opens each with a mark and closes only the last is one region a paragraph,
    joined by ``continues``.
    """

    start: int
    end: int
    kind: RegionKind
    reason: str
    """The rule that told its kind."""
    opening: str
    """The opening mark as it stands."""
    closing: str | None
    """The closing mark as it stands; ``None`` where it is missing (an unclosed or continued quotation)."""
    parent: int | None
    """Index of the region around it in ``Article.regions``."""
    continues: int | None
    """Index of the region in the paragraph before that this one carries on."""

"""One document and everything that was found in it."""

from __future__ import annotations

from attrs import field, frozen

from quotex.records.attributions import Attribution
from quotex.records.claims import Claim
from quotex.records.spans import Span
from quotex.records.speakers import Speaker
from quotex.records.structure import Block, Region

SCHEMA_VERSION = 1


@frozen
class Warning:
    """Something about the article that a reader of its records should know. ``code`` is stable, ``message`` is not."""

    code: str
    message: str
    span: Span | None = None


@frozen
class Metadata:
    """What the caller told about the document, kept as given."""

    id: str | None = None
    title: str | None = None
    date: str | None = None
    author: str | None = None
    url: str | None = None


@frozen
class Article:
    """Everything quotex found in one document."""

    metadata: Metadata
    text_sha256: str
    """Of the text in UTF-8, as 64 hexadecimal digits."""
    text_length: int
    """In characters."""
    attributions: tuple[Attribution, ...] = ()
    """All acts, by the first character of cue, source or content."""
    speakers: tuple[Speaker, ...] = ()
    """By first mention."""
    claims: tuple[Claim, ...] = ()
    """One of each attribution and, where they were asked for, of each sentence of the article's own, by the first
    character of the content."""
    blocks: tuple[Block, ...] = ()
    regions: tuple[Region, ...] = ()
    warnings: tuple[Warning, ...] = ()
    version: str = field(default="", kw_only=True)
    """Of the package that made the record."""
    model_sha256: str = field(default="", kw_only=True)
    settings_hash: str = field(default="", kw_only=True)
    schema_version: int = field(default=SCHEMA_VERSION, kw_only=True)

    @property
    def quotes(self) -> tuple[Attribution, ...]:
        """The attributions in which something was said or written, marked speech that nobody is credited with
        included."""
        return tuple(attribution for attribution in self.attributions if attribution.is_quote)

    @property
    def ranked_claims(self) -> tuple[Claim, ...]:
        """The claims, those most worth checking first; of equal ones, the first in the text."""
        return tuple(sorted(self.claims, key=lambda claim: -claim.worth.score))

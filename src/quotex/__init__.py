"""Who said what in a news article, in which words, and how do we know.

    >>> import quotex
    >>> article = quotex.extract("\u201cWe open in May,\u201d the mayor, Ada Osei, said.")
    >>> article.quotes[0].speaker.name.text
    'Ada Osei'

Names are loaded when they are first used: ``import quotex`` itself loads nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from quotex._version import __version__

if TYPE_CHECKING:
    from quotex.archive.many import extract_many
    from quotex.checks.finding import match
    from quotex.checks.index import Index
    from quotex.checks.records import KnownCheck
    from quotex.documents import Document, Fault
    from quotex.errors import (
        ArchiveError,
        CheckIndexError,
        DecodingError,
        FormatError,
        InputError,
        InputTypeError,
        MissingExtraError,
        ModelError,
        NoInputError,
        OutputError,
        QuotexError,
        RecordError,
        SettingsError,
        SurrogateError,
        TooLongError,
        WorkerError,
    )
    from quotex.extraction import extract, resolve_given
    from quotex.formats.claim_rows import CLAIM_COLUMNS, claim_rows
    from quotex.formats.reading import read
    from quotex.formats.rows import COLUMNS, rows
    from quotex.formats.standoff import standoff
    from quotex.formats.writing import Counts, write
    from quotex.given import GivenAttribution
    from quotex.known import KnownSpeaker
    from quotex.records import (
        Act,
        Article,
        Attribution,
        Block,
        BlockKind,
        Claim,
        ClaimScope,
        ClaimType,
        DateBasis,
        Dated,
        Factor,
        Kind,
        Mention,
        MentionForm,
        Metadata,
        Reason,
        Region,
        RegionKind,
        Resolution,
        Segment,
        Span,
        Speaker,
        SpeakerType,
        StandAlone,
        Status,
        Substitution,
        Title,
        TypedAs,
        Unresolved,
        Warning,  # noqa: A004 - the record's name
        Worth,
    )
    from quotex.serial import from_json, from_primitives, to_json, to_primitives
    from quotex.settings import Settings
    from quotex.verification import Verification, verify

__all__ = [
    "CLAIM_COLUMNS",
    "COLUMNS",
    "Act",
    "ArchiveError",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "CheckIndexError",
    "Claim",
    "ClaimScope",
    "ClaimType",
    "Counts",
    "DateBasis",
    "Dated",
    "DecodingError",
    "Document",
    "Factor",
    "Fault",
    "FormatError",
    "GivenAttribution",
    "Index",
    "InputError",
    "InputTypeError",
    "Kind",
    "KnownCheck",
    "KnownSpeaker",
    "Mention",
    "MentionForm",
    "Metadata",
    "MissingExtraError",
    "ModelError",
    "NoInputError",
    "OutputError",
    "QuotexError",
    "Reason",
    "RecordError",
    "Region",
    "RegionKind",
    "Resolution",
    "Segment",
    "Settings",
    "SettingsError",
    "Span",
    "Speaker",
    "SpeakerType",
    "StandAlone",
    "Status",
    "Substitution",
    "SurrogateError",
    "Title",
    "TooLongError",
    "TypedAs",
    "Unresolved",
    "Verification",
    "Warning",
    "WorkerError",
    "Worth",
    "__version__",
    "claim_rows",
    "extract",
    "extract_many",
    "from_json",
    "from_primitives",
    "match",
    "read",
    "resolve_given",
    "rows",
    "standoff",
    "to_json",
    "to_primitives",
    "verify",
    "write",
]

_ERRORS = """
    ArchiveError CheckIndexError DecodingError FormatError InputError InputTypeError MissingExtraError ModelError
    NoInputError OutputError QuotexError RecordError SettingsError SurrogateError TooLongError WorkerError
"""
_RECORDS = """
    Act Article Attribution Block BlockKind Claim ClaimScope ClaimType DateBasis Dated Factor Kind Mention MentionForm
    Metadata Reason Region RegionKind Resolution Segment Span Speaker SpeakerType StandAlone Status Substitution Title
    TypedAs Unresolved Warning Worth
"""
_HOMES = {
    "archive.many": "extract_many",
    "checks.finding": "match",
    "checks.index": "Index",
    "checks.records": "KnownCheck",
    "documents": "Document Fault",
    "errors": _ERRORS,
    "extraction": "extract resolve_given",
    "formats.claim_rows": "CLAIM_COLUMNS claim_rows",
    "formats.reading": "read",
    "formats.rows": "COLUMNS rows",
    "formats.standoff": "standoff",
    "formats.writing": "Counts write",
    "given": "GivenAttribution",
    "known": "KnownSpeaker",
    "records": _RECORDS,
    "serial": "from_json from_primitives to_json to_primitives",
    "settings": "Settings",
    "verification": "Verification verify",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'quotex' has no attribute {name!r}")
    value = getattr(import_module(f"quotex.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

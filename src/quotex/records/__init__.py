"""The records that quotex returns: frozen, compared by value, and nothing else.

All offsets are half-open ``[start, end)`` in Unicode code points of the text exactly as it was given;
``token_start`` and ``token_end`` count spaCy tokens of the same text. ``None`` stands for absent. Tuples are in
text order unless a field says otherwise. Scores lie in ``[0, 1]`` and are rounded to four decimals.
"""

from quotex.records.article import SCHEMA_VERSION, Article, Metadata, Warning  # noqa: A004 - the record's name
from quotex.records.attributions import QUOTE_ACTS, Act, Attribution, Kind, Resolution, Status
from quotex.records.claims import (
    Claim,
    ClaimScope,
    ClaimType,
    DateBasis,
    Dated,
    Factor,
    Real,
    StandAlone,
    Substitution,
    TypedAs,
    Unresolved,
    Worth,
)
from quotex.records.spans import Reason, Segment, Span, joined
from quotex.records.speakers import Mention, MentionForm, Speaker, SpeakerType, Title
from quotex.records.structure import Block, BlockKind, Region, RegionKind

__all__ = [
    "QUOTE_ACTS",
    "SCHEMA_VERSION",
    "Act",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Claim",
    "ClaimScope",
    "ClaimType",
    "DateBasis",
    "Dated",
    "Factor",
    "Kind",
    "Mention",
    "MentionForm",
    "Metadata",
    "Real",
    "Reason",
    "Region",
    "RegionKind",
    "Resolution",
    "Segment",
    "Span",
    "Speaker",
    "SpeakerType",
    "StandAlone",
    "Status",
    "Substitution",
    "Title",
    "TypedAs",
    "Unresolved",
    "Warning",
    "Worth",
    "joined",
]

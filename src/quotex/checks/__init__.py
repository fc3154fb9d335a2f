"""Checks that are known: which of them is about a new claim, and does it say the same?

``match`` finds them in an ``Index``; ``read_checks`` reads them from files. ``docs/matching.md`` tells how it decides.
"""

from __future__ import annotations

from quotex.checks.finding import match
from quotex.checks.index import Index
from quotex.checks.loading import read_checks
from quotex.checks.records import Evidence, EvidenceKind, KnownCheck, Match, Matches, Passage, Relation

__all__ = [
    "Evidence",
    "EvidenceKind",
    "Index",
    "KnownCheck",
    "Match",
    "Matches",
    "Passage",
    "Relation",
    "match",
    "read_checks",
]

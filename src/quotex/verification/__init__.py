"""Is this quote in that transcript or article, and what was changed?

``verify`` looks for one quote in one source; ``prepare`` makes a source ready for many.
"""

from __future__ import annotations

from quotex.verification.records import (
    HARMLESS,
    RISKS,
    Caution,
    Edit,
    EditKind,
    Occurrence,
    Status,
    Stretch,
    Verification,
    WarningCode,
)
from quotex.verification.source import Source
from quotex.verification.verifying import prepare, verify

__all__ = [
    "HARMLESS",
    "RISKS",
    "Caution",
    "Edit",
    "EditKind",
    "Occurrence",
    "Source",
    "Status",
    "Stretch",
    "Verification",
    "WarningCode",
    "prepare",
    "verify",
]

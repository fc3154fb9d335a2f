"""Records of other shapes to known checks: which field is the claim, the verdict and so on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from quotex.checks.claimreview import is_claim_review, of_claim_review
from quotex.checks.records import KnownCheck
from quotex.errors import InputError
from quotex.inputs.strings import as_string

CANDIDATES = {
    "claim": "claim claim_text claimreviewed claim_reviewed vclaim verified_claim statement quote text content",
    "id": "id _id claim_id vclaim_id uuid guid",
    "title": "title headline heading",
    "url": "url link review_url source_url permalink href",
    "rating": "rating verdict textual_rating rating_text rating_name conclusion label ruling",
    "publisher": "publisher publisher_name organisation organization fact_checker author site source",
    "claimant": "claimant speaker claim_author said_by",
    "date": "date published date_published published_at review_date publication_date created_at timestamp",
    "language": "language lang inlanguage language_code",
}
"""Names of fields by role, likelier ones first; compared without case, hyphens, blanks and underscores."""


def check_of(record: object) -> KnownCheck:
    """A check from a mapping (also a ClaimReview), or from its claim alone; a ``KnownCheck`` as it is.

    Raises ``InputError`` where it is none of these or has no claim.
    """
    if isinstance(record, KnownCheck):
        return record
    if isinstance(record, str):
        return KnownCheck(record)
    if not isinstance(record, Mapping):
        raise InputError(f"a known check must be a record or a claim, not {type(record).__name__}")
    if is_claim_review(record):
        return of_claim_review(record)
    found = {role: value for role in CANDIDATES if (value := first_value(record, CANDIDATES[role]))}
    if "claim" not in found:
        names = ", ".join(repr(str(name)[:60]) for name in list(record)[:20]) or "no field"
        raise InputError(f'a known check needs its claim in a field such as "claim"; this one has {names}')
    return KnownCheck(**found)


def first_value(record: Mapping[Any, Any], names: str) -> str | None:
    """The value of the likeliest of these fields that has one, as a string."""
    known = {_plain(name): value for name, value in reversed(list(record.items())) if isinstance(name, str)}
    found = (known[plain] for name in names.split() if (plain := _plain(name)) in known)
    return next((text for value in found if (text := as_string(value)) is not None), None)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return re.sub("(?<=.)[-_ ]", "", name.strip().casefold())

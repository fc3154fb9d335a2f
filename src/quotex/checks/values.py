"""Records of other shapes to known checks and new claims: which field is the claim, the verdict and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from quotex.checks.claimreview import checks_of_review, claims_of_review, is_claim_review
from quotex.checks.records import KnownCheck
from quotex.errors import InputError, InputTypeError
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


def checks_of(records: object) -> Iterator[KnownCheck]:
    """The checks of several records, each as ``checks_of_record`` takes it; none of none.

    Raises ``InputTypeError`` at once where ``records`` is one record, a string or nothing that can be gone through, and
    ``InputError`` on the way where one of them is no check.
    """
    if isinstance(records, str | bytes | Mapping | KnownCheck) or not isinstance(records, Iterable):
        told = "put this one into [ ]" if isinstance(records, str | Mapping | KnownCheck) else f"not {_type(records)}"
        raise InputTypeError(f"known checks must be several, such as a list; {told}")
    return (check for record in records for check in checks_of_record(record))


def checks_of_record(record: object) -> list[KnownCheck]:
    """The check of a mapping, or of a claim alone; a ``KnownCheck`` as it is; of a ClaimReview one for each claim.

    Raises ``InputError`` where it is none of these or has no claim.
    """
    if isinstance(record, KnownCheck):
        return [record]
    if isinstance(record, str):
        return [KnownCheck(record)]
    if not isinstance(record, Mapping):
        raise InputError(f"a known check must be a record or a claim, not {_type(record)}")
    if is_claim_review(record):
        return checks_of_review(record)
    found = {role: value for role in CANDIDATES if (value := first_string(record, CANDIDATES[role]))}
    if "claim" not in found:
        raise InputError(f'a known check needs its claim in a field such as "claim"; this one has {_fields(record)}')
    return [KnownCheck(**found)]


def claim_parts(claim: object) -> tuple[str, str | None, str | None]:
    """Text, id and date of a new claim: of the text itself, a mapping with it in a field as known checks have it, or a
    ClaimReview of one claim. A text stays as it stands; it is blank only where no field has more.

    Raises ``InputTypeError`` where it is neither text nor a mapping, ``InputError`` where it has no such field, or is a
    ClaimReview of several claims.
    """
    if isinstance(claim, str):
        return claim, None, None
    if not isinstance(claim, Mapping):
        raise InputTypeError(f"a claim must be text or a mapping with it, not {_type(claim)}")
    if is_claim_review(claim):
        first, *others = claims_of_review(claim)
        if others:
            raise InputError(f"a ClaimReview of {len(others) + 1} claims is no single claim; give each by itself")
        return str(first["claim"]), first["id"], first["date"]
    text = _text_of(claim)
    if text is None:
        raise InputError(f'a claim needs its text in a field such as "claim" or "text"; this one has {_fields(claim)}')
    return text, first_string(claim, CANDIDATES["id"]), first_string(claim, CANDIDATES["date"])


def has_claim(value: object) -> bool:
    """Whether a JSON value is a record with a field for a claim that holds more than blanks."""
    return isinstance(value, Mapping) and first_string(value, CANDIDATES["claim"]) is not None


def first_string(record: Mapping[Any, Any], names: str) -> str | None:
    """The value of the likeliest of these fields that has one, as a string."""
    return next((text for value in _values(record, names) if (text := as_string(value)) is not None), None)


def _text_of(claim: Mapping[Any, Any]) -> str | None:
    """The likeliest text that is not blank, else one that is; strings as they stand, lone surrogates included."""
    found = _values(claim, CANDIDATES["claim"])
    strings = [value if isinstance(value, str) else as_string(value) for value in found]
    texts = [text for text in strings if text is not None]
    return next(filter(str.strip, texts), texts[0] if texts else None)


def _values(record: Mapping[Any, Any], names: str) -> list[object]:
    """The values of the fields with these names, likelier ones first, and of a name in the order of the record."""
    known: dict[str, list[object]] = {}
    for name, value in record.items():
        if isinstance(name, str):
            known.setdefault(_plain(name), []).append(value)
    return [value for name in names.split() for value in known.get(_plain(name), [])]


def _fields(record: Mapping[Any, Any]) -> str:
    return ", ".join(repr(str(name)[:60]) for name in list(record)[:20]) or "no field"


def _type(value: object) -> str:
    return type(value).__name__


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return re.sub("(?<=.)[-_ ]", "", name.strip().casefold())

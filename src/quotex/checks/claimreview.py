"""schema.org's ClaimReview to known checks, wherever it stands in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quotex.checks.records import KnownCheck
from quotex.errors import InputError
from quotex.inputs.strings import as_string

_TYPE = "ClaimReview"


def is_claim_review(value: object) -> bool:
    """Whether a JSON value is a ClaimReview, by its type, however that is spelled, or by what it has."""
    if not isinstance(value, Mapping):
        return False
    found = value.get("@type", value.get("type"))
    types = found if isinstance(found, list) else [found]
    named = any(isinstance(each, str) and each.rpartition("/")[2].rpartition(":")[2] == _TYPE for each in types)
    return named or ("claimReviewed" in value and isinstance(value.get("reviewRating"), Mapping | list))


def claim_reviews(value: object) -> Iterator[Mapping[str, Any]]:
    """Every ClaimReview in a JSON value, in the order of the text: itself, in lists, in "@graph", below any field."""
    due = [value]
    while due:
        each = due.pop()
        if is_claim_review(each):
            assert isinstance(each, Mapping)
            yield each
        elif isinstance(each, Mapping):
            due.extend(reversed(list(each.values())))
        elif isinstance(each, list):
            due.extend(reversed(each))


def of_claim_review(review: Mapping[str, Any]) -> KnownCheck:
    """The check that a ClaimReview tells of. Raises ``InputError`` where it names no claim."""
    reviewed = _first(review.get("itemReviewed"))
    rating = _first(review.get("reviewRating"))
    claim = as_string(review.get("claimReviewed")) or _of(reviewed, "text", "name", "headline")
    if claim is None:
        raise InputError('a ClaimReview needs the claim in "claimReviewed"')
    return KnownCheck(
        claim=claim,
        id=_of(review, "@id", "identifier"),
        title=_of(review, "headline", "name"),
        url=_of(review, "url", "mainEntityOfPage"),
        rating=_of(rating, "alternateName", "name", "ratingExplanation", "ratingValue"),
        publisher=_named(review, "author", "publisher", "sdPublisher"),
        claimant=_named(reviewed, "author", "creator"),
        date=_of(review, "datePublished", "dateCreated", "dateModified"),
        language=_of(review, "inLanguage"),
    )


def _first(value: object) -> Mapping[str, Any]:
    """The object itself or the first of a list of them; an empty one where there is none."""
    values = value if isinstance(value, list) else [value]
    return next((each for each in values if isinstance(each, Mapping)), {})


def _of(record: Mapping[str, Any], *names: str) -> str | None:
    return next((text for name in names if (text := as_string(_plain(record.get(name)))) is not None), None)


def _plain(value: object) -> object:
    """Of a link to another node its address, and of a text with its language the text."""
    if isinstance(value, Mapping):
        return next((value[key] for key in ("@value", "@id", "name") if key in value), None)
    return value


def _named(record: Mapping[str, Any], *names: str) -> str | None:
    """The name, or else the address, of the first of these that has one; names of several joined."""
    for name in names:
        found = record.get(name)
        values = found if isinstance(found, list) else [found]
        told = [
            _of(each, "name", "alternateName", "url", "@id") if isinstance(each, Mapping) else as_string(each)
            for each in values
        ]
        if any(told):
            return "; ".join(filter(None, told))
    return None

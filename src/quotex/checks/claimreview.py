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
    """Every ClaimReview in a JSON value, in the order of the text: itself, in lists, in "@graph", below any field, also
    of another ClaimReview. One that stands for another node by its "@id" alone, or below another one names no claim, is
    a mention of it and left out."""
    due = [(value, False)]
    while due:
        each, inside = due.pop()
        if is_claim_review(each):
            assert isinstance(each, Mapping)
            if not _is_reference(each) and not (inside and not _reviewed(each)):
                yield each
            inside = True
        if isinstance(each, Mapping | list):
            below = list(each.values()) if isinstance(each, Mapping) else each
            due.extend((part, inside) for part in reversed(below))


def checks_of_review(review: Mapping[str, Any]) -> list[KnownCheck]:
    """The checks that a ClaimReview tells of, one for each claim that it names. Where it names several, ratings and
    claimants of which there are as many go with them in order; where there are others than one, they are left out, as
    nothing tells whose they are.

    Raises ``InputError`` where it names no claim.
    """
    claims = _claims(review)
    ratings = _for_each(review.get("reviewRating"), len(claims))
    return [
        KnownCheck(
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
        for (claim, reviewed), rating in zip(claims, ratings, strict=True)
    ]


def claims_of_review(review: Mapping[str, Any]) -> list[dict[str, str | None]]:
    """The claims that a ClaimReview names as "claim", with its "id", and the "date" of the claim, not of the review.

    Raises ``InputError`` where it names none.
    """
    id_ = _of(review, "@id", "identifier")
    dates = ("datePublished", "dateCreated")
    return [{"claim": claim, "id": id_, "date": _of(reviewed, *dates)} for claim, reviewed in _claims(review)]


def _claims(review: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """Each claim with the item reviewed that it belongs to."""
    claims = _reviewed(review)
    if not claims:
        raise InputError('a ClaimReview needs the claim in "claimReviewed"')
    return claims


def _reviewed(review: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    items = review.get("itemReviewed")
    texts = [text for each in _listed(review.get("claimReviewed")) if (text := as_string(_plain(each))) is not None]
    if texts:
        return list(zip(texts, _for_each(items, len(texts)), strict=True))
    found = [(_of(each, "text", "name", "headline"), each) for each in _listed(items) if isinstance(each, Mapping)]
    return [(text, each) for text, each in found if text is not None]


def _is_reference(node: Mapping[str, Any]) -> bool:
    return set(node) <= {"@id", "@type", "@context", "id", "type"} and not {"@id", "id"}.isdisjoint(node)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _for_each(value: object, count: int) -> list[Mapping[str, Any]]:
    """The object in ``value`` for each of ``count`` claims: its own where there are as many, the same where there is
    one, of several for one claim the first; an empty one where there is none or it cannot be told whose they are."""
    found = [each for each in _listed(value) if isinstance(each, Mapping)]
    if len(found) == count:
        return found
    return [found[0] if found and 1 in (count, len(found)) else {}] * count


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
        told = [
            _of(each, "name", "alternateName", "url", "@id") if isinstance(each, Mapping) else as_string(each)
            for each in _listed(found)
        ]
        if any(told):
            return "; ".join(filter(None, told))
    return None

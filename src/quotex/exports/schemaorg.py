"""schema.org's Quotation, Claim and ClaimReview as JSON-LD.

Only what an article says was said comes out: an attribution that is denied, asked, declined, negated or yet to be said
is neither a quotation of its source nor a claim of it. Nobody is made up: without a speaker there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from quotex.dates import iso_day
from quotex.exports.agents import credits_of
from quotex.exports.ids import address_of, document_iri, urn
from quotex.records import Act, Article, Attribution, Status

CONTEXT = "https://schema.org"
_CLAIMED = frozenset({Act.STATEMENT, Act.EVIDENCE})
"""Acts that can be true or not; a directive cannot."""


def quotations(article: Article) -> Iterator[dict[str, Any]]:
    """A Quotation for each quote with words in quotation marks, or after a colon, in the article's order.

    ``text`` is these words alone, with their marks; where they stand in several places, " … " joins them.
    """
    for each in article.quotes:
        verbatim = tuple(segment for segment in each.content if segment.verbatim)
        if verbatim and each.status is Status.ASSERTED:
            said = {"text": evolve(each, content=verbatim).text, "isPartOf": _work(article)}
            claim = {"interpretedAsClaim": {"@id": _iri(article, each, "Claim")}} if _is_claim(each) else {}
            yield _item(article, each, "Quotation") | said | credits_of(each, ("spokenByCharacter", "creator")) | claim


def claims(article: Article) -> Iterator[dict[str, Any]]:
    """A Claim for each statement and finding that a source puts forward, in the article's order.

    ``text`` is the content as it stands, the source's own words or not. ``firstAppearance`` is never told, since one
    article does not show it.
    """
    for each in article.quotes:
        if _is_claim(each):
            yield {"@context": CONTEXT} | _claim(article, each)


def claim_reviews(article: Article) -> Iterator[dict[str, Any]]:
    """A draft of a ClaimReview for each claim, in the article's order: what is to be checked, and no more.

    ``claimReviewed`` is the stand-alone text, where the record has one; ``itemReviewed`` has the content as it stands.
    Rating, author, address and date of the review are for the desk to write.
    """
    alone = {claim.id: claim.stand_alone.text for claim in article.claims}
    for each in article.quotes:
        if _is_claim(each):
            yield {
                **_item(article, each, "ClaimReview"),
                "creativeWorkStatus": "Draft",
                "claimReviewed": alone.get(each.id, each.text),
                "itemReviewed": _claim(article, each),
            }


def _is_claim(attribution: Attribution) -> bool:
    return attribution.status is Status.ASSERTED and attribution.act in _CLAIMED


def _claim(article: Article, attribution: Attribution) -> dict[str, Any]:
    node = {name: value for name, value in _item(article, attribution, "Claim").items() if name != "@context"}
    said = {"text": attribution.text, "appearance": _work(article)}
    return node | said | credits_of(attribution, ("author",))


def _item(article: Article, attribution: Attribution, type_: str) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "@id": _iri(article, attribution, type_),
        "@type": type_,
        "identifier": attribution.id,
    }


def _iri(article: Article, attribution: Attribution, type_: str) -> str:
    return urn(type_, article.metadata.id, attribution.id)


def _work(article: Article) -> dict[str, Any]:
    """The article, with what is known of it."""
    about = article.metadata
    known = {
        "identifier": about.id,
        "headline": about.title,
        "url": address_of(article),
        "datePublished": iso_day(about.date),
        "creditText": about.author,
    }
    return {"@id": document_iri(article), "@type": "Article"} | {name: value for name, value in known.items() if value}

"""JSON-LD contexts of our own for checking exports without a network: the terms that they use, and no others.

The published contexts of schema.org and of the Web Annotation Vocabulary define the same terms the same way, and many
more; a term that is not here is an error. ``loader`` hands these out under the published addresses.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyld import jsonld

_IRI = {"@type": "@id"}

SCHEMA_ORG: dict[str, Any] = {
    "schema": "http://schema.org/",
    **{
        name: f"schema:{name}"
        for name in """
            Article Claim ClaimReview CreativeWork Organization Person Quotation affiliation alternateName appearance
            author claimReviewed creativeWorkStatus creator creditText headline identifier interpretedAsClaim isBasedOn
            isPartOf itemReviewed jobTitle name spokenByCharacter text
        """.split()
    },
    "url": {"@id": "schema:url", **_IRI},
    "datePublished": {"@id": "schema:datePublished", "@type": "schema:Date"},
}
_XSD = "http://www.w3.org/2001/XMLSchema#"
ANNOTATION: dict[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#",
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in """
            Annotation SpecificResource TextPositionSelector TextQuoteSelector TextualBody describing exact linking
            prefix suffix tagging
        """.split()
    },
    "Software": "https://www.w3.org/ns/activitystreams#Application",
    "generator": {"@id": "https://www.w3.org/ns/activitystreams#generator", **_IRI},
    "name": "http://xmlns.com/foaf/0.1/name",
    "label": {"@id": "http://www.w3.org/2000/01/rdf-schema#label", "@type": f"{_XSD}string"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody", **_IRI},
    "target": {"@id": "oa:hasTarget", **_IRI},
    "source": {"@id": "oa:hasSource", **_IRI},
    "selector": {"@id": "oa:hasSelector", **_IRI},
    "start": {"@id": "oa:start", "@type": f"{_XSD}nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": f"{_XSD}nonNegativeInteger"},
}
_CONTEXTS = {"https://schema.org": SCHEMA_ORG, "http://www.w3.org/ns/anno.jsonld": ANNOTATION}


def loader(url: str, options: object = None) -> dict[str, Any]:
    """The context at an address, as pyld asks for it. Raises ``KeyError`` for any other address."""
    context = {"@context": _CONTEXTS[url]}
    return {"contextUrl": None, "documentUrl": url, "document": context, "contentType": "application/ld+json"}


def expanded(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document with every term written out, by a JSON-LD processor.

    Raises ``ValueError`` for a term that its context lacks, which the processor would drop, and for a document that
    makes no graph of one node or more.
    """
    unknown = sorted(set(_terms(document)) - set(_CONTEXTS[document["@context"]]))
    if unknown:
        raise ValueError(f"terms that the context lacks: {unknown}")
    options = {"documentLoader": loader}
    (node,) = jsonld.expand(document, options)
    if not jsonld.to_rdf(document, options):
        raise ValueError("the document says nothing")
    return dict(node)


def _terms(value: object) -> list[str]:
    if isinstance(value, list):
        return [term for each in value for term in _terms(each)]
    if not isinstance(value, Mapping):
        return []
    own = [key for key in value if not key.startswith("@")]
    types = [value[key] for key in ("type", "@type") if key in value]
    return [*own, *types, *(term for each in value.values() for term in _terms(each))]

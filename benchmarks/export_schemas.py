"""JSON Schemas of the exports, written from what the standards and tools document.

They are closed: a key that is not named is an error.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from quotex.exports.parts import Role
from quotex.records import Act, Kind, Status

Schema = dict[str, Any]

_STRING = {"type": "string", "minLength": 1}
_COUNT = {"type": "integer", "minimum": 0}
_URN = {"type": "string", "pattern": "^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"}
_IRI = {"anyOf": [_URN, {"type": "string", "pattern": r"^https?://\S+$"}]}
_DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}


def _object(needed: Schema, optional: Schema | None = None) -> Schema:
    properties = {**needed, **(optional or {})}
    return {"type": "object", "properties": properties, "required": list(needed), "additionalProperties": False}


def _list(items: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": items, "minItems": least}


def _some(items: Schema) -> Schema:
    """One, or a list of two and more."""
    return {"anyOf": [items, _list(items, 2)]}


def _type(name: str) -> Schema:
    return {"@type": {"const": name}}


_ORGANISATION = _object({**_type("Organization"), "name": _STRING}, {"alternateName": _some(_STRING)})
_PERSON = {
    **_object(
        _type("Person"),
        {
            "name": _STRING,
            "alternateName": _some(_STRING),
            "jobTitle": _some(_STRING),
            "affiliation": _some(_object({**_type("Organization"), "name": _STRING})),
        },
    ),
    "anyOf": [{"required": ["name"]}, {"required": ["jobTitle"]}],
}
_AGENTS = _some({"anyOf": [_PERSON, _ORGANISATION]})
_ARTICLE = _object(
    {"@id": _IRI, **_type("Article")},
    {"identifier": _STRING, "headline": _STRING, "url": _IRI, "datePublished": _DAY, "creditText": _STRING},
)
_CREDITS = {"creditText": _STRING, "isBasedOn": _some(_object({**_type("CreativeWork"), "name": _STRING}))}
_CONTEXT = {"@context": {"const": "https://schema.org"}}


def _item(type_: str) -> Schema:
    return {"@id": _URN, **_type(type_), "identifier": {"type": "string"}}


_CLAIM = {**_item("Claim"), "text": _STRING, "appearance": _ARTICLE}
_CREDITED_CLAIM = {**_CREDITS, "author": _AGENTS}
_QUOTATION = _object(
    {**_CONTEXT, **_item("Quotation"), "text": _STRING, "isPartOf": _ARTICLE},
    {
        **_CREDITS,
        "spokenByCharacter": _AGENTS,
        "creator": _AGENTS,
        "interpretedAsClaim": _object({"@id": _URN}),
    },
)
_CLAIM_REVIEW = _object(
    {
        **_CONTEXT,
        **_item("ClaimReview"),
        "creativeWorkStatus": {"const": "Draft"},
        "claimReviewed": _STRING,
        "itemReviewed": _object(_CLAIM, _CREDITED_CLAIM),
    }
)

_SELECTORS = {
    "type": "array",
    "prefixItems": [
        _object(
            {"type": {"const": "TextQuoteSelector"}, "exact": _STRING},
            {"prefix": {"type": "string"}, "suffix": {"type": "string"}},
        ),
        _object({"type": {"const": "TextPositionSelector"}, "start": _COUNT, "end": _COUNT}),
    ],
    "items": False,
    "minItems": 2,
}
_PLACE = {"type": {"const": "SpecificResource"}, "source": _IRI, "selector": _SELECTORS}
_TEXTUAL = _object(
    {
        "type": {"const": "TextualBody"},
        "purpose": {"enum": ["tagging", "describing"]},
        "format": {"const": "text/plain"},
        "value": _STRING,
    }
)
_LINKED = _object({**_PLACE, "purpose": {"const": "linking"}, "label": {"enum": [role.lower() for role in Role]}})
_ANNOTATION = _object(
    {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": _URN,
        "type": {"const": "Annotation"},
        "motivation": {"const": "describing"},
        "generator": _object({"type": {"const": "Software"}, "name": _STRING}),
        "body": _list({"anyOf": [_TEXTUAL, _LINKED]}, 3),
        "target": _list(_object(_PLACE), 1),
    }
)


def _region(name: str, type_: str, value: Schema) -> Schema:
    return _object(
        {
            "id": _STRING,
            "from_name": {"const": name},
            "to_name": {"const": "text"},
            "type": {"const": type_},
            "value": _object({"start": _COUNT, "end": _COUNT, **value}),
        }
    )


def _choice(enum: type[StrEnum]) -> Schema:
    one = {"type": "array", "items": {"enum": list(enum)}, "minItems": 1, "maxItems": 1}
    return _region(enum.__name__.lower(), "choices", {"choices": one})


_LABEL = {"type": "array", "items": {"enum": list(Role)}, "minItems": 1, "maxItems": 1}
_RELATION = _object(
    {
        "type": {"const": "relation"},
        "from_id": _STRING,
        "to_id": _STRING,
        "direction": {"const": "right"},
        "labels": _list(_STRING, 1),
    }
)
_RESULTS = [
    _region("role", "labels", {"text": _STRING, "labels": _LABEL}),
    *(_choice(enum) for enum in (Act, Kind, Status)),
    _region("speaker", "textarea", {"text": _list(_STRING, 1)}),
    _RELATION,
]
_TASK = _object(
    {
        "data": _object(
            {"text": _STRING, "text_sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}},
            {name: {"type": "string"} for name in ("document_id", "title", "date", "url")},
        ),
        "predictions": {
            **_list(_object({"model_version": _STRING, "result": _list({"anyOf": _RESULTS})}), 1),
            "maxItems": 1,
        },
    }
)

_HASH = {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1}
_TOKEN = _object({"text": _STRING, "start": _COUNT, "end": _COUNT, "id": _COUNT, "ws": {"type": "boolean"}})
_SPAN = _object(
    {"start": _COUNT, "end": _COUNT, "token_start": _COUNT, "token_end": _COUNT, "label": {"enum": list(Role)}}
)
_PRODIGY = _object(
    {
        "text": _STRING,
        "tokens": _list(_TOKEN, 1),
        "spans": _list(_SPAN, 1),
        "meta": _object(
            {
                "id": {"type": "string"},
                "start": _COUNT,
                "act": {"enum": list(Act)},
                "kind": {"enum": list(Kind)},
                "status": {"enum": list(Status)},
            },
            {"document": {"type": "string"}, "speaker": _STRING, "url": {"type": "string"}},
        ),
        "_input_hash": _HASH,
        "_task_hash": _HASH,
    }
)

SCHEMAS: dict[str, Schema] = {
    "quotations": _QUOTATION,
    "claims": _object({**_CONTEXT, **_CLAIM}, _CREDITED_CLAIM),
    "claim-reviews": _CLAIM_REVIEW,
    "web-annotations": _ANNOTATION,
    "label-studio": _TASK,
    "prodigy": _PRODIGY,
}
"""By the name that the command line has for the export; brat's files are no JSON."""

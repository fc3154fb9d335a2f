"""The JSON Schema (draft 2020-12) of an article in JSON, made from the records.

``article-1.json`` beside this file is its published form; a test compares the two.
"""

from __future__ import annotations

import inspect
from enum import Enum
from importlib.resources import files
from typing import Any

from quotex.fieldtypes import item_of, optional, types_of
from quotex.records import SCHEMA_VERSION, Article, Attribution, Claim, Real, Resolution, Span, StandAlone
from quotex.serial import KEYS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SPEAKER_IDS = {"type": "array", "items": {"type": "string"}, "description": "Ids of the article's speakers."}
_ATTRIBUTION_ID = {
    "anyOf": [{"type": "string"}, {"type": "null"}],
    "description": "Id of the attribution whose content it is.",
}
_QUOTE_IDS = {"type": "array", "items": {"type": "string"}, "description": "Ids of the attributions that are quotes."}


def published_schema() -> str:
    """The text of the published schema."""
    return files(__package__).joinpath(f"article-{SCHEMA_VERSION}.json").read_text(encoding="utf-8")


def article_schema() -> dict[str, Any]:
    """The schema made from the records as they are now."""
    definitions: dict[str, Any] = {}
    root = _record(Article, definitions)
    parts = root["properties"] | {
        "schema_version": {"const": SCHEMA_VERSION},
        "text_sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "quotes": _QUOTE_IDS,
    }
    return {
        "$schema": _DIALECT,
        "$id": f"urn:quotex:article:{SCHEMA_VERSION}",
        "title": "quotex article",
        **root,
        "properties": {name: parts[name] for name in KEYS},
        "required": list(KEYS),
        "$defs": dict(sorted(definitions.items())),
    }


def _record(record: type, definitions: dict[str, Any]) -> dict[str, Any]:
    parts = {name: _schema(declared, definitions) for name, declared in types_of(record).items()}
    if record is Resolution:
        parts["speakers"] = _SPEAKER_IDS
    if record is Attribution:
        parts["content"] = parts["content"] | {"minItems": 1}
    if record is Claim:
        parts["attribution"] = _ATTRIBUTION_ID
        parts["types"] = parts["types"] | {"minItems": 1}
    if issubclass(record, Span | StandAlone):
        parts["text"] = {"type": "string", "minLength": 1}
    return {
        "description": _description(record),
        "type": "object",
        "properties": parts,
        "required": list(parts),
        "additionalProperties": False,
    }


def _schema(declared: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if (inner := optional(declared)) is not None:
        return {"anyOf": [_schema(inner, definitions), {"type": "null"}]}
    if (item := item_of(declared)) is not None:
        return {"type": "array", "items": _schema(item, definitions)}
    simple: dict[Any, dict[str, Any]] = {
        str: {"type": "string"},
        int: {"type": "integer", "minimum": 0},
        float: {"type": "number", "minimum": 0, "maximum": 1},
        Real: {"type": "number"},
        bool: {"type": "boolean"},
    }
    if declared in simple:
        return simple[declared]
    name = declared.__name__
    if name not in definitions:
        definitions[name] = {}  # holds the place, so that a record may refer to itself
        definitions[name] = _enum(declared) if issubclass(declared, Enum) else _record(declared, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _enum(declared: type[Enum]) -> dict[str, Any]:
    return {"description": _description(declared), "enum": [member.value for member in declared]}


def _description(declared: type) -> str:
    """The docstring on one line, so that the schema does not change where lines are broken anew."""
    return " ".join((inspect.getdoc(declared) or "").split())

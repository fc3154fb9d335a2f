"""What a worker does first: a raw document to a text with its metadata."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import evolve

from quotex.documents import Document, Fault
from quotex.fieldtypes import kind_of
from quotex.inputs import pages
from quotex.inputs.charsets import decoded, decoded_record
from quotex.inputs.faults import Broken, FaultCode
from quotex.inputs.fields import FieldMap
from quotex.inputs.raw import Raw
from quotex.inputs.strings import as_string
from quotex.records import Metadata


def decode(raw: Raw, *, encoding: str | None = None) -> Document | Fault:
    """The document, or why there is none, whatever its bytes are.

    ``encoding`` is that of texts and JSON that are not UTF-8; a page's own word goes first. The text is kept as it
    stands, a byte order mark aside. Raises ``MissingExtraError`` for a page where trafilatura is not installed, and
    nothing else.
    """
    about = raw.about
    try:
        if raw.form == "json":
            row = _object(raw, encoding)
            named = (raw.fields or FieldMap(text="text")).named
            about = _described(row, named)
            text = _text(row, named["text"])
        elif raw.form == "html":
            page = pages.read(raw, encoding)
            about = _joined(about, page.about)
            text = page.text
        else:
            text = decoded(raw.data, raw.charset, encoding)
        if not text.strip():
            raise Broken(FaultCode.NO_TEXT, "there is no text")
    except Broken as broken:
        return broken.fault(raw.origin, about.id)
    return Document(raw.origin, text, about if about.id else evolve(about, id=raw.origin))


def _object(raw: Raw, encoding: str | None) -> dict[str, Any]:
    try:
        value = json.loads(decoded_record(raw.data, encoding))
    except (ValueError, RecursionError) as error:
        raise Broken(FaultCode.NOT_JSON, f"no valid JSON: {error}") from None
    if not isinstance(value, dict):
        raise Broken(FaultCode.NOT_OBJECT, f"a JSON object is needed, not {kind_of(value)}")
    return value


def _described(row: Mapping[str, Any], named: Mapping[str, str]) -> Metadata:
    return Metadata(**{role: as_string(row.get(name)) for role, name in named.items() if role != "text"})


def _text(row: Mapping[str, Any], name: str) -> str:
    text = row.get(name)
    if text is None:
        raise Broken(FaultCode.NO_TEXT, f"the record has nothing in its field {name!r}")
    if not isinstance(text, str):
        raise Broken(FaultCode.TEXT_NOT_STRING, f"the field {name!r} holds {kind_of(text)} and no string")
    return text


def _joined(container: Metadata, page: Metadata) -> Metadata:
    """What the page says of itself, its address aside, which the container knows better, as it does the id."""
    return evolve(page, id=container.id, url=container.url or page.url, date=page.date or container.date)

"""Which field of a record is the text, the title and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve, field, fields, frozen

from quotex.inputs.faults import Broken, FaultCode
from quotex.validators import must_be

CANDIDATES = {
    "text": """
        text body content article article_text article_body body_text maintext full_text story story_text plain_text
        raw_text news_text document
    """,
    "id": "id _id doc_id document_id article_id story_id uuid guid uid",
    "title": "title headline article_title heading",
    "date": """
        date published publication_date publish_date published_date date_publish date_published published_at pubdate
        datetime created_at created timestamp
    """,
    "author": "author authors byline creator creators writer journalist",
    "url": "url link source_url article_url canonical_url canonical permalink web_url uri href",
}
"""Names of fields by role, likelier ones first; they are compared without case, hyphens, blanks and underscores."""


_name = must_be("the name of a field or None", lambda value: value is None or (isinstance(value, str) and bool(value)))


def _role() -> Any:  # attrs types a field by its default
    return field(default=None, validator=_name)


@frozen
class FieldMap:
    """The name of the field that holds each of these; ``None`` for what the records lack, or what is to be guessed.
    Raises ``SettingsError`` for anything but names."""

    text: str | None = _role()
    id: str | None = _role()
    title: str | None = _role()
    date: str | None = _role()
    author: str | None = _role()
    url: str | None = _role()

    @property
    def named(self) -> dict[str, str]:
        """The names that are there, by role."""
        roles = (attribute.name for attribute in fields(FieldMap))
        return {role: name for role in roles if (name := getattr(self, role)) is not None}


def fields_of_columns(columns: Sequence[str], wanted: FieldMap) -> FieldMap:
    """The fields of a table: those ``wanted``, the others guessed from the names of its columns.

    Raises ``Broken`` where a wanted one is not there, or nothing looks like the text.
    """
    missing = [name for name in wanted.named.values() if name not in columns]
    if missing:
        raise _no_such_field(missing[0], columns)
    return _guessed(columns, columns, wanted)


def fields_of_records(records: Sequence[Mapping[str, object]], wanted: FieldMap) -> FieldMap:
    """The fields of JSON records, of which ``records`` are the first ones: those ``wanted``, the others guessed.

    The text is guessed from the first record in which a likely name holds a string, the others from the names in all of
    them, as records may leave out what they lack. Without records the text is taken to be called "text".

    Raises ``Broken`` where none has the wanted text, or nothing looks like the text.
    """
    if not records:
        return evolve(wanted, text=wanted.text or "text")
    names = list(dict.fromkeys(name for record in records for name in record))
    if wanted.text is not None and wanted.text not in names:
        raise _no_such_field(wanted.text, names)
    written = [[name for name, value in record.items() if isinstance(value, str)] for record in records]
    texts = next((some for some in written if _likely(some, "text")), [])
    return _guessed(texts, names, wanted)


def _guessed(texts: Sequence[str], names: Sequence[str], wanted: FieldMap) -> FieldMap:
    if wanted.text is None and _likely(texts, "text") is None:
        message = f"none of the fields looks like the text; say which one it is of {_listed(names)}"
        raise Broken(FaultCode.NO_TEXT_FIELD, message)
    guessed = {role: _likely(texts if role == "text" else names, role) for role in CANDIDATES}
    taken = set(wanted.named.values())
    return FieldMap(**{role: name for role, name in guessed.items() if name not in taken} | wanted.named)


def _likely(names: Iterable[str], role: str) -> str | None:
    """The first of the names that is the likeliest for the role."""
    known = {_plain(name): name for name in reversed(list(names))}
    return next((known[plain] for plain in map(_plain, CANDIDATES[role].split()) if plain in known), None)


def _plain(name: str) -> str:
    """A name to be compared; only an underscore at its beginning counts."""
    return re.sub("(?<=.)[-_ ]", "", name.strip().casefold())


def _no_such_field(name: str, names: Sequence[str]) -> Broken:
    return Broken(FaultCode.NO_SUCH_FIELD, f"there is no field {name!r}; the fields are {_listed(names)}")


def _listed(names: Sequence[str], most: int = 30) -> str:
    shown = ", ".join(repr(name[:60]) for name in names[:most]) or "none"
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown

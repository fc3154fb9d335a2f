"""A document as its container holds it, not decoded yet: small, quick to make, and pickled to a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from attrs import field, frozen

from quotex.documents import Fault
from quotex.inputs.fields import FieldMap
from quotex.records import Metadata

Form = Literal["text", "html", "json"]


@frozen
class Raw:
    """One document, not yet decoded."""

    origin: str
    """The path as given and, in a container, the number of the record from 0."""
    form: Form
    data: bytes
    """The text or page as it stands; of a table's row, a JSON object of the fields that are mapped."""
    fields: FieldMap | None = None
    """Of JSON; ``None`` for texts and pages."""
    about: Metadata = field(factory=Metadata)
    """What the container tells of it."""
    charset: str | None = None
    """The encoding that the container names for ``data``."""


@frozen
class Source:
    """An input to be cut into documents: what each reader gets."""

    origin: str
    path: str | None
    """Where the bytes lie as they are; ``None`` where they have to be unpacked first, and for standard input."""
    chunks: Iterator[bytes]
    """The bytes, unpacked; raises ``Broken`` where they end too early. Nothing is opened before the first is taken."""
    wanted: FieldMap
    encoding: str | None
    report: Callable[[str, FieldMap], None]


Found = Iterator[Raw | Fault]
"""What a reader yields; it raises ``Broken`` where it has to end before its source does."""

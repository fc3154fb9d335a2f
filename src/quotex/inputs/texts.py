"""Files that are one document: texts and pages."""

from __future__ import annotations

from quotex.inputs.raw import Found, Raw, Source
from quotex.inputs.streams import whole


def read_text(source: Source) -> Found:
    """The file as one text."""
    yield Raw(source.origin, "text", whole(source.chunks))


def read_page(source: Source) -> Found:
    """The file as one HTML page."""
    yield Raw(source.origin, "html", whole(source.chunks))

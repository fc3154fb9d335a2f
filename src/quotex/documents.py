"""A document to be read and what went wrong with one."""

from __future__ import annotations

from attrs import field, frozen

from quotex.records import Metadata


@frozen
class Document:
    """A document to be read: its text, what is known of it, and where it comes from."""

    origin: str
    """The path as given and, in a container, the number of the record from 0: ``news/2019.jsonl.gz#12``."""
    text: str
    metadata: Metadata = field(factory=Metadata)
    """Its ``id`` is the given id or the origin."""


@frozen
class Fault:
    """Why a document, or an input, could not be read: one row of the error file."""

    origin: str
    code: str
    """Stable, in snake_case: ``encoding``, ``not_json``, ``timeout`` …"""
    message: str
    """For people; says what to do where that helps."""
    id: str | None = None

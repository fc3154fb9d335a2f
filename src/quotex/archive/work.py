"""What a worker does: raw documents to records, one output a document. Runs alike in a process, on Ray or anywhere.

spaCy is imported where documents are read: the process that hands them out does without its memory.
"""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import IO

from attrs import field, frozen

from quotex import encoder
from quotex.documents import Document, Fault
from quotex.errors import MissingExtraError, ModelError, QuotexError, SurrogateError, TooLongError
from quotex.inputs import Raw, decode
from quotex.inputs.charsets import is_encoding
from quotex.known import KnownSpeaker
from quotex.records import Article
from quotex.serial import to_json
from quotex.settings import Settings
from quotex.validators import flag, must_be

_HIGHEST = 10_000_000
"""Seconds or megabytes: 115 days, or 10 terabytes."""


@frozen
class Line:
    """The record of a document as it stands in a file."""

    data: bytes
    """JSON in UTF-8, line end included."""
    quotes: int


Item = Raw | Document
Output = Line | Article | Fault
"""What comes of one document: its record, as a line or as it is, or what was wrong."""

_CODES = ((SurrogateError, "surrogate"), (TooLongError, "too_long"))
OUT_OF_TIME = 1
"""The exit code of a process that ran out of its time, which ``faulthandler`` sets."""


def _is_limit(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= _HIGHEST


def _are_speakers(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(each, KnownSpeaker) for each in value)


def _is_charset(value: object) -> bool:
    return value is None or (isinstance(value, str) and is_encoding(value))


_limit = must_be(f"a number from 0 to {_HIGHEST:,}", _is_limit)
_settings = must_be("quotex.Settings", lambda value: isinstance(value, Settings))
_speakers = must_be("a tuple of quotex.KnownSpeaker", _are_speakers)
_charset = must_be("a text encoding known to Python", _is_charset)


@frozen
class Job:
    """How documents are read: the same for all of a run. Each field is checked; a wrong one raises
    ``SettingsError``."""

    settings: Settings = field(factory=Settings, validator=_settings)
    known_speakers: tuple[KnownSpeaker, ...] = field(default=(), validator=_speakers)
    encoding: str | None = field(default=None, validator=_charset)
    """Of texts and tables that are not UTF-8."""
    seconds: float = field(default=60.0, validator=_limit)
    """The most time that one document may take; 0 for any."""
    megabytes: int = field(default=0, validator=_limit)
    """The most address space that a worker of ours may take; 0 for any."""
    as_lines: bool = field(default=True, validator=flag)
    """Whether outputs are lines rather than articles."""


def read_all(items: Iterable[Item], job: Job) -> Iterator[Output]:
    """One output for each item, in order, as soon as it is there.

    What is wrong with a document comes out as a ``Fault``. A document that takes longer than ``job.seconds`` ends the
    process, as one that crashes it does: whoever started it has to read the others again without that one. Raises
    ``MemoryError``, ``ModelError`` and ``MissingExtraError``, which are not the document's fault alone.
    """
    for item in items:
        with _limited(job.seconds):
            output = _read(item, job)
        yield output


def warm_up() -> None:
    """Load what the first document would have to wait for. Raises ``ModelError`` where the model is damaged."""
    from quotex.extraction import extract

    encoder.model_sha256()
    extract("It rained.")


def _read(item: Item, job: Job) -> Output:
    id_ = item.metadata.id if isinstance(item, Document) else item.about.id
    try:
        document = decode(item, encoding=job.encoding) if isinstance(item, Raw) else item
        if isinstance(document, Fault):
            return document
        id_ = document.metadata.id
        article = _extracted(document, job)
        return Line(f"{to_json(article)}\n".encode(), len(article.quotes)) if job.as_lines else article
    except (MemoryError, ModelError, MissingExtraError):
        raise
    except QuotexError as error:
        code = next((code for kind, code in _CODES if isinstance(error, kind)), "not_text")
        return Fault(item.origin, code, str(error), id_)
    except Exception as error:  # a fault of quotex, which must not cost the other documents
        return Fault(item.origin, "internal", f"internal error, please report it: {error!r}", id_)


def _extracted(document: Document, job: Job) -> Article:
    from quotex.extraction import extract

    about = document.metadata
    return extract(
        document.text,
        id=about.id,
        title=about.title,
        date=about.date,
        author=about.author,
        url=about.url,
        settings=job.settings,
        known_speakers=job.known_speakers,
    )


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """End the process if the block takes longer: a thread outside Python does it, whatever the block hangs in."""
    if not seconds:
        yield
        return
    faulthandler.dump_traceback_later(seconds, exit=True, file=_nowhere())
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


@cache
def _nowhere() -> IO[str]:
    return open(os.devnull, "w")

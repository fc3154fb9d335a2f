"""``quotex.extract_many``: articles of many texts, in order, from several processes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from attrs import evolve, fields

from quotex.archive.apart import read_apart
from quotex.archive.work import Job, read_all
from quotex.documents import Document, Fault
from quotex.errors import InputTypeError, SettingsError
from quotex.known import KnownSpeaker, read_known_speakers
from quotex.records import Article, Metadata
from quotex.settings import Settings, checked_settings

_ROLES = tuple(attribute.name for attribute in fields(Metadata))


def extract_many(
    documents: Iterable[str | Mapping[str, str | None] | Document],
    *,
    workers: int | None = None,
    settings: Settings | None = None,
    known_speakers: Iterable[KnownSpeaker | str] = (),
    seconds: float = 60.0,
) -> Iterator[Article | Fault]:
    """What ``extract`` makes of each document, in their order, one at a time, with errors as values.

    A document is a text, a ``Document``, or a mapping with its "text" and any of "id", "title", "date", "author" and
    "url". What cannot be read comes out as a ``Fault`` in its place, whose ``origin`` is that of the ``Document``, else
    the number of the document from 0: texts that are refused, that take longer than ``seconds`` each (0: any time), and
    those over which a process dies. The articles are the same as those that ``extract`` gives.

    ``workers`` processes read them, by default one for each processor; with 0 this one does, without a limit of time.
    Documents are taken as they are needed, some 64 for each worker ahead of what is given out. The processes are
    spawned: a script has to call this under ``if __name__ == "__main__":``. They end with the iterator.

    Raises ``InputTypeError`` where a document is none of these, ``SettingsError`` for wrong settings, known speakers or
    numbers, ``ModelError`` where the bundled model is damaged, and ``WorkerError`` where processes cannot be loaded.
    """
    if isinstance(documents, str | bytes | Mapping | Document):
        raise InputTypeError("documents must be several, such as a list of them; extract reads one")
    if workers is not None and (isinstance(workers, bool) or not isinstance(workers, int) or workers < 0):
        raise SettingsError(f"workers must be a whole number from 0, not {workers!r}")
    job = Job(
        settings=checked_settings(settings),
        known_speakers=read_known_speakers(known_speakers),
        seconds=seconds if workers != 0 else 0.0,
        as_lines=False,
    )
    count = os.cpu_count() or 1 if workers is None else workers
    numbered = _numbered(documents)
    outputs = read_apart(numbered, job, count) if count else read_all(numbered, job)
    return cast("Iterator[Article | Fault]", outputs)


def _numbered(documents: Iterable[Any]) -> Iterator[Document]:
    for number, given in enumerate(documents):
        yield _document(given, str(number))


def _document(given: Any, origin: str) -> Document:
    if isinstance(given, Document):
        return given
    if isinstance(given, str):
        return Document(origin, given)
    if not isinstance(given, Mapping) or not isinstance(given.get("text"), str):
        raise InputTypeError(
            f"document {origin} must be a text, a Document, or a mapping with a string under 'text', "
            f"not {type(given).__name__}"
        )
    unknown = [key for key in given if key != "text" and key not in _ROLES]
    if unknown:
        raise InputTypeError(f"document {origin} has {unknown[0]!r}; besides 'text' it may have {', '.join(_ROLES)}")
    return Document(origin, given["text"], evolve(Metadata(), **{role: given.get(role) for role in _ROLES}))

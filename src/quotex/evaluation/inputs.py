"""Gold files and prediction files."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from attrs import evolve, frozen

from quotex.errors import LineError
from quotex.evaluation.values import Value, read_lines
from quotex.spans import Pair

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

Name = str | None
Names = Name | tuple[Name, ...]
"""The speaker of a record: one, several, or none."""


class Scorer(StrEnum):
    """Which measures apply; the value is the field of a gold document that holds its records."""

    ATTRIBUTIONS = "attributions"
    STATEMENTS = "statements"


@frozen
class Record:
    """A gold or predicted record as its file gives it; spans are in characters, roles that are missing are empty."""

    cue: tuple[Pair, ...]
    source: tuple[Pair, ...]
    content: tuple[Pair, ...]
    act: str | None = "statement"
    """``None`` in gold that judges no acts, and in a prediction that does not count."""
    kind: str | None = None
    speaker: Names = None
    title: str | None = None
    mention: str | None = None
    type: str | None = None
    certain: bool = True


@frozen
class GoldDocument:
    """A text with its gold records. ``id`` is as in the file."""

    id: str
    text: str
    records: tuple[Record, ...]


def short_id(document_id: str) -> str:
    """The id by which gold and predictions meet: a file name without its folder and ".txt"."""
    return document_id.rpartition("/")[2].removesuffix(".txt")


def read_gold(path: Path) -> tuple[Scorer, dict[str, GoldDocument]]:
    """The documents of a gold file by short id, in file order, and the scorer that its fields ask for.

    Raises:
        LineError: a line is no JSON object of the right shape, or the file holds no document (line 1).
        DecodingError: the file is not gzip although its name ends in ".gz", or not UTF-8.
        OSError: the file cannot be opened.
    """
    scorer: Scorer | None = None
    documents: dict[str, GoldDocument] = {}
    for line in read_lines(path):
        scorer = scorer or _scorer(line)
        text = line.text("text")
        records = tuple(_gold_record(item, text, scorer) for item in line.items(scorer))
        document = GoldDocument(line.text("id"), text, records)
        _keep(documents, document.id, document, path)
    if scorer is None:
        raise LineError(path.name, 1, "the file holds no documents")
    return scorer, documents


def read_predictions(path: Path, texts: Mapping[str, str], scorer: Scorer) -> dict[str, tuple[Record, ...]]:
    """The predicted records by short id. ``texts`` are those of the gold documents by short id.

    Documents that have no gold are left out; their records are not looked at. Errors are those of ``read_gold``, except
    that an empty file is no error.
    """
    found: dict[str, tuple[Record, ...]] = {}
    for line in read_lines(path):
        document_id = line.text("id")
        text = texts.get(short_id(document_id))
        items = line.items("attributions")
        if text is not None:
            _keep(found, document_id, tuple(_predicted_record(item, text, scorer) for item in items), path)
    return found


def records_of(document: Mapping[str, Any], text: str, scorer: Scorer) -> tuple[Record, ...]:
    """The records of one document in the standoff shape, as ``read_predictions`` reads them from a line."""
    line = Value(document, "$", "the extractor's output", 1)
    return tuple(_predicted_record(item, text, scorer) for item in line.items("attributions"))


def _keep(into: dict[str, _T], document_id: str, value: _T, path: Path) -> None:
    key = short_id(document_id)
    if key in into:
        _log.warning("%s holds the document %s more than once; the last one counts", path.name, key)
    into[key] = value


def _scorer(line: Value) -> Scorer:
    for scorer in Scorer:
        if scorer in line.value:
            return scorer
    raise line.error('a gold document needs the field "attributions" or "statements"')


def _predicted_record(item: Value, text: str, scorer: Scorer) -> Record:
    roles = _roles(item, text)
    if scorer is Scorer.ATTRIBUTIONS:
        return Record(*roles)
    return Record(
        *roles,
        # A system that knows no acts leaves the field out; a null act is one that does not count.
        act="statement" if "act" not in item.value else item.optional("act"),
        kind=item.optional("kind"),
        speaker=item.names("speaker"),
        title=item.optional("title"),
        mention=item.optional("mention"),
    )


def _gold_record(item: Value, text: str, scorer: Scorer) -> Record:
    roles = _roles(item, text)
    return Record(*roles) if scorer is Scorer.ATTRIBUTIONS else judged(Record(*roles, kind=item.text("kind")), item)


def judged(record: Record, item: Value) -> Record:
    """The record with what ``item`` says of its speaker and act; several titles are joined by "; "."""
    titles = item.names("title")
    return evolve(
        record,
        act=item.optional("act"),
        speaker=item.names("speaker"),
        title="; ".join(filter(None, titles)) if isinstance(titles, tuple) else titles,
        mention=item.text("mention"),
        type=item.optional("type"),
        certain=item.flag("certain"),
    )


def _roles(item: Value, text: str) -> tuple[tuple[Pair, ...], tuple[Pair, ...], tuple[Pair, ...]]:
    length = len(text)
    return item.spans("cue", length), item.spans("source", length), item.spans("content", length)

"""Gold files and prediction files: JSON Lines, plain or gzip, read strictly."""

from __future__ import annotations

import gzip
import json
import logging
import zlib
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from attrs import frozen

from quotex.errors import DecodingError, LineError
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
    kind: str | None = None
    speaker: Names = None
    title: str | None = None
    mention: str | None = None
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
    for line in _lines(path):
        scorer = scorer or _scorer(line)
        text = line.text("text")
        records = tuple(item.record(text, scorer, gold=True) for item in line.items(scorer))
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
    for line in _lines(path):
        document_id = line.text("id")
        text = texts.get(short_id(document_id))
        items = line.items("attributions")
        if text is not None:
            _keep(found, document_id, tuple(item.record(text, scorer) for item in items), path)
    return found


def records_of(document: Mapping[str, Any], text: str, scorer: Scorer) -> tuple[Record, ...]:
    """The records of one document in the standoff shape, as ``read_predictions`` reads them from a line."""
    line = _Value(document, "$", "the extractor's output", 1)
    return tuple(item.record(text, scorer) for item in line.items("attributions"))


def _keep(into: dict[str, _T], document_id: str, value: _T, path: Path) -> None:
    key = short_id(document_id)
    if key in into:
        _log.warning("%s holds the document %s more than once; the last one counts", path.name, key)
    into[key] = value


def _scorer(line: _Value) -> Scorer:
    for scorer in Scorer:
        if scorer in line.value:
            return scorer
    raise line.error('a gold document needs the field "attributions" or "statements"')


def _lines(path: Path) -> Iterator[_Value]:
    opener = gzip.open if path.suffix == ".gz" else open
    # Without newline translation: a lone carriage return may stand between two values, and is no end of a line.
    with opener(path, "rt", encoding="utf-8", newline="\n") as file:
        try:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _parsed(line, path.name, number)
        except UnicodeDecodeError as error:
            raise DecodingError(f"{path.name} is not UTF-8 ({error.reason}); convert it first") from error
        except (gzip.BadGzipFile, zlib.error, EOFError) as error:
            raise DecodingError(f"{path.name} is no complete gzip file ({error}); is the name right?") from error


def _parsed(line: str, file: str, number: int) -> _Value:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LineError(file, number, f"no valid JSON: {error}") from error
    if not isinstance(value, dict):
        raise LineError(file, number, "a JSON object is needed, one document a line")
    return _Value(value, "$", file, number)


@frozen
class _Value:
    """A JSON value and where it stands, so that every complaint can name the place."""

    value: Any
    path: str
    file: str
    line: int

    def error(self, problem: str) -> LineError:
        return LineError(self.file, self.line, f"{self.path}: {problem}")

    def text(self, key: str) -> str:
        value = self.value.get(key)
        if not isinstance(value, str):
            raise self.error(f'the field "{key}" must be a string')
        return value

    def optional(self, key: str) -> str | None:
        return None if self.value.get(key) is None else self.text(key)

    def items(self, key: str) -> Sequence[_Value]:
        values = self.value.get(key)
        if not isinstance(values, list):
            raise self.error(f'the field "{key}" must be a list')
        items = [_Value(value, f"{self.path}.{key}[{at}]", self.file, self.line) for at, value in enumerate(values)]
        for item in items:
            if not isinstance(item.value, dict):
                raise item.error("an object is needed")
        return items

    def record(self, text: str, scorer: Scorer, *, gold: bool = False) -> Record:
        cue, source, content = (self._spans(role, len(text)) for role in ("cue", "source", "content"))
        if scorer is Scorer.ATTRIBUTIONS:
            return Record(cue, source, content)
        return Record(
            cue,
            source,
            content,
            # A system that knows no acts leaves the field out; a null act is one that does not count.
            act="statement" if "act" not in self.value else self.optional("act"),
            kind=self.text("kind") if gold else self.optional("kind"),
            speaker=self._names("speaker"),
            title=self.optional("title"),
            mention=self.text("mention") if gold else self.optional("mention"),
            certain=self._certain() if gold else True,
        )

    def _certain(self) -> bool:
        value = self.value.get("certain")
        if not isinstance(value, bool):
            raise self.error('the field "certain" must be true or false')
        return value

    def _names(self, key: str) -> Names:
        value = self.value.get(key)
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, list) and all(name is None or isinstance(name, str) for name in value):
            return tuple(value)
        raise self.error(f'the field "{key}" must be a string, a list of strings, or null')

    def _spans(self, role: str, length: int) -> tuple[Pair, ...]:
        value = self.value.get(role)
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self.error(f'the field "{role}" must be a list of [start, end] pairs')
        return tuple(self._span(span, f"{role}[{at}]", length) for at, span in enumerate(value))

    def _span(self, value: Any, place: str, length: int) -> Pair:
        if not (isinstance(value, list) and len(value) == 2 and all(type(offset) is int for offset in value)):
            raise self.error(f"{place} must be a pair of whole numbers [start, end], not {json.dumps(value)[:80]}")
        start, end = value
        if not 0 <= start <= end <= length:
            raise self.error(f"{place} is [{start}, {end}], which does not lie in the text of {length} characters")
        return start, end

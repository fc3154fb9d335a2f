"""JSON Lines files, plain or gzip, read strictly: every complaint names the file, the line and the place in it."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from quotex.errors import DecodingError, LineError
from quotex.spans import Pair


def read_lines(path: Path) -> Iterator[Value]:
    """The objects of a file, one a line, blank lines aside; none of an empty file.

    Raises:
        LineError: a line is no JSON object.
        DecodingError: the file is not gzip although its name ends in ".gz", or not UTF-8.
        OSError: the file cannot be opened.
    """
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


def _parsed(line: str, file: str, number: int) -> Value:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LineError(file, number, f"no valid JSON: {error}") from error
    if not isinstance(value, dict):
        raise LineError(file, number, "a JSON object is needed, one document a line")
    return Value(value, "$", file, number)


@frozen
class Value:
    """A JSON value and where it stands."""

    value: Any
    path: str
    file: str
    line: int

    def error(self, problem: str) -> LineError:
        """The error to raise for a problem with this value."""
        return LineError(self.file, self.line, f"{self.path}: {problem}")

    def text(self, key: str) -> str:
        """The string at ``key``; like the methods below it raises ``LineError`` where there is none."""
        value = self.value.get(key)
        if not isinstance(value, str):
            raise self.error(f'the field "{key}" must be a string')
        return value

    def optional(self, key: str) -> str | None:
        """The string at ``key``, or ``None`` for null or an absent field."""
        return None if self.value.get(key) is None else self.text(key)

    def items(self, key: str) -> Sequence[Value]:
        """The objects of the list at ``key``."""
        values = self.value.get(key)
        if not isinstance(values, list):
            raise self.error(f'the field "{key}" must be a list')
        items = [Value(value, f"{self.path}.{key}[{at}]", self.file, self.line) for at, value in enumerate(values)]
        for item in items:
            if not isinstance(item.value, dict):
                raise item.error("an object is needed")
        return items

    def flag(self, key: str) -> bool:
        """The truth value at ``key``."""
        value = self.value.get(key)
        if not isinstance(value, bool):
            raise self.error(f'the field "{key}" must be true or false')
        return value

    def names(self, key: str) -> str | tuple[str | None, ...] | None:
        """One string or null, or a list of them as a tuple; ``None`` for an absent field."""
        value = self.value.get(key)
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, list) and all(name is None or isinstance(name, str) for name in value):
            return tuple(value)
        raise self.error(f'the field "{key}" must be a string, a list of strings, or null')

    def spans(self, role: str, length: int) -> tuple[Pair, ...]:
        """The spans of a role within a text of ``length`` characters; none for null or an absent field."""
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

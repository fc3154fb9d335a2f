"""JSON arrays taken apart without holding them whole."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from pathlib import Path

from quotex.errors import DecodingError, RecordError
from quotex.formats.streams import opened_to_read
from quotex.formats.suffixes import Compression

_CHUNK = 1 << 20
_SPACE = " \t\r\n"


def array_records(path: Path, compression: Compression) -> Iterator[str]:
    """The text of each object of the JSON array in a file.

    Raises ``RecordError`` where the file holds no array of objects, ``DecodingError`` where it is not UTF-8, and what
    ``opened_to_read`` raises.
    """
    with opened_to_read(path, compression) as stream:
        yield from _Scanner(path, iter(lambda: stream.read(_CHUNK), b"")).objects()


class _Scanner:
    """A window over the text of a file that grows while an object does not end in it, and else stays small."""

    def __init__(self, path: Path, chunks: Iterator[bytes]) -> None:
        self._path = path
        self._chunks = chunks
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._window = ""
        self._at = 0

    def objects(self) -> Iterator[str]:
        """The objects between the brackets, in order; nothing may follow the array."""
        number = 0
        self._take("[", "$")
        if self._peek() == "]":
            self._at += 1
        else:
            while True:
                yield self._object(f"$[{number}]")
                number += 1
                if self._take(",]", f"$[{number}]") == "]":
                    break
        if self._peek():
            raise self._wrong("$", "something follows the array")

    def _object(self, where: str) -> str:
        if self._peek() != "{":
            raise self._wrong(where, "expected an object, the record of a document")
        while True:
            try:
                _, end = json.JSONDecoder().raw_decode(self._window, self._at)
            except RecursionError:
                raise self._wrong(where, "not JSON: nested too deeply") from None
            except ValueError as error:
                # Twice as much each time, so that a long record is not begun again and again.
                if not self._grow(max(1, len(self._window) // _CHUNK)):
                    raise self._wrong(where, f"not JSON: {error}") from None
            else:
                text = self._window[self._at : end]
                self._at = end
                return text

    def _take(self, wanted: str, where: str) -> str:
        found = self._peek()
        if not found or found not in wanted:
            raise self._wrong(where, f"not a JSON array: expected {' or '.join(wanted)}, not {found or 'the end'}")
        self._at += 1
        return found

    def _peek(self) -> str:
        """The next character that is no space; nothing at the end."""
        while True:
            while self._at < len(self._window):
                if self._window[self._at] not in _SPACE:
                    return self._window[self._at]
                self._at += 1
            if not self._grow(1):
                return ""

    def _grow(self, chunks: int) -> bool:
        """Add that many chunks and drop what has been read; false at the end of the file."""
        data = b"".join(chunk for _, chunk in zip(range(chunks), self._chunks, strict=False))
        try:
            text = self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise DecodingError(f"{self._path} is not UTF-8 ({error.reason}); convert it first") from None
        self._window = self._window[self._at :] + text
        self._at = 0
        return bool(data)

    def _wrong(self, where: str, problem: str) -> RecordError:
        return RecordError(where, f"{problem}, in {self._path}")

"""Files to texts, and texts to files, character for character."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import click

from quotex.errors import DecodingError

STDIN = "-"


def read_text(path: str, encoding: str) -> str:
    """The text of a file, or of standard input for "-", every character as it stands after a byte order mark.

    Raises ``DecodingError`` where the bytes are not in ``encoding``, ``OSError`` where the file cannot be read.
    """
    data = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        found = f"byte {data[error.start]:#04x} at position {error.start} is not {encoding}"
        raise DecodingError(f"{found}; name the file's encoding with --encoding") from None
    except UnicodeError as error:
        raise DecodingError(f"not {encoding}: {error}; name the file's encoding with --encoding") from None


def document_id(path: str) -> str:
    """The path as given; bytes of it that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def check_encoding(_: click.Context, __: click.Parameter, name: str) -> str:
    """``name`` where it is a text encoding that Python knows; a usage error otherwise."""
    try:
        b" ".decode(name)
    except LookupError:
        raise click.BadParameter(f"{name!r} is no text encoding known to Python") from None
    except UnicodeError:
        pass  # a text encoding that takes more than a byte for a character
    return name


def send(chunks: Iterable[str], stream: BinaryIO, encoding: str) -> None:
    """Write each chunk as soon as it is there, without newline translation.

    Ends the command with exit code 0 where the reader of a pipe has gone: it has what it wanted (``quotex … | head``).
    """
    try:
        for chunk in chunks:
            stream.write(chunk.encode(encoding, "replace"))
            stream.flush()
    except BrokenPipeError:
        # What is still buffered must not fail again when the interpreter flushes it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise click.exceptions.Exit(0) from None

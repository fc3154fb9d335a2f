"""Files to texts, and texts to files, character for character."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, BinaryIO, TypeVar

import click

from quotex.errors import DecodingError, OutputError, QuotexError

STDIN = "-"
_Path = TypeVar("_Path", bound=str | Path)


def name_of(path: str | Path) -> str:
    """What messages call an input."""
    return "standard input" if path == STDIN else click.format_filename(path)


def problem_of(error: Exception) -> str:
    """What an error says, one of the operating system without its number and with the file that it is about."""
    if not isinstance(error, OSError) or isinstance(error, QuotexError) or not error.strerror:
        return str(error)
    return error.strerror if error.filename is None else f"{click.format_filename(error.filename)}: {error.strerror}"


def tell(message: str) -> None:
    """What went wrong, or is to be known, on standard error."""
    note(f"quotex: {message}")


def note(line: str) -> None:
    """A line on standard error."""
    on_stderr(lambda: click.echo(line, err=True))


def on_stderr(show: Callable[[], object]) -> None:
    """Show something on standard error. That nobody is there to read it is no reason to end the work."""
    try:
        show()
    except OSError:
        _silence(sys.stderr)


def once(paths: Iterable[_Path]) -> list[_Path]:
    """The paths, each file once, as it is named first."""
    seen: dict[str, _Path] = {}
    for path in paths:
        seen.setdefault(STDIN if path == STDIN else os.path.realpath(str(path)), path)
    return list(seen.values())


def read_bytes(path: str) -> bytes:
    """What is in a file, or comes from standard input for "-". Raises ``OSError`` where it cannot be read."""
    return sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()


def read_text(path: str, encoding: str) -> str:
    """The text of a file, or of standard input for "-", every character as it stands after a byte order mark.

    Raises ``DecodingError`` where the bytes are not in ``encoding``, ``OSError`` where the file cannot be read.
    """
    return text_of(read_bytes(path), encoding)


def text_of(data: bytes, encoding: str) -> str:
    """The bytes as text in the encoding that their byte order mark tells, which is no part of it, else in ``encoding``.

    Raises ``DecodingError`` where they are not.
    """
    from quotex.inputs.charsets import marked

    name = marked(data) or encoding
    try:
        return data.decode(name).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        found = f"byte {data[error.start]:#04x} at position {error.start} is not {name}"
        raise DecodingError(f"{found}; name the file's encoding with --encoding") from None
    except UnicodeError as error:
        raise DecodingError(f"not {name}: {error}; name the file's encoding with --encoding") from None


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
    Raises ``OutputError`` where the stream takes no more, as on a full disk.
    """
    for chunk in chunks:
        try:
            stream.write(chunk.encode(encoding, "replace"))
            stream.flush()
        except BrokenPipeError:
            _silence(stream)
            raise click.exceptions.Exit(0) from None
        except OSError as error:
            name = getattr(stream, "name", None)
            _silence(stream)
            named = name if isinstance(name, str) and not name.startswith("<") else "standard output"
            raise OutputError(named, error.strerror or str(error), error.errno) from error


def _silence(stream: IO[Any]) -> None:
    """Lead what is still buffered nowhere, or it would fail again when the stream is closed."""
    with suppress(OSError):  # one that is no file of the system has nothing to lead away
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

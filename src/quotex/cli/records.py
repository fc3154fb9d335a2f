"""Records of articles from files, for commands that look at many of them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypedDict

import click

from quotex.cli.files import STDIN, name_of, once, send, tell
from quotex.errors import OutputError

if TYPE_CHECKING:
    from quotex.records import Article


class Look(TypedDict):
    """How tables are drawn, as their writers take it."""

    width: int
    """Characters of a line: those of the terminal, or 100 where there is none."""
    colour: bool
    """On a terminal, unless NO_COLOR is set."""


def record_files(paths: Sequence[str | Path]) -> list[str | Path]:
    """The files given, and of each folder given, of a run or not, the JSON Lines files in it, by name; each file once.

    The word "-" stands for standard input. Raises ``UsageError`` where a folder holds none.
    """
    from quotex.formats.reading import PARTS
    from quotex.formats.reading import record_files as files_of

    found: list[str | Path] = []
    for path in paths:
        inside = [STDIN] if path == STDIN else files_of(path)
        if not inside:
            raise click.UsageError(f"{name_of(path)} holds no file that ends in {', '.join(PARTS)}")
        found += inside
    return once(found)


def articles(files: Iterable[str | Path], failures: list[str]) -> Iterator[Article]:
    """The articles in JSON Lines files, or standard input for "-". What is none is told on standard error with file and
    line, and the place added to ``failures``; the others go on. A file without a single record is told in one line."""
    from quotex.cli.lines import Lines
    from quotex.errors import DecodingError, FormatError, RecordError
    from quotex.serial import from_json

    for path in files:
        name = name_of(path)
        lines = Lines(path)
        try:
            for number, line in lines:
                try:
                    yield from_json(line)
                except RecordError as error:
                    _fail(f"{name}, line {number}: {error}", failures)
        except FormatError as error:
            _fail(f"{name}: {error}", failures)
        except (OSError, DecodingError) as error:
            problem = getattr(error, "strerror", None) or str(error)
            place = f"{name}, after line {lines.number}: " if lines.number else f"{name}: "
            _fail(place + problem.removeprefix(f"{name}: "), failures)


def _fail(problem: str, failures: list[str]) -> None:
    tell(problem)
    failures.append(problem)


def show(output: str | None, form: str | None, chunks: Callable[[str, Look], Iterator[str]]) -> None:
    """Send what ``chunks`` makes of a form, and of how a table is to look, to ``output`` or standard output: by default
    a table on a terminal, JSON Lines elsewhere."""
    terminal = output is None and sys.stdout.isatty()
    chosen = form or ("table" if terminal else "jsonl")
    encoding = (sys.stdout.encoding or "utf-8") if chosen == "table" else "utf-8"
    width = shutil.get_terminal_size((100, 24)).columns
    look = Look(width=width, colour=terminal and not os.environ.get("NO_COLOR"))
    write(output, lambda: chunks(chosen, look), encoding)


def write(output: str | None, chunks: Callable[[], Iterator[str]], encoding: str) -> None:
    """Send chunks to the file ``output``, or to standard output where it is ``None``.

    The file is there whole or not at all: where a chunk raises, what stood there before is left. A device or a pipe
    gets each chunk as it comes.
    """
    if output is None:
        send(chunks(), sys.stdout.buffer, encoding)
        return
    with ExitStack() as stack:
        try:
            stream = _opened(Path(output), stack)
        except OSError as error:
            raise click.UsageError(f"--output {output}: {error.strerror or error}") from error
        try:
            send(chunks(), stream, "utf-8")
        except OutputError as error:  # of the file beside it
            raise OutputError(output, error.reason, error.errno) from error


def _opened(path: Path, stack: ExitStack) -> BinaryIO:
    from quotex.formats.replacing import replacing

    is_stream = path.exists() and not path.is_file()
    return stack.enter_context((path if is_stream else stack.enter_context(replacing(path))).open("wb"))

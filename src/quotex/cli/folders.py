"""Exports that are folders of several files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from quotex.cli.files import tell
from quotex.errors import OutputError
from quotex.exports import BRAT_CONFIG, LABEL_STUDIO_CONFIG, BratFiles
from quotex.formats.replacing import replacing
from quotex.serial import dumps


def save_brat(documents: Iterable[BratFiles], folder: Path, *, replace: bool, failures: list[str]) -> None:
    """Write two files a document and the ``annotation.conf`` that they need.

    A file that is there with something else in it may hold a desk's work: without ``replace`` it is left alone, told on
    standard error and added to ``failures``, as is a second document of one name.
    """
    _make(folder)
    config = folder / "annotation.conf"
    if replace or not config.exists():
        _save(config, [BRAT_CONFIG])
    seen: set[str] = set()
    for document in documents:
        wanted = {f"{document.name}.txt": document.txt, f"{document.name}.ann": document.ann}
        changed = [name for name, text in wanted.items() if _differs(folder / name, text)]
        if document.name in seen:
            _tell(f"{folder / document.name}: a second document of this id is left out", failures)
        elif changed and not replace:
            _tell(f"{folder / changed[0]}: is there and differs; --replace writes over what a desk did to it", failures)
        else:
            for name, text in wanted.items():
                _save(folder / name, [text])
        seen.add(document.name)


def save_label_studio(tasks: Iterable[dict[str, Any]], folder: Path) -> None:
    """Write the tasks as one JSON array, and the labelling configuration that they need."""
    _make(folder)
    _save(folder / "config.xml", [LABEL_STUDIO_CONFIG])
    _save(folder / "tasks.json", _array(tasks))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.UsageError(f"{click.format_filename(folder)} cannot be made: {error.strerror}") from error


def _array(values: Iterable[dict[str, Any]]) -> Iterator[str]:
    before = "[\n"
    for value in values:
        yield before + dumps(value)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _differs(path: Path, text: str) -> bool:
    return path.exists() and path.read_bytes() != text.encode()


def _save(path: Path, chunks: Iterable[str]) -> None:
    """Put what the chunks make in the place of ``path``. Raises ``OutputError`` where that cannot be written."""
    with _told(path), replacing(path) as new, new.open("wb") as stream:
        for chunk in chunks:
            stream.write(chunk.encode())


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(os.fspath(path), error.strerror or str(error), error.errno) from error


def _tell(problem: str, failures: list[str]) -> None:
    tell(problem)
    failures.append(problem)

"""The option for the file that a command writes, which is never one that it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import click

from quotex.cli.files import STDIN

_FILE = click.Path(dir_okay=False, writable=True)


def output_option(
    *inputs: str,
    trees: Sequence[str] = (),
    kind: click.Path = _FILE,
    help: str = "Write to this file.",  # noqa: A002 - click's word
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option ``--output``; ``inputs`` are the parameters whose values are files, or folders of records, to be read.

    Before the command runs, an output that is one of these is a usage error, as what is in it would be lost; and so is
    JSON Lines in a folder among them, which would be read the next time. ``trees`` are parameters for folders of which
    all files are read: nothing is written below them. A file in a folder that is not there is a usage error as well.
    """

    def added(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def checked(**values: Any) -> Any:
            output = values["output"]
            check_output(output, (values[name] for name in inputs), trees=(values[name] for name in trees))
            if not kind.dir_okay:
                check_folder(output)
            return command(**values)

        return click.option("-o", "--output", type=kind, help=help)(checked)

    return added


def check_output(
    output: str | Path | None, inputs: Iterable[object], *, trees: Iterable[object] = (), rewrites: bool = False
) -> None:
    """Raise ``UsageError`` where ``output`` is among what is read, or would be the next time (see ``output_option``).

    ``inputs`` and ``trees`` are paths, or tuples of them; ``None`` and words that are no paths are passed over. With
    ``rewrites`` an output may be an input, since the command puts what it has made of it in its place.
    """
    if output is None:
        return
    target = Path(output)
    name = click.format_filename(output)
    for path, is_tree in (*((each, False) for each in _paths(inputs)), *((each, True) for each in _paths(trees))):
        folder = click.format_filename(path)
        if path.is_file():
            if not rewrites and _is_same(target, path):
                raise click.UsageError(f"{name} is an input, which would be lost; write to another file")
        elif is_tree and target.resolve().is_relative_to(path.resolve()):
            raise click.UsageError(f"{name} lies in {folder}, of which all files are read; write it elsewhere")
        elif path.is_dir() and _is_part(target, path):
            raise click.UsageError(f"{name} would be one of the records that {folder} holds; write it elsewhere")


def check_folder(output: str | Path | None) -> None:
    """Raise ``UsageError`` where a file has no folder to be in."""
    if output is not None and not (folder := Path(output).parent).is_dir():
        name = click.format_filename(folder)
        raise click.UsageError(f"{click.format_filename(output)} cannot be written: there is no folder {name}")


def _paths(values: Iterable[object]) -> Iterator[Path]:
    """The paths among values and tuples of values that are there."""
    for value in values:
        if isinstance(value, tuple):
            yield from _paths(value)
        elif isinstance(value, str | Path) and value != STDIN:
            try:
                there = Path(value).exists()
            except (OSError, ValueError):  # the words of a quote: too long for a name, or no name at all
                continue
            if there:
                yield Path(value)


def _is_same(target: Path, path: Path) -> bool:
    """Whether both are one file, by whatever links."""
    return target.exists() and target.samefile(path)


def _is_part(target: Path, folder: Path) -> bool:
    """Whether the file is, or would be, among those that a folder of records stands for."""
    from quotex.formats.reading import PARTS, records_of_run

    return target.name.endswith(PARTS) and target.resolve().parent == records_of_run(folder).resolve()

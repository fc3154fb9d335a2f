"""Arguments to files, in an order that does not depend on the machine."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from attrs import frozen

from quotex.errors import NoInputError
from quotex.inputs.faults import Broken, unreadable

STDIN = "-"


@frozen
class File:
    """A file to be read."""

    path: str
    """As given, or below the folder as given."""
    real: str
    """Where it lies, without links: the same for the same file."""
    named: bool
    """Whether the caller named it, itself or by a pattern, rather than a folder above it."""


@frozen
class Unlisted:
    """A folder that cannot be read."""

    path: str
    problem: Broken


def origin_of(path: str) -> str:
    """The path as text; bytes of it that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def expanded(paths: Sequence[str]) -> list[str]:
    """The arguments with each pattern that no shell has expanded replaced by what it matches, sorted.

    Raises ``NoInputError`` for a path that is not there and a pattern that matches nothing.
    """
    out: list[str] = []
    for path in paths:
        if path == STDIN or os.path.lexists(path):
            out.append(path)
            continue
        matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []
        if not matches:
            raise NoInputError(path)
        out.extend(matches)
    return out


def files_of(argument: str) -> Iterator[File | Unlisted]:
    """The file itself, or the files below a folder, sorted by their path in it. Standard input is the file "-".

    What is hidden below a folder and what is no regular file there is left out; links to folders are not followed.
    """
    if argument == STDIN:
        yield File(argument, argument, named=True)
    elif os.path.isdir(argument):
        yield from _below(argument)
    else:
        yield File(argument, os.path.realpath(argument), named=True)


def _below(top: str) -> Iterator[File | Unlisted]:
    """The files below a folder. Only names beside the path to the current one are held."""
    due = [(top, os.path.realpath(top), True)]
    while due:
        path, real, is_folder = due.pop()
        if is_folder:
            try:
                names = _sorted_names(path)
            except OSError as error:
                yield Unlisted(path, unreadable(error))
                continue
            due.extend((os.path.join(path, name), os.path.join(real, name), deep) for name, deep in reversed(names))
        elif _is_file(path):
            yield File(path, os.path.realpath(path) if os.path.islink(path) else real, named=False)


def _sorted_names(folder: str) -> list[tuple[str, bool]]:
    """What a folder holds and does not hide, each with whether it is a folder, in the order of paths.

    Raises ``OSError`` where it cannot be read.
    """
    with os.scandir(folder) as entries:
        names = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries if entry.name[0] != "."]
    # With the separator that follows a folder's name in a path, names sort as the paths do.
    return sorted(names, key=lambda name: name[0] + os.sep if name[1] else name[0])


def _is_file(path: str) -> bool:
    """Whether it is a regular file, a link to one, or a link that leads nowhere, which must be told."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return True


class Seen:
    """Which files have been read, kept as digests, as there may be millions."""

    def __init__(self) -> None:
        self._digests: set[bytes] = set()

    def add(self, file: File) -> bool:
        """Note a file, and tell whether it is new."""
        digest = blake2b(os.fsencode(file.real), digest_size=16).digest()
        new = digest not in self._digests
        self._digests.add(digest)
        return new

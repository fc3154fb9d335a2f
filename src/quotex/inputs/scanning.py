"""Paths to raw documents: the walk, in the order in which everything else counts."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from quotex.documents import Fault
from quotex.errors import InputTypeError, SettingsError
from quotex.inputs.charsets import is_encoding
from quotex.inputs.extras import check_installed
from quotex.inputs.faults import Broken
from quotex.inputs.fields import FieldMap
from quotex.inputs.jsonfiles import read_json, read_json_lines
from quotex.inputs.packing import unpacked_zstd, unzipped
from quotex.inputs.parquets import read_parquet
from quotex.inputs.paths import STDIN, File, Seen, Unlisted, expanded, files_of, origin_of
from quotex.inputs.raw import Found, Raw, Source
from quotex.inputs.sheets import read_csv, read_tsv
from quotex.inputs.streams import file_chunks, stream_chunks, with_head
from quotex.inputs.suffixes import Container, Kind, Packing, kind_of, of_standard_input, packing_of, sniffed
from quotex.inputs.texts import read_page, read_text
from quotex.inputs.warcs import read_warc

_READERS: dict[Container, Callable[[Source], Found]] = {
    Container.TEXT: read_text,
    Container.HTML: read_page,
    Container.JSONL: read_json_lines,
    Container.JSON: read_json,
    Container.CSV: read_csv,
    Container.TSV: read_tsv,
    Container.PARQUET: read_parquet,
    Container.WARC: read_warc,
}
_UNPACK: dict[Packing, Callable[[Iterator[bytes]], Iterator[bytes]]] = {
    Packing.GZIP: unzipped,
    Packing.ZSTD: unpacked_zstd,
}
_NEEDS: dict[Container | Packing | None, tuple[str, ...]] = {
    Container.HTML: ("trafilatura",),
    Container.PARQUET: ("pyarrow",),
    Container.WARC: ("fastwarc", "trafilatura"),
    Packing.ZSTD: ("zstandard",),
}


def scan(
    paths: Sequence[str | os.PathLike[str]],
    wanted: FieldMap | None = None,
    *,
    encoding: str | None = None,
    report: Callable[[str, FieldMap], None] | None = None,
    skipped: Callable[[str], None] | None = None,
) -> Iterator[Raw | Fault]:
    """The documents in files and folders, raw, and the faults among them, each where it stands.

    Reads as they are asked for, so any number passes in the memory of a few. The order is that of ``paths``; a folder
    is read with all below it, sorted by path; a pattern that no shell expanded stands for its matches, sorted; a file
    is read once. "-" is standard input: JSON Lines or one text.

    ``wanted`` names fields of records, the others are guessed; ``report`` is called with the origin of each container
    of records and its fields, before its documents come. ``encoding`` is that of texts and tables that are not UTF-8.
    ``skipped`` is called with the path of each file below a folder whose name tells no form that quotex reads.

    Raises, before anything is read: ``NoInputError`` for a path that is not there or a pattern without a match,
    ``InputTypeError`` for one string in place of a list, ``SettingsError`` for an unknown ``encoding``. Raises
    ``MissingExtraError`` for an input that needs a package that is not installed: at once where it is named, else when
    it is met.
    """
    if encoding is not None and not is_encoding(encoding):
        raise SettingsError(f"{encoding!r} is no text encoding known to Python")
    if isinstance(paths, str):
        raise InputTypeError(f"paths must be a list of them, such as [{paths!r}]")
    arguments = expanded([os.fspath(path) for path in paths])
    for argument in arguments:
        if not os.path.isdir(argument):
            _check_extras(kind_of(argument))
    return _Scan(wanted or FieldMap(), encoding, report or _ignore, skipped or _ignore).run(arguments)


def _ignore(*_: object) -> None:
    """Told something that nobody wants to know."""


def _check_extras(kind: Kind) -> None:
    for part in (kind.packing, kind.container):
        check_installed(*_NEEDS.get(part, ()))


@frozen
class _Scan:
    """What ``scan`` was asked for."""

    wanted: FieldMap
    encoding: str | None
    report: Callable[[str, FieldMap], None]
    skipped: Callable[[str], None]

    def run(self, arguments: Sequence[str]) -> Iterator[Raw | Fault]:
        seen = Seen()
        for argument in arguments:
            for file in files_of(argument):
                if isinstance(file, Unlisted):
                    yield file.problem.fault(origin_of(file.path))
                elif not file.named and kind_of(file.path).container is None:
                    self.skipped(file.path)
                elif seen.add(file):
                    yield from self._documents(file)

    def _documents(self, file: File) -> Iterator[Raw | Fault]:
        origin = origin_of(file.path)
        try:
            yield from self._input() if file.path == STDIN else self._file(file, origin)
        except Broken as broken:
            yield broken.fault(origin)

    def _input(self) -> Found:
        head, chunks = with_head(stream_chunks(sys.stdin.buffer))
        return _READERS[of_standard_input(head)](self._source(STDIN, chunks))

    def _file(self, file: File, origin: str) -> Found:
        kind = kind_of(file.path)
        chunks = file_chunks(file.path)
        if kind.container is None and kind.packing is None:
            head, chunks = with_head(chunks)
            kind = Kind(None, packing_of(head))
        _check_extras(kind)
        if kind.packing is not None:
            chunks = _UNPACK[kind.packing](chunks)
        if kind.container is None:
            head, chunks = with_head(chunks)
            kind = Kind(sniffed(head), kind.packing)
            _check_extras(kind)
        assert kind.container is not None
        return _READERS[kind.container](self._source(origin, chunks, file.path if kind.packing is None else None))

    def _source(self, origin: str, chunks: Iterator[bytes], path: str | None = None) -> Source:
        return Source(origin, path, chunks, self.wanted, self.encoding, self.report)

"""Articles to files and back: ``quotex.write`` and ``quotex.read``."""

from __future__ import annotations

import csv
import errno
import gzip
import io
import json
import pickle
import subprocess
import sys
import tempfile
import tracemalloc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import quotex
from quotex.errors import DecodingError, FormatError, InputError, LineError, MissingExtraError, OutputError, RecordError
from quotex.formats import arrays
from quotex.formats.rows import COLUMNS
from quotex.records import Article, Metadata
from quotex.serial import to_json
from record_samples import articles, ferry

LOSSLESS = [
    *("a.jsonl", "a.ndjson", "a.jsonl.gz", "a.jsonl.zst", "a.json", "a.json.gz", "A.JSON.ZST"),
    *("a.parquet", "a.sqlite", "a.db"),
]
EVERY = [*LOSSLESS, "a.csv", "a.csv.gz", "a.csv.zst"]


def _several(count: int) -> Iterator[Article]:
    """The sample under as many ids; every third has no quotes."""
    for number in range(count):
        article = evolve(ferry(), metadata=evolve(ferry().metadata, id=f"port-{number}"))
        yield article if number % 3 else evolve(article, attributions=(), claims=(), speakers=())


@pytest.mark.parametrize("name", LOSSLESS)
@pytest.mark.parametrize("count", [0, 1, 7])
def test_what_is_read_is_what_was_written(tmp_path: Path, name: str, count: int) -> None:
    """Any number of articles comes back equal and in order, those without quotes included, and is counted."""
    path = tmp_path / name
    written = list(_several(count))
    counts = quotex.write(iter(written), path)
    assert list(quotex.read(path)) == written
    assert counts == quotex.Counts(count, sum(len(article.quotes) for article in written))
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.jsonl.zst", "a.parquet", "a.sqlite"])
@given(written=st.lists(articles(), max_size=4), all_acts=st.booleans())
@settings(max_examples=15, deadline=None)
def test_any_articles_come_back(name: str, written: list[Article], all_acts: bool) -> None:
    """Whatever the articles hold, ids and dates included, the record is kept whole."""
    with tempfile.TemporaryDirectory() as folder:
        counts = quotex.write(written, Path(folder, name), all_acts=all_acts)
        assert list(quotex.read(Path(folder, name))) == written
    assert counts.rows == sum(len(each.attributions if all_acts else each.quotes) for each in written)


@pytest.mark.parametrize("name", EVERY)
def test_the_same_articles_make_the_same_bytes(tmp_path: Path, name: str) -> None:
    """No time and no chance goes into a file."""
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        quotex.write(_several(5), tmp_path / folder / name)
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize("name", EVERY)
def test_an_error_leaves_what_was_there(tmp_path: Path, name: str) -> None:
    """Where the articles end in an error, it comes through as it is, the old file stays, and nothing lies beside it."""
    path = tmp_path / name
    path.write_bytes(b"old")

    def broken(error: Exception) -> Iterator[Article]:
        yield from _several(3)
        raise error

    for error in (FileNotFoundError("the next part"), ZeroDivisionError(), KeyboardInterrupt()):
        with pytest.raises(type(error)) as caught:
            quotex.write(broken(error), path)  # type: ignore[arg-type]
        assert caught.value is error
        assert path.read_bytes() == b"old"
        assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv.gz", "a.json.zst", "a.parquet", "a.sqlite"])
def test_a_full_disk_is_told(tmp_path: Path, name: str) -> None:
    """Where the system takes no more bytes, the error names the file, and the old one stays."""
    pytest.importorskip("resource", reason="the limit that stands in for a full disk is one of POSIX")
    path = tmp_path / name
    path.write_bytes(b"old")
    code = (
        "import resource, sys; sys.path.insert(0, 'tests'); import quotex; from record_samples import ferry\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (256, 256))\n"
        "try: quotex.write([ferry()] * 2000, sys.argv[1])\n"
        "except quotex.OutputError as error: print(error, error.path, sep='\\n')"
    )
    command = [sys.executable, "-c", code, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    told, named = done.stdout.splitlines()
    assert told.startswith(f"{path} cannot be written: ")
    assert named == str(path)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A missing folder, and a folder in place of the file, are errors of the output with the system's code."""
    path = tmp_path / "no" / "a.jsonl"
    with pytest.raises(OutputError, match="No such file") as caught:
        quotex.write([], path)
    assert (caught.value.path, caught.value.errno) == (str(path), errno.ENOENT)
    assert isinstance(caught.value, OSError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    (tmp_path / "b.jsonl").mkdir()
    with pytest.raises(OutputError, match="it is a folder"):
        quotex.write([], tmp_path / "b.jsonl")


def test_a_link_is_followed_and_a_file_may_be_made_of_itself(tmp_path: Path) -> None:
    """The file behind a link is replaced and the link stays; its own articles are read while it is written anew."""
    path, link = tmp_path / "a.jsonl", tmp_path / "link.jsonl"
    quotex.write(_several(4), path)
    link.symlink_to(path)
    quotex.write((each for each in quotex.read(link) if each.quotes), link)
    assert link.is_symlink()
    assert [each.metadata.id for each in quotex.read(path)] == ["port-1", "port-2"]


@pytest.mark.parametrize("name", EVERY)
def test_articles_pass_through_one_at_a_time(tmp_path: Path, name: str) -> None:
    """An archive is not held in memory: an article is gone before the next but one is asked for."""
    seen: list[weakref.ref[Article]] = []
    most = 0

    def source() -> Iterator[Article]:
        nonlocal most
        for number in range(50):
            article = evolve(ferry(), metadata=Metadata(id=str(number)))
            seen.append(weakref.ref(article))
            yield article
            del article
            most = max(most, sum(each() is not None for each in seen))

    quotex.write(source(), tmp_path / name)
    assert most <= 2


@pytest.mark.parametrize("name", ["a", "a.txt", "a.gz", "a.parquet.gz", "a.sqlite.zst", ".jsonl"])
def test_a_name_without_a_format_is_told(tmp_path: Path, name: str) -> None:
    """Writing and reading refuse it before anything is touched."""
    for act in (lambda: quotex.write([], tmp_path / name), lambda: quotex.read(tmp_path / name)):
        with pytest.raises(FormatError) as caught:
            act()
        assert name in str(caught.value)
        assert ".parquet" in str(caught.value) or "compressed inside" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_the_format_may_be_named(tmp_path: Path) -> None:
    """``format`` stands in for the suffix, that of compression aside; another name is told with the known ones."""
    quotex.write([ferry()], tmp_path / "records", format="sqlite")
    assert list(quotex.read(tmp_path / "records", "sqlite")) == [ferry()]
    quotex.write([ferry()], tmp_path / "records.gz", format="json")
    assert json.loads(gzip.decompress((tmp_path / "records.gz").read_bytes()))[0]["metadata"]["id"] == "port.txt"
    with pytest.raises(FormatError, match=r"'xml' is no format.*jsonl, json, parquet, csv, sqlite"):
        quotex.write([], tmp_path / "a.jsonl", format="xml")


def test_csv_is_for_spreadsheets(tmp_path: Path) -> None:
    """A file has the byte order mark that Excel needs, a header and a line a row; all acts on request."""
    path = tmp_path / "a.csv"
    assert quotex.write([ferry()], path, all_acts=True) == quotex.Counts(1, 2)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfdocument_id,")
    header, *lines = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
    assert header == list(COLUMNS)
    assert len(lines) == 2
    assert lines[0][-4:] == [ferry().text_sha256, "0.1.0", "a" * 64, "b" * 16]


def test_csv_cannot_be_read_back(tmp_path: Path) -> None:
    """Reading CSV is refused at once, with what to read in its stead."""
    with pytest.raises(FormatError, match="JSON Lines, JSON, Parquet or SQLite"):
        quotex.read(tmp_path / "a.csv.gz")


def test_a_broken_line_is_told_with_its_number(tmp_path: Path) -> None:
    """What stands before it is read; blank lines count and are no records."""
    path = tmp_path / "a.jsonl"
    path.write_text(to_json(ferry()) + "\n\n" + to_json(ferry())[:-5] + "\n", encoding="utf-8")
    found = quotex.read(path)
    assert next(found) == ferry()
    with pytest.raises(LineError, match=r"a\.jsonl, line 3: .*not JSON") as caught:
        next(found)
    assert caught.value.line == 3
    path.write_text('{"schema_version": 1}\n', encoding="utf-8")
    with pytest.raises(LineError, match=r"line 1: .*missing key"):
        list(quotex.read(path))
    path.write_bytes(b"\xff\n")
    with pytest.raises(DecodingError, match="line 1: not UTF-8"):
        list(quotex.read(path))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "expected \\[, not the end"),
        ("{}", "expected \\["),
        ("[", r"\$\[0\].*expected an object"),
        ("[1]", r"\$\[0\].*expected an object"),
        ("[{}]", r"\$\[0\].*missing key"),
        ("[RECORD", r"\$\[1\].*, or \], not the end"),
        ("[RECORD,]", r"\$\[1\].*expected an object"),
        ("[RECORD RECORD]", r"\$\[1\].*not \{"),
        ("[RECORD,{]", r"\$\[1\].*not JSON"),
        ("[RECORD] []", "something follows"),
        ("[" + '{"a":' * 100_000, "nested too deeply"),
    ],
)
def test_a_broken_array_is_told_with_its_place(tmp_path: Path, content: str, told: str) -> None:
    """The path starts with the number of the record, and the message names the file."""
    path = tmp_path / "a.json"
    path.write_text(content.replace("RECORD", to_json(ferry())), encoding="utf-8")
    with pytest.raises(RecordError, match=told) as caught:
        list(quotex.read(path))
    assert str(path) in str(caught.value)
    path.write_bytes(b"[\xff]")
    with pytest.raises(DecodingError, match="not UTF-8"):
        list(quotex.read(path))


@pytest.mark.parametrize("chunk", [1, 7, 1000])
def test_an_array_is_read_in_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    """Wherever a chunk ends, within a character too, the array comes out the same, on one line or on many."""
    monkeypatch.setattr(arrays, "_CHUNK", chunk)
    path = tmp_path / "a.json"
    quotex.write(_several(4), path)
    assert list(quotex.read(path)) == list(_several(4))
    path.write_text("[" + ",".join(map(to_json, _several(4))) + "]", encoding="utf-8")
    assert list(quotex.read(path)) == list(_several(4))
    path.write_text(" [ ] \n", encoding="utf-8")
    assert list(quotex.read(path)) == []


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst", "a.json.gz", "a.json.zst", "a.parquet"])
def test_a_damaged_file_is_told(tmp_path: Path, name: str) -> None:
    """One that is cut off, to nothing even, and one that is not what its name says are errors that name the file."""
    path = tmp_path / name
    quotex.write(_several(50), path)
    whole = path.read_bytes()
    for damaged in (whole[: len(whole) // 2], whole[:-5], b"some words", b""):
        path.write_bytes(damaged)
        with pytest.raises((InputError, RecordError), match=name):
            list(quotex.read(path))


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_what_a_few_bytes_expand_to_is_never_held_at_once(tmp_path: Path, name: str) -> None:
    """Of a small file that unpacks to a hundred megabytes only a bounded piece is in memory."""
    blank = b"\n" * (100 << 20)
    line = f"{to_json(ferry())}\n".encode()
    packed = gzip.compress(line + blank) if name.endswith("gz") else zstandard.compress(line + blank)
    (tmp_path / name).write_bytes(packed)
    assert len(packed) < 200_000
    del blank
    tracemalloc.start()
    try:
        assert next(iter(quotex.read(tmp_path / name))) == ferry()
        assert tracemalloc.get_traced_memory()[1] < 10 << 20
    finally:
        tracemalloc.stop()


def test_frames_of_zstandard_may_follow_each_other(tmp_path: Path) -> None:
    """Files put together with ``cat`` are read to their end, compressed or not."""
    one = [f"{to_json(article)}\n".encode() for article in _several(3)]
    (tmp_path / "a.jsonl.zst").write_bytes(b"".join(map(zstandard.ZstdCompressor().compress, one)))
    (tmp_path / "a.jsonl.gz").write_bytes(b"".join(map(gzip.compress, one)))
    for name in ("a.jsonl.zst", "a.jsonl.gz"):
        assert list(quotex.read(tmp_path / name)) == list(_several(3))


def test_a_missing_file_is_the_systems_error(tmp_path: Path) -> None:
    """Reading a file that is not there raises what opening it does, whatever the format, and makes none."""
    for name in LOSSLESS:
        with pytest.raises(FileNotFoundError):
            list(quotex.read(tmp_path / name))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "package", "extra"), [("a.parquet", "pyarrow", "parquet"), ("a.jsonl.zst", "zstandard", "zstd")]
)
def test_a_missing_package_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str, extra: str
) -> None:
    """Without the package the error tells how to install it, and no file is left."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=rf"quotex\[{extra}\]"):
        quotex.write([ferry()], tmp_path / name)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(MissingExtraError, match=rf"quotex\[{extra}\]"):
        list(quotex.read(tmp_path / name))


def test_a_record_that_does_not_fit_is_told(tmp_path: Path) -> None:
    """A speaker that is not among the article's is found when it is written, before anything is kept."""
    for name in LOSSLESS:
        with pytest.raises(RecordError, match="not among"):
            quotex.write([evolve(ferry(), speakers=(), metadata=Metadata())], tmp_path / name)
    assert list(tmp_path.iterdir()) == []

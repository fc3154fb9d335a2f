"""Which files are read, in which order, and what is asked of the caller."""

from __future__ import annotations

import gzip
import io
import os
import pickle
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import zstandard

from quotex.documents import Document, Fault
from quotex.errors import InputError, InputTypeError, MissingExtraError, NoInputError, SettingsError
from quotex.inputs import FieldMap, Raw, decode, scan


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(*names: str, data: bytes = b"It opens.") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(data)


def _origins(*paths: str) -> list[str]:
    return [found.origin for found in scan(paths)]


def test_arguments_come_in_their_order() -> None:
    """Files come in the order in which they are named, not in that of their names."""
    _write("b.txt", "a.txt", "c.txt")
    assert _origins("b.txt", "c.txt", "a.txt") == ["b.txt", "c.txt", "a.txt"]


def test_a_folder_comes_sorted_by_path() -> None:
    """What is below a folder comes in the order of the paths as strings, whatever the depth."""
    names = ["n/a.txt", "n/a/z.txt", "n/a-b/c.txt", "n/a/b/c.txt", "n/B.txt", "n/a0.txt", "n/aa/b.txt"]
    _write(*names)
    assert _origins("n") == sorted(names)
    assert _origins("n/") == sorted(names)


def test_what_is_below_a_hidden_folder_is_read_where_it_is_named() -> None:
    """Hidden files and folders are left out below a folder and read where the caller names them."""
    _write(".h/a.txt", ".h/.b.txt", "c.txt")
    assert _origins(".") == ["./c.txt"]
    assert _origins(".h", ".h/.b.txt") == [".h/a.txt", ".h/.b.txt"]


def test_a_pattern_stands_for_its_matches() -> None:
    """A pattern that no shell expanded is expanded, sorted; a file whose name looks like one is that file."""
    _write("n/b.txt", "n/a.txt", "n/c/d.txt", "n/e.html", "[ab].txt", "a.txt")
    assert _origins("n/*.txt") == ["n/a.txt", "n/b.txt"]
    assert _origins("n/**/*.txt") == ["n/a.txt", "n/b.txt", "n/c/d.txt"]
    assert _origins("n/c*") == ["n/c/d.txt"]
    assert _origins("[ab].txt") == ["[ab].txt"]


def test_a_file_is_read_once() -> None:
    """A file comes once, where it is met first, by whatever name or link it is met again."""
    _write("n/a.txt", "n/b.txt")
    Path("n/z.txt").symlink_to("a.txt")
    Path("link").symlink_to("n")
    assert _origins("n/b.txt", "n", "./n/a.txt", "n/z.txt", "link", "n/*", os.path.abspath("n/a.txt")) == [
        "n/b.txt",
        "n/a.txt",
    ]


def test_a_skipped_file_can_still_be_named() -> None:
    """Files below a folder whose names tell nothing are reported and left out; named ones are read."""
    _write("n/a.txt", "n/b.pdf", "n/c", "n/d.gz")
    skipped: list[str] = []
    found = scan(["n", "n/c"], skipped=skipped.append)
    assert [each.origin for each in found] == ["n/a.txt", "n/c"]
    assert skipped == ["n/b.pdf", "n/c", "n/d.gz"]


@pytest.mark.parametrize("path", ["gone.txt", "gone/", "none*.txt", ""])
def test_a_path_that_is_not_there_is_told_at_once(path: str) -> None:
    """It is the caller's mistake, told before anything is read, as an error that is also the builtin one."""
    _write("a.txt")
    with pytest.raises(NoInputError, match="no file or folder") as raised:
        scan(["a.txt", path])
    assert raised.value.path == path
    assert isinstance(raised.value, InputError)
    assert isinstance(raised.value, FileNotFoundError)
    assert pickle.loads(pickle.dumps(raised.value)).path == path


def test_one_string_is_no_list_of_paths() -> None:
    """A path in the place of a list is not taken for its letters; paths may be path objects."""
    _write("a")
    with pytest.raises(InputTypeError, match=r"\['a'\]"):
        scan("a")
    assert [found.origin for found in scan([Path("a")])] == ["a"]


def test_broken_pages_do_not_write_to_standard_error() -> None:
    """What the libraries log about a page stays quiet in a program that has set up no logging."""
    code = "from quotex.inputs import Raw, decode; print(decode(Raw('a', 'html', b'')).code)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("no_text\n", "")


@pytest.mark.parametrize("encoding", ["klingon", "base64", "", "a\0b"])
def test_an_unknown_encoding_is_told_at_once(encoding: str) -> None:
    """An encoding that Python does not know, or that is none of text, is the caller's mistake."""
    with pytest.raises(SettingsError, match="no text encoding"):
        scan(["-"], encoding=encoding)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"It opens.", "text"),
        (b"[It opens.]", "text"),
        (b"<p>It opens.</p>", "text"),
        (b"\xef\xbb\xbfIt opens.", "text"),
        ("It opens.".encode("utf-16"), "text"),
        (b"  <!DOCTYPE html><html><p>It opens.", "html"),
        (b'<?xml version="1.0"?><html><p>It opens.', "html"),
        (b'{"text": "It opens."}\n{"text": "It closes."}', "json"),
        (b'{\n"text": "It opens."\n}', "json"),
        (b' [ {"text": "It opens."}]', "json"),
        (gzip.compress(b"It opens."), "text"),
        (zstandard.compress(b'{"text": "It opens."}'), "json"),
    ],
)
def test_a_named_file_is_taken_for_what_it_looks_like(data: bytes, form: str) -> None:
    """Where the name tells nothing, the beginning does, compressed or not."""
    _write("file.dat", data=data)
    found = [each.form if isinstance(each, Raw) else each.code for each in scan(["file.dat"])]
    assert set(found) == {form}


def test_a_named_file_that_looks_like_nothing_is_a_fault() -> None:
    """Binary files of an unknown form cost a fault, and the next one is read."""
    _write("file.dat", data=b"\x7fELF\0\0\0\1")
    _write("a.txt")
    first, second = scan(["file.dat", "a.txt"])
    assert isinstance(first, Fault)
    assert first.code == "unknown_form"
    assert isinstance(second, Raw)


def test_packed_files_that_name_no_form_are_sniffed() -> None:
    """Where the suffix tells the packing only, what is inside tells the form."""
    _write("dump.gz", data=gzip.compress(b'{"text": "It opens."}\n'))
    assert _origins("dump.gz") == ["dump.gz#0"]


@pytest.mark.parametrize(
    ("data", "origins"),
    [
        (b"It opens.", ["-"]),
        (b'\n {"text": "It opens."}\n{"text": "It closes."}', ["-#0", "-#1"]),
        (b'\xef\xbb\xbf{"text": "It opens."}', ["-#0"]),
    ],
)
def test_standard_input_is_lines_of_json_or_a_text(
    data: bytes, origins: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A brace at its beginning tells; it is read once."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    found = [decode(each) for each in scan(["-", "-"]) if isinstance(each, Raw)]
    assert [each.origin for each in found] == origins
    assert all(isinstance(each, Document) for each in found)


def test_files_are_opened_only_when_they_are_due() -> None:
    """A file that goes away before its turn is a fault; what comes before it is not held up."""
    _write("a.txt", "b.txt", "c.txt")
    found = scan(["a.txt", "b.txt", "c.txt"])
    assert isinstance(next(found), Raw)
    Path("b.txt").unlink()
    gone = next(found)
    assert isinstance(gone, Fault)
    assert (gone.origin, gone.code) == ("b.txt", "vanished")
    assert isinstance(next(found), Raw)


def test_what_the_system_refuses_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders and files that may not be read, and disks that fail, cost a fault with the system's word."""
    _write("n/a.txt", "n/deep/b.txt", "n/z.txt")
    scandir, opened = os.scandir, Path.open

    def no_folder(path: str) -> object:
        if path.endswith("deep"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    def no_file(path: Path, mode: str) -> object:
        if path.name == "a.txt":
            raise OSError(5, "Input/output error")
        return opened(path, mode)

    monkeypatch.setattr(os, "scandir", no_folder)
    monkeypatch.setattr(Path, "open", no_file)
    first, second, third = scan(["n"])
    assert (first.origin, second.origin, third.origin) == ("n/a.txt", "n/deep", "n/z.txt")
    assert isinstance(first, Fault)
    assert isinstance(second, Fault)
    assert "Input/output error" in first.message
    assert "Permission denied" in second.message
    assert first.code == second.code == "unreadable"


@pytest.mark.parametrize(
    ("name", "package", "extra"),
    [
        ("a.html", "trafilatura", "html"),
        ("a.parquet.gz", "pyarrow", "parquet"),
        ("a.warc", "fastwarc", "warc"),
        ("a.txt.zst", "zstandard", "zstd"),
    ],
)
def test_a_missing_package_names_its_extra(
    name: str, package: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A named file that needs it is told at once, one below a folder when it is met; others are read without."""
    monkeypatch.setitem(sys.modules, package, None)
    _write(f"n/{name}", "n/0.txt")
    with pytest.raises(MissingExtraError, match=rf"quotex\[{extra}\]"):
        scan(["n/0.txt", f"n/{name}"])
    found = scan(["n"])
    assert next(found).origin == "n/0.txt"
    with pytest.raises(MissingExtraError, match=rf"quotex\[{extra}\]"):
        next(found)


def test_a_worker_without_trafilatura_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page does not become a fault because a package is missing."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"quotex\[html\]"):
        decode(Raw("a.html", "html", b"<html><p>It opens."))


def test_raw_documents_are_small_when_pickled() -> None:
    """What is sent to a worker is hardly more than the bytes."""
    raw = Raw("n/a.jsonl#1", "json", b"x" * 1000, FieldMap(text="text", id="id"))
    assert pickle.loads(pickle.dumps(raw)) == raw
    assert len(pickle.dumps([raw] * 1)) < 1600


def test_scanning_loads_nothing_heavy() -> None:
    """The package loads neither spaCy nor the optional ones before a file asks for them."""
    code = "import quotex.inputs, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"spacy", "numpy", "onnxruntime", "pyarrow", "trafilatura", "fastwarc", "zstandard", "rich", "click"}
    assert heavy.isdisjoint(loaded)

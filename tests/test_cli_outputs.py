"""Outputs of commands: never what is read, and told by name where they cannot be written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import quotex
from quotex.cli import main
from tests.record_samples import TEXT, ferry

COMMAND = [sys.executable, "-m", "quotex"]
NEEDS_FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a text, a folder of it, records, and a run's folder with a file of records."""
    monkeypatch.chdir(tmp_path)
    Path("port.txt").write_bytes(TEXT.encode())
    Path("news").mkdir()
    Path("news/port.txt").write_bytes(TEXT.encode())
    quotex.write([ferry()], "port.jsonl")
    Path("archive/records").mkdir(parents=True)
    Path("archive/manifest.json").write_text("{}", encoding="utf-8")
    quotex.write([ferry()], "archive/records/0.jsonl")


def _all_bytes() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "args",
    [
        ["extract", "port.txt", "-o", "port.txt"],
        ["extract", "port.txt", "--known", "known.json", "-o", "known.json"],
        ["claims", "port.txt", "port.jsonl", "-o", "./port.jsonl"],
        ["claims", "archive", "-o", "archive/records/0.jsonl"],
        ["export", "port.jsonl", "--to", "claims", "-o", "news/../port.jsonl"],
        ["export", "port.jsonl", "--to", "claims", "-o", "link.jsonl"],
        ["export", "archive", "--to", "quotations", "-o", "archive/records/new.jsonl"],
        ["export", "archive/records", "--to", "quotations", "-o", "archive/records/new.jsonl.gz"],
        ["export", "port.jsonl", "--to", "prodigy", "--texts", "port.txt", "-o", "port.txt"],
        ["export", "port.jsonl", "--to", "prodigy", "--texts", "news", "-o", "news/port.txt"],
        ["export", "port.jsonl", "--to", "brat", "--texts", "news", "-o", "news/desk"],
        ["speakers", "port.jsonl", "-o", "port.jsonl"],
        ["variants", "archive", "-o", "archive/records/0.jsonl"],
        ["verify", "port.txt", "news/port.txt", "-o", "port.txt"],
        ["verify", "the ferry", "news/port.txt", "-o", "news/port.txt"],
        ["verify", "--quotes", "port.jsonl", "port.txt", "-o", "port.jsonl"],
        ["match", "port.txt", "--known", "known.json", "-o", "port.txt"],
        ["match", "port.txt", "--known", "news", "-o", "news/found.csv"],
        ["match", "port.txt", "--index", "known.json", "-o", "known.json"],
        ["convert", "archive", "archive/records/0.jsonl"],
    ],
)
def test_an_output_that_is_read_is_refused(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What would be lost, or be read the next time, is not written, by whatever name or link it is meant."""
    Path("known.json").write_text("[]", encoding="utf-8")
    Path("link.jsonl").symlink_to("port.jsonl")
    before = _all_bytes()
    assert main(args) == 2
    told = capsys.readouterr().err
    assert args[-1] in told
    assert "write" in told
    assert _all_bytes() == before


@pytest.mark.parametrize(
    "args",
    [
        ["claims", ".", "-o", "desk.csv", "-f", "csv"],
        ["export", "archive", "--to", "claims", "-o", "archive/claims.jsonl"],
        ["convert", "port.jsonl", "port.jsonl"],
        ["extract", os.devnull, "-o", os.devnull],
    ],
)
def test_an_output_beside_what_is_read_is_written(args: list[str]) -> None:
    """A sheet in a folder of records, what lies beside the records of a run, and a file written anew are no loss."""
    assert main(args) == 0
    assert main(args) == 0
    assert [article.metadata.id for article in quotex.read("port.jsonl")] == ["port.txt"]


@pytest.mark.parametrize(
    "args",
    [
        ["extract", "port.txt", "-o"],
        ["claims", "port.txt", "-o"],
        ["export", "port.jsonl", "--to", "claims", "-o"],
        ["convert", "port.jsonl"],
    ],
)
def test_a_folder_that_is_not_there_is_wrong_usage(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Before anything is read, the output's folder is missed, with one exit code for all commands."""
    assert main([*args, "none/out.jsonl"]) == 2
    told = capsys.readouterr().err
    assert "none/out.jsonl cannot be written" in told
    assert "Errno" not in told


def test_a_folder_that_cannot_be_made_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """An export that is a folder says which it cannot make."""
    args = ["export", "port.jsonl", "--to", "brat", "--texts", "port.txt", "-o", "port.txt/desk"]
    assert main(args) == 2
    assert "port.txt/desk cannot be made: Not a directory" in capsys.readouterr().err


@NEEDS_FULL
def test_a_full_disk_is_named() -> None:
    """What takes no more is told by its name, be it a file or standard output, with exit code 1 and no traceback."""
    done = subprocess.run([*COMMAND, "extract", "port.txt", "-o", "/dev/full"], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == "quotex: /dev/full cannot be written: No space left on device\n"
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "extract", "port.txt"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.decode() == "quotex: standard output cannot be written: No space left on device\n"


@pytest.mark.skipif(os.name != "posix", reason="pipes that break are of POSIX")
def test_nobody_to_read_the_messages_is_no_end() -> None:
    """Where the reader of standard error has gone, all is written, and the exit code still tells of failures."""
    read, write = os.pipe()
    os.close(read)
    args = ["extract", "missing.txt", "port.txt", "missing-too.txt", "-o", "out.jsonl"]
    done = subprocess.run([*COMMAND, *args], stderr=write, check=False)
    wrong = subprocess.run([*COMMAND, "extract", "--none"], stderr=write, check=False)
    os.close(write)
    assert done.returncode == 1
    assert [article.metadata.id for article in quotex.read("out.jsonl")] == ["port.txt"]
    assert wrong.returncode == 2

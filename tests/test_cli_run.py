"""``quotex run`` on the command line."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import quotex
from benchmarks.short_texts import write_lines
from quotex.archive import Job
from quotex.archive.store import Store
from quotex.cli import main
from quotex.cli.progress import Progress
from quotex.serial import from_json
from tests.archive_samples import STORY, Inline, errors, ids, lines

Run = Callable[..., tuple[int, str]]


@pytest.fixture(name="run")
def _run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in this process alone: its exit code and what it told. Nothing ever comes on standard output."""

    def engine(job: Job, _: int) -> Inline:
        return Inline(Job(job.settings, job.known_speakers, job.encoding, seconds=0))

    monkeypatch.setattr("quotex.archive.Pool", engine)

    def run(*args: str | Path) -> tuple[int, str]:
        code = main(["run", *map(str, args)])
        captured = capsysbinary.readouterr()
        assert captured.out == b""
        return code, captured.err.decode()

    return run


@pytest.fixture(name="news")
def _news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    write_lines(path, range(5))
    return path


def test_a_summary_at_the_end(tmp_path: Path, news: Path, run: Run) -> None:
    """It tells the fields taken, documents, quotes, what could not be read and why, and how fast it was."""
    out = tmp_path / "out"
    assert run(news, "--out", out, "--workers", "3")[0] == 0
    quotes = sum(len(from_json(line).quotes) for line in lines(out))
    with news.open("a") as stream:
        stream.write('no JSON\n{"id": 7}\n{"text": 7}\n')
    (tmp_path / "picture.jpeg").write_bytes(b"")
    code, told = run(tmp_path / "news.jsonl", "--out", out)
    assert code == 1
    first, counts, *codes, rate = told.splitlines()
    assert first == f"{news}: text from 'text', id from 'id'"
    assert counts == f"{out}: 5 documents with {quotes} quotes, 3 that could not be read"
    assert codes == ["  not_json: 1", "  no_text: 1", "  text_not_string: 1"]
    assert rate.startswith("  8 read in ")
    code, told = run(news, "--out", out, "--quiet")
    assert code == 1
    assert "text from" not in told
    assert "  8 of these were there already\n  0 read in " in told


def test_the_same_fields_are_told_once(tmp_path: Path, run: Run) -> None:
    """Of many files with the same fields the first is told, and the next one that differs."""
    for name, field in (("a", "text"), ("b", "text"), ("c", "body"), ("d", "body")):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({field: "It rained."}))
    told = run(*sorted(tmp_path.glob("*.jsonl")), "--out", tmp_path / "out")[1]
    assert [line.rpartition(": ")[2] for line in told.splitlines() if " from " in line] == [
        "text from 'text'",
        "text from 'body'",
    ]


def test_files_of_other_forms_are_counted(tmp_path: Path, run: Run) -> None:
    """What a folder holds besides is passed over and told."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY, encoding="utf-8")
    for name in ("a.jpeg", "b.docx"):
        (folder / name).write_bytes(b"")
    code, told = run(folder, "--out", tmp_path / "out")
    assert code == 0
    assert "  2 files of other forms were passed over" in told


def test_standard_input(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """ "-" is read to its end, and read again it is known."""
    data = "".join(json.dumps({"id": f"n{number}", "text": STORY.format(number)}) + "\n" for number in range(3))
    for kept in (0, 3):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
        code, told = run("-", "--out", tmp_path / "out")
        assert code == 0
        assert ("3 of these were there already" in told) == bool(kept)
    assert ids(tmp_path / "out") == ["n0", "n1", "n2"]


def test_fields_encoding_and_limits_are_those_of_the_options(tmp_path: Path, run: Run) -> None:
    """What options say about documents is what is read."""
    path, known, out = tmp_path / "a.csv", tmp_path / "known.json", tmp_path / "out"
    known.write_text('[{"name": "Osei, A.", "aliases": ["Ada Osei"]}]', encoding="utf-8")
    path.write_bytes("nr,body,kicker\n1,The mayor of São said it would open,First\n".encode("cp1252"))
    with path.open("ab") as stream:
        stream.write(b"2," + b"It rained. " * 20 + b",Second\n3,It snowed.,Third\n")
    args = ["--text", "body", "--id", "nr", "--title", "kicker", "--encoding", "cp1252", "--max-chars", "100"]
    code, told = run(path, "--out", out, *args, "--known", known, "--limit", "2")
    assert code == 1
    assert f"{path}: text from 'body', id from 'nr', title from 'kicker'" in told
    (record,) = map(from_json, lines(out))
    assert (record.metadata.id, record.metadata.title) == ("1", "First")
    assert record.text_length == len("The mayor of São said it would open")
    assert record.settings_hash == quotex.Settings(max_chars=100).hash
    assert [row["code"] for row in errors(out)] == ["too_long"]


def test_refusals_name_the_way_out(tmp_path: Path, news: Path, run: Run) -> None:
    """Other settings, other inputs, fewer documents and a folder in use are told with exit code 1; options allow the
    first three."""
    out, other = tmp_path / "out", tmp_path / "other.jsonl"
    write_lines(other, range(7, 9))
    assert run(news, "--out", out)[0] == 0
    for args, way in (
        ((news, "--max-chars", "9000"), "--mix"),
        ((other,), "--replace"),
        ((news, "--limit", "2"), "--replace"),
    ):
        code, told = run(*args, "--out", out)
        assert code == 1
        assert told.startswith("Error: ")
        assert way in told
        assert ids(out) == [f"n{number}" for number in range(5)]
    with Store(out).held():
        code, told = run(news, "--out", out)
        assert code == 1
        assert "another run is writing to it; wait for it to end" in told
    assert run(news, "--out", out, "--max-chars", "9000", "--mix")[0] == 0
    assert run(other, "--out", out, "--max-chars", "9000", "--replace")[0] == 0
    assert ids(out) == ["n7", "n8"]


@pytest.mark.parametrize(
    "args",
    [
        ["a"],
        ["--out", "out"],
        ["a", "--out", "out", "--workers", "0"],
        ["a", "--out", "out", "--limit", "0"],
        ["a", "--out", "out", "--max-seconds", "-1"],
        ["a", "--out", "out", "--max-seconds", "inf"],
        ["a", "--out", "out", "--max-seconds", "nan"],
        ["a", "--out", "out", "--max-chars", "999999999999"],
        ["a", "--out", "out", "--limit", "9" * 20],
        ["a", "--out", "out", "--encoding", "klingon"],
        ["a", "--out", "out", "--engine", "steam"],
        ["a", "--out", "out", "--known", "missing.json"],
    ],
)
def test_wrong_usage_is_code_2(args: list[str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the command does not understand is told before anything is made."""
    monkeypatch.chdir(tmp_path)
    code, told = run(*args)
    assert code == 2
    assert "Usage: quotex run" in told
    assert not (tmp_path / "out").exists()


def test_errors_are_told_without_a_traceback(tmp_path: Path, news: Path, run: Run) -> None:
    """Inputs that are not there and folders that cannot be made are one line each, with exit code 1."""
    for args, words in (
        ((tmp_path / "gone.txt", "--out", tmp_path / "out"), "there is no file or folder"),
        ((news, "--out", news / "below"), "cannot be written: Not a directory"),
        ((tmp_path, "--out", tmp_path / "out"), "lies in the input"),
    ):
        code, told = run(*args)
        assert code == 1
        assert told.startswith("Error: ")
        assert told.count("\n") == 1
        assert words in told


def test_a_bar_on_a_terminal(
    tmp_path: Path, news: Path, run: Run, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """It shows documents, rate, quotes and errors; a pipe and --quiet get none."""
    assert "documents/s" not in run(news, "--out", tmp_path / "piped")[1]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    told = run(news, "--out", tmp_path / "shown")[1]
    assert "documents/s" in told
    assert "errors=0, quotes=" in told
    assert "documents/s" not in run(news, "--out", tmp_path / "quiet", "--quiet")[1]


@pytest.mark.parametrize(("limit", "total"), [(None, 5), (3, 3), (9, 5)])
def test_the_time_left_is_that_of_the_documents_wanted(
    news: Path, limit: int | None, total: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The documents of the inputs are counted up to the limit."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with Progress([str(news)], limit=limit, quiet=False) as progress:
        progress._count()
        assert progress._bar.total == total

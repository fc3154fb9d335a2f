"""Texts as ``extract``, ``claims`` and ``verify`` take them: pages, byte order marks, JSON, and warnings."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

import quotex
from quotex.cli import main
from quotex.serial import from_json
from tests.record_samples import ferry

SAID = "The bridge costs 40 million crowns, said Tor Lund, the minister."
PAGE = f"""<!doctype html><html><head><title>The bridge</title>
<meta property="article:published_time" content="2024-05-08T10:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>The bridge</h1><p>{SAID}</p>
<p>Work on the bridge over the sound begins in the autumn of next year &amp; ends two years later.</p></article>
</body></html>"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("said.txt").write_text(SAID, encoding="utf-8")
    Path("bridge.html").write_text(PAGE, encoding="utf-8")


def _feed(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data.encode()))))


def test_a_page_is_read_as_a_run_reads_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Its article is the text, and what it says of itself is kept where nothing else is said."""
    pytest.importorskip("trafilatura")
    assert main(["run", "bridge.html", "--out", "archive", "--workers", "1", "--quiet"]) == 0
    (part,) = Path("archive/records").iterdir()
    (wanted,) = quotex.read(part)
    capsys.readouterr()
    assert main(["extract", "bridge.html"]) == 0
    out, err = capsys.readouterr()
    assert (from_json(out), err) == (wanted, "")
    assert wanted.metadata.title == "The bridge"
    assert main(["extract", "bridge.html", "--title", "Crossing", "--id", "b"]) == 0
    about = from_json(capsys.readouterr().out).metadata
    assert (about.id, about.title, about.date) == ("b", "Crossing", wanted.metadata.date)


def test_a_page_fits_its_records(capsys: pytest.CaptureFixture[str]) -> None:
    """Records of a page find their text again, be they of ``extract`` or of a run; quotes are looked for in it."""
    pytest.importorskip("trafilatura")
    assert main(["extract", "bridge.html", "-o", "bridge.jsonl"]) == 0
    assert main(["export", "bridge.jsonl", "--to", "prodigy", "--texts", "bridge.html"]) == 0
    assert "40 million crowns" in capsys.readouterr().out
    assert main(["claims", "bridge.html"]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert row["document_date"] == "2024-05-08"
    assert main(["verify", "next year & ends two years later", "bridge.html"]) == 0


def test_a_page_without_an_article_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """It costs its message, and the others come out."""
    pytest.importorskip("trafilatura")
    Path("none.html").write_text("<!doctype html><html><body></body></html>", encoding="utf-8")
    assert main(["extract", "none.html", "gone.html", "said.txt"]) == 1
    out, err = capsys.readouterr()
    assert [from_json(line).metadata.id for line in out.splitlines()] == ["said.txt"]
    assert err.splitlines()[0].startswith("quotex: none.html: no article was found")
    assert err.splitlines()[1] == "quotex: gone.html: No such file or directory"


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "standoff"])
def test_what_an_article_warns_of_is_told(
    form: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Markup in a text, and an empty text, are told on standard error, of ``claims`` as well; a table shows them."""
    Path("markup.txt").write_text(PAGE, encoding="utf-8")
    Path("empty.txt").touch()
    for args in (["extract", "markup.txt", "empty.txt", "-f", form], ["claims", "markup.txt", "empty.txt"]):
        assert main(args) == 0
        told = capsys.readouterr().err.splitlines()
        assert told[0].startswith("quotex: markup.txt: the text holds HTML tags")
        assert told[-1] == "quotex: empty.txt: the text is empty"
    _feed("", monkeypatch)
    assert main(["claims", "-"]) == 0
    assert capsys.readouterr().err == "quotex: standard input: the text is empty\n"
    assert main(["extract", "empty.txt", "-f", "table"]) == 0
    out, err = capsys.readouterr()
    assert ("the text is empty" in out, err) == (True, "")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A file with a mark is read without ``--encoding``, and whatever that says, as a run reads it."""
    Path("marked.txt").write_bytes(SAID.encode(encoding))
    for args in ([], ["--encoding", "latin-1"]):
        assert main(["extract", "marked.txt", "--id", "a", *args]) == 0
        assert from_json(capsys.readouterr().out) == quotex.extract(SAID, id="a")
    assert main(["claims", "marked.txt"]) == 0
    assert "40 million" in capsys.readouterr().out
    assert main(["verify", "40 million crowns", "marked.txt"]) == 0


@pytest.mark.parametrize(
    "data", ['{\n "body": "It rained."\n}', '[{"body": "It rained."}]', '{"body": "It rained."}\n' * 2]
)
@pytest.mark.parametrize("command", ["extract", "claims"])
def test_json_is_no_text(
    command: str, data: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON is not read as if it were prose, neither from a file, whatever its name, nor from standard input."""
    for name in ("data.txt", "data"):
        Path(name).write_text(data, encoding="utf-8")
        assert main([command, name]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert "JSON" in err or "no article records" in err
    _feed(data, monkeypatch)
    assert main([command, "-"]) == 1
    assert "standard input: " in capsys.readouterr().err


def test_brackets_alone_are_no_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A text that opens with a bracket is a text."""
    for begin in ("[Updated] ", "{Corrected} ", "[{Both}] "):
        Path("brackets").write_text(begin + SAID, encoding="utf-8")
        assert main(["claims", "brackets"]) == 0
        assert "40 million" in capsys.readouterr().out


def test_records_without_a_suffix_are_records(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the name tells nothing, the beginning of the file does."""
    quotex.write([ferry()], "a.jsonl")
    Path("a.jsonl").rename("records")
    assert main(["claims", "records"]) == 0
    assert [json.loads(line)["document_id"] for line in capsys.readouterr().out.splitlines()] == ["port.txt"] * 2


def test_a_text_of_claims_has_an_id_and_a_limit(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard input can be given an id, and the length that a text may have can be told, where there are texts."""
    _feed(SAID, monkeypatch)
    assert main(["claims", "-", "--id", "bridge"]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (claim,) = quotex.extract(SAID, id="bridge").claims
    assert (row["document_id"], row["id"]) == ("bridge", claim.id)
    assert main(["claims", "said.txt", "--max-chars", "10"]) == 1
    assert "--max-chars" in capsys.readouterr().err
    assert main(["claims", "said.txt", "bridge.html", "--id", "b"]) == 2
    quotex.write([ferry()], "a.jsonl")
    assert main(["claims", "a.jsonl", "--max-chars", "10"]) == 2


def test_a_text_counts_once(capsys: pytest.CaptureFixture[str]) -> None:
    """A text that is named twice has its claims ranked once."""
    assert main(["claims", "said.txt", "./said.txt"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_nothing_to_verify_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Records without words in marks are no failure, but nothing was verified either."""
    quotex.write([quotex.extract(SAID, id="said")], "said.jsonl")
    assert main(["verify", "--quotes", "said.jsonl", "said.txt"]) == 0
    assert capsys.readouterr().err == (
        "quotex: said.jsonl holds no words in quotation marks, and nothing was verified\n"
    )


def test_a_run_over_nothing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without documents is no failure, and is told."""
    Path("nothing").mkdir()
    assert main(["run", "nothing", "--out", "archive", "--quiet"]) == 0
    assert "the inputs hold nothing to read" in capsys.readouterr().err

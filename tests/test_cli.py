"""The command line."""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import quotex
from quotex import cli
from quotex.cli import main
from quotex.documents import Document
from quotex.inputs import Raw, decode, scan
from quotex.serial import from_json, from_primitives

STORY = "“We open in May,” the mayor, Ada Osei, said on Monday.\r\n\r\nShe wants the county to pay for the roof.\r\n"
COMMAND = [sys.executable, "-m", "quotex"]


@pytest.fixture(name="story")
def _story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    return str(path)


def _out(capsysbinary: pytest.CaptureFixture[bytes]) -> tuple[str, str]:
    captured = capsysbinary.readouterr()
    return captured.out.decode(), captured.err.decode()


def test_a_pipe_gets_json_lines(story: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without a terminal the output is one record a line, the path being its id, offsets those of the file."""
    assert main(["extract", story]) == 0
    out, err = _out(capsysbinary)
    article = from_json(out)
    assert article == quotex.extract(STORY, id=story)
    assert article.quotes
    for each in article.attributions:
        assert all(STORY[part.start : part.end] == part.text for part in each.content)
    assert err == ""


def test_a_terminal_gets_a_table(
    story: str, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal quotes are shown in a table with colours, and without where NO_COLOR says so."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert main(["extract", story]) == 0
    coloured = _out(capsysbinary)[0]
    assert "Ada Osei" in coloured
    assert "\x1b[" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["extract", story]) == 0
    assert "\x1b[" not in _out(capsysbinary)[0]


def test_every_format_holds_the_quote(story: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each format can be read by what reads it."""
    outputs = {}
    for form in ("table", "json", "jsonl", "csv", "standoff"):
        assert main(["extract", story, "--format", form]) == 0
        outputs[form] = _out(capsysbinary)[0]
    article = quotex.extract(STORY, id=story)
    assert from_primitives(json.loads(outputs["json"])[0]) == article
    assert json.loads(outputs["standoff"]) == json.loads(json.dumps(quotex.standoff(article)))
    assert [row["id"] for row in csv.DictReader(io.StringIO(outputs["csv"], newline=""))] == [
        quote.id for quote in article.quotes
    ]
    assert "Ada Osei" in outputs["table"]


def test_a_failed_document_does_not_stop_the_others(
    tmp_path: Path, story: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A missing file, a folder, wrong bytes and a text that is too long cost a message each and exit code 1."""
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Inês disse não.".encode("latin-1"))
    missing, folder = tmp_path / "missing.txt", tmp_path
    assert main(["extract", str(missing), str(latin), str(folder), story]) == 1
    out, err = _out(capsysbinary)
    assert [from_json(line).metadata.id for line in out.splitlines()] == [story]
    assert f"quotex: {missing}: No such file" in err
    assert f"quotex: {latin}: byte 0xea at position 2 is not utf-8; name the file's encoding with --encoding" in err
    assert f"quotex: {folder}: " in err
    assert main(["extract", story, "--max-chars", "10"]) == 1
    assert "the limit is 10" in _out(capsysbinary)[1]


def test_a_fault_of_ours_costs_one_document(
    story: str, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exception that nobody foresaw is told as such, without a traceback, and the exit code is 1."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr("quotex.extraction.extract", broken)
    assert main(["extract", story]) == 1
    out, err = _out(capsysbinary)
    assert out == ""
    assert "internal error" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-16", ""), ("utf-16-be", ""), ("utf-16-be", "\ufeff"), ("utf-8", "\ufeff")]
)
def test_encodings(encoding: str, mark: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """A file in the encoding named is read; line ends stay in the text, and a byte order mark does not."""
    path = tmp_path / "story.txt"
    path.write_bytes((mark + STORY).encode(encoding))
    assert main(["extract", str(path), "--encoding", encoding, "--id", "story"]) == 0
    assert from_json(_out(capsysbinary)[0]) == quotex.extract(STORY, id="story")


def test_a_file_has_the_same_text_for_extract_as_for_a_run(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What one reads of a file with a byte order mark is what the other does, so that either's offsets fit it."""
    path = tmp_path / "story.txt"
    path.write_bytes(codecs.BOM_UTF8 + STORY.encode())
    assert main(["extract", str(path)]) == 0
    (raw,) = scan([path])
    assert isinstance(raw, Raw)
    document = decode(raw)
    assert isinstance(document, Document)
    assert from_json(_out(capsysbinary)[0]) == quotex.extract(document.text, id=str(path))


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["extract"],
        ["quote"],
        ["extract", "a", "--format", "xml"],
        ["extract", "a", "--encoding", "klingon"],
        ["extract", "a", "--encoding", "hex"],
        ["extract", "a", "--min-score", "2"],
        ["extract", "a", "--act", "poem"],
        ["extract", "a", "--max-chars", "0"],
        ["extract", "a", "--max-chars", "999999999999"],
        ["extract", "a", "b", "--title", "One"],
        ["extract", "a", "--known", "missing.json"],
        ["completion", "tcsh"],
        ["evaluate", "missing.jsonl"],
    ],
)
def test_wrong_usage_is_code_2(args: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """What the command line does not understand is told on standard error with exit code 2."""
    assert main(args) == 2
    out, err = _out(capsysbinary)
    assert out == ""
    assert "Usage: quotex" in err


def test_metadata_and_choices_reach_the_record(
    tmp_path: Path, story: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Metadata, acts, thresholds and known speakers are those of the options."""
    known = tmp_path / "known.json"
    known.write_text('[{"name": "Osei, A.", "aliases": ["Ada Osei"]}]', encoding="utf-8")
    args = ["extract", story, "--id", "7", "--title", "T", "--date", "D", "--author", "A", "--url", "U"]
    args += ["--act", "statement", "--act", "belief", "--min-score", "0.1", "--known", str(known)]
    assert main(args) == 0
    article = from_json(_out(capsysbinary)[0])
    assert article.metadata == quotex.Metadata("7", "T", "D", "A", "U")
    settings = quotex.Settings(acts=["statement", "belief"], attribution_threshold=0.1)
    assert article.settings_hash == settings.hash
    assert "Osei, A." in [speaker.known_as for speaker in article.speakers]


def test_a_broken_list_of_known_speakers_is_wrong_usage(
    tmp_path: Path, story: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A list of known speakers that is no JSON, or none of speakers, is told with exit code 2."""
    known = tmp_path / "known.json"
    for content in ("[", "5", '"Ada Osei"', '[{"alias": "Ada"}]'):
        known.write_text(content, encoding="utf-8")
        assert main(["extract", story, "--known", str(known)]) == 2
        assert "--known" in _out(capsysbinary)[1]


def test_output_goes_to_a_file(tmp_path: Path, story: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """With --output nothing is printed and the file holds JSON Lines in UTF-8, or the format asked for, CSV marked as
    such for Excel."""
    target = tmp_path / "out"
    assert main(["extract", story, "--output", str(target)]) == 0
    assert from_json(target.read_bytes()) == quotex.extract(STORY, id=story)
    assert main(["extract", story, "-o", str(target), "-f", "csv"]) == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbfdocument_id,")
    assert _out(capsysbinary) == ("", "")


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, story: str) -> None:
    """A target in a folder that does not exist is a message, not a traceback."""
    target = str(tmp_path / "no" / "out")
    done = subprocess.run([*COMMAND, "extract", story, "-o", target], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert target in done.stderr


def test_standard_input_is_read_to_its_end() -> None:
    """ "-" reads standard input byte for byte, whatever the locale."""
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run([*COMMAND, "extract", "-"], input=STORY.encode(), capture_output=True, check=True, env=env)
    assert from_json(done.stdout) == quotex.extract(STORY, id="-")


@pytest.mark.parametrize(
    "args", [["--help"], ["--version"], ["extract", "--help"], ["evaluate", "--help"], ["completion", "bash"]]
)
def test_help_loads_nothing_heavy(args: list[str]) -> None:
    """Help, version and completion load neither spaCy nor numpy nor rich."""
    code = (
        "import sys; from quotex.cli import main; code = main(sys.argv[1:]); "
        "print([name for name in ('spacy', 'numpy', 'onnxruntime', 'rich', 'attr') if name in sys.modules]); "
        "sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_version(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """--version prints the package's version, which is that of pyproject.toml."""
    assert main(["--version"]) == 0
    assert _out(capsysbinary)[0].strip() == f"quotex {quotex.__version__}"
    project = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert f'\nversion = "{quotex.__version__}"\n' in project


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_for_the_command(shell: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each script asks the command itself."""
    assert main(["completion", shell]) == 0
    assert "_QUOTEX_COMPLETE" in _out(capsysbinary)[0]


def test_completion_knows_the_formats() -> None:
    """The shell is told the formats that begin as typed."""
    env = {
        **os.environ,
        "_QUOTEX_COMPLETE": "bash_complete",
        "COMP_WORDS": "quotex extract --format js",
        "COMP_CWORD": "3",
    }
    done = subprocess.run(COMMAND, capture_output=True, text=True, check=False, env=env)
    assert done.stdout.split() == ["plain,json", "plain,jsonl"]


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, story: str) -> None:
    """``quotex … | head -c 1`` ends quietly with exit code 0."""
    with subprocess.Popen(
        [*COMMAND, "extract", *[story] * 3], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        err = process.stderr.read()
    assert process.returncode == 0
    assert err == b""


def test_ctrl_c_is_code_130(
    story: str, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupt while a document is read ends with 130 and one line, what was finished before being out."""
    texts = iter([STORY])

    def interrupted(*_: str) -> str:
        for text in texts:
            return text
        signal.raise_signal(signal.SIGINT)
        raise AssertionError

    monkeypatch.setattr(sys.modules["quotex.cli.reading"], "read_text", interrupted)
    assert main(["extract", story, story]) == cli.INTERRUPTED == 130
    out, err = _out(capsysbinary)
    assert from_json(out).quotes
    assert err.strip() == "quotex: interrupted"


def test_evaluate_prints_a_table_and_json(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Predictions equal to the gold get full marks, as a table and as JSON."""
    gold = tmp_path / "gold.jsonl"
    record = {"cue": [[13, 17]], "source": [[0, 12]], "content": [[18, 33]]}
    line = {"id": "a", "text": "The minister said it would rain today.", "attributions": [record]}
    gold.write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert main(["evaluate", str(gold), str(gold)]) == 0
    table = _out(capsysbinary)[0]
    assert "100" in table
    assert main(["evaluate", str(gold), str(gold), "--json"]) == 0
    assert json.loads(_out(capsysbinary)[0])


def test_evaluate_tells_a_broken_file(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """A gold file that is no JSON Lines is told with exit code 1."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text("{\n", encoding="utf-8")
    assert main(["evaluate", str(gold)]) == 1
    assert "gold.jsonl" in _out(capsysbinary)[1]


@pytest.fixture
def speakers(tmp_path: Path) -> Path:
    """A gold file of speakers without texts; nothing lies beside it."""
    gold = tmp_path / "speakers-news.jsonl"
    judged = {"act": "statement", "speaker": "Ana Roe", "title": None, "mention": "named", "certain": True}
    gold.write_text(json.dumps({"id": "a", "speakers": [judged]}) + "\n", encoding="utf-8")
    return gold


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A gold file of one statement, whose first record quotex resolves."""
    gold = tmp_path / "told.jsonl"
    record = {"cue": [[8, 12]], "source": [[0, 7]], "content": [[13, 27]], "kind": "indirect"}
    record |= {"speaker": "Ana Roe", "title": None, "mention": "named", "certain": True}
    line = {"id": "a", "text": "Ana Roe said that rain fell.", "statements": [record], "attributions": [record]}
    gold.write_text(json.dumps(line) + "\n", encoding="utf-8")
    return gold


def test_evaluate_scores_given_attributions(
    speakers: Path, told: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Speakers without texts need no --given but their texts, beside them or named; several files are pooled."""
    assert main(["evaluate", str(speakers)]) == 1
    assert "--texts" in _out(capsysbinary)[1]
    assert main(["evaluate", str(speakers), "--texts", str(told)]) == 0
    assert "100.0 [20.7–100.0] (1 of 1)" in _out(capsysbinary)[0]
    told.rename(tmp_path / "news.jsonl")
    assert main(["evaluate", str(speakers), "--json"]) == 0
    assert json.loads(_out(capsysbinary)[0])["pooled"]["speaker"]["named"]["of"] == 1


def test_evaluate_given_statements(told: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """--given takes statements as they are, while the plain command looks for them."""
    stated = told.with_name("stated.jsonl")
    line = json.loads(told.read_text(encoding="utf-8"))
    del line["attributions"]
    stated.write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert main(["evaluate", "--given", str(stated), "--json"]) == 0
    assert json.loads(_out(capsysbinary)[0])["scorer"] == "given"
    assert main(["evaluate", str(stated), "--json"]) == 0
    assert json.loads(_out(capsysbinary)[0])["scorer"] == "statements"


def test_evaluate_refuses_what_does_not_go_together(told: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Texts without --given, and a third file, are wrong usage."""
    for args in ([str(told), "--texts", str(told)], [str(told)] * 3):
        assert main(["evaluate", *args]) == 2
        assert "--given" in _out(capsysbinary)[1]

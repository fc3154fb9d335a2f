"""What is read and what is refused, halves, and how the figures are shown."""

from __future__ import annotations

import gzip
import json
import pickle
from pathlib import Path

import pytest

from evaluation_cases import RAIN, RAN, TEXT, score_attributions, score_statements, statement, write
from quotex.errors import DecodingError, InputError, LineError, SettingsError
from quotex.evaluation import Scorer, evaluate_files


def test_a_half_is_every_second_document_of_the_sorted_ids(tmp_path: Path) -> None:
    """Even takes the first, third … id in sorted order, odd the others, whatever the order of the file."""
    ids = ["c", "a", "b"]
    gold = write(tmp_path / "g.jsonl", *({"id": key, "text": TEXT, "attributions": [RAIN]} for key in ids))
    found = write(tmp_path / "p.jsonl", {"id": "b", "attributions": [RAIN]})
    even, odd = (evaluate_files(gold, found, half) for half in ("even", "odd"))
    assert (even.documents, even.value("all", "ggt@0.8")) == (2, 0.0)
    assert (odd.documents, odd.value("all", "ggt@0.8")) == (1, 100.0)
    with pytest.raises(SettingsError, match="half is 'left'"):
        evaluate_files(gold, found, "left")
    with pytest.raises(LineError, match="odd half of the file holds no documents"):
        evaluate_files(write(tmp_path / "one.jsonl", {"id": "a", "text": "", "statements": []}), found, "odd")


def test_without_predictions_the_extractor_is_run_over_the_gold_texts(tmp_path: Path) -> None:
    """The extractor gets each gold document and its records are scored like those of a file."""
    gold = write(tmp_path / "g.jsonl", {"id": "a", "text": TEXT, "attributions": [RAIN]})
    evaluation = evaluate_files(gold, extractor=lambda document: {"id": document.id, "attributions": [RAIN]})
    assert evaluation.value("all", "joint@0.8") == 100.0


def test_gzip_and_blank_lines_are_read(tmp_path: Path) -> None:
    """A gzip file scores as the plain one, and blank lines are no documents."""
    line = json.dumps({"id": "a", "text": TEXT, "attributions": [RAIN]})
    gold = tmp_path / "g.jsonl.gz"
    gold.write_bytes(gzip.compress(f"\n{line}\n\n".encode()))
    assert evaluate_files(gold, write(tmp_path / "p.jsonl", json.loads(line))).documents == 1


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "no valid JSON"),
        ("[]", "a JSON object is needed"),
        ('{"id": "a", "text": "x"}', 'needs the field "attributions" or "statements"'),
        ('{"id": 1, "text": "x", "attributions": []}', 'the field "id" must be a string'),
        ('{"id": "a", "attributions": []}', 'the field "text" must be a string'),
        ('{"id": "a", "text": "x", "attributions": {}}', 'the field "attributions" must be a list'),
        ('{"id": "a", "text": "x", "attributions": [3]}', r"\$\.attributions\[0\]: an object is needed"),
        ('{"id": "a", "text": "x", "attributions": [{"cue": 1}]}', 'the field "cue" must be a list of'),
        ('{"id": "a", "text": "x", "attributions": [{"cue": [[0]]}]}', r"cue\[0\] must be a pair"),
        ('{"id": "a", "text": "x", "attributions": [{"cue": [[0, true]]}]}', r"cue\[0\] must be a pair"),
        (
            '{"id": "a", "text": "x", "attributions": [{"cue": [[0, 2]]}]}',
            r"\[0, 2\], which does not lie in the text of 1",
        ),
        ('{"id": "a", "text": "x", "attributions": [{"cue": [[1, 0]]}]}', r"\[1, 0\], which does not lie"),
        ('{"id": "a", "text": "x", "statements": [{"kind": "direct"}]}', 'the field "mention" must be a string'),
        (
            '{"id": "a", "text": "x", "statements": [{"kind": "direct", "mention": "none"}]}',
            '"certain" must be true or false',
        ),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, problem: str) -> None:
    """What is wrong in a gold file is told with the file, the number of the line and the place in it."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n" + line + "\n", encoding="utf-8")
    with pytest.raises(LineError, match=problem) as caught:
        evaluate_files(gold, gold)
    assert (caught.value.file, caught.value.line) == ("gold.jsonl", 2)
    assert str(caught.value).startswith("gold.jsonl, line 2: ")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_bad_predictions_are_named_and_strangers_are_left_out(tmp_path: Path) -> None:
    """A speaker of the wrong type is an error on its line; a document without gold is not looked into."""
    gold = write(tmp_path / "g.jsonl", {"id": "a", "text": TEXT, "statements": [statement(RAIN)]})
    stranger = {"id": "z", "attributions": [{"content": [[0, 10_000]]}]}
    assert evaluate_files(gold, write(tmp_path / "p.jsonl", stranger)).value("statements", "found@0.5") == 0.0
    bad = {"id": "a", "attributions": [{**RAIN, "speaker": {"name": "Ana"}}]}
    with pytest.raises(LineError, match=r'p\.jsonl, line 2: \$\.attributions\[0\]: the field "speaker" must be'):
        evaluate_files(gold, write(tmp_path / "p.jsonl", stranger, bad))


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("g.jsonl", b"\xff\xfe", "not UTF-8"),
        ("g.jsonl.gz", b"plain", "no complete gzip file"),
        ("g.jsonl.gz", gzip.compress(b'{"id": "a"}' * 99)[:-9], "no complete gzip file"),
    ],
)
def test_undecodable_files_are_typed_errors(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    """Bytes that are no UTF-8 and broken gzip raise DecodingError, which is an InputError and a ValueError."""
    gold = tmp_path / name
    gold.write_bytes(data)
    with pytest.raises(DecodingError, match=problem) as caught:
        evaluate_files(gold, gold)
    assert isinstance(caught.value, InputError)


def test_an_empty_gold_file_is_an_error(tmp_path: Path) -> None:
    """Nothing to score is told rather than scored 0."""
    gold = write(tmp_path / "g.jsonl")
    with pytest.raises(LineError, match="holds no documents"):
        evaluate_files(gold, gold)


def test_a_document_given_twice_counts_once_with_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Of two predictions for one document the last counts, and the log says so."""
    gold = write(tmp_path / "g.jsonl", {"id": "a", "text": TEXT, "attributions": [RAIN]})
    found = write(tmp_path / "p.jsonl", {"id": "a", "attributions": []}, {"id": "x/a.txt", "attributions": [RAIN]})
    assert evaluate_files(gold, found).value("all", "ggt@0.8") == 100.0
    assert "p.jsonl holds the document a more than once" in caplog.text


def test_table_and_primitives_show_every_figure(tmp_path: Path) -> None:
    """Every measure of every group stands in the printed table and in the JSON, with the same percentage."""
    evaluations = [
        score_attributions(tmp_path, [RAIN, RAN], [RAIN]),
        score_statements(tmp_path, [statement(RAIN), statement(RAN)], [RAIN]),
    ]
    assert [evaluation.scorer for evaluation in evaluations] == [Scorer.ATTRIBUTIONS, Scorer.STATEMENTS]
    for evaluation in evaluations:
        table = evaluation.table()
        primitives = json.loads(json.dumps(evaluation.primitives()))
        assert table.startswith(f"{evaluation.scorer} of 1 document\n")
        for group, figures in evaluation.figures.items():
            for measure, figure in figures.items():
                row = next(line for line in table.splitlines() if line.split()[:1] == [measure])
                assert str(figure).strip() in row
                shown = primitives["figures"][group][measure]
                assert shown.get("F", shown.get("percent")) == evaluation.value(group, measure)

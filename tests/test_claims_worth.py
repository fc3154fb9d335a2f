"""The measure of check-worthiness, its labels of news, and how the weights are learned."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import worth, worth_news
from benchmarks.shared import ABSENT, shared_folder
from benchmarks.worth import LEAST, average_precision, rankings
from benchmarks.worth_news import labels, read_contents, sample


@pytest.fixture(scope="module")
def corpora() -> Path:
    """The folder of the corpora."""
    folder = shared_folder()
    if folder is None:
        pytest.skip(ABSENT)
    return folder / "corpora"


@pytest.mark.parametrize(
    ("gold", "scores", "expected"),
    [
        ([True, False, True], [3.0, 2.0, 1.0], (1 + 2 / 3) / 2),
        ([True, False], [1.0, 1.0], 0.5),
        ([False, False, True], [3.0, 2.0, 1.0], 1 / 3),
        ([False], [1.0], 0.0),
        ([], [], 0.0),
    ],
)
def test_average_precision(gold: list[bool], scores: list[float], expected: float) -> None:
    """Precision is averaged over what is worth checking, and equal scores share a place."""
    assert average_precision(gold, scores) == pytest.approx(expected)


def test_the_ranking_keeps_its_floors(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Debates and news are ranked as well as they have been."""
    found = {ranking.name: ranking.ours for ranking in rankings(corpora)}
    with capsys.disabled():
        print("", *(f"{name} {value:.3f}  floor {LEAST[name]:.3f}" for name, value in found.items()), sep="\n")
    assert [name for name, value in found.items() if value < LEAST[name]] == []


def test_the_labels_are_those_of_the_sample(corpora: Path) -> None:
    """Each content that the seed draws has a label and no other has; halves are as large and share no document."""
    drawn = sample(corpora)
    assert sorted(labels()) == sorted(content.key for content in drawn)
    documents = [{content.key[1] for content in drawn if content.half == half} for half in worth_news.HALVES]
    assert [sum(content.half == half for content in drawn) for half in worth_news.HALVES] == [150, 150]
    assert not documents[0] & documents[1]


def _corpus(path: Path, records: list[dict[str, Any]]) -> None:
    path.write_bytes(gzip.compress("".join(json.dumps(record) + "\n" for record in records).encode()))


def _made_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Corpora of two documents each, the first content of every document worth checking."""
    text = "Osei said the port cut 40 jobs in 2019. Osei said that is nice."
    records = [{"cue": [[5, 9]], "source": [[0, 4]], "content": [[10, 38]]}]
    records += [
        {"cue": [[45, 49]], "source": [[40, 44]], "content": [[50, 62]]},
        {"cue": [], "source": [], "content": []},
    ]
    shares = {}
    for corpus, (field, _) in worth_news._SHARES.items():
        _corpus(folder / f"{corpus}.jsonl.gz", [{"id": name, "text": text, field: records} for name in "ab"])
        shares[corpus] = (field, 2)
    monkeypatch.setattr(worth_news, "_SHARES", shares)
    rows = [[corpus, name, at, int(at == 0)] for corpus in shares for name in "ab" for at in (0, 1)]
    monkeypatch.setattr(worth_news, "LABELS", folder / "labels.json")
    worth_news.LABELS.write_text(json.dumps({"labels": rows}))
    sentences = [{"text": "they cut 40 jobs in 2019", "label": True}, {"text": "that is so nice", "label": False}]
    for name in ("train", "dev"):
        _corpus(folder / f"checkworthiness-{name}.jsonl.gz", sentences * 20)


def test_contents_are_drawn_and_ranked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sample takes contents out of their documents, and what can be checked is ranked first."""
    _made_up(tmp_path, monkeypatch)
    drawn = sample(tmp_path)
    assert {content.words for content in drawn} == {"the port cut 40 jobs in 2019", "that is nice"}
    assert {" ".join(content.words) for content in read_contents(drawn)} == {content.words for content in drawn}
    assert [(ranking.name, ranking.ours) for ranking in rankings(tmp_path)] == [(name, 1.0) for name in LEAST]
    assert worth_news.main(["--corpora", str(tmp_path)]) == 0
    assert "[develop] Osei said ▸ that is nice" in capsys.readouterr().out


def test_the_command_prints_the_baseline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Baseline, quotex, factors and errors are printed; a figure below its floor fails."""
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: pip install 'quotex[train]'")
    _made_up(tmp_path, monkeypatch)
    options = ["--corpora", str(tmp_path), "--half", "develop", "--factors", "--errors"]
    assert worth.main(options) == 0
    out = capsys.readouterr().out
    assert "baseline 1.000   quotex 1.000   +0.000" in out
    assert "news report" not in out
    assert "numbers" in out
    assert "* the port cut 40 jobs in 2019" in out
    monkeypatch.setattr(worth, "LEAST", dict.fromkeys(LEAST, 1.1))
    assert worth.main(options) == 1


def test_weights_are_learned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Learning writes a weight for each factor and for frequent words that are no names, and the same again."""
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: pip install 'quotex[train]'")
    from quotex.claims.factors import RULES
    from training import checkworthiness

    _made_up(tmp_path, monkeypatch)
    sentences = [{"text": f"so Roe cut {n} jobs", "label": True} for n in range(30)]
    sentences += [{"text": "so thank you Roe", "label": False}] * 30
    _corpus(tmp_path / "checkworthiness-train.jsonl.gz", sentences)
    outs = [tmp_path / "one.json", tmp_path / "two.json"]
    for out in outs:
        monkeypatch.setattr("sys.argv", ["checkworthiness", "--corpora", str(tmp_path), "--out", str(out)])
        checkworthiness.main()
    assert outs[0].read_bytes() == outs[1].read_bytes()
    found = json.loads(outs[0].read_text())
    assert list(found["factors"])[: len(RULES)] == list(RULES)
    assert found["words"]["jobs"] > 0 > found["words"]["thank"]
    assert "roe" not in found["words"]
    assert "numbers" in capsys.readouterr().out

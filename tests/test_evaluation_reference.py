"""The same files give the same figures here and in the reference scorers, which lie outside the repository."""

from __future__ import annotations

import gzip
import importlib.util
import json
import random
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from benchmarks.shared import ABSENT, corpus, shared_folder
from given_samples import answering
from quotex.evaluation import Figure, Rates, Share, evaluate_files, evaluate_given
from quotex.evaluation.figures import as_value

pytestmark = pytest.mark.skipif(shared_folder() is None, reason=ABSENT)

KINDS = ("direct", "indirect", "mixed")
ACTS = ("statement", "statement", "directive", "evidence", "belief", "attitude", None)


@pytest.fixture(scope="module")
def scorers() -> dict[str, ModuleType]:
    """The reference scorers by name, loaded from their files."""
    folder = shared_folder()
    assert folder is not None
    modules = {}
    for name in ("score", "statements"):
        spec = importlib.util.spec_from_file_location(f"reference_{name}", folder / "measure" / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        modules[name] = importlib.util.module_from_spec(spec)
        path = list(sys.path)
        spec.loader.exec_module(modules[name])  # puts its folder on the path to find its sibling
        sys.path[:] = path
    return modules


def _documents(name: str) -> list[dict[str, Any]]:
    path = corpus(name)
    if path is None:
        pytest.skip(ABSENT)
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines]


def _moved(spans: list[list[int]], length: int, rng: random.Random) -> list[list[int]]:
    """The spans with some edges moved by a few characters or by many, and some spans lost."""
    out = []
    for start, end in spans:
        far = rng.choice((0, 0, 0, 3, 12, 60))
        start, end = (min(length, max(0, edge + rng.randint(-far, far))) for edge in (start, end))
        if rng.random() < 0.95:
            out.append(sorted((start, end)))
    return out


def _perturbed(document: dict[str, Any], field: str, rng: random.Random) -> dict[str, Any]:
    """Predictions as a fair system would make them: records lost, doubled, invented, cut wrong and named wrong."""
    length = len(document["text"])
    names = [record.get("speaker") for record in document[field]] or [None]
    found = []
    for record in document[field]:
        for _ in range(rng.choice((0, 1, 1, 1, 1, 1, 2))):
            new: dict[str, Any] = {role: _moved(record[role], length, rng) for role in ("cue", "source", "content")}
            if rng.random() < 0.1:
                new["source"] = rng.choice((None, []))
            if rng.random() < 0.9:
                new["act"] = rng.choice(ACTS)
            new["kind"] = record.get("kind") if rng.random() < 0.8 else rng.choice(KINDS)
            name = record.get("speaker") if rng.random() < 0.7 else rng.choice(names)
            new["speaker"] = rng.choice((name, name, name and name.split()[-1], [name], [name, rng.choice(names)]))
            new["title"] = record.get("title") if rng.random() < 0.7 else rng.choice((None, "the head of the office"))
            found.append(new)
    for _ in range(rng.randint(0, 3)):
        start = rng.randint(0, length)
        found.append({"content": [[start, min(length, start + rng.randint(0, 80))]]})
    rng.shuffle(found)
    return {"id": f"some/folder/{document['id']}.txt", "attributions": found}


def _written(tmp_path: Path, name: str, field: str, seed: int) -> tuple[Path, Path]:
    rng = random.Random(seed)
    documents = _documents(name)
    predictions = [_perturbed(document, field, rng) for document in documents if rng.random() < 0.95]
    found = tmp_path / "found.jsonl"
    found.write_text("".join(json.dumps(line) + "\n" for line in predictions), encoding="utf-8")
    gold = corpus(name)
    assert gold is not None
    return gold, found


def _read(scorers: dict[str, ModuleType], gold: Path, found: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    lines, short_id = scorers["score"].lines, scorers["score"].short_id
    documents = {short_id(document["id"]): document for document in lines(str(gold))}
    return documents, {short_id(line["id"]): line["attributions"] for line in lines(str(found))}


def _as_reference(figure: Figure) -> object:
    if isinstance(figure, Rates):
        return {"P": figure.precision, "R": figure.recall, "F": figure.f}
    return figure.percent


@pytest.mark.parametrize("seed", range(3))
def test_attributions_score_as_the_reference(scorers: dict[str, ModuleType], tmp_path: Path, seed: int) -> None:
    """Every slice and measure of polnear-dev equals the reference's, for predictions of many faults."""
    gold, found = _written(tmp_path, "polnear-dev", "attributions", seed)
    documents, predictions = _read(scorers, gold, found)
    for document in documents.values():
        document["gold"] = document["attributions"]
    expected = scorers["score"].score(documents, predictions)
    for figures in expected.values():
        for threshold, percent in figures.pop("speaker_acc").items():
            figures[f"speaker_acc@{threshold}"] = percent
    evaluation = evaluate_files(gold, found)
    ours = {
        group: {measure: _as_reference(figure) for measure, figure in figures.items()}
        for group, figures in evaluation.figures.items()
    }
    assert ours == expected
    assert 5 < evaluation.value("all", "joint@0.8") < 95


@pytest.mark.parametrize("half", [None, "even", "odd"])
@pytest.mark.parametrize("seed", range(3))
def test_statements_score_as_the_reference(
    scorers: dict[str, ModuleType], tmp_path: Path, seed: int, half: str | None
) -> None:
    """Every measure of statements-world-dev, whole and by halves, equals the reference's."""
    gold, found = _written(tmp_path, "statements-world-dev", "statements", seed)
    documents, predictions = _read(scorers, gold, found)
    if half:
        ids = sorted(documents)[("even", "odd").index(half) :: 2]
        documents = {key: documents[key] for key in ids}
    expected = scorers["statements"].score(documents, predictions)
    forms, kind = expected.pop("speaker"), expected.pop("kind")
    figures = evaluate_files(gold, found, half).figures
    said = dict(figures["statements"])
    assert _share(said.pop("kind")) == kind
    assert {form: _share(share) for form, share in figures["speaker"].items() if form != "all"} == forms
    assert {measure: _as_reference(figure) for measure, figure in said.items()} == expected


def _share(figure: Figure) -> str:
    assert not isinstance(figure, Rates)
    return f"{figure.right}/{figure.of} = {figure.percent:.1f}%"


def _title(record: dict[str, Any]) -> str | None:
    titles = record["title"]
    return "; ".join(filter(None, titles)) if isinstance(titles, list) else titles


def _answer(record: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """What a fair resolver makes of a gold record: names in part, doubled, wrong or missing, and acts mistaken."""
    gold = record["speaker"]
    names = [name for name in (gold if isinstance(gold, list) else [gold]) if name]
    names = rng.choice((names, names, names, [*names, "Cy Oh"], ["Cy Oh"], names[:1], []))
    title = _title(record)
    return {
        "names": [rng.choice((name, f"the {name}'s", name.split()[-1])) for name in names],
        "title": rng.choice((title, title, None, "the head of the office")) if names else None,
        "act": rng.choice((record.get("act", "statement"), *filter(None, ACTS))),
        "kind": rng.choice((record.get("kind", "direct"), *KINDS)),
    }


@pytest.mark.parametrize("half", ["even", "odd"])
def test_given_speakers_score_as_the_reference_compares(scorers: dict[str, ModuleType], half: str) -> None:
    """Shares by form, titles, kinds and acts of both gold files together are those that the reference's comparisons of
    speakers and titles give."""
    rng = random.Random(0)
    answers: dict[str, list[dict[str, Any]]] = {}
    pairs: list[tuple[dict[str, Any], dict[str, Any]]] = []
    files = {"speakers-polnear-dev": "speakers", "statements-world-dev": "statements"}
    for name, field in files.items():
        documents = sorted(_documents(name), key=lambda document: document["id"])
        for document in documents[("even", "odd").index(half) :: 2]:
            found = answers[document["id"]] = [_answer(record, rng) for record in document[field]]
            pairs += [pair for pair in zip(document[field], found, strict=True) if pair[0]["certain"]]
    paths = [path for name in files if (path := corpus(name)) is not None]
    pooled = evaluate_given(paths, half, resolver=lambda document: answering(*answers[document.id])(document)).pooled

    same, title_match = scorers["statements"].same, scorers["statements"].title_match
    forms: dict[str, list[bool]] = {"all": []}
    for gold, found in pairs:
        right = same(gold["speaker"], found["names"] or None)
        forms["all"].append(right)
        forms.setdefault(gold["mention"], []).append(right)
    assert pooled["speaker"] == {form: Share(sum(right), len(right)) for form, right in forms.items()}
    titles = [(_title(gold), found["title"]) for gold, found in pairs]
    assert pooled["given"]["title"] == Rates(
        sum(bool(gold and found and title_match(gold, found)) for gold, found in titles),
        sum(bool(found) for _, found in titles),
        sum(bool(gold) for gold, _ in titles),
    )
    kinds = [gold["kind"] == found["kind"] for gold, found in pairs if "kind" in gold]
    assert pooled["given"]["kind"] == Share(sum(kinds), len(kinds))
    acts = [(gold["act"], found["act"]) for gold, found in pairs if "act" in gold]
    assert pooled["given"]["act"] == Share(sum(gold == found for gold, found in acts), len(acts))
    confused, wanted, given = Counter(acts), Counter(gold for gold, _ in acts), Counter(found for _, found in acts)
    assert pooled["act"] == {act: Rates(confused[act, act], given[act], wanted[act]) for act in wanted}
    macro = [2 * confused[act, act] / (wanted[act] + given[act]) for act in wanted]
    assert as_value(pooled["given"]["act_macro"]) == round(100 * sum(macro) / len(macro), 1)

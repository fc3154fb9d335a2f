"""Records for fact-check desks: that exports are valid and stay as they are."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import quotex
from benchmarks.export_readers import read_annotation, read_brat, read_label_studio, read_prodigy
from benchmarks.exports import check, every, label_studio_validator, real_texts, unaligned, validate
from benchmarks.shared import ABSENT, shared_folder
from quotex import exports
from quotex.exports.ids import document_iri
from quotex.records import Metadata
from tests.export_samples import results
from tests.record_samples import TEXT, ferry

GOLDEN = Path(__file__).parent / "exports"


@pytest.mark.parametrize("form", [*every(ferry(), TEXT)])
def test_each_export_is_as_it_was(form: str) -> None:
    """The exports of an article made by hand are those that were looked at; so ids stay over versions."""
    golden = json.loads((GOLDEN / f"{form}.json").read_text(encoding="utf-8"))
    assert every(ferry(), TEXT, all_acts=True)[form] == golden


def test_brat_is_as_it_was() -> None:
    """So is brat's file, and the text beside it is the article's."""
    files = exports.brat(ferry(), TEXT, all_acts=True)
    assert files.ann == (GOLDEN / "brat.ann").read_text(encoding="utf-8")
    assert files.txt == TEXT
    assert files.name == "port-txt-8b94b7c8b76f"


def test_quotes_alone_are_exported_unless_all_are_asked_for() -> None:
    """An attitude comes out only with ``all_acts``, and never as a claim."""
    assert {form: len(items) for form, items in every(ferry(), TEXT).items()} == {
        "quotations": 1,
        "claims": 1,
        "claim-reviews": 1,
        "web-annotations": 1,
        "label-studio": 1,
        "prodigy": 1,
    }
    assert len(every(ferry(), TEXT, all_acts=True)["prodigy"]) == 2
    assert "Crews" not in exports.brat(ferry(), TEXT).ann


def test_ids_tell_documents_apart() -> None:
    """The same words in two documents have different ids everywhere; without an id the text names the document."""
    one, two = (evolve(ferry(), metadata=Metadata(id=id_)) for id_ in ("a/b", "a-b"))
    for (form, items), others in zip(every(one, TEXT).items(), every(two, TEXT).values(), strict=True):
        if form != "label-studio":  # its ids are those of the attributions, which are the same in this test
            assert not set(_ids(items)) & set(_ids(others)), form
    assert exports.brat(one, TEXT).name != exports.brat(two, TEXT).name
    assert not _first_cells(exports.brat(one, TEXT).ann) & _first_cells(exports.brat(two, TEXT).ann)
    unnamed = evolve(ferry(), metadata=Metadata())
    assert document_iri(unnamed) != document_iri(evolve(unnamed, text_sha256="0" * 64))


def _first_cells(lines: str) -> set[str]:
    return {line.split("\t")[0] for line in lines.splitlines()}


def _ids(items: list[dict[str, Any]]) -> list[str]:
    return [str(item.get("@id") or item.get("id") or item["_task_hash"]) for item in items]


def test_ids_stay_when_the_article_is_corrected() -> None:
    """An article that grew by a paragraph and was read again has the ids of before in every export."""
    story = (
        "“We open the weir at noon,” Talia Brandt, the engineer, said. According to the ministry, it will hold.\n\n"
        "She urged farmers to move their cattle.\n"
    )
    before = _all_ids(story)
    after = _all_ids("Corrected on Monday: “The gate is new,” Rufus Okoye said.\n\n" + story)
    assert all(len(ids) >= 2 for ids in before.values())
    assert {form: ids - after[form] for form, ids in before.items()} == {form: set() for form in before}
    assert all(len(after[form]) > len(before[form]) for form in before if form != "quotations")


def _all_ids(story: str) -> dict[str, set[str]]:
    article = quotex.extract(story, id="weir")
    found = every(article, story)
    regions = {each["id"] for each in results(found) if "id" in each}
    ids = {form: set(_ids(items)) for form, items in found.items() if form != "label-studio"}
    return (
        ids
        | {"label-studio": regions, "brat": _first_cells(exports.brat(article, story).ann)}
        | {"quotations": {*ids["quotations"], document_iri(article)}}
    )


def _broken() -> Iterator[tuple[str, str, Any]]:
    yield "quotations", "spokenBy", "Ines Duarte"
    yield "claims", "text", ""
    yield "web-annotations", "id", "port"
    yield "label-studio", "predictions", []
    yield "prodigy", "_task_hash", 2**40


@pytest.mark.parametrize(("form", "key", "value"), list(_broken()))
def test_the_checks_find_what_is_wrong(form: str, key: str, value: Any) -> None:
    """An unknown term, an empty text, an id that is no IRI, no prediction and a hash too large are told."""
    item = every(ferry(), TEXT)[form][0] | {key: value}
    with pytest.raises(ValueError, match=form):
        validate(form, item)


def test_the_readers_find_wrong_offsets() -> None:
    """An offset that is one too high is told by each reader."""
    found = every(ferry(), TEXT)
    annotation, task = copy.deepcopy(found["web-annotations"][0]), copy.deepcopy(found["prodigy"][0])
    annotation["target"][0]["selector"][1]["start"] += 1
    with pytest.raises(ValueError, match="does not stand at 1"):
        read_annotation(annotation, TEXT)
    task["spans"][0]["end"] += 1
    with pytest.raises(ValueError, match="not its tokens"):
        read_prodigy(task)
    drawn = copy.deepcopy(found["label-studio"][0])
    drawn["predictions"][0]["result"][0]["value"]["start"] += 1
    with pytest.raises(ValueError, match="stands elsewhere"):
        read_label_studio(drawn)
    files = exports.brat(ferry(), TEXT)
    for old, new, told in (
        ("0 12;49 64", "1 12;49 64", "other words"),
        ("0 12;49 64", "49 64;0 12", "out of order"),
        ("Has_Cue", "Has_Source", "Has_Source"),
        (" asserted", " settled", "settled"),
        ("\tCue ", "\tVerb ", "no entity"),
        ("said\n", "said\u2028\n", "line end"),
    ):
        with pytest.raises(ValueError, match=told):
            read_brat(evolve(files, ann=files.ann.replace(old, new)), exports.BRAT_CONFIG)


@pytest.mark.skipif(shared_folder() is None, reason=ABSENT)
def test_real_articles_are_exported() -> None:
    """The acceptance article and some of the corpus pass every check; ``benchmarks.exports`` takes 80."""
    tool = label_studio_validator()
    texts = list(real_texts(3))
    assert len(texts) >= 2
    for name, text in texts:
        article = quotex.extract(text, id=name)
        counts = check(article, text, all_acts=True)
        assert min(counts.values()) >= 1
        assert counts["web-annotations"] == counts["prodigy"] == len(article.attributions)
        assert unaligned(article, text) == 0
        if tool is not None:
            assert not tool(exports.label_studio(article, text, all_acts=True))

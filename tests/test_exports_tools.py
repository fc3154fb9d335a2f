"""Exports with offsets: Web Annotations, brat, Label Studio and Prodigy."""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from attrs import evolve

from benchmarks.export_readers import read_annotation, read_brat, read_label_studio, read_prodigy
from benchmarks.exports import check, every, validate
from quotex import exports
from quotex.errors import TextMismatchError
from quotex.exports.parts import Role
from quotex.records import Segment
from tests.export_samples import STORY, changed, results, story
from tests.record_samples import TEXT, ferry, span


def test_offsets_count_code_points_over_emoji_and_line_ends() -> None:
    """After an emoji, and over line ends of both kinds, each export points at the same characters as the record."""
    article = story()
    content = [(23, 38), (58, 77)]
    assert [STORY[start:end] for start, end in content] == ["“It was 🦀 day,”", "“Crabs\neverywhere.”"]
    (annotation,) = exports.web_annotations(article, STORY)
    assert read_annotation(annotation, STORY)["Content"] == content
    assert read_label_studio(exports.label_studio(article, STORY))["0123456789abcdef"]["Content"] == content
    (task,) = exports.prodigy(article, STORY)
    assert read_prodigy(task)[1]["Content"] == content
    files = exports.brat(article, STORY)
    assert read_brat(files, exports.BRAT_CONFIG)["0123456789abcdef"]["Content"] == [(23, 38), (58, 64), (65, 77)]
    assert "\tContent 23 38;58 64;65 77\t“It was 🦀 day,” “Crabs everywhere.”\n" in files.ann
    assert check(article, STORY)["brat"] == 9


def test_brat_counts_carriage_returns_everywhere_the_same() -> None:
    """Its text has no carriage return, which some readers drop, and is as long as the article's."""
    files = exports.brat(story(), STORY)
    assert "\r" not in files.txt
    assert len(files.txt) == len(STORY)
    assert files.txt.split() == STORY.split()
    over = span("full.\r\n\r\n“It", STORY)
    content = (Segment(over.start, over.end, over.text, over.start, over.end, True),)
    assert "\tContent 14 19;23 26\tfull. “It\n" in exports.brat(changed(story(), content=content), STORY).ann
    lone = evolve(ferry(), text_sha256=hashlib.sha256(b"a\rb\r\nc").hexdigest(), attributions=(), claims=())
    assert exports.brat(lone, "a\rb\r\nc").txt == "a\nb \nc"


def test_a_prodigy_task_is_the_paragraph() -> None:
    """The text of a task is that of the paragraphs in which the words stand, and tells where it begins."""
    (task,) = exports.prodigy(story(), STORY)
    assert task["text"] == "“It was 🦀 day,” said Ines Duarte.\r\n“Crabs\neverywhere.”"
    assert task["meta"]["start"] == 23
    unparted = evolve(ferry(), blocks=())
    (task,) = exports.prodigy(unparted, TEXT)
    assert task["text"] == TEXT[:64]


def test_tokens_are_cut_where_a_span_ends_within_one() -> None:
    """A span that is not whole tokens of spaCy's, as other tokenizers make them, has tokens of its own."""
    article = changed(cue=span("sai"), source=span(" ", TEXT))
    (task,) = exports.prodigy(article, TEXT)
    words = [token["text"] for token in task["tokens"]]
    assert words[6:9] == ["sai", "d", "Ines"]
    assert read_prodigy(task)[1]["Source"] == [(4, 5)]


def test_another_text_is_refused() -> None:
    """A text of another wording raises an error that names the document, in every export that takes one."""
    for made in (exports.brat, exports.label_studio, _listed(exports.prodigy), _listed(exports.web_annotations)):
        with pytest.raises(TextMismatchError, match=r"'port\.txt'"):
            made(ferry(), TEXT.replace("six", "ten"))


def _listed(make: Any) -> Any:
    return lambda article, text: list(make(article, text))


def test_annotations_need_no_text() -> None:
    """Without the text a quote selector has no surroundings, and the annotation is valid."""
    (annotation,) = exports.web_annotations(ferry())
    validate("web-annotations", annotation)
    assert annotation["target"][0]["selector"][0] == {"type": "TextQuoteSelector", "exact": "“The ferry,”"}


def test_the_label_studio_configuration_fits_the_tasks() -> None:
    """It has each control that the results name, of their type, and each label, choice and relation of theirs."""
    view = ET.fromstring(exports.LABEL_STUDIO_CONFIG)
    controls = {each.get("name"): each for each in view if each.get("toName") == "text"}
    relations = {each.get("value") for each in view.iter("Relation")}
    for result in results(every(ferry(), TEXT, all_acts=True)):
        if result["type"] == "relation":
            assert set(result["labels"]) <= relations
            continue
        control = controls[result["from_name"]]
        assert control.tag.lower() == result["type"]
        values = {each.get("value") for each in control}
        assert set(result["value"].get(result["type"], [])) <= values
    text = view.find("Text")
    assert text is not None
    assert (text.get("name"), text.get("value")) == ("text", "$text")
    assert {each.get("value") for each in view.iter("Label")} == set(Role)

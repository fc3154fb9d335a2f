"""Articles to and from JSON."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from hypothesis import given, settings

from quotex.errors import RecordError
from quotex.records import Article, Metadata
from quotex.schema import article_schema, published_schema
from quotex.serial import from_json, from_primitives, to_json, to_primitives
from record_samples import articles, ferry


@given(articles())
@settings(max_examples=40, deadline=None)
def test_json_gives_the_same_article_back(article: Article) -> None:
    """Writing and reading is the identity, for one line and for indented JSON, text and bytes."""
    line = to_json(article)
    assert from_json(line) == article
    assert from_json(to_json(article, indent=2).encode()) == article
    assert to_json(from_json(line)) == line
    assert len(line.splitlines()) == 1


@given(articles())
@settings(max_examples=15, deadline=None)
def test_what_is_written_fits_the_published_schema(article: Article) -> None:
    """The published JSON Schema accepts every article."""
    jsonschema.validate(json.loads(to_json(article)), json.loads(published_schema()))


def test_the_published_schema_is_that_of_the_records() -> None:
    """The file follows the records; write ``article_schema()`` to it where they have changed, under a new version."""
    schema = json.loads(published_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema == article_schema()


def test_speakers_are_shared_again() -> None:
    """The speaker of an attribution is the very object among the article's speakers."""
    article = from_json(to_json(ferry()))
    assert article.attributions[0].speaker is article.speakers[0]


def test_a_whole_number_is_read_as_a_score() -> None:
    """JavaScript writes 1.0 as 1; the record holds a float all the same."""
    value = to_primitives(ferry())
    value["attributions"][0]["score"] = 1
    assert type(from_primitives(value).attributions[0].score) is float


def _set(value: Any, path: str, new: object) -> None:
    """Put ``new`` at a path of keys and numbers; ``...`` takes the key away."""
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    for step in way:
        value = value[step]
    if new is ...:
        del value[last]
    else:
        value[last] = new


@pytest.mark.parametrize(
    ("path", "new", "told"),
    [
        ("schema_version", 2, "$.schema_version"),
        ("schema_version", True, "$.schema_version"),
        ("text_length", -1, "$.text_length"),
        ("text_length", 10, "$.speakers[0].name.end"),
        ("text_sha256", "A" * 64, "$.text_sha256"),
        ("extra", 1, "$"),
        ("metadata", ..., "$"),
        ("metadata", None, "$.metadata"),
        ("metadata/id", 5, "$.metadata.id"),
        ("metadata/id", "\ud800", "$.metadata.id"),
        ("attributions", {}, "$.attributions"),
        ("attributions/0/act", "poem", "$.attributions[0].act"),
        ("attributions/0/kind", 1, "$.attributions[0].kind"),
        ("attributions/0/id", "fedcba9876543210", "$.attributions[1].id"),
        ("attributions/0/score", 1.5, "$.attributions[0].score"),
        ("attributions/0/score", "1", "$.attributions[0].score"),
        ("attributions/1/cue/start", "1", "$.attributions[1].cue.start"),
        ("attributions/1/cue/start", 1.0, "$.attributions[1].cue.start"),
        ("attributions/1/cue/start", True, "$.attributions[1].cue.start"),
        ("attributions/1/cue/start", 80, "$.attributions[1].cue"),
        ("attributions/1/cue/text", "wan", "$.attributions[1].cue.text"),
        ("attributions/1/cue/token_end", 0, "$.attributions[1].cue"),
        ("attributions/1/cue/text", ..., "$.attributions[1].cue"),
        ("attributions/1/cue/head", 0, "$.attributions[1].cue"),
        ("attributions/0/content", [], "$.attributions[0].content"),
        ("attributions/0/content/1/verbatim", 1, "$.attributions[0].content[1].verbatim"),
        ("attributions/0/content/1/end", 999, "$.attributions[0].content[1].end"),
        ("attributions/0/resolution/speakers/0", "s9", "$.attributions[0].resolution.speakers[0]"),
        ("attributions/0/resolution/path/0/span/start", None, "$.attributions[0].resolution.path[0].span.start"),
        ("speakers/1/id", "s1", "$.speakers[1].id"),
        ("speakers/0/titles/0/role", "head", "$.speakers[0].titles[0].role"),
        ("blocks/0/end", 0, "$.blocks[0]"),
        ("regions/0/parent", 2, "$.regions[0].parent"),
        ("regions/1/continues", 1, "$.regions[1].continues"),
        ("warnings/0/code", None, "$.warnings[0].code"),
        ("quotes", [], "$.quotes"),
        ("quotes/0", "fedcba9876543210", "$.quotes[0]"),
        ("quotes", ["0123456789abcdef", "fedcba9876543210"], "$.quotes[1]"),
        ("quotes", None, "$.quotes"),
    ],
)
def test_a_fault_is_told_with_its_path(path: str, new: object, told: str) -> None:
    """Whatever is wrong in the JSON raises RecordError with the place in JSON path notation."""
    value = copy.deepcopy(to_primitives(ferry()))
    _set(value, path, new)
    with pytest.raises(RecordError) as caught:
        from_primitives(value)
    assert caught.value.path == told
    assert str(caught.value).startswith(f"{told}: ")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize("data", ["", "{", "[]", "null", b"\xff", '{"id": NaN}', '{"a": 1, "a": 2}', "[" * 100_000])
def test_what_is_no_article_is_refused_at_the_root(data: str | bytes) -> None:
    """Broken JSON, other JSON, wrong bytes, NaN, a key given twice and bottomless nesting all raise RecordError."""
    with pytest.raises(RecordError, match=r"^\$: "):
        from_json(data)


def test_a_speaker_from_elsewhere_is_not_written() -> None:
    """An article whose resolution holds a speaker that it does not list cannot be written losslessly."""
    article = ferry()
    with pytest.raises(RecordError, match=r"attributions\[1\]\.resolution\.speakers\[0\]"):
        to_primitives(evolve(article, speakers=article.speakers[:1]))


def test_other_line_ends_are_escaped() -> None:
    """Line separators in a string do not break a line of JSON Lines, whoever splits it."""
    article = evolve(ferry(), metadata=Metadata(title="a\u2028b\u0085c\u2029d\re"))
    assert len(to_json(article).splitlines()) == 1
    assert from_json(to_json(article)) == article

"""Attributions that are there already get kind, act and speakers."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

import quotex
from quotex import GivenAttribution, resolve_given
from quotex.errors import InputTypeError, RecordError, TooLongError

TEXT = 'Ana Roe said that rain fell. "We ran," she added. It was cold.\n\n"I am wet."'
SAID = {"cue": [[8, 12]], "source": [[0, 7]], "content": [[13, 27]]}
ADDED = {"cue": [[43, 48]], "source": [[39, 42]], "content": [[29, 38]]}
WET = {"content": [[64, 75]]}


def _speakers(found: tuple[quotex.Attribution, ...]) -> list[str | None]:
    return [each.speaker.name.text if each.speaker else None for each in found]


def test_records_come_in_the_order_given() -> None:
    """Speakers do not depend on the order, a pronoun and a follow-on paragraph given before their name included."""
    forth, back = resolve_given(TEXT, [SAID, ADDED, WET]), resolve_given(TEXT, [WET, ADDED, SAID])
    assert forth == back[::-1]
    assert _speakers(forth) == ["Ana Roe"] * 3
    assert [each.kind for each in forth] == ["indirect", "direct", "direct"]
    assert [each.text for each in forth] == ["that rain fell", '"We ran,"', '"I am wet."']
    assert [each.id for each in forth] == [each.id for each in back[::-1]]
    assert len({each.id for each in forth}) == 3


def test_a_record_says_that_it_was_given() -> None:
    """The reasons tell what was given and what is a follow-on quotation, without cue and source."""
    said, wet = resolve_given(TEXT, [SAID, WET])
    assert [reason.rule for reason in said.reasons][:2] == ["cue", "given"]
    assert [reason.rule for reason in wet.reasons][:2] == ["follow_on_paragraph", "given"]
    assert (wet.cue, wet.source) == (None, None)


def test_spans_are_widened_to_tokens() -> None:
    """White space goes, a part of a word becomes the word, and what shares a token is one segment."""
    wide = {"cue": [[9, 13]], "source": [[1, 6]], "content": [[12, 20], [20, 28], [62, 63]]}
    (found,) = resolve_given(TEXT, [wide])
    assert found.cue is not None
    assert found.source is not None
    assert (found.source.text, found.cue.text) == ("Ana Roe", "said")
    assert [segment.text for segment in found.content] == ["that rain fell."]
    (found,) = resolve_given(TEXT, [{**wide, "content": [[13, 17], [18, 22]]}])
    assert found.text == "that rain"


def test_a_cue_in_fragments_takes_the_words_between() -> None:
    """A record has one cue and one source, from the first fragment to the last, in whatever order they are given."""
    (found,) = resolve_given(TEXT, [{"cue": [[43, 48], [39, 42]], "content": [[29, 38]]}])
    assert found.cue is not None
    assert found.cue.text == "she added"


def test_without_content_the_cue_stands_for_it() -> None:
    """A record always has content: of one that was given none, or white space, it is the cue, or else the source."""
    bare = [{**SAID, "content": [[62, 64]]}, {"source": [[0, 7]]}]
    assert [each.text for each in resolve_given(TEXT, bare)] == ["said", "Ana Roe"]


def test_nothing_given_gives_nothing() -> None:
    """An empty list gives an empty tuple, for an empty text too."""
    assert resolve_given(TEXT, []) == resolve_given("", []) == ()


def test_a_document_and_records_are_taken_as_well() -> None:
    """A spaCy document gives the same as its text, and so do GivenAttribution and tuples."""
    expected = resolve_given(TEXT, [SAID, WET])
    records = [GivenAttribution(((13, 27),), ((8, 12),), ((0, 7),)), GivenAttribution(((64, 75),))]
    doc = spacy.blank("en")(TEXT)
    assert resolve_given(doc, records) == expected
    assert doc.to_json() == spacy.blank("en")(TEXT).to_json()


def test_what_extract_finds_can_be_given_back() -> None:
    """The speakers of an article's own attributions are those that extract gave them."""
    path = Path(__file__).parents[1] / "examples" / "article.txt"
    text = path.read_text(encoding="utf-8")
    article = quotex.extract(text, id="7")
    found = resolve_given(text, quotex.standoff(article)["attributions"], id="7")
    assert _speakers(found) == _speakers(article.attributions)
    assert [(each.id, each.act, each.kind) for each in found] == [
        (each.id, each.act, each.kind) for each in article.attributions
    ]


def test_known_speakers_and_settings_count() -> None:
    """A known speaker is recognised, and a speaker whose score is too low is taken off."""
    (found,) = resolve_given(TEXT, [SAID], known_speakers=["Ana Roe"])
    assert found.speaker is not None
    assert found.speaker.known_as == "Ana Roe"
    (open_,) = resolve_given(TEXT, [SAID], settings=quotex.Settings(speaker_threshold=1.0))
    assert open_.speakers == ()
    with pytest.raises(TooLongError):
        resolve_given(TEXT, [SAID], settings=quotex.Settings(max_chars=10))
    with pytest.raises(InputTypeError):
        resolve_given(b"bytes", [SAID])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "path", "problem"),
    [
        (7, "$[1]", "must be a mapping"),
        ({}, "$[1]", "holds no words"),
        ({"content": [[62, 64]]}, "$[1]", "holds no words"),
        ({"content": "said"}, "$[1].content", "a list of"),
        ({"content": [[0]]}, "$[1].content[0]", "a pair of whole numbers"),
        ({"cue": [[0, 4], [4, True]]}, "$[1].cue[1]", "a pair of whole numbers"),
        ({"source": [[70, 76]]}, "$[1].source[0]", "does not lie in the text of 75 characters"),
        ({"source": [[-1, 3]]}, "$[1].source[0]", "does not lie in the text"),
        ({"source": [[3, 2]]}, "$[1].source[0]", "does not lie in the text"),
    ],
)
def test_wrong_spans_are_named(wrong: object, path: str, problem: str) -> None:
    """What is wrong is told with its place, and is a ValueError."""
    with pytest.raises(RecordError, match=problem) as caught:
        resolve_given(TEXT, [SAID, wrong])  # type: ignore[list-item]
    assert caught.value.path == path
    assert isinstance(caught.value, ValueError)


_spans = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted), max_size=3)
_anything = st.lists(
    st.fixed_dictionaries({}, optional=dict.fromkeys(("cue", "source", "content"), _spans)), max_size=4
)


@given(attributions=_anything)
def test_any_spans_give_records_or_a_typed_error(attributions: list[dict[str, list[list[int]]]]) -> None:
    """However the spans lie, across each other too, each attribution becomes a record with spans of the text."""
    held = [any(TEXT[a:b].strip() for spans in each.values() for a, b in spans) for each in attributions]
    if not all(held):
        with pytest.raises(RecordError, match="holds no words"):
            resolve_given(TEXT, attributions)
        return
    found = resolve_given(TEXT, attributions)
    assert len(found) == len(attributions)
    for each in found:
        for span in (each.cue, each.source, *each.content):
            assert span is None or TEXT[span.start : span.end] == span.text != ""
        assert all(one.end <= other.start for one, other in pairwise(each.content))

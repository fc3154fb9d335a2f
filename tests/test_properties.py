"""What holds for any text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve, fields, has
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import quotex
from quotex.errors import SurrogateError
from quotex.records import Article, Block, Region, Span
from quotex.tokens import tokenised

_PARTS = [
    "“We open in May,” said Ada Osei, the mayor.",
    'Paul Reyes said: "The roof leaks',
    "According to the report, rents rose.",
    "He wants the county to pay, she added, noting that it had not.",
    "The ‘quiet’ street: it's ``not'' so.",
    "Tehran (IP)- The head of the board emphasized:",
    "She",
    "said",
    "“",
    "”",
    '"',
    "'",
    "«",
    "»",
    "-Commissioner Li",
    "…",
    "\n",
    "\n\n",
    "\r\n\r\n",
    "\t",
    " ",
    "\u00a0",
    "\u2028",
    "\x00",
    "\x1b[0m",
    "\ufeff",
    "<p>",
    "&quot;",
    "😀",
    "👩‍👩‍👧",
    "قال المدير",
    "\u202e",
    "מנהל",
    "e\u0301",
    "市长说",
]
_texts = st.lists(st.sampled_from(_PARTS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=6), max_size=14)
_stories = _texts.map(" ".join) | _texts.map("".join)
_few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _parts(value: Any) -> Iterator[Span | Block | Region]:
    """Everything in a record that has offsets."""
    if isinstance(value, Span | Block | Region):
        yield value
    if isinstance(value, tuple):
        for each in value:
            yield from _parts(each)
    elif has(type(value)):
        for attribute in fields(type(value)):
            yield from _parts(getattr(value, attribute.name))


def _scores(value: Any) -> Iterator[float]:
    """Every score in a record, and no number of any size."""
    if isinstance(value, float):
        yield value
    if isinstance(value, tuple):
        for each in value:
            yield from _scores(each)
    elif has(type(value)):
        for attribute in fields(type(value)):
            if attribute.type != "Real":
                yield from _scores(getattr(value, attribute.name))


def _check(text: str, article: Article) -> None:
    tokens = 0
    for part in _parts(article):
        assert 0 <= part.start < part.end <= len(text)
        if isinstance(part, Span):
            assert text[part.start : part.end] == part.text
            assert 0 <= part.token_start < part.token_end
            tokens = max(tokens, part.token_end)
    assert tokens <= len(tokenised(text))
    for attribution in article.attributions:
        edges = [edge for segment in attribution.content for edge in (segment.start, segment.end)]
        assert edges == sorted(edges)
        assert all(speaker in article.speakers for speaker in attribution.speakers)
    assert all(0 <= score <= 1 and round(score, 4) == score for score in _scores(article))
    for parts in (article.blocks, article.regions):
        starts = [(part.start, -part.end) for part in parts]
        assert starts == sorted(starts)
    assert quotex.from_json(quotex.to_json(article)) == article


@given(_stories)
@example("")
@example("a")
@example("“”\"''«»‹›„“")
@example("“We open in May,” said Ada Osei, the mayor. “And")
@example('"' * 50)
@_few
def test_records_point_into_any_text(text: str) -> None:
    """Slices reproduce the text, spans lie within it and in order, scores have four decimals, and JSON gives the same
    article back."""
    _check(text, quotex.extract(text, id="any"))


@given(_stories)
@_few
def test_reading_again_gives_the_same_bytes(text: str) -> None:
    """Two runs over a text give one record."""
    assert quotex.to_json(quotex.extract(text)) == quotex.to_json(quotex.extract(text))


def _shifted(value: Any, chars: int, tokens: int) -> Any:
    """A record whose text begins ``chars`` characters and ``tokens`` tokens later."""
    if isinstance(value, tuple):
        return tuple(_shifted(each, chars, tokens) for each in value)
    if not has(type(value)):
        return value
    changes = {
        attribute.name: _shifted(getattr(value, attribute.name), chars, tokens) for attribute in fields(type(value))
    }
    for name, by in (("start", chars), ("end", chars), ("token_start", tokens), ("token_end", tokens)):
        if name in changes:
            changes[name] += by
    return evolve(value, **changes)


@given(_texts.map(" ".join).map(str.lstrip).filter(bool), st.integers(1, 4), st.sampled_from(["\n", "\r\n", "\n \n"]))
@_few
def test_blank_lines_in_front_shift_offsets_and_change_nothing_else(text: str, number: int, line: str) -> None:
    """Prepending blank lines moves every offset by as many characters and one token; ids, scores and all else stay."""
    plain = quotex.extract(text, id="any")
    moved = quotex.extract(line * number + text, id="any")
    expected = _shifted(plain, len(line) * number, 1)
    same = {name: getattr(moved, name) for name in ("text_sha256", "text_length")}
    assert moved == evolve(expected, **same)


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "”",
        "“",
        "\"'\"'`` ''«»‹›",
        "The mayor said it would rain",
        "The mayor\x00 said:\x07 it would\x1b[31m rain.",
        "قال المدير: «لن نغلق المدرسة». وأضاف أن الآباء يعرفون ذلك.",
        "“We 😀 open,” said 👩‍👩‍👧 Ada Osei.",
        "<html><body><p>“We open,” said <b>Ada Osei</b>.</p><script>if (a < b) { alert('x'); }</script></body></html>",
        "“We open in May,” said Ada Osei.\r\n\r\n“We close in June,” she added.\r\n",
        "“We open in May, said Ada Osei.\n\nShe said ”it is late“ and ‘she 'left.\n\n„Yes“ he said",
        "said " * 300,
        "“" * 300 + "no" + "”" * 300,
        "“no ” " * 200,
        "\n".join(["He said: no."] * 100),
        "x" * 5_000,
        "\u2028\u2029\u0085",
        "e\u0301\u0301 said: \u200bno\ufeff.",
    ],
)
def test_odd_texts_give_records(text: str) -> None:
    """One character, marks alone, control characters, other scripts, HTML and open marks are read like any text."""
    _check(text, quotex.extract(text))


@given(_stories, _stories)
@_few
def test_a_lone_surrogate_is_found_wherever_it_stands(before: str, after: str) -> None:
    """The offset in the error is that of the surrogate."""
    with pytest.raises(SurrogateError) as caught:
        quotex.extract(before + "\udc80" + after)
    assert caught.value.offset == len(before)

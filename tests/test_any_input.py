"""Long and odd texts: work and memory in proportion, limits, blocks.

Work is that of everything around the encoder, whose own is that of its windows, so a stand-in answers for it here and
finds far more than it would; ``test_properties`` reads odd texts with the true one.
"""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from spacy.tokens import Doc

import quotex
from quotex import extraction, tokens
from quotex.blocks import Findings
from quotex.encoder.session import Model
from quotex.errors import TooLongError
from work import lines_run

_SYLLABLES = "ba do ki len mar no pe ros tal vi".split()
_SAYING = (
    "“We open the {place} in May,” said {name}, the mayor of {place}.",
    "According to the {place} Council, rents rose by a third. He added that “nobody” had asked.",
    "{name} urged the {place} Council to wait. “It is late,” she said, “and the roof leaks.”",
)


def _news(length: int) -> str:
    """An article of so many characters with ever new names."""
    chance = random.Random(0)

    def name() -> str:
        return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()

    out: list[str] = []
    while sum(map(len, out[-1:])) < length:
        paragraph = " ".join(chance.choice(_SAYING).format(name=f"{name()} {name()}", place=name()) for _ in range(3))
        out.append((out[-1] if out else "") + paragraph + "\n\n")
    return out[-1][:length]


_TEXTS: dict[str, Callable[[int], str]] = {
    "news": _news,
    "marks": lambda length: "“”\"'«»" * (length // 6),
    "open marks": lambda length: "“He said no. " * (length // 13),
    "one line without spaces": lambda length: "ab" * (length // 2),
    "emoji": lambda length: "😀 👩‍👩‍👧 " * (length // 8),
    "right to left": lambda length: "قال المدير: «لن نغلق». " * (length // 22),
    "html": lambda length: '<p class="a">“We open,” said <b>Ada Osei</b>.</p>\n' * (length // 51),
}


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of the encoder: each 31st word a cue, the two words before it a source, twelve after it content, each
    29th word a name."""

    def encode(self: Model, inputs: dict[str, NDArray[Any]]) -> tuple[NDArray[Any], ...]:
        length = len(inputs["first"])
        cue, name = np.zeros((length, 3), np.float32), np.zeros((length, 9), np.float32)
        cue[:, 0], cue[::31, 1], name[:, 0], name[::29, 1] = 5, 9, 5, 9
        return np.zeros((length, 2), np.float32), cue, name

    def score_roles(self: Model, words: NDArray[Any], cues: NDArray[Any], distance: NDArray[Any]) -> NDArray[Any]:
        out = np.zeros((*distance.shape, 6), np.float32)
        out[..., 0] = np.where((distance > 0) & (distance < 3), 4, -4)
        out[..., 1] = np.where((distance > 32) & (distance < 45), 4, -4)
        return out

    monkeypatch.setattr(Model, "encode", encode)
    monkeypatch.setattr(Model, "score_roles", score_roles)


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize("kind", _TEXTS)
def test_work_is_in_proportion_to_the_text(kind: str) -> None:
    """Four times the text takes about four times the work, whatever it is made of; were it to grow with the square, it
    would be sixteen times."""
    quotex.extract(_TEXTS[kind](2_000))

    def work(length: int) -> int:
        text = _TEXTS[kind](length)
        return lines_run(lambda: quotex.extract(text))

    assert work(12_000) < 8 * work(3_000)


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize("kind", ["news", "marks"])
def test_memory_is_in_proportion_to_the_text(kind: str) -> None:
    """Four times the text needs at most about four times the memory at its peak."""
    quotex.extract(_TEXTS[kind](2_000))

    def needed(length: int) -> int:
        text = _TEXTS[kind](length)
        tracemalloc.start()
        quotex.extract(text)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    assert needed(8_000) < 6 * needed(2_000)


def test_ten_million_characters_are_refused_unless_allowed() -> None:
    """By default such a text is refused at once; with a higher limit it is read, its last words included."""
    text = " \n" * 5_000_000 + "\n“We open in May,” said Ada Osei, the mayor."
    with pytest.raises(TooLongError, match="max_chars"):
        quotex.extract(text)
    article = quotex.extract(text, settings=quotex.Settings(max_chars=20_000_000))
    (quote,) = article.quotes
    assert quote.text == "“We open in May,”"
    assert text[quote.content[0].start : quote.content[0].end] == quote.text
    assert "read_in_blocks" in [warning.code for warning in article.warnings]


def test_one_block_is_held_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A block is made a document only when the one before has been read, so that memory is bounded by the block."""
    events: list[str] = []
    tokenised = tokens.tokenised

    def tokenising(text: str) -> Doc:
        events.append(f"made {len(text)}")
        return tokenised(text)

    def finding(doc: Doc, *_: object) -> Findings:
        events.append(f"read {len(doc.text)}")
        return Findings()

    monkeypatch.setattr("quotex.blocks.tokenised", tokenising)
    monkeypatch.setattr(extraction, "_find", finding)
    quotex.extract("abcd efgh\n" * 350, settings=quotex.Settings(block_chars=1_000))
    assert len(events) > 6
    for made, read in zip(events[::2], events[1::2], strict=True):
        assert (made[:4], read[:4]) == ("made", "read")
        assert made[5:] == read[5:]
        assert int(made[5:]) <= 1_000

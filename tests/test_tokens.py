"""Texts to documents."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex import tokens
from quotex.tokens import tokenised

_BLANK = spacy.blank("en")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
@settings(deadline=None)
def test_tokens_are_those_of_spacy(text: str) -> None:
    """A text has the tokens of a blank English pipeline, and they hold every character."""
    doc = tokenised(text)
    assert doc.text == text
    assert [token.text_with_ws for token in doc] == [token.text_with_ws for token in _BLANK.tokenizer(text)]


@given(st.lists(st.sampled_from(['"' * 450, "a" * 900, "word", " ", "\n\n", "end.", ")" * 401]), max_size=8))
@settings(deadline=None, max_examples=30)
def test_long_runs_keep_every_character(parts: list[str]) -> None:
    """A text with runs that are cut is put together again without loss."""
    text = "".join(parts)
    assert tokenised(text).text == text


def test_a_long_run_leaves_the_tokens_around_it_as_they_are() -> None:
    """Before and behind a run that is cut stand the tokens that would stand there anyway."""
    text = f"Ines said, {'!' * 500} that's it.\n\nNext"
    words = [token.text_with_ws for token in tokenised(text)]
    assert words[:3] == ["Ines ", "said", ", "]
    assert words[-6:] == ["that", "'s ", "it", ".", "\n\n", "Next"]
    assert "".join(words) == text


@pytest.mark.parametrize("mark", ['"', "😀", "'s"])
def test_a_long_run_of_marks_is_tokenised(mark: str) -> None:
    """A hundred thousand marks in a row are read; the tokenizer alone would take a quarter of an hour."""
    text = mark * (100_000 // len(mark))
    assert tokenised(text).text == text


def test_a_vocabulary_that_has_grown_large_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over an archive memory stays flat, and a document made before keeps its words."""
    before = tokenised("Ines said so")
    monkeypatch.setattr(tokens, "_MANY_STRINGS", 1)
    after = tokenised("Ines said so")
    assert after.vocab is not before.vocab
    assert [token.text for token in before] == [token.text for token in after]

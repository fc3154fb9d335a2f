"""Warnings about a text."""

from __future__ import annotations

import importlib

import pytest

from quotex.notices import looks_english, mark_warnings, text_warnings
from quotex.records import Region, RegionKind
from quotex.tokens import tokenised

_STORY = (
    "The harbour board has voted to close the old ferry pier before the end of the summer, and the people who live "
    "on the island are not happy about it. They say that the new pier, which is more than a mile from the village, "
    "would be of no use to those who work in the town and have to be there by seven. "
)


def _codes(text: str) -> list[str]:
    return [warning.code for warning in text_warnings(tokenised(text))]


def test_english_news_has_no_warning() -> None:
    """A plain story gives none."""
    assert looks_english(_STORY) is True
    assert _codes(_STORY) == []


@pytest.mark.parametrize("language", ["cs", "de", "el", "es", "he", "hi", "ru", "ta", "uk", "vi"])
def test_other_languages_are_told(language: str) -> None:
    """The example sentences that spaCy ships for other languages are not taken for English."""
    sentences = importlib.import_module(f"spacy.lang.{language}.examples").sentences
    text = " ".join(sentences)
    assert looks_english(text) is False
    assert _codes(text) == ["not_english"]


def test_a_few_words_tell_nothing() -> None:
    """A short text is neither English nor foreign."""
    assert looks_english("Die Brücke ist gesperrt.") is None
    assert _codes("Die Brücke ist gesperrt.") == []


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("<p>One</p>\n<p class='x'>Two</p>", "html_source", "<p>"),
        ("One\x00two", "control_characters", "\x00"),
        ("Caf\ufffd opens", "replacement_characters", "\ufffd"),
    ],
)
def test_damage_is_told_with_its_first_place(text: str, code: str, words: str) -> None:
    """Tags, control characters and what a wrong encoding leaves are pointed at."""
    (warning,) = text_warnings(tokenised(text))
    assert warning.code == code
    assert warning.span is not None
    assert text[warning.span.start : warning.span.end] == warning.span.text == words


def test_less_than_signs_are_no_html() -> None:
    """Comparisons, addresses in angle brackets and one stray tag are left in peace."""
    assert _codes("If 3 < 5 and 7 > 2, write to <ines@example.org> or <i>me</i>.\tDone\r\n") == []


def test_an_open_quotation_is_told_once() -> None:
    """Of two open quotations the first is pointed at; one that the next paragraph carries on is not open."""
    text = "“One\n\n“Two\n\n“Three"
    regions = [
        Region(0, 4, RegionKind.SPEECH, "", "“", None, None, None),
        Region(6, 10, RegionKind.SPEECH, "", "“", None, None, 0),
        Region(12, 18, RegionKind.SPEECH, "", "“", None, None, None),
    ]
    (warning,) = mark_warnings(tokenised(text), regions)
    assert warning.code == "unclosed_mark"
    assert warning.span is not None
    assert warning.span.start == 6

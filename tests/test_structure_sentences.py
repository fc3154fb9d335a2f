"""Outer and inner sentences."""

from __future__ import annotations

import pytest
import spacy

from quotex.structure import analyse

_NLP = spacy.blank("en")


def _outer(text: str) -> list[str]:
    doc = _NLP(text)
    return [doc[start:end].text for start, end in analyse(doc).sentences]


def _inner(text: str) -> list[str]:
    doc = _NLP(text)
    return [doc[start:end].text for start, end in analyse(doc).inner_sentences]


def test_full_stop_in_marks_breaks_no_outer_sentence() -> None:
    """A quotation of two sentences and its cue are one outer sentence and two inner ones."""
    text = '"We won. We are happy," he said. Then he left.'
    assert _outer(text) == ['"We won. We are happy," he said.', "Then he left."]
    assert _inner(text) == ["We won.", "We are happy,"]


def test_question_in_marks_goes_on_with_its_cue() -> None:
    """A name and a cue after a question belong to it; a new clause does not."""
    assert len(_outer("“Is it safe?” Smith asked.")) == 1
    assert len(_outer("“Is it safe!” The mayor left.")) == 2


def test_unclosed_mark_makes_no_huge_sentence() -> None:
    """After a mark that is never closed sentences end as ever."""
    assert len(_outer('He said: "We won. We are happy. It is late. Then he left. She stayed.')) == 5


@pytest.mark.parametrize(
    "text",
    [
        "Mr. J. K. Smith of the U.S. Army met Sen. Roe and Dr. Doe at 5 p.m. on Jan. 3.",
        "The price rose 3.5 percent to No. 5 in the list, vs. 2.1 a year ago.",
        "He waited ... and waited … and left.",
        "St. Mary's vs. Acme Inc. is the case, i.e. the one that Lt. Gov. Doe (b. 1950) lost.",
    ],
)
def test_points_that_end_nothing(text: str) -> None:
    """Abbreviations, initials, decimals and ellipses end no sentence."""
    assert _outer(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "He came from the U.S. The rest did not.",
        "It began at 5 p.m. She was late.",
        "Feel ill. Go home.",
        "Wait... He left.",
    ],
)
def test_abbreviation_at_the_end(text: str) -> None:
    """A usual first word after an abbreviation shows that a sentence ended there."""
    assert len(_outer(text)) == 2


def test_missing_space_and_reference_marks() -> None:
    """Sentences end without a space before the next, and take the reference marks after them along."""
    assert _outer("It was the end.The rest is known.[1] [2] Nobody left.") == [
        "It was the end.",
        "The rest is known.[1] [2]",
        "Nobody left.",
    ]


def test_sentences_never_cross_a_block() -> None:
    """A heading is a sentence of its own, with or without points in it, and so is a dateline."""
    text = "Mayor leaves. Who is next?\nLAGOS (AP) - The mayor left on Monday."
    assert _outer(text) == ["Mayor leaves. Who is next?", "LAGOS (AP) -", "The mayor left on Monday."]


def test_sentences_of_the_caller_are_left_alone() -> None:
    """The document's own sentence bounds are neither needed nor written."""
    doc = _NLP("One. Two.")
    doc[0].is_sent_start = True
    analyse(doc)
    assert [token.is_sent_start for token in doc] == [True, None, None, None]

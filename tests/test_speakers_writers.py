"""The writer behind "I" and "we" outside quoted speech."""

from __future__ import annotations

import pytest

from quotex.records import SpeakerType
from speaker_samples import cast_of, speakers_of

LETTERS = """The bridge should close, as {I} said in the spring, and nobody listened.

Ada Osei.

Tarn.

The road is safe, as {I} said before, and the bridge is too.

Ulf Osk.

Tarn."""


def _marked(text: str) -> str:
    return text.replace("{", "[[").replace("}", "]]")


def test_each_letter_is_its_signer_s() -> None:
    """Of letters one below the other each "I" is the name that stands alone below it."""
    assert speakers_of(_marked(LETTERS), "Ada Osei; Ulf Osk") == ["Ada Osei", "Ulf Osk"]
    cast = cast_of(_marked(LETTERS), "Ada Osei; Ulf Osk")
    assert {speaker.type for speaker in cast.speakers} == {SpeakerType.AUTHOR}


def test_a_note_at_the_end_names_the_writer() -> None:
    """An article without byline whose last paragraph says who somebody is was written by that person."""
    text = "The bridge should close, as {I} said in the spring.\n\nAda Osei is a former mayor of the town of Tarn."
    assert speakers_of(_marked(text), "Ada Osei") == ["Ada Osei"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge should close, as {I} said in the spring. Ada Osei disagrees with that.",
        "Ada Osei is the mayor.\n\nThe bridge should close, as {I} said.\n\nMore next week.\n\nOr later.\n\nBye.",
        "Ada Osei\n\nThe bridge should close, as {I} said in the spring, and nobody listened.",
    ],
)
def test_a_name_somewhere_else_is_no_signature(text: str) -> None:
    """Running text, a sentence further up and a heading sign nothing."""
    assert speakers_of(_marked(text), "Ada Osei") == [""]

"""The class of what stands in quotation marks."""

from __future__ import annotations

import pytest
import spacy

from quotex.records import RegionKind
from quotex.structure import analyse

_NLP = spacy.blank("en")


def _classes(text: str) -> list[RegionKind]:
    return [region.kind for region in analyse(_NLP(text)).regions]


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is safe,” the mayor said.",
        "The mayor said: “Safe.”",
        "“The bridge is safe.” The mayor sat down.",
        "“No bridge, no bus!”",
        "The mayor called the bridge “a danger to everybody”.",
        "The mayor has called it “a complete mess”.",
        "The bridge, she told reporters, was “in no way safe”.",
        "It was “in no way safe”, according to the mayor.",
        "‘Is it safe?’ asked one walker.",
        "She said “no” to the plan.",
    ],
)
def test_speech(text: str) -> None:
    """Words ascribed by a cue, even in part, and sentences in marks are speech."""
    assert _classes(text) == [RegionKind.SPEECH]


@pytest.mark.parametrize(
    "text",
    [
        "The “safe” bridge fell down on Sunday.",
        "The so-called “wonder bridge” fell down on Sunday.",
        "Many a ‘bargain’ is found there.",
    ],
)
def test_scare_quotes(text: str) -> None:
    """A word or short phrase without a cue near is a scare quote."""
    assert _classes(text) == [RegionKind.SCARE]


@pytest.mark.parametrize(
    "text",
    [
        "He acted in the film “The Long Bridge” last year.",
        "A bridge called “the slug” fell down on Sunday.",
        "She is known for “The Long Bridge”, a novel that she wrote in two weeks.",
        "The ceremony of “clean bridge therapy” was held on Sunday.",
        "The phrase “mind the bridge” is on every wall.",
        "He said it on “Good Morning Valley” on Sunday.",
        "A new method, “bridge grouting,” has been tried in the valley.",
        "A book entitled “After the Bridge”, he argues, changed his mind.",
    ],
)
def test_names(text: str) -> None:
    """Titles of works, terms and nicknames are names, cue or no cue."""
    assert _classes(text) == [RegionKind.NAME]


def test_name_of_one_place_is_a_name_elsewhere() -> None:
    """A term that is a name where it is introduced is one where it comes again without evidence."""
    text = "A method called “bridge grouting” is new.\n\nOn the sidelines of “bridge grouting” week it was shown."
    assert _classes(text) == [RegionKind.NAME, RegionKind.NAME]


def test_capitals_of_a_headline_tell_nothing() -> None:
    """In a headline where every word has a capital, capitals in marks do not make a name."""
    assert _classes("Mayor Says Bridge ‘A Disgrace’ After Sunday Fall\n\nThe bridge fell.") == [RegionKind.SPEECH]


def test_markup_is_no_speech() -> None:
    """The value of an attribute in left-over markup is no speech, whatever is said around it."""
    assert RegionKind.SPEECH not in _classes('She said so. <tweet author="janedoe" id="12345">')


def test_every_region_has_its_reason() -> None:
    """Each region says by which rule it got its class."""
    text = "“Yes,” she said of the “safe” bridge in the film “Bridge Day”. “”"
    assert all(region.reason for region in analyse(_NLP(text)).regions)

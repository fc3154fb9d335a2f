"""Blocks: which lines make a paragraph, what each block is, and its dateline."""

from __future__ import annotations

import pytest
import spacy

from quotex.records import Block, BlockKind
from quotex.structure import analyse

_NLP = spacy.blank("en")

_TEXT = "The council met on Monday and agreed to repair the old bridge before winter."
_MORE = "Work starts in May, its chair said, and the road will be closed for a month."


def _blocks(text: str) -> tuple[Block, ...]:
    return analyse(_NLP(text)).blocks


def _kinds(*lines: str) -> list[BlockKind]:
    return [block.kind for block in _blocks("\n\n".join(lines))]


def _dateline(line: str) -> str | None:
    block = _blocks(line)[0]
    return block.dateline.text if block.dateline else None


@pytest.mark.parametrize("end", ["\n\n", "\n", "\r\n", "\r\n\r\n", "\f", "\u2029", " \n \n "])
def test_every_line_end_parts_paragraphs(end: str) -> None:
    """Each kind of line end parts two paragraphs, and a block is its paragraph without white space."""
    text = _TEXT + end + _MORE
    assert [text[block.start : block.end] for block in _blocks(text)] == [_TEXT, _MORE]


def test_text_without_line_end_is_one_block() -> None:
    """A text without any line end is one paragraph."""
    (block,) = _blocks(f"  {_TEXT} {_MORE} ")
    assert (block.start, block.kind) == (2, BlockKind.PARAGRAPH)


def test_hard_wrapped_lines_are_joined() -> None:
    """Lines broken at a column belong to one paragraph; the blank line between paragraphs still parts them."""
    wrapped = (
        "The council met on Monday evening and agreed to repair the\n"
        "old bridge before winter, although two members wanted to\n"
        "wait for the new budget and said so at some length.\n"
        "\n"
        "Work will start in May, and the road along the river will\n"
        "be closed to all traffic for at least a month after that.\n"
    )
    assert [wrapped[b.start : b.end].count("\n") for b in _blocks(wrapped)] == [2, 1]


def test_short_lines_are_not_taken_for_wrapped_text() -> None:
    """One paragraph a line stays one paragraph a line, however short."""
    assert len(_blocks("She left early.\nHe stayed on.\nNobody asked them why they did so.\nThat was all.")) == 4


def test_list_items_in_wrapped_text_stay_apart() -> None:
    """A line that starts with a bullet starts a paragraph."""
    assert len(_blocks("The plan has these three parts, which the council wants to finish:\n- a bridge\n- a road")) == 3


def test_heading_between_paragraphs() -> None:
    """A short line without a full stop before a paragraph is a heading."""
    assert _kinds(_TEXT, "A month without a road", _MORE)[1] is BlockKind.HEADING


def test_short_lines_in_a_row_are_a_list_and_no_headings() -> None:
    """Three or more short lines in a row are a list, not headings."""
    kinds = _kinds(_TEXT, "Bread and salt", "Cheese of the valley", "Apples in season", "A jug of cider", _MORE)
    assert kinds == [BlockKind.PARAGRAPH] * 6


def test_short_last_line_is_no_heading() -> None:
    """A heading needs text below it."""
    assert _kinds(_TEXT, "Music at nine")[1] is BlockKind.PARAGRAPH


def test_question_of_an_interview_is_no_heading() -> None:
    """A labelled question is part of the interview, a bare short one a heading."""
    assert _kinds(_TEXT, "Q: Why now?", _MORE)[1] is BlockKind.PARAGRAPH
    assert _kinds(_TEXT, "Why now?", _MORE)[1] is BlockKind.HEADING


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "BY JANE DOE AND JOHN ROE",
        "Story by Jane Doe",
        "Written by Jane Doe | Lagos",
        "(Reporting by Jane Doe in Lagos; editing by John Roe)",
        "Jane Doe contributed reporting from Accra.",
        "Our Correspondent",
        "Follow Jane Doe on Twitter @janedoe.",
    ],
)
def test_bylines(line: str) -> None:
    """Lines that credit a reporter are bylines."""
    assert _kinds("Bridge to be mended", line, _TEXT)[1] is BlockKind.BYLINE


@pytest.mark.parametrize(
    "line",
    [
        "By Monday evening the bridge was closed.",
        "Several cases were reported from the valley over the weekend.",
        "Report: the bridge was never safe.",
    ],
)
def test_sentences_that_start_like_bylines(line: str) -> None:
    """A sentence that only starts like a byline is a paragraph."""
    assert _kinds(_TEXT, line, _MORE)[1] is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "line",
    [
        "FILE PHOTO: The old bridge in spring.",
        "(Photo: Jane Doe)",
        "Walkers cross the old bridge in spring / Reuters",
        "Walkers cross the old bridge. Photo: Jane Doe",
        "The old bridge in spring (Jane Doe/AFP/Getty Images)",
        "Getty Images",
        "© Jane Doe",
    ],
)
def test_captions(line: str) -> None:
    """Lines with a picture's credit or caption word are captions."""
    assert _kinds(_TEXT, line, _MORE)[1] is BlockKind.CAPTION


def test_sentence_with_a_stroke_is_no_caption() -> None:
    """A paper's double name near the end of a sentence is no picture credit."""
    assert _kinds(_TEXT, "That is the result of a Valley News/Reuters survey of walkers.")[1] is BlockKind.PARAGRAPH


@pytest.mark.parametrize("lead", ["Read More:", "ALSO READ", "Related:", "See also:", "You may also like", "More>>"])
def test_link_list_up_to_the_end(lead: str) -> None:
    """A lead-in and the titles after it are links."""
    kinds = _kinds(_TEXT, lead, "Council argues over the bridge", "Who pays for the road?")
    assert kinds == [BlockKind.PARAGRAPH] + [BlockKind.LINKS] * 3


def test_link_list_ends_at_the_next_sentence() -> None:
    """The story goes on after a list of links within it."""
    kinds = _kinds(_TEXT, "Also read: Council argues over the bridge", _MORE)
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.LINKS, BlockKind.PARAGRAPH]


def test_sentence_about_reading_is_no_link() -> None:
    """A sentence that starts with the words of a lead-in is a paragraph."""
    assert _kinds(_TEXT, "Related costs were not discussed at the meeting.")[1] is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "dateline",
    [
        "Tehran (IP)-",
        "WASHINGTON —",
        "LAGOS, Nigeria (AP) —",
        "NEW DELHI:",
        "Doha:",
        "valley News, 26 June -",
        "Oyam & Gulu, Uganda , Jun 14 2022 (IPS) -",
        "DES MOINES, Iowa, Aug. 10 (UPI) --",
        "ISLAMABAD, Mar 03:",
        "CAIRO - 26 July 2022:",
        "(Reuters) -",
        "Colombo, Sri Lanka –",
        "Srinagar-",
        "SINGAPORE (Feb. 25, 2021) —",
        "Libreville, Gabon | AFP |",
    ],
)
def test_datelines(dateline: str) -> None:
    """Place, date and agency before a dash are a dateline, its dash included."""
    assert _dateline(f"{dateline} The council met on Monday to talk about the bridge.") == dateline


@pytest.mark.parametrize(
    "line",
    [
        "The market opened at 4:00 pm on Monday.",
        "The council — which met on Monday — agreed to mend the bridge.",
        "One thing is clear: The bridge must be mended.",
        "Smith: The bridge must be mended by winter.",
        "A well-known walker crossed the bridge on Monday.",
        "Mend the bridge – The walkers want it.",
        "Jane Anne Doe (c. 1818 – January 8, 1880) built the bridge.",
    ],
)
def test_no_dateline(line: str) -> None:
    """A clause, a speaker's label or a time before a dash or colon is no dateline."""
    assert _dateline(line) is None


def test_colon_dateline_only_in_the_first_paragraph() -> None:
    """In later paragraphs a name in capitals before a colon is a speaker's label."""
    second = _blocks(f"{_TEXT}\n\nSMITH: The bridge must be mended by winter.")[1]
    assert second.dateline is None


def test_every_block_has_its_reason() -> None:
    """Each block says by which rule it got its kind."""
    blocks = _blocks(f"Bridge news\n\nBy Jane Doe\n\n{_TEXT}\n\n***\n\n{_MORE}\n\nRead more:\nOther news")
    assert all(block.reason for block in blocks)

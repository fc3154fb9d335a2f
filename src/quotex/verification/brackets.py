"""Square brackets at which an editor changed part of a word ("[t]he", "work[ing]"): the word is read without them."""

from __future__ import annotations

import re

from attrs import evolve

from quotex.spans import Pair
from quotex.wording import Worded, worded

_INSIDE_WORD = re.compile(r"(?<=\w)\](?=\w)|(?<=[^\W\d_])\[(?=[^\W\d_])")
"""Not what opens behind a figure or before one, which is a note ("boats[1]")."""
_NEAR = 300
"""Characters in which brackets are looked for."""
_JOINER = "\u00ad"
"""A character that belongs to the letter before it, so that offsets stay."""


def worded_without(text: str) -> Worded:
    """The words of a text, as ``worded`` gives them, with no regard to brackets within words."""
    return evolve(worded(_INSIDE_WORD.sub(_JOINER, text)), text=text)


def has_bracket_inside(text: str) -> bool:
    """Whether a word as it stands in a text has a bracket in it ("t]he")."""
    return "[" in text or "]" in text


def is_in_parentheses(text: str, at: int) -> bool:
    """Whether round brackets are open at a place, which a closing one follows."""
    start, end = max(0, at - _NEAR), at + _NEAR
    return text.rfind("(", start, at) > text.rfind(")", start, at) and text.find(")", at, end) >= 0


def with_brackets(text: str, span: Pair) -> Pair:
    """A span with the bracket right before or behind it whose other half lies within."""
    start, end = span
    opens, closes = text.find("[", start, end), text.find("]", start, end)
    is_closed_only = closes >= 0 and not 0 <= opens < closes
    is_left_open = text.rfind("[", start, end) > text.rfind("]", start, end)
    start -= is_closed_only and text[max(0, start - 1) : start] == "["
    return start, end + (is_left_open and text[end : end + 1] == "]")

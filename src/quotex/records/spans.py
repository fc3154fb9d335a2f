"""Slices of the text, and the reasons that point to them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from quotex.spans import between


@frozen
class Span:
    """A slice of the input. ``text`` is ``input[start:end]``; it is never empty."""

    start: int
    end: int
    text: str
    token_start: int
    token_end: int


@frozen
class Segment(Span):
    """One unbroken part of a content. ``verbatim`` is true where it stands in quotation marks or after a colon."""

    verbatim: bool


@frozen
class Reason:
    """Why a decision was taken: the rule's name, the score it had if it has one, and the words that show it."""

    rule: str
    score: float | None = None
    span: Span | None = None


def joined(parts: Sequence[Span]) -> str:
    """The text of the parts of a content as they stand, joined by " … ", or by a space or nothing where they adjoin;
    empty without parts."""
    out = parts[0].text if parts else ""
    for before, part in pairwise(parts):
        out += between(part.start - before.end) + part.text
    return out

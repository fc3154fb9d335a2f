"""Lines and paragraphs: the text cut at its line ends, hard-wrapped lines joined again."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import frozen

from quotex.spans import Pair, trim

# Every character at which str.splitlines ends a line.
_LINE = re.compile("[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_BULLET = re.compile(r"(?:[-–—•*·◦▪●~]|\(?(?:\d{1,3}|[ivx]{1,4}|[a-z])[.)])\s")

_MIN_WIDTH = 40
_MAX_WIDTH = 100
_FINAL = ".!?:;\"'”’»)]"


@frozen
class Line:
    """A line without the white space around it; ``indent`` is the white space before it in characters."""

    start: int
    end: int
    indent: int
    gap: bool
    """Whether a blank line (or a page end) stands before it."""


@frozen
class Wrapping:
    """How a text was hard-wrapped: at which column, and whether blank lines part its paragraphs."""

    width: int
    gaps: bool


def paragraphs(text: str) -> list[Pair]:
    """Cut ``text`` into paragraphs, as character spans in order without the white space around them.

    A line is a paragraph, unless the lines are hard-wrapped: then a line that had no room for the first word of the
    next one goes on there. Empty where the text is white space only. Linear in the length of the text.
    """
    lines = _lines(text)
    if len(lines) < 2:
        return [(line.start, line.end) for line in lines]
    wrapping = _wrapping(text, lines)
    out: list[Pair] = []
    last: Line | None = None
    for line in lines:
        if last is not None and _runs_on(text, last, line, wrapping):
            out[-1] = (out[-1][0], line.end)
        else:
            out.append((line.start, line.end))
        last = line
    return out


def _lines(text: str) -> list[Line]:
    out: list[Line] = []
    previous = 0
    for match in _LINE.finditer(text):
        start, end = trim(text, match.start(), match.end())
        if start == end:
            continue
        between = text[previous:start]
        gap = "\f" in between or len(_LINE_END.findall(between)) > 1
        out.append(Line(start, end, start - match.start(), gap))
        previous = end
    return out


def _first_word(text: str, line: Line) -> int:
    """Length of the first word of ``line``, of which no more than a line's width is looked at."""
    words = text[line.start : min(line.end, line.start + _MAX_WIDTH)].split(maxsplit=1)
    return len(words[0])


def _wrapping(text: str, lines: list[Line]) -> Wrapping | None:
    """Return how the lines were wrapped; ``None`` where they were not.

    Greedy wrapping leaves no line to which the next word would still have fitted (but for the last of a paragraph), and
    it breaks most lines inside a sentence.
    """
    breaks = [(a, b) for a, b in pairwise(lines) if not b.gap]
    if len(breaks) < 3:
        return None
    width = max(a.end - a.start for a, _ in breaks)
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return None
    full = [a for a, b in breaks if _is_full(text, a, b, width)]
    inside = sum(text[a.end - 1] not in _FINAL for a in full)
    if len(full) < 0.6 * len(breaks) or inside < 0.6 * len(full):
        return None
    return Wrapping(width, gaps=sum(line.gap for line in lines) >= 2)


def _is_full(text: str, line: Line, after: Line, width: int) -> bool:
    # Three columns of grace, since some programs wrap early.
    return line.end - line.start + 1 + _first_word(text, after) > width - 3


def _runs_on(text: str, line: Line, after: Line, wrapping: Wrapping | None) -> bool:
    """Whether the paragraph of ``line`` goes on in ``after``."""
    if after.gap or after.indent > line.indent + 1 or _BULLET.match(text, after.start, after.end):
        return False
    length = line.end - line.start
    if wrapping is not None:
        # where blank lines part the paragraphs, a short line that ends a sentence is still within one
        kept = wrapping.gaps and length >= _MIN_WIDTH and text[line.end - 1] in _FINAL
        return kept or _is_full(text, line, after, wrapping.width)
    # Outside wrapped text: a stray line break within a sentence.
    ends_inside = text[line.end - 1].isalpha() or text[line.end - 1] == ","
    return length >= _MIN_WIDTH * 0.75 and ends_inside and text[after.start].islower()

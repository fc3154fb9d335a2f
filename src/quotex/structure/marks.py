"""Quotation marks told from apostrophes, primes and one another, each with the direction it points in."""

from __future__ import annotations

import re
from enum import IntEnum

from attrs import frozen

_MARK = re.compile(
    "``|''|‘‘|’’|‘’|"  # two single marks that stand for a double one
    "[“”„‟\"＂«»‹›「」『』‘’‚‛'`´]"
)
_SINGLES = frozenset("‘’‚‛'`´")
_OPENERS = frozenset(["“", "„", "‟", "«", "‹", "「", "『", "``", "‘‘"])
_CLOSERS = frozenset(["”", "»", "›", "」", "』", "’’"])
_STRICT = frozenset("「」『』")
_FAMILY = {"«": "angle", "»": "angle", "‹": "small angle", "›": "small angle", "「": "corner", "」": "corner"}
_FAMILY |= {"『": "white corner", "』": "white corner"}
_STYLE = {"“": "curly", "”": "curly", "„": "curly", "‟": "curly", '"': "straight", "＂": "straight"}

_OPEN_PUNCTUATION = frozenset("([{<—–-/|*_~+=§$£€#@&…")
_CLOSE_PUNCTUATION = frozenset(".,;:!?…)]}>%—–-/|*_")
_MARK_CHARACTERS = frozenset("“”„‟\"＂«»‹›‘’‚‛'`´")
_LOOK_THROUGH = 4
"""So many marks beside one are looked through for the word or space behind them."""

_ELISION = re.compile(
    r"(?:\d0s?\b|\d\ds?\b|(?:em|til|till|cause|cuz|cos|tis|twas|twere|n|bout|round|neath|nuff|ello|hood|burbs|s|t|ll|re|ve"
    r"|d|m|merica|murica|kay|sup|ndrangheta)\b)",
    re.IGNORECASE,
)
_FEET = re.compile(r"\d['’′´]\s?\d{1,2}(?:½|¼|¾)?$")


class Direction(IntEnum):
    """Where a mark points, as far as the characters around it tell."""

    OPEN = 1
    CLOSE = 2
    EITHER = 3


@frozen
class Mark:
    """A quotation mark. Marks of one ``family`` can close each other; ``style`` tells straight from curly ones."""

    start: int
    end: int
    text: str
    family: str
    style: str
    direction: Direction
    sure: bool
    """Whether a closing single mark cannot be an apostrophe ("the boys' ") as well."""


@frozen
class Ignored:
    """A mark that takes part in no region, with the reason. Apostrophes are not marks and are not listed."""

    start: int
    end: int
    reason: str


def find_marks(text: str, start: int, end: int) -> tuple[list[Mark], list[Ignored]]:
    """Find the quotation marks of ``text[start:end]``, a paragraph, in order, and those to ignore.

    A straight mark's direction comes from the white space and punctuation around it. Linear in the length.
    """
    marks: list[Mark] = []
    ignored: list[Ignored] = []
    for match in _MARK.finditer(text, start, end):
        sign, begin, stop = match.group(), match.start(), match.end()
        if marks and marks[-1].end > begin:
            continue  # taken together with the one before
        if sign in _SINGLES:
            mark = _single(text, start, end, begin, sign)
            if mark is not None:
                marks.append(mark)
        elif sign == '"' and _FEET.search(text, max(start, begin - 5), begin):
            ignored.append(Ignored(begin, stop, "inches"))
        elif sign == "''" and text.startswith("'", stop) and _side(text, start, begin, -1) > 1:
            # three apostrophes after a word: first a single one closes, then the pair
            marks.append(Mark(begin, begin + 1, "'", "single", "straight", Direction.CLOSE, sure=True))
            marks.append(_double(text, start, end, begin + 1, "''", force=Direction.CLOSE))
        else:
            marks.append(_double(text, start, end, begin, sign))
    return marks, ignored


def _side(text: str, edge: int, at: int, step: int) -> int:
    """Class the character beside a mark, other marks looked through.

    0 white space or the edge of the paragraph, 1 punctuation that belongs to the outside (a bracket or dash), 2 closing
    punctuation (left) or an opening sign (right), 3 anything else.
    """
    position = at - 1 if step < 0 else at
    for _ in range(_LOOK_THROUGH):
        if (position < edge) if step < 0 else (position >= edge):
            return 0
        character = text[position]
        if character not in _MARK_CHARACTERS:
            break
        position += step
    if character.isspace():
        return 0
    if step < 0:
        return 1 if character in _OPEN_PUNCTUATION else 2 if character in _CLOSE_PUNCTUATION else 3
    return 1 if character in _CLOSE_PUNCTUATION else 2 if character in _OPEN_PUNCTUATION else 3


def _direction(before: int, after: int) -> Direction:
    """Read the direction off the two sides as ``_side`` classes them."""
    if before <= 1 < after:
        return Direction.OPEN
    if after <= 1 < before:
        return Direction.CLOSE
    if before == 0 and after == 1:  # "...and" after a space
        return Direction.OPEN
    return Direction.EITHER


def _double(text: str, start: int, end: int, begin: int, sign: str, force: Direction | None = None) -> Mark:
    stop = begin + len(sign)
    seen = force or _direction(_side(text, start, begin, -1), _side(text, end, stop, 1))
    if sign in _STRICT:
        seen = Direction.OPEN if sign in _OPENERS else Direction.CLOSE
    elif sign in _OPENERS and seen is Direction.EITHER:
        seen = Direction.OPEN
    elif sign in _CLOSERS and seen is Direction.EITHER:
        seen = Direction.CLOSE
    elif (sign in _OPENERS and seen is Direction.CLOSE) or (sign in _CLOSERS and seen is Direction.OPEN):
        # a mark set the wrong way round: what is open then decides
        seen = Direction.EITHER
    return Mark(begin, stop, sign, _FAMILY.get(sign, "double"), _STYLE.get(sign, "pair"), seen, sure=True)


def _single(text: str, start: int, end: int, begin: int, sign: str) -> Mark | None:
    """Read a single mark; ``None`` where it is an apostrophe, a prime or an accent."""
    before = _side(text, start, begin, -1)
    after = _side(text, end, begin + 1, 1)
    if sign == "‚":
        return Mark(begin, begin + 1, sign, "single", "curly", Direction.OPEN, sure=True) if after > 1 else None
    direction = _direction(before, after)
    style = "straight" if sign in "'`´" else "curly"
    if direction is Direction.OPEN and sign != "’":
        if sign != "‘" and _ELISION.match(text, begin + 1, end):
            return None
        return Mark(begin, begin + 1, sign, "single", style, direction, sure=True)
    if direction is Direction.CLOSE and sign != "‘":
        previous = text[begin - 1] if begin > start else ""
        sure = not (previous.isalpha() and previous.lower() in "sxzn")
        return Mark(begin, begin + 1, sign, "single", style, direction, sure)
    return None

"""Numbers over one or several words: "twenty-five", "1.2 million", "5m", "nineteen eighty-four", "21st".

All that is asked of the normal form is that equal numbers have one and different numbers different ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Context, Decimal
from functools import cache

from attrs import frozen

from quotex.lexicon.words import pairs

LONGEST = 24
"""Words that are looked at for one number."""
_FIGURES = re.compile(r"(?:[1-9][0-9]{0,29}|0)(?:\.[0-9]{1,30})?")
"""Not "007" or "12:30", which are codes and times and stay as they are."""
_EXACT = Context(prec=200)
_ENDINGS = frozenset("st nd rd th".split())
_AND_A_HALF = ("and", "a", "half")

Found = tuple[Decimal, int]
"""A value, and how many words of the run are read."""


@frozen
class Run:
    """Words that stand together; ``glued[i]`` tells whether word ``i`` is in one stretch with the word before it."""

    words: Sequence[str]
    glued: Sequence[bool]

    def at(self, index: int) -> str:
        """The word there; "" behind the last."""
        return self.words[index] if index < len(self.words) else ""


@cache
def beginnings() -> frozenset[str]:
    """The words with which a number may begin, figures aside."""
    groups = ("numbers", "scales")
    return frozenset(word for group in groups for word in pairs("wording", group)) | {"one", "a", "an", "half", "minus"}


@cache
def continuations() -> frozenset[str]:
    """The words that a number may have behind its first."""
    groups = ("ordinals", "scale_letters")
    small = (word for group in groups for word in pairs("wording", group))
    return beginnings() | _ENDINGS | {"and", "point", "s", *small}


def number(run: Run) -> tuple[str, int] | None:
    """The number with which a run begins, in normal form, and how many words it takes; ``None`` where there is none.

    A word that is no figure and stands alone is left to be a word ("one", "million"), but for those from two to ninety.
    """
    skipped = int(run.at(0) == "minus")
    sign = "-" * skipped
    ordinal = _ordinal(run, skipped)
    if ordinal is not None:
        return sign + ordinal[0], ordinal[1]
    found = _summed(run, skipped)
    if found is None:
        return None
    value, end = found
    if end == 1 and not _is_figures(run.at(0)) and run.at(0) not in pairs("wording", "numbers"):
        return None
    if run.at(end) == "s" and run.glued[end]:  # the 1990s
        return f"{sign}{_written(value)}s", end + 1
    return sign + _written(value), end


def renumbered(words: Sequence[str]) -> tuple[str, ...]:
    """Words that stand together with the numbers among them in normal form, as after a filler is taken out of one."""
    out: list[str] = []
    at = 0
    while at < len(words):
        rest = words[at : at + LONGEST]
        found = number(Run(rest, [False] * len(rest)))
        out.append(found[0] if found else words[at])
        at += found[1] if found else 1
    return tuple(out)


def _summed(run: Run, at: int) -> Found | None:
    """Millions, thousands and what follows them."""
    total, limit, end = Decimal(0), Decimal("Infinity"), at
    while True:
        begin = end + (end > at and run.at(end) == "and")
        found = _hundreds(run, begin, first=end == at)
        if found is None:
            break
        value, stop = found
        scale = _scale(run, stop)
        if scale is None and value < limit:
            total, end = _EXACT.add(total, value), stop
        if scale is None or scale >= limit:
            break
        total, limit, end = _EXACT.add(total, _EXACT.multiply(value, scale)), scale, stop + 1
    return (total, end) if end > at else None


def _hundreds(run: Run, at: int, *, first: bool) -> Found | None:
    """What stands in front of a scale word; figures and scale words alone only where it is the ``first``."""
    if first and _is_figures(run.at(at)):
        return _with_fraction(run, Decimal(run.at(at)), at + 1)
    if first and (article := _article(run, at)) is not None:
        return article
    found = _below_hundred(run, at)
    if found is None:
        return None
    value, end = found
    if run.at(end) == "hundred":
        value, end = value * 100, end + 1
        rest = _below_hundred(run, end + (run.at(end) == "and"))
        if rest is not None and run.at(rest[1]) != "hundred":
            value, end = value + rest[0], rest[1]
    return _with_fraction(run, value, end)


def _article(run: Run, at: int) -> Found | None:
    """ "a" or "half a" in front of a scale word, or such a word alone."""
    scales = pairs("wording", "scales")
    if run.at(at) in scales:
        return Decimal(1), at
    if run.at(at) in ("a", "an") and run.at(at + 1) in scales:
        return Decimal(1), at + 1
    if run.at(at) == "half" and run.at(at + 1) == "a" and run.at(at + 2) in scales:
        return Decimal("0.5"), at + 2
    return None


def _below_hundred(run: Run, at: int) -> Found | None:
    value, follows = _unit(run.at(at)), _unit(run.at(at + 1))
    if value is None or follows is None:
        return None if value is None else (value, at + 1)
    if value >= 20 and value % 10 == 0 and 1 <= follows <= 9:
        return value + follows, at + 2
    if 10 < value <= 20 and follows >= 10:  # a year as it is spoken
        rest = _below_hundred(run, at + 1)
        if rest is not None and rest[0] < 100:
            return value * 100 + rest[0], rest[1]
    return value, at + 1


def _with_fraction(run: Run, value: Decimal, end: int) -> Found:
    """With "point five" or "and a half" behind it."""
    if tuple(run.words[end : end + 3]) == _AND_A_HALF:
        return _EXACT.add(value, Decimal("0.5")), end + 3
    digits, stop = "", end + 1
    while run.at(end) == "point" and (unit := _unit(run.at(stop))) is not None and unit < 10:
        digits, stop = f"{digits}{unit}", stop + 1
    return (_EXACT.add(value, Decimal(f"0.{digits}")), stop) if digits else (value, end)


def _ordinal(run: Run, at: int) -> tuple[str, int] | None:
    """ "21st" or "twenty-first"; one word alone is left to be a word, and "1st" becomes it."""
    places = pairs("wording", "ordinals")
    if _is_figures(run.at(at)) and run.at(at + 1) in _ENDINGS and run.glued[at + 1]:
        figures = run.at(at)
        return next((word for word, (place,) in places.items() if place == figures), f"{figures}th"), at + 2
    tens, place = _unit(run.at(at)), places.get(run.at(at + 1))
    if tens is None or tens < 20 or tens % 10 or place is None or int(place[0]) > 9:
        return None
    return f"{tens + int(place[0])}th", at + 2


def _unit(word: str) -> Decimal | None:
    if word == "one":
        return Decimal(1)
    value = pairs("wording", "numbers").get(word)
    return Decimal(value[0]) if value else None


def _scale(run: Run, at: int) -> Decimal | None:
    """What the word there multiplies the number before it by; ``None`` where it is no scale."""
    word = run.at(at)
    group = "scale_letters" if at and word and run.glued[at] and _is_figures(run.at(at - 1)) else "scales"
    value = pairs("wording", group).get(word) or pairs("wording", "scales").get(word)
    return Decimal(value[0]) if value else None


def _is_figures(word: str) -> bool:
    return _FIGURES.fullmatch(word) is not None


def _written(value: Decimal) -> str:
    """In figures, without the noughts that say nothing."""
    figures = format(value, "f")
    return figures.rstrip("0").rstrip(".") if "." in figures else figures

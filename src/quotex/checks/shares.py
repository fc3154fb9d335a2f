"""Shares of a whole in whatever form: "half", "50 percent", "one in two"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quotex.lexicon.words import pairs

_NEAR = 0.012
"""By how much two shares may differ that are one, rounded: one in three is 33 percent."""
_FIGURES = re.compile(r"\d{1,6}(?:\.\d{1,6})?")
_TIMES = {
    "twice": 2, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twofold": 2,
    "thrice": 3, "triple": 3, "tripled": 3, "triples": 3, "tripling": 3, "threefold": 3,
    "quadruple": 4, "quadrupled": 4, "quadruples": 4, "fourfold": 4, "fivefold": 5, "sixfold": 6, "tenfold": 10,
}  # fmt: skip
"""To how many times of what it was something grows."""
_PERCENT = "percent"
_NAMES = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3}


Shares = Mapping[tuple[int, ...], float]
"""Shares by the places of the words that tell them."""


def same_shares(one: Shares, other: Shares) -> tuple[frozenset[int], frozenset[int]]:
    """The places of words by which two claims tell the same share, in each of them; none where they tell none."""
    pairs_ = [(a, b) for a, x in one.items() for b, y in other.items() if abs(x - y) <= _NEAR]
    return frozenset(at for a, _ in pairs_ for at in a), frozenset(at for _, b in pairs_ for at in b)


def shares(found: Sequence[str], gaps: Sequence[str]) -> Shares:
    """The shares that are told by words, behind each of which the text of ``gaps`` stands."""
    out: dict[tuple[int, ...], float] = {}
    for at, word in enumerate(found):
        value = _value(word)
        follows = found[at + 1] if at + 1 < len(found) else ""
        whole = _whole(follows)
        if word in _TIMES:
            out[(at,)] = _TIMES[word] - 1.0
        elif _is_half_percent(found, at):
            out[at, at + 1 + (follows == "a")] = 0.005
        elif word == "one" and _is_half_percent(found, at + 1):
            continue
        elif value is not None and follows == _PERCENT:
            out[at, at + 1] = value / 100
        elif value is not None and gaps[at] == "/" and (parts := _value(follows)):  # 2/3
            out[at, at + 1] = value / parts
        elif value is not None and value < 1 and follows == "of":  # ½ of
            out[(at,)] = value
        elif value is not None and whole:
            out[at, at + 1] = value / whole
        elif _whole(word) and (at == 0 or _value(found[at - 1]) is None):
            if word in ("half", "quarter") or (word == "third" and follows == "of"):
                out[(at,)] = 1 / _whole(word)
        elif value is not None and (end := _behind_in(found, at)) is not None and (among := _value(found[end])):
            out[at, end] = value / among
    return out


def _is_half_percent(found: Sequence[str], at: int) -> bool:
    """Whether "half" stands there with "percent" or "a percent" behind it."""
    behind = tuple(found[at + 1 : at + 3])
    return at < len(found) and found[at] == "half" and (behind[:1] == (_PERCENT,) or behind == ("a", _PERCENT))


def _behind_in(found: Sequence[str], at: int) -> int | None:
    """Where the number stands behind "in" or "out of"."""
    for link in (("in",), ("out", "of")):
        end = at + 1 + len(link)
        if tuple(found[at + 1 : end]) == link and end < len(found):
            return end
    return None


def _value(word: str) -> float | None:
    if word == "one":
        return 1.0
    return float(word) if _FIGURES.fullmatch(word) else None


def _whole(word: str) -> int:
    """Into how many parts a whole is cut, of which the word names one or some; 0 where it names none."""
    if word in _NAMES:
        return _NAMES[word]
    places = pairs("wording", "ordinals").get(word.removesuffix("s"))
    return int(places[0]) if places and word.endswith("s") and len(places[0]) < 3 else 0

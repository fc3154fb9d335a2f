"""Shares of a whole in whatever form: "half", "50 percent", "one in two"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quotex.lexicon.words import pairs

_NEAR = 0.012
"""By how much two shares may differ that are one, rounded: one in three is 33 percent."""
_FIGURES = re.compile(r"\d{1,6}(?:\.\d{1,6})?")
_MORE = {"double": 1.0, "doubled": 1.0, "doubles": 1.0, "triple": 2.0, "tripled": 2.0, "triples": 2.0}
"""By what share something grows."""
_NAMES = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3}


def same_shares(here: Sequence[str], there: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The places of words by which two claims tell the same share, in each of them; none where they tell none."""
    one, other = _shares(here), _shares(there)
    pairs_ = [(a, b) for a, x in one.items() for b, y in other.items() if abs(x - y) <= _NEAR]
    return frozenset(at for a, _ in pairs_ for at in a), frozenset(at for _, b in pairs_ for at in b)


def _shares(found: Sequence[str]) -> Mapping[tuple[int, ...], float]:
    """The shares that are told, by the places of their words."""
    out: dict[tuple[int, ...], float] = {}
    for at, word in enumerate(found):
        value = _value(word)
        follows = found[at + 1] if at + 1 < len(found) else ""
        whole = _whole(follows)
        if word in _MORE:
            out[(at,)] = _MORE[word]
        elif value is not None and follows == "percent":
            out[at, at + 1] = value / 100
        elif value is not None and whole:
            out[at, at + 1] = value / whole
        elif _whole(word) and (at == 0 or _value(found[at - 1]) is None):
            if word in ("half", "quarter") or (word == "third" and follows == "of"):
                out[(at,)] = 1 / _whole(word)
        elif value is not None and (end := _behind_in(found, at)) is not None and (among := _value(found[end])):
            out[at, end] = value / among
    return out


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

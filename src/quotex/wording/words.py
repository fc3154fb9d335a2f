"""Stretches of letters and digits as they stand in a text, and the words in normal form that each is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from quotex.identity import normalised
from quotex.lexicon.words import pairs

_JOINERS = (
    "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens, joiners
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\u0900-\u0963\u0970-\u0dff\u0e31-\u0e4e"  # signs of scripts of India and Thailand
)
"""Characters that belong to the letter before them."""
APOSTROPHES = "'’‘‛ʼ′`´＇"
_LETTERS = rf"(?:[^\W_]++[{_JOINERS}]*+)++"
_THIN = "\u00a0\u2009\u202f"
_INSIDE = rf"[{APOSTROPHES}](?=[^\W\d_])|(?<=\d)[.,:](?=\d)|(?<=\d)(?<!\d{{4}})[{_THIN}](?=\d{{3}}(?!\d))"
STRETCH = re.compile(rf"[$£€¥₹%&]|{_LETTERS}(?:(?:{_INSIDE}){_LETTERS})*+")
"""A stretch of letters and digits, apostrophes and the points of numbers within it included, or a sign that is read."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f]")
_THIN_GAP = re.compile(rf"(?<=\d)[{_THIN}](?=\d)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_FRACTION = re.compile(r"(\d{0,9})([¼-¾⅐-⅞])")
_RAISED = re.compile(r"(?<=\d)(?=[⁰¹²³⁴-⁹])")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[^\W_]+")
_SIGNS = {"%": ("percent",), "&": ("and",)}


@lru_cache(maxsize=1 << 17)
def parts(stretch: str) -> tuple[str, ...]:
    """The words in normal form of a stretch: "won’t" gives ``("will", "not")``, "5m" gives ``("5", "m")``.

    Money signs stay as they are. A stretch that is nothing once it is in normal form gives ``()``.
    """
    if stretch in _SIGNS:
        return _SIGNS[stretch]
    if stretch in "$£€¥₹":
        return (stretch,)
    bare = _THIN_GAP.sub("", _INVISIBLE.sub("", stretch))
    if fraction := _FRACTION.fullmatch(bare):
        return (f"{int(fraction[1] or 0) + unicodedata.numeric(fraction[2]):g}",)
    flat = normalised(_RAISED.sub(" ", bare))
    if _GROUPED.fullmatch(flat):
        flat = flat.replace(",", "")
    return tuple(word for found in _WORD.findall(flat) for word in _spelled_out(found))


def _spelled_out(word: str) -> tuple[str, ...]:
    whole = pairs("wording", "contractions").get(word)
    if whole is not None:
        return whole
    for ending, stands_for in pairs("wording", "endings").items():
        if word.endswith(ending) and len(word) > len(ending):
            return (word.removesuffix(ending).replace("'", ""), *stands_for)
    return (word.replace("'", ""),)

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
_THIN = " \u00a0\u2009\u202f"
"""Blanks between thousands ("100 000")."""
_MONEY = "$£¢¥฿\u20a0-\u20c0"
_DOLLARS = r"(?<![^\W_])(?:US|AU|CA|NZ|HK|SG|NT|[ACNRSZ])\$"
_INITIALS = r"(?<=\b[^\W\d_])\.(?=[^\W\d_](?![^\W_]))|(?<=\b[A-Z])\. (?=[A-Z]\.)"
"""The points within "U.N." and "J. K.", which are one word however they are written; the last is no part of it."""
_DETACHED = rf"(?i:(?<=can|won|don|ldn|idn|adn|esn|isn|asn|ren|ven|stn)(?: [{APOSTROPHES}] ?|[{APOSTROPHES}] )(?=t\b))"
"""Before a "t" that scanning or cutting has parted from its verb ("don’ t"); not that of a name ("in ’t Zand")."""
_LINE_END = r"[-‐][ \t]*\r?\n[ \t]*"
_INSIDE = (
    rf"[{APOSTROPHES}](?=[^\W\d_])|(?<=\d)[{APOSTROPHES}](?=\d{{3}}(?!\d))|(?<=\d)[.,:](?=\d)|(?<=\d)(?<!\d{{4}})[{_THIN}](?=\d{{3}}(?!\d))"
    rf"|(?<=[^\W\d_]){_LINE_END}(?=[a-zß-ÿ])|{_INITIALS}|{_DETACHED}"
)
STRETCH = re.compile(rf"{_DOLLARS}|[{_MONEY}%&]|(?:(?<![\w.])\.(?=\d))?{_LETTERS}(?:(?:{_INSIDE}){_LETTERS})*+")
"""A stretch of letters and digits, or a sign that is read.

Apostrophes, the points of numbers, points between single letters and a hyphen at the end of a line belong to it.
"""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f]")
_THIN_GAP = re.compile(rf"(?<=\d)[{_THIN}{APOSTROPHES}](?=\d)")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{2,3})*,\d{3}(?![\d,])")
_FRACTION = re.compile(r"(\d{0,9})([¼-¾⅐-⅞])")
FRACTIONS = {
    "1/2": ("half",),
    "1/3": ("one", "third"),
    "2/3": ("2", "thirds"),
    "1/4": ("one", "quarter"),
    "3/4": ("3", "quarters"),
}
"""Fractions that newspapers write in letters or in figures, with the words in normal form."""
_RAISED = re.compile(r"(?<=\d)(?=[⁰¹²³⁴-⁹])")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[^\W_]+")
_SIGNS = {"%": ("percent",), "&": ("and",)}
_IS_MONEY = re.compile(rf"[A-Z]{{0,2}}[{_MONEY}]")
_LETTER_APOSTROPHE = re.compile(r"(?<=\w)ʼ(?=\w)")
"""An apostrophe that Unicode counts as a letter, where it is none ("donʼt")."""
_BROKEN = re.compile(_LINE_END)
_UNDECOMPOSED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t"}
)
"""Letters with a stroke or of two, which Unicode does not take apart."""


@lru_cache(maxsize=1 << 17)
def parts(stretch: str) -> tuple[str, ...]:
    """The words in normal form of a stretch: "won’t" gives ``("will", "not")``, "5m" gives ``("5", "m")``.

    Money signs stay as they are, in lower case. A word broken at the end of a line is whole, but for a compound number.
    A stretch that is nothing once it is in normal form gives ``()``.
    """
    if stretch in _SIGNS:
        return _SIGNS[stretch]
    if _IS_MONEY.fullmatch(stretch):
        return (stretch.lower(),)
    if "\n" in stretch:
        return _unbroken(stretch)
    bare = _THIN_GAP.sub("", _INVISIBLE.sub("", stretch)).replace(" ", "")
    bare = _LETTER_APOSTROPHE.sub("'", bare)
    if bare.startswith("."):
        bare = f"0{bare}"
    if bare[1:2] == "." and bare[0].isalpha():
        bare = bare.replace(".", "")
    if (fraction := FRACTIONS.get(unicodedata.normalize("NFKC", bare).replace("⁄", "/"))) is not None:
        return fraction
    if fraction_of := _FRACTION.fullmatch(bare):
        return (f"{int(fraction_of[1] or 0) + unicodedata.numeric(fraction_of[2]):g}",)
    flat = _plain(normalised(_RAISED.sub(" ", bare)))
    flat = _GROUPED.sub(lambda found: found[0].replace(",", ""), flat)
    return tuple(word for found in _WORD.findall(flat) for word in _spelled_out(found))


def _unbroken(stretch: str) -> tuple[str, ...]:
    pieces = _BROKEN.split(stretch)
    if any(piece.casefold() in pairs("wording", "numbers") for piece in pieces):
        return tuple(word for piece in pieces for word in parts(piece))
    return parts("".join(pieces))


def _plain(text: str) -> str:
    """Without accents."""
    if text.isascii():
        return text
    taken_apart = unicodedata.normalize("NFD", text.translate(_UNDECOMPOSED))
    bare = "".join(character for character in taken_apart if not unicodedata.combining(character))
    return unicodedata.normalize("NFC", bare)


def _spelled_out(word: str) -> tuple[str, ...]:
    whole = pairs("wording", "contractions").get(word)
    if whole is not None:
        return whole
    for ending, stands_for in pairs("wording", "endings").items():
        if word.endswith(ending) and len(word) > len(ending):
            return (*_spelled_out(word.removesuffix(ending)), *stands_for)
    return (word.replace("'", ""),)

"""Spellings of one name in other transliterations: "Qaddafi" and "Gaddafi", "Yusuf" and "Youssef".

Words are taken apart into consonants and the vowels between them. Letters that stand for one sound of another script
agree, and so do vowels that Arabic, Persian or Korean do not tell apart in writing.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache

from quotex.lexicon.words import words


class Likeness(IntEnum):
    """How sure two spellings are of one name."""

    NONE = 0
    LOOSE = 1
    """Short vowels differ, as "Hashemi" and "Hashimi" do."""
    STRICT = 2
    """Only letters for one sound differ, or both are listed as one name."""


_DIGRAPHS = (
    ("shch", "S"), ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("dzh", "j"), ("dj", "j"), ("zh", "J"), ("sh", "S"),
    ("ch", "C"), ("cz", "C"), ("kh", "K"), ("gh", "G"), ("dh", "D"), ("th", "T"), ("ph", "f"), ("bh", "b"), ("ck", "k"),
    ("ts", "Z"), ("tz", "Z"), ("x", "ks"),
)  # fmt: skip
_AGREE = frozenset(map(frozenset, ("kq", "qg", "qG", "gG", "kK", "Dd", "Tt", "Zz", "Zs", "Jj")))
_CLASSES = str.maketrans({"q": "k", "g": "k", "G": "k", "K": "k", "D": "d", "T": "t", "Z": "s", "z": "s", "J": "j"})
_NEAR = frozenset(map(frozenset, ("ae", "ei", "ou")))
_DIPHTHONGS = (
    (re.compile("ou|oo|eu"), "u"),
    (re.compile("ee|ii"), "i"),
    (re.compile("aei|ei|ai|ae"), "e"),
    (re.compile("eo"), "o"),
)
_SOFT_C = re.compile("c(?=[eiy])")
_VOWEL_J = re.compile("(?<=[aeiou])j(?![aeiouy])")
_VOWEL_W = re.compile("(?<=[aeo])w(?![aeiouy])")
_SILENT_H = re.compile("(?<!^)h")
_DOUBLED = re.compile(r"(.)\1+")
_PARTS = re.compile("([aeiouy]*)([^aeiouy]|$)")
_SHORTEST, _SHORTEST_LOOSE = 4, 6
"""Letters of a word whose spelling may be told by its sound: in shorter ones a letter is too much of the name ("Samer"
and "Samir" are two names)."""


def likeness(a: str, b: str) -> Likeness:
    """How likely two words in normal form (``matching.name_words``, without hyphens) are spellings of one name.

    A word is ``STRICT``ly like itself. What the lexicon lists as one name is, too.
    """
    if a == b or listed(a) == listed(b):
        return Likeness.STRICT
    shorter = min(len(a), len(b))
    if shorter < _SHORTEST or not (a.isascii() and b.isascii()):
        return Likeness.NONE
    first, second = _taken_apart(a), _taken_apart(b)
    if len(first) != len(second):
        return Likeness.NONE
    found = Likeness.STRICT
    for (vowels, consonant), (others, other) in zip(first, second, strict=True):
        if consonant != other and frozenset((consonant, other)) not in _AGREE:
            return Likeness.NONE
        found = min(found, _alike(vowels, others))
    return Likeness.NONE if found is Likeness.LOOSE and shorter < _SHORTEST_LOOSE else found


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What all spellings of a word have in common: the classes of its consonants, and whether it begins with a vowel.

    Words that ``likeness`` takes for one have one skeleton, unless only the lexicon lists them as one: see ``listed``.
    """
    if not word.isascii():
        return word
    parts = _taken_apart(word)
    bones = "".join(consonant for _, consonant in parts).translate(_CLASSES)
    start = "a" if parts and parts[0][0] else ""
    return start + _DOUBLED.sub(r"\1", bones)


def listed(word: str) -> str:
    """The first of the spellings that the lexicon lists for a given name; the word itself where it lists none."""
    return _families("given").get(word, word)


def listed_family(word: str) -> str:
    """The same for a family name of East Asia."""
    return _families("familynames").get(word, word)


@cache
def _families(group: str) -> dict[str, str]:
    entries = (entry.split() for entry in words("spellings", group))
    return {spelling: entry[0] for entry in entries for spelling in entry}


@lru_cache(maxsize=65536)
def _taken_apart(word: str) -> tuple[tuple[str, str], ...]:
    """Pairs of vowels and the consonant behind them, the last consonant being "" where vowels end the word."""
    for letters, sound in _DIGRAPHS:
        word = word.replace(letters, sound)
    word = _SOFT_C.sub("s", word).replace("c", "k")
    word = _VOWEL_W.sub("u", _VOWEL_J.sub("i", word)).replace("w", "v")
    if word[:1] == "y" and word[1:2] in "aeiou":
        word = word[1:]  # "Yevgeny" is "Evgeny"
    word = _DOUBLED.sub(_single, _SILENT_H.sub("", word))
    return tuple((_vowels(found[1]), found[2]) for found in _PARTS.finditer(word) if found[0])


def _single(run: re.Match[str]) -> str:
    return run[0] if run[1] in "aeiou" else run[1]


def _vowels(letters: str) -> str:
    letters = letters.replace("y", "i")
    for pattern, sound in _DIPHTHONGS:
        letters = pattern.sub(sound, letters)
    return _DOUBLED.sub(r"\1", letters)


def _alike(a: str, b: str) -> Likeness:
    if a == b:
        return Likeness.STRICT
    if {a, b} <= {"", "e"}:
        return Likeness.LOOSE  # a vowel that only helps to speak: "Tehran", "Teheran" with its silent letter
    near = len(a) == len(b) and all(x == y or frozenset((x, y)) in _NEAR for x, y in zip(a, b, strict=True))
    return Likeness.LOOSE if near else Likeness.NONE

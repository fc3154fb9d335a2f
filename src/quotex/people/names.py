"""Names of people taken apart."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from attrs import frozen

from quotex.lexicon.gender import Gender, given_name_gender, honorific_gender, is_honorific
from quotex.lexicon.words import words
from quotex.matching import Words, name_words, without_article

_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe"}
)
_NICKNAME = re.compile(r"""\s["'“‘«(][^"'”’»()]+["'”’»)](?=\s)""")
_INITIALS = re.compile(r"^\s*([A-Z]{2,3})(?=\s+\S*[a-z])")
_ABD = re.compile(r"^abd(?:ou|[aeou])?(?:l-?|([rszdnt])-?(?=\1))(?=\w{3})")
_ARTICLES = frozenset({"al", "el", "ul"})
_SERVANT = frozenset({"abd", "abdul", "abdel", "abdal", "abdu", "abdoul"})
"""The first part of names such as Abd al-Rahman, "servant of", which is no name without the second."""
_MOST_GIVEN = 3


@frozen
class PersonalName:
    """A name in normal form (see ``matching.name_words``), hyphens and Arabic articles left out."""

    words: Words
    """Without forms of address, offices, generation and letters; empty where nothing else is in it."""
    generation: int | None = None
    """2 for "Jr.", 3 for "III"; ``None`` where it tells none."""
    gender: Gender | None = None
    """What a form of address in it tells."""
    offices: Words = ()
    """Offices before it ("President")."""

    @property
    def family(self) -> Words:
        """The last word with the particles before it ("van", "der", "berg")."""
        start = len(self.words) - 1
        while start > 0 and self.words[start - 1] in words("spellings", "particles"):
            start -= 1
        if start == 0 and self.words[:1] == ("al",) and len(self.words) > 1:
            start = 1  # Al Gore has a given name
        return self.words[max(start, 0) :]

    @property
    def given(self) -> Words:
        """What stands before the family name; empty for a single name."""
        return self.words[: len(self.words) - len(self.family)]

    @property
    def is_full(self) -> bool:
        """Whether it has a given name, or at least an initial, beside the family name."""
        return bool(self.given)


@lru_cache(maxsize=65536)
def personal_name(text: str) -> PersonalName:
    """A name as a document has it: "Smith, Dr. John Q., Jr." gives ``("john", "q", "smith")``, generation 2.

    A nickname in marks or brackets within it is left out, initials without full stops are parted ("JK Rowling").
    """
    text = _NICKNAME.sub("", text.translate(_LETTERS))
    text = _INITIALS.sub(lambda found: " ".join(found[1]), text)
    generation: int | None = None
    pieces: list[list[str]] = []
    for piece in map(list, map(name_words, text.split(","))):
        while len(piece) > (not pieces) and piece[-1] in _behind():
            generation = _behind()[piece.pop()] or generation
        if piece:
            pieces.append(piece)
    found = pieces[0] if pieces else []
    if len(pieces) > 1 and len(pieces[1]) <= _MOST_GIVEN and not PersonalName(tuple(found)).is_full:
        found = pieces[1] + found  # "Smith, John"; whatever else stands behind a comma is no part of the name
    return _without_offices(found, generation)


def is_office(name: PersonalName) -> bool:
    """Whether a name is none but an office or another noun for a person ("Vice President", "Senator")."""
    *before, last = name.words or ("",)
    return _names_someone(last) and all(_names_someone(word) or word in words("people", "modifiers") for word in before)


def _names_someone(word: str) -> bool:
    nouns = any(word in words("people", group) for group in ("roles", "persons", "men", "women"))
    return nouns and given_name_gender(word) is None


def _without_offices(found: list[str], generation: int | None) -> PersonalName:
    gender: Gender | None = None
    offices: list[str] = []
    while len(found) > 1 and (is_honorific(found[0]) or _is_role(found[0])):
        word = found.pop(0)
        gender = honorific_gender(word) or gender
        if not is_honorific(word):
            offices.append(word)
    if len(found) == 1 and (is_honorific(found[0]) or found[0] in _behind()):
        found = []
    return PersonalName(_normal(found), generation, gender, tuple(offices))


def _is_role(word: str) -> bool:
    return word in words("people", "roles") and given_name_gender(word) is None


def _normal(found: list[str]) -> Words:
    """The words without hyphens and articles, "Abd al-X", "Abdel X" and "Abdur-X" being one word "abdulx"."""
    out: list[str] = []
    for at, word in enumerate(found):
        if 0 < at < len(found) - 1 and word in _ARTICLES:
            continue
        bare = without_article(word).replace("-", "")
        if out and out[-1] in _SERVANT:
            out[-1] = "abdul" + bare
        else:
            out.append(_ABD.sub("abdul", bare))
    return tuple(out)


@cache
def _behind() -> dict[str, int | None]:
    pairs = (entry.split() for entry in words("spellings", "generations"))
    return dict.fromkeys(words("spellings", "letters")) | {word: int(number) for word, number in pairs}

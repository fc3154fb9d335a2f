"""What titles tell of a person: walks of life, seats, gender, and what two documents can have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from attrs import frozen

from quotex.lexicon.gender import Gender, noun_gender
from quotex.lexicon.words import words
from quotex.matching import Words, content_words, name_words
from quotex.people.records import GivenTitle

Key = tuple[str, str]
"""Something that documents can have in common: a role with a word that belongs to it, or a role or body ("" where
there is none) alone."""

Seat = tuple[str, Words]
"""An office of which a place has one, with the words that tell the place."""

_EITHER = frozenset({"chairman", "spokesman", "ombudsman", "foreman", "alderman"})
"""Words for an office that are used of women, too."""
_TELL_NOTHING = frozenset(
    "acting senior deputy chief new late another one his her their its our my who was is during since until".split()
)
_FIELDS = (
    "politics", "law", "order", "business", "science", "medicine", "sport", "arts", "media", "religion", "trade",
)  # fmt: skip
_PIECE = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
_BEHIND = re.compile(r"\s(?:of|for|at|in|to|with|from|on|by|who|that|since)\s", re.IGNORECASE)


@frozen
class Standing:
    """What the titles of one sighting tell together. Empty sets and ``None`` where they tell nothing."""

    fields: frozenset[str] = frozenset()
    """Walks of life; see the lexicon's ``fields``."""
    seats: frozenset[Seat] = frozenset()
    gender: Gender | None = None
    keys: frozenset[Key] = frozenset()
    """What other documents can have in common with it."""


@lru_cache(maxsize=65536)
def standing(titles: tuple[GivenTitle, ...], offices: tuple[str, ...] = ()) -> Standing:
    """What titles, and the offices before a name, tell."""
    fields: set[str] = set()
    seats: set[Seat] = set()
    genders: set[Gender] = set()
    keys: set[Key] = set()
    for title in (*titles, *(GivenTitle(word, word) for word in offices)):
        for roles, others, place in _parsed(title):
            fields.update(field for role in roles for field in _fields_of(role))
            genders.update(gender for role in roles if (gender := _gender_of(role)))
            seats.update((role, place) for role in roles if role in words("fields", "seats") and place)
            held = [role for role in roles if role in words("people", "roles") or _fields_of(role)]
            keys.update((role, other) for role in held for other in others)
            keys.update((role, "") for role in held if _fields_of(role))
        if title.affiliation and (body := _body(title.affiliation)):
            keys.add(("", body))
    told = genders.pop() if len(genders) == 1 else None
    return Standing(frozenset(fields), frozenset(seats), told, frozenset(keys))


def fields_agree(a: frozenset[str], b: frozenset[str], linked: Iterable[frozenset[str]] = ()) -> bool:
    """Whether one person may well be known for both: a walk in common, two of which one often leads to the other, or
    two that ``linked`` holds as a pair. Where one set is empty nothing speaks against it."""
    if not a or not b or a & b:
        return True
    pairs = _related().union(linked)
    return any(frozenset((one, other)) in pairs for one in a for other in b)


def seats_agree(a: frozenset[Seat], b: frozenset[Seat]) -> bool:
    """Whether no office of one place in ``a`` is that of another place in ``b``. One of the same place in both makes up
    for others: people move."""
    shared = [(one, other) for role, one in a for same, other in b if role == same]
    return not shared or any(_same_place(one, other) for one, other in shared)


def _same_place(a: Words, b: Words) -> bool:
    """Whether two descriptions of a place share a word, or the first four letters of one ("Kenya", "Kenyan"), or one
    is the initials of the other."""
    if not {word[:4] for word in a}.isdisjoint(word[:4] for word in b):
        return True
    return "".join(word[0] for word in a) in b or "".join(word[0] for word in b) in a


@lru_cache(maxsize=65536)
def _parsed(title: GivenTitle) -> tuple[tuple[tuple[str, ...], frozenset[str], Words], ...]:
    """For each part of a title ("mayor of Leeds", "a former striker") its roles, its other words that tell something,
    and the place that it names. The roles are the last words before a preposition: in "the mayor's driver" the mayor
    is none."""
    out = []
    for piece in filter(None, _PIECE.split(title.text)):
        before = name_words(_BEHIND.split(f"{piece} ", maxsplit=1)[0])
        start = len(before)
        while start > 0 and _is_role(before[start - 1]):
            start -= 1
        roles = [_spelled(word) for word in before[start:]]
        named = f" {' '.join(name_words(piece))} "
        roles += [role for role in _long_roles() if f" {role} " in named]
        behind = name_words(piece)[len(before) :]
        told = content_words((*before[:start], *behind))
        others = frozenset(word for word in told if len(word) > 1 and word not in _plain())
        out.append((tuple(dict.fromkeys(roles)), others, _place(piece, before[:start], behind)))
    return tuple(out)


def _place(piece: str, before: Words, behind: Words) -> Words:
    """The place of an office: what is behind "of", else the capitalised words before it that are no party."""
    if behind[:1] == ("of",):
        return tuple(word for word in behind[1:] if word in content_words(behind))
    capitals = {word for text in piece.split() if text[:1].isupper() for word in name_words(text)}
    return tuple(w for w in before if w in capitals and w not in _plain() and w not in words("fields", "parties"))


@cache
def _long_roles() -> tuple[str, ...]:
    """The roles of more than one word that the lexicon lists."""
    return tuple(sorted({role for field in _FIELDS for role in words("fields", field) if " " in role}))


@cache
def _plain() -> frozenset[str]:
    """Words of a title that tell nobody apart."""
    return words("people", "variations") | _TELL_NOTHING


def _gender_of(role: str) -> Gender | None:
    return None if role in _EITHER else noun_gender(role)


def _is_role(word: str) -> bool:
    return word in words("people", "roles") or bool(_fields_of(word)) or noun_gender(word) is not None


def _spelled(word: str) -> str:
    return _abbreviations().get(word, word)


def _body(affiliation: str) -> str:
    """The words of an affiliation that make it one of its own; "" where it holds only nouns for any body."""
    told = content_words(name_words(affiliation))
    return " ".join(sorted(told)) if told - words("things", "organisations") else ""


@cache
def _abbreviations() -> dict[str, str]:
    pairs = (entry.partition(" ") for entry in words("roles", "abbreviations"))
    return {short: full for short, _, full in pairs}


@lru_cache(maxsize=4096)
def _fields_of(role: str) -> tuple[str, ...]:
    return tuple(field for field in _FIELDS if role in words("fields", field))


@cache
def _related() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(entry.split()) for entry in words("fields", "related"))

"""Whether two names of people can be forms of one name, by which rule, and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from quotex.lexicon.gender import given_name_gender
from quotex.lexicon.words import words
from quotex.matching import Words, is_familiar, is_misspelling
from quotex.people.names import PersonalName
from quotex.people.sounds import Likeness, likeness, listed_family

Found = tuple[str, float]
"""A rule and its score in ``[0, 1]``."""

SAME: Found = ("same_name", 0.95)
_SPACING: Found = ("spacing", 0.95)
_FAMILY_FIRST: Found = ("family_name_first", 0.9)
_MIDDLE: Found = ("middle_name_left_out", 0.92)
_SPELLING: Found = ("transliteration", 0.9)
_FAMILIAR: Found = ("familiar_form", 0.88)
_INITIAL: Found = ("initial", 0.8)
_LOOSE: Found = ("short_vowels", 0.8)
WEAK = 0.65
"""The score of rules that hold only where documents have a title, an affiliation or the like in common."""
_MISSPELLING: Found = ("misspelling", WEAK)
_LOOSE_FAMILY: Found = ("short_vowels", WEAK)
_GENERATION: Found = ("generation_left_out", WEAK)
_MIDDLES: Found = ("middle_names_differ", WEAK)
_FIRST: Found = ("first_name_left_out", WEAK)
_LAST: Found = ("last_name_left_out", WEAK)
_LONG_ENDING = 3
"""Letters that a familiar form leaves out, more than any ending for women has."""
_STEP = 0.02
"""What each further difference costs."""


@frozen(cache_hash=True)
class Form:
    """A name of a person as far as it is told from others: its words and generation."""

    words: Words
    generation: int | None = None


def form_of(name: PersonalName) -> Form:
    """The form of a name."""
    return Form(name.words, name.generation)


@lru_cache(maxsize=262144)
def compare(a: Form, b: Form) -> Found | None:
    """The rule by which two full names are forms of one, and its score; ``None`` where they are not.

    It does not matter which of the two comes first. Single names give ``None`` unless they are equal.
    """
    if a.generation is not None and b.generation is not None and a.generation != b.generation:
        return None
    found = _compare_words(a.words, b.words)
    if found is None or a.generation == b.generation:
        return found
    return _weakest([found, _GENERATION])


def _compare_words(a: Words, b: Words) -> Found | None:
    if a == b:
        return SAME
    first, second = PersonalName(a), PersonalName(b)
    if not first.is_full or not second.is_full:
        return None
    if "".join(a) == "".join(b):
        return _SPACING
    if _turned(a, b) or _turned(b, a):
        return _FAMILY_FIRST
    if (parts := _compare_parts(first, second)) is not None:
        return parts
    if any(len(word) == 1 for word in (*a, *b)):
        return None
    if likeness("".join(a), "".join(b)) is Likeness.STRICT:
        return _SPELLING
    short, long = _by_length(a, b)
    return _LAST if len(short) > 1 and long[: len(short)] == short else None


def _turned(a: Words, b: Words) -> bool:
    """Whether ``b`` has the first word of ``a`` last: "Kim Jong-un", "Jong Un Kim"."""
    return "".join(a[1:]) + a[0] == "".join(b) and a[0] == b[-1]


def _compare_parts(a: PersonalName, b: PersonalName) -> Found | None:
    """Family names with family names and given names with given names, in either order of the two."""
    family = _family(a.words[-1], b.words[-1])
    given = _given(_without_particles(a.given), _without_particles(b.given)) if family else None
    if family and given:
        return _weakest([family, given])
    if a.words[0] in _east() and b.words[0] in _east():
        family, given = _family(a.words[0], b.words[0]), _joined_given(a.words[1:], b.words[1:])
        return _weakest([family, given]) if family and given else None
    return None


def _joined_given(a: Words, b: Words) -> Found | None:
    """Given names of East Asia, which are written in one word or two."""
    one, other = "".join(a), "".join(b)
    if one == other:
        return SAME
    found = likeness(one, other)
    return None if found is Likeness.NONE else _SPELLING if found is Likeness.STRICT else _LOOSE


def _east() -> frozenset[str]:
    return words("spellings", "family_first")


def _without_particles(given: Words) -> Words:
    return tuple(word for word in given if word not in words("spellings", "particles")) or given


def _family(a: str, b: str) -> Found | None:
    if a == b:
        return SAME
    if listed_family(a) == listed_family(b):
        return _SPELLING
    found = likeness(a, b)
    if found is not Likeness.NONE:
        return _SPELLING if found is Likeness.STRICT else _LOOSE_FAMILY
    return _MISSPELLING if is_misspelling(a, b) else None


def _given(a: Words, b: Words) -> Found | None:
    first = _given_word(a[0], b[0])
    if first is not None:
        middle = _middles(a[1:], b[1:])
        return _weakest([first, *middle]) if middle is not None else None
    short, long = _by_length(a, b)
    return _FIRST if len(short) < len(long) and len(short[0]) > 1 and short[0] in long[1:] else None


def _given_word(a: str, b: str) -> Found | None:
    if a == b:
        return SAME
    if 1 in (len(a), len(b)):
        return _INITIAL if a[0] == b[0] else None
    if _familiar(a, b) or _familiar(b, a):
        return _FAMILIAR
    found = likeness(a, b)
    if found is not Likeness.NONE:
        return _SPELLING if found is Likeness.STRICT else _LOOSE
    return _MISSPELLING if is_misspelling(a, b) else None


def _familiar(short: str, full: str) -> bool:
    """Whether one given name is the familiar form of the other. A beginning is one ("Ken") unless it may as well be the
    name of a man of which a woman has the longer ("Ivan", "Ivana")."""
    if not is_familiar(short, full):
        return False
    genders = {given_name_gender(short), given_name_gender(full)}
    if len(genders) == 1 and None not in genders:
        return True
    is_beginning = full.startswith(short)
    return not is_beginning or (None in genders and len(full) - len(short) >= _LONG_ENDING)


def _middles(a: Words, b: Words) -> list[Found] | None:
    """The rules for the names in between: those of the shorter are the first of the longer's, or at least among them in
    their order; ``None`` where one of them is not there."""
    short, long = _by_length(a, b)
    out: list[Found] = [] if len(short) == len(long) else [_MIDDLE]
    at = 0
    for place, word in enumerate(short):
        while at < len(long) and _given_word(word, long[at]) is None:
            at += 1
        if at == len(long):
            return None
        found = _given_word(word, long[at])
        assert found is not None  # the loop stopped there
        out.append(_MIDDLES if at > place else _MIDDLE if found == _INITIAL else found)
        at += 1
    return out


def _by_length(a: Words, b: Words) -> list[Words]:
    return sorted((a, b), key=lambda each: (len(each), each))


def _weakest(found: Sequence[Found]) -> Found:
    """The rule that is least sure, less a little for each other difference."""
    differences = [each for each in found if each != SAME]
    if not differences:
        return SAME
    rule, score = min(differences, key=lambda each: (each[1], each[0]))
    return rule, round(max(score - _STEP * (len(differences) - 1), 0.0), 4)

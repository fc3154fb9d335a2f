"""The gender that a word tells: of a noun for a person, a given name, a form of address."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from quotex.lexicon.words import words


class Gender(StrEnum):
    """The gender that a word tells."""

    FEMALE = "female"
    MALE = "male"


@lru_cache(maxsize=16384)
def noun_gender(word: str) -> Gender | None:
    """The gender that a noun for a person tells by itself ("spokeswoman"); ``None`` where it tells none."""
    lower = word.casefold().rstrip(".")
    for group, gender in (("women", Gender.FEMALE), ("men", Gender.MALE)):
        if lower in words("people", group):
            return gender
    if lower.endswith("woman"):
        return Gender.FEMALE
    return Gender.MALE if lower.endswith("man") and lower in words("people", "roles") else None


def given_name_gender(word: str) -> Gender | None:
    """The gender of a given name; ``None`` where both bear it or the lexicon does not know it."""
    lower = word.casefold()
    if lower in words("given_names", "female"):
        return Gender.FEMALE
    return Gender.MALE if lower in words("given_names", "male") else None


def honorific_gender(word: str) -> Gender | None:
    """The gender of a form of address ("Mrs."); ``None`` where it tells none."""
    lower = word.casefold().rstrip(".")
    if lower in words("people", "honorifics_female"):
        return Gender.FEMALE
    return Gender.MALE if lower in words("people", "honorifics_male") else None


def is_honorific(word: str) -> bool:
    """Whether a word is a form of address that is no title of its own ("Mr", "Dr.", "Datuk")."""
    lower = word.casefold().rstrip(".")
    return lower in words("people", "honorifics") or honorific_gender(word) is not None

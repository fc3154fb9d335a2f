"""The pronouns that can stand for a speaker, and what each tells of the one it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from attrs import frozen
from spacy.tokens import Doc

from quotex.lexicon.words import words
from quotex.mentions.nouns import Gender


class Reference(StrEnum):
    """What a pronoun can refer to."""

    PERSON = "person"
    """One person spoken of."""
    THING = "thing"
    """An organisation or a document."""
    SEVERAL = "several"
    """People, or an organisation seen as people."""
    FIRST = "first"
    """The one who speaks the words around it."""
    RELATIVE = "relative"
    """What stands right before it."""
    NOBODY = "nobody"
    """Nobody in particular ("someone", "everyone")."""


@frozen
class Pronoun:
    """What a pronoun refers to and the gender that it tells."""

    reference: Reference
    gender: Gender | None = None


def _table() -> Mapping[str, Pronoun]:
    groups = (
        ("he him his himself", Pronoun(Reference.PERSON, Gender.MALE)),
        ("she her hers herself", Pronoun(Reference.PERSON, Gender.FEMALE)),
        ("it its itself", Pronoun(Reference.THING)),
        ("they them their theirs themselves both each", Pronoun(Reference.SEVERAL)),
        ("i me my mine we us our ours", Pronoun(Reference.FIRST)),
        ("who whom whose which that", Pronoun(Reference.RELATIVE)),
        (
            "one someone somebody anyone anybody everyone everybody nobody none this these those you",
            Pronoun(Reference.NOBODY),
        ),
    )
    return MappingProxyType({word: pronoun for text, pronoun in groups for word in text.split()})


PRONOUNS = _table()
"""Pronouns by their lower-case form."""


_BEHIND_OBJECTS = frozenset(
    "a an and are as because but had has have he how i if is it not or she so than that the they this to too was we "
    "were what when where which while who why will would you".split()
)
"""Words before which "her" is no possessive."""


def is_whom(doc: Doc, token: int) -> bool:
    """Whether a word is "him", or "her" for whom, not whose."""
    return doc[token].lower_ == "him" or (doc[token].lower_ == "her" and not is_owner(doc, token))


def is_owner(doc: Doc, her: int) -> bool:
    """Whether "her" at a token says whose the next thing is ("her first plan"), not whom ("told her that")."""
    after = her + 1
    if after >= len(doc) or not doc[after].is_alpha:
        return False
    if doc[after].lower_.endswith("ly") and not doc[after + 1 : after + 2].text.isalpha():
        return False  # "catch her randomly"
    if doc[after].lower_ == "given" and doc[after + 1 : after + 2].text.lower() in words("phrases", "articles"):
        return False  # "doubts her given the storm"
    return doc[after].lower_ not in _BEHIND_OBJECTS and doc[after].lower_ not in words("phrases", "prepositions")

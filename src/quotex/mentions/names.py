"""Names of people, organisations, places and groups in a document."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen
from spacy.tokens import Doc

from quotex.lexicon.marks import CLITICS
from quotex.mentions.nouns import NounKind, honours, noun

_ARTICLES = frozenset({"the", "a", "an"})
_NO_NAMES = frozenset({"pac", "pacs", "super pac", "super pacs", "the pac", "hh", "miss", "mr", "mrs", "ms"})
_MEMBERS = frozenset({"Republican", "Democrat"})
_HYPHENS = frozenset({"-", "–"})
_GENERATIONS = frozenset({"Sr", "Jr"})
_SUFFIXES = frozenset({"san", "sama", "sensei", "ji", "ssi"})
"""Forms of address that are hung on a name by a hyphen."""
_CROWNS = frozenset({"america", "earth", "international", "universe", "usa", "world"})
"""What "Miss" may be of who is no bearer of that name ("the former Miss Universe Ida Roe")."""


class NameType(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    """Nationalities, religious and political groups."""


@frozen
class Name:
    """A name, as a half-open span of tokens, and how sure it is (``[0, 1]``)."""

    start: int
    end: int
    type: NameType
    score: float


def tidied(doc: Doc, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order, without forms of address before them and possessive endings after them; no two overlap.

    Of names that overlap the earlier stays, of those that start together the longer. One that has nothing left is
    dropped.
    """
    out: list[Name] = []
    people = {name.start for name in names if name.type is NameType.PERSON}
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        start, end = name.start, _before_owned(doc, name)
        if name.type is NameType.PERSON and name.end in people and _is_trade(doc, name):
            continue
        if doc[start:end].text.casefold().rstrip(".") in _NO_NAMES:
            continue
        if name.type is NameType.PERSON and not any(c.isupper() for c in doc[start:end].text):
            continue
        if (
            _is_party(doc, name)
            or _is_people(doc, name)
            or _is_role(doc, name)
            or doc[start:end].text.casefold() in _ARTICLES
        ):
            continue
        while start < end and not _is_wordlike(doc[start].text):
            start += 1
        while end > start and (doc[end - 1].text in CLITICS or not _closes_name(doc[end - 1].text)):
            end -= 1
        type_ = name.type
        if _is_addressed(doc, start, end):
            end, type_ = end - 2, NameType.PERSON
        if type_ is NameType.PERSON:
            while start < end - 1 and honours(doc, start):
                start += 1
            if wears_crown(doc, start):
                start += 1
            if end < len(doc) and doc[end].text == "." and doc[end - 1].text in _GENERATIONS:
                end += 1
        if start < end and (not out or out[-1].end <= start):
            out.append(Name(start, end, type_, name.score))
    return tuple(out)


def _is_addressed(doc: Doc, start: int, end: int) -> bool:
    """Whether a name ends with a form of address behind a hyphen ("Ebihara-san")."""
    return end - start > 2 and doc[end - 1].text in _SUFFIXES and doc[end - 2].text == "-"


def wears_crown(doc: Doc, index: int) -> bool:
    """Whether a word belongs to what "Miss" before it makes a title of ("Miss Universe"), and to no name."""
    return index > 0 and doc[index - 1].text == "Miss" and doc[index].lower_ in _CROWNS


def _before_owned(doc: Doc, name: Name) -> int:
    """The end of a name without what it owns ("Jane Roe's bakery"): up to an ending before a word in lower case."""
    owned = (i for i in range(name.start + 1, name.end - 1) if doc[i].text in CLITICS and doc[i + 1].is_lower)
    return next(owned, name.end)


def _is_party(doc: Doc, name: Name) -> bool:
    """Whether what was taken for a person's name is a party with a district, in brackets or behind a comma
    ("(D-Ore.)", ", R-Ohio")."""
    first = doc[name.start].text
    behind = name.start > 0 and doc[name.start - 1].text in {"(", ","}
    letter = first[:1].isupper() and (first[1:2] in _HYPHENS or (len(first) == 1 and _is_hyphen(doc, name.start + 1)))
    alone = len(first) == 1 and name.end - name.start == 1 and doc[name.start - 1].text == "("
    return behind and name.type is NameType.PERSON and (letter or alone)


def _is_hyphen(doc: Doc, index: int) -> bool:
    return index < len(doc) and doc[index].text in _HYPHENS


def _is_people(doc: Doc, name: Name) -> bool:
    """Whether what was taken for a person's name is one word for several people ("Spokesmen")."""
    known = noun(doc[name.start].text) if name.end - name.start == 1 and name.type is NameType.PERSON else None
    return known is not None and known.kind is NounKind.GROUP


def _is_role(doc: Doc, name: Name) -> bool:
    """Whether what was taken for a name is a party's member with a place ("Utah Republican")."""
    last = doc[name.end - 1].text
    return name.end - name.start > 1 and name.type is not NameType.PERSON and last in _MEMBERS


def _is_trade(doc: Doc, name: Name) -> bool:
    """Whether what was taken for a name right before another is a trade: a noun for a person, or ends in lower case."""
    last = doc[name.end - 1]
    known = noun(last.text)
    return last.is_lower or (known is not None and known.kind is NounKind.PERSON)


def _is_wordlike(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _closes_name(text: str) -> bool:
    return _is_wordlike(text) or text in {".", ")", "”", '"', "!"}

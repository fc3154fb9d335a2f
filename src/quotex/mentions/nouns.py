"""What a noun names: one person, people, an organisation or a document; and the gender it tells."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from quotex.lexicon.gender import Gender as Gender
from quotex.lexicon.gender import given_name_gender as given_name_gender
from quotex.lexicon.gender import honorific_gender as honorific_gender
from quotex.lexicon.gender import is_honorific as is_honorific
from quotex.lexicon.gender import noun_gender as noun_gender
from quotex.lexicon.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc


class NounKind(StrEnum):
    """What sort of thing a noun names."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    DOCUMENT = "document"


@frozen
class Noun:
    """A noun of the lexicon: what it names, whether in the plural, and its singular in lower case, an abbreviation
    spelled out.
    """

    kind: NounKind
    plural: bool
    singular: str


_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "wives": "wife",
    "media": "media",
}
_PERSON_SUFFIXES = ("ist", "ician", "man", "woman", "person", "ographer", "ologer")


@lru_cache(maxsize=16384)
def noun(word: str) -> Noun | None:
    """The noun that a word is, letter case and a closing full stop aside; ``None`` where the lexicon does not know it.

    A word that can name a person and a thing ("source") is taken for the person. The plural of a person or an
    organisation is a group.
    """
    lower = word.casefold().rstrip(".")
    if not lower:
        return None
    if lower in words("people", "plural_forms") or lower in words("people", "groups"):
        return Noun(NounKind.GROUP, True, _singulars(lower)[-1])
    if lower in _persons() or _has_person_suffix(lower):
        return Noun(NounKind.PERSON, False, _abbreviations().get(lower, lower))
    if lower in words("things", "documents"):
        plural = lower.endswith("s") and lower[:-1] in words("things", "documents")
        return Noun(NounKind.DOCUMENT, plural, lower[:-1] if plural else lower)
    if lower in words("things", "organisations"):
        return Noun(NounKind.ORGANISATION, False, lower)
    for singular in _singulars(lower):
        if singular in _persons() or _has_person_suffix(singular):
            return Noun(NounKind.GROUP, True, _abbreviations().get(singular, singular))
        if singular in words("things", "documents"):
            return Noun(NounKind.DOCUMENT, True, singular)
        if singular in words("things", "organisations"):
            return Noun(NounKind.GROUP, True, singular)
    return _compound(lower)


def _has_person_suffix(lower: str) -> bool:
    return lower.endswith(_PERSON_SUFFIXES) and len(lower) > 5 and lower not in words("people", "not_persons")


def honours(doc: Doc, index: int) -> bool:
    """Whether a form of address stands here: one that is so only before another one has one behind it."""
    text = doc[index].text
    if text.casefold().rstrip(".") not in words("people", "honorific_openings"):
        return is_honorific(text)
    behind = index + 1
    while behind < len(doc) and doc[behind].text == ".":
        behind += 1
    return behind < len(doc) and is_honorific(doc[behind].text)


def names_people(word: str) -> bool:
    """Whether a word is a noun for a person or for people."""
    known = noun(word)
    return known is not None and known.kind in {NounKind.PERSON, NounKind.GROUP}


def names_office(known: Noun | None) -> bool:
    """Whether a noun names a person by an office or trade, rather than by age, kin or part in an event."""
    return (
        known is not None
        and known.kind is NounKind.PERSON
        and (known.singular in words("people", "roles") or _has_person_suffix(known.singular))
    )


def nouns_in(doc: Doc, start: int, end: int) -> Iterator[Noun]:
    """The nouns of the lexicon among the tokens from ``start`` to ``end``, in order; two words that are one entry
    ("first lady") give that one as well."""
    behind = start
    for index in range(start, end):
        if index < behind:
            continue
        joined = noun_before_preposition(doc, index, end)
        if joined is not None:
            yield joined[0]
            behind = joined[1]
            continue
        pair = f"{doc[index - 1].text} {doc[index].text}".casefold() if index > start else ""
        if pair in words("people", "women"):
            yield Noun(NounKind.PERSON, False, pair)
        known = noun(doc[index].text)
        if known is not None:
            yield known


def noun_before_preposition(doc: Doc, index: int, end: int) -> tuple[Noun, int] | None:
    """The noun for a person that begins a word of several tokens with a preposition within ("son-in-law",
    "attorney-at-law"), and the end of that word; ``None`` where none begins at the token."""
    if index + 5 > end or doc[index + 1].text != "-" or doc[index + 3].text != "-":
        return None
    apart = any(doc[i].whitespace_ for i in range(index, index + 4))
    first = noun(doc[index].text)
    if apart or doc[index + 2].lower_ not in words("phrases", "prepositions") or first is None:
        return None
    if first.kind not in {NounKind.PERSON, NounKind.GROUP}:
        return None
    rest = doc[index + 2 : index + 5].text.casefold()
    return Noun(first.kind, first.plural, f"{first.singular}-{rest}"), index + 5


def _compound(lower: str) -> Noun | None:
    """The noun at the end of a hyphenated word ("ex-minister", "co-leader", "vice-chairs")."""
    last = lower.rpartition("-")[2]
    return noun(last) if last and last != lower else None


@cache
def _persons() -> frozenset[str]:
    return frozenset().union(*(words("people", group) for group in ("roles", "persons", "men", "women")))


@cache
def _abbreviations() -> dict[str, str]:
    pairs = (entry.partition(" ") for entry in words("roles", "abbreviations"))
    return {short: full for short, _, full in pairs}


def _singulars(lower: str) -> tuple[str, ...]:
    """The forms of which ``lower`` may be the plural; never empty."""
    if lower in _IRREGULAR:
        return (_IRREGULAR[lower],)
    forms = [lower[:-3] + "man"] if lower.endswith("men") else []
    if lower.endswith("ies"):
        forms.append(lower[:-3] + "y")
    if lower.endswith("es"):
        forms.append(lower[:-2])
    if lower.endswith("s") and not lower.endswith("ss"):
        forms.append(lower[:-1])
    return tuple(forms) or (lower,)

"""Names of people, organisations, places and groups in a document."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen
from spacy.tokens import Doc

from quotex.mentions.nouns import is_honorific


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
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        start, end = name.start, name.end
        while start < end and not _is_wordlike(doc[start].text):
            start += 1
        while end > start and (doc[end - 1].text in {"'s", "’s", "'", "’"} or not _closes_name(doc[end - 1].text)):
            end -= 1
        if name.type is NameType.PERSON:
            while start < end - 1 and is_honorific(doc[start].text):
                start += 1
        if start < end and (not out or out[-1].end <= start):
            out.append(Name(start, end, name.type, name.score))
    return tuple(out)


def _is_wordlike(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _closes_name(text: str) -> bool:
    return _is_wordlike(text) or text in {".", ")", "”", '"', "!"}

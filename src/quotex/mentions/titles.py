"""What titles are made of, whether they stand before a name or after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen
from spacy.tokens import Doc

from quotex.lexicon.cues import is_reporting, lemma
from quotex.lexicon.words import words
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import Noun, NounKind, names_people, noun, noun_before_preposition, nouns_in
from quotex.mentions.phrases import is_joined

REACH = 30
"""How many tokens a title may lie and stretch from its name."""
COPULAS = frozenset({"is", "was"})
CLITICS = frozenset({"'s", "’s", "'", "’"})
ENDS = frozenset({";", ":", "–", "—", "--", "-", ".", "!", "?", "(", ")", "“", "”", '"'})
"""What no title holds, hyphens and abbreviations aside."""
_CLAUSE_OPENERS = frozenset(
    {"who", "that", "not", "where", "when", "while", "which", "whose", "whom", "as", "if", "although", "though"}
)

_TIES = frozenset({"for", "of", "to", "with"})
"""Prepositions behind which another person is named whose the bearer of a title is."""
_JOINTS = frozenset({"and", ","})
"""What a further title of the same bearer begins with."""


@frozen
class FoundTitle:
    """A title in tokens: the whole phrase without its article, and the rule that tied it to the name."""

    start: int
    end: int
    rule: str


def own_nouns(doc: Doc, title: FoundTitle) -> Iterator[Noun]:
    """The nouns of a title that say what its bearer is, not those for one person on whom such a noun hangs ("brother of
    Mayor Roe", "spokesman for the president and chairman of the port")."""
    start = title.start
    while start < title.end:
        behind = _behind_head(doc, start, title.end)
        yield from nouns_in(doc, start, behind)
        joints = (i for i in range(behind, title.end - 1) if doc[i].text in _JOINTS and _is_bare(doc, i + 1))
        start = next(joints, title.end - 1) + 1


def _is_bare(doc: Doc, index: int) -> bool:
    return doc[index].is_lower and doc[index].text not in words("phrases", "articles") | words("phrases", "possessives")


def _behind_head(doc: Doc, start: int, end: int) -> int:
    """Where the complement begins of the first noun for a person, if it is another person, or the end."""
    for at in range(start + 1, end - 1):
        head = noun(doc[at - 1].text)
        if doc[at].text not in _TIES or head is None or head.kind is not NounKind.PERSON:
            continue
        is_title = doc[at + 1].is_title and names_people(doc[at + 1].text)
        is_owned = any(doc[i].text in CLITICS for i in range(at + 1, end))
        if not _is_bare(doc, at + 1) and (is_title or is_owned or doc[at + 1].is_lower):
            return at if any(known.kind is NounKind.PERSON for known in nouns_in(doc, at + 1, end)) else end
    return end


def has_person_noun(doc: Doc, start: int, end: int, inside: Mapping[int, Name] | None = None) -> bool:
    """Whether one of these tokens is a noun for a person or people, determiners such as "those" aside.

    In a name of a place ("United States"), told by ``inside``, a noun names nobody.
    """
    return any(
        names_people(doc[i].text)
        and not (inside and i in inside and inside[i].type is NameType.PLACE)
        and doc[i].text.casefold() not in words("phrases", "definite") | words("phrases", "indefinite")
        for i in range(start, end)
    )


def is_body_of_office(doc: Doc, index: int, limit: int) -> bool:
    """Whether a noun for people stands in a capital behind "of the", as what an office is of ("Leader of the
    Opposition"), no further back than ``limit``."""
    known = noun(doc[index].text)
    is_group = known is not None and known.kind is NounKind.GROUP and doc[index].is_title
    before = index - 2
    return is_group and before > limit and doc[before].text == "of" and names_people(doc[before - 1].text)


def names_person(doc: Doc, start: int, end: int, inside: dict[int, Name]) -> bool:
    """Whether the head of the apposition, before its first preposition, is a noun for one person."""
    if doc[start].text.casefold() in _CLAUSE_OPENERS:
        return False
    stop = start
    while stop < end and (
        stop in inside or doc[stop].text.casefold() not in words("phrases", "prepositions") or is_joined(doc, stop)
    ):
        here = inside.get(stop)
        owns = here is not None and here.end < end and doc[here.end].text in CLITICS
        if here is not None and here.type is NameType.PERSON and not owns and (stop == start or here.end == end):
            return False
        stop = max(stop + 1, here.end if here is not None else 0)
    singular = [
        i for i in range(start, stop) if (known := noun(doc[i].text)) is not None and known.kind is NounKind.PERSON
    ]
    if singular:
        last = singular[-1]
        joined = noun_before_preposition(doc, last, stop)
        last = joined[1] - 1 if joined is not None else last
        while last + 1 < stop and (last + 1 in inside or doc[last + 1].text in {"(", ")", "the"}):
            last += 1  # "the director Acme Foundation (AF)"
        return stop - last <= 3
    # ", a carillonneur in the town," can hardly be anything else.
    closed = end < len(doc) and doc[end].text == ","
    return closed and doc[start - 1].text.casefold() in {"a", "an"} and all(doc[i].is_lower for i in range(start, stop))


def is_within_list(doc: Doc, comma: int, limit: int) -> bool:
    """Whether a comma parts items of a list in lower case inside one title ("the gene, cell, and tissue institute")."""
    following = [doc[i].text for i in range(comma + 1, min(limit, comma + 5))]
    if "and" not in following:
        return False
    before = following[: following.index("and")]
    after = following[following.index("and") + 1 :]
    plain = all(w == "," or (w.isalpha() and w.islower() and w not in words("phrases", "articles")) for w in before)
    return plain and bool(after) and after[0].islower() and after[0] not in words("phrases", "articles")


def says(word: str) -> bool:
    """Whether a word is an inflected verb of saying; in its plain form it may be a noun ("state", "report")."""
    lower = word.casefold()
    return lemma(lower) != lower and is_reporting(lemma(lower))


def is_verb(doc: Doc, index: int) -> bool:
    """Whether a word in lower case is a verb for sure: an auxiliary, or one of saying."""
    token = doc[index]
    return token.is_lower and token.is_alpha and (token.text in words("status", "auxiliaries") or says(token.text))

"""Noun phrases taken apart without a parser: determiner, head noun, names at the head, people who share it.

Sources of attributions are noun phrases with known edges, so closed word classes and lists of nouns suffice to find
what such a phrase is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen
from spacy.tokens import Doc

from quotex.lexicon.marks import CLITICS
from quotex.lexicon.words import words
from quotex.mentions.heads import head_people
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import Noun, NounKind, noun, noun_before_preposition
from quotex.spans import Pair

_CLITICS = CLITICS | {"`s"}
_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})
_BREAKS = frozenset({",", ";", ":", "–", "—", "--", "-", "(", "[", ")", "]", "/", "|"})
_MARKS = frozenset({'"', "“", "”", "„", "‟", "``", "''", "«", "»", "‘"})
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_LEADING = frozenset({"from", "by", "like", "whose"})
"""Words that may open a source without belonging to the phrase."""
_AND = frozenset({"and", "&", "or"})


class Determiner(StrEnum):
    """How a phrase begins: whether it points back to something known or brings in something new."""

    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    POSSESSIVE = "possessive"
    NONE = "none"


@frozen
class Phrase:
    """A noun phrase in tokens.

    ``start`` and ``end`` leave out lead-ins, marks at the edges and a leading article. ``names`` are the names at its
    head: none for a description, several where people share the phrase ("A and B"). ``head`` is the token of the head
    noun, which is the last token of the head's base; ``base`` runs from the start to the head. ``noun`` is what the
    lexicon knows of the head, ``None`` where nothing. ``possessor`` is what stands before a possessive ending in the
    base.
    """

    start: int
    end: int
    determiner: Determiner
    base: Pair
    head: int
    noun: Noun | None
    names: tuple[Name, ...] = ()
    possessor: Pair | None = None


def read_phrase(doc: Doc, span: Pair, names: Sequence[Name]) -> Phrase | None:
    """Take a noun phrase apart; ``None`` where the span holds no word.

    ``names`` are the document's names that lie within the span, in order.
    """
    start, end = trimmed(doc, span)
    start = _after_lead_in(doc, start, end, names)
    determiner, start = _determiner(doc, start, end)
    start, end = trimmed(doc, (start, end))
    if start >= end:
        return None
    base_end, head = _base(doc, start, end, names)
    known = _head_noun(doc, start, head, names)
    people = head_people(doc, (start, end), names, known)
    if people:
        return Phrase(start, end, determiner, (start, base_end), people[-1].end - 1, known, people, None)
    at_head = _name_at_head(doc, start, base_end, head, names)
    return Phrase(
        start,
        end,
        determiner,
        (start, base_end),
        head,
        known,
        (at_head,) if at_head else (),
        _possessor(doc, start, head),
    )


def trimmed(doc: Doc, span: Pair) -> Pair:
    """The span without white space, marks, commas and the like at its edges; an unpaired bracket at the end goes as
    well.
    """
    start, end = span
    while start < end and not any(c.isalnum() for c in doc[start].text):
        start += 1
    while end - start > 1 and doc[end - 1].text.casefold() in _REFLEXIVES:
        end -= 1
    if end - start > 1 and doc[end - 1].text in _CLITICS:
        end -= 1
    while end > start and not any(c.isalnum() for c in doc[end - 1].text):
        text = doc[end - 1].text
        if text == "%" and end - start > 1:
            break
        if text in _CLOSING and any(doc[i].text in _OPENING for i in range(start, end - 1)):
            break
        if text in {"”", '"'} and sum(doc[i].text in _MARKS for i in range(start, end)) % 2 == 0:
            break
        end -= 1
    return start, end


def is_joined(doc: Doc, index: int) -> bool:
    """Whether the token is a hyphen, or a part behind one, within a word."""
    if index == 0 or doc[index - 1].whitespace_:
        return False
    return (doc[index].text == "-" and index + 1 < len(doc) and not doc[index].whitespace_) or (
        doc[index - 1].text == "-" and index > 1 and not doc[index - 2].whitespace_
    )


def _after_lead_in(doc: Doc, start: int, end: int, names: Sequence[Name]) -> int:
    """Where the subject begins in "Addressing the crowd, the head of X": behind the comma before it."""
    if start >= end:
        return start
    first = doc[start].text
    if first.casefold() in _LEADING and start + 1 < end:
        return start + 1
    participle = first.casefold().endswith("ing") and len(first) > 5 and noun(first) is None
    if first.casefold() not in words("phrases", "lead_ins") and not participle:
        return start
    commas = [i + 1 for i in range(start, end - 1) if doc[i].text == ","]
    starts = {name.start for name in names}
    for index in commas:
        lower = doc[index].text.casefold()
        if lower in words("phrases", "definite") or lower in words("phrases", "articles") or index in starts:
            return index
    return commas[-1] if commas else start


def _determiner(doc: Doc, start: int, end: int) -> tuple[Determiner, int]:
    """The kind of the phrase's determiner, and where the phrase begins behind an article or a pronoun."""
    if start >= end:
        return Determiner.NONE, start
    lower = doc[start].text.casefold()
    if lower in words("phrases", "articles"):
        kind = Determiner.DEFINITE if lower == "the" else Determiner.INDEFINITE
        return kind, start + 1 if start + 1 < end else start
    if lower in words("phrases", "definite"):
        return Determiner.DEFINITE, start
    if lower in words("phrases", "possessives"):
        return Determiner.POSSESSIVE, start
    if lower in words("phrases", "indefinite"):
        return Determiner.INDEFINITE, start
    return Determiner.NONE, start


def _base(doc: Doc, start: int, end: int, names: Sequence[Name]) -> tuple[int, int]:
    """The end of the base (before a preposition, clause, comma or participle) and its last word, the head."""
    inside = {i: name.end for name in names for i in range(name.start, name.end)}
    index = start
    while index < end:
        if index in inside:
            index = min(inside[index], end)
            continue
        text = doc[index].text
        lower = text.casefold()
        if index > start and (
            (text in _BREAKS and not is_joined(doc, index) and not _is_inner(doc, index))
            or (lower in words("phrases", "prepositions") and not is_joined(doc, index))
            or lower in words("phrases", "relatives")
            or (lower in words("phrases", "subjects") and doc[index].is_lower)
            or _is_participle(doc, index, start)
        ):
            break
        index += 1
    head = index - 1
    while head > start and (not any(c.isalnum() for c in doc[head].text) or doc[head].text in _CLITICS):
        head -= 1
    if head - 4 >= start and noun_before_preposition(doc, head - 4, head + 1) is not None:
        head -= 4  # "son-in-law"
    return index, head


def _is_inner(doc: Doc, index: int) -> bool:
    """Whether a slash stands within a word ("a Herald/Acme poll")."""
    return doc[index].text == "/" and not doc[index].whitespace_ and not doc[index - 1].whitespace_


def _is_participle(doc: Doc, index: int, start: int) -> bool:
    """Whether a clause without a relative word begins here ("the lawyer hired by …", "officials speaking …")."""
    text = doc[index].text
    if not text.islower() or not text.endswith(("ed", "ing")) or noun(text) is not None or is_joined(doc, index):
        return False
    return any(noun(doc[i].text) is not None for i in range(start, index)) and not _noun_follows(doc, index)


def _noun_follows(doc: Doc, index: int) -> bool:
    return index + 1 < len(doc) and noun(doc[index + 1].text) is not None


def _head_noun(doc: Doc, start: int, head: int, names: Sequence[Name]) -> Noun | None:
    """What is known of the head; ``None`` if nothing. A quantity before "of" ("a number of clerks") makes a group."""
    joined = noun_before_preposition(doc, head, len(doc))
    if joined is not None:
        return joined[0]
    sign = head + 1 < len(doc) and doc[head + 1].text == "%"
    following = doc[head + 1 + sign].text.casefold() if head + 1 + sign < len(doc) else ""
    counted = doc[head].text.casefold()
    if sign or (following == "of" and doc[head].like_num and counted != "one"):
        return Noun(NounKind.GROUP, True, counted)
    if following == "of" and counted == "one":
        return Noun(NounKind.PERSON, False, "one")
    if following == "of" and counted in words("phrases", "quantities") - {"member", "part"}:
        return Noun(NounKind.GROUP, True, counted)
    if any(name.start <= head < name.end for name in names if name.type is not NameType.ORGANISATION):
        return None
    pair = f"{doc[head - 1].text} {doc[head].text}".casefold() if head > start else ""
    if pair in words("things", "organisations") or pair in words("things", "polities"):
        return Noun(NounKind.ORGANISATION, False, pair)
    if pair in words("people", "women"):
        return Noun(NounKind.PERSON, False, pair)
    if head - 4 >= start and doc[head - 2 : head + 1].text.casefold() == "year-old":
        return Noun(NounKind.PERSON, False, "year-old")
    known = noun(doc[head].text)
    named = known is not None and (
        known.kind is NounKind.ORGANISATION or (known.kind is NounKind.DOCUMENT and not known.plural)
    )
    if known is not None and named and _is_proper(doc, start, head):
        return Noun(NounKind.ORGANISATION, False, known.singular)
    if known is None and doc[start].text.casefold() in {"those", "these"}:
        return Noun(NounKind.GROUP, True, doc[start].text.casefold())
    return known


def _is_proper(doc: Doc, start: int, head: int) -> bool:
    """Whether a base of two words or more stands in capitals throughout, as the name of a body does ("Harbour
    Herald").
    """
    tokens = [doc[i].text for i in range(start, head + 1) if any(c.isalpha() for c in doc[i].text)]
    return len(tokens) > 1 and all(token[0].isupper() or token in _AND or token == "of" for token in tokens)


def _name_at_head(doc: Doc, start: int, base_end: int, head: int, names: Sequence[Name]) -> Name | None:
    """The name of an organisation, place or group that the base ends with, a noun for its sort aside ("the Sabah
    daily").
    """
    for name in reversed([n for n in names if n.type is not NameType.PERSON and start <= n.start < base_end]):
        if name.start <= head < name.end:
            return name
        rest = [doc[i].text for i in range(name.end, head + 1)]
        if (
            name.type is NameType.ORGANISATION
            and rest
            and all(w.casefold() in words("things", "media") or w in {"news"} for w in rest)
        ):
            return name
        break
    return None


def _possessor(doc: Doc, start: int, head: int) -> Pair | None:
    """What stands before the last possessive ending in the base, or the possessive pronoun at its start."""
    for index in range(head, start, -1):
        if doc[index].text in _CLITICS and not any(doc[i].text == "‘" for i in range(start, index)):
            return start, index
    if doc[start].text.casefold() in words("phrases", "possessives") and head > start:
        return start, start + 1
    return None

"""Articles with their sources marked, for the tests of mentions and speakers."""

from __future__ import annotations

import re

import spacy
from spacy.tokens import Doc

from quotex.attribution.draft import Draft
from quotex.known import KnownSpeaker
from quotex.mentions import Name, NameType, completed, tidied
from quotex.records import Act, Kind
from quotex.spans import Pair
from quotex.speakers import Cast, resolve
from quotex.structure import analyse

NLP = spacy.blank("en")
_SOURCE = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def tokens(doc: Doc, start: int, end: int) -> Pair:
    """The tokens that the characters touch."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.start, span.end


def names_of(doc: Doc, people: str = "", bodies: str = "", places: str = "", groups: str = "") -> tuple[Name, ...]:
    """Every occurrence of the names of each type, each list parted by semicolons, as a tagger would give them."""
    lists = (
        (people, NameType.PERSON),
        (bodies, NameType.ORGANISATION),
        (places, NameType.PLACE),
        (groups, NameType.GROUP),
    )
    out = []
    for listed, type_ in lists:
        for text in filter(None, (part.strip() for part in listed.split(";"))):
            found = re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", doc.text)
            out.extend(Name(*tokens(doc, match.start(), match.end()), type_, 0.9) for match in found)
    return completed(doc, tidied(doc, out))


def marked(article: str) -> tuple[Doc, list[Draft]]:
    """The document without its marks, and a draft for each source in double square brackets.

    An empty pair makes a follow-on quotation of the draft before.
    """
    text, sources, last = "", [], 0
    for found in _SOURCE.finditer(article):
        text += article[last : found.start()]
        sources.append((len(text), len(text) + len(found[1])))
        text += found[1]
        last = found.end()
    doc = NLP(text + article[last:])
    drafts: list[Draft] = []
    for start, end in sources:
        source = tokens(doc, start, end) if start < end else None
        place = source or (doc.char_span(start, start + 1, alignment_mode="expand").start,) * 2
        content = (place[1], min(place[1] + 1, len(doc)))
        follows = len(drafts) - 1 if source is None else None
        drafts.append(Draft(None, source, (content,), (False,), Act.STATEMENT, Kind.INDIRECT, 0.9, (), follows))
    return doc, drafts


def cast_of(
    article: str,
    people: str = "",
    bodies: str = "",
    known: tuple[KnownSpeaker, ...] = (),
    places: str = "",
    groups: str = "",
) -> Cast:
    """The cast of a marked article."""
    doc, drafts = marked(article)
    return resolve(doc, analyse(doc), names_of(doc, people, bodies, places, groups), drafts, known)


def speakers_of(article: str, people: str = "", bodies: str = "", places: str = "", groups: str = "") -> list[str]:
    """The names of each source's speakers, several joined by a semicolon; empty where there is none."""
    cast = cast_of(article, people, bodies, (), places, groups)
    return ["; ".join(speaker.name.text for speaker in resolution.speakers) for resolution in cast.resolutions]


def titles_of(article: str, people: str = "", bodies: str = "") -> list[list[str]]:
    """The titles of each speaker of the cast."""
    return [[title.span.text for title in speaker.titles] for speaker in cast_of(article, people, bodies).speakers]

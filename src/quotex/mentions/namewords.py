"""What the words of a name look like, where the tagger saw none."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from quotex.lexicon.words import words
from quotex.mentions.nouns import NounKind, given_name_gender, honours, names_people, noun

SENTENCE_ENDS = frozenset({".", "!", "?", ":", ";", '"', "“", "”", "—", "–"})
MARKS = frozenset({'"', "”", "“", "’", "'", "''", "»", "«"})
LONGEST = 5
"""Most words of a name that only rules find."""
_LINE = 30
"""How far a line in title case is looked at."""
_TITLE_CASE = 0.75
"""A line in which more than this share of the longer words begin with a capital is in title case."""


def is_name_word(doc: Doc, index: int) -> bool:
    """Whether a word can stand in a person's name: an initial, or capitalised and no title, small word or modifier."""
    text = doc[index].text
    return is_initial(text) or (
        text[:1].isupper()
        and all(c.isalpha() or c in "'’-." for c in text)
        and not doc[index].is_stop
        and not honours(doc, index)
        and not names_people(text)
        and text.casefold() not in words("people", "modifiers")
    )


def is_initial(text: str) -> bool:
    """Whether a word is an initial with its full stop."""
    return len(text) == 2 and text[0].isupper() and text[1] == "."


def is_given_name(doc: Doc, index: int) -> bool:
    """Whether a word is a known given name in a capital that is no mere start of a sentence ("Will Roe stay?")."""
    text = doc[index].text
    return text.istitle() and given_name_gender(text) is not None and not (doc[index].is_stop and opens(doc, index))


def joins(doc: Doc, index: int) -> bool:
    """Hyphens, apostrophes and particles between the parts of a name."""
    text = doc[index].text
    if text in {"-", "’", "'"}:
        return not doc[index - 1].whitespace_ and not doc[index].whitespace_
    return (
        text.casefold() in {"de", "al", "el", "bin", "ibn", "van", "von", "der", "du", "da", "la"}
        and index + 1 < len(doc)
        and (doc[index + 1].text[:1].isupper())
    )


def opens(doc: Doc, index: int) -> bool:
    """Whether a word opens a line or a sentence."""
    return index == 0 or doc[index - 1].is_space or doc[index - 1].text in SENTENCE_ENDS


def names_body(doc: Doc, start: int, end: int) -> bool:
    """Whether one of these words is a noun for an organisation."""
    return any(
        (known := noun(doc[i].text)) is not None and known.kind is NounKind.ORGANISATION for i in range(start, end)
    )


def is_title_case(doc: Doc, start: int, end: int) -> bool:
    """Whether these tokens, four longer words or more, are in title case."""
    words = [doc[i].text for i in range(start, end) if doc[i].is_alpha and len(doc[i].text) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > _TITLE_CASE * len(words)


def in_title_case(doc: Doc, index: int) -> bool:
    """Whether a token stands in a line in title case."""
    start = end = index
    while start > 0 and index - start < _LINE and not (doc[start - 1].is_space and "\n" in doc[start - 1].text):
        start -= 1
    while end < len(doc) and end - index < _LINE and not (doc[end].is_space and "\n" in doc[end].text):
        end += 1
    return is_title_case(doc, start, end)


def lines(doc: Doc) -> Iterator[tuple[int, int]]:
    """The lines of a document, in tokens, line ends left out."""
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            yield start, token.i
            start = token.i + 1
    yield start, len(doc)

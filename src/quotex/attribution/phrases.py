"""Noun phrases read forwards, word by word, without a parser."""

from __future__ import annotations

from spacy.tokens import Doc

from quotex.lexicon.marks import CLITICS
from quotex.lexicon.words import words

_SHORTEST_ADVERB = 4
_LONGEST = 20
"""How many tokens a phrase may take."""
_INSIDE = frozenset("' ’ 's ’s & - /".split())
"""Marks that a phrase may hold."""


def phrase_end(doc: Doc, start: int, limit: int) -> int:
    """The end of the noun phrase that begins at a token, no later than ``limit``; ``start`` where none begins there.

    It goes on over "of", and ends before any other preposition, a conjunction, a relative or personal pronoun, a time,
    punctuation, a paragraph's end and the "'s" of an owner. Verbs are not known, so a limit must be set before them.
    """
    last = min(limit, start + _LONGEST)
    end = next((index for index in range(start, last) if _ends(doc, index, start)), max(start, last))
    while end > start and doc[end - 1].is_space:
        end -= 1
    return end - 1 if end > start and doc[end - 1].text in CLITICS else end


def is_line_end(doc: Doc, index: int) -> bool:
    """Whether a token is the end of a line within a paragraph, as in hard-wrapped text."""
    return bool(doc[index].is_space) and doc[index].text.count("\n") < 2


def past_line_end(doc: Doc, index: int, limit: int) -> int:
    """The token, or the one behind it where it is a mere line end before ``limit``."""
    return index + 1 if index < limit and is_line_end(doc, index) else index


def _ends(doc: Doc, index: int, start: int) -> bool:
    token = doc[index]
    word = token.lower_
    if word == "of":
        return index == start
    if index > start and is_line_end(doc, index):
        return False
    if not token.text[0].isalnum() and (token.text not in _INSIDE or index == start):
        return True
    if word in words("phrases", "times") and (token.is_title or word not in {"may", "march"}):
        # A time behind an article is part of what it dates ("a Monday statement", "the Sunday Times").
        return index == start or doc[index - 1].lower_ not in words("phrases", "articles") | words(
            "phrases", "possessives"
        )
    if word in words("phrases", "prepositions") or word in words("phrases", "conjunctions"):
        return True
    if index == start and token.is_lower and word.endswith("ly") and len(word) > _SHORTEST_ADVERB:
        return True
    if word in {"this", "that"} and token.is_lower:
        following = doc[index + 1].lower_ if index + 1 < len(doc) else ""
        return (word == "that" and index > start) or following in words("phrases", "spans_of_time")
    return index > start and (word in words("phrases", "relatives") or word in words("phrases", "subjects"))

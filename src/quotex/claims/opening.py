"""The "that" with which a reported clause opens: it joins the clause to its cue and says nothing by itself."""

from __future__ import annotations

from spacy.tokens import Doc

from quotex.claims.signs import is_finite, is_quotation_mark
from quotex.lexicon.words import words
from quotex.records import Span, Substitution
from quotex.spans import Pair

_RULE = "opening-that"
_SCORE = 0.99
"""How often it was right where a person read it (docs/claims.md)."""


def opening_that(doc: Doc, part: Pair) -> Substitution | None:
    """The "that" and the blank behind it at the start of the first part of a content, to give way to nothing; ``None``
    where it may point at something ("that bridge", "that was all")."""
    start, end = part
    if end - start < 3 or doc[start].text != "that" or doc[start].whitespace_ != " ":
        return None
    if not _begins_clause(doc[start + 1].text) and not _is_plural(doc[start + 1].text, doc[start + 2].lower_):
        return None
    span = Span(doc[start].idx, doc[start].idx + len("that "), "that ", start, start + 1)
    return Substitution(span, "", None, _RULE, _SCORE)


def _begins_clause(word: str) -> bool:
    """Whether what follows "that" is no noun with "that" before it: a name, a number, a quotation mark, or a word that
    begins a noun phrase or a clause."""
    if word[:1].isupper() or word[:1].isdigit() or is_quotation_mark(word):
        return True
    return word.lower() in words("claim_grammar", "behind_that")


def _is_plural(word: str, after: str) -> bool:
    """Whether a word is a noun in the plural before its verb ("that boats were sold", not "that makes sense")."""
    return word.isalpha() and word.endswith("s") and not word.endswith("ss") and is_finite(after)

"""The "that" with which a reported clause opens: it joins the clause to its cue and says nothing by itself."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from quotex.claims.signs import is_finite, is_quotation_mark
from quotex.lexicon.words import words
from quotex.records import Span, Substitution
from quotex.spans import Pair

_RULE = "opening-that"
_COORDINATORS = frozenset({"and", "but", "or"})
_SUBORDINATORS = frozenset(
    """after although as because before how if since so that though unless until what when where whether which while who
    whom whose why""".split()
)
"""Words that begin a clause within that which a "that" begins."""
_ENDS = frozenset({".", "!", "?", ";", ":"})
_SCORE = 0.99
"""How often it was right where a person read it (docs/claims.md)."""


def opening_thats(doc: Doc, content: Sequence[Pair]) -> list[Substitution]:
    """The "that" and the blank behind it at the start of the first part of a content, to give way to nothing, with
    those that "and", "but" and "or" set beside it ("that boats sank and that crews swam").

    None where it may point at something ("that bridge", "that was all"), and none where one of the others may, or where
    another clause stands between that it might belong to ("that he left because she spoke and that she stayed").
    """
    start, end = content[0] if content else (0, 0)
    if not _joins(doc, start, end):
        return []
    joined = [start]
    for at in (at for part in content for at in range(*part) if at > start + 1 and doc[at].text == "that"):
        if doc[_before(doc, at)].lower_ not in _COORDINATORS:
            continue
        between = doc[joined[-1] + 1 : at]
        is_parted = any(token.lower_ in _SUBORDINATORS or token.text in _ENDS for token in between)
        if is_parted or not _joins(doc, at, content[-1][1]):
            return []
        joined.append(at)
    return [
        Substitution(Span(doc[at].idx, doc[at].idx + len("that "), "that ", at, at + 1), "", None, _RULE, _SCORE)
        for at in joined
    ]


def _before(doc: Doc, at: int) -> int:
    """The place of the word before another, a comma left out."""
    return at - 2 if at > 1 and doc[at - 1].text == "," else at - 1


def _joins(doc: Doc, start: int, end: int) -> bool:
    """Whether a "that" only joins the clause behind it to its cue."""
    if end - start < 3 or doc[start].text != "that" or doc[start].whitespace_ != " ":
        return False
    return _begins_clause(doc[start + 1].text) or _is_plural(doc[start + 1].text, doc[start + 2].lower_)


def _begins_clause(word: str) -> bool:
    """Whether what follows "that" is no noun with "that" before it: a name, a number, a quotation mark, or a word that
    begins a noun phrase or a clause."""
    if word[:1].isupper() or word[:1].isdigit() or is_quotation_mark(word):
        return True
    return word.lower() in words("claim_grammar", "behind_that")


def _is_plural(word: str, after: str) -> bool:
    """Whether a word is a noun in the plural before its verb ("that boats were sold", not "that makes sense")."""
    return word.isalpha() and word.endswith("s") and not word.endswith("ss") and is_finite(after)

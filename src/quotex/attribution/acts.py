"""What kind of attribution it is: judged by its cue, its source and the shape of its content.

The rules in words, and the conventions behind them, are in docs/acts.md. The cue words are in ``quotex.lexicon.cues``.
"""

from __future__ import annotations

from spacy.tokens import Doc

from quotex.lexicon import cues
from quotex.lexicon.words import words
from quotex.records import Act, Reason
from quotex.spans import Pair
from quotex.tokens import span_of

_POSSESSIVES = frozenset("her his its my our their whose your".split())
_SUBJECTS = frozenset("he here how i it she that there they this we what where who you".split())
"""Words after which an "'s" is a verb."""
_APOSTROPHES = frozenset(["'s", "’s", "'", "’"])
_MARKS = frozenset(["“", "”", '"', "``", "''", "«", "»", "„", "‘", "’", "'"])

_COURT_CUES = frozenset("agree conclude decide decision determine find finding hold".split())
_BODY_CUES = frozenset("decide decision determine".split())
_CLAUSE_WORDS = frozenset(
    """about am are be can could did do does had has have he how i if is it may might must or she should that they was
    we were what when where whether which who why will would you""".split()
)
"""Words before a "to" which show that it does not belong to the cue ("told reporters he wanted to")."""

_NOUN_PHRASE_ENDS = frozenset(
    """, ; : ( ) [ ] – — - about after against among as at before between by during for from in into near of on over
    since that through to under what when where which who whom whose with within without""".split()
)
_PARTITIVES = frozenset(
    """all any average batch both bunch collection couple each few half handful lot majority many more most much number
    one pair part series set several some string third two three trove variety""".split()
)
"""Words after which "of" leads on to what is meant ("one of the polls")."""
_TOLD_PERSON = 4
"""How many tokens the person told may take before the "to"."""


def judge(doc: Doc, cue: Pair | None, source: Pair | None, content: tuple[Pair, ...]) -> tuple[Act, Reason]:
    """Return the act of an attribution and why.

    Spans are half-open pairs of token indices; ``content`` is in text order. Without a cue (a follow-on quotation, or
    marked speech nobody is credited with) it is a statement. The reason names the rule and holds the words that
    decided; it has no score.
    """
    if cue is None:
        return Act.STATEMENT, Reason("act: marked speech without a cue")
    document = _document_head(doc, source) if source else None
    match = cues.find([token.text for token in doc[cue[0] : cue[1]]], nominal=_is_nominal(doc, cue, source))
    if match is None:
        if document is not None:
            return Act.EVIDENCE, Reason("act: document as source", span=span_of(doc, (document, document + 1)))
        return Act.STATEMENT, Reason("act: cue not in the lexicon", span=span_of(doc, cue))
    decisive = span_of(doc, (cue[0] + match.span[0], cue[0] + match.span[1]))
    entry = match.entry
    if document is not None and entry.act not in (Act.DIRECTIVE, Act.INTENTION):
        return Act.EVIDENCE, Reason("act: document as source", span=span_of(doc, (document, document + 1)))
    if source and _is_ruling(entry.words[0], _head_lemma(doc, source)):
        return Act.DIRECTIVE, Reason("act: decision of a court or body", span=decisive)
    if entry.to_act is not entry.act and _is_infinitive(doc, content):
        return entry.to_act, Reason("act: cue before a to-infinitive", span=decisive)
    if entry.act in (Act.BELIEF, Act.ATTITUDE) and _follows_quotation(doc, cue, content):
        return Act.STATEMENT, Reason("act: cue after a quotation", span=decisive)
    return entry.act, Reason("act: cue in the lexicon", span=decisive)


def _is_nominal(doc: Doc, cue: Pair, source: Pair | None) -> bool:
    """Whether a possessive or an article before the cue shows that it begins with a noun."""
    if source and source[1] == cue[0] and _is_possessive(doc, source[1] - 1):
        return True
    return cue[0] > 0 and _is_possessive(doc, cue[0] - 1)


def _is_possessive(doc: Doc, index: int) -> bool:
    word = doc[index].lower_
    if word in _POSSESSIVES:
        return True
    return word in _APOSTROPHES and index > 0 and doc[index - 1].lower_ not in _SUBJECTS


def _is_ruling(cue: str, head: str) -> bool:
    """Whether the decision is one that binds: a court's finding or a body's decision."""
    if cue in _COURT_CUES and head in words("sources", "courts"):
        return True
    return cue in _BODY_CUES and head in words("sources", "bodies")


def _is_infinitive(doc: Doc, content: tuple[Pair, ...]) -> bool:
    """Whether a segment of the content begins with "to", or with the person told ("the crowd to welcome …")."""
    return any(_begins_with_infinitive(doc, segment) for segment in content)


def _begins_with_infinitive(doc: Doc, segment: Pair) -> bool:
    start, end = segment
    while start < end and doc[start].is_space:
        start += 1
    for token in doc[start : min(end, start + _TOLD_PERSON + 1)]:
        if token.lower_ == "to":
            return True
        if token.lower_ in _CLAUSE_WORDS or token.is_punct:
            return False
    return False


def _follows_quotation(doc: Doc, cue: Pair, content: tuple[Pair, ...]) -> bool:
    """Whether the content before the cue is a quotation of several words, as in "…," he thought."""
    start, end = content[0]
    return end <= cue[0] and end - start > 4 and doc[start].text in _MARKS


def _document_head(doc: Doc, source: Pair) -> int | None:
    """Return the index of the noun that makes the source a document, or ``None``."""
    head = _head(doc, source)
    if doc[head].is_title and doc[head].lower_ in words("sources", "publishers"):
        return None
    return head if _head_lemma(doc, source) in words("sources", "documents") else None


def _head_lemma(doc: Doc, source: Pair) -> str:
    """Return the singular of the source's head noun, lower case, with the parts before a hyphen ("op-ed")."""
    head = _head(doc, source)
    start = head
    while start - 2 >= source[0] and _is_hyphen_inside(doc, start - 1):
        start -= 2
    return cues.noun_lemma(doc[start : head + 1].text.lower())


def _head(doc: Doc, source: Pair) -> int:
    """Return the index of the source's head noun: the last word of its first noun phrase.

    The phrase ends at a comma, preposition, relative pronoun or participle ("the report | released on Monday"); after a
    word of quantity the head is sought behind "of" ("one of the polls").
    """
    start, end = source
    head = start
    for index in range(start, end):
        token = doc[index]
        word = token.lower_
        if index == start or token.is_space:
            continue
        if word == "of" and doc[head].lower_ in _PARTITIVES:
            continue
        if word in _NOUN_PHRASE_ENDS and not _is_hyphen_inside(doc, index):
            break
        if _is_hyphen_inside(doc, index - 1):
            head = index
            continue
        if word.endswith("ed") and doc[head].lower_ not in ("a", "an", "the") and token.is_lower:
            break
        if word not in _APOSTROPHES:
            head = index
    return head


def _is_hyphen_inside(doc: Doc, index: int) -> bool:
    return doc[index].text == "-" and not doc[index].whitespace_ and not doc[index - 1].whitespace_

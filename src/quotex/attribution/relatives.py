"""Sources in clauses and beside them: the subject of a clause and no more of it, and whoever "who" takes up."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution.link import Link
from quotex.attribution.regions import sentence_of
from quotex.lexicon.words import words
from quotex.spans import Pair
from quotex.structure import Structure

_REACH = 40
"""How many tokens a relative clause may take."""
_LONGEST = 8
"""Most words of the name and title before "whose"."""
_SUBJECTS = frozenset({"he", "she", "they", "who"})
_COMPANY = frozenset({"all", "alone", "and", "both", "each", "herself", "himself", "or", "themselves", "too"})
"""What goes with a pronoun and begins no clause."""
_INNER = frozenset({"of", "the", "and", "-", "'s", "’s", "."})
"""What a name with its title may hold besides capitals."""


def in_relative(doc: Doc, structure: Structure, link: Link) -> Link:
    """The link, its source mended where a clause was taken for it, or a relative one stands between it and the cue."""
    if link.source is None or link.cue is None or link.source[1] > link.cue[0]:
        return link
    source = _behind_whose(doc, structure, link.source) or _subject_alone(doc, link.source)
    source = _clause_of(doc, structure, source, link.cue) or source
    return link if source == link.source else evolve(link, source=source)


def _subject_alone(doc: Doc, source: Pair) -> Pair:
    """The source; the pronoun alone that begins it where the rest is its clause ("She met Doe, who …, and said")."""
    start, end = source
    if end - start < 2 or doc[start].lower_ not in _SUBJECTS:
        return source
    after = doc[start + 1]
    goes_on = after.is_alpha and after.is_lower and after.text not in _COMPANY
    return (start, start + 1) if goes_on else source


def _clause_of(doc: Doc, structure: Structure, source: Pair, cue: Pair) -> Pair | None:
    """The "who" of the clause that the cue goes on with ("She met Doe, who ran the shop and said that …"): no comma
    has closed it, so whoever met Doe says nothing."""
    if doc[cue[0] - 1].lower_ != "and" or sentence_of(structure, source[0]) != sentence_of(structure, cue[0]):
        return None
    for index in range(cue[0] - 2, max(source[1] + 1, cue[0] - _REACH), -1):
        token = doc[index]
        if token.lower_ == "who":
            return (index, index + 1) if doc[index - 1].text == "," else None
        if token.text in {",", ";", "–", "—", "--", "(", ")"} or structure.region_of[index] >= 0:
            return None
    return None


def _behind_whose(doc: Doc, structure: Structure, source: Pair) -> Pair | None:
    """The name with its title before a clause with "whose" that was taken for the source ("Roe, whose party trails in
    the polls,"), and the clause; not before "whose lawyer", who may speak."""
    start, end = source
    inner = [doc[i].text for i in range(start, end)]
    if inner[0].casefold() != "whose" or inner[-1] != "," or "," in inner[:-1] or start < 2:
        return None
    if doc[start - 1].text != "," or sentence_of(structure, start - 2) != sentence_of(structure, start):
        return None
    index = sentence_of(structure, start)
    floor = structure.sentences[index][0] if index >= 0 else 0
    first = start - 1
    while first > floor and start - first <= _LONGEST and _in_name(doc, first - 1):
        first -= 1
    while first < start - 1 and (not doc[first].text[0].isalnum() or doc[first].text in _INNER - {"the"}):
        first += 1
    return (first, end) if first < start - 1 else None


def _in_name(doc: Doc, index: int) -> bool:
    token = doc[index]
    return token.text[:1].isupper() or token.text in _INNER or token.lower_ in words("people", "modifiers")

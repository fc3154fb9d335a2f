"""The words of a cue that say how it is meant: its verb, and the auxiliaries and negations before it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen
from spacy.tokens import Doc

from quotex.attribution.phrases import is_line_end
from quotex.attribution.regions import sentence_of
from quotex.lexicon import cues
from quotex.lexicon.words import words
from quotex.spans import Pair, contains
from quotex.structure import Structure

_INVERTED = 2
"""How many tokens an auxiliary before the subject may take ("Did n't the minister say")."""


_BE = frozenset("am are be been being is was were 's ’s 're ’re".split())


@frozen
class VerbGroup:
    """The verb group of a cue, in tokens of ``doc``.

    It begins with the auxiliaries, negations and adverbs right before the cue, none of them in source or content. Its
    ``head`` is what the lexicon of cues finds in the cue, else the cue's first word that is neither auxiliary nor
    adverb.
    """

    doc: Doc
    start: int
    end: int
    head: Pair
    lemmas: tuple[str, ...]
    """Of the head's words, as the lexicon lists them."""
    inverted: Pair | None
    """The auxiliary that stands before the subject ("*Did* the minister say"), its negation included."""
    opener: int
    """The token before the clause, source included; -1 where the sentence begins with it."""

    def lower(self, index: int) -> str:
        """The token in lower case."""
        return str(self.doc[index].lower_)

    @property
    def verb(self) -> str:
        """The lemma of the head's verb, which is its first word."""
        return cues.lemma(self.lower(self.head[0])) if len(self.lemmas) == 1 else self.lemmas[0]

    @property
    def is_passive(self) -> bool:
        """Whether the head is a participle behind a form of "be"."""
        before = [self.lower(i) for i in range(self.start, self.head[0])]
        return any(word in _BE for word in before) and not self.lower(self.head[0]).endswith("ing")


def verb_group(doc: Doc, structure: Structure, cue: Pair, source: Pair | None, content: Sequence[Pair]) -> VerbGroup:
    """The verb group of a cue. Looks no further than the sentence that the cue begins in."""
    index = sentence_of(structure, cue[0])
    floor = structure.sentences[index][0] if index >= 0 else 0
    roles = [part for part in (source, *content) if part]
    start, reached = _back_over_auxiliaries(doc, cue[0], floor, roles)
    inverted, clause = None, start
    if source is not None and source[1] == reached and source[0] >= floor:
        clause = source[0]
        inverted = _auxiliary_before(doc, clause, floor, roles)
    opener = (inverted[0] if inverted else clause) - 1
    if opener > floor and is_line_end(doc, opener):
        opener -= 1
    head, lemmas = _head(doc, cue)
    return VerbGroup(doc, start, cue[1], head, lemmas, inverted, opener if opener >= floor else -1)


def _back_over_auxiliaries(doc: Doc, start: int, floor: int, roles: Sequence[Pair]) -> Pair:
    """The first auxiliary, negation or "to" in the row right before a token, and where the adverbs before it begin."""
    best = reached = start
    while reached > floor and not any(role[0] <= reached - 1 < role[1] for role in roles):
        word = doc[reached - 1].lower_
        negates = word in words("status", "negations")
        if negates or _is_auxiliary(doc, reached - 1, floor) or (word == "to" and best == start):
            best = reached - 1
        elif not word.endswith("ly") and not is_line_end(doc, reached - 1):
            break
        reached -= 1
    return best, reached


def _is_auxiliary(doc: Doc, index: int, floor: int) -> bool:
    """Whether it is an auxiliary, and no name or month that is written like one ("May")."""
    token = doc[index]
    return token.lower_ in words("status", "auxiliaries") and (index == floor or not token.is_title)


def _auxiliary_before(doc: Doc, clause: int, floor: int, roles: Sequence[Pair]) -> Pair | None:
    for width in range(1, _INVERTED + 1):
        start = clause - width
        if start < floor or any(contains(role, (start, start + 1)) for role in roles):
            return None
        if _is_auxiliary(doc, start, floor):
            return start, clause
        if doc[start].lower_ not in words("status", "negations"):
            return None
    return None


def _head(doc: Doc, cue: Pair) -> tuple[Pair, tuple[str, ...]]:
    match = cues.find([token.text for token in doc[cue[0] : cue[1]]])
    if match is not None:
        return (cue[0] + match.span[0], cue[0] + match.span[1]), match.entry.words
    passed = words("status", "auxiliaries") | words("status", "negations") | {"to"}
    plain = (i for i in range(*cue) if doc[i].lower_ not in passed and not doc[i].lower_.endswith("ly"))
    first = next(plain, cue[0])
    return (first, first + 1), (cues.lemma(doc[first].text),)

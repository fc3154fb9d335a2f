"""A cue with what stands around it, as the rules of an attribution's status see it."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen
from spacy.tokens import Doc

from quotex.attribution.regions import sentence_of
from quotex.attribution.verbgroup import VerbGroup
from quotex.lexicon import cues
from quotex.lexicon.words import words
from quotex.spans import Pair, overlaps
from quotex.structure import Structure

_OPENING = 12
"""How many words of the content after the cue are looked at."""
_NO_ADVERBS = frozenset("ally apply family imply rely reply supply".split())


@frozen
class CueInSentence:
    """A cue as the rules of this module see it."""

    group: VerbGroup
    source: Pair | None
    content: tuple[Pair, ...]
    behind: tuple[str, ...]
    """The words with which the content behind the cue opens; none where it all stands before."""
    after: tuple[str, ...]
    """The words behind the head: the rest of the cue, then ``behind``."""
    openings: tuple[tuple[str, ...], ...]
    """``after``, and the opening of every other part of the content."""
    asks: bool
    """Whether the sentence ends with a question mark outside the content's own marks."""

    @property
    def is_requested(self) -> bool:
        """Whether what follows the cue is something that one answers ("a request for comment")."""
        return any(word in words("status", "requests") for word in self.after)


def look(structure: Structure, group: VerbGroup, source: Pair | None, content: tuple[Pair, ...]) -> CueInSentence:
    """The cue of a verb group with the openings of its content. Looks at a bounded number of tokens."""
    doc = group.doc
    openings = [words_of(doc, start, min(end, start + _OPENING)) for start, end in content]
    next_part = next((number for number, part in enumerate(content) if part[0] >= group.end), None)
    behind = () if next_part is None else openings.pop(next_part)
    after = (*words_of(doc, group.head[1], group.end), *behind)
    return CueInSentence(
        group, source, content, behind, after, (after, *openings), _asks(doc, structure, group.end - 1)
    )


def words_of(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    """The tokens in lower case, without punctuation but question marks, and without adverbs of manner."""
    return tuple(
        token.lower_
        for token in doc[start:end]
        if (token.text[0].isalnum() or token.text[0] in "'’?") and not is_adverb(token.lower_)
    )


def is_adverb(word: str) -> bool:
    """Whether a word in lower case looks like an adverb of manner."""
    return len(word) > 4 and word.endswith("ly") and word not in _NO_ADVERBS


def _asks(doc: Doc, structure: Structure, cue: int) -> bool:
    index = sentence_of(structure, cue)
    start, end = structure.sentences[index] if index >= 0 else (0, len(doc))
    for i in range(end - 1, max(start, end - 4) - 1, -1):
        if doc[i].text[0].isalnum():
            return False
        if "?" in doc[i].text:
            return not structure.in_speech[i] or structure.in_speech[cue]
    return False


def shown_from(seen: CueInSentence, first: int) -> Pair:
    """From a token to the end of the head, or to the token's end where a role stands between."""
    span = (first, max(seen.group.head[1], first + 1))
    roles = [part for part in (seen.source, *seen.content) if part]
    return (first, first + 1) if any(overlaps(span, role) for role in roles) else span


@lru_cache(maxsize=8192)
def is_listed(word: str, group: str) -> bool:
    """Whether a form of a verb, or a noun, is listed in a group of lemmas."""
    listed = words("status", group)
    return word in listed or cues.lemma(word) in listed or cues.noun_lemma(word) in listed

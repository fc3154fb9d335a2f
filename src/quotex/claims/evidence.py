"""What the rules for the types of a claim work with: the runs of words that they see, and whom a content names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import frozen

from quotex.claims import signs
from quotex.claims.content import Content
from quotex.lexicon.words import words
from quotex.mentions.names import Name, NameType
from quotex.spans import Pair, positions

Found = tuple[str, Sequence[Pair]]
"""A rule's name and the runs of words that it saw; none where it does not hold."""


@frozen
class Named:
    """Whom a content names: ``persons`` are the runs of words for people, "he", "she" and a "who" behind a person
    included, in order; ``parts`` are the places of all words that are part of names."""

    persons: tuple[Pair, ...]
    parts: frozenset[int]

    @classmethod
    def of(cls, content: Content, names: Sequence[Name]) -> Named:
        """Those among the names found in the document, by start; without names, words with capitals are taken for
        people."""
        here = _near(content, names)
        people = _places(content, [name for name in here if name.type is NameType.PERSON])
        runs = [(at, at + 1) for at in sorted(people)] if names else signs.capitals(content)
        who = [(at, at + 1) for _, end in runs for at in (end, end + 1) if word_at(content, at) == "who"]
        return cls(tuple(sorted({*runs, *placed(content, "he", "she"), *who})), frozenset(_places(content, here)))

    def outside(self, runs: Sequence[Pair]) -> list[Pair]:
        """The runs of which no word is part of a name."""
        return [run for run in runs if self.parts.isdisjoint(range(*run))]


def _near(content: Content, names: Sequence[Name]) -> Sequence[Name]:
    """The names from the first token of a content to its last, so that a long document is not gone through for each."""
    if not content.tokens:
        return ()
    first = bisect_left(names, content.tokens[0], key=lambda name: name.end)
    return names[first : bisect_left(names, content.tokens[-1] + 1, lo=first, key=lambda name: name.start)]


def _places(content: Content, names: Sequence[Name]) -> set[int]:
    tokens = positions((name.start, name.end) for name in names)
    return {at for at, token in enumerate(content.tokens) if token in tokens}


def word_at(content: Content, at: int) -> str:
    """The word at a place; an empty one outside the content."""
    return content.words[at] if 0 <= at < len(content.words) else ""


def placed(content: Content, *wanted: str) -> list[Pair]:
    """The single words that are one of those wanted, in order."""
    return [(at, at + 1) for at, word in enumerate(content.words) if word in wanted]


def is_one(word: str, group: str) -> bool:
    """Whether a word is in a list of ``lexicon/claim_grammar.toml``."""
    return word in words("claim_grammar", group)


def without(runs: Sequence[Pair], idle: Sequence[Pair]) -> list[Pair]:
    """The runs that share no word with others."""
    taken = positions(idle)
    return [run for run in runs if taken.isdisjoint(range(*run))]


def listed(content: Content, group: str, idle: str) -> list[Pair]:
    """The entries of one list of ``lexicon/claims.toml`` that share no word with those of another."""
    return without(content.listed(group), content.listed(idle))

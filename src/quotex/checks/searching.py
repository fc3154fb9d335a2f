"""An index made ready to be searched: the candidates for a claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

import numpy as np
from attrs import frozen

from quotex.checks.bags import Bags
from quotex.checks.features import PAIR, Known, Part, Query, Scores, features
from quotex.checks.postings import Floats, Ints, Lists, Scorer
from quotex.checks.reading import Reading, grams
from quotex.wording import is_number

MOST = 50
"""Candidates that are weighed."""
_AUTHOR = 0.7
_GRAMS = 0.2
"""What words of the author and runs of characters count beside the words of the claim, in finding candidates."""


@frozen(eq=False)
class Searcher:
    """An index made ready: postings, weights, and what sort each term is."""

    terms: Mapping[str, int]
    grams: Mapping[str, int]
    casing: Ints
    text: Scorer
    pieces: Scorer
    known: Known
    bags: Bags

    @classmethod
    def of(
        cls, terms: Mapping[str, int], grams: Mapping[str, int], casing: Ints, lists: tuple[Lists, Lists, Lists]
    ) -> Searcher:
        """Of an index's vocabularies, casing, and lists of terms of claims, of titles, and of runs of characters."""
        claims, titles, pieces = lists
        both = claims.side_by_side(titles)
        text = Scorer.of(both, len(terms))
        known = Known(
            weights=text.weights,
            claims=Part.of(claims, text.weights),
            titles=Part.of(titles, text.weights),
            both=Part.of(both, text.weights),
            is_number=_mask(terms, is_number),
            is_year=_mask(terms, is_year),
            is_name=casing[1] > casing[0],
        )
        return cls(terms, grams, casing, text, Scorer.of(pieces, len(grams)), known, Bags.of(claims))

    def weight_of(self, term: str) -> float:
        """What a term weighs; one that the index does not have as much as one that a single check has."""
        number = self.terms.get(term)
        return float(self.text.weights[number]) if number is not None else self.rarest

    @property
    def rarest(self) -> float:
        """The weight of a term that no check has."""
        return float(np.log1p((self.text.size + 0.5) / 0.5))

    def casing_of(self, term: str) -> tuple[int, int]:
        """How often a term is written small, and with a capital, in the claims of the index."""
        number = self.terms.get(term)
        return (int(self.casing[0][number]), int(self.casing[1][number])) if number is not None else (0, 0)

    def query(self, reading: Reading) -> Query:
        """A claim in the numbers of this index."""
        found = self._numbers(reading.searched)
        author = [each for each in self._numbers(reading.author) if each not in set(found)]
        neighbours = self._numbers(filter(None, reading.terms))
        return Query(
            terms=np.array(found, np.int64),
            author=np.array(author, np.int64),
            pairs=np.unique(np.array([a * PAIR + b for a, b in pairwise(neighbours)], np.int64)),
            grams=self._gram_numbers(grams(reading)),
            author_grams=self._gram_numbers(reading.author_grams),
            month=self.terms.get(reading.month or ""),
            year=self.terms.get(reading.year or ""),
        )

    def with_terms(self, reading: Reading) -> Ints:
        """The claims that have the same terms as this one, function words aside, each as often, in whatever order."""
        terms = [each for each in reading.terms if each]
        numbers = self._numbers(terms)
        return self.bags.find(numbers) if len(numbers) == len(terms) else np.zeros(0, np.int64)

    def title_has(self, row: int, terms: Iterable[str]) -> bool:
        """Whether the title of a check has one of the terms."""
        titles = self.known.titles.terms
        numbers = self._numbers(terms)
        return not set(titles.items[titles.starts[row] : titles.starts[row + 1]].tolist()).isdisjoint(numbers)

    def candidates(self, query: Query, besides: Iterable[int] = ()) -> tuple[Ints, Any]:
        """The best candidates, at most ``MOST``, best first, those of ``besides`` that are not among them, and their
        features: ``(candidates, features)``."""
        pieces = self.pieces.scores(query.grams)
        total = self.text.scores(query.terms) + _AUTHOR * self.text.scores(query.author) + _GRAMS * pieces
        found = best(total, MOST)
        missing = [each for each in besides if each not in found]
        found = np.concatenate([found, np.array(missing, np.int64)]) if missing else found
        scores = Scores(pieces[found], self.pieces.scores(query.author_grams)[found], total[found])
        return found, features(self.known, query, found, scores)

    def _numbers(self, terms: Iterable[str]) -> list[int]:
        return [number for each in terms if (number := self.terms.get(each)) is not None]

    def _gram_numbers(self, found: Iterable[str]) -> list[int]:
        return [number for each in dict.fromkeys(found) if (number := self.grams.get(each)) is not None]


def best(scores: Floats, most: int) -> Ints:
    """The places of the highest scores above 0, highest first, the earlier first among equals."""
    above = np.flatnonzero(scores > 0)
    if len(above) > most:
        least = np.partition(scores[above], -most)[-most]
        above = above[scores[above] >= least]
    return above[np.argsort(-scores[above], kind="stable")][:most]


def is_year(term: str) -> bool:
    """Whether a term is a year of these centuries."""
    return len(term) == 4 and term.isascii() and term.isdigit() and term[:2] in ("19", "20")


def _mask(terms: Mapping[str, int], holds: Any) -> Any:
    return np.fromiter(map(holds, terms), bool, len(terms))

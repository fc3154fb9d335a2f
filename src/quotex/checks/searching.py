"""Candidates for a claim, and what tells how well each fits.

Everything is counted in arrays over all candidates at once; ``FEATURES`` says what. Weights of terms are those of BM25
over the claims and titles of the index, so a word counts the more the fewer checks have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from attrs import frozen

from quotex.checks.postings import Floats, Ints, Lists, Scorer
from quotex.checks.reading import Reading, grams
from quotex.wording import is_number

MOST = 50
"""Candidates that are weighed."""
_AUTHOR = 0.7
_GRAMS = 0.2
"""What words of the author and runs of characters count beside the words of the claim, in finding candidates."""
_PAIR = 1 << 32
_RAREST = 3

FEATURES = {
    "grams": "BM25 of runs of four characters over claim and title",
    "author_grams": "the same of runs of the author's names",
    "relative": "how good a candidate it is beside the best one",
    "claim_covered": "the share of the known claim's terms that the claim or its author has, by weight",
    "title_covered": "the same for the title",
    "covered": "the same for both together",
    "rare": "the weight of the three rarest",
    "claim_pairs": "the weight of pairs of neighbouring terms in common with the known claim",
    "title_pairs": "the same with its title",
    "numbers": "how many numbers they have in common",
    "names_covered": "the share of the known claim's names that the claim or its author has, by weight",
    "telling": "terms in common, the more so the fewer of the other candidates have them",
    "missing": "the weight of the known claim's terms that the claim lacks",
    "month": "whether the known claim names the month and the year of the post",
    "other_year": "whether it names other years only",
}
"""What is counted for each candidate, in the order of the columns."""


@frozen(eq=False)
class Query:
    """A claim in the numbers of an index; what the index does not have is left out."""

    terms: Ints
    """In order, each once."""
    author: Ints
    pairs: Ints
    grams: Sequence[int]
    author_grams: Sequence[int]
    month: int | None
    year: int | None


@frozen(eq=False)
class Part:
    """The claims of all checks, the titles, or both: the terms of each, their weight, and pairs of neighbours."""

    terms: Lists
    weight: Floats
    pairs: Lists

    @classmethod
    def of(cls, lists: Lists, weights: Floats) -> Part:
        """With the terms' weights."""
        distinct = lists.distinct()
        totals = np.bincount(distinct.rows, weights[distinct.items], len(lists))
        rows, items = lists.rows, lists.items
        inside = rows[1:] == rows[:-1]
        pairs = Lists(items[:-1][inside] * _PAIR + items[1:][inside], np.searchsorted(rows[1:][inside], np.arange(len(lists) + 1)))
        return cls(distinct, totals, pairs)


@frozen(eq=False)
class Searcher:
    """An index made ready: postings, weights, and what sort each term is."""

    terms: Mapping[str, int]
    grams: Mapping[str, int]
    casing: Ints
    text: Scorer
    pieces: Scorer
    claims: Part
    titles: Part
    both: Part
    is_number: Any
    is_year: Any
    is_name: Any

    @classmethod
    def of(
        cls, terms: Mapping[str, int], grams: Mapping[str, int], casing: Ints, lists: tuple[Lists, Lists, Lists]
    ) -> Searcher:
        """Of an index's vocabularies, casing, and lists of terms of claims, of titles, and of runs of characters."""
        claims, titles, pieces = lists
        both = claims.side_by_side(titles)
        text = Scorer.of(both, len(terms))
        return cls(
            terms=terms,
            grams=grams,
            casing=casing,
            text=text,
            pieces=Scorer.of(pieces, len(grams)),
            claims=Part.of(claims, text.weights),
            titles=Part.of(titles, text.weights),
            both=Part.of(both, text.weights),
            is_number=_mask(terms, is_number),
            is_year=_mask(terms, is_year),
            is_name=casing[1] > casing[0],
        )

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
            pairs=np.unique(np.array([a * _PAIR + b for a, b in zip(neighbours, neighbours[1:], strict=False)], np.int64)),
            grams=self._gram_numbers(grams(reading)),
            author_grams=self._gram_numbers(reading.author_grams),
            month=self.terms.get(reading.month or ""),
            year=self.terms.get(reading.year or ""),
        )

    def candidates(self, query: Query) -> tuple[Ints, Any]:
        """The best candidates, at most ``MOST``, and their features, ``(candidates, features)``, best first."""
        pieces = self.pieces.scores(query.grams)
        total = self.text.scores(query.terms) + _AUTHOR * self.text.scores(query.author) + _GRAMS * pieces
        found = best(total, MOST)
        scored = (pieces, self.pieces.scores(query.author_grams), total)
        return found, self._features(query, found, [each[found] for each in scored])

    def _features(self, query: Query, found: Ints, scored: Sequence[Floats]) -> Any:
        weights = self.text.weights
        has = np.zeros(len(weights), bool)
        has[query.terms] = True
        has_all = has.copy()
        has_all[query.author] = True
        claim, title, both = (Found.of(part, found, weights) for part in (self.claims, self.titles, self.both))
        shared = has_all[both.items]
        spread = np.bincount(both.items[shared], minlength=len(weights))
        local = np.log(max(1, len(found)) / np.maximum(1, spread))
        names = self.is_name[claim.items]
        has_year = both.counted(self.is_year[both.items]) > 0
        same_year = both.counted(both.items == query.year) > 0 if query.year is not None else has_year & False
        same_month = claim.counted(claim.items == query.month) > 0 if query.month is not None else has_year & False
        pieces, author_pieces, total = scored
        return np.column_stack(
            [
                pieces / 30,
                author_pieces / 30,
                total / max(float(total.max(initial=0.0)), 1e-9),
                claim.weighed(has_all[claim.items]) / np.maximum(claim.total, 1e-9),
                title.weighed(has_all[title.items]) / np.maximum(title.total, 1e-9),
                both.weighed(shared) / np.maximum(both.total, 1e-9),
                both.largest(np.where(shared, weights[both.items], 0.0), _RAREST) / 30,
                self._pairs(query, self.claims, found) / 30,
                self._pairs(query, self.titles, found) / 30,
                claim.counted(self.is_number[claim.items] & has[claim.items]),
                claim.weighed(names & has_all[claim.items]) / np.maximum(claim.weighed(names), 1e-9),
                np.bincount(both.places[shared], local[both.items[shared]], len(found)) / 10,
                (claim.total - claim.weighed(has_all[claim.items])) / 50,
                same_year & same_month,
                has_year & ~same_year & (query.year is not None),
            ]
        ).astype(float)

    def _pairs(self, query: Query, part: Part, found: Ints) -> Floats:
        items, places = part.pairs.of_rows(found)
        shared = np.isin(items, query.pairs)
        items = items[shared]
        gains = self.text.weights[items // _PAIR] + self.text.weights[items % _PAIR]
        return np.bincount(places[shared], gains, len(found))

    def _numbers(self, terms: Iterable[str]) -> list[int]:
        return [number for each in terms if (number := self.terms.get(each)) is not None]

    def _gram_numbers(self, found: Iterable[str]) -> list[int]:
        return [number for each in dict.fromkeys(found) if (number := self.grams.get(each)) is not None]


@frozen(eq=False)
class Found:
    """The terms of some checks, one check behind the other."""

    items: Ints
    places: Ints
    size: int
    weights: Floats
    total: Floats

    @classmethod
    def of(cls, part: Part, found: Ints, weights: Floats) -> Found:
        """Of the checks numbered ``found``."""
        items, places = part.terms.of_rows(found)
        return cls(items, places, len(found), weights, part.weight[found])

    def counted(self, which: Any) -> Floats:
        """For each check how many of its terms are so."""
        return np.bincount(self.places[which], minlength=self.size).astype(float)

    def weighed(self, which: Any) -> Floats:
        """For each check the weight of those of its terms that are so."""
        return np.bincount(self.places[which], self.weights[self.items[which]], self.size)

    def largest(self, values: Floats, number: int) -> Floats:
        """For each check the sum of the ``number`` largest values of its terms."""
        order = np.lexsort((-values, self.places))
        begins = np.searchsorted(self.places, np.arange(self.size))
        kept = np.arange(len(values)) - begins[self.places] < number
        return np.bincount(self.places[kept], values[order][kept], self.size)


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

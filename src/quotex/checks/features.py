"""What tells how well a candidate fits: counted in arrays over all candidates at once.

Weights of terms are those of BM25 over the claims and titles of the index, so that a word counts the more the fewer
checks have it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from attrs import frozen

from quotex.checks.postings import Floats, Ints, Lists, summed

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
PAIR = 1 << 32
"""A pair of terms is the first one times this, plus the second one."""
_RAREST = 3
_LEAST = 1e-9
"""Stands for a total of nothing."""


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
        totals = summed(distinct.rows, weights[distinct.items], len(lists))
        rows, items = lists.rows, lists.items
        inside = rows[1:] == rows[:-1]
        pairs = Lists(
            items[:-1][inside] * PAIR + items[1:][inside], np.searchsorted(rows[1:][inside], np.arange(len(lists) + 1))
        )
        return cls(distinct, totals, pairs)


@frozen(eq=False)
class Known:
    """What an index has of its checks, and what sort each term is."""

    weights: Floats
    claims: Part
    titles: Part
    both: Part
    is_number: Any
    is_year: Any
    is_name: Any


@frozen(eq=False)
class Scores:
    """What BM25 says of each candidate: of runs of characters, those of the author's names, and in all."""

    grams: Floats
    author_grams: Floats
    total: Floats


def features(known: Known, query: Query, found: Ints, scores: Scores) -> Any:
    """``FEATURES`` of the checks numbered ``found``, ``(checks, features)``."""
    weights = known.weights
    has = np.zeros(len(weights), bool)
    has[query.terms] = True
    has_all = has.copy()
    has_all[query.author] = True
    claim, title, both = (Found.of(part, found, weights) for part in (known.claims, known.titles, known.both))
    shared = has_all[both.items]
    covered = claim.weighed(has_all[claim.items])
    names = known.is_name[claim.items]
    has_year = both.counted(known.is_year[both.items]) > 0
    same_year = both.has(query.year)
    columns = {
        "grams": scores.grams,
        "author_grams": scores.author_grams,
        "relative": scores.total / max(float(scores.total.max(initial=0.0)), _LEAST),
        "claim_covered": covered / np.maximum(claim.total, _LEAST),
        "title_covered": title.weighed(has_all[title.items]) / np.maximum(title.total, _LEAST),
        "covered": both.weighed(shared) / np.maximum(both.total, _LEAST),
        "rare": both.largest(np.where(shared, weights[both.items], 0.0), _RAREST),
        "claim_pairs": _pairs(known.claims, query, found, weights),
        "title_pairs": _pairs(known.titles, query, found, weights),
        "numbers": claim.counted(known.is_number[claim.items] & has[claim.items]),
        "names_covered": claim.weighed(names & has_all[claim.items]) / np.maximum(claim.weighed(names), _LEAST),
        "telling": _telling(both, shared, len(weights)),
        "missing": claim.total - covered,
        "month": same_year & claim.has(query.month),
        "other_year": has_year & ~same_year & (query.year is not None),
    }
    return np.column_stack([columns[name].astype(float) for name in FEATURES])


def _telling(both: Found, shared: Any, terms: int) -> Floats:
    spread = np.bincount(both.items[shared], minlength=terms)
    gains = np.log(max(1, both.size) / np.maximum(1, spread))
    return summed(both.places[shared], gains[both.items[shared]], both.size)


def _among(items: Ints, wanted: Ints) -> Any:
    """Which items are among the wanted ones, which are sorted."""
    if not len(wanted):
        return np.zeros(len(items), bool)
    return wanted[np.minimum(np.searchsorted(wanted, items), len(wanted) - 1)] == items


def _pairs(part: Part, query: Query, found: Ints, weights: Floats) -> Floats:
    items, places = part.pairs.of_rows(found)
    shared = _among(items, query.pairs)
    items = items[shared]
    return summed(places[shared], weights[items // PAIR] + weights[items % PAIR], len(found))


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

    def has(self, item: int | None) -> Any:
        """For each check whether it has this term; of none nobody has it."""
        return self.counted(self.items == (-1 if item is None else item)) > 0

    def weighed(self, which: Any) -> Floats:
        """For each check the weight of those of its terms that are so."""
        return summed(self.places[which], self.weights[self.items[which]], self.size)

    def largest(self, values: Floats, number: int) -> Floats:
        """For each check the sum of the ``number`` largest values of its terms."""
        order = np.lexsort((-values, self.places))
        begins = np.searchsorted(self.places, np.arange(self.size))
        kept = np.arange(len(values)) - begins[self.places] < number
        return summed(self.places[kept], values[order][kept], self.size)

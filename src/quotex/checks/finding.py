"""``match``: the known checks for new claims."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

import numpy as np
from attrs import frozen

from quotex.checks.comparing import are_same, compare
from quotex.checks.features import FEATURES
from quotex.checks.index import Index
from quotex.checks.loading import read_checks
from quotex.checks.ranking import ranker
from quotex.checks.reading import Reading, read_claim, read_known
from quotex.checks.records import KnownCheck, Match, Matches, Relation
from quotex.checks.searching import MOST, best
from quotex.checks.sorting import Sorted, sort_words
from quotex.checks.values import claim_parts
from quotex.errors import InputTypeError, SettingsError

TOP = 5
_DIGITS = 4
_MISSING = list(FEATURES).index("missing")
_NOTHING = 1e-9
"""The weight of terms of a known claim that a claim lacks, where it lacks none."""
_KEPT = 1 << 15
"""Known claims whose reading is kept for the next claim."""

Known = Index | str | os.PathLike[str] | Iterable[KnownCheck | Mapping[str, Any] | str]


def match(claims: Iterable[str | Mapping[str, Any]], known: Known, *, top: int = TOP) -> Iterator[Matches]:
    """For each claim, in order, the ``top`` checks that are likeliest about it, each with a relation and reasons.

    A claim is its text, or a mapping with it in a field such as "claim" or "text", and with "id" and "date" (of the
    post) where there are any; names of fields are those of known checks. A blank text finds nothing. ``known`` is an
    index, the path of a file or folder (an index that was saved, or whatever ``read_checks`` reads), or checks as
    ``Index.build`` takes them. Claims are read as results are asked for.

    Raises at once what ``Index.build``, ``Index.load`` or ``read_checks`` do, ``SettingsError`` for a ``top`` that is
    no whole number from 1, ``InputTypeError`` for one claim or check in place of several; later ``InputError`` where a
    claim has no text.
    """
    if isinstance(claims, str | bytes | Mapping) or not isinstance(claims, Iterable):
        told = "put this one into [ ]" if isinstance(claims, str | Mapping) else f"not {type(claims).__name__}"
        raise InputTypeError(f"claims must be several, such as a list; {told}")
    if not isinstance(top, int) or isinstance(top, bool) or top < 1:
        raise SettingsError(f"top must be a whole number of at least 1, not {top!r}")
    finder = Finder.of(index_of(known), top)
    return (finder.find(each) for each in claims)


def index_of(known: Known) -> Index:
    """The index that is meant: itself, loaded, or built."""
    if isinstance(known, Index):
        return known
    if not isinstance(known, str | os.PathLike):
        return Index.build(known)
    return Index.load(known) if Index.is_saved(known) else Index.build(read_checks([known]))


@frozen(eq=False)
class Finder:
    """An index and how it is asked."""

    index: Index
    top: int
    known: Callable[[str], Sorted]
    title: Callable[[str], Reading]

    @classmethod
    def of(cls, index: Index, top: int) -> Finder:
        """One that remembers the known claims that it read last."""
        casing = index.searcher.casing_of
        known = lru_cache(_KEPT)(lambda text: sort_words(read_known(text), casing))
        return cls(index, top, known, lru_cache(_KEPT)(read_known))

    def find(self, claim: str | Mapping[str, Any]) -> Matches:
        """The checks for one claim: those that say the same first, of them those in the same words, among all that have
        the same terms or no word beyond it, then the likeliest."""
        text, id_, date = claim_parts(claim)
        searcher = self.index.searcher
        reading = read_claim(text, date)
        read = sort_words(reading, searcher.casing_of)
        twins = self._twins(read)
        found, features = searcher.candidates(searcher.query(reading), twins)
        likely = ranker().probabilities(features)
        whole = features[:, _MISSING] <= _NOTHING  # those of which the claim has all words may say the same
        if twins:
            whole |= np.isin(found, twins)
        order = [*best(likely, self.top), *(at for at in best(likely, len(found))[self.top :] if whole[at])]
        matches = [self._match(read, int(found[at]), round(float(likely[at]), _DIGITS)) for at in order]
        matches.sort(key=lambda each: self._rank(read, each))  # stable: likeliest first among equals
        return Matches(text, tuple(matches[: self.top]), id_)

    def _twins(self, claim: Sorted) -> list[int]:
        """Checks that say the same in the same terms, at most ``MOST``, those of the same text first: there may be any
        number of candidates before them, and claims of function words alone are no candidates."""
        plain = claim.reading if claim.reading.year is None else read_known(claim.reading.text)  # may cite a post
        rows = self.index.searcher.with_terms(plain).tolist() if plain.text.strip() else []
        checks = self.index.checks
        rows.sort(key=lambda row: checks[row].claim.strip() != plain.text.strip())
        return list(islice((row for row in rows if are_same(claim, self.known(checks[row].claim))), MOST))

    def _rank(self, claim: Sorted, found: Match) -> int:
        """What goes first: the same text, the same words, what says the same, then the rest."""
        if found.relation is not Relation.SAME:
            return 3
        if found.check.claim.strip() == claim.reading.text.strip():
            return 0
        return 1 if self.known(found.check.claim).reading.words == claim.reading.words else 2

    def _match(self, claim: Sorted, row: int, score: float) -> Match:
        check = self.index.checks[row]
        known = self.known(check.claim)
        is_titled = self.index.searcher.title_has(row, claim.places.keys() - known.places.keys())
        title = self.title(check.title or "" if is_titled else "")  # of one that adds nothing no word is told
        compared = compare(claim, known, title, score, self.index.searcher.weight_of)
        return Match(check, score, compared.relation, compared.reasons)

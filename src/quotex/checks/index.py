"""``Index``: checks that are known, ready to be searched."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from quotex.checks.casing import opens, speaks
from quotex.checks.postings import Ints, Lists
from quotex.checks.reading import Reading, grams, read_known
from quotex.checks.records import KnownCheck
from quotex.checks.searching import Searcher
from quotex.checks.storing import Stored, is_index, load, save
from quotex.checks.values import checks_of


class Index:
    """Checks that are known, in the order in which they came, with what is searched of them.

    Adding checks one after the other gives the same index as building it of all at once. A check that is equal to one
    that is there is left out. Memory holds each check and some 200 numbers for it.
    """

    def __init__(self) -> None:
        self.checks: list[KnownCheck] = []
        self._seen: set[KnownCheck] = set()
        self._terms: dict[str, int] = {}
        self._grams: dict[str, int] = {}
        self._casing: list[list[int]] = [[], []]
        """For each term how often it is written small and with a capital where nothing but itself asks for one."""
        self._claims = Lists.of([])
        self._titles = Lists.of([])
        self._gram_lists = Lists.of([])

    @classmethod
    def build(cls, records: Iterable[KnownCheck | Mapping[str, Any] | str]) -> Index:
        """An index of checks, of mappings that hold them (``docs/matching.md`` has the names of fields), or of claims
        alone. Of none it is empty.

        Raises ``InputError`` where one has no claim, or a field that is no string, ``InputTypeError`` for one check in
        place of several.
        """
        index = cls()
        index.add(records)
        return index

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Index:
        """The index that ``save`` wrote. One that another version of quotex wrote is read anew from its checks, which
        takes as long as building it.

        Raises ``CheckIndexError`` where the file is no index or damaged, ``OSError`` where it cannot be read.
        """
        stored = load(Path(path))
        if not stored.is_current:
            return cls.build(stored.checks)
        index = cls()
        index.checks = list(stored.checks)
        index._seen = set(stored.checks)
        index._terms = {each: number for number, each in enumerate(stored.terms)}
        index._grams = {each: number for number, each in enumerate(stored.grams)}
        index._casing = stored.casing.tolist()
        index._claims, index._titles, index._gram_lists = stored.claims, stored.titles, stored.gram_lists
        return index

    @staticmethod
    def is_saved(path: str | os.PathLike[str]) -> bool:
        """Whether a path is that of a file which ``save`` wrote, by its beginning."""
        return is_index(Path(path))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the index to a file, whole or not at all; the same checks make the same bytes.

        Raises ``OutputError`` where it cannot be written.
        """
        casing = np.array(self._casing, np.int64)
        lists = (self._claims, self._titles, self._gram_lists)
        save(Stored(tuple(self.checks), tuple(self._terms), tuple(self._grams), casing, *lists), Path(path))

    def add(self, records: Iterable[KnownCheck | Mapping[str, Any] | str]) -> int:
        """Add checks, as ``build`` takes them, and tell how many were new. Where one is wrong, none is added."""
        fresh = [each for each in dict.fromkeys(checks_of(records)) if each not in self._seen]
        rows = [self._row(each) for each in fresh]
        for place, name in enumerate(("_claims", "_titles", "_gram_lists")):
            setattr(self, name, getattr(self, name).joined(Lists.of(row[place] for row in rows)))
        self.checks += fresh
        self._seen.update(fresh)
        self.__dict__.pop("searcher", None)
        return len(fresh)

    def __len__(self) -> int:
        return len(self.checks)

    @cached_property
    def searcher(self) -> Searcher:
        """What finds and weighs candidates, made when it is first needed."""
        casing: Ints = np.array(self._casing, np.int64)
        return Searcher.of(self._terms, self._grams, casing, (self._claims, self._titles, self._gram_lists))

    def _row(self, check: KnownCheck) -> tuple[list[int], list[int], list[int]]:
        claim, title = read_known(check.claim), read_known(check.title or "")
        found = [[self._number(each) for each in reading.terms if each] for reading in (claim, title)]
        numbers = self._grams
        pieces = [numbers.setdefault(each, len(numbers)) for each in (*grams(claim), *grams(title))]
        self._count_casing(claim)
        return found[0], found[1], pieces

    def _number(self, term: str) -> int:
        if term not in self._terms:
            for counts in self._casing:
                counts.append(0)
        return self._terms.setdefault(term, len(self._terms))

    def _count_casing(self, claim: Reading) -> None:
        if not speaks(claim):
            return
        for term, (start, _) in zip(claim.terms, claim.spans, strict=True):
            if term and not opens(claim.text, start):
                self._casing[claim.text[start].isupper()][self._terms[term]] += 1

"""Articles as files of several formats: how large they are, and how long it takes to write them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from attrs import frozen

import quotex


@frozen
class File:
    """A file of records."""

    path: Path
    counts: quotex.Counts
    seconds: float
    """That it took to make the articles and to write them."""

    @property
    def size(self) -> int:
        """In bytes."""
        return self.path.stat().st_size


def written(articles: Callable[[], Iterable[quotex.Article]], folder: Path, formats: Iterable[str]) -> dict[str, File]:
    """The articles in a file of each format, which are suffixes, in ``folder``; they are made anew for each."""
    files = {}
    for form in formats:
        path = folder / f"records.{form}"
        start = time.perf_counter()
        counts = quotex.write(articles(), path)
        files[form] = File(path, counts, time.perf_counter() - start)
    return files

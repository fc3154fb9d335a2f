"""Where a document is cut into the windows that the encoder reads."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from quotex.spans import Pair

WINDOW_PIECES = 448
"""Most pieces in a window, without the two that frame it."""
OVERLAP_PIECES = 80
"""Fewest pieces that a window shares with the one before it."""


def cut(
    pieces: Sequence[int], breaks: Sequence[int], limit: int = WINDOW_PIECES, overlap: int = OVERLAP_PIECES
) -> list[Pair]:
    """Half-open spans of words that cover a document, each of at most ``limit`` pieces.

    ``pieces`` counts the pieces of each word, ``breaks`` is ``Words.line_break``. A window after the first begins at
    the last line start that leaves at least ``overlap`` pieces in common, within twice that; else in mid-line.
    The result depends on these two sequences alone; it is empty for no words.
    """
    if not len(pieces):
        return []
    ends = np.cumsum(pieces)
    starts = ends - np.asarray(pieces)
    total = len(pieces)
    windows: list[Pair] = []
    start = 0
    while True:
        end = max(start + 1, int(np.searchsorted(ends, starts[start] + limit, side="right")))
        windows.append((start, min(end, total)))
        if end >= total:
            return windows
        start = _next_start(starts, breaks, start, end, overlap)


def _next_start(starts: np.ndarray, breaks: Sequence[int], start: int, end: int, overlap: int) -> int:
    latest = int(np.searchsorted(starts, starts[end] - overlap, side="right")) - 1
    earliest = int(np.searchsorted(starts, starts[end] - 2 * overlap, side="left"))
    for word in range(latest, max(earliest, start), -1):
        if breaks[word]:
            return word
    return min(max(latest, start + 1), end)


def most_central(windows: Sequence[Pair], word: int) -> int:
    """Index of the window in which a word stands farthest from the edges; the document's own ends are no edges.

    The first such window wins a tie.
    """
    total = windows[-1][1]

    def room(window: Pair) -> float:
        left = word - window[0] if window[0] else float("inf")
        right = window[1] - 1 - word if window[1] < total else float("inf")
        return min(left, right) if window[0] <= word < window[1] else -1.0

    return max(range(len(windows)), key=lambda i: room(windows[i]))

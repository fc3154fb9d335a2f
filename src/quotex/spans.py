"""Arithmetic on half-open spans. A span here is a pair ``(start, end)`` with ``start < end`` unless stated."""

from __future__ import annotations

from collections.abc import Iterable

Pair = tuple[int, int]


def overlaps(a: Pair, b: Pair) -> bool:
    """Whether the two share a position."""
    return a[0] < b[1] and b[0] < a[1]


def contains(outer: Pair, inner: Pair) -> bool:
    """Whether ``inner`` lies within ``outer``, edges included."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(a: Pair, b: Pair) -> int:
    """How many positions the two share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def without(span: Pair, taken: Iterable[Pair]) -> list[Pair]:
    """What is left of ``span`` outside the spans ``taken``, in order; nothing where they take all of it."""
    out = [span]
    for start, end in taken:
        out = [
            piece
            for a, b in out
            for piece in (((a, min(b, start)), (max(a, end), b)) if overlap((a, b), (start, end)) else ((a, b),))
            if piece[0] < piece[1]
        ]
    return out


def trim(text: str, start: int, end: int) -> Pair:
    """``(start, end)`` without the white space at its edges; ``start == end`` where nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def positions(spans: Iterable[Pair]) -> set[int]:
    """Every position that lies in one of the spans."""
    return {at for start, end in spans for at in range(start, end)}


def merged(spans: Iterable[Pair]) -> list[Pair]:
    """The spans in order, those that touch or overlap made one."""
    out: list[Pair] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def between(gap: int) -> str:
    """What stands between two parts of a content that are so many characters apart, where they are put together: what
    they have between them where they adjoin, else " … "."""
    return {0: "", 1: " "}.get(gap, " … ")

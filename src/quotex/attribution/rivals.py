"""Links that claim the same words: each word has at most one role."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from quotex.attribution.link import Link
from quotex.spans import Pair, overlap, overlaps

_NEAR = 40
"""How many links to each side can claim the same words."""


def outermost(links: Sequence[Link]) -> list[Link]:
    """Without the links whose cue lies in the content of another one that is not in turn within theirs."""
    return [
        link
        for i, link in enumerate(links)
        if not any(_governs(other, link) for other in links[max(0, i - _NEAR) : i + _NEAR] if other is not link)
    ]


def _governs(outer: Link, inner: Link) -> bool:
    assert outer.cue is not None
    assert inner.cue is not None
    return _holds(outer, inner.cue) and not _holds(inner, outer.cue)


def _holds(link: Link, cue: Pair) -> bool:
    return any(overlaps(cue, part) for part in link.content)


def apart(links: Sequence[Link]) -> list[Link]:
    """The links with each fragment of content at the nearest of the cues that claim most of it.

    A link keeps its last fragment. Links are in the order of their cues.
    """
    out = list(links)
    for i, link in enumerate(out):
        others = [out[j] for j in range(max(0, i - _NEAR), min(len(out), i + _NEAR)) if j != i]
        kept = [part for part in link.content if not any(_is_nearer(other, link, part) for other in others)]
        if kept and len(kept) < len(link.content):
            out[i] = evolve(link, content=tuple(kept))
    return out


def _is_nearer(other: Link, link: Link, part: Pair) -> bool:
    assert other.cue is not None
    assert link.cue is not None
    claimed = sum(overlap(part, theirs) for theirs in other.content)
    return 2 * claimed > part[1] - part[0] and _gap(other.cue, part) < _gap(link.cue, part)


def _gap(cue: Pair, part: Pair) -> int:
    return max(cue[0] - part[1], part[0] - cue[1], 0)

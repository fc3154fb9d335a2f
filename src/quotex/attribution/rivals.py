"""Links that claim the same words: each word has at most one role."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from quotex.attribution.link import Link
from quotex.spans import Pair, overlap, overlaps

_TWIN = 0.95
"""Two contents that share this much of the tokens that either has are one."""
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


def unique(links: Sequence[Link]) -> list[Link]:
    """The links without those whose content is all but another's: of two the one with a source stays, then the one
    nearer to the content, then the surer one. Links are in the order of their cues."""
    out: list[Link] = []
    for link in links:
        twin = next((i for i in range(max(0, len(out) - _NEAR), len(out)) if _is_twin(out[i], link)), None)
        if twin is None:
            out.append(link)
        elif _rank(link) > _rank(out[twin]):
            out[twin] = link
    return sorted(out, key=lambda link: link.cue or (-1, -1))


def _is_twin(first: Link, second: Link) -> bool:
    shared = sum(overlap(mine, theirs) for mine in first.content for theirs in second.content)
    either = sum(end - start for link in (first, second) for start, end in link.content) - shared
    return shared >= _TWIN * either


def _rank(link: Link) -> tuple[bool, int, float]:
    assert link.cue is not None
    return link.source is not None, -min(_gap(link.cue, part) for part in link.content), link.score

"""Links kept within what can be said in one breath: no source or content runs on into a heading or a list."""

from __future__ import annotations

from attrs import evolve

from quotex.attribution.link import Link
from quotex.records import BlockKind
from quotex.spans import Pair
from quotex.structure import Structure

_SILENT = frozenset({BlockKind.LINKS})
"""Blocks in which nothing is attributed; nor is anything by the colon or dash of a dateline."""


def within_blocks(structure: Structure, link: Link) -> Link | None:
    """The link without what lies beyond its block's reach, or ``None`` where nothing is left of its content.

    The source must stand in one block: of a longer one the part nearest to the cue is kept. Content beyond the cue's
    block must stand in paragraphs, and content of a cue that stands in none must stand in the same block.
    """
    assert link.cue is not None
    home = structure.block_of[link.cue[0]]
    silent = home >= 0 and structure.blocks[home].kind in _SILENT
    if silent or structure.dateline_end(link.cue[0]) is not None:
        return None
    content = [
        piece
        for part in link.content
        for piece in _pieces(structure, part)
        if _is_in_reach(structure, home, structure.block_of[piece[0]])
    ]
    if not content:
        return None
    source = past_dateline(structure, _nearest(structure, link.source, link.cue))
    return evolve(link, source=source, content=tuple(content))


def past_dateline(structure: Structure, source: Pair | None) -> Pair | None:
    """A source without the dateline that it begins with."""
    end = None if source is None else structure.dateline_end(source[0])
    return source if source is None or end is None or end >= source[1] else (end, source[1])


def _is_in_reach(structure: Structure, home: int, block: int) -> bool:
    if block == home or block < 0 or home < 0:
        return True
    return all(structure.blocks[b].kind is BlockKind.PARAGRAPH for b in (home, block))


def _nearest(structure: Structure, source: Pair | None, cue: Pair) -> Pair | None:
    if source is None:
        return None
    pieces = _pieces(structure, source)
    return min(pieces, key=lambda piece: max(cue[0] - piece[1], piece[0] - cue[1]))


def _pieces(structure: Structure, span: Pair) -> list[Pair]:
    """A span cut where its block changes, without the white space between blocks."""
    out: list[Pair] = []
    start, end = span
    for token in range(start, end):
        if structure.block_of[token] < 0:
            continue
        if out and structure.block_of[token] == structure.block_of[out[-1][0]]:
            out[-1] = (out[-1][0], token + 1)
        else:
            out.append((token, token + 1))
    return out or [span]

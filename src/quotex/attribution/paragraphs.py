"""Speech in marks beyond the reach of a cue: quotations over several paragraphs, follow-on quotations, unattributed
ones."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution.link import Link
from quotex.records import BlockKind, Reason, RegionKind
from quotex.spans import Pair, overlap, overlaps
from quotex.structure import Structure

_FOLLOW_ON = "follow_on_paragraph"
_UNATTRIBUTED = "unattributed_speech"
_SHORTEST = 5
"""Fewest words of speech that nobody is credited with; shorter ones are rarely speech."""


def joined(doc: Doc, structure: Structure, links: Sequence[Link]) -> list[Link]:
    """Links with the rest of their quotation: speech that carries on over paragraphs or after an interrupting cue.

    Content in a later paragraph that is wholly in marks of its own is taken off, to be a follow-on quotation.
    """
    taken = [False] * len(doc)
    out = [_within_quotation(doc, structure, link) for link in links]
    for link in out:
        for part in link.content:
            taken[part[0] : part[1]] = [True] * (part[1] - part[0])
    return [_extended(doc, structure, link, taken) for link in out]


def _within_quotation(doc: Doc, structure: Structure, link: Link) -> Link:
    assert link.cue is not None
    home = structure.block_of[link.cue[0]]
    kept = tuple(
        part
        for part in link.content
        if structure.block_of[part[0]] <= home
        or not _is_wholly_marked(doc, structure, structure.block_of[part[0]])
        or _carries_on(structure, part, link)
    )
    return evolve(link, content=kept) if kept and kept != link.content else link


def _extended(doc: Doc, structure: Structure, link: Link, taken: list[bool]) -> Link:
    """``link`` with the speech regions that continue its last one, or that stand right after it in its paragraph."""
    content = list(link.content)
    reasons = link.reasons
    while True:
        region = _next_region(doc, structure, link, content[-1])
        if region is None:
            break
        start, end = structure.region_tokens[region]
        if any(taken[start:end]):
            break
        taken[start:end] = [True] * (end - start)
        content.append((start, end))
        reasons = (*reasons, Reason("carried_on"))
    return evolve(link, content=tuple(content), reasons=reasons) if len(content) > len(link.content) else link


def _next_region(doc: Doc, structure: Structure, link: Link, last: Pair) -> int | None:
    """The speech region that carries on the speech at the end of ``last``, if one does."""
    here = _outermost_region(structure, last[1] - 1)
    if here is None or structure.regions[here].kind is not RegionKind.SPEECH:
        return None
    for index in range(here + 1, len(structure.regions)):
        region = structure.regions[index]
        if region.parent is not None:
            continue
        if region.kind is not RegionKind.SPEECH:
            return None
        if region.continues == here:
            return index
        start, _ = structure.region_tokens[index]
        return index if _only_link_between(doc, structure, link, last[1], start) else None
    return None


def _only_link_between(doc: Doc, structure: Structure, link: Link, start: int, end: int) -> bool:
    """Whether nothing but the link's own cue and source, and punctuation, stands between in the same block."""
    if structure.block_of[start - 1] != structure.block_of[end]:
        return False
    own = [part for part in (link.cue, link.source) if part]
    if not any(start <= part[0] and part[1] <= end for part in own):
        return False
    rest = [i for i in range(start, end) if not any(a <= i < b for a, b in own)]
    return not any(doc[i].text[0].isalnum() for i in rest)


def unclaimed(doc: Doc, structure: Structure, links: Sequence[Link]) -> list[Link]:
    """Speech in marks that no link holds, as links without cue and source: a region, or a chain of those that continue
    it."""
    taken = [False] * len(doc)
    for link in links:
        for part in (link.cue, link.source, *link.content):
            if part:
                taken[part[0] : part[1]] = [True] * (part[1] - part[0])
    chains: dict[int, list[Pair]] = {}
    head: dict[int, int] = {}
    for index, (region, span) in enumerate(zip(structure.regions, structure.region_tokens, strict=True)):
        if region.parent is not None or region.kind is not RegionKind.SPEECH or any(taken[span[0] : span[1]]):
            continue
        first = head.get(region.continues, index) if region.continues is not None else index
        if region.continues is None and _is_follow_on(doc, structure, span):
            first = _same_paragraph_head(structure, chains, span, index)
        head[index] = first
        chains.setdefault(first, []).append(span)
    return [
        Link(
            None,
            None,
            tuple(parts),
            1.0,
            (Reason(_FOLLOW_ON if _is_follow_on(doc, structure, parts[0]) else _UNATTRIBUTED),),
        )
        for parts in chains.values()
        if _is_follow_on(doc, structure, parts[0]) or _is_free_standing(doc, structure, parts[0])
    ]


def _same_paragraph_head(structure: Structure, chains: dict[int, list[Pair]], span: Pair, index: int) -> int:
    block = structure.block_of[span[0]]
    for first, parts in reversed(chains.items()):
        return first if structure.block_of[parts[-1][0]] == block else index
    return index


def running(structure: Structure, links: Sequence[Link]) -> list[int | None]:
    """For each link the index of the one whose speaker it carries on: follow-on quotations only.

    The speaker runs on from the nearest link before that ends in the block before or in a follow-on of it.
    """
    out: list[int | None] = []
    for index, link in enumerate(links):
        out.append(
            _leader(structure, links, index) if link.cue is None and link.reasons[0].rule == _FOLLOW_ON else None
        )
    return out


def _leader(structure: Structure, links: Sequence[Link], index: int) -> int | None:
    block = structure.block_of[links[index].start]
    for before in range(index - 1, -1, -1):
        gap = block - structure.block_of[links[before].end - 1]
        if gap > 1:
            return None
        if gap >= 0 and links[before].end <= links[index].start:
            return before
    return None


def _outermost_region(structure: Structure, token: int) -> int | None:
    region: int | None = structure.region_of[token]
    if region is None or region < 0:
        return None
    while structure.regions[region].parent is not None:
        region = structure.regions[region].parent
        assert region is not None
    return region


def _is_follow_on(doc: Doc, structure: Structure, span: Pair) -> bool:
    """Whether the speech stands in a paragraph wholly in marks."""
    return _is_wholly_marked(doc, structure, structure.block_of[span[0]])


def _is_wholly_marked(doc: Doc, structure: Structure, block: int) -> bool:
    """Whether all words of a paragraph stand in speech regions."""
    if block < 0 or structure.blocks[block].kind is not BlockKind.PARAGRAPH:
        return False
    tokens = _tokens_of(doc, structure, block)
    return all(structure.in_speech[i] or not doc[i].text[0].isalnum() for i in tokens)


def _tokens_of(doc: Doc, structure: Structure, block: int) -> range:
    span = doc.char_span(structure.blocks[block].start, structure.blocks[block].end, alignment_mode="expand")
    assert span is not None
    return range(span.start, span.end)


def _is_free_standing(doc: Doc, structure: Structure, span: Pair) -> bool:
    """Whether a speech region is long enough and a sentence of its own."""
    words = [i for i in range(*span) if doc[i].text[0].isalnum()]
    return len(words) >= _SHORTEST and any(
        overlap(s, span) == s[1] - s[0] for s in structure.sentences if overlaps(s, span)
    )


def _carries_on(structure: Structure, part: Pair, link: Link) -> bool:
    """Whether the region at ``part`` continues, over any number of paragraphs, one that the link's content holds."""
    region = _outermost_region(structure, part[0])
    while region is not None and structure.regions[region].continues is not None:
        region = structure.regions[region].continues
        assert region is not None
        if any(overlaps(structure.region_tokens[region], other) for other in link.content if other != part):
            return True
    return False

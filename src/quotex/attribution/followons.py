"""Speech in marks beyond the reach of any cue: follow-on quotations, and speech that nobody is credited with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc

from quotex.attribution.link import BY_SHAPE, Link
from quotex.attribution.regions import chains, held
from quotex.records import BlockKind, Reason, RegionKind
from quotex.spans import Pair
from quotex.structure import Structure

FOLLOW_ON = "follow_on_paragraph"
"""First reason of a link that carries on the speaker of the one before it."""
_UNATTRIBUTED = "unattributed_speech"
_SHORTEST, _SHORTEST_SENTENCE = 5, 2
"""Fewest words of speech that nobody is credited with, and of such that ends as a sentence does; shorter ones are
rarely speech."""
_FULL_STOPS = frozenset({".", "!", "?", "…"})
_MARKS = "\"'”’»›«“"


def unclaimed(doc: Doc, structure: Structure, links: Sequence[Link]) -> list[Link]:
    """Speech in marks that no link holds, as links without cue and source.

    Regions that continue each other, or that fill one paragraph between them, are one link.
    """
    taken = held(len(doc), (part for link in links for part in (link.cue, link.source, *link.content) if part))
    block_of = [structure.block_of[start] for start, _ in structure.region_tokens]
    marked = _wholly_marked(doc, structure)
    chain_of = chains(structure)
    groups: dict[int, list[int]] = {}
    last: int | None = None
    for index, (region, span) in enumerate(zip(structure.regions, structure.region_tokens, strict=True)):
        if region.parent is not None or region.kind is not RegionKind.SPEECH or any(taken[span[0] : span[1]]):
            continue
        group = chain_of[index]
        if group == index and last is not None and block_of[groups[last][-1]] == block_of[index] in marked:
            group = last
        groups.setdefault(group, []).append(index)
        last = group
    out = []
    for first, *more in groups.values():
        content = tuple(structure.region_tokens[region] for region in (first, *more))
        if block_of[first] in marked:
            out.append(Link(None, None, content, BY_SHAPE, (Reason(FOLLOW_ON),)))
        elif _is_free_standing(doc, structure, first):
            out.append(Link(None, None, content, BY_SHAPE, (Reason(_UNATTRIBUTED),)))
    return out


def _wholly_marked(doc: Doc, structure: Structure) -> set[int]:
    """The paragraphs all of whose words stand in speech."""
    out = {index for index, block in enumerate(structure.blocks) if block.kind is BlockKind.PARAGRAPH}
    for token, block in zip(doc, structure.block_of, strict=True):
        if not structure.in_speech[token.i] and token.text[0].isalnum():
            out.discard(block)
    return out


def running(structure: Structure, links: Sequence[Link]) -> list[int | None]:
    """For each link the index of the one whose speaker it carries on: follow-on quotations only.

    The speaker runs on from the nearest link before that ends in the block before or in a follow-on of it.
    """
    out: list[int | None] = []
    for index, link in enumerate(links):
        out.append(_leader(structure, links, index) if link.cue is None and link.reasons[0].rule == FOLLOW_ON else None)
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


def _is_free_standing(doc: Doc, structure: Structure, region: int) -> bool:
    """Whether a speech region is closed, long enough and a sentence of its own."""
    if structure.regions[region].closing is None:
        return False
    span = structure.region_tokens[region]
    words = sum(doc[i].text[0].isalnum() for i in range(*span))
    is_ended = doc[span[0] : span[1]].text.rstrip(_MARKS)[-1:] in _FULL_STOPS
    return words >= (_SHORTEST_SENTENCE if is_ended else _SHORTEST) and _holds_sentence(structure, span)


def _holds_sentence(structure: Structure, span: Pair) -> bool:
    """Whether an outer sentence lies within the span."""
    first = bisect_left(structure.sentences, span[0], key=lambda sentence: sentence[0])
    return first < len(structure.sentences) and structure.sentences[first][1] <= span[1]

"""Speech in marks beyond the reach of a cue: quotations over several paragraphs, follow-on quotations, unattributed
ones."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution.link import Link
from quotex.records import BlockKind, Reason, RegionKind
from quotex.spans import Pair
from quotex.structure import Structure

_FOLLOW_ON = "follow_on_paragraph"
_UNATTRIBUTED = "unattributed_speech"
_SHORTEST, _SHORTEST_SENTENCE = 5, 2
"""Fewest words of speech that nobody is credited with, and of such that ends as a sentence does; shorter ones are
rarely speech."""
_FULL_STOPS = frozenset({".", "!", "?", "…"})
_MARKS = "\"'”’»›«“"


def joined(doc: Doc, structure: Structure, links: Sequence[Link]) -> list[Link]:
    """Links with the rest of their quotation: speech that carries on over paragraphs or after an interrupting cue.

    Content in marks of its own in another paragraph is taken off: it is a follow-on quotation, or stands alone.
    """
    chains = _chains(structure)
    members: dict[int, list[int]] = {}
    for region, chain in enumerate(chains):
        members.setdefault(chain, []).append(region)
    out = [_within_quotation(structure, chains, link) for link in links]
    taken = _held(len(doc), (part for link in out for part in link.content))
    cued = _held(len(doc), (link.cue for link in out if link.cue))
    words = [token.text[0].isalnum() for token in doc]
    out = [_with_chain(structure, chains, members, link, taken) for link in out]
    return [_with_rest(structure, link, taken, cued, words) for link in out]


def _chains(structure: Structure) -> list[int]:
    """For each region the first of those that it continues, itself where it continues none."""
    out: list[int] = []
    for index, region in enumerate(structure.regions):
        out.append(index if region.continues is None else out[region.continues])
    return out


def _held(length: int, spans: Iterable[Pair]) -> list[bool]:
    """For each token whether one of the spans holds it."""
    out = [False] * length
    for start, end in spans:
        out[start:end] = [True] * (end - start)
    return out


def _within_quotation(structure: Structure, chains: Sequence[int], link: Link) -> Link:
    assert link.cue is not None
    home = structure.block_of[link.cue[0]]
    own = {_chain_of(structure, chains, part) for part in link.content if structure.block_of[part[0]] == home}
    kept = tuple(
        part
        for part in link.content
        if structure.block_of[part[0]] == home
        or _outermost_region(structure, part[0]) is None
        or _chain_of(structure, chains, part) in own
    )
    return evolve(link, content=kept) if kept and kept != link.content else link


def _chain_of(structure: Structure, chains: Sequence[int], part: Pair) -> int:
    """The chain of the region at the start of ``part``; -1 where there is none."""
    region = _outermost_region(structure, part[0])
    return -1 if region is None else chains[region]


def _with_chain(
    structure: Structure, chains: Sequence[int], members: Mapping[int, Sequence[int]], link: Link, taken: list[bool]
) -> Link:
    """``link`` with all paragraphs of the quotations that its content holds, those before the cue's included."""
    own = {_chain_of(structure, chains, part) for part in link.content} - {-1}
    added = []
    for region in (region for chain in sorted(own) for region in members[chain]):
        start, end = structure.region_tokens[region]
        if not any(taken[start:end]):
            taken[start:end] = [True] * (end - start)
            added.append((start, end))
    return _with_content(link, added)


def _with_content(link: Link, added: Sequence[Pair]) -> Link:
    if not added:
        return link
    return evolve(link, content=tuple(sorted((*link.content, *added))), reasons=(*link.reasons, Reason("carried_on")))


def _with_rest(
    structure: Structure, link: Link, taken: list[bool], cued: Sequence[bool], words: Sequence[bool]
) -> Link:
    """``link`` with the speech that stands right after its own in the same paragraph."""
    added: list[Pair] = []
    while True:
        region = _next_region(structure, link, cued, words, added[-1] if added else link.content[-1])
        if region is None or any(taken[slice(*structure.region_tokens[region])]):
            return _with_content(link, added)
        start, end = structure.region_tokens[region]
        taken[start:end] = [True] * (end - start)
        added.append((start, end))


def _next_region(
    structure: Structure, link: Link, cued: Sequence[bool], words: Sequence[bool], last: Pair
) -> int | None:
    """The speech region that the link interrupts after the speech at the end of ``last``, if there is one."""
    here = _outermost_region(structure, last[1] - 1)
    if here is None or structure.regions[here].kind is not RegionKind.SPEECH:
        return None
    for index in range(here + 1, len(structure.regions)):
        if structure.regions[index].parent is not None:
            continue
        gap = (last[1], structure.region_tokens[index][0])
        is_speech = structure.regions[index].kind is RegionKind.SPEECH
        return index if is_speech and _interrupts(structure, link, cued, words, gap) else None
    return None


def _interrupts(structure: Structure, link: Link, cued: Sequence[bool], words: Sequence[bool], gap: Pair) -> bool:
    """Whether the gap between two regions of a paragraph is the link's own: no words, or its cue, nobody else's, and no
    more than the rest of its sentence."""
    start, end = gap
    if structure.block_of[start - 1] != structure.block_of[end]:
        return False
    if not any(words[start:end]):
        return True
    assert link.cue is not None
    if not (start <= link.cue[0] and link.cue[1] <= end) or sum(cued[start:end]) > link.cue[1] - link.cue[0]:
        return False
    return _sentence_of(structure, end) - _sentence_of(structure, link.cue[0]) <= 1


def _sentence_of(structure: Structure, token: int) -> int:
    return bisect_right(structure.sentences, token, key=lambda sentence: sentence[0]) - 1


def unclaimed(doc: Doc, structure: Structure, links: Sequence[Link]) -> list[Link]:
    """Speech in marks that no link holds, as links without cue and source: a region, or a chain of those that continue
    it."""
    taken = _held(len(doc), (part for link in links for part in (link.cue, link.source, *link.content) if part))
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
    out = []
    for first, parts in chains.items():
        if _is_follow_on(doc, structure, parts[0]):
            out.append(Link(None, None, tuple(parts), 1.0, (Reason(_FOLLOW_ON),)))
        elif _is_free_standing(doc, structure, first):
            out.append(Link(None, None, tuple(parts), 1.0, (Reason(_UNATTRIBUTED),)))
    return out


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

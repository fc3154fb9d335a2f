"""Quotations put together again: over paragraphs, and around the cue that interrupts them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution.link import Link
from quotex.attribution.regions import chains, held, outermost_region, sentence_of
from quotex.records import Reason, RegionKind
from quotex.spans import Pair
from quotex.structure import Structure

_RELATIVES = frozenset("where which who whom whose".split())


def joined(doc: Doc, structure: Structure, links: Sequence[Link]) -> list[Link]:
    """Links with the rest of their quotation: speech that carries on over paragraphs or after an interrupting cue.

    Content in marks of its own in another paragraph is taken off: it is a follow-on quotation, or stands alone. So is
    the rest of a quotation that another cue interrupts (``“A,” he said, pointing to the door, “b.”``).
    """
    chain_of = chains(structure)
    members: dict[int, list[int]] = {}
    for region, chain in enumerate(chain_of):
        members.setdefault(chain, []).append(region)
    out = [_within_quotation(structure, chain_of, link) for link in links]
    out = [_before_rest(doc, structure, link) for link in out]
    taken = held(len(doc), (part for link in out for part in link.content))
    cued = held(len(doc), (link.cue for link in out if link.cue and not _is_subordinate(doc, link)))
    words = [token.text[0].isalnum() for token in doc]
    out = [_with_chain(structure, chain_of, members, link, taken) for link in out]
    return [_with_rest(structure, link, taken, cued, words) for link in out]


def _is_subordinate(doc: Doc, link: Link) -> bool:
    """Whether the cue is a participle ("…, referring to the strike") or stands in a relative clause."""
    assert link.cue is not None
    if doc[link.cue[0]].lower_.endswith("ing"):
        return True
    start = link.source[0] if link.source else link.cue[0]
    return any(doc[i].lower_ in _RELATIVES for i in range(max(0, start - 1), start + 1))


def _within_quotation(structure: Structure, chain_of: Sequence[int], link: Link) -> Link:
    assert link.cue is not None
    home = structure.block_of[link.cue[0]]
    own = {_chain(structure, chain_of, part) for part in link.content if structure.block_of[part[0]] == home}
    kept = tuple(
        part
        for part in link.content
        if structure.block_of[part[0]] == home
        or outermost_region(structure, part[0]) is None
        or _chain(structure, chain_of, part) in own
    )
    return evolve(link, content=kept) if kept and kept != link.content else link


def _before_rest(doc: Doc, structure: Structure, link: Link) -> Link:
    """The link with its content cut before speech in it that goes on, after a comma and in lower case, from speech
    before its cue."""
    assert link.cue is not None
    for index in range(bisect_left(structure.region_tokens, (link.cue[1], 0)), len(structure.regions)):
        start, _ = structure.region_tokens[index]
        if start >= link.end:
            break
        if structure.regions[index].parent is not None or structure.regions[index].kind is not RegionKind.SPEECH:
            continue
        part = next((part for part in link.content if link.cue[1] <= part[0] < start - 1 and start < part[1]), None)
        if part and doc[start - 1].text == "," and doc[start + 1].is_lower and _is_open(doc, structure, link.cue[0]):
            kept = tuple(p for p in link.content if p[1] <= part[0])
            return evolve(link, content=(*kept, (part[0], start - 1)))
    return link


def _is_open(doc: Doc, structure: Structure, token: int) -> bool:
    """Whether speech earlier in the sentence of ``token`` ends with a comma."""
    first = structure.sentences[sentence_of(structure, token)][0]
    before = next((i for i in range(token - 1, first, -1) if structure.in_speech[i]), None)
    return before is not None and doc[before - 1].text == ","


def _chain(structure: Structure, chain_of: Sequence[int], part: Pair) -> int:
    """The chain of the region at the start of ``part``; -1 where there is none."""
    region = outermost_region(structure, part[0])
    return -1 if region is None else chain_of[region]


def _with_chain(
    structure: Structure, chain_of: Sequence[int], members: Mapping[int, Sequence[int]], link: Link, taken: list[bool]
) -> Link:
    """``link`` with all paragraphs of the quotations that its content holds, those before the cue's included."""
    own = {_chain(structure, chain_of, part) for part in link.content} - {-1}
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
    here = outermost_region(structure, last[1] - 1)
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
    """Whether the gap between two regions of a paragraph is the link's own: no words, or its cue, nobody else's but in
    a clause that hangs on it, and no more than the rest of its sentence."""
    start, end = gap
    if structure.block_of[start - 1] != structure.block_of[end]:
        return False
    if not any(words[start:end]):
        return True
    assert link.cue is not None
    if not (start <= link.cue[0] and link.cue[1] <= end) or sum(cued[start:end]) > link.cue[1] - link.cue[0]:
        return False
    return sentence_of(structure, end) - sentence_of(structure, link.cue[0]) <= 1

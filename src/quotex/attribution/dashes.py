"""Quotations signed with a dash: “We were never asked.” – Ada Osei, shopkeeper."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from quotex.attribution.link import Link
from quotex.records import Reason, RegionKind
from quotex.spans import Pair
from quotex.structure import Structure

_DASHES = frozenset({"-", "--", "---", "–", "—", "―", "‒"})
_LONGEST = 25
"""A signature has no more tokens than that; longer text after a dash is a sentence."""
_ARTICLES = frozenset({"a", "an", "the", "one", "some", "his", "her", "their", "my", "our"})
_SIGNED = "signed_with_dash"


def signed(doc: Doc, structure: Structure, links: Sequence[Link]) -> list[Link]:
    """Links for speech in marks that none of ``links`` touches and that a dash with a source follows.

    The source is all the rest of the paragraph, or a paragraph of its own right after the quotation. The cue is the dash;
    ``None`` where the tokenizer leaves a hyphen on the source's first word ("-Commissioner"). A quotation over several
    paragraphs is one content.
    """
    taken = [False] * len(doc)
    for link in links:
        for part in (link.cue, link.source, *link.content):
            if part:
                taken[part[0] : part[1]] = [True] * (part[1] - part[0])
    out = []
    for index, region in enumerate(structure.regions):
        if region.kind is not RegionKind.SPEECH or region.parent is not None:
            continue
        content = _chain(structure, index)
        if any(any(taken[start:end]) for start, end in content):
            continue
        signature = _signature(doc, structure, content[-1][1])
        if signature is not None and not any(taken[signature[0] : signature[1]]):
            cue, source = _parts(doc, signature)
            out.append(Link(cue, source, content, 1.0, (Reason(_SIGNED),)))
    return out


def _chain(structure: Structure, index: int) -> tuple[Pair, ...]:
    """The region with those that it carries on, in text order."""
    chain = [structure.region_tokens[index]]
    before = structure.regions[index].continues
    while before is not None:
        chain.append(structure.region_tokens[before])
        before = structure.regions[before].continues
    return tuple(reversed(chain))


def _signature(doc: Doc, structure: Structure, end: int) -> Pair | None:
    """The dash and the source after a quotation that ends at token ``end``; ``None`` where there is none."""
    start = end
    while start < len(doc) and doc[start].is_space:
        start += 1
    if start == len(doc) or structure.block_of[start] - structure.block_of[end - 1] > 1:
        return None
    stop = start
    while stop < len(doc) and structure.block_of[stop] == structure.block_of[start]:
        stop += 1
    while stop > start and (doc[stop - 1].is_space or doc[stop - 1].text == "."):
        stop -= 1
    return (start, stop) if _is_signature(doc, structure, (start, stop)) else None


def _is_signature(doc: Doc, structure: Structure, span: Pair) -> bool:
    start, stop = span
    first = doc[start].text
    if not 1 <= stop - start <= _LONGEST or any(structure.in_speech[start:stop]):
        return False
    if first in _DASHES:
        start += 1
    elif first[0] not in _DASHES:
        return False
    word = doc[start].text.lstrip("-–—") if start < stop else ""
    if not (word[:1].isupper() or word.lower() in _ARTICLES):
        return False
    # More than one sentence after the dash is text that goes on, not a name.
    return not any(start < sentence[0] < stop for sentence in structure.sentences)


def _parts(doc: Doc, signature: Pair) -> tuple[Pair | None, Pair]:
    start, stop = signature
    if doc[start].text in _DASHES:
        return (start, start + 1), (start + 1, stop)
    return None, signature

"""Spans fitted to the quotation marks and to the edges of sentences."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution.colons import before_colon, is_set_off
from quotex.attribution.link import Link
from quotex.records import Reason, RegionKind
from quotex.spans import Pair, merged, overlap, without
from quotex.structure import Structure

_TRAILING = frozenset({",", ";", ":", "-", "–", "—", "."})
_LEADING = frozenset({",", ";", ":", "-", "–", "—", "."})
_FULL_STOPS = frozenset({".", "!", "?"})
_MOST = 0.6
"""A region of which at least this share is content is content as a whole, unless cue or source lie in it."""


def fitted(doc: Doc, structure: Structure, link: Link) -> Link:
    """The link with its content's edges on the marks of the regions it fills and without loose punctuation.

    The cue loses its colon. Speech that a colon sets off keeps its full stop and ends with its paragraph.
    """
    link = before_colon(doc, link)
    content = link.content
    is_speech = is_set_off(doc, structure, link)
    if is_speech:
        content = tuple(part for part in content if structure.block_of[part[0]] == structure.block_of[content[0][0]])
    widened = merged(_with_regions(structure, link, part) for part in content)
    free = [part for span in widened for part in without(span, [p for p in (link.cue, link.source) if p])]
    trimmed = [span for part in free if (span := _trimmed(doc, structure, part))[0] < span[1]]
    if is_speech and trimmed:
        trimmed[-1] = (trimmed[-1][0], _with_full_stop(doc, trimmed[-1][1]))
    if not trimmed:
        return link
    reasons = link.reasons if tuple(trimmed) == link.content else (*link.reasons, Reason("fitted_to_marks"))
    return evolve(link, content=tuple(trimmed), reasons=reasons)


def _with_regions(structure: Structure, link: Link, part: Pair) -> Pair:
    """``part`` widened over each region that it mostly fills or one of whose marks it holds."""
    start, end = part
    for region in _regions_in(structure, part):
        span = structure.region_tokens[region]
        if structure.regions[region].kind is RegionKind.NAME and not (span[0] >= start - 1 and span[1] <= end + 1):
            continue
        if any(role and overlap(role, span) for role in (link.cue, link.source)):
            continue
        inner = max(1, span[1] - span[0] - 2)
        holds_mark = part[0] <= span[0] < part[1] or part[0] < span[1] <= part[1]
        if holds_mark or overlap(part, span) >= _MOST * inner:
            start, end = min(start, span[0]), max(end, span[1])
    return start, end


def _regions_in(structure: Structure, part: Pair) -> list[int]:
    """The regions that share a token with ``part``, the ones around them included."""
    found: set[int] = set()
    for token in range(*part):
        region: int | None = structure.region_of[token]
        while region is not None and region >= 0 and region not in found:
            found.add(region)
            region = structure.regions[region].parent
    return sorted(found)


def _trimmed(doc: Doc, structure: Structure, part: Pair) -> Pair:
    """``part`` without white space and loose punctuation at its edges; what stands in marks is left as it is."""
    start, end = part
    while start < end and (doc[start].is_space or (doc[start].text in _LEADING and not structure.in_speech[start])):
        start += 1
    while start < end and (
        doc[end - 1].is_space or (doc[end - 1].text in _TRAILING and not structure.in_speech[end - 1])
    ):
        end -= 1
    return start, end


def _with_full_stop(doc: Doc, end: int) -> int:
    return end + 1 if end < len(doc) and doc[end].text in _FULL_STOPS else end

"""Attributions that are given, in characters, as drafts."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from quotex.attribution.draft import Draft
from quotex.attribution.drafting import drafted
from quotex.attribution.followons import FOLLOW_ON
from quotex.attribution.link import Link
from quotex.given import GivenAttribution
from quotex.records import Reason
from quotex.spans import Pair
from quotex.structure import Structure
from quotex.structure.tokens import TokenMap

_CERTAIN = 1.0
_GIVEN = Reason("given")


def draft_given(
    doc: Doc, structure: Structure, given: Sequence[GivenAttribution]
) -> tuple[tuple[Draft, ...], list[int]]:
    """The drafts of given attributions in text order, and for each the index in ``given`` of the one it was made of.

    The spans are widened to whole tokens and otherwise taken as they are; kind and act are judged as for any other
    attribution. ``given`` is what ``read_given`` returns.
    """
    tokens = TokenMap.of(doc, doc.text)
    links = [_link(tokens, each) for each in given]
    order = sorted(range(len(links)), key=lambda index: links[index].place)
    return drafted(doc, structure, [links[index] for index in order]), order


def _link(tokens: TokenMap, given: GivenAttribution) -> Link:
    # A record has one cue and one source: of fragments it takes the words between them as well.
    cue, source = (_whole(tokens.cover(spans)) for spans in (given.cue, given.source))
    reasons = (_GIVEN,) if cue or source else (Reason(FOLLOW_ON), _GIVEN)
    return Link(cue, source, _apart(tokens.cover(given.content)), _CERTAIN, reasons)


def _whole(spans: Sequence[Pair]) -> Pair | None:
    return (spans[0][0], max(end for _, end in spans)) if spans else None


def _apart(spans: Sequence[Pair]) -> tuple[Pair, ...]:
    """The spans, in order, those that share a token made one."""
    out: list[Pair] = []
    for start, end in spans:
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)

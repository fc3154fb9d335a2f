"""Scores and marks to attributions: the whole way of this room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution import acts, bylines, kinds, marks, paragraphs
from quotex.attribution.decode import decode_roles
from quotex.attribution.draft import Draft
from quotex.attribution.link import Link
from quotex.encoder import Cue, Reading
from quotex.records import BlockKind, Reason
from quotex.spans import Pair, overlaps
from quotex.structure import Structure

if TYPE_CHECKING:
    import numpy as np

_SILENT = frozenset({BlockKind.LINKS})
"""Blocks in which nothing is attributed."""


def attribute(doc: Doc, structure: Structure, reading: Reading) -> tuple[Draft, ...]:
    """Find the attributions of a document, in the order of their first tokens.

    The encoder's cues are given their best roles, spans are fitted to the quotation marks, and speech in marks that no
    cue governs is attached to the running speaker or kept without one. Empty where nothing is attributed.
    """
    links = [link for link in links_of(reading) if _stands_in_text(structure, link)]
    links = [marks.fitted(doc, structure, link) for link in _outermost(links)]
    links = bylines.beside(doc, structure, reading, links)
    links = paragraphs.joined(doc, structure, links)
    links += paragraphs.unclaimed(doc, structure, links)
    links.sort(key=lambda link: (link.start, link.end, link.cue or (-1, -1)))
    followed = paragraphs.running(structure, links)
    return tuple(_draft(doc, structure, link, follows) for link, follows in zip(links, followed, strict=True))


def links_of(reading: Reading) -> list[Link]:
    """Cues with their roles as the encoder alone would have them, in tokens, by cue; cues without content are left
    out."""
    links: list[Link] = []
    for _, group in groupby(reading.cues, key=lambda cue: cue.window):
        links += _of_window(list(group), reading.words.token)
    return links


def _of_window(cues: Sequence[Cue], token: np.ndarray) -> list[Link]:
    import numpy as np

    start = cues[0].window
    spans = [(cue.start - start, cue.end - start) for cue in cues]
    roles = decode_roles(np.stack([cue.potentials for cue in cues]), spans)

    def tokens(span: Pair) -> Pair:
        return int(token[start + span[0]]), int(token[start + span[1] - 1]) + 1

    return [
        Link(tokens(span), tokens(source) if source else None, tuple(map(tokens, content)), cue.score)
        for cue, span, (source, content) in zip(cues, spans, roles, strict=True)
        if content
    ]


def _stands_in_text(structure: Structure, link: Link) -> bool:
    assert link.cue is not None
    block = structure.block_of[link.cue[0]]
    return block < 0 or structure.blocks[block].kind not in _SILENT


def _outermost(links: Sequence[Link]) -> list[Link]:
    """Without the links whose cue lies in the content of another one that is not in turn within theirs."""

    def governs(outer: Link, inner: Link) -> bool:
        assert outer.cue is not None
        assert inner.cue is not None
        return any(overlaps(inner.cue, part) for part in outer.content) and not any(
            overlaps(outer.cue, part) for part in inner.content
        )

    near = 40
    return [
        link
        for i, link in enumerate(links)
        if not any(governs(other, link) for other in links[max(0, i - near) : i + near] if other is not link)
    ]


def _draft(doc: Doc, structure: Structure, link: Link, follows: int | None) -> Draft:
    content, verbatim = kinds.segments(doc, structure, link)
    act, why = acts.judge(doc, link.cue, link.source, link.content)
    kind = kinds.kind_of(verbatim)
    reasons = (*link.reasons, why)
    if link.cue is not None:
        reasons = (Reason("cue", round(link.score, 4)), *reasons)
    draft = Draft(link.cue, link.source, content, verbatim, act, kind, round(link.score, 4), reasons)
    return evolve(draft, follows=follows)

"""Scores and marks to attributions: the whole way of this room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution import acts, bylines, kinds, marks, paragraphs, rivals
from quotex.attribution.blocks import within_blocks
from quotex.attribution.decode import decode_roles
from quotex.attribution.draft import Draft
from quotex.attribution.link import Link
from quotex.encoder import Cue, Reading
from quotex.records import Reason
from quotex.spans import Pair
from quotex.structure import Structure

if TYPE_CHECKING:
    import numpy as np


def attribute(doc: Doc, structure: Structure, reading: Reading) -> tuple[Draft, ...]:
    """Find the attributions of a document, in the order of their first tokens.

    The encoder's cues are given their best roles, spans are fitted to the quotation marks, and speech in marks that no
    cue governs is attached to the running speaker or kept without one. Empty where nothing is attributed.
    """
    links = [kept for link in links_of(reading) if (kept := within_blocks(structure, link))]
    links = rivals.apart([marks.fitted(doc, structure, link) for link in rivals.outermost(links)])
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


def _draft(doc: Doc, structure: Structure, link: Link, follows: int | None) -> Draft:
    content, verbatim = kinds.segments(doc, structure, link)
    act, why = acts.judge(doc, link.cue, link.source, link.content)
    kind = kinds.kind_of(verbatim)
    reasons = (*link.reasons, why)
    if link.cue is not None:
        reasons = (Reason("cue", round(link.score, 4)), *reasons)
    draft = Draft(link.cue, link.source, content, verbatim, act, kind, round(link.score, 4), reasons)
    return evolve(draft, follows=follows)

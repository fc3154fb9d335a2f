"""Scores and marks to attributions: the whole way of this room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution import acts, bylines, followons, joining, kinds, marks, rivals
from quotex.attribution.blocks import within_blocks
from quotex.attribution.circumstances import circumstances
from quotex.attribution.clauses import completed
from quotex.attribution.colons import whole_paragraph
from quotex.attribution.decode import ENTER_SOURCE, decode_roles
from quotex.attribution.draft import Draft
from quotex.attribution.link import Link
from quotex.attribution.newsmedia import news_medium
from quotex.attribution.status import status_of
from quotex.attribution.tellers import chain
from quotex.attribution.topics import is_bare, is_topic
from quotex.attribution.verbgroup import verb_group
from quotex.encoder import Cue, Reading, Words
from quotex.records import Act, Reason
from quotex.spans import Pair
from quotex.structure import Structure

_SOURCE_BIAS = np.float32(2.0)
"""Added to the score of entering a source: the encoder alone leaves too many active verbs without one (tuned on
polnear-dev, where 1 to 4 do alike)."""
_SHORTEST_PARTICIPLE = 4


def attribute(doc: Doc, structure: Structure, reading: Reading) -> tuple[Draft, ...]:
    """Find the attributions of a document, in the order of their first tokens.

    The encoder's cues are given their best roles, spans are fitted to the quotation marks, and speech in marks that no
    cue governs is attached to the running speaker or kept without one. Empty where nothing is attributed.
    """
    links = [kept for link in links_of(reading) if (kept := within_blocks(structure, link))]
    links = [link for link in links if not is_bare(doc, link) and not is_topic(doc, structure, link)]
    links = [whole_paragraph(doc, structure, link) for link in links]
    links = rivals.apart([marks.fitted(doc, structure, link) for link in rivals.outermost(links)])
    links = completed(doc, structure, links)
    links = bylines.beside(doc, structure, reading, links)
    links = joining.joined(doc, structure, links)
    links += followons.unclaimed(doc, structure, links)
    return drafted(doc, structure, sorted(links, key=lambda link: link.place))


def drafted(doc: Doc, structure: Structure, links: Sequence[Link]) -> tuple[Draft, ...]:
    """The drafts of links in text order (``Link.place``): kind and act judged, follow-on quotations tied to what they
    follow."""
    followed = followons.running(structure, links)
    return tuple(_draft(doc, structure, link, follows) for link, follows in zip(links, followed, strict=True))


def links_of(reading: Reading) -> list[Link]:
    """Cues with their roles as the encoder alone would have them, in tokens, by cue; cues without content are left
    out."""
    links: list[Link] = []
    for _, group in groupby(reading.cues, key=lambda cue: cue.window):
        links += _of_window(list(group), reading.words)
    return links


def _of_window(cues: Sequence[Cue], words: Words) -> list[Link]:
    start = cues[0].window
    spans = [(cue.start - start, cue.end - start) for cue in cues]
    potentials = np.stack([cue.potentials for cue in cues])
    potentials[..., ENTER_SOURCE] += _SOURCE_BIAS
    roles = decode_roles(potentials, spans, [_is_participle(words.text[cue.start]) for cue in cues])

    def tokens(span: Pair) -> Pair:
        return int(words.token[start + span[0]]), int(words.token[start + span[1] - 1]) + 1

    return [
        Link(tokens(span), tokens(source) if source else None, tuple(map(tokens, content)), cue.score)
        for cue, span, (source, content) in zip(cues, spans, roles, strict=True)
        if content
    ]


def _is_participle(word: str) -> bool:
    """Whether a cue's first word is a present participle, whose subject is always in the sentence."""
    return len(word) > _SHORTEST_PARTICIPLE and word.lower().endswith("ing")


def _draft(doc: Doc, structure: Structure, link: Link, follows: int | None) -> Draft:
    content, verbatim = kinds.segments(doc, structure, link)
    draft = Draft(
        link.cue,
        link.source,
        content,
        verbatim,
        Act.STATEMENT,
        kinds.kind_of(verbatim),
        round(link.score, 4),
        (),
        follows,
    )
    if link.cue is not None:
        draft = _surrounded(doc, structure, draft, link.cue)
    act, why = acts.judge(doc, link.cue, draft.voice, link.content)
    reasons = (*link.reasons, why)
    if link.cue is not None:
        reasons = (Reason("cue", round(link.score, 4)), *reasons)
    return evolve(draft, act=act, reasons=reasons)


def _surrounded(doc: Doc, structure: Structure, draft: Draft, cue: Pair) -> Draft:
    """The draft with what the sentence around its cue says: how it is meant, to whom and where it was said, who
    relays it."""
    source, content = draft.source, draft.content
    group = verb_group(doc, structure, cue, source, content)
    status, shown = status_of(structure, group, source, content)
    around = circumstances(doc, structure, group, source, content)
    relayed = chain(doc, structure, group, source, content)
    printed = None if relayed.teller is None else news_medium(doc, relayed.teller)
    return evolve(
        draft,
        status=status,
        status_span=shown,
        addressee=around.addressee,
        medium=around.medium or printed,
        teller=relayed.teller,
        quoted=relayed.quoted,
    )

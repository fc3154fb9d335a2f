"""Scores and marks to attributions: the whole way of this room."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution import acts, bylines, followons, joining, kinds, marks, rivals
from quotex.attribution.blocks import past_dateline, within_blocks
from quotex.attribution.circumstances import circumstances
from quotex.attribution.clauses import completed
from quotex.attribution.colons import whole_paragraph
from quotex.attribution.draft import Draft
from quotex.attribution.impersonal import without_it
from quotex.attribution.link import Link
from quotex.attribution.newsmedia import news_medium
from quotex.attribution.passives import without_receiver
from quotex.attribution.relatives import in_relative
from quotex.attribution.roles import links_of
from quotex.attribution.status import status_of
from quotex.attribution.tellers import chain
from quotex.attribution.topics import is_bare, is_topic
from quotex.attribution.verbgroup import verb_group
from quotex.encoder import Reading
from quotex.records import Act, Reason
from quotex.spans import Pair
from quotex.structure import Structure


def attribute(doc: Doc, structure: Structure, reading: Reading) -> tuple[Draft, ...]:
    """Find the attributions of a document, in the order of their first tokens.

    The encoder's cues are given their best roles, spans are fitted to the quotation marks, and speech in marks that no
    cue governs is attached to the running speaker or kept without one. Empty where nothing is attributed.
    """
    links = [kept for link in links_of(structure, reading) if (kept := within_blocks(structure, link))]
    links = [link for link in links if not is_bare(doc, link) and not is_topic(doc, structure, link)]
    links = [without_it(doc, whole_paragraph(doc, structure, link)) for link in links]
    links = [without_receiver(doc, structure, in_relative(doc, structure, link)) for link in links]
    links = rivals.apart([marks.fitted(doc, structure, link) for link in rivals.outermost(links)])
    links = rivals.unique(links)
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


def _draft(doc: Doc, structure: Structure, link: Link, follows: int | None) -> Draft:
    content, verbatim = kinds.segments(doc, structure, link)
    draft = Draft(
        link.cue,
        past_dateline(structure, link.source),
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

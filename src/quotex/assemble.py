"""What the rooms found in a document, in tokens, as records with their text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import asdict, evolve
from spacy.tokens import Doc

from quotex.identity import Wording, attribution_ids
from quotex.records import Attribution, Claim, Reason, Resolution, Segment, Span
from quotex.tokens import span_of

if TYPE_CHECKING:
    from quotex.attribution.draft import Draft
    from quotex.settings import Settings
    from quotex.spans import Pair


def records_of(doc: Doc, drafts: Sequence[Draft], resolutions: Sequence[Resolution]) -> list[Attribution]:
    """The attributions of ``drafts``, in their order, without ids. ``resolutions`` is parallel to ``drafts``."""
    return [_attribution(doc, draft, resolution) for draft, resolution in zip(drafts, resolutions, strict=True)]


def text_order(attributions: Sequence[Attribution]) -> list[int]:
    """The places of the attributions by the first character of cue, source or content."""
    return sorted(range(len(attributions)), key=lambda index: _place(attributions[index]))


def _place(attribution: Attribution) -> tuple[int, ...]:
    """Where it starts; where two start alike, first the one that ends first, then the one whose cue stands first."""
    parts = [part for part in (attribution.cue, attribution.source, *attribution.content) if part]
    cue = attribution.cue.start if attribution.cue else -1
    return min(part.start for part in parts), max(part.end for part in parts), cue


def _attribution(doc: Doc, draft: Draft, resolution: Resolution) -> Attribution:
    content = tuple(
        Segment(**asdict(span_of(doc, pair), recurse=False), verbatim=verbatim)
        for pair, verbatim in zip(draft.content, draft.verbatim, strict=True)
    )
    return Attribution(
        id="",
        act=draft.act,
        kind=draft.kind,
        cue=_optional(doc, draft.cue),
        source=_optional(doc, draft.source),
        content=content,
        score=draft.score,
        resolution=resolution,
        reasons=draft.reasons,
        status=draft.status,
        status_span=_optional(doc, draft.status_span),
        addressee=_optional(doc, draft.addressee),
        medium=_optional(doc, draft.medium),
        teller=_optional(doc, draft.teller),
    )


def _optional(doc: Doc, pair: Pair | None) -> Span | None:
    return span_of(doc, pair) if pair else None


def with_ids(attributions: Sequence[Attribution], document: str | None) -> tuple[Attribution, ...]:
    """The attributions of one document with their ids."""
    wordings = (Wording(_words(each.source), _words(each.cue), each.text) for each in attributions)
    ids = attribution_ids(document, wordings)
    return tuple(evolve(each, id=new) for each, new in zip(attributions, ids, strict=True))


def _words(span: Span | None) -> str | None:
    return None if span is None else span.text


def kept(attributions: Sequence[Attribution], settings: Settings) -> tuple[Attribution, ...]:
    """The attributions that ``settings`` asks for, speakers resolved with too low a score taken off."""
    return tuple(
        abstained(each, settings.speaker_threshold)
        for each in attributions
        if each.act in settings.acts and each.score >= settings.attribution_threshold
    )


def abstained(attribution: Attribution, threshold: float) -> Attribution:
    """The attribution, without speakers where they were resolved with a score below ``threshold``."""
    resolution = attribution.resolution
    if not resolution.speakers or resolution.score is None or resolution.score >= threshold:
        return attribution
    path = (*resolution.path, Reason("below_speaker_threshold", resolution.score))
    return evolve(attribution, resolution=evolve(resolution, speakers=(), path=path))


def claims_of(
    attributions: Sequence[Attribution], judged: Mapping[str, Claim], own: Sequence[Claim], document: str | None
) -> tuple[Claim, ...]:
    """The claims of one document with their ids, by the first character of the content.

    ``judged`` has those of contents by the id of the attribution, of which the given ones count; ``own`` are those of
    the article's own sentences.
    """
    said = [evolve(judged[each.id], id=each.id, attribution=each) for each in attributions if each.id in judged]
    # No attribution has an empty cue, so that a sentence never shares the id of one.
    ids = attribution_ids(document, (Wording(None, "", claim.text) for claim in own))
    told = [evolve(claim, id=new) for claim, new in zip(own, ids, strict=True)]
    return tuple(sorted([*said, *told], key=lambda claim: claim.content[0].start))

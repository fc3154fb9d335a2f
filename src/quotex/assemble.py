"""What the rooms found in a document, in tokens, as records with their text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve
from spacy.tokens import Doc

from quotex.identity import attribution_ids
from quotex.records import Attribution, Reason, Resolution, Segment, Span

if TYPE_CHECKING:
    from quotex.attribution.draft import Draft
    from quotex.settings import Settings
    from quotex.spans import Pair


def attributions_of(doc: Doc, drafts: Sequence[Draft], resolutions: Sequence[Resolution]) -> tuple[Attribution, ...]:
    """The attributions of ``drafts``, without ids, by the first character of cue, source or content.

    ``resolutions`` is parallel to ``drafts``.
    """
    return tuple(sorted(records_of(doc, drafts, resolutions), key=_place))


def records_of(doc: Doc, drafts: Sequence[Draft], resolutions: Sequence[Resolution]) -> list[Attribution]:
    """The same in the order of ``drafts``."""
    return [_attribution(doc, draft, resolution) for draft, resolution in zip(drafts, resolutions, strict=True)]


def _place(attribution: Attribution) -> tuple[int, ...]:
    """Where it starts; where two start alike, first the one that ends first, then the one whose cue stands first."""
    parts = [part for part in (attribution.cue, attribution.source, *attribution.content) if part]
    cue = attribution.cue.start if attribution.cue else -1
    return min(part.start for part in parts), max(part.end for part in parts), cue


def _attribution(doc: Doc, draft: Draft, resolution: Resolution) -> Attribution:
    content = tuple(
        Segment(**_slice(doc, pair), verbatim=verbatim)
        for pair, verbatim in zip(draft.content, draft.verbatim, strict=True)
    )
    return Attribution(
        id="",
        act=draft.act,
        kind=draft.kind,
        cue=_span(doc, draft.cue),
        source=_span(doc, draft.source),
        content=content,
        score=draft.score,
        resolution=resolution,
        reasons=draft.reasons,
        status=draft.status,
        status_span=_span(doc, draft.status_span),
        addressee=_span(doc, draft.addressee),
        medium=_span(doc, draft.medium),
        teller=_span(doc, draft.teller),
    )


def _span(doc: Doc, pair: Pair | None) -> Span | None:
    return Span(**_slice(doc, pair)) if pair else None


def _slice(doc: Doc, pair: Pair) -> dict[str, Any]:
    span = doc[pair[0] : pair[1]]
    return {
        "start": span.start_char,
        "end": span.end_char,
        "text": span.text,
        "token_start": pair[0],
        "token_end": pair[1],
    }


def with_ids(attributions: Sequence[Attribution], document: str | None) -> tuple[Attribution, ...]:
    """The attributions of one document with their ids."""
    wordings = ((each.cue.text if each.cue else None, each.text) for each in attributions)
    ids = attribution_ids(document, wordings)
    return tuple(evolve(each, id=new) for each, new in zip(attributions, ids, strict=True))


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

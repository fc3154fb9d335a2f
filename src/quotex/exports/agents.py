"""Speakers as schema.org has them, and only those that it has a word for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from quotex.exports.parts import speaker_names
from quotex.records import Attribution, Span, Speaker, SpeakerType

_PEOPLE = frozenset({SpeakerType.PERSON, SpeakerType.AUTHOR})


def credits_of(attribution: Attribution, properties: Sequence[str]) -> dict[str, Any]:
    """Who is credited: persons and organisations under each of ``properties``, documents under ``isBasedOn``.

    ``creditText`` has the names of all speakers, those included that are neither (groups, anonymous sources), or the
    article's words for the source where nothing tells who that is. Empty where nobody is credited.
    """
    found: dict[str, Any] = {}
    agents = [agent for speaker in attribution.speakers if (agent := _agent(speaker))]
    if agents:
        found |= dict.fromkeys(properties, _one_or_all(agents))
    documents = [
        {"@type": "CreativeWork", "name": speaker.name.text}
        for speaker in attribution.speakers
        if speaker.type is SpeakerType.DOCUMENT
    ]
    if documents:
        found["isBasedOn"] = _one_or_all(documents)
    names = speaker_names(attribution) or ([attribution.source.text] if attribution.source else [])
    if names:
        found["creditText"] = "; ".join(names)
    return found


def _agent(speaker: Speaker) -> dict[str, Any] | None:
    """A Person or Organization; ``None`` for what is neither."""
    if speaker.type is SpeakerType.ORGANISATION:
        return {"@type": "Organization", "name": speaker.name.text} | _aliases(speaker)
    if speaker.type in _PEOPLE:
        return {"@type": "Person", "name": speaker.name.text} | _aliases(speaker) | _office(speaker)
    if speaker.type is SpeakerType.ROLE:  # one person, whose name the article does not give
        return {"@type": "Person"} | _office(speaker, speaker.name.text)
    return None


def _aliases(speaker: Speaker) -> dict[str, Any]:
    others = [name for name in _texts(speaker.aliases) if name != speaker.name.text]
    return {"alternateName": _one_or_all(others)} if others else {}


def _office(speaker: Speaker, otherwise: str | None = None) -> dict[str, Any]:
    """The roles and affiliations of the titles; a title that is not taken apart is a role. ``otherwise`` is the role
    where there are no titles."""
    roles = _texts(title.role or title.span for title in speaker.titles) or ([otherwise] if otherwise else [])
    bodies = [{"@type": "Organization", "name": name} for name in _texts(title.affiliation for title in speaker.titles)]
    found: dict[str, Any] = {"jobTitle": _one_or_all(roles)} if roles else {}
    return found | ({"affiliation": _one_or_all(bodies)} if bodies else {})


def _texts(spans: Iterable[Span | None]) -> list[str]:
    return list(dict.fromkeys(span.text for span in spans if span is not None))


def _one_or_all(values: Sequence[Any]) -> Any:
    return values[0] if len(values) == 1 else list(values)

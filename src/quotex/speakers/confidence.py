"""How likely a resolution names the right speaker: a probability made of the steps that led to it.

A step's own score weighs one reading against another; how often such a step is right is another matter. The shares
here are those of the even halves of the two sets with speakers, drawn towards 0.85 where there were few cases, and the
model's own probability where a pronoun was resolved by it.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotex.records import SpeakerType
from quotex.speakers.entities import Entity, Step

_SHARES = {
    "abbreviated-title": 0.85,
    "byline": 0.7,
    "epithet": 0.75,
    "follows": 0.95,
    "fuller-description": 0.75,
    "generic-noun": 0.8,
    "issued-by": 0.9,
    "medium-of-report": 0.7,
    "participle": 0.8,
    "people-before": 0.6,
    "people-of-role": 0.75,
    "sharing-source": 0.95,
    "relation": 0.8,
    "role": 0.86,
    "role-without-name": 0.7,
    "same-description": 0.95,
    "same-name": 0.95,
    "short-name": 0.98,
    "note-on-writer": 0.7,
    "signature": 0.8,
    "sort-in-name": 0.88,
    "speaker-of-quotation": 0.9,
    "subject-before": 0.85,
    "thing-before": 0.5,
    "untagged-name": 0.75,
    "words-relayed": 0.9,
}
_DESCRIBED = {
    SpeakerType.ANONYMOUS: 0.9,
    SpeakerType.DOCUMENT: 0.85,
    SpeakerType.GROUP: 0.94,
    SpeakerType.ORGANISATION: 0.9,
    SpeakerType.ROLE: 0.75,
}
_NAMED, _ONE_WORD = 0.97, 0.72
"""Of a name as it stands, and of a person's that is one word all along: there is a fuller one in the article that was
not found, or somebody of the same surname."""
_SEVERAL = 0.85
"""Of the last speaker or salient mention that "they" or "it" takes up, which no model weighs."""
_CERTAIN = frozenset({"full-name", "titled-name", "name-of-mention", "last-speaker-untitled", "next-speaker-untitled"})
"""Steps that only say where the name stands, or repeat the step before."""


def confidence(path: Sequence[Step], entities: Sequence[Entity]) -> float:
    """The probability in ``[0, 1]`` that the speakers found along a path are the right ones: the product over its
    steps. 1.0 for no steps."""
    probability = 1.0
    for step in path:
        probability *= _share(step, entities[0])
    return probability


def _share(step: Step, entity: Entity) -> float:
    if step.rule in _CERTAIN:
        return 1.0
    if step.rule == "name":
        return _ONE_WORD if entity.type is SpeakerType.PERSON and len(entity.words) < 2 else _NAMED
    if step.rule == "described-only":
        return _DESCRIBED.get(entity.type, 0.8)
    if step.rule in {"last-speaker", "salient-mention"}:
        return step.score if entity.is_person else _SEVERAL
    return _SHARES.get(step.rule, step.score)

"""Resolutions made by hand, for the tests of speakers on given attributions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from quotex.evaluation.inputs import GoldDocument, Record
from quotex.records import (
    Act,
    Attribution,
    Kind,
    MentionForm,
    Resolution,
    Segment,
    Span,
    Speaker,
    SpeakerType,
    Title,
)

ANSWER = {"names": ["Ana Roe"], "title": None, "act": "statement", "kind": "indirect", "score": 0.5}


def resolved(record: Record, answer: Mapping[str, Any]) -> Attribution:
    """A record with the speakers, title, act, kind and score of ``answer``; the spans do not matter to the measures."""
    answer = {**ANSWER, **answer}
    titles = (Title(_span(answer["title"])),) if answer["title"] else ()
    speakers = tuple(
        Speaker(f"s{number}", SpeakerType.PERSON, _span(name), titles) for number, name in enumerate(answer["names"], 1)
    )
    return Attribution(
        id="",
        act=Act(answer["act"]),
        kind=Kind(answer["kind"]),
        cue=None,
        source=None,
        content=(Segment(0, 1, "x", 0, 1, False),),
        score=1.0,
        resolution=Resolution(MentionForm.NAMED, speakers, (), answer["score"] if speakers else None),
    )


def answering(*answers: Mapping[str, Any]) -> Callable[[GoldDocument], Sequence[Attribution]]:
    """A resolver that gives these answers, in turn, to the records of each document."""

    def resolver(document: GoldDocument) -> Sequence[Attribution]:
        return [resolved(record, answer) for record, answer in zip(document.records, answers, strict=True)]

    return resolver


def _span(words: str) -> Span:
    return Span(0, len(words), words, 0, 1)

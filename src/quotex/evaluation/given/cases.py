"""Gold attributions beside what the resolver makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from quotex.errors import RecordError
from quotex.evaluation.given.distance import Distance, distance_of
from quotex.evaluation.inputs import GoldDocument, Names, Record
from quotex.evaluation.names import same_speakers
from quotex.formats.standoff import titles_of

if TYPE_CHECKING:
    from quotex.records import Attribution

Resolver = Callable[[GoldDocument], "Sequence[Attribution]"]
"""From a document to a record for each of its gold attributions, in their order. It should read no more of these than
their spans."""


@frozen
class Case:
    """One gold attribution that is marked certain, and what was found out about it."""

    gold: Record
    distance: Distance
    speaker: Names
    title: str | None
    act: str
    kind: str
    score: float | None
    """Of the resolution, in ``[0, 1]``; ``None`` where it names no speaker."""

    @property
    def is_right(self) -> bool:
        """Whether the speaker is the right one."""
        return same_speakers(self.gold.speaker, self.speaker)


def cases_of(document: GoldDocument, resolver: Resolver) -> Iterator[Case]:
    """The cases of one document: those of its gold records that are marked certain."""
    # What is not certain is still given to the resolver: an article is resolved as a whole.
    for gold, found in zip(document.records, resolver(document), strict=True):
        if gold.certain:
            yield _case(gold, found, document.text)


def _case(gold: Record, found: Attribution, text: str) -> Case:
    names = tuple(speaker.name.text for speaker in found.speakers)
    return Case(
        gold=gold,
        distance=distance_of(gold, text),
        speaker=names if len(names) > 1 else names[0] if names else None,
        title=titles_of(found),
        act=str(found.act),
        kind=str(found.kind),
        score=found.resolution.score if names else None,
    )


def resolve_gold(document: GoldDocument) -> Sequence[Attribution]:
    """``quotex.resolve_given`` on the gold spans of a document."""
    # Help and files of predictions need neither spaCy nor the model, so they are loaded only here.
    from quotex.extraction import resolve_given
    from quotex.given import GivenAttribution

    given = [GivenAttribution(record.content, record.cue, record.source) for record in document.records]
    try:
        return resolve_given(document.text, given, id=document.id)
    except RecordError as error:
        raise RecordError(f"{document.id}: {error.path}", error.problem) from error

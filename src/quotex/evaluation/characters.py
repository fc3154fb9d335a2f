"""The sets of characters by which spans are compared: white space and punctuation do not count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from quotex.evaluation.inputs import Record
from quotex.evaluation.pairing import Characters
from quotex.spans import Pair

_NOT_COUNTED = frozenset(".,;:!?\"'`“”‘’«»()[]–—-")


@frozen
class Roles:
    """A record with its roles as sets of counted characters; each may be empty."""

    record: Record
    cue: Characters
    source: Characters
    content: Characters

    def of(self, role: str) -> Characters:
        """The set of the role named "cue", "source" or "content"."""
        return {"cue": self.cue, "source": self.source, "content": self.content}[role]


def with_roles(records: Iterable[Record], text: str) -> list[Roles]:
    """The records with their sets, in the same order."""
    uncounted = frozenset(at for at, character in enumerate(text) if character in _NOT_COUNTED or character.isspace())
    return [
        Roles(
            record,
            _counted(record.cue, uncounted),
            _counted(record.source, uncounted),
            _counted(record.content, uncounted),
        )
        for record in records
    ]


def _counted(spans: Sequence[Pair], uncounted: Characters) -> Characters:
    return frozenset(at for start, end in spans for at in range(start, end)) - uncounted

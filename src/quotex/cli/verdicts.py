"""Verifications as JSON Lines and as tables to read."""

from __future__ import annotations

import io

from attrs import frozen

from quotex.formats.table import clean, console
from quotex.serial import dumps
from quotex.verification import Edit, Occurrence, Verification
from quotex.verification.json import to_primitives

_PLACES = 5
"""That a table shows."""


@frozen
class Asked:
    """A quote to verify, and where it comes from if from a record."""

    quote: str
    document: str | None = None
    attribution: str | None = None
    speaker: str | None = None


def line(asked: Asked, found: Verification) -> str:
    """One line of JSON: the verification, behind the names of the record that the quote is from."""
    origin = {"document": asked.document, "attribution": asked.attribution, "speaker": asked.speaker}
    return dumps(({} if asked.document is None else origin) | to_primitives(found)) + "\n"


def table(asked: Asked, found: Verification, width: int, colour: bool) -> str:
    """The quote, its status, and for each place the words there, edits and warnings, ``width`` characters wide."""
    from rich import box
    from rich.table import Table

    stream = io.StringIO()
    drawn = console(stream, width, colour)
    drawn.print(f"“{clean(found.quote)}”", style="bold")
    if asked.speaker:
        drawn.print(clean(asked.speaker), style="dim")
    flags = f"; look at: {', '.join(found.flags)}" if found.flags else ""
    drawn.print(found.status.replace("_", " ") + flags, style="green" if found.is_faithful else "yellow")
    if found.occurrences:
        places = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), show_edge=False)
        places.add_column("At", width=max(4, len(str(found.occurrences[-1].end))))
        places.add_column("In the source", ratio=3, overflow="fold")
        places.add_column("What changed", ratio=2, overflow="fold")
        for place in found.occurrences[:_PLACES]:
            words = " … ".join(clean(segment.text) for segment in place.segments)
            places.add_row(str(place.start), words, clean("; ".join(_notes(place))))
        drawn.print(places)
    if (more := len(found.occurrences) - _PLACES) > 0:
        drawn.print(f"and {more} more", style="dim")
    drawn.print()
    return stream.getvalue()


def _notes(place: Occurrence) -> list[str]:
    edits = [f"{edit.kind.replace('_', ' ')}: {_change(edit)}" for edit in place.edits]
    return edits + [f"{warning.code.replace('_', ' ')} “{warning.source.text}”" for warning in place.warnings]


def _change(edit: Edit) -> str:
    if edit.source.text and edit.quote.text:
        return f"“{edit.source.text}” → “{edit.quote.text}”"
    return f"− “{edit.source.text}”" if edit.source.text else f"+ “{edit.quote.text}”"

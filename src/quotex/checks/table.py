"""Matches as flat rows, as a sheet, as JSON Lines and as tables to read."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from quotex.checks.records import Evidence, EvidenceKind, Match, Matches, Passage
from quotex.fieldtypes import writer
from quotex.formats.rows import Value
from quotex.formats.sheet import csv_line
from quotex.serial import dumps

COLUMNS = (
    "claim_id",
    "claim",
    "rank",
    "score",
    "relation",
    "reasons",
    "check_id",
    "check_claim",
    "title",
    "rating",
    "publisher",
    "claimant",
    "date",
    "language",
    "url",
)
"""The columns of ``rows``, in order."""
_SHOWN = 8
"""Passages of each reason that the table shows."""
_DIFFER = frozenset(
    {
        EvidenceKind.OTHER_NUMBER,
        EvidenceKind.OTHER_NAME,
        EvidenceKind.NEGATION,
        EvidenceKind.OPPOSITE,
        EvidenceKind.ORDER,
    }
)


def rows(found: Iterable[Matches]) -> Iterator[dict[str, Value]]:
    """A row a match, those of a claim by rank from 1; of a claim without matches one row. Absent is ``None``."""
    for each in found:
        about: dict[str, Value] = {"claim_id": each.id, "claim": each.claim}
        if not each.matches:
            yield dict.fromkeys(COLUMNS) | about
        for rank, match in enumerate(each.matches, 1):
            yield dict.fromkeys(COLUMNS) | about | _cells(rank, match)


def _cells(rank: int, match: Match) -> dict[str, Value]:
    check = match.check
    return {
        "rank": rank,
        "score": match.score,
        "relation": match.relation.value,
        "reasons": "; ".join(map(told, match.reasons)) or None,
        "check_id": check.id,
        "check_claim": check.claim,
        "title": check.title,
        "rating": check.rating,
        "publisher": check.publisher,
        "claimant": check.claimant,
        "date": check.date,
        "language": check.language,
        "url": check.url,
    }


def primitives(found: Matches) -> dict[str, Any]:
    """The matches of a claim as dicts, lists, strings, numbers and ``None``: the fields of the record."""
    values: dict[str, Any] = writer(Matches)(found)
    return values


def write_jsonl(found: Iterable[Matches]) -> Iterator[str]:
    """One line of JSON a claim."""
    for each in found:
        yield dumps(primitives(each)) + "\n"


def write_csv(found: Iterable[Matches]) -> Iterator[str]:
    """A header, then the lines of ``rows`` as RFC 4180 has them; an empty cell for absent."""
    yield csv_line(COLUMNS)
    for row in rows(found):
        yield csv_line(row.values())


def write_table(found: Iterable[Matches], *, width: int = 100, colour: bool = False) -> Iterator[str]:
    """For each claim its words and a table of the checks, ``width`` characters wide."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from quotex.formats.table import clean, console

    for each in found:
        stream = io.StringIO()
        drawn = console(stream, width, colour)
        drawn.print(clean(each.claim), style="bold")
        table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), show_edge=False)
        for name, ratio in (("Score", None), ("It", None), ("Known claim", 4), ("Verdict", 3), ("Why", 4)):
            table.add_column(name, ratio=ratio, overflow="fold")
        for match in each.matches:
            check = match.check
            verdict = Text(clean(check.rating or "—"), style="bold")
            verdict.append(
                "\n" + clean(" · ".join(filter(None, (check.publisher, check.date, check.url)))), style="not bold dim"
            )
            why = "\n".join(map(told, match.reasons))
            table.add_row(f"{match.score:.2f}", match.relation.value, *map(clean, (check.claim,)), verdict, clean(why))
        drawn.print(table if each.matches else Text("nothing known has a word in common with it", style="dim"))
        drawn.print()
        yield stream.getvalue()


def told(reason: Evidence) -> str:
    """A reason for people: "names: “Osei”", "other number: “5” ↔ “7”", "negation: “not” ↔ —"."""
    name = reason.kind.value.replace("_", " ")
    if reason.kind in _DIFFER:
        return f"{name}: {_listed(reason.claim)} ↔ {_listed(reason.known)}"
    return f"{name}: {_listed(reason.known)}"


def _listed(passages: Sequence[Passage]) -> str:
    if not passages:
        return "—"
    texts = list(dict.fromkeys(each.text for each in passages))
    more = len(texts) - _SHOWN
    return ", ".join(f"“{text}”" for text in texts[:_SHOWN]) + (f" and {more} more" if more > 0 else "")

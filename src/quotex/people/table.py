"""People as flat rows, as a sheet, as JSON Lines and as a table to read."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from quotex.dates import iso_day
from quotex.fieldtypes import writer
from quotex.formats.rows import Value
from quotex.formats.sheet import csv_line
from quotex.people.records import Person
from quotex.serial import dumps

COLUMNS = (
    "person",
    "name",
    "type",
    "kind",
    "value",
    "role",
    "affiliation",
    "first",
    "last",
    "documents",
    "quotes",
    "document",
    "outlet",
    "other",
    "rule",
    "score",
    "evidence",
)
"""The columns of ``rows``, in order."""
_SHOWN = 4
"""Aliases, titles, joins and rivals of each person that the table shows."""


def rows(people: Iterable[Person]) -> Iterator[dict[str, Value]]:
    """For each person a row of the kind "person", then one a name ("alias"), title, quote, join and rival.

    Every row has the keys ``COLUMNS``; "person", "name" and "type" say whose it is, and what "value" is depends on the
    kind: the name, the title, the id of the quote, the form joined, the name of the rival. "first" and "last" are days,
    for a quote both that of its document. Absent is ``None``. Quotes follow the order of ``Person.sightings``.
    """
    for person in people:
        for kind, values in _parts(person):
            whose = {"person": person.id, "name": person.name, "type": person.type.value, "kind": kind}
            yield dict.fromkeys(COLUMNS) | whose | values


def _parts(person: Person) -> Iterator[tuple[str, dict[str, Value]]]:
    days = [day for each in person.sightings if (day := iso_day(each.date))]
    span: dict[str, Value] = {"first": days[0], "last": days[-1]} if days else {}
    outlets = "; ".join(person.outlets) or None
    yield (
        "person",
        {
            "value": person.name,
            **span,
            "documents": len(person.documents),
            "quotes": person.quotes,
            "outlet": outlets,
            "other": person.known_as,
        },
    )
    for alias in person.aliases:
        yield "alias", {"value": alias.text, "documents": alias.documents}
    for title in person.titles:
        yield (
            "title",
            {
                "value": title.text,
                "role": title.role,
                "affiliation": title.affiliation,
                "first": title.first,
                "last": title.last,
                "documents": title.documents,
            },
        )
    for each in person.sightings:
        day = iso_day(each.date)
        for quote in each.quotes:
            found: dict[str, Value] = {"document": each.document, "outlet": each.outlet, "first": day, "last": day}
            yield "quote", {"value": quote, **found}
    for join in person.joins:
        told: dict[str, Value] = {"rule": join.rule, "score": join.score, "evidence": "; ".join(join.evidence) or None}
        yield "join", {"value": join.form, "documents": join.documents, "document": join.example, **told}
    for rival in person.rivals:
        evidence = "; ".join(rival.evidence) or None
        yield "rival", {"value": rival.name, "other": rival.person, "rule": rival.reason, "evidence": evidence}


def primitives(person: Person) -> dict[str, Any]:
    """A person as dicts, lists, strings, numbers and ``None``: its fields, and "documents" and "quotes" counted."""
    values: dict[str, Any] = writer(Person)(person)
    return values | {"documents": len(person.documents), "quotes": person.quotes}


def write_jsonl(people: Iterable[Person]) -> Iterator[str]:
    """One line of JSON a person."""
    for person in people:
        yield dumps(primitives(person)) + "\n"


def write_csv(people: Iterable[Person]) -> Iterator[str]:
    """A header, then the lines of ``rows`` as RFC 4180 has them; an empty cell for absent."""
    yield csv_line(COLUMNS)
    for row in rows(people):
        yield csv_line(row.values())


def write_table(people: Sequence[Person], *, width: int = 100, colour: bool = False) -> Iterator[str]:
    """A table to read on a terminal, a row a person: names, titles over time, counts, and why it is one person.

    Of long lists the first four are shown and the rest counted.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from quotex.formats.table import clean, console

    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), show_edge=False)
    for name, ratio in (
        ("Who", 3),
        ("Titles", 4),
        ("Docs", None),
        ("Quotes", None),
        ("Why one", 4),
        ("Not to be confused with", 3),
    ):
        table.add_column(name, ratio=ratio, overflow="fold", justify="left" if ratio else "right")
    for person in people:
        also = [alias.text for alias in person.aliases if alias.text != person.name]
        who = Text(clean(person.name), style="bold").append("\n" + clean(_listed(also)), style="not bold dim")
        titles = [f"{title.text} {_span(title.first, title.last)}" for title in person.titles]
        joins = [f"{join.form}: {join.rule} {join.score:.2f}" for join in person.joins]
        rivals = [f"{rival.name}: {rival.reason}" for rival in person.rivals]
        counts = (str(len(person.documents)), str(person.quotes))
        table.add_row(who, clean(_listed(titles)), *counts, clean(_listed(joins)), clean(_listed(rivals)))
    stream = io.StringIO()
    console(stream, width, colour).print(table)
    yield stream.getvalue()


def _listed(texts: Sequence[str]) -> str:
    more = len(texts) - _SHOWN
    return "; ".join(texts[:_SHOWN]) + (f"; and {more} more" if more > 0 else "")


def _span(first: str | None, last: str | None) -> str:
    if first is None:
        return ""
    return f"({first})" if first == last else f"({first} to {last})"

"""Clusters as JSON Lines and as tables to read."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from quotex.dates import iso_day
from quotex.fieldtypes import writer
from quotex.serial import dumps
from quotex.variants.records import Change, Cluster, Kind, Variant

_SHOWN = 12
"""Variants of each cluster that the table shows."""


def primitives(cluster: Cluster) -> dict[str, Any]:
    """A cluster as dicts, lists, strings, numbers and ``None``: its fields, and the number of documents."""
    values: dict[str, Any] = writer(Cluster)(cluster)
    return values | {"documents": len(cluster.documents)}


def write_jsonl(clusters: Iterable[Cluster]) -> Iterator[str]:
    """One line of JSON a cluster."""
    for cluster in clusters:
        yield dumps(primitives(cluster)) + "\n"


def write_table(clusters: Iterable[Cluster], *, width: int = 100, colour: bool = False) -> Iterator[str]:
    """For each cluster the words as they first appeared and a table of its variants, ``width`` characters wide.

    Of more than twelve the first are shown and the others counted.
    """
    from rich import box
    from rich.table import Table

    from quotex.formats.table import clean, console

    for cluster in clusters:
        stream = io.StringIO()
        drawn = console(stream, width, colour)
        drawn.print(f"“{clean(cluster.first.text)}”", style="bold")
        drawn.print(clean(_summary(cluster)), style="dim")
        table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), show_edge=False)
        for name, ratio in (("When", None), ("Document", 2), ("Who", 2), ("What changed", 4)):
            table.add_column(name, ratio=ratio, overflow="fold")
        for variant in cluster.variants[:_SHOWN]:
            quotation = variant.quotation
            cells = (
                iso_day(quotation.date) or "—",
                quotation.document,
                quotation.speaker or "nobody named",
                _what(variant),
            )
            table.add_row(*map(clean, cells))
        drawn.print(table)
        if (more := len(cluster.variants) - _SHOWN) > 0:
            drawn.print(f"and {more} more", style="dim")
        drawn.print()
        yield stream.getvalue()


def _summary(cluster: Cluster) -> str:
    text = f"{len(cluster.documents)} documents"
    if not cluster.is_dated:
        text += "; none is dated, so that nobody knows which was first"
    elif cluster.undated:
        text += f"; {cluster.undated} quotations are not dated and may be earlier"
    return f"{text}; look at: {', '.join(cluster.flags)}" if cluster.flags else text


def _what(variant: Variant) -> str:
    kinds = ", ".join(kind.value.replace("_", " ") for kind in variant.kinds)
    if variant.kinds == (Kind.OTHER_PART,):
        return f"{kinds}: “{variant.quotation.text}”"
    places = "; ".join(map(_place, variant.changes))
    return f"{kinds}: {places}" if places else kinds


def _place(change: Change) -> str:
    if change.before and change.after:
        return f"“{change.before}” → “{change.after}”"
    return f"− “{change.before}”" if change.before else f"+ “{change.after}”"

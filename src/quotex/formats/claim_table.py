"""Rows of claims as a sheet, as JSON Lines and as a table to read."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from rich import box
from rich.table import Table
from rich.text import Text

from quotex.formats.claim_rows import CLAIM_COLUMNS
from quotex.formats.rows import Value
from quotex.formats.sheet import BYTE_ORDER_MARK, csv_line
from quotex.formats.table import clean, console
from quotex.records import Status
from quotex.serial import dumps

Row = dict[str, Value]
_REASONS = 3
"""Reasons that the table shows, the weightiest ones."""
_STATUSES = {
    Status.DENIED: "denied by",
    Status.DECLINED: "not commented on by",
    Status.NEGATED: "not said by",
    Status.QUESTION: "asked by",
    Status.HYPOTHETICAL: "not yet said by",
}
"""How the table introduces somebody who does not plainly say it."""


def write_claims_jsonl(rows: Iterable[Row]) -> Iterator[str]:
    """One line of JSON a claim."""
    for row in rows:
        yield dumps(row) + "\n"


def write_claims_csv(rows: Iterable[Row], *, marked: bool = False) -> Iterator[str]:
    """A header, then a line a claim with its place from 1 in front; ``marked`` as ``sheet.write_csv`` has it."""
    if marked:
        yield BYTE_ORDER_MARK
    yield csv_line(("rank", *CLAIM_COLUMNS))
    for rank, row in enumerate(rows, 1):
        yield csv_line((rank, *row.values()))


def write_claims_table(rows: Iterable[Row], *, width: int = 100, colour: bool = False) -> Iterator[str]:
    """A table of all claims, ``width`` characters wide: score, stand-alone text, who says so and why it ranks there.

    Where its speaker does not plainly say it, the status of the attribution stands before the speaker's name.
    """
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), show_edge=False)
    for name, ratio in (("Worth", None), ("Claim", 4), ("Who", 2), ("Why", 3)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for row in rows:
        said = Text(clean(str(row["claim"])))
        said.append("\n" + clean(" · ".join(str(row[name]) for name in ("types", "date") if row[name])), style="dim")
        table.add_row(f"{row['score']:.2f}", said, _who(row), Text(clean(_why(row)), style="dim"))
    stream = io.StringIO()
    drawn = console(stream, width, colour)
    drawn.print(table if table.row_count else Text("no claims found", style="dim"))
    yield stream.getvalue()


def _who(row: Row) -> Text:
    who = Text()
    if row["status"] not in (None, Status.ASSERTED):
        who.append(f"{_STATUSES[Status(str(row['status']))]}\n", style="bold yellow")
    if not row["speaker"]:
        return who.append("the article" if row["act"] is None else "nobody named", style="dim italic")
    who.append(clean(str(row["speaker"])), style="bold")
    return who.append("\n" + clean(str(row["title"])), style="not bold dim") if row["title"] else who


def _why(row: Row) -> str:
    told = [str(row[name]).split("; ") for name in ("reasons_for", "reasons_against") if row[name]]
    return "; ".join(reason for reasons in told for reason in reasons[:_REASONS])

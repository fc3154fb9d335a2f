"""``quotex match``: known checks for new claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotex.cli.records import Look, show

if TYPE_CHECKING:
    from quotex.checks import Index, Matches

_FORMATS = ("table", "jsonl", "csv")
_PATH = click.Path(exists=True)


@click.command("match")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIMS…", type=_PATH)
@click.option("--known", multiple=True, metavar="PATH", type=_PATH, help="Known checks; may be repeated.")
@click.option(
    "--index", type=click.Path(dir_okay=False), help="Keep what is known in this file, and add --known to it."
)
@click.option("--top", type=click.IntRange(min=1), default=5, show_default=True, help="Checks for each claim, at most.")
@click.option("-f", "--format", "form", type=click.Choice(_FORMATS), help="Default: table on a terminal, else jsonl.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, writable=True), help="Write to this file.")
def match_(
    claims: tuple[str, ...], known: tuple[str, ...], index: str | None, top: int, form: str | None, output: str | None
) -> None:
    """Find the known fact checks for each claim in CLAIMS, and tell whether they say the same or the opposite.

    CLAIMS are text files with a claim a line, JSON Lines, JSON or CSV with a claim in each record, and records of
    articles, whose quotes are the claims. Known checks are ClaimReview JSON-LD, JSON Lines, JSON, CSV, and folders of
    such files.
    """
    from quotex.checks import match
    from quotex.checks.loading import read_claims
    from quotex.errors import QuotexError

    if not known and index is None:
        raise click.UsageError("say what is known: --known PATH, --index FILE, or both")
    try:
        found = match(read_claims(claims), _index(known, index), top=top)
        show(output, form, partial(_written, found))
    except QuotexError as error:
        raise click.ClickException(str(error)) from error


def _index(known: tuple[str, ...], path: str | None) -> Index:
    """What is known; where it is kept in a file, with what is new added there."""
    from quotex.checks import Index, read_checks

    if path is None:
        return Index.build(read_checks(known))
    if not known and not Path(path).exists():
        raise click.UsageError(f"--index {path}: there is no such file yet; say with --known what to put into it")
    index = Index.load(path) if Path(path).exists() else Index()
    if index.add(read_checks(known)):
        index.save(path)
    return index


def _written(found: Iterable[Matches], form: str, look: Look) -> Iterator[str]:
    from quotex.checks import table

    if form == "table":
        return table.write_table(found, **look)
    return table.write_csv(found) if form == "csv" else table.write_jsonl(found)

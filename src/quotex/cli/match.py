"""``quotex match``: known checks for new claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from quotex.cli.files import STDIN, check_encoding
from quotex.cli.outputs import output_option
from quotex.cli.records import Look, show

if TYPE_CHECKING:
    from quotex.checks import Index, Matches

_FORMATS = ("table", "jsonl", "csv")
_Found = TypeVar("_Found")


@click.command("match")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIMS…|-", type=click.Path(exists=True, allow_dash=True))
@click.option(
    "--known", multiple=True, metavar="PATH", type=click.Path(exists=True), help="Known checks; may be repeated."
)
@click.option(
    "--index", type=click.Path(dir_okay=False), help="Keep what is known in this file, and add --known to it."
)
@click.option("--top", type=click.IntRange(min=1), default=5, show_default=True, help="Checks for each claim, at most.")
@click.option("-f", "--format", "form", type=click.Choice(_FORMATS), help="Default: table on a terminal, else jsonl.")
@output_option("index", trees=("claims", "known"))
@click.option("--encoding", callback=lambda c, p, v: v and check_encoding(c, p, v), help="Of what is not UTF-8.")
def match_(
    claims: tuple[str, ...],
    known: tuple[str, ...],
    index: str | None,
    top: int,
    form: str | None,
    output: str | None,
    encoding: str | None,
) -> None:
    """Find the known fact checks for each claim in CLAIMS, and tell whether they say the same or the opposite.

    CLAIMS are text files with a claim a line, JSON Lines, JSON or CSV with a claim in each record, and records of
    articles, whose quotes are the claims; "-" is standard input: text, JSON Lines or JSON. Known checks are ClaimReview
    JSON-LD, JSON Lines, JSON, CSV, indexes that --index made, and folders of such files.

    What --index keeps is written before the first claim is read, the output when all are: a claim that cannot be read
    leaves the file of --output as it was.
    """
    from quotex.checks import match
    from quotex.checks.loading import read_claims
    from quotex.errors import QuotexError

    if not known and index is None:
        raise click.UsageError("say what is known: --known PATH, --index FILE, or both")
    try:
        new = _each(claims, partial(read_claims, encoding=encoding), "claim")
        found = match(new, _index(known, index, encoding), top=top)
        show(output, form, partial(_written, found))
    except QuotexError as error:
        raise click.ClickException(str(error)) from error


def _each(paths: Iterable[str], read: Callable[[list[str]], Iterable[_Found]], what: str) -> Iterator[_Found]:
    """What is read from each path; one that holds nothing is told on standard error, as it may be the wrong one."""
    for path in paths:
        empty = True
        for each in read([path]):
            empty = False
            yield each
        if empty:
            _tell_empty(path, what)


def _tell_empty(path: str, what: str) -> None:
    name = "standard input" if path == STDIN else click.format_filename(path)
    click.echo(f"quotex: {name} holds no {what}", err=True)


def _index(known: tuple[str, ...], path: str | None, encoding: str | None) -> Index:
    """What is known; where it is kept in a file, with what is new added there."""
    from quotex.checks import Index, read_checks

    if path is not None and not known and not Path(path).exists():
        raise click.UsageError(f"--index {path}: there is no such file yet; say with --known what to put into it")
    # An index that comes first is gone on from, as reading its checks anew takes longer and makes the same.
    start = path if path is not None else next(filter(Index.is_saved, known[:1]), None)
    index = Index.load(start) if start is not None and Path(start).exists() else Index()
    rest = known if path is not None or start is None else known[1:]
    if index.add(_each(rest, partial(read_checks, encoding=encoding), "known check")) and path is not None:
        index.save(path)
    if start is not None and not index.checks:
        _tell_empty(start, "known check")
    return index


def _written(found: Iterable[Matches], form: str, look: Look) -> Iterator[str]:
    from quotex.checks import table

    if form == "table":
        return table.write_table(found, **look)
    return table.write_csv(found) if form == "csv" else table.write_jsonl(found)

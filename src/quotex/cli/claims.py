"""``quotex claims``: what can be checked, the worthiest first."""

from __future__ import annotations

import heapq
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from quotex.cli.files import STDIN, check_encoding, name_of, once, tell
from quotex.cli.lines import begins_as_json, other_format
from quotex.cli.options import settings_of
from quotex.cli.outputs import output_option
from quotex.cli.reading import articles_of, read_article, warned
from quotex.cli.records import Look, articles, record_files, show
from quotex.errors import FormatError

if TYPE_CHECKING:
    from quotex.formats.claim_table import Row
    from quotex.records import Article

_HEAD = 4096
"""Bytes of a file that tell what it holds."""
_FORMATS = ("table", "jsonl", "csv")
_TYPES = (
    "quantity",
    "comparison",
    "cause",
    "prediction",
    "policy",
    "record",
    "event",
    "definition",
    "opinion",
    "other",
)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE…|DIR…|-", type=click.Path(exists=True, allow_dash=True))
@click.option("-f", "--format", "form", type=click.Choice(_FORMATS), help="Default: table on a terminal, else jsonl.")
@output_option("paths")
@click.option("--top", type=click.IntRange(min=1), help="Only so many, the worthiest of all.")
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, help="Leave out claims with a lower score.")
@click.option("--type", "types", multiple=True, type=click.Choice(_TYPES), help="Only of this type; may be repeated.")
@click.option("--all", "all_acts", is_flag=True, help="Contents of beliefs, intentions and attitudes, too.")
@click.option("--sentences", is_flag=True, help="Of texts: the sentences of the article's own, too.")
@click.option("--date", help='Of texts: the day of the article, from which "on Monday" is counted.')
@click.option("--id", "id_", help="Of a text: the document's id.  [default: the path as given]")
@click.option("--max-chars", type=click.IntRange(min=1), help="Refuse longer texts.  [default: 2000000]")
@click.option("--encoding", default="utf-8", show_default=True, callback=check_encoding, help="Of texts.")
def claims(
    paths: tuple[str, ...],
    form: str | None,
    output: str | None,
    top: int | None,
    min_score: float,
    types: tuple[str, ...],
    all_acts: bool,
    sentences: bool,
    date: str | None,
    id_: str | None,
    max_chars: int | None,
    encoding: str,
) -> int:
    """Rank what can be checked in articles, over all of them, with the reasons for each score.

    A FILE is the text of an article, a web page (.html, .htm, .xhtml), or records as "quotex run" and "quotex extract
    --format jsonl" write them: JSON Lines files, and those in each DIR. "-" is standard input, either. Each file counts
    once. What cannot be read costs a message and exit code 1; the others are ranked.
    """
    from quotex.dates import day_of
    from quotex.formats.claim_rows import claim_rows

    if date is not None and day_of(date) is None:
        raise click.UsageError(f"--date {date}: give a day such as 2024-05-08")
    failures: list[str] = []
    held = {path for path in paths if _holds_records(path)}
    texts = once(path for path in paths if path not in held)
    if not texts and (sentences or date is not None or id_ is not None or max_chars is not None):
        raise click.UsageError(
            "--sentences, --date, --id and --max-chars are for texts, and only records are given (see quotex run)"
        )
    if id_ is not None and len(texts) > 1:
        raise click.UsageError("--id is of one document, and several texts are given")
    limits = {} if max_chars is None else {"max_chars": max_chars}
    settings = settings_of(claims="all" if sentences else "contents", **limits)
    reading = partial(read_article, encoding=encoding, settings=settings, known=(), id_=id_, about={"date": date})
    records = record_files([path for path in paths if path in held])
    found = (
        row
        for source in (warned(articles_of(texts, reading, failures)), _judged(articles(records, failures), failures))
        for article in source
        for row in claim_rows(article, all_acts=all_acts)
        if _score(row) >= min_score and (not types or not set(types).isdisjoint(str(row["types"]).split("; ")))
    )
    ranked = sorted(found, key=_score, reverse=True) if top is None else heapq.nlargest(top, found, key=_score)
    show(output, form, partial(_written, ranked, marked=output is not None))
    return 1 if failures else 0


def _holds_records(path: str) -> bool:
    """Whether it is a folder, or a file of JSON Lines by its name, or by its beginning where the name does not tell.

    A usage error for a file whose name says that it holds records in another format.
    """
    from quotex.formats.suffixes import shape_of
    from quotex.inputs.suffixes import kind_of

    if path == STDIN:
        return begins_as_json(cast(BufferedReader, sys.stdin.buffer).peek())
    if Path(path).is_dir():
        return True
    if problem := other_format(Path(path)):
        raise click.UsageError(f"{name_of(path)}: {problem}")
    try:
        shape_of(Path(path))
    except FormatError:
        return kind_of(path).container is None and _begins_as_json(path)
    return True


def _begins_as_json(path: str) -> bool:
    """As a regular file does; what was read of a pipe could not be put back, so that it counts as a text."""
    try:
        if not Path(path).is_file():
            return False
        with Path(path).open("rb") as stream:
            return begins_as_json(stream.read(_HEAD))
    except OSError:  # told where it is read
        return False


def _judged(found: Iterable[Article], failures: list[str]) -> Iterator[Article]:
    """The articles, those told on standard error that have attributions and no claims, as they were not judged."""
    for article in found:
        if article.attributions and not article.claims:
            name = article.metadata.id or "a record"
            tell(f"{name} holds no claims: it was read with --claims none")
            failures.append(name)
        yield article


def _score(row: Row) -> float:
    return float(row["score"] or 0.0)


def _written(rows: list[Row], form: str, look: Look, *, marked: bool) -> Iterator[str]:
    from quotex.formats import claim_table

    if form == "table":
        return claim_table.write_claims_table(rows, **look)
    if form == "csv":
        return claim_table.write_claims_csv(rows, marked=marked)
    return claim_table.write_claims_jsonl(rows)

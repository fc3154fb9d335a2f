"""``quotex extract``: who said what in files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import click

from quotex.cli.files import check_encoding
from quotex.cli.options import CLAIMS, CLAIMS_HELP, known_speakers, settings_of
from quotex.cli.outputs import output_option
from quotex.cli.reading import articles_of, read_article, warned
from quotex.cli.records import Look, show

if TYPE_CHECKING:
    from quotex.records import Article

_FORMATS = ("table", "json", "jsonl", "csv", "standoff")
_ACTS = ("statement", "directive", "evidence", "belief", "intention", "attitude")
_SHARE = click.FloatRange(0, 1)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…|-", type=click.Path(dir_okay=True))
@click.option("-f", "--format", "form", type=click.Choice(_FORMATS), help="Default: table on a terminal, else jsonl.")
@output_option("files", "known")
@click.option("--encoding", default="utf-8", show_default=True, callback=check_encoding, help="Of the files.")
@click.option("--act", "acts", multiple=True, type=click.Choice(_ACTS), help="Keep only this act; may be repeated.")
@click.option("--all", "all_acts", is_flag=True, help="Table and csv: beliefs, intentions and attitudes, too.")
@click.option("--min-score", type=_SHARE, default=0.0, help="Leave out attributions with a lower score.")
@click.option("--min-speaker-score", type=_SHARE, default=0.0, help="Leave speakers open that score lower.")
@click.option("--claims", type=click.Choice(CLAIMS), default="contents", show_default=True, help=CLAIMS_HELP)
@click.option("--max-chars", type=click.IntRange(min=1), help="Refuse longer documents.  [default: 2000000]")
@click.option("--known", type=click.Path(exists=True, dir_okay=False), help="JSON list of speakers that may occur.")
@click.option("--id", "id_", help="The document's id.  [default: the path as given]")
@click.option("--title", help="The document's title; this and the next three are kept in the record.")
@click.option("--date")
@click.option("--author")
@click.option("--url")
def extract(
    files: tuple[str, ...],
    form: str | None,
    output: str | None,
    encoding: str,
    acts: tuple[str, ...],
    all_acts: bool,
    min_score: float,
    min_speaker_score: float,
    claims: str,
    max_chars: int | None,
    known: str | None,
    id_: str | None,
    **about: str | None,
) -> int:
    """Find who said what in each FILE, "-" being standard input.

    A byte order mark tells the encoding and is no part of a file's text: offsets count the characters after it. Of a
    web page (.html, .htm, .xhtml) the article's text is read, as "quotex run" does, and offsets are those of that text.

    What an article warns of is told on standard error where the format is no table. A file that cannot be read costs a
    message and exit code 1; the others still come out.
    """
    if len(files) > 1 and (id_ is not None or any(value is not None for value in about.values())):
        raise click.UsageError("--id, --title, --date, --author and --url describe one document, and several are given")
    limits = {} if max_chars is None else {"max_chars": max_chars}
    settings = settings_of(
        acts=acts or _ACTS,
        attribution_threshold=min_score,
        speaker_threshold=min_speaker_score,
        claims=claims,
        **limits,
    )
    reading = partial(
        read_article, encoding=encoding, settings=settings, known=known_speakers(known), id_=id_, about=about
    )
    failures: list[str] = []
    articles = articles_of(files, reading, failures)
    show(output, form, partial(_written, articles, all_acts=all_acts or bool(acts), marked=output is not None))
    return 1 if failures else 0


def _written(articles: Iterable[Article], form: str, look: Look, *, all_acts: bool, marked: bool) -> Iterator[str]:
    """The articles in a format; ``marked`` with what a file needs that a pipe is better without."""
    if form == "table":
        from quotex.formats.table import write_table

        return write_table(articles, **look, all_acts=all_acts)
    articles = warned(articles)
    if form == "csv":
        from quotex.formats.sheet import write_csv

        return write_csv(articles, all_acts=all_acts, marked=marked)
    from quotex.formats import lines

    return {"json": lines.write_json, "jsonl": lines.write_jsonl, "standoff": lines.write_standoff}[form](articles)

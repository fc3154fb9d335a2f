"""``quotex variants``: the same words in many articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from quotex.cli.outputs import output_option
from quotex.cli.records import Look, articles, record_files, show

if TYPE_CHECKING:
    from quotex.variants import Cluster

_FORMATS = ("table", "jsonl")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="DIR|FILE…|-", type=click.Path(exists=True, allow_dash=True))
@click.option("-f", "--format", "form", type=click.Choice(_FORMATS), help="Default: table on a terminal, else jsonl.")
@output_option("paths")
@click.option("--min-words", type=click.IntRange(min=1), help="Leave out quotations of fewer words.  [default: 5]")
@click.option("--flagged", is_flag=True, help="Only where a negation, a number or the speaker changed.")
def variants(paths: tuple[str, ...], form: str | None, output: str | None, min_words: int | None, flagged: bool) -> int:
    """Find the quotations that several articles have, who had them first, and what became of the words.

    Reads records as "quotex extract --format jsonl" writes them: JSON Lines files, those in each DIR, and
    "-" for standard input. A line that holds no record costs a message and exit code 1; the others are read.
    """
    from quotex.variants import MIN_WORDS, cluster, quotations

    failures: list[str] = []
    found = (each for article in articles(record_files(paths), failures) for each in quotations(article))
    clusters: Sequence[Cluster] = cluster(found, min_words=min_words or MIN_WORDS)
    if flagged:
        clusters = [each for each in clusters if each.flags]
    show(output, form, partial(_written, clusters))
    return 1 if failures else 0


def _written(clusters: Sequence[Cluster], form: str, look: Look) -> Iterator[str]:
    from quotex.variants import table

    return table.write_jsonl(clusters) if form == "jsonl" else table.write_table(clusters, **look)

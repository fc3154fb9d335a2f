"""``quotex convert``: records from one format to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotex.cli.files import problem_of
from quotex.cli.outputs import check_folder, check_output
from quotex.cli.records import record_files

if TYPE_CHECKING:
    from quotex.records import Article


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…", type=click.Path(exists=True, path_type=Path))
@click.argument("output", type=click.Path(path_type=Path))
@click.option("--all", "all_acts", is_flag=True, help="Make rows of beliefs, intentions and attitudes, too.")
def convert(inputs: Sequence[Path], output: Path, all_acts: bool) -> None:
    """Write the records of each INPUT, one after the other, to OUTPUT.

    The suffixes tell the formats: .jsonl or .ndjson, .json, .parquet, .sqlite or .db; OUTPUT may also be .csv, which
    holds rows alone. Those of text may be compressed (.jsonl.gz, .csv.zst). An INPUT that is a folder stands for its
    files *.jsonl (compressed or not) in the order of their names.

    OUTPUT is there whole or not at all: an error leaves what stood there before. It may be an INPUT, but no
    other file of JSON Lines in a folder among them.
    """
    check_output(output, [inputs], rewrites=True)
    check_folder(output)
    from quotex.errors import FormatError, QuotexError
    from quotex.formats.reading import read
    from quotex.formats.writing import write

    try:
        articles: Iterator[Article] = chain.from_iterable([read(path) for path in record_files(inputs)])
        counts = write(articles, output, all_acts=all_acts)
    except FormatError as error:
        raise click.UsageError(str(error)) from error
    except (QuotexError, OSError) as error:
        raise click.ClickException(problem_of(error)) from error
    click.echo(f"{output}: {counts.documents:,} documents, {counts.rows:,} rows")

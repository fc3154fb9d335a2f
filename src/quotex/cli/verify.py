"""``quotex verify``: is this quote in that text, and what was changed?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotex.cli.files import STDIN, check_encoding, name_of, problem_of, read_text, tell
from quotex.cli.outputs import output_option
from quotex.cli.reading import page_of
from quotex.cli.records import Look, articles, record_files, show

if TYPE_CHECKING:
    from quotex.cli.verdicts import Asked

_FORMATS = ("table", "jsonl")


@click.command()
@click.argument("quote_and_source", nargs=-1, required=True, metavar="[QUOTE|FILE] SOURCE")
@click.option(
    "--quotes",
    metavar="DIR|FILE|-",
    type=click.Path(exists=True, allow_dash=True),
    help="Records of articles, also of a whole run; verify each of their direct quotes.",
)
@click.option("-f", "--format", "form", type=click.Choice(_FORMATS), help="Default: table on a terminal, else jsonl.")
@output_option("quote_and_source", "quotes")
@click.option("--encoding", default="utf-8", show_default=True, callback=check_encoding, help="Of FILE and SOURCE.")
def verify(
    quote_and_source: tuple[str, ...], quotes: str | None, form: str | None, output: str | None, encoding: str
) -> int:
    """Tell whether QUOTE is in the text SOURCE, where, and what was changed.

    QUOTE is the words themselves, or a file that holds them. With --quotes only SOURCE is given, and what stands
    between quotation marks in these records is verified. Of a SOURCE that is a web page (.html, .htm, .xhtml), the
    article's text is taken, as "quotex run" does. One of SOURCE, FILE and DIR may be "-" for standard input.

    The exit code is 0 where every quote is there word for word, typography aside, and 1 otherwise.
    """
    from quotex.errors import QuotexError

    if len(quote_and_source) != (1 if quotes else 2):
        raise click.UsageError("give SOURCE alone with --quotes, and QUOTE and SOURCE without")
    if [*quote_and_source, quotes].count(STDIN) > 1:
        raise click.UsageError('"-" is given twice, and standard input can be read once')
    failures: list[str] = []
    try:
        source = _source(quote_and_source[-1], encoding)
        asked = _recorded(quotes, failures) if quotes else [_single(quote_and_source[0], encoding)]
    except (QuotexError, OSError) as error:
        raise click.ClickException(problem_of(error)) from error
    faithful: list[bool] = []
    show(output, form, partial(_written, asked, source, faithful))
    if quotes and not faithful and not failures:
        tell(f"{name_of(quotes)} holds no words in quotation marks, and nothing was verified")
    return 0 if all(faithful) and not failures else 1


def _source(path: str, encoding: str) -> str:
    if path != STDIN and not Path(path).exists():
        raise click.UsageError(f"SOURCE: there is no file {click.format_filename(path)!r}")
    page = page_of(path, encoding)
    return page.text if page else read_text(path, encoding)


def _single(quote: str, encoding: str) -> Asked:
    """The words given, or those of a file of that name."""
    from quotex.cli.verdicts import Asked

    try:
        is_file = quote == STDIN or Path(quote).is_file()
    except (OSError, ValueError):  # too long for a name, or no name at all
        is_file = False
    return Asked(read_text(quote, encoding) if is_file else quote)


def _recorded(path: str, failures: list[str]) -> Iterator[Asked]:
    """What stands between quotation marks in records, one at a time."""
    from quotex.cli.verdicts import Asked
    from quotex.variants import quotations

    for article in articles(record_files([path]), failures):
        for each in quotations(article):
            yield Asked(each.text, each.document, each.attribution, each.speaker)


def _written(asked: Iterable[Asked], source: str, faithful: list[bool], form: str, look: Look) -> Iterator[str]:
    """A line or table a quote, each as soon as it is verified; ``faithful`` gets a value for each."""
    from quotex.cli import verdicts
    from quotex.verification import prepare
    from quotex.verification import verify as check

    ready = prepare(source)
    for each in asked:
        found = check(each.quote, ready)
        faithful.append(found.is_faithful)
        yield verdicts.line(each, found) if form == "jsonl" else verdicts.table(each, found, **look)

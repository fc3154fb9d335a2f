"""``quotex export``: records to what fact-check desks work with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotex.cli.files import STDIN, check_encoding
from quotex.cli.outputs import check_folder, output_option
from quotex.cli.records import articles, record_files, write

if TYPE_CHECKING:
    from quotex.records import Article

CLAIMS = ("quotations", "claims", "claim-reviews")
_FOLDERS = ("brat", "label-studio")
NEED_TEXTS = (*_FOLDERS, "prodigy")
FORMS = (*CLAIMS, "web-annotations", *NEED_TEXTS)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="DIR|FILE…|-", type=click.Path(exists=True, allow_dash=True))
@click.option("--to", "form", type=click.Choice(FORMS), required=True, help="What to make of the records.")
@output_option(
    "paths",
    trees=("texts",),
    kind=click.Path(path_type=Path),
    help="Write to this file, or for some into this folder.",
)
@click.option("--texts", multiple=True, metavar="INPUT", help='The texts, as given to "quotex run"; may be repeated.')
@click.option("--text", metavar="FIELD", help="Field of INPUT's records that holds the text.")
@click.option("--id", "id_", metavar="FIELD", help="Field of INPUT's records that holds the id.")
@click.option("--encoding", callback=lambda c, p, v: v and check_encoding(c, p, v), help="Of texts that are not UTF-8.")
@click.option("--all", "all_acts", is_flag=True, help="Beliefs, intentions and attitudes, too.")
@click.option("--replace", is_flag=True, help="Write over brat's files that were changed since.")
def export(
    paths: tuple[str, ...],
    form: str,
    output: Path | None,
    texts: tuple[str, ...],
    text: str | None,
    id_: str | None,
    encoding: str | None,
    all_acts: bool,
    replace: bool,
) -> int:
    """Write the records of each DIR or FILE in a form of other tools.

    quotations, claims and claim-reviews (drafts without a rating) are schema.org's in JSON-LD, web-annotations the
    W3C's, all with one object a line. prodigy writes a task a line, brat and label-studio write a folder; these three
    need the texts. A text that is not the one that was read is told, and its document left out.

    Reads records as "quotex run" and "quotex extract --format jsonl" write them: JSON Lines files, those in each DIR,
    and "-" for standard input. What cannot be read costs a message and exit code 1; the others are written.
    """
    _check(paths, form, output, texts, all_acts, replace)
    from quotex.errors import QuotexError

    failures: list[str] = []
    found = articles(record_files(paths), failures)
    try:
        if texts:
            from quotex.cli.texts import Texts, paired
            from quotex.inputs import FieldMap

            fields = FieldMap(text=text, id=id_)
            pairs = paired(found, Texts(texts, fields if fields.named else None, encoding), failures)
        if form in CLAIMS or not texts:
            _write(output, _without_texts(form, found, all_acts))
        elif form == "brat" and output is not None:
            from quotex.cli.folders import save_brat
            from quotex.exports import brat

            save_brat(starmap(partial(brat, all_acts=all_acts), pairs), output, replace=replace, failures=failures)
        else:
            _with_texts(form, pairs, output, all_acts)
    except QuotexError as error:
        raise click.ClickException(str(error)) from error
    return 1 if failures else 0


def _check(
    paths: tuple[str, ...], form: str, output: Path | None, texts: tuple[str, ...], all_acts: bool, replace: bool
) -> None:
    if form in NEED_TEXTS and not texts:
        raise click.UsageError(f'--to {form} needs the texts: --texts INPUT, as given to "quotex run"')
    if form in CLAIMS and (texts or all_acts):
        raise click.UsageError(f"--to {form} takes no {'--texts' if texts else '--all'}")
    if form in _FOLDERS and (output is None or output.is_file()):
        raise click.UsageError(f"--to {form} writes a folder: name it with --output")
    if form not in _FOLDERS and output is not None and output.is_dir():
        raise click.UsageError(f"--to {form} writes a file, and {output} is a folder")
    if form not in _FOLDERS:
        check_folder(output)
    if STDIN in paths and STDIN in texts:
        raise click.UsageError("records and texts cannot both come from standard input")
    if replace and form != "brat":
        raise click.UsageError("--replace is for --to brat")


def _without_texts(form: str, found: Iterable[Article], all_acts: bool) -> Iterator[dict[str, Any]]:
    from quotex import exports

    claims = {"quotations": exports.quotations, "claims": exports.claims, "claim-reviews": exports.claim_reviews}
    for article in found:
        yield from claims[form](article) if form in claims else exports.web_annotations(article, all_acts=all_acts)


def _with_texts(form: str, pairs: Iterable[tuple[Article, str]], output: Path | None, all_acts: bool) -> None:
    from quotex import exports
    from quotex.cli.folders import save_label_studio

    if form == "label-studio" and output is not None:
        save_label_studio(starmap(partial(exports.label_studio, all_acts=all_acts), pairs), output)
    else:
        export = partial(exports.prodigy if form == "prodigy" else exports.web_annotations, all_acts=all_acts)
        _write(output, chain.from_iterable(starmap(export, pairs)))


def _write(output: Path | None, items: Iterable[dict[str, Any]]) -> None:
    from quotex.serial import dumps

    write(None if output is None else str(output), lambda: (dumps(item) + "\n" for item in items), "utf-8")

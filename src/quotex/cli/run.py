"""``quotex run``: a whole archive into a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotex.cli.files import check_encoding, note
from quotex.cli.options import CLAIMS, CLAIMS_HELP, known_speakers, settings_of

if TYPE_CHECKING:
    from quotex.archive import Choices, Engine, Job, Summary
    from quotex.inputs import FieldMap

_ROLES = ("text", "id", "title", "date", "author", "url")
_COUNT = click.IntRange(min=1)


def _field_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for role in reversed(_ROLES):
        option = click.option(f"--{role}", metavar="FIELD", help=f"Field of records that holds the {role}.")
        command = option(command)
    return command


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…|-")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the results.")
@_field_options
@click.option("--encoding", callback=lambda c, p, v: v and check_encoding(c, p, v), help="Of texts that are not UTF-8.")
@click.option("--known", type=click.Path(exists=True, dir_okay=False), help="JSON list of speakers that may occur.")
@click.option("--workers", type=_COUNT, help="Processes.  [default: one for each processor]")
@click.option("--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True)
@click.option("--limit", type=_COUNT, help="Read only so many documents, the first ones.")
@click.option("--max-seconds", type=click.FloatRange(min=0), default=60.0, show_default=True, help="For a document.")
@click.option("--max-chars", type=_COUNT, help="Refuse longer documents.  [default: 2000000]")
@click.option("--claims", type=click.Choice(CLAIMS), default="contents", show_default=True, help=CLAIMS_HELP)
@click.option("--max-memory", type=click.IntRange(min=0), default=0, help="For a worker, in megabytes.  [default: any]")
@click.option("--shard", type=_COUNT, default=256, show_default=True, help="Documents that are kept in one file.")
@click.option("--mix", is_flag=True, help="Keep results made with another version, model or settings beside these.")
@click.option("--replace", is_flag=True, help="Drop results of what is not asked for any more.")
@click.option("--retry", is_flag=True, help="Read again what was given up over a crash, time or memory.")
@click.option("--quiet", is_flag=True, help="No progress.")
def run(
    inputs: tuple[str, ...],
    out: Path,
    encoding: str | None,
    known: str | None,
    workers: int | None,
    engine: str,
    claims: str,
    max_chars: int | None,
    max_seconds: float,
    max_memory: int,
    quiet: bool,
    **rest: Any,
) -> int:
    """Find who said what in all documents of each INPUT: files, folders and patterns of text, HTML, JSON Lines, CSV,
    Parquet and WARC, each also as .gz or .zst; "-" is standard input.

    Records come to OUT/records, what could not be read to OUT/errors, a row each. Run it again, and it reads only what
    is missing. The exit code is 1 where inputs or documents could not be read.
    """
    from quotex.archive import Choices, Job
    from quotex.errors import SettingsError
    from quotex.inputs import FieldMap

    fields = {role: rest.pop(role) for role in _ROLES}
    settings = settings_of(claims=claims, **({} if max_chars is None else {"max_chars": max_chars}))
    speakers = known_speakers(known)
    try:
        job = Job(
            settings=settings, known_speakers=speakers, encoding=encoding, seconds=max_seconds, megabytes=max_memory
        )
        choices = Choices(**rest)
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
    summary = _run(inputs, out, job, _engine(engine, workers), FieldMap(**fields), choices, quiet)
    return 1 if summary.faults else 0


def _run(
    inputs: tuple[str, ...],
    out: Path,
    job: Job,
    engine: Callable[[Job], Engine],
    fields: FieldMap,
    choices: Choices,
    quiet: bool,
) -> Summary:
    from quotex.archive import run as run_archive
    from quotex.cli.progress import Progress
    from quotex.errors import QuotexError

    with Progress(inputs, limit=choices.limit, quiet=quiet) as progress:
        try:
            wanted = fields if fields.named else None
            summary = run_archive(inputs, out, job, engine=engine, fields=wanted, choices=choices, watch=progress)
        except QuotexError as error:
            raise click.ClickException(str(error)) from error
    for line in _told(summary, out):
        note(line)
    return summary


def _engine(name: str, workers: int | None) -> Callable[[Job], Engine]:
    count = workers or os.cpu_count() or 1
    if name == "local":
        from quotex.archive import Pool

        return lambda job: Pool(job, count)
    from quotex.ray import RayEngine

    return lambda job: RayEngine(job, workers)


def _told(summary: Summary, out: Path) -> Iterator[str]:
    rate = summary.read / summary.seconds if summary.seconds else 0.0
    faults = summary.faults.total()
    yield f"{out}: {summary.documents:,} documents with {summary.quotes:,} quotes, {faults:,} that could not be read"
    for code, count in summary.faults.most_common():
        yield f"  {code}: {count:,}"
    if summary.skipped:
        yield f"  {summary.skipped:,} files of other forms were passed over"
    if not summary.documents and not faults:
        yield "  the inputs hold nothing to read"
    if summary.kept:
        yield f"  {summary.kept:,} of these were there already"
    yield f"  {summary.read:,} read in {summary.seconds:,.1f} s, {rate:,.1f} a second"

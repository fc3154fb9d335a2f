"""``quotex evaluate``: figures against gold files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotex.cli.files import problem_of

if TYPE_CHECKING:
    from quotex.evaluation import Evaluation, GivenEvaluation

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("files", type=_FILE, nargs=-1, required=True, metavar="GOLD [PREDICTIONS]")
@click.option("--half", type=click.Choice(["even", "odd"]), help="Only documents at such positions of the sorted ids.")
@click.option("--given", is_flag=True, help="Score the speakers of gold attributions; all files are GOLD.")
@click.option("--texts", type=_FILE, help="Texts and attributions for GOLD that holds speakers alone.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def evaluate(files: Sequence[Path], half: str | None, given: bool, texts: Path | None, as_json: bool) -> None:
    """Score PREDICTIONS against GOLD, or quotex itself where no predictions are given.

    Both are JSON Lines, compressed with gzip or not. GOLD holds texts with "attributions" or "statements"; PREDICTIONS
    have the shape of "quotex extract --format standoff".

    With --given, the cues, sources and contents of GOLD are taken as they are, and what is scored is the speakers that
    quotex finds for them. GOLD holds texts with "statements", or "speakers" for the attributions of the file --texts,
    which is found by itself where it lies beside GOLD and is called the same but for "speakers-" in front. GOLD with
    "speakers" needs no --given. Several files are scored each by itself and together.
    """
    from quotex.errors import QuotexError

    try:
        result = _scored(files, half, given, texts)
    except (QuotexError, OSError) as error:
        raise click.ClickException(problem_of(error)) from error
    click.echo(json.dumps(result.primitives(), indent=2) if as_json else result.table())


def _scored(files: Sequence[Path], half: str | None, given: bool, texts: Path | None) -> Evaluation | GivenEvaluation:
    from quotex.evaluation import evaluate_files, evaluate_given, is_speaker_file

    if given or is_speaker_file(files[0]):
        return evaluate_given(files, half, texts=texts)
    if texts is not None:
        raise click.UsageError("--texts is for GOLD that holds speakers, or --given")
    gold, *predictions = files
    if len(predictions) > 1:
        raise click.UsageError("one file of predictions at most; several GOLD files need --given")
    return evaluate_files(gold, predictions[0] if predictions else None, half)

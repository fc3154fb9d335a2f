"""``quotex evaluate``: figures against gold files."""

from __future__ import annotations

import json
from pathlib import Path

import click

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("gold", type=_FILE)
@click.argument("predictions", type=_FILE, required=False)
@click.option("--half", type=click.Choice(["even", "odd"]), help="Only documents at such positions of the sorted ids.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def evaluate(gold: Path, predictions: Path | None, half: str | None, as_json: bool) -> None:
    """Score PREDICTIONS against GOLD, or quotex itself where no predictions are given.

    Both are JSON Lines, compressed with gzip or not. GOLD holds texts with "attributions" or "statements"; PREDICTIONS
    have the shape of "quotex extract --format standoff".
    """
    from quotex.errors import QuotexError
    from quotex.evaluation import evaluate_files

    try:
        result = evaluate_files(gold, predictions, half)
    except (QuotexError, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(json.dumps(result.primitives(), indent=2) if as_json else result.table())

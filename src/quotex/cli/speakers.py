"""``quotex speakers``: who the speakers of many articles are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from quotex.cli.outputs import output_option
from quotex.cli.records import Look, articles, record_files, show

if TYPE_CHECKING:
    from quotex.people import Person

_FORMATS = ("table", "jsonl", "csv")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="DIR|FILE…|-", type=click.Path(exists=True, allow_dash=True))
@click.option("-f", "--format", "form", type=click.Choice(_FORMATS), help="Default: table on a terminal, else jsonl.")
@output_option("paths")
@click.option("--min-score", type=click.FloatRange(0, 1), help="Make no join that scores lower.  [default: 0.75]")
@click.option("--like", "wanted", metavar="NAME", help="Only people that may be called so.")
@click.option("--all", "everyone", is_flag=True, help="Roles, groups and other sources, too, one for each document.")
def speakers(
    paths: tuple[str, ...],
    form: str | None,
    output: str | None,
    min_score: float | None,
    wanted: str | None,
    everyone: bool,
) -> int:
    """Join the speakers of many articles to people, with the reasons for every join.

    Reads records as "quotex extract --format jsonl" writes them: JSON Lines files, those in each DIR, and
    "-" for standard input. A line that holds no record costs a message and exit code 1; the others are read.
    """
    from quotex.people import MIN_SCORE, join, sightings
    from quotex.people.finding import like
    from quotex.records import SpeakerType

    failures: list[str] = []
    seen = (each for article in articles(record_files(paths), failures) for each in sightings(article))
    people: Sequence[Person] = join(seen, min_score=MIN_SCORE if min_score is None else min_score)
    if not everyone:
        joined = {SpeakerType.PERSON, SpeakerType.AUTHOR, SpeakerType.ORGANISATION}
        people = [person for person in people if person.type in joined]
    if wanted is not None:
        people = like(people, wanted)
    show(output, form, partial(_written, people))
    return 1 if failures else 0


def _written(people: Sequence[Person], form: str, look: Look) -> Iterator[str]:
    from quotex.people import table

    if form == "table":
        return table.write_table(people, **look)
    return table.write_csv(people) if form == "csv" else table.write_jsonl(people)

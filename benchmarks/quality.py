"""The quality gate: figures on the corpora against the floors in ``tests/quality.json``.

    python -m benchmarks.quality                       compare, and fail where a figure is below its floor
    python -m benchmarks.quality --raise               set each floor that was beaten to today's figure
    python -m benchmarks.quality --lower "polnear-dev all joint@0.5" --reason "why that is right"

A floor is never lowered without a reason, which is kept in the file. The digests in it say which data the floors were
measured on: on other data they mean nothing, so a changed file fails until ``--new-data`` measures all floors of it
anew, which needs a reason too.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import asdict, evolve, frozen

from benchmarks import matching
from benchmarks.shared import ABSENT, REPOSITORY, corpus
from quotex.evaluation import Evaluation, Extractor, GivenEvaluation, evaluate_files, evaluate_given
from quotex.evaluation.given import is_speaker_file, texts_beside

AnyEvaluation = Evaluation | GivenEvaluation | matching.Figures

FLOORS = REPOSITORY / "tests" / "quality.json"
TOLERANCE = 0.3
"""Points that a figure may lie below its floor: other types of CPU round scores differently and flip a few records."""

_MATCHING = "claim-matching"
"""The floors of finding known checks, whose files are tweets and checks."""
OTHER_DATA = "the file is not the one that its floors were measured on"


@frozen
class Floors:
    """What one corpus must reach. ``least`` is by figure ("all joint@0.5": group and measure), in percent."""

    corpus: str
    """Name of the gold file without ".jsonl.gz", or with ``given`` any name."""
    half: str | None
    sha256: str
    date: str
    """When a floor was last changed."""
    least: Mapping[str, float]
    given: Sequence[str] = ()
    """Names of the gold files whose attributions are given; the floors are for the figures of all together."""


@frozen
class Lowered:
    """A floor that was lowered on purpose, and why."""

    date: str
    figure: str
    before: float
    after: float
    reason: str


@frozen
class Margin:
    """One figure beside its floor."""

    figure: str
    floor: float
    value: float

    @property
    def is_met(self) -> bool:
        """Whether the figure is at its floor or above it, give or take ``TOLERANCE``."""
        return self.value >= self.floor - TOLERANCE

    def __str__(self) -> str:
        verdict = "" if self.is_met else "  BELOW ITS FLOOR"
        return f"{self.figure:<40} {self.value:5.1f}  floor {self.floor:5.1f}  {self.value - self.floor:+5.1f}{verdict}"


def load(path: Path = FLOORS) -> tuple[list[Floors], list[Lowered]]:
    """The floors and the history of lowered ones in the file."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return [Floors(**entry) for entry in data["corpora"]], [Lowered(**entry) for entry in data["lowered"]]


def save(floors: Sequence[Floors], lowered: Sequence[Lowered], path: Path = FLOORS) -> None:
    """Write what ``load`` reads."""
    data = {"corpora": [_filled(entry) for entry in floors], "lowered": [asdict(entry) for entry in lowered]}
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def _filled(entry: Floors) -> dict[str, object]:
    return asdict(entry, filter=lambda field, value: field.name != "given" or bool(value))


def gold_files(floors: Floors) -> list[Path] | None:
    """The gold files of the floors; ``None`` where one is absent."""
    paths = [path for name in floors.given or [floors.corpus] if (path := corpus(name)) is not None]
    return paths if len(paths) == max(1, len(floors.given)) else None


def digest(*gold: Path) -> str:
    """The SHA-256 of gold files, those of their texts among them, as 64 hexadecimal digits."""
    whole = hashlib.sha256()
    for path in gold:
        whole.update(path.read_bytes())
        if is_speaker_file(path):
            whole.update(texts_beside(path).read_bytes())
    return whole.hexdigest()


def measured(floors: Floors, gold: Sequence[Path], extractor: Extractor | None = None) -> AnyEvaluation:
    """What ``extractor`` reaches on the gold file, or quotex on the files whose attributions are given, or known checks
    for tweets where those are among the files."""
    if floors.corpus == _MATCHING:
        return matching.figures(gold[0].parent)
    if floors.given:
        return evaluate_given(gold, floors.half)
    return evaluate_files(gold[0], half=floors.half, extractor=extractor)


def margins(floors: Floors, evaluation: AnyEvaluation) -> list[Margin]:
    """Every figure that has a floor, in the order of the file."""
    return [
        Margin(f"{floors.corpus} {figure}", least, evaluation.value(*figure.split(" ")))
        for figure, least in floors.least.items()
    ]


def raised(floors: Floors, evaluation: AnyEvaluation, today: str) -> Floors:
    """The floors, those that were beaten set to the figures of the evaluation; none is lowered."""
    least = {figure: max(least, evaluation.value(*figure.split(" "))) for figure, least in floors.least.items()}
    return floors if least == floors.least else evolve(floors, least=least, date=today)


def let_down(
    floors: Floors, evaluation: AnyEvaluation, figures: Iterable[str], today: str, reason: str
) -> tuple[Floors, list[Lowered]]:
    """The floors, those of ``figures`` that are not reached set to what is reached now, and what was lowered."""
    least = dict(floors.least)
    changes = []
    for figure in figures:
        before, after = least[figure], evaluation.value(*figure.split(" "))
        if after < before:
            least[figure] = after
            changes.append(Lowered(today, f"{floors.corpus} {figure}", before, after, reason))
    return (evolve(floors, least=least, date=today) if changes else floors), changes


def main(arguments: Sequence[str] | None = None, extractor: Extractor | None = None) -> int:
    """Run the gate; 0 when every floor is met, 1 when one is not or the data changed, 2 for wrong usage."""
    parser = _parser()
    options = parser.parse_args(arguments)
    floors, history = load(options.floors)
    known = {f"{entry.corpus} {figure}" for entry in floors for figure in entry.least}
    if unknown := set(options.lower) - known:
        parser.error(f"no such floor: {', '.join(sorted(unknown))}")
    if (options.lower or options.new_data) and not options.reason:
        parser.error("floors are not lowered without a --reason")
    today = datetime.date.today().isoformat()
    all_met = True
    for at, entry in enumerate(floors):
        gold = gold_files(entry)
        if gold is None:
            parser.error(ABSENT)
        sha256 = digest(*gold)
        is_new = sha256 != entry.sha256
        if is_new and entry.corpus != options.new_data:
            print(f"{entry.corpus}: {OTHER_DATA}")
            all_met = False
            continue
        evaluation = measured(entry, gold, extractor)
        figures = [figure for figure in entry.least if is_new or f"{entry.corpus} {figure}" in options.lower]
        entry = evolve(entry, sha256=sha256)
        entry, changes = let_down(entry, evaluation, figures, today, options.reason)
        history += changes
        rows = margins(entry, evaluation)
        print(*rows, sep="\n")
        all_met = all_met and all(row.is_met for row in rows)
        floors[at] = raised(entry, evaluation, today) if options.raise_floors or is_new else entry
    if options.raise_floors or options.lower or options.new_data:
        save(floors, history, options.floors)
    return 0 if all_met else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description="Figures against their floors.")
    add = parser.add_argument
    add("--raise", dest="raise_floors", action="store_true", help="set floors that were beaten to today's figures")
    add("--lower", action="append", default=[], metavar="FIGURE", help="a floor to lower to today's figure")
    add("--new-data", metavar="CORPUS", help="measure all floors of a corpus anew, whose file changed")
    add("--reason", help="why floors are lowered; kept in the file")
    add("--floors", type=Path, default=FLOORS, metavar="FILE", help="another file of floors")
    return parser


if __name__ == "__main__":
    sys.exit(main())

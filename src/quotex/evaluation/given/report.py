"""An evaluation on given attributions, and how it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from quotex.evaluation.figures import Figure, as_value
from quotex.evaluation.given.reliability import Reliability
from quotex.evaluation.report import LEGEND, aligned, headline

POOLED = "pooled"
_TITLES = {
    "speaker": "speaker right, by mention form",
    "type": "speaker right, by type of the speaker",
    "distance": "speaker right, by characters from the source to the nearest naming of the speaker before it",
    "act": "acts",
    "given": "over all",
}


@frozen
class GivenEvaluation:
    """The figures of one run, by gold file and for all of them together.

    ``files`` are by the name of the gold file without endings, ``pooled`` counts the cases of all. Figures are by group
    and measure (see ``given.figures``).
    """

    documents: int
    cases: int
    """Gold attributions marked certain."""
    half: str | None
    """"even" or "odd" where only the documents at such positions of each file's sorted ids count."""
    files: Mapping[str, Mapping[str, Mapping[str, Figure]]]
    pooled: Mapping[str, Mapping[str, Figure]]
    reliability: Reliability
    """Of the pooled cases."""

    def table(self) -> str:
        """Plain text for people, without a final newline."""
        lines = [headline(f"speakers of {self.cases} given attributions", self.documents, self.half), LEGEND]
        sets = dict(self.files) | ({POOLED: self.pooled} if len(self.files) > 1 else {})
        for group, heading in _TITLES.items():
            if self.pooled[group]:
                lines += [
                    "",
                    *_columns(heading, self.pooled[group], {name: figures[group] for name, figures in sets.items()}),
                ]
        return "\n".join([*lines, *_reliability_lines(self.reliability)])

    def primitives(self) -> dict[str, Any]:
        """Dicts, lists, strings and numbers: rates as ``P``, ``R`` and ``F``, shares as ``percent`` with the interval,
        all with their counts."""
        return {
            "scorer": "given",
            "documents": self.documents,
            "cases": self.cases,
            "half": self.half,
            "files": {name: _primitives(figures) for name, figures in self.files.items()},
            "pooled": _primitives(self.pooled),
            "reliability": self.reliability.primitives(),
        }

    def value(self, group: str, measure: str) -> float:
        """One pooled figure in percent: the F1 of rates, the share of others.

        Raises:
            KeyError: there is no such figure.
        """
        return as_value(self.pooled[group][measure])


def _primitives(figures: Mapping[str, Mapping[str, Figure]]) -> dict[str, Any]:
    return {
        group: {measure: figure.primitives() for measure, figure in measures.items()}
        for group, measures in figures.items()
    }


def _columns(heading: str, measures: Iterable[str], sets: Mapping[str, Mapping[str, Figure]]) -> list[str]:
    header = [["", *sets]] if len(sets) > 1 else []
    rows = [[measure, *(str(figures.get(measure, "")) for figures in sets.values())] for measure in measures]
    return [heading, *aligned([*header, *rows])]


def _reliability_lines(reliability: Reliability) -> list[str]:
    if not reliability.bins:
        return []
    bins = [[f"{each.lowest:.4f}–{each.highest:.4f}", f"{each.mean:.4f}", str(each.right)] for each in reliability.bins]
    curve = [
        [f"{each.least} %", f"{each.threshold:.4f}", str(each.kept), str(each.right)] for each in reliability.curve
    ]
    return [
        "",
        f"scores of those with a speaker; expected calibration error {reliability.error:.4f}",
        *aligned([["score", "mean", "right"], *bins]),
        "",
        "keeping only the surest answers",
        *aligned([["at least", "score", "kept", "right of those kept"], *curve]),
    ]

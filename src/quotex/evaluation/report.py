"""An evaluation, and how it is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from quotex.evaluation.figures import Figure, as_value
from quotex.evaluation.inputs import Scorer

LEGEND = "F1 (precision/recall), or share in percent [95% interval] (right of all)"


@frozen
class Evaluation:
    """The figures of one run.

    ``figures`` are by group and measure: for attributions the groups are the slices ("all", "quoted", "say"), for
    statements they are "statements" and "speaker" (by mention form). See ``evaluation.attributions`` and
    ``evaluation.statements`` for what each measure asks.
    """

    scorer: Scorer
    documents: int
    half: str | None
    """"even" or "odd" where only the documents at such positions of the sorted ids count."""
    figures: Mapping[str, Mapping[str, Figure]]

    def table(self) -> str:
        """Plain text for people, without a final newline; figures are F1 or shares in percent."""
        lines = [headline(str(self.scorer), self.documents, self.half), LEGEND, ""]
        if self.scorer is Scorer.ATTRIBUTIONS:
            lines += _columns(self.figures)
        else:
            lines += _rows(self.figures["statements"])
            lines += ["", "speaker right, by mention form", *_rows(self.figures["speaker"])]
        return "\n".join(lines)

    def primitives(self) -> dict[str, Any]:
        """Dicts, strings and numbers: rates as ``P``, ``R`` and ``F``, shares as ``percent``, with their counts."""
        return {
            "scorer": str(self.scorer),
            "documents": self.documents,
            "half": self.half,
            "figures": {
                group: {measure: figure.primitives() for measure, figure in figures.items()}
                for group, figures in self.figures.items()
            },
        }

    def value(self, group: str, measure: str) -> float:
        """One figure in percent: the F1 of rates, the share of others.

        Raises:
            KeyError: there is no such figure.
        """
        return as_value(self.figures[group][measure])


def headline(what: str, documents: int, half: str | None) -> str:
    """What was scored, in how many documents, and which half of them."""
    return f"{what} of {documents} document{'s' if documents != 1 else ''}" + (f", {half} half" if half else "")


def _rows(figures: Mapping[str, Figure]) -> list[str]:
    return aligned([[measure, str(figure)] for measure, figure in figures.items()])


def _columns(groups: Mapping[str, Mapping[str, Figure]]) -> list[str]:
    measures = list(next(iter(groups.values())))
    rows = [[measure, *(str(figures[measure]) for figures in groups.values())] for measure in measures]
    return aligned([["", *groups], *rows])


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as lines, the cells of each column beneath each other. All rows have as many cells."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]

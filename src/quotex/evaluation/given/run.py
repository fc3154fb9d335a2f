"""From gold files to the figures of speakers alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quotex.errors import SettingsError
from quotex.evaluation.given.cases import Case, Resolver, cases_of, resolve_gold
from quotex.evaluation.given.figures import given_figures
from quotex.evaluation.given.gold import read_judged
from quotex.evaluation.given.reliability import reliability_of
from quotex.evaluation.given.report import GivenEvaluation
from quotex.evaluation.halves import half_of


def evaluate_given(
    gold: Sequence[Path], half: str | None = None, *, texts: Path | None = None, resolver: Resolver = resolve_gold
) -> GivenEvaluation:
    """Score the speakers, kinds and acts that quotex finds where cue, source and content are those of the gold.

    Args:
        gold: JSON Lines, gzip where the name ends in ".gz"; their documents hold "text" and "statements", or "speakers"
            (see ``given.gold.read_judged``).
        half: "even" or "odd" to score only the documents at such positions of each file's sorted ids.
        texts: the file of texts and attributions for gold files that have none.
        resolver: what finds the speakers, ``quotex.resolve_given`` by default.

    Raises:
        LineError: a line of a file is not what it should be, or no document of a file is left to score.
        DecodingError: a file is no gzip or not UTF-8.
        SettingsError: ``half`` is neither "even" nor "odd", no file is given, or two have the same name.
        OSError: a file cannot be opened.
    """
    if not gold:
        raise SettingsError("name at least one gold file")
    documents = 0
    cases: dict[str, list[Case]] = {}
    for path in gold:
        name = path.name.removesuffix(".gz").removesuffix(".jsonl")
        if name in cases:
            raise SettingsError(f"two gold files are called {name}; give each file once")
        chosen = half_of(read_judged(path, texts), half, path.name)
        cases[name] = [case for document in chosen.values() for case in cases_of(document, resolver)]
        documents += len(chosen)
    pooled = [case for part in cases.values() for case in part]
    return GivenEvaluation(
        documents=documents,
        cases=len(pooled),
        half=half,
        files={name: given_figures(part) for name, part in cases.items()},
        pooled=given_figures(pooled),
        reliability=reliability_of((case.score, case.is_right) for case in pooled if case.score is not None),
    )

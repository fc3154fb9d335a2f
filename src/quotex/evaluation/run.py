"""From files to figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from quotex.evaluation.attributions import attribution_figures
from quotex.evaluation.halves import half_of
from quotex.evaluation.inputs import GoldDocument, Record, Scorer, read_gold, read_predictions, records_of
from quotex.evaluation.report import Evaluation
from quotex.evaluation.statements import statement_figures

Extractor = Callable[[GoldDocument], Mapping[str, Any]]
"""From a document to its predictions in the standoff shape: an object with the list "attributions"."""


def evaluate_files(
    gold: Path, predictions: Path | None = None, half: str | None = None, *, extractor: Extractor | None = None
) -> Evaluation:
    """Score ``predictions`` (the standoff shape, one document a line) against ``gold``.

    Which measures apply is told by the gold documents: their records are "attributions" or "statements". Without
    ``predictions`` the ``extractor`` is run over the gold texts, by default ``quotex.extract`` with default settings.
    Gold and predictions meet by id, without folder and ".txt"; a document that has no predictions counts as one in
    which nothing was found, and predictions without gold are left out.

    Args:
        gold: JSON Lines, gzip where the name ends in ".gz".
        predictions: the same.
        half: "even" or "odd" to score only the documents at such positions of the sorted ids; all by default.
        extractor: what makes the predictions where no file holds them.

    Raises:
        LineError: a line of either file is not what it should be, or no document is left to score.
        DecodingError: a file is no gzip or not UTF-8.
        SettingsError: ``half`` is neither "even" nor "odd".
        OSError: a file cannot be opened.
    """
    scorer, documents = read_gold(gold)
    documents = half_of(documents, half, gold.name)
    found = _predicted(predictions, documents, scorer, extractor)
    paired = [(document, found.get(key, ())) for key, document in documents.items()]
    figures = attribution_figures(paired) if scorer is Scorer.ATTRIBUTIONS else statement_figures(paired)
    return Evaluation(scorer=scorer, documents=len(paired), half=half, figures=figures)


def _predicted(
    predictions: Path | None, documents: Mapping[str, GoldDocument], scorer: Scorer, extractor: Extractor | None
) -> Mapping[str, tuple[Record, ...]]:
    if predictions is not None:
        texts = {key: document.text for key, document in documents.items()}
        return read_predictions(predictions, texts, scorer)
    extract = extractor or _extract
    return {key: records_of(extract(document), document.text, scorer) for key, document in documents.items()}


def _extract(document: GoldDocument) -> Mapping[str, Any]:
    # Scoring a file of predictions needs neither spaCy nor the model, so they are loaded only here.
    from quotex.extraction import extract
    from quotex.formats.standoff import standoff

    return standoff(extract(document.text, id=document.id))

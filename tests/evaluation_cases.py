"""A short text with gold records, and a way to score predictions of it: for the tests of the measures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from quotex.evaluation import Evaluation, evaluate_files

#       0         10        20        30        40        50
TEXT = 'Ana Roe said that rain fell. "We ran," Bo Li added. It was cold.'
RAIN = {"cue": [[8, 12]], "source": [[0, 7]], "content": [[13, 27]]}
RAN = {"cue": [[45, 50]], "source": [[39, 44]], "content": [[29, 38]]}


def write(path: Path, *documents: dict[str, Any]) -> Path:
    """Write the documents as JSON Lines."""
    path.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")
    return path


def score_attributions(folder: Path, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Evaluation:
    """Score predicted against gold attributions of ``TEXT``."""
    return _score(folder, "attributions", gold, found)


def score_statements(folder: Path, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Evaluation:
    """Score predicted attributions against gold statements of ``TEXT``."""
    return _score(folder, "statements", gold, found)


def statement(record: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A gold statement: certain, indirect and by Ana Roe unless the fields say otherwise."""
    defaults = {"kind": "indirect", "speaker": "Ana Roe", "title": None, "mention": "named", "certain": True}
    return {**record, **defaults, **fields}


def _score(folder: Path, field: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Evaluation:
    return evaluate_files(
        write(folder / "gold.jsonl", {"id": "a", "text": TEXT, field: gold}),
        write(folder / "found.jsonl", {"id": "news/a.txt", "attributions": found}),
    )

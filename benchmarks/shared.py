"""Where the corpora and the reference scorers lie: they are not part of the repository."""

from __future__ import annotations

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
ABSENT = "the corpora are not there: put them beside the repository in ../shared, or name their folder in QUOTEX_SHARED"


def shared_folder() -> Path | None:
    """The folder named by the variable QUOTEX_SHARED, else ``../shared``; ``None`` where it does not exist."""
    folder = Path(os.environ.get("QUOTEX_SHARED") or REPOSITORY.parent / "shared")
    return folder if folder.is_dir() else None


def corpus(name: str) -> Path | None:
    """The gzip JSON Lines file of the corpus ``name``; ``None`` where it is absent."""
    folder = shared_folder()
    path = folder / "corpora" / f"{name}.jsonl.gz" if folder else None
    return path if path and path.is_file() else None

"""What holds for all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from benchmarks.short_texts import write_lines

# A check that gates a change must not fail by the luck of the draw; at a desk every run looks somewhere else.
settings.register_profile("gate", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("gate")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with twelve short articles in a file (``archive_samples.NAMES``)."""
    folder = tmp_path / "news"
    folder.mkdir()
    write_lines(folder / "a.jsonl", range(12))
    return folder

"""Tables of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

import quotex
from quotex.cli import main

_STORY = "“We open in May,” the mayor, Ada Osei, said on Monday.\n\nShe wants the county to pay for the roof.\n"


@pytest.mark.parametrize("columns", [60, 90])
@pytest.mark.parametrize("command", ["extract", "claims", "speakers", "variants", "match", "verify"])
def test_every_table_is_as_wide_as_the_terminal(
    command: str,
    columns: int,
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each command draws its table over the whole width and no further, and colours none that goes to no terminal."""
    story, records, claims = (str(tmp_path / name) for name in ("story.txt", "records.jsonl", "claims.jsonl"))
    Path(story).write_text(_STORY, encoding="utf-8")
    quotex.write([quotex.extract(_STORY, id=id_) for id_ in "ab"], records)
    Path(claims).write_text('{"claim": "The bridge will open in May.", "rating": "true"}\n', encoding="utf-8")
    given = {
        "extract": [story],
        "claims": [story],
        "speakers": [records],
        "variants": ["--min-words", "1", records],
        "match": [claims, "--known", claims],
        "verify": ["We open in June", story],
    }
    monkeypatch.setenv("COLUMNS", str(columns))
    main([command, "--format", "table", *given[command]])
    table = capsysbinary.readouterr().out.decode()
    assert "\x1b[" not in table
    assert max(map(len, table.splitlines())) == columns

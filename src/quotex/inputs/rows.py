"""Rows of tables to JSON, as workers read it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, time


def row_json(row: Mapping[str, object]) -> bytes:
    """A row as JSON in UTF-8, keys in their order, without blanks; dates as ISO 8601 has them, others as Python says.

    Raises ``UnicodeDecodeError`` where a cell of bytes is not UTF-8.
    """
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=_plain).encode("utf-8")


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8")
    return value.isoformat() if isinstance(value, date | time) else str(value)

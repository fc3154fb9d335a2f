"""Verifications to JSON and back."""

from __future__ import annotations

import json
from typing import Any

from quotex.errors import RecordError
from quotex.fieldtypes import Context, Wrong, reader, writer
from quotex.serial import dumps
from quotex.verification.records import Verification


def to_primitives(verification: Verification) -> dict[str, Any]:
    """A verification as dicts, lists, strings and numbers: its fields, in their order."""
    values: dict[str, Any] = writer(Verification)(verification)
    return values


def from_primitives(value: object) -> Verification:
    """The verification that ``to_primitives`` made ``value`` of.

    Raises ``RecordError`` with the JSON path of what is wrong.
    """
    try:
        made: Verification = reader(Verification)(value, Context(length=0))
    except Wrong as wrong:
        raise RecordError(wrong.path, wrong.problem) from None
    return made


def to_json(verification: Verification) -> str:
    """A verification as one line of JSON, without a line end."""
    return dumps(to_primitives(verification))


def from_json(data: str | bytes) -> Verification:
    """The verification that ``to_json`` wrote, bytes being UTF-8.

    Raises ``RecordError`` with the JSON path of what is wrong.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise RecordError("$", f"not JSON: {error}") from error
    return from_primitives(value)

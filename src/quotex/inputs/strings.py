"""Values of records as the strings of metadata."""

from __future__ import annotations

import json
import math

from quotex.serial import dumps


def as_string(value: object) -> str | None:
    """A JSON value as metadata; ``None`` for null, a blank string, an empty list and what is no number.

    Lists are joined by "; ". A whole number written as a fraction, as tables with gaps make of ids, loses its ".0". Of
    an object with a "name" it is that, of a wrapped value (MongoDB's ``{"$oid": …}``) the value, else the JSON. Lone
    surrogates become U+FFFD: what is wrong in a byline should not cost the article.
    """
    if isinstance(value, str):
        return _whole(value) if value.strip() else None
    if isinstance(value, list):
        return "; ".join(filter(None, map(as_string, value))) or None
    if isinstance(value, dict):
        return _of_object(value)
    if isinstance(value, float):
        return _of_float(value)
    return None if value is None else json.dumps(value)


def _of_object(value: dict[str, object]) -> str | None:
    if "name" in value:
        return as_string(value["name"])
    if len(value) == 1 and next(iter(value)).startswith("$"):
        return as_string(next(iter(value.values())))
    return _whole(dumps(value)) if value else None


def _of_float(value: float) -> str | None:
    if math.isnan(value):
        return None
    return str(int(value)) if value.is_integer() and abs(value) < 2**53 else str(value)


def _whole(value: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return value

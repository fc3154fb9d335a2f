"""Known checks, and new claims, from files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from quotex.checks.claimreview import claim_reviews, of_claim_review
from quotex.checks.records import KnownCheck
from quotex.checks.rows import rows
from quotex.checks.values import check_of
from quotex.errors import InputError
from quotex.formats.reading import records_of_run
from quotex.inputs.suffixes import Container
from quotex.serial import from_primitives


def read_checks(paths: Iterable[str | os.PathLike[str]]) -> Iterator[KnownCheck]:
    """The known checks in files and folders, one at a time, in the order of ``paths`` and of the names in a folder.

    Files are JSON Lines, JSON (an array, or one object), JSON-LD, CSV and TSV, as the suffix says, packed with gzip or
    Zstandard or not. ClaimReviews are found wherever they stand in a JSON value; other objects and rows are records.

    Raises ``NoInputError`` for a path that is not there, ``InputError`` for one string in place of several and for a
    file of another form, ``LineError`` where a record has no claim, ``DecodingError`` where a file is damaged.
    """
    if isinstance(paths, str):
        raise InputError(f"paths must be several, such as [{paths!r}]")
    for row in rows(paths):
        yield from row.read(_checks)


def read_claims(paths: Iterable[str | os.PathLike[str]]) -> Iterator[dict[str, Any]]:
    """New claims in files, as mappings that ``match`` takes: of text each line, else each record as it stands, and of
    the record of an article its quotes, with their ids and the date of the article. The folder of a run stands for its
    records.

    Raises as ``read_checks``.
    """
    for row in rows(map(records_of_run, paths), frozenset({Container.TEXT})):
        yield from row.read(_claims)


def _checks(value: object) -> list[KnownCheck]:
    reviews = list(claim_reviews(value))
    return [of_claim_review(each) for each in reviews] if reviews else [check_of(value)]


def _claims(value: object) -> list[dict[str, Any]]:
    if isinstance(value, str):
        return [{"claim": value}]
    if not isinstance(value, dict):
        raise InputError("a claim must be an object, or a line of a text file")
    if "schema_version" in value and "attributions" in value:
        article = from_primitives(value)
        return [{"claim": each.text, "id": each.id, "date": article.metadata.date} for each in article.quotes]
    return [value]

"""Known checks, and new claims, from files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from quotex.checks.claimreview import checks_of_review, claim_reviews, claims_of_review, is_claim_review
from quotex.checks.records import KnownCheck
from quotex.checks.rows import named, rows
from quotex.checks.storing import is_index, load
from quotex.checks.values import checks_of_record, claim_parts, has_claim
from quotex.errors import InputError
from quotex.formats.reading import records_of_run
from quotex.inputs.paths import STDIN
from quotex.inputs.suffixes import Container
from quotex.serial import from_primitives


def read_checks(paths: Iterable[str | os.PathLike[str]], *, encoding: str | None = None) -> Iterator[KnownCheck]:
    """The known checks in files and folders, one at a time, in the order of ``paths`` and of the names in a folder.

    Files are JSON Lines, JSON (an array, or one object), JSON-LD, CSV and TSV, as the suffix says, packed with gzip or
    Zstandard or not, and indexes that ``Index.save`` wrote, whatever their names. ClaimReviews are found wherever they
    stand in a JSON value; other objects and rows are records. What is not UTF-8 is read in ``encoding``. An empty file
    or folder holds no check.

    Raises at once ``NoInputError`` for a path that is not there, ``InputTypeError`` for one path in place of several,
    ``SettingsError`` for an ``encoding`` that Python does not know. While reading ``InputError`` for a file of another
    form, ``LineError`` where a record has no claim or a row of a table is amiss, ``DecodingError`` where a file is
    damaged or in another encoding, ``CheckIndexError`` where an index is damaged.
    """
    return chain.from_iterable(map(partial(_checks_in, encoding=encoding), named(paths, encoding)))


def read_claims(paths: Iterable[str | os.PathLike[str]], *, encoding: str | None = None) -> Iterator[Mapping[str, Any]]:
    """New claims in files, as mappings that ``match`` takes: of text each line, of a record with a claim the record as
    it stands, of other JSON values the claims of the ClaimReviews in them, and of the record of an article its quotes,
    with their ids and the date of the article. The folder of a run stands for its records, "-" for standard input.

    Raises as ``read_checks``.
    """
    return chain.from_iterable(map(partial(_claims_in, encoding=encoding), named(paths, encoding)))


def _checks_in(path: str, encoding: str | None) -> Iterator[KnownCheck]:
    if path != STDIN and is_index(Path(path)):
        yield from load(Path(path)).checks
        return
    for row in rows(path, encoding=encoding):
        yield from row.read(_checks)


def _claims_in(path: str, encoding: str | None) -> Iterator[Mapping[str, Any]]:
    for row in rows(os.fspath(records_of_run(path)), frozenset({Container.TEXT}), encoding):
        yield from row.read(_claims)


def _checks(value: object) -> list[KnownCheck]:
    reviews = list(claim_reviews(value))
    if not reviews:
        return checks_of_record(value)
    return [each for review in reviews for each in checks_of_review(review)]


def _claims(value: object) -> list[Mapping[str, Any]]:
    if isinstance(value, str):
        return [{"claim": value}]
    if isinstance(value, dict) and "schema_version" in value and "attributions" in value:
        article = from_primitives(value)
        return [{"claim": each.text, "id": each.id, "date": article.metadata.date} for each in article.quotes]
    if is_claim_review(value) or not has_claim(value):
        reviews = list(claim_reviews(value))
        if reviews:
            return [claim for review in reviews for claim in claims_of_review(review)]
    if not isinstance(value, dict):
        raise InputError("a claim must be an object, or a line of a text file")
    claim_parts(value)  # what is wrong is told here, where its place is known
    return [value]

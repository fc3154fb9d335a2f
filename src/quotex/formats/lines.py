"""JSON, JSON Lines and stand-off lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotex.formats.standoff import standoff
from quotex.records import Article
from quotex.serial import dumps, to_json


def write_json(articles: Iterable[Article]) -> Iterator[str]:
    """One JSON array, indented, with an object for each article; ``[]`` without any."""
    before = "[\n"
    for article in articles:
        yield before
        yield to_json(article, indent=2)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def write_jsonl(articles: Iterable[Article]) -> Iterator[str]:
    """One line of JSON an article."""
    for article in articles:
        yield to_json(article) + "\n"


def write_standoff(articles: Iterable[Article]) -> Iterator[str]:
    """One line of JSON an article, in the shape of the gold files."""
    for article in articles:
        yield dumps(standoff(article)) + "\n"

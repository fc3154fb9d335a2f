"""Read many articles in several processes into a database, and ask it who spoke of a matter.

    python examples/archive.py DATABASE.sqlite WORD FILE…

For millions of documents use ``quotex run FOLDER --out ARCHIVE`` and ``quotex convert ARCHIVE DATABASE.sqlite``: that
reads more forms, and goes on where it was when it is interrupted.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import quotex

QUESTION = """
    SELECT said.document_id, said.speaker, said.content
    FROM quotes_fts JOIN who_said_what AS said ON said.number = quotes_fts.rowid
    WHERE quotes_fts MATCH ?
    ORDER BY said.document_id, said.content_start
"""


def main(database: Path, word: str, *paths: Path) -> None:
    """Write the quotes of the articles at ``paths`` to ``database`` and print those that have ``word``."""
    documents = ({"id": path.name, "text": path.read_bytes().decode("utf-8", "replace")} for path in paths)
    counts = quotex.write(without_faults(quotex.extract_many(documents)), database)
    print(f"{counts.documents} documents, {counts.rows} quotes")

    with closing(sqlite3.connect(database)) as connection:
        for document, speaker, content in connection.execute(QUESTION, [f'content: "{word}"']):
            print(f"{document}: {speaker or '(nobody is credited)'}: {content}")


def without_faults(found: Iterable[quotex.Article | quotex.Fault]) -> Iterator[quotex.Article]:
    """The articles; what could not be read is told."""
    for each in found:
        if isinstance(each, quotex.Fault):
            print(f"{each.id or each.origin}: {each.message}", file=sys.stderr)
        else:
            yield each


if __name__ == "__main__":  # the processes import this file and must not start again
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2], *map(Path, sys.argv[3:]))

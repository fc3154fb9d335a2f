"""Write the quotes of one or more articles to a table that a spreadsheet or pandas can open.

    python examples/to_spreadsheet.py OUTPUT.csv FILE…

The command does the same: ``quotex extract --format csv --output OUTPUT.csv FILE…``. The rows are there for what the
command does not do; this example keeps direct quotes only and counts the words of each. ``csv_line`` puts an apostrophe
before what a spreadsheet would take for a formula, as the command does.
"""

from __future__ import annotations

import sys
from pathlib import Path

import quotex
from quotex.formats.sheet import csv_line

COLUMNS = ("document_id", "speaker", "title", "content", "words", "content_start", "content_end")


def main(output: Path, *inputs: Path) -> int:
    """Write the direct quotes of the articles at ``inputs`` to ``output``; return how many there are."""
    count = 0
    with output.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(csv_line(COLUMNS))
        for path in inputs:
            article = quotex.extract(path.read_bytes().decode("utf-8"), id=path.name)
            for row in quotex.rows(article):
                if row["kind"] == quotex.Kind.DIRECT:
                    words = len(str(row["content"]).split())
                    file.write(csv_line((row | {"words": words})[column] for column in COLUMNS))
                    count += 1
    return count


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    target, *sources = map(Path, sys.argv[1:])
    print(f"{main(target, *sources)} direct quotes written to {target}")

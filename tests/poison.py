"""The poison corpus: files with every fault that an archive may hold, good documents among them.

``write(folder)`` writes it and returns what must come out of each file as plain data. Paths and origins in a ``Case``
are relative to the folder; where it is read as one argument, those of quotex have the folder in front.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import poison_packing
import poison_records
import poison_tables
import poison_texts
import poison_web
from poison_case import LARGE, Case, squeezed

KINDS = (poison_texts, poison_records, poison_tables, poison_web, poison_packing)


def write(folder: Path) -> list[Case]:
    """Write the corpus below a folder, and tell what must come out of it, in the order of reading."""
    found = [squeezed(case) if len(case.data) > LARGE else case for kind in KINDS for case in kind.cases()]
    for case in found:
        path = folder / case.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(case.data)
    found += _paths(folder)
    return sorted(found, key=lambda case: case.name)


def _paths(folder: Path) -> Iterator[Case]:
    """What is wrong with paths rather than with what they hold."""
    below = folder / "paths"
    (below / "folder.txt").mkdir(parents=True)
    (below / ".hidden").mkdir()
    for name in ("picture.jpeg", "no_suffix", "letter.docx", ".hidden.txt", ".hidden/below.txt", "packed.gz"):
        (below / name).write_bytes(b"It must not be read.")
    for name in ("white space.txt", "number#1.txt", "%41.txt", "name\n.txt", "näïve.txt", "UPPER.TXT", "a.b.text"):
        (below / name).write_bytes(b"The mayor said it would open in May.")
        yield Case(f"paths/{name}", documents={f"paths/{name}": None})
    (below / "gone.txt").symlink_to("nowhere.txt")
    yield Case("paths/gone.txt", faults=(("paths/gone.txt", "vanished"),))
    (below / "gone.parquet").symlink_to("nowhere.parquet")
    yield Case("paths/gone.parquet", faults=(("paths/gone.parquet", "vanished"),))
    (below / "loop.jsonl").symlink_to("loop.jsonl")
    yield Case("paths/loop.jsonl", faults=(("paths/loop.jsonl", "unreadable"),))
    (below / "up").symlink_to("..")
    (below / "zz_twice.txt").symlink_to("UPPER.TXT")
    os.mkfifo(below / "pipe.txt")
    if os.geteuid():  # nothing is unreadable to root
        (below / "secret.txt").write_bytes(b"secret")
        (below / "secret.txt").chmod(0)
        yield Case("paths/secret.txt", faults=(("paths/secret.txt", "unreadable"),))

"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name for a new file beside ``path``, which takes the place of ``path`` when the block has ended well.

    It is safely on the disk by then. Where the block raises, the new file is taken away, and what stood at ``path``
    stays as it was. A link is followed. Raises ``OSError`` where the folder is not there or cannot be written to, or
    ``path`` is a folder.
    """
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError("it is a folder")
    # Short, as the name of the target may be as long as the file system allows.
    new = target.with_name(f".{uuid.uuid4().hex[:12]}.part")
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        yield new
        _settle(new, os.O_RDWR)
        new.replace(target)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    if os.name == "posix":  # elsewhere folders cannot be opened
        _settle(target.parent, os.O_RDONLY)


def _settle(path: Path, flags: int) -> None:
    """Wait until what was written to ``path`` is on the disk."""
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

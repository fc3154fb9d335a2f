"""How much is read at once, so that no input fills the memory, however it is packed. All in bytes.

The values are looked up whenever they are needed, so a program may set others before it reads.
"""

from __future__ import annotations

from quotex.inputs.faults import Broken, FaultCode

CHUNK = 1 << 16
"""Read, and unpacked, at a time."""
HEAD = 4096
"""The beginning of a file that tells what it holds."""
RECORD = 64 << 20
"""Longest record: a file with one document, a line, a row, a page. A longer one is a fault and never held whole."""
GIVE_UP = 16 * RECORD
"""Where a record still goes on after so much, the rest of its file is not looked at: it is junk, or a trap."""
PEEKED_RECORDS = 100
"""JSON records looked at, at most, to guess their fields."""
PEEKED = 8 << 20
"""JSON looked at, at most, to guess the fields, unless the first record alone is longer."""


def too_large() -> Broken:
    """The fault of a record longer than ``RECORD``."""
    return Broken(FaultCode.TOO_LARGE, f"a record of more than {RECORD:,} bytes, which is no article; split it")


def hopeless() -> Broken:
    """The fault of a record longer than ``GIVE_UP``, with which its file ends."""
    return Broken(FaultCode.TOO_LARGE, f"a record of more than {GIVE_UP:,} bytes; what comes after it was not read")

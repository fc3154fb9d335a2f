"""The documents of the inputs in shards, each known by what is in it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator

from attrs import astuple, frozen

from quotex.documents import Fault
from quotex.inputs import Raw

DOCUMENTS = 256
"""Most documents of a shard."""
BYTES = 16 << 20
"""Most bytes of a shard, one document aside."""
_LOOSE = 64
"""One in so many loose files begins a shard."""


@frozen(eq=False)
class Shard:
    """Documents that stand one after the other in the inputs, and the faults among them."""

    items: tuple[Raw | Fault, ...]
    key: str
    """32 hexadecimal digits made of all that is in it: the same documents have the same key in every run."""


def shards(found: Iterable[Raw | Fault], documents: int = DOCUMENTS) -> Iterator[Shard]:
    """What was found in the inputs, in order, in shards of at most so many documents.

    A shard ends with its container. Loose files are parted where the check sum of a path says so, so that a new file
    among a million changes the shard it falls into and no other.
    """
    items: list[Raw | Fault] = []
    size = 0
    for item in found:
        weight = len(item.data) if isinstance(item, Raw) else 0
        if items and (len(items) >= documents or size + weight > BYTES or _parts(items[-1].origin, item.origin)):
            yield Shard(tuple(items), _key(items))
            items, size = [], 0
        items.append(item)
        size += weight
    if items:
        yield Shard(tuple(items), _key(items))


def _parts(before: str, after: str) -> bool:
    """Whether a shard begins between two origins that stand one after the other."""
    first, second = _container(before), _container(after)
    if first or second:
        return first != second and first != after  # what is wrong with a whole container stands at its end
    return zlib.crc32(after.encode("utf-8", "surrogatepass")) % _LOOSE == 0


def _container(origin: str) -> str:
    """The path of the container that a record is in; empty for a loose file."""
    path, _, number = origin.rpartition("#")
    return path if number.isdigit() else ""


def _key(items: Iterable[Raw | Fault]) -> str:
    digest = hashlib.sha256()
    for item in items:
        whole = repr((type(item).__name__, *astuple(item))).encode("utf-8", "surrogatepass")
        digest.update(len(whole).to_bytes(8, "big") + whole)
    return digest.hexdigest()[:32]

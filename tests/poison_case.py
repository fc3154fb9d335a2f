"""What a file of the poison corpus is, and the good documents in it."""

from __future__ import annotations

from collections.abc import Mapping

import zstandard
from attrs import field, frozen

LARGE = 65 << 20
"""Bytes that are more than a record may have."""


@frozen
class Case:
    """A file and what must come out of it."""

    name: str
    """Its path in the corpus."""
    data: bytes = field(default=b"", repr=False)
    documents: Mapping[str, str | None] = field(factory=dict)
    """The ids of the documents by origin, in order; ``None`` where the id is the origin."""
    faults: tuple[tuple[str, str], ...] = ()
    """Origin and code of each fault, in order."""
    refused: tuple[str, ...] = ()
    """Origins of documents that decode, but that extraction refuses."""


def squeezed(case: Case) -> Case:
    """The case as a Zstandard file, for one that is large and would fill the disk."""

    def there(origin: str) -> str:
        return f"{case.name}.zst{origin.removeprefix(case.name)}"

    return Case(
        there(case.name),
        zstandard.compress(case.data, 1),
        {there(origin): key for origin, key in case.documents.items()},
        tuple((there(origin), code) for origin, code in case.faults),
    )


def story(key: object) -> str:
    """The text of a good document, a different one for each key."""
    return f"“We open in May,” the mayor, Ada Osei, said of the bridge {key}.\nShe wants the county to pay for it."

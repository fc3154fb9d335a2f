"""What a file holds, told by its name or, where the name tells nothing, by how it begins."""

from __future__ import annotations

import json
import re
from enum import StrEnum

from attrs import frozen

from quotex.inputs.charsets import BOMS
from quotex.inputs.faults import Broken, FaultCode
from quotex.inputs.packing import GZIP_MAGIC, ZSTD_MAGIC


class Container(StrEnum):
    """The forms of files."""

    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    PARQUET = "parquet"
    WARC = "warc"


class Packing(StrEnum):
    """How a file is compressed."""

    GZIP = "gz"
    ZSTD = "zst"


_CONTAINERS = {
    Container.TEXT: "txt text md",
    Container.HTML: "html htm xhtml",
    Container.JSONL: "jsonl ndjson",
    Container.JSON: "json",
    Container.CSV: "csv",
    Container.TSV: "tsv",
    Container.PARQUET: "parquet",
    Container.WARC: "warc",
}
BY_SUFFIX = {suffix: container for container, suffixes in _CONTAINERS.items() for suffix in suffixes.split()}
"""The form of a file by its suffix in lower case."""
_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|\?xml[^>]*>\s*(?:<!doctype\s+html|<html))\b", re.IGNORECASE)


@frozen
class Kind:
    """What the name of a file tells; ``None`` for nothing."""

    container: Container | None
    packing: Packing | None


def kind_of(path: str) -> Kind:
    """What the suffixes of a path tell, in upper or lower case."""
    parts = re.split(r"[\\/]", path)[-1].lower().split(".")[1:]
    packing = Packing(parts.pop()) if parts and parts[-1] in list(Packing) else None
    return Kind(BY_SUFFIX.get(parts[-1]) if parts else None, packing)


def packing_of(head: bytes) -> Packing | None:
    """How a file that begins like this is compressed."""
    magics = {GZIP_MAGIC: Packing.GZIP, ZSTD_MAGIC: Packing.ZSTD}
    return next((packing for magic, packing in magics.items() if head.startswith(magic)), None)


def sniffed(head: bytes) -> Container:
    """What a file that begins like this holds. Raises ``Broken`` where it is none of the forms."""
    begins = head.lstrip()
    if head.startswith(b"PAR1"):
        return Container.PARQUET
    if begins.startswith(b"WARC/"):
        return Container.WARC
    if _PAGE.match(head):
        return Container.HTML
    if begins.startswith(b"{"):
        return Container.JSONL if _is_object(begins.partition(b"\n")[0]) else Container.JSON
    if re.match(rb"\[\s*\{", begins):
        return Container.JSON
    if b"\0" in head and not head.startswith(BOMS):
        raise Broken(FaultCode.UNKNOWN_FORM, "neither text nor any other form known; give the file its usual suffix")
    return Container.TEXT


def of_standard_input(head: bytes) -> Container:
    """What standard input that begins like this holds: JSON Lines or one text."""
    return Container.JSONL if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") else Container.TEXT


def _is_object(line: bytes) -> bool:
    """Whether a line is a whole JSON object."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False

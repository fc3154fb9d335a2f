"""JSON Lines, and JSON files with one object, objects one after the other, or an array of objects."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from quotex.inputs import limits
from quotex.inputs.charsets import as_utf8, decoded_record
from quotex.inputs.faults import Broken
from quotex.inputs.fields import fields_of_records
from quotex.inputs.jsonvalues import values
from quotex.inputs.raw import Found, Raw, Source
from quotex.inputs.streams import lines, with_head

Records = Iterator[bytes | Broken]


def read_json_lines(source: Source) -> Found:
    """A document a line, blank ones aside."""
    found = lines(as_utf8(source.chunks, source.encoding))
    return _documents(source, (line for line in found if isinstance(line, Broken) or not line.isspace()))


def read_json(source: Source) -> Found:
    """The document, or each of the documents, that the file holds."""
    head, chunks = with_head(as_utf8(source.chunks, source.encoding))
    return _documents(source, values(chunks), alone=not head.lstrip().startswith(b"["))


def _documents(source: Source, records: Records, *, alone: bool = False) -> Found:
    """A document a record. Where it is ``alone``, a single one has the origin of the file."""
    head, records = _peeked(records)
    objects = list(_objects(head, source.encoding))
    fields = fields_of_records(objects, source.wanted)
    if objects:
        source.report(source.origin, fields)
    for number, record in enumerate(chain(head, records)):
        origin = source.origin if alone and len(head) == 1 else f"{source.origin}#{number}"
        yield record.fault(origin) if isinstance(record, Broken) else Raw(origin, "json", record, fields)


def _peeked(records: Records) -> tuple[list[bytes | Broken], Records]:
    """The first records, and the others; where the first ones end in ``Broken``, the others raise it."""
    head: list[bytes | Broken] = []
    size = 0
    try:
        for record in islice(records, limits.PEEKED_RECORDS):
            head.append(record)
            size += 0 if isinstance(record, Broken) else len(record)
            if size > limits.PEEKED:
                break
    except Broken as broken:
        return head, _raising(broken)
    return head, records


def _raising(broken: Broken) -> Records:
    yield from ()
    raise broken


def _objects(records: Iterable[bytes | Broken], encoding: str | None) -> Iterator[dict[str, object]]:
    """The objects among the records; what is wrong with the others is told where they are decoded."""
    for record in records:
        if isinstance(record, Broken):
            continue
        try:
            value = json.loads(decoded_record(record, encoding))
        except (Broken, ValueError, RecursionError):
            continue
        if isinstance(value, dict):
            yield value

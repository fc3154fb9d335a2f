"""What holds for any bytes."""

from __future__ import annotations

import gzip
import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from poison_web import record
from quotex.documents import Document, Fault
from quotex.inputs import FaultCode, FieldMap, Raw, decode, scan
from quotex.inputs.faults import Broken
from quotex.inputs.jsonvalues import values
from quotex.inputs.packing import unpacked_zstd, unzipped
from quotex.inputs.streams import lines

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
PIECES = st.sampled_from(
    [b"{", b"}", b"[", b"]", b'"', b",", b"\\", b"\n", b"\r", b"\0", b"<p>", b"</html>", b"WARC/1.0\r\n", b"PAR1",
     b"Content-Length: 9\r\n", b"HTTP/1.1 200 OK\r\n", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"text", b"id", b";",
     b"\xff", b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Content-Type: text/html\r\n"]
)  # fmt: skip
ANY_BYTES = st.binary(max_size=300) | st.lists(PIECES | st.binary(max_size=9), max_size=40).map(b"".join)
SUFFIXES = ["txt", "html", "jsonl", "json", "csv", "tsv", "parquet", "warc", "dat"]


def _cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@pytest.mark.parametrize("form", ["text", "html", "json"])
@given(data=ANY_BYTES, charset=st.none() | st.sampled_from(["latin-1", "utf-16", "klingon", "utf-7", "idna"]))
@settings(max_examples=60, deadline=None)
def test_no_bytes_make_decoding_raise(form: Literal["text", "html", "json"], data: bytes, charset: str | None) -> None:
    """Any bytes in any form give a document with a text and an id, or a fault with a known code."""
    found = decode(Raw("a#1", form, data, FieldMap(text="text", id="id"), charset=charset), encoding=charset)
    if isinstance(found, Document):
        assert found.text.strip()
        assert found.metadata.id
    else:
        assert found.code in set(FaultCode)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=ANY_BYTES, packing=st.sampled_from(["", ".gz", ".zst"]), packed=st.booleans())
@settings(max_examples=40, deadline=None)
def test_no_bytes_make_scanning_raise(suffix: str, data: bytes, packing: str, packed: bool) -> None:
    """Any bytes under any name, compressed as it says or not, give raw documents and faults with known codes."""
    if packed and packing:
        data = gzip.compress(data) if packing == ".gz" else zstandard.compress(data)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{suffix}{packing}"
        path.write_bytes(data)
        for found in scan([str(path)]):
            assert isinstance(found, Raw) or found.code in set(FaultCode)


@given(content=ANY_BYTES)
@settings(max_examples=150, deadline=None)
def test_no_response_in_a_web_archive_costs_the_next(content: bytes) -> None:
    """Whatever a server sent, the record after it is found."""
    for start in (b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"):
        data = record("any", start + content) + record("next", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nA")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.warc"
            path.write_bytes(data)
            *_, last = scan([str(path)])
            assert isinstance(last, Raw)
            assert (last.origin, last.about.id, last.data) == (f"{path}#1", "next", b"A")


@given(documents=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=8), ascii_only=st.booleans())
@settings(max_examples=60, deadline=None)
def test_documents_go_through_json_lines_unchanged(documents: list[tuple[str, str]], ascii_only: bool) -> None:
    """Any texts and ids come back as they were, in order; those without words are faults."""
    rows = [json.dumps({"id": key, "text": text}, ensure_ascii=ascii_only) for key, text in documents]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_bytes("\n".join(rows).encode())
        found = [decode(each) for each in scan([str(path)]) if isinstance(each, Raw)]
    assert len(found) == len(documents)
    for number, (each, (key, text)) in enumerate(zip(found, documents, strict=True)):
        if isinstance(each, Fault):
            assert not text.strip()
        else:
            assert each.text == text
            assert each.metadata.id == (key if key.strip() else f"{path}#{number}")


@given(items=st.lists(JSON, max_size=6), indent=st.sampled_from([None, 0, 2]), size=st.integers(1, 9))
def test_arrays_are_cut_into_their_elements(items: list[object], indent: int | None, size: int) -> None:
    """However an array is written and in whatever chunks it comes, its elements are found."""
    written = json.dumps(items, indent=indent, ensure_ascii=False).encode("utf-8", "surrogatepass")
    found = list(values(_cut(written, size)))
    assert [json.loads(each.decode("utf-8", "surrogatepass")) for each in found if isinstance(each, bytes)] == items


@given(
    items=st.lists(st.dictionaries(st.text(), JSON, max_size=3), min_size=1, max_size=4), size=st.integers(1, 9)
)  # fmt: skip
def test_objects_one_after_the_other_are_cut(items: list[object], size: int) -> None:
    """Objects that follow each other, with or without blanks between them, are found as well."""
    between = b" \n" if size % 2 else b""
    written = between.join(json.dumps(item).encode() for item in items)
    assert [json.loads(each) for each in values(_cut(written, size)) if isinstance(each, bytes)] == items


@given(
    data=st.binary(max_size=200) | st.lists(st.sampled_from([b"\n", b"a", b"\r"])).map(b"".join), size=st.integers(1, 9)
)
def test_lines_are_those_of_the_bytes(data: bytes, size: int) -> None:
    """In whatever chunks bytes come, their lines put together are the bytes, and each ends with its line feed."""
    found = [each for each in lines(_cut(data, size)) if isinstance(each, bytes)]
    assert b"".join(found) == data
    assert all(each.endswith(b"\n") and each.count(b"\n") == 1 for each in found[:-1])


@pytest.mark.parametrize(("pack", "unpack"), [(gzip.compress, unzipped), (zstandard.compress, unpacked_zstd)])
@given(parts=st.lists(st.binary(max_size=300), min_size=1, max_size=3), size=st.integers(1, 400), data=st.data())
@settings(max_examples=60, deadline=None)
def test_what_stands_before_the_end_of_a_cut_file_is_had(
    pack: object, unpack: object, parts: list[bytes], size: int, data: st.DataObject
) -> None:
    """Of a file cut anywhere every whole member is unpacked, and that it is cut is told unless it is between two."""
    packed = [pack(part) for part in parts]  # type: ignore[operator]
    at = data.draw(st.integers(0, sum(map(len, packed))))
    ends = [sum(map(len, packed[:number])) for number in range(1, len(packed) + 1)]
    out = b""
    told = False
    try:
        for chunk in unpack(_cut(b"".join(packed)[:at], size)):  # type: ignore[operator]
            out += chunk
    except Broken as broken:
        told = broken.code is FaultCode.TRUNCATED
    assert b"".join(parts).startswith(out)
    assert len(out) >= sum(len(part) for part, end in zip(parts, ends, strict=True) if end <= at)
    assert told is (at not in ends)


@pytest.mark.parametrize(("pack", "unpack"), [(gzip.compress, unzipped), (zstandard.compress, unpacked_zstd)])
def test_a_few_bytes_unpack_to_chunks_of_bounded_size(pack: object, unpack: object) -> None:
    """However much a file expands, no chunk is large, and its content is right."""
    content = bytes(5_000_000) + random.Random(5).randbytes(300_000)
    chunks = list(unpack(_cut(pack(content), 70_000)))  # type: ignore[operator]
    assert max(map(len, chunks)) <= 1 << 17
    assert b"".join(chunks) == content

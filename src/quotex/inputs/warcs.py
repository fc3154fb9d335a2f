"""Web archives: the pages that servers sent.

Records are cut here and only their HTTP messages are given to fastwarc, each by itself: where it meets damage it ends
its iterator, and with it all that comes after, and it does not tell a record that is cut short.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from attrs import frozen

from quotex.documents import Fault
from quotex.inputs import limits
from quotex.inputs.extras import check_installed
from quotex.inputs.faults import Broken, FaultCode
from quotex.inputs.raw import Found, Raw, Source
from quotex.inputs.streams import Bytes, truncated
from quotex.records import Metadata

_VERSION = b"WARC/"
_HEADER = re.compile(rb"([!-9;-~]+):[ \t]*(.*?)\s*")
_PAGES = {"text/html", "application/xhtml+xml"}
_WRAPPING = (
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
)


@frozen
class _Record:
    headers: dict[bytes, bytes]
    """By name in lower case."""
    content: bytes
    """Of a response; empty for other records."""
    whole: bool = True
    """Whether this is all its content; of one that is too long there is the beginning."""

    def text(self, name: bytes) -> str | None:
        """The value of a header, without the angle brackets that addresses may stand in."""
        value = self.headers.get(name)
        return value.decode("utf-8", "replace").strip("<>") if value else None


def read_warc(source: Source) -> Found:
    """A document for each successful response with a page in it; other records are passed by silently.

    The number in an origin counts all records. The date is the one of the capture, to be used where the page has none.
    """
    check_installed("fastwarc", "trafilatura")
    for number, record in enumerate(_records(Bytes(source.chunks))):
        found = _document(f"{source.origin}#{number}", record)
        if found is not None:
            yield found


def _document(origin: str, record: _Record | Broken) -> Raw | Fault | None:
    if isinstance(record, Broken):
        return record.fault(origin)
    if b"application/http" not in record.headers.get(b"content-type", b"") or not record.content:
        return None
    about = Metadata(
        id=record.text(b"warc-record-id"), date=record.text(b"warc-date"), url=record.text(b"warc-target-uri")
    )
    try:
        return _page(origin, record, about)
    except Broken as broken:
        return broken.fault(origin, about.id)


def _page(origin: str, record: _Record, about: Metadata) -> Raw | None:
    """The page in a response, transfer and content encodings undone; ``None`` where there is none.

    Raises ``Broken`` where it cannot be decoded or is too long.
    """
    from fastwarc.warc import ArchiveIterator

    wrapped = io.BytesIO(_WRAPPING % len(record.content) + record.content)
    try:
        response = next(ArchiveIterator(wrapped, parse_http=False))
        response.parse_http(auto_decode="all")
        head = response.http_headers
        if head is None or head.status_code is None:
            raise Broken(FaultCode.BROKEN_HTTP, "the response does not begin as HTTP has it")
        if not 200 <= head.status_code < 300 or response.http_content_type not in _PAGES:
            return None
        data = response.reader.read(limits.RECORD + 1) if record.whole else b""
        charset = response.http_charset
    except (OSError, StopIteration) as error:
        raise Broken(FaultCode.BROKEN_HTTP, f"the response cannot be decoded: {error}") from None
    if len(data) > limits.RECORD or not record.whole:
        raise limits.too_large()
    return Raw(origin, "html", data, about=about, charset=charset)


def _records(archive: Bytes) -> Iterator[_Record | Broken]:
    """The records; ``Broken`` in the place of what is none, after which the next one is looked for.

    Raises ``Broken`` where the archive ends within a record.
    """
    line = archive.line()
    while line:
        if not line.strip():
            line = archive.line()
            continue
        headers = _headers(archive) if line.startswith(_VERSION) else {}
        if headers.get(b"content-length", b"").isdigit():
            yield _record(archive, headers)
            line = archive.line()
            continue
        yield Broken(FaultCode.BROKEN_WARC, "no WARC record where one should begin; what comes up to the next is lost")
        line = archive.line()
        while line and not line.startswith(_VERSION):
            line = archive.line()


def _headers(archive: Bytes) -> dict[bytes, bytes]:
    """The headers up to the blank line after them; of those that do not end some, or none.

    Raises ``Broken`` where the archive ends within them.
    """
    headers: dict[bytes, bytes] = {}
    size = 0
    while (line := archive.line()).strip():
        found = _HEADER.fullmatch(line)
        if found:
            headers[found[1].lower()] = found[2]
        size += len(line)
        if size > limits.CHUNK:
            return {}
    if not line:
        raise truncated()
    return headers


def _record(archive: Bytes, headers: dict[bytes, bytes]) -> _Record:
    size = int(headers[b"content-length"])
    held = size if size <= limits.RECORD else limits.CHUNK
    if headers.get(b"warc-type") != b"response":
        held = 0
    content = archive.exactly(held)
    archive.skip(size - held)
    return _Record(headers, content, whole=held == size)

"""Pages and web archives of the poison corpus."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

import brotli

from poison_case import LARGE, Case, story


def page(key: str) -> bytes:
    """A page with a good document in it."""
    paragraphs = "".join(f"<p>{text}</p>" for text in story(key).split("\n"))
    return f"<html><head><title>Bridge {key}</title></head><body><article>{paragraphs}</article></body></html>".encode()


_GOOD_PAGES = {
    "plain": page("plain"),
    "latin1_declared": page("latin1")
    .decode()
    .replace("<title>", '<meta charset="iso-8859-1"><title>')
    .encode("cp1252"),
    "utf16": page("utf16").decode().encode("utf-16"),
    "latin1_undeclared": page("undeclared").replace("“".encode(), b"\x93").replace("”".encode(), b"\x94"),
    "unknown_declared": page("unknown").replace(b"<title>", b'<meta charset="klingon"><title>'),
    "unclosed": page("unclosed")[:-30],
    "with_nul": page("nul").replace(b"May", b"M\0ay"),
}
_BAD_PAGES = {
    "empty": (b"", "no_text"),
    "blank": (b"\n\n", "no_text"),
    "no_article": (b"<html><head><title>A</title></head><body><script>var a = 1;</script></body></html>", "no_text"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "no_text"),
    "zeros": (bytes(5000), "no_text"),
    "deep": (b"<html><body>" + b"<div>" * 20_000, "no_text"),
}


def response(
    key: str, body: bytes, *headers: str, kind: str = "text/html; charset=utf-8", status: str = "200 OK"
) -> bytes:
    """A record of a web archive with the answer of a server; its id is ``key``."""
    lines = "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers))
    return record(key, lines.encode() + b"\r\n" + body)


def record(key: str, content: bytes, kind: str = "response", size: object = None) -> bytes:
    """A record of a web archive; a wrong ``size`` may be given."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <{key}>\r\nWARC-Target-URI: https://example.org/{key}\r\n"
        f"WARC-Date: 2021-02-03T04:05:06Z\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(content) if size is None else size}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def good(key: str) -> bytes:
    """A record with a good document in it."""
    return response(key, page(key))


_CHUNKED = "Transfer-Encoding: chunked"
_SILENT = {
    "request": record("x", b"GET / HTTP/1.1\r\n\r\n", "request"),
    "revisit": record("x", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", "revisit"),
    "warcinfo": record("x", b"software: a crawler\r\n", "warcinfo"),
    "picture": response("x", b"\x89PNG", kind="image/png"),
    "missing": response("x", page("x"), status="404 Not Found"),
    "moved": response("x", page("x"), "Location: /", status="301 Moved Permanently"),
    "empty": record("x", b""),
}
_PACKED = {
    "gzip": ("Content-Encoding: gzip", gzip.compress),
    "deflate": ("Content-Encoding: deflate", zlib.compress),
    "brotli": ("Content-Encoding: br", brotli.compress),
    "chunked": (_CHUNKED, lambda data: b"%x\r\n%b\r\n0\r\n\r\n" % (len(data), data)),
}
_BAD_RECORDS = {
    "bad_gzip": (response("x", b"no gzip", "Content-Encoding: gzip"), "broken_http"),
    "unknown_encoding": (response("x", b"abc", "Content-Encoding: rot13"), "broken_http"),
    "bad_chunks": (response("x", b"zz\r\nabc", _CHUNKED), "broken_http"),
    "no_http": (record("x", b"It is no HTTP.\r\n\r\n"), "broken_http"),
    "no_article": (response("x", b"<html><body><script>a</script></body></html>"), "no_text"),
    "no_body": (response("x", b""), "no_text"),
    "expands": (response("x", gzip.compress(bytes(LARGE)), "Content-Encoding: gzip"), "too_large"),
    "words": (b"It is no record,\r\nand goes on so.\r\n\r\n", "broken_warc"),
    "no_size": (record("x", b"abc", size="many"), "broken_warc"),
    "negative_size": (record("x", b"abc", size=-1), "broken_warc"),
    "endless_header": (b"WARC/1.0\r\n" + b"a: b\r\n" * 20_000, "broken_warc"),
    "bytes": (bytes(range(256)) * 300 + b"\n", "broken_warc"),
}


def cases() -> Iterator[Case]:
    """Pages; then in web archives the odd, silent or bad record between two good ones, and cut archives."""
    for stem, data in _GOOD_PAGES.items():
        name = f"html/{stem}.html"
        yield Case(name, data, {name: None})
    for stem, (data, code) in _BAD_PAGES.items():
        name = f"html/{stem}.htm"
        yield Case(name, data, faults=((name, code),))
    for stem, data in _SILENT.items():
        name = f"warc/silent_{stem}.warc"
        yield Case(name, _between(name, data), _kept(name))
    for stem, (header, pack) in _PACKED.items():
        name = f"warc/packed_{stem}.warc"
        data = response("packed", pack(page("packed")), header)
        first, last = _kept(name).items()
        yield Case(name, _between(name, data), dict((first, (f"{name}#1", "packed"), last)))
    for stem, (data, code) in _BAD_RECORDS.items():
        name = f"warc/{stem}.warc"
        yield Case(name, _between(name, data), _kept(name), ((f"{name}#1", code),))
    yield from _large()
    yield from _whole_archives()


def _large() -> Iterator[Case]:
    name = "html/large.htm"
    yield Case(name, b"<p>" + b"a" * LARGE, faults=((name, "too_large"),))
    name = "warc/large.warc"
    data = response("x", b"<p>" + b"a" * LARGE)
    yield Case(name, _between(name, data), _kept(name), ((f"{name}#1", "too_large"),))
    name = "warc/silent_large_film.warc"
    yield Case(name, _between(name, response("x", bytes(LARGE), kind="video/mp4")), _kept(name))
    name = "warc/silent_large_resource.warc"
    yield Case(name, _between(name, record("x", bytes(LARGE), "resource")), _kept(name))


def _between(name: str, data: bytes) -> bytes:
    return good(f"{name}-a") + data + good(f"{name}-b")


def _kept(name: str) -> dict[str, str | None]:
    return {f"{name}#0": f"{name}-a", f"{name}#2": f"{name}-b"}


def _whole_archives() -> Iterator[Case]:
    a, b = good("warc-a"), good("warc-b")
    for stem, data, faults in (
        ("cut_content", a + b[:-60], (("", "truncated"),)),
        ("cut_header", a + b[:100], (("", "truncated"),)),
        ("size_too_great", a + record("x", b"HTTP/1.1 200 OK\r\n\r\n", size=10**9), (("", "truncated"),)),
        ("no_blank_lines", a.rstrip(b"\r\n"), ()),
    ):
        name = f"warc/{stem}.warc"
        yield Case(name, data, {f"{name}#0": "warc-a"}, tuple((name + at, code) for at, code in faults))
    name = "warc/words_only.warc"
    yield Case(name, b"It is no archive.\n" * 100, faults=((f"{name}#0", "broken_warc"),))
    yield Case("warc/empty.warc")
    name = "warc/size_too_small.warc"
    data = a + record("x", b"HTTP/1.1 404 None\r\n\r\n" + b"abc" * 9, size=30) + b
    yield Case(name, data, {f"{name}#0": "warc-a", f"{name}#3": "warc-b"}, ((f"{name}#2", "broken_warc"),))
    name = "warc/line_feeds_only.warc"
    yield Case(name, a.replace(b"\r\n", b"\n", 8) + b, {f"{name}#0": "warc-a", f"{name}#1": "warc-b"})

"""Text files of the poison corpus."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from poison_case import LARGE, Case, story

_GOOD = {
    "plain": story(1).encode(),
    "marked": codecs.BOM_UTF8 + story(2).encode(),
    "windows": story(3).replace("\n", "\r\n").encode(),
    "utf16": story(4).encode("utf-16"),
    "utf16_be": codecs.BOM_UTF16_BE + story(5).encode("utf-16-be"),
    "utf32": story(6).encode("utf-32"),
    "with_nul": b"A NUL \0 stands here. " + story(7).encode(),
    "controls": b"\x1b[31m\x07 " + story(8).encode(),
}
_BAD = {
    "empty": (b"", "no_text"),
    "blank": (b" \r\n\t\n", "no_text"),
    "mark_only": (codecs.BOM_UTF8, "no_text"),
    "latin1": ("The café said no.".encode("latin-1"), "encoding"),
    "cp1252": ("He said: “No.”".encode("cp1252"), "encoding"),
    "utf16_unmarked": (story(9).encode("utf-16-le"), "encoding"),
    "utf16_odd": (story(10).encode("utf-16")[:-1], "encoding"),
    "zeros": (bytes(5000), "encoding"),
    "overlong": (b"He said \xc0\xafno.", "encoding"),
    "surrogate": (b"He said \xed\xa0\x80no.", "encoding"),
    "cut_character": ("He said “".encode()[:-1], "encoding"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "encoding"),
    "gzipped": (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", "encoding"),
}


def cases() -> Iterator[Case]:
    """Each by itself, as a file is one document."""
    for stem, data in _GOOD.items():
        name = f"text/{stem}.txt"
        yield Case(name, data, documents={name: None})
    for stem, (data, code) in _BAD.items():
        name = f"text/{stem}.md"
        yield Case(name, data, faults=((name, code),))
    yield Case("text/large.md", b"a" * (LARGE + 1), faults=(("text/large.md", "too_large"),))

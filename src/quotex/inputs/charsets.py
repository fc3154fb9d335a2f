"""Bytes to text: UTF-8, what a byte order mark says, or what somebody declared, and no guesses."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from quotex.inputs.faults import Broken, FaultCode
from quotex.inputs.streams import with_head

_ENCODING_OF = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",  # begins like the one of UTF-16 and must be looked for first
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_NUL_SHARE = 4
"""Where more than one byte in so many is NUL, it is no UTF-8, although it may pass for it."""
BOMS = tuple(_ENCODING_OF)
"""The byte order marks."""


def decoded(data: bytes, *declared: str | None) -> str:
    """The text of ``data``, every character as it stands after the byte order mark.

    The mark decides, and is no part of the text. Without one it is UTF-8 or, where it is not, the first of the
    ``declared`` encodings that fits; ``None`` and names that Python does not know are passed over. Encodings that are
    no extension of ASCII (UTF-16) go before UTF-8, since their bytes can pass for it.

    Raises ``Broken``, which tells the first byte that does not fit, where nothing does.
    """
    mark = marked(data)
    known = [name for name in declared if name is not None and is_encoding(name)]
    names = [mark] if mark else [*filter(_is_wide, known), "utf-8", *known]
    if not mark and names[0] == "utf-8" and data.count(0) * _NUL_SHARE > len(data):
        raise Broken(FaultCode.ENCODING, "much of it is NUL bytes: it is damaged, or UTF-16; say which encoding it is")
    problem = ""
    for name in names:
        try:
            return data.decode(name).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            problem = problem or f"byte {data[error.start]:#04x} at position {error.start} is not {name}"
        except UnicodeError as error:
            problem = problem or f"not {name}: {error}"
    others = "".join(f", nor is the text {name}" for name in names[1:])
    raise Broken(FaultCode.ENCODING, f"{problem}{others}; say which encoding it is")


def as_utf8(chunks: Iterator[bytes], encoding: str | None) -> Iterator[bytes]:
    """The chunks of a file of lines without their byte order mark, in an encoding whose lines end with a byte.

    Where the mark, or ``encoding`` without one, says UTF-16 or the like, they come in UTF-8; else they stay as they
    are, to be decoded line by line. Raises ``Broken`` where such a file is damaged, with which it ends.
    """
    head, chunks = with_head(chunks)
    name = marked(head) or encoding
    if name is None or not _is_wide(name):
        skipped = len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0
        for chunk in chunks:
            yield chunk[skipped:]
            skipped = max(0, skipped - len(chunk))
        return
    decoder = codecs.getincrementaldecoder(name)()
    try:
        for chunk in chunks:
            yield decoder.decode(chunk).encode("utf-8")
        yield decoder.decode(b"", final=True).encode("utf-8")
    except UnicodeError as error:
        raise Broken(FaultCode.ENCODING, f"not {name}: {error}; say which encoding it is") from None


def decoded_record(data: bytes, encoding: str | None) -> str:
    """The text of a record out of what ``as_utf8`` gives: UTF-8 or, where it is not, in ``encoding``.

    Raises ``Broken`` as ``decoded`` does.
    """
    return decoded(data, None if encoding is None or _is_wide(encoding) else encoding)


def is_encoding(name: str) -> bool:
    """Whether Python knows a text encoding of this name."""
    try:
        b" ".decode(name)
    except UnicodeError:
        pass  # one that takes more than a byte for a character
    except (LookupError, ValueError):
        return False
    return True


def marked(data: bytes) -> str | None:
    """The encoding that a byte order mark in front tells; ``None`` without one."""
    return next((name for mark, name in _ENCODING_OF.items() if data.startswith(mark)), None)


def _is_wide(name: str) -> bool:
    """Whether the encoding is there and does not extend ASCII."""
    try:
        return is_encoding(name) and "a\n".encode(name) != b"a\n"
    except UnicodeError:
        return True

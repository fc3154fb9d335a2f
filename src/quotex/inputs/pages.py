"""Web pages to articles: the main text, and what the page says of itself."""

from __future__ import annotations

import codecs
import logging
import re
from typing import Any

from attrs import frozen

from quotex.inputs.charsets import decoded, is_encoding
from quotex.inputs.extras import check_installed
from quotex.inputs.faults import Broken, FaultCode
from quotex.inputs.raw import Raw
from quotex.records import Metadata

_META = re.compile(rb"<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096
"""Bytes of a page in which it must name its encoding (HTML asks for the first 1024)."""
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
"""The date of the first publication, as the page gives it: no guesses, nothing that depends on the day of the run."""
_LOUD = ("trafilatura", "htmldate", "courlan", "justext")

for _name in _LOUD:  # without a handler of the program's, what they log about bad pages would go to standard error
    logging.getLogger(_name).addHandler(logging.NullHandler())


@frozen
class Page:
    """What is in a page."""

    text: str
    about: Metadata


def read(raw: Raw, encoding: str | None) -> Page:
    """The main text of a page, without navigation and comments, a line a paragraph, and its title, author, date, url.

    The page is UTF-8 or in what the server or the page itself says or, last, in ``encoding``; where nothing fits,
    trafilatura guesses.

    Raises ``Broken`` where no text is found or the page cannot be read, ``MissingExtraError`` without trafilatura.
    """
    check_installed("trafilatura")
    from trafilatura import bare_extraction

    content = _decoded(raw, encoding)
    try:
        found: Any = bare_extraction(
            content, url=raw.about.url, with_metadata=True, include_comments=False, date_extraction_params=_DATES
        )
    except Exception as error:  # a page may lead a parser anywhere
        raise Broken(FaultCode.BROKEN_HTML, f"the page cannot be read: {error!r}") from None
    if found is None or not (found.text or "").strip():
        raise Broken(FaultCode.NO_TEXT, "no article was found in the page")
    return Page(found.text, Metadata(title=found.title, date=found.date, author=found.author, url=found.url))


def _decoded(raw: Raw, encoding: str | None) -> str | bytes:
    """The page as text, or as it is where no encoding that is named fits."""
    head = _META.search(raw.data[:_DECLARED_WITHIN])
    names = (raw.charset, head[1].decode("ascii", "replace") if head else None, encoding)
    try:
        return decoded(raw.data, *(_as_browsers_do(name) for name in names if name is not None and is_encoding(name)))
    except Broken:
        return raw.data


def _as_browsers_do(name: str) -> str:
    """Pages that claim to be in Latin-1 or ASCII are in Windows' extension of them (WHATWG Encoding, 4.2)."""
    return "cp1252" if codecs.lookup(name).name in {"iso8859-1", "ascii"} else name

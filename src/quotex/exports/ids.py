"""Ids that stay the same when an article is read again: made of the document's id and that of the attribution."""

from __future__ import annotations

import hashlib
import json
import re
from uuid import UUID, uuid5

from quotex.records import Article

_SPACE = UUID("7c1d7a0e-5b0f-4f39-9d3c-2a6a4c1d8e57")
"""Drawn once for all ids of quotex."""
_READABLE = 48
"""Characters of an id in a file's name; its end tells more than its beginning."""
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20<>\"{}|\\^`\x7f]+")


def urn(*parts: str | None) -> str:
    """``urn:uuid:…`` for these parts, always the same."""
    return uuid5(_SPACE, json.dumps(parts)).urn


def number(*parts: str | None, bits: int) -> int:
    """A whole number above zero that ``bits`` bits hold, for these parts always the same."""
    digest = hashlib.sha256(json.dumps(parts).encode()).digest()
    return int.from_bytes(digest[:8]) % ((1 << bits) - 1) + 1


def address_of(article: Article) -> str | None:
    """The article's URL where it is an absolute one of the web; ``None`` otherwise."""
    url = article.metadata.url
    return url if url is not None and _ADDRESS.fullmatch(url) else None


def document_iri(article: Article) -> str:
    """What names the article: its URL, or a URN of its id, or of its text where it came without an id."""
    if url := address_of(article):
        return url
    if article.metadata.id is not None:
        return urn("document", article.metadata.id)
    return urn("text", article.text_sha256)


def file_name(article: Article) -> str:
    """A name for files of the article, without suffix: what is safe of its id, and a digest that tells ids apart."""
    name = article.metadata.id if article.metadata.id is not None else article.text_sha256
    safe = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")[-_READABLE:]
    return f"{safe}-{hashlib.sha256(name.encode()).hexdigest()[:12]}".lstrip("-")

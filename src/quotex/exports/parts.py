"""What exports have in common: the parts of an attribution, and the text that offsets are of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from enum import StrEnum

from attrs import frozen

from quotex.errors import TextMismatchError
from quotex.records import Article, Attribution, Span


class Role(StrEnum):
    """What a part of an attribution is; the value is its label in the tools."""

    CONTENT = "Content"
    CUE = "Cue"
    SOURCE = "Source"
    ADDRESSEE = "Addressee"
    MEDIUM = "Medium"
    TELLER = "Teller"


@frozen
class Part:
    """The words of an attribution in one role; several spans for the segments of a content."""

    role: Role
    spans: Sequence[Span]
    """Never empty."""


def parts(attribution: Attribution) -> Iterator[Part]:
    """The content, and what else there is, in the order of ``Role``."""
    yield Part(Role.CONTENT, attribution.content)
    for role in (Role.CUE, Role.SOURCE, Role.ADDRESSEE, Role.MEDIUM, Role.TELLER):
        span: Span | None = getattr(attribution, role.name.lower())
        if span is not None:
            yield Part(role, (span,))


def chosen(article: Article, all_acts: bool) -> tuple[Attribution, ...]:
    """The quotes, or with ``all_acts`` all attributions."""
    return article.attributions if all_acts else article.quotes


def check_text(article: Article, text: str) -> None:
    """Raise ``TextMismatchError`` where the record was made of another text."""
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != article.text_sha256:
        raise TextMismatchError(article.metadata.id)


def speaker_names(attribution: Attribution) -> list[str]:
    """The names of its speakers as the article has them, each once; empty where nobody is credited."""
    return list(dict.fromkeys(speaker.name.text for speaker in attribution.speakers))

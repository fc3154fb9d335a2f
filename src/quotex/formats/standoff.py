"""The stand-off shape of the gold files: offsets instead of words, one object a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quotex.records import Article, Attribution, Span, Speaker


def standoff(article: Article) -> dict[str, Any]:
    """The document's id and its attributions of all acts, in the order of the article.

    ``cue``, ``source`` and ``content`` are lists of ``[start, end]`` in characters, empty for absent. ``speaker`` is
    a name, a list of names where there are several, or ``None``; ``title`` the speaker's titles joined by "; ", or
    ``None``; ``mention`` the form in which the source names the speaker; ``status`` whether it is said or denied, asked
    and so on.
    """
    return {"id": article.metadata.id, "attributions": [_attribution(each) for each in article.attributions]}


def _attribution(attribution: Attribution) -> dict[str, Any]:
    names = [speaker.name.text for speaker in attribution.speakers]
    return {
        "cue": _pairs(attribution.cue),
        "source": _pairs(attribution.source),
        "content": _pairs(*attribution.content),
        "kind": attribution.kind.value,
        "act": attribution.act.value,
        "speaker": names if len(names) > 1 else names[0] if names else None,
        "title": titles_of(attribution),
        "mention": attribution.resolution.form.value,
        "score": attribution.score,
        "status": attribution.status.value,
    }


def titles_of(attribution: Attribution) -> str | None:
    """The titles of its speakers, each once, joined by "; "; ``None`` without any."""
    return titles_in(attribution.speakers)


def titles_in(speakers: Iterable[Speaker]) -> str | None:
    """The titles of speakers, each once, joined by "; "; ``None`` without any."""
    return "; ".join(dict.fromkeys(title.span.text for speaker in speakers for title in speaker.titles)) or None


def _pairs(*spans: Span | None) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span is not None]

"""Tasks for Prodigy, in the shape of its ``spans`` interface: one an attribution, to be accepted or rejected.

Offsets are code points of the task's text, token numbers are inclusive at both ends, as Prodigy has them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from quotex.exports.ids import number
from quotex.exports.parts import check_text, chosen, parts, speaker_names
from quotex.records import Article, Attribution
from quotex.spans import Pair, overlaps

_BITS = 31
"""Prodigy's hashes are whole numbers of 32 bits with a sign."""


def prodigy(article: Article, text: str, *, all_acts: bool = False) -> Iterator[dict[str, Any]]:
    """A task for each quote, or with ``all_acts`` for each attribution, in the article's order.

    Its text is the paragraphs in which the attribution stands, whole, and ``meta.start`` where they begin in the
    article. The tokens are spaCy's, cut where a span begins or ends within one. ``_task_hash`` is made of the
    attribution's id, so that Prodigy takes a task that it has seen for the same one.

    Raises ``TextMismatchError`` where ``text`` is not the one that the record was made of.
    """
    check_text(article, text)
    for each in chosen(article, all_acts):
        start, end = _paragraphs(article, each)
        yield _task(article, each, start, text[start:end])


def _paragraphs(article: Article, attribution: Attribution) -> Pair:
    """From the start of the first block that the attribution touches to the end of the last one."""
    spans = [span for part in parts(attribution) for span in part.spans]
    extent = min(span.start for span in spans), max(span.end for span in spans)
    touched = [(block.start, block.end) for block in article.blocks if overlaps((block.start, block.end), extent)]
    starts, ends = zip(extent, *touched, strict=True)
    return min(starts), max(ends)


def _task(article: Article, attribution: Attribution, offset: int, text: str) -> dict[str, Any]:
    about = article.metadata
    labelled = sorted(
        (span.start - offset, span.end - offset, part.role.value) for part in parts(attribution) for span in part.spans
    )
    tokens = _tokens(text, [(start, end) for start, end, _ in labelled])
    meta = {
        "id": attribution.id,
        "document": about.id,
        "start": offset,
        "speaker": "; ".join(speaker_names(attribution)) or None,
        "act": attribution.act.value,
        "kind": attribution.kind.value,
        "status": attribution.status.value,
        "url": about.url,
    }
    return {
        "text": text,
        "tokens": tokens,
        "spans": [_span(each, [token["start"] for token in tokens]) for each in labelled],
        "meta": {name: value for name, value in meta.items() if value is not None},
        "_input_hash": number("input", text, bits=_BITS),
        "_task_hash": number("task", about.id, attribution.id, bits=_BITS),
    }


def _span(labelled: tuple[int, int, str], starts: Sequence[int]) -> dict[str, Any]:
    start, end, label = labelled
    first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
    return {"start": start, "end": end, "token_start": first, "token_end": last, "label": label}


def _tokens(text: str, spans: Sequence[Pair]) -> list[dict[str, Any]]:
    from quotex.tokens import tokenised

    edges = {edge for span in spans for edge in span}
    cuts = sorted(
        {0, len(text)} | edges | {edge for token in tokenised(text) for edge in (token.idx, token.idx + len(token))}
    )
    # A space after a token is none itself, but where a span begins or ends with it.
    needed = {start for start, _ in spans} | {end - 1 for _, end in spans}
    out: list[dict[str, Any]] = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        if piece == " " and out and not out[-1]["ws"] and start not in needed:
            out[-1]["ws"] = True
        else:
            out.append({"text": piece, "start": start, "end": end, "id": len(out), "ws": False})
    return out

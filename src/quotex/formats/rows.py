"""A flat view: one row a quote, made for pandas and spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from quotex.formats.standoff import titles_of
from quotex.records import Article, Attribution, Span, Speaker

Value = str | int | float | bool | None

COLUMNS = (
    "document_id",
    "document_title",
    "document_date",
    "document_author",
    "document_url",
    "id",
    "act",
    "kind",
    "status",
    "speaker",
    "speaker_id",
    "speaker_type",
    "known_as",
    "title",
    "role",
    "affiliation",
    "mention",
    "source",
    "cue",
    "content",
    "addressee",
    "medium",
    "teller",
    "source_start",
    "source_end",
    "cue_start",
    "cue_end",
    "content_start",
    "content_end",
    "segments",
    "score",
    "speaker_score",
    "text_sha256",
    "version",
    "model_sha256",
    "settings_hash",
)
"""The columns of ``rows``, in order."""


def rows(article: Article, *, all_acts: bool = False) -> list[dict[str, Value]]:
    """A dict with the keys ``COLUMNS`` for each quote, or with ``all_acts`` for each attribution; empty without any.

    Values are strings, numbers and ``None`` for absent. Where several speakers share a quote, their values are joined
    by "; " in their order. ``content`` joins its segments by " … "; ``content_start`` and ``content_end`` are then
    the edges of the first and the last, and ``segments`` their number. Offsets are characters of the text. The last
    four columns tell which text the row is of and what read it, so that a row that is passed on can be traced.

    ``pandas.DataFrame(quotex.rows(article), columns=quotex.COLUMNS)`` makes a table of them.
    """
    return [_row(article, each) for each in (article.attributions if all_acts else article.quotes)]


def document_cells(article: Article) -> dict[str, Value]:
    """What every row of an article tells of the document, and of what read it."""
    about = {f"document_{name}": getattr(article.metadata, name) for name in ("id", "title", "date", "author", "url")}
    made = ("text_sha256", "version", "model_sha256", "settings_hash")
    return about | {name: getattr(article, name) for name in made}


def row_of(article: Article, columns: Sequence[str], values: Iterable[Value]) -> dict[str, Value]:
    """A row of the ``columns``: the cells of the document, and ``values`` in the others, in their order."""
    cells = document_cells(article)
    cells |= zip([name for name in columns if name not in cells], values, strict=True)
    return {name: cells[name] for name in columns}


def _row(article: Article, attribution: Attribution) -> dict[str, Value]:
    content = attribution.content
    values: tuple[Value, ...] = (
        attribution.id,
        attribution.act.value,
        attribution.kind.value,
        attribution.status.value,
        _joined(attribution, lambda speaker: speaker.name.text),
        _joined(attribution, lambda speaker: speaker.id),
        _joined(attribution, lambda speaker: speaker.type.value),
        _joined(attribution, lambda speaker: speaker.known_as),
        titles_of(attribution),
        _joined(attribution, lambda speaker: _once(title.role for title in speaker.titles)),
        _joined(attribution, lambda speaker: _once(title.affiliation for title in speaker.titles)),
        attribution.resolution.form.value,
        _text(attribution.source),
        _text(attribution.cue),
        attribution.text,
        _text(attribution.addressee),
        _text(attribution.medium),
        _text(attribution.teller),
        *_edges(attribution.source),
        *_edges(attribution.cue),
        content[0].start,
        content[-1].end,
        len(content),
        attribution.score,
        attribution.resolution.score,
    )
    return row_of(article, COLUMNS, values)


def _joined(attribution: Attribution, value: Callable[[Speaker], str | None]) -> str | None:
    return "; ".join(found for speaker in attribution.speakers if (found := value(speaker))) or None


def _once(spans: Iterable[Span | None]) -> str | None:
    return "; ".join(dict.fromkeys(span.text for span in spans if span)) or None


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _edges(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)

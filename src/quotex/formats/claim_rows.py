"""A flat view of claims: one row a claim, with its reasons in words, made for the worklist of a fact-check desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotex.formats.rows import Value, row_of
from quotex.formats.standoff import titles_of
from quotex.records import Article, Claim, Factor, Span

CLAIM_COLUMNS = (
    "id",
    "score",
    "claim",
    "types",
    "speaker",
    "title",
    "status",
    "date",
    "date_basis",
    "reasons_for",
    "reasons_against",
    "hedges",
    "negations",
    "verbatim",
    "substitutions",
    "unresolved",
    "act",
    "kind",
    "start",
    "end",
    "log_odds",
    "document_id",
    "document_title",
    "document_date",
    "document_author",
    "document_url",
    "text_sha256",
    "version",
    "model_sha256",
    "settings_hash",
)
"""The columns of ``claim_rows``, in order."""


def claim_rows(article: Article, *, all_acts: bool = False) -> list[dict[str, Value]]:
    """A dict with the keys ``CLAIM_COLUMNS`` for each claim, those most worth checking first; empty without any.

    ``claim`` is the stand-alone text, ``verbatim`` what stands in the article from ``start`` to ``end``, in characters;
    where the content has several parts, these are the edges of the first and the last. Without ``all_acts``, contents
    of beliefs, intentions and attitudes are left out. Several values are joined by "; ", absent is ``None``.
    ``substitutions`` has those by other words alone. ``reasons_for`` and ``reasons_against`` give each factor with its
    share of the log-odds and the words that it saw; ``speaker``, ``title``, ``status``, ``act`` and ``kind`` are
    ``None`` for a sentence of the article's own.
    """
    return [
        _row(article, claim)
        for claim in article.ranked_claims
        if all_acts or claim.attribution is None or claim.attribution.is_quote
    ]


def _reasons(factors: Iterable[Factor]) -> Iterator[str]:
    """Each factor in words: its name, its share, and what it saw."""
    for factor in factors:
        seen = ", ".join(span.text for span in factor.spans)
        yield f"{factor.name} {factor.share:+.2f}" + (f" ({seen})" if seen else "")


def _row(article: Article, claim: Claim) -> dict[str, Value]:
    said, alone = claim.attribution, claim.stand_alone
    factors = claim.worth.factors
    values: tuple[Value, ...] = (
        claim.id,
        claim.worth.score,
        alone.text,
        _joined(typed.type.value for typed in claim.types),
        _joined(speaker.name.text for speaker in claim.speakers),
        titles_of(said) if said is not None else None,
        said.status.value if said is not None else None,
        claim.date.iso if claim.date is not None else None,
        claim.date.basis.value if claim.date is not None and claim.date.basis is not None else None,
        _joined(_reasons(factor for factor in factors if factor.share > 0)),
        _joined(_reasons(factor for factor in factors if factor.share < 0)),
        _words(claim.hedges),
        _words(claim.negations),
        claim.text,
        _joined(f"{each.span.text} → {each.new}" for each in alone.substitutions if each.new),
        _words(each.span for each in alone.unresolved),
        said.act.value if said is not None else None,
        said.kind.value if said is not None else None,
        claim.content[0].start,
        claim.content[-1].end,
        claim.worth.log_odds,
    )
    return row_of(article, CLAIM_COLUMNS, values)


def _words(spans: Iterable[Span]) -> str | None:
    return _joined(span.text for span in spans)


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(values) or None

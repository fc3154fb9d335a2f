"""Every export of any record is valid and says what the record says."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from benchmarks.exports import check
from quotex.records import Article
from tests.record_samples import articles_with_texts


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles_with_texts())
def test_any_record_is_exported(pair: tuple[Article, str]) -> None:
    """Whatever the words, spans and speakers are, each export is valid, and what has offsets reads back the same."""
    article, text = pair
    check(article, text, all_acts=True)
    check(article, text)

"""Articles for tests of exports: the one made by hand, changed, and one with emoji."""

from __future__ import annotations

import hashlib
from typing import Any

from attrs import evolve

from quotex.records import Article, Block, BlockKind, Segment
from tests.record_samples import ferry, span

STORY = "🌊 The port is full.\r\n\r\n“It was 🦀 day,” said Ines Duarte.\r\n“Crabs\neverywhere.”\r\n"


def changed(article: Article = ferry(), **changes: Any) -> Article:  # noqa: B008 - records are frozen
    """The article with changes to its first attribution."""
    first, *rest = article.attributions
    return evolve(article, attributions=(evolve(first, **changes), *rest), claims=())


def said_by(**changes: Any) -> Article:
    """The article with changes to the first speaker."""
    article = ferry()
    speaker = evolve(article.speakers[0], **changes)
    resolution = evolve(article.attributions[0].resolution, speakers=(speaker,))
    return changed(evolve(article, speakers=(speaker, *article.speakers[1:])), resolution=resolution)


def story() -> Article:
    """A text with emoji and line ends of both kinds, and a content over all of them."""

    def part(words: str) -> Segment:
        found = span(words, STORY)
        return Segment(found.start, found.end, words, found.token_start, found.token_end, True)

    content = (part("“It was 🦀 day,”"), part("“Crabs\neverywhere.”"))
    (first, *_), second = ferry().attributions, STORY.index("“It")
    attribution = evolve(first, cue=span("said", STORY), source=span("Ines Duarte", STORY), content=content)
    return evolve(
        ferry(),
        text_sha256=hashlib.sha256(STORY.encode()).hexdigest(),
        text_length=len(STORY),
        attributions=(attribution,),
        claims=(),
        blocks=(
            Block(0, second - 4, BlockKind.PARAGRAPH, "running text"),
            Block(second, len(STORY) - 2, BlockKind.PARAGRAPH, "running text"),
        ),
    )


def results(found: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """What Label Studio is told of an article."""
    (prediction,) = found["label-studio"][0]["predictions"]
    return list(prediction["result"])

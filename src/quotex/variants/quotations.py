"""From the records of an article to quotations."""

from __future__ import annotations

from quotex.records import Article, Attribution, Segment
from quotex.variants.normalising import bare
from quotex.variants.records import Quotation

_ENDS = (".", "!", "?", "…")


def quotations(article: Article) -> tuple[Quotation, ...]:
    """What stands between quotation marks in the quotes of an article, in its order.

    A sentence that the cue interrupts is one quotation; a sentence each side of it makes two. An article without an id
    is called by the SHA-256 of its text.
    """
    about = article.metadata
    return tuple(
        Quotation(
            document=about.id or article.text_sha256,
            attribution=quote.id,
            text=text,
            part=part,
            speaker="; ".join(speaker.name.text for speaker in quote.speakers) or None,
            date=about.date,
        )
        for quote in article.quotes
        for part, text in enumerate(_texts(quote))
    )


def _texts(quote: Attribution) -> list[str]:
    out: list[str] = []
    before: Segment | None = None
    for segment in quote.content:
        text = bare(segment.text)
        if segment.verbatim and text:
            if before is not None and not out[-1].endswith(_ENDS):
                out[-1] += " " + text
            else:
                out.append(text)
            before = segment
        else:
            before = None
    return out

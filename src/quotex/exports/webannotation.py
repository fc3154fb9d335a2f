"""The W3C's Web Annotation Data Model (recommendation of 23 February 2017), as JSON-LD.

Offsets are Unicode code points, as the model demands ("not in terms of code units") and as records have them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quotex.exports.ids import document_iri, urn
from quotex.exports.parts import Role, check_text, chosen, parts
from quotex.records import Article, Attribution, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters before and after a quote that tell it from others like it."""


def web_annotations(article: Article, text: str | None = None, *, all_acts: bool = False) -> Iterator[dict[str, Any]]:
    """An annotation for each quote, or with ``all_acts`` for each attribution, in the article's order.

    The target is the content, a resource a segment. Bodies are tags (act, kind and status), a description for each
    speaker, and the cue, the source and other parts as linked segments of the article, with the name of the part as
    label. Each segment has a quote selector, with what stands around it where ``text`` is given, and a position
    selector.

    Raises ``TextMismatchError`` where ``text`` is not the one that the record was made of.
    """
    if text is not None:
        check_text(article, text)
    source = document_iri(article)
    for each in chosen(article, all_acts):
        places = {part.role: [_place(source, span, text) for span in part.spans] for part in parts(each)}
        target = places.pop(Role.CONTENT)
        linked = [
            {"type": "SpecificResource", "purpose": "linking", "label": role.lower(), **place}
            for role, found in places.items()
            for place in found
        ]
        yield {
            "@context": CONTEXT,
            "id": urn("Annotation", article.metadata.id, each.id),
            "type": "Annotation",
            "motivation": "describing",
            "generator": {"type": "Software", "name": f"quotex {article.version}".strip()},
            "body": [*_tags(each), *_speakers(each), *linked],
            "target": [{"type": "SpecificResource", **place} for place in target],
        }


def _tags(attribution: Attribution) -> Iterator[dict[str, Any]]:
    for value in (attribution.act, attribution.kind, attribution.status):
        yield {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": value.value}


def _speakers(attribution: Attribution) -> Iterator[dict[str, Any]]:
    for speaker in attribution.speakers:
        titles = dict.fromkeys(title.span.text for title in speaker.titles)
        value = ", ".join([speaker.name.text, *titles])
        yield {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": value}


def _place(source: str, span: Span, text: str | None) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": span.text}
    if text is not None:
        quote["prefix"] = text[max(0, span.start - _AROUND) : span.start]
        quote["suffix"] = text[span.end : span.end + _AROUND]
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": source, "selector": [quote, position]}

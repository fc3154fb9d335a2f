"""Warnings about a text: what a reader of its records should know before trusting them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from quotex.records import Region, RegionKind, Span, Warning  # noqa: A004 - the record's name

_FUNCTION_WORDS = frozenset(
    "the and of to that with were by from this are been his her he she they their which would has had its not but"
    " be or more about after said says when there than what".split()
)
"""Frequent in English news and rare elsewhere: "in", "is" and "a" are left out, being words of its neighbours, too."""
_MIN_WORDS = 50
"""Fewer words tell nothing."""
_MIN_LETTERS = 100
_FUNCTION_SHARE = 0.06
_LATIN_SHARE = 0.5
_SAMPLE = 50_000
"""Characters looked at: enough to tell."""

_WORD = re.compile(r"[^\W\d_]+")
_LATIN_END = "\u0250"
_TAG = re.compile(r"</?(?:html|body|div|span|p|a|br|li|ul|table|script|meta|img|h[1-6])\b[^<>]{0,300}>", re.IGNORECASE)
_MIN_TAGS = 3
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")


def text_warnings(doc: Doc) -> tuple[Warning, ...]:
    """Warnings that the text alone gives cause for, each code at most once.

    ``not_english`` · ``html_source`` tags stand in the text · ``control_characters``
    · ``replacement_characters`` U+FFFD, what a wrong encoding leaves behind.
    """
    text = doc.text
    out = []
    if looks_english(text[:_SAMPLE]) is False:
        out.append(Warning("not_english", "the text does not look like English, which is all that quotex reads"))
    tags = list(_TAG.finditer(text))
    if len(tags) >= _MIN_TAGS:
        message = "the text holds HTML tags; extract the article's text from the page first"
        out.append(Warning("html_source", message, _span(doc, *tags[0].span())))
    if found := _CONTROL.search(text):
        message = f"the text holds control characters, the first U+{ord(found[0]):04X}"
        out.append(Warning("control_characters", message, _span(doc, *found.span())))
    if (index := text.find("\ufffd")) >= 0:
        message = "the text holds replacement characters (U+FFFD); it was probably decoded with a wrong encoding"
        out.append(Warning("replacement_characters", message, _span(doc, index, index + 1)))
    return tuple(out)


def mark_warnings(doc: Doc, regions: Iterable[Region]) -> tuple[Warning, ...]:
    """``unclosed_mark``, once, at the first quotation that neither closes nor carries on in the next paragraph."""
    regions = tuple(regions)
    continued = {region.continues for region in regions}
    for index, region in enumerate(regions):
        if region.kind is RegionKind.SPEECH and region.closing is None and index not in continued:
            span = _span(doc, region.start, region.start + len(region.opening))
            return (Warning("unclosed_mark", "a quotation opens with a mark and is never closed", span),)
    return ()


def looks_english(text: str) -> bool | None:
    """Whether ``text`` is English by its letters and its frequent words; ``None`` where it is too short to tell.

    A quarter of the words of English news are among these function words (the lowest of 1,769 articles of PolNeAR and
    the worldwide newswire, a list of names, has 0.076), and 0.03 at most of those of the example sentences that spaCy
    ships for other languages. Text is also foreign where half of its letters are not Latin.
    """
    letters = [character for character in text if character.isalpha()]
    if len(letters) < _MIN_LETTERS:
        return None
    if sum(letter < _LATIN_END for letter in letters) < _LATIN_SHARE * len(letters):
        return False
    words = _WORD.findall(text.lower())
    if len(words) < _MIN_WORDS:
        return None
    return sum(word in _FUNCTION_WORDS for word in words) >= _FUNCTION_SHARE * len(words)


def _span(doc: Doc, start: int, end: int) -> Span | None:
    """The characters as a record; ``None`` where no token holds them."""
    found = doc.char_span(start, end, alignment_mode="expand")
    return Span(start, end, doc.text[start:end], found.start, found.end) if found is not None else None

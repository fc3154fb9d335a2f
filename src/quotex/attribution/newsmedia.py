"""Which phrases name a medium that prints or sends news."""

from __future__ import annotations

from spacy.tokens import Doc

from quotex.lexicon.marks import CLITICS
from quotex.lexicon.words import words
from quotex.spans import Pair

_INITIALS = range(2, 6)
"""How many letters the initials of a news agency have."""
_NAME = 4
"""How many tokens a listed name may have."""


def news_medium(doc: Doc, span: Pair, *, initials: bool = True) -> Pair | None:
    """The news medium in a noun phrase: all of it ("the BBC", "state television"), or the owner or employer of whoever
    it names ("CNN" in "CNN's Ada Osei" and in "Ada Osei of CNN"); ``None`` where it names none.

    ``initials`` says that unknown ones without an article count ("told IPS").
    """
    start, end = span
    for i in range(start + 1, end - 1):
        if doc[i].text in CLITICS and _is_medium(doc, (start, i), initials):
            return span if _is_outlet(doc, end - 1) else (start, i)
        if doc[i].lower_ == "of":
            return span if _is_medium(doc, (start, i), initials) else news_medium(doc, (i + 1, end), initials=initials)
    return span if _is_medium(doc, span, initials) else None


def _is_medium(doc: Doc, span: Pair, initials: bool) -> bool:
    start, end = span
    determined = start < end and doc[start].lower_ in words("phrases", "articles") | words("phrases", "definite")
    start += determined
    if start >= end:
        return False
    if any(_is_listed(doc, i, end) for i in range(start, end)):
        return True
    if any(_is_outlet(doc, i) and not any(doc[k].is_lower for k in range(i + 1, end)) for i in range(start, end)):
        return True
    named = (i for i in (end - 1, end - 2) if i >= start)
    if any(doc[i].is_title and doc[i].lower_ in words("media", "name_words") for i in named):
        return determined or end - start > 1
    return initials and not determined and end - start == 1 and _is_agency(doc[start].text)


def _is_outlet(doc: Doc, index: int) -> bool:
    """Whether a token is a noun for news media, "agency" and the like only behind "news" or "press"."""
    word = doc[index].lower_
    if word in {"agency", "agencies", "service", "site", "website", "websites"}:
        return index > 0 and doc[index - 1].lower_ in {"news", "press", "wire"}
    return word in words("media", "outlets")


def _is_listed(doc: Doc, start: int, end: int) -> bool:
    """Whether a listed name begins at a token. It is written with capitals, whatever the list says."""
    if not doc[start].text[0].isupper():
        return False
    return any(
        doc[start:last].text.lower() in words("media", "names")
        for last in range(start + 1, min(end, start + _NAME) + 1)
    )


def _is_agency(text: str) -> bool:
    """Whether a word without an article is written as the initials of a news agency are."""
    return text.isupper() and len(text) in _INITIALS and text.lower() not in words("media", "other_initials")

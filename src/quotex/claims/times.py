"""Words of time in a content that mean a day, a month or a year only to who knows the day of the article.

They give way to the date itself where three things are sure: that it is the one that ``dating`` resolved, that the
words are counted from the day of the article, and that the date fits into the sentence. The rest is listed with its
reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from quotex.claims.content import Content
from quotex.claims.datewords import MONTH_NAME, WEEKDAY_NAME
from quotex.claims.dating import is_explained
from quotex.claims.timecontext import Around, Place
from quotex.claims.timerules import replaced
from quotex.claims.when import When
from quotex.records import DateBasis, Dated, Span, Substitution, Unresolved
from quotex.tokens import span_of

_RULE = "day-of-article"
_SCORE = 0.97
"""How often such a substitution was right where a person read them (docs/claims.md)."""
_LOWER = re.compile(r"yesterday|tomorrow|today|tonight|last|this|next")
_UNIT = re.compile(r"year|month|week|morning|afternoon|evening|night")
_ALONE = re.compile(rf"(?:{MONTH_NAME}|{WEEKDAY_NAME})")
_VAGUE = {"vague_times": "no-one-date", "vague_places": "place-of-speaker"}
"""Lists of words that are left, and the rules that say why."""


def times(content: Content, found: Sequence[Dated], when: When) -> list[Substitution | Unresolved]:
    """For the relative words of time in a content, in order and apart: by what they can be replaced, or why not; with
    the words that tell of a place by who speaks ("here").

    ``found`` are the dates that its words name, as ``dating`` found them.
    """
    around = Around(content)
    out: list[Substitution | Unresolved] = []
    for dated, following in zip_longest(found, found[1:]):
        if dated.span is None or dated.basis is DateBasis.TEXT or is_explained(content.doc, dated, following):
            continue
        if dated.iso is None or when.day is None:
            out.append(Unresolved(dated.span, "no-day-of-article" if when.day is None else _untold(dated.span)))
            continue
        tokens = (dated.span.token_start, dated.span.token_end)
        place = Place(around, tokens, dated.iso, when.day, when)
        out.append(_judged(place, dated.span))
    taken = {token for each in out for token in range(each.span.token_start, each.span.token_end)}
    vague = ((content.span(run), rule) for group, rule in _VAGUE.items() for run in content.listed(group))
    out.extend(
        Unresolved(span, rule) for span, rule in vague if taken.isdisjoint(range(span.token_start, span.token_end))
    )
    return sorted(out, key=lambda each: each.span.start)


def _untold(span: Span) -> str:
    """Why words have no date: a weekday or a month alone may be the one before or after."""
    return "before-or-after" if _ALONE.fullmatch(span.text.lower()) else "no-one-date"


def _judged(place: Place, span: Span) -> Substitution | Unresolved:
    made = "time-in-name" if _is_name(place) else replaced(place)
    if isinstance(made, str):
        return Unresolved(span, made)
    tokens, new = made
    if not place.around.holds(tokens[1] - 1):
        return Unresolved(span, "unsure")
    old = span_of(place.around.content.doc, tokens)
    new = new[0].upper() + new[1:] if old.text[0].isupper() and place.around.begins(tokens[0]) else new
    return Substitution(old, new, None, _RULE, _SCORE)


def _is_name(place: Place) -> bool:
    """Whether words that take no capital have one as those of a name do ("Tomorrow Group", "This Morning")."""
    doc, (start, end) = place.around.content.doc, place.tokens
    if not doc[start].text[0].isupper() or not _LOWER.fullmatch(doc[start].lower_):
        return False
    if any(_UNIT.fullmatch(token.lower_) and token.text[0].isupper() for token in doc[start + 1 : end]):
        return True
    return not place.around.begins(start) or (end < len(doc) and doc[end].text[:1].isupper())

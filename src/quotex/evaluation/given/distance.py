"""How far from a source its speaker is named: the harder half of resolving is to look far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from quotex.evaluation.inputs import Names, Record
from quotex.spans import Pair, overlaps

_ARTICLE = re.compile(r"^(the|a|an)\s+", re.IGNORECASE)
_WORD = re.compile(r"\w+")


class Distance(StrEnum):
    """How many characters lie between a source and the nearest place where its speaker is named before it.

    In news, a sentence has about 120 characters and a paragraph about 250.
    """

    INSIDE = "inside"
    """The source itself names the speaker, or is the description that stands for one never named."""
    TO_100 = "to_100"
    TO_300 = "to_300"
    TO_1000 = "to_1000"
    FARTHER = "farther"
    LATER = "later"
    """The speaker is named after the source and not before it."""
    NOWHERE = "nowhere"
    """The words of the name do not occur as such."""
    NOBODY = "nobody"
    """There is no speaker to be named."""


_STEPS = ((100, Distance.TO_100), (300, Distance.TO_300), (1000, Distance.TO_1000))
_ORDER = tuple(Distance)


def distance_of(record: Record, text: str) -> Distance:
    """The distance of a gold record; of several speakers that of the farthest.

    A place where a speaker is named has the words of the name (an article in front aside, in any case of letters), or,
    where the name has several, the last of them by itself with a capital: a rule that knows neither nicknames nor
    abbreviations, but that depends on the gold alone. A record without source is measured from its cue, or else its
    content.
    """
    names = [name for name in _listed(record.speaker) if name]
    spans = record.source or record.cue or record.content
    if not names or not spans:
        return Distance.NOBODY
    anchor = spans[0][0], spans[-1][1]
    return max((_nearest(anchor, _places(name, text)) for name in names), key=_ORDER.index)


def _listed(names: Names) -> Iterable[str | None]:
    return names if isinstance(names, tuple) else (names,)


def _places(name: str, text: str) -> list[Pair]:
    words = _WORD.findall(_ARTICLE.sub("", name.strip()))
    if not words:
        return []
    found = [_matches(r"\W+".join(map(re.escape, words)), text, re.IGNORECASE)]
    if len(words) > 1 and words[-1][0].isupper():
        found.append(_matches(f"(?:{re.escape(words[-1])}|{re.escape(words[-1].upper())})", text))
    return [span for spans in found for span in spans]


def _matches(pattern: str, text: str, flags: int = 0) -> list[Pair]:
    return [match.span() for match in re.finditer(rf"\b{pattern}\b", text, flags)]


def _nearest(anchor: Pair, places: Sequence[Pair]) -> Distance:
    if any(overlaps(anchor, place) for place in places):
        return Distance.INSIDE
    gaps = [anchor[0] - end for _, end in places if end <= anchor[0]]
    if not gaps:
        return Distance.LATER if places else Distance.NOWHERE
    return next((step for most, step in _STEPS if min(gaps) <= most), Distance.FARTHER)

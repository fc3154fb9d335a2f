"""Who relays the words of another ("Xinhua quoted the minister as saying …")."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen
from spacy.tokens import Doc

from quotex.attribution.newsmedia import news_medium
from quotex.attribution.phrases import phrase_end
from quotex.attribution.regions import sentence_of
from quotex.attribution.verbgroup import VerbGroup
from quotex.lexicon import cues
from quotex.lexicon.words import words
from quotex.spans import Pair, overlaps
from quotex.structure import Structure

_REACH = 30
"""How many tokens behind the cue "as saying" may stand."""
_AGENTS = frozenset("by in on".split())


@frozen
class Chain:
    """Who relays words and whose words they are, as half-open token spans.

    ``quoted`` is ``None`` where the source is the one whose words they are.
    """

    teller: Pair | None = None
    quoted: Pair | None = None


def chain(doc: Doc, structure: Structure, group: VerbGroup, source: Pair | None, content: tuple[Pair, ...]) -> Chain:
    """The chain by which the words of an attribution came, empty where its source speaks for itself.

    Looks no further than the sentence of the cue.
    """
    index = sentence_of(structure, group.start)
    floor, ceiling = structure.sentences[index] if index >= 0 else (0, len(doc))
    roles = [part for part in (source, *content) if part is not None]
    if source is not None and group.lemmas[0] in words("media", "relays"):
        if group.is_passive:
            return _passive(doc, group, source, content, floor, ceiling)
        return _active(doc, group, source, ceiling)
    if source is None or not cues.is_reporting(group.lemmas[0]):
        return Chain()
    ends = sorted({end for _, end in roles} | {group.end})
    places = (place for end in ends if floor <= end <= ceiling for place in _credits(doc, end, ceiling))
    return Chain(_free(roles, places))


def _active(doc: Doc, group: VerbGroup, source: Pair, ceiling: int) -> Chain:
    """ "X quoted Y as saying": Y is what stands between the verb and "as"."""
    start = group.end
    if source[0] >= start:
        return Chain()
    for i in range(start, min(ceiling, start + _REACH) - 1):
        opens = doc[i].lower_ == "as" and doc[i + 1].lower_ in words("media", "relayed")
        if opens or (group.verb == "quote" and doc[i + 1].lower_ == "saying" and doc[i].text[0].isalnum()):
            end = i if opens else i + 1
            while end > start and not doc[end - 1].text[0].isalnum():
                end -= 1
            return Chain(source, (start, end)) if end > start else Chain()
    return Chain()


def _passive(doc: Doc, group: VerbGroup, source: Pair, content: tuple[Pair, ...], floor: int, ceiling: int) -> Chain:
    """ "Y was quoted (by X) as saying (by X)": X may be the source, or Y."""
    if source[1] <= group.start:
        return Chain(_free([source, *content], _agents(doc, group.head[1], ceiling)))
    subject = _subject(doc, group, content, floor)
    relays = any(_opens_relayed(doc, i) for i in range(group.head[1], min(ceiling, source[1] + 4)))
    return Chain(source, subject) if subject is not None and relays else Chain()


def _subject(doc: Doc, group: VerbGroup, content: tuple[Pair, ...], floor: int) -> Pair | None:
    """What stands right before a passive: a part of the content, where the subject was taken for one, or the words
    between content and cue."""
    before = max((part for part in content if floor < part[1] <= group.start), default=(floor, floor))
    start, end = before if before[1] == group.start else (before[1], group.start)
    while start < end and not doc[start].text[0].isalnum():
        start += 1
    while end > start and not doc[end - 1].text[0].isalnum():
        end -= 1
    return (start, end) if 0 < end - start <= _REACH else None


def _opens_relayed(doc: Doc, index: int) -> bool:
    return doc[index].lower_ == "as" and index + 1 < len(doc) and doc[index + 1].lower_ in words("media", "relayed")


def _agents(doc: Doc, start: int, ceiling: int) -> Iterable[Pair]:
    """Phrases behind "by" from a token on, and news media and documents behind "in" and "on"."""
    for i in range(start, min(ceiling, start + _REACH) - 1):
        if doc[i].lower_ in _AGENTS and (end := phrase_end(doc, i + 1, ceiling)) > i + 1:
            place = i + 1, end
            if doc[i].lower_ == "by" or news_medium(doc, place) == place or _is_form(doc, end - 1):
                yield place


def _is_form(doc: Doc, index: int) -> bool:
    return cues.noun_lemma(doc[index].lower_) in words("media", "forms")


def _credits(doc: Doc, start: int, ceiling: int) -> Iterable[Pair]:
    """Phrases that a sentence's afterthought credits: "according to X", "as quoted by X"."""
    if start < ceiling and doc[start].text == ",":
        start += 1
    if start + 2 >= ceiling:
        return
    first, second = doc[start].lower_, doc[start + 1].lower_
    place = None
    if first == "according" and second == "to":
        place = start + 2
    elif first == "as" and second in words("media", "credits") and doc[start + 2].lower_ in {"by", "to", "in"}:
        place = start + 3
    elif first in words("media", "relayed_by") and second == "by":
        place = start + 2
    if place is not None and (end := phrase_end(doc, place, ceiling)) > place:
        yield place, end


def _free(roles: Iterable[Pair], places: Iterable[Pair]) -> Pair | None:
    """The first of the places that overlaps no role."""
    taken = tuple(roles)
    return next((place for place in places if not any(overlaps(place, role) for role in taken)), None)

"""To whom a source speaks, and where its words were given."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from spacy.tokens import Doc

from quotex.attribution.newsmedia import news_medium
from quotex.attribution.phrases import past_line_end, phrase_end
from quotex.attribution.regions import sentence_of
from quotex.attribution.verbgroup import VerbGroup
from quotex.lexicon import cues
from quotex.lexicon.words import words
from quotex.spans import Pair, overlaps, without
from quotex.structure import Structure

_REACH = 20
"""How many tokens beside cue and source are looked at."""
_IN = frozenset("in via through during at".split())
_ON = frozenset("on over via through".split())
_BY = frozenset("by over on via through".split())
_WITH = frozenset("with to from on of".split())
"""Prepositions by which a form of words goes on ("an interview *with* the BBC", "a letter *to* the council")."""
_TO = frozenset({"to", "with"})
_CLAUSES = frozenset(
    "; after although and as because before but so that though when where which while who whose".split()
)
"""Words at which what is said of the cue ends."""


@frozen
class Circumstances:
    """Half-open token spans; ``None`` for what the sentence does not say. No span holds tokens of source or content."""

    addressee: Pair | None = None
    medium: Pair | None = None


def circumstances(
    doc: Doc, structure: Structure, group: VerbGroup, source: Pair | None, content: tuple[Pair, ...]
) -> Circumstances:
    """To whom and where a source speaks, from the sentence around its cue.

    A phrase without its preposition; the one spoken to is no medium, unless it is a newspaper, a broadcaster or an
    agency, which is the medium. Looks at a bounded number of tokens.
    """
    zones = _zones(doc, structure, group, source, content)
    hearer = _object(doc, group, zones[0], source, content) or _spoken_to(doc, group, zones)
    outlet = None
    if hearer is not None:
        outlet = _form(doc, *hearer) or news_medium(doc, hearer)
        if outlet == hearer:
            hearer = None
    return Circumstances(hearer, outlet or next(_media(doc, zones), None))


def _zones(
    doc: Doc, structure: Structure, group: VerbGroup, source: Pair | None, content: tuple[Pair, ...]
) -> tuple[Pair, ...]:
    """The tokens beside the cue, free of source and content: behind its verb, behind a source there, between a source
    before it and the cue, and before both at the sentence's start.
    """
    index = sentence_of(structure, group.start)
    floor, ceiling = structure.sentences[index] if index >= 0 else (0, len(doc))
    roles = sorted(part for part in (source, *content) if part is not None)

    def behind(start: int) -> Pair:
        """From a token to the next role or clause."""
        end = min([ceiling, start + _REACH, *(role[0] for role in roles if role[0] >= start)])
        return start, next((i for i in range(start, end) if doc[i].lower_ in _CLAUSES), max(start, end))

    first = group.start
    head = group.head[0] if group.lower(group.head[0]) in _IN else group.head[1]
    zones = [behind(head)]
    if source is not None and source[0] >= group.end:
        zones.append(behind(source[1]))
    elif source is not None and source[1] <= group.start <= source[1] + _REACH:
        zones += without((source[1], group.start), content)
        first = source[0]
    before = [end for _, end in roles if floor < end <= first]
    if not before and floor < first <= floor + _REACH:
        opener = floor + (doc[floor].lower_ in _CLAUSES)
        if _leads_in(doc, opener):
            zones.append((opener, next((i for i in range(opener, first) if doc[i].lower_ in _CLAUSES), first)))
    return tuple(zones)


def _leads_in(doc: Doc, index: int) -> bool:
    """Whether a phrase begins that tells where, when or to whom a source speaks, and no other clause."""
    word = doc[index].lower_
    return word in _IN | _ON | _BY | words("media", "speaking") | words("phrases", "times")


# ---------------------------------------------------------------- the one spoken to


def _object(doc: Doc, group: VerbGroup, zone: Pair, source: Pair | None, content: tuple[Pair, ...]) -> Pair | None:
    """The object of "told", two joined by "and" if the content follows and nothing of source or content is between."""
    start, end = past_line_end(doc, *zone), zone[1]
    if group.verb not in words("media", "to_object") or group.is_passive or start >= end:
        return None
    found = _phrase(doc, start, end)
    if found is None or any(doc[i].lower_ in words("media", "things_told") for i in range(*found)):
        return None
    if found[1] < len(doc) and doc[found[1]].lower_ == "and":
        both = found[0], phrase_end(doc, found[1] + 1, min(len(doc), found[1] + _REACH))
        taken = any(part is not None and overlaps(both, part) for part in (source, *content))
        return both if not taken and any(first == both[1] for first, _ in content) else found
    return found


def _spoken_to(doc: Doc, group: VerbGroup, zones: tuple[Pair, ...]) -> Pair | None:
    """The one to whom something is said: behind "to" beside the cue, or behind a participle ("Speaking to reporters,
    …")."""
    speaks = group.verb in words("media", "to_phrase")
    for begin, end in zones:
        start = past_line_end(doc, begin, end)
        if speaks and start >= group.head[1] and start + 1 < end and doc[start].lower_ in _TO:
            return _phrase(doc, start + 1, end)
        for i in range(start, end - 2):
            if doc[i].lower_ in words("media", "speaking") and doc[i + 1].lower_ in _TO:
                return _phrase(doc, i + 2, end)
    return None


def _phrase(doc: Doc, start: int, limit: int) -> Pair | None:
    start = past_line_end(doc, start, limit)
    end = phrase_end(doc, start, limit)
    return (start, end) if end > start and any(doc[i].text[0].isalnum() for i in range(start, end)) else None


# ---------------------------------------------------------------- where


def _media(doc: Doc, zones: tuple[Pair, ...]) -> Iterator[Pair]:
    for start, end in zones:
        for i in range(start, end - 1):
            found = _medium_behind(doc, i, end)
            if found is not None:
                yield found


def _medium_behind(doc: Doc, preposition: int, limit: int) -> Pair | None:
    """The medium that a preposition leads to."""
    word, start = doc[preposition].lower_, past_line_end(doc, preposition + 1, limit)
    if word not in _IN | _ON | _BY:
        return None
    end = phrase_end(doc, start, limit)
    if end == start:
        return None
    if word in _BY and _bare(doc, start, end) in words("media", "wires"):
        return start, end
    if word in _IN and _form(doc, start, end) is not None:
        return start, _with_partner(doc, end, limit)
    if word in _IN | _ON:
        printed = news_medium(doc, (start, end), initials=word == "on") == (start, end)
        return (start, end) if printed or _is_platform(doc, start, end) else None
    return None


def _bare(doc: Doc, start: int, end: int) -> str:
    """The phrase in lower case, a determiner left out."""
    determiners = words("phrases", "articles") | words("phrases", "possessives")
    return str(doc[start + (doc[start].lower_ in determiners and end > start + 1) : end].text.lower())


def _is_platform(doc: Doc, start: int, end: int) -> bool:
    """Whether a place where anybody writes is named; a name is written with a capital ("X")."""
    bare = _bare(doc, start, end)
    named = doc[end - 1].text[0].isupper() or bare == "social media" or doc[start].text[0].isupper()
    return named and (bare in words("media", "platforms") or bare.split()[0] in words("media", "platforms"))


def _form(doc: Doc, start: int, end: int) -> Pair | None:
    """A phrase that ends in, or has before "of", a form of words ("a written statement", "a series of tweets"); but no
    action upon one ("releasing the email")."""
    if doc[start].is_lower and doc[start].lower_.endswith("ing"):
        return None
    ends = (end, *(i for i in range(start + 1, end) if doc[i].lower_ == "of"))
    return (start, end) if any(_ends_in_form(doc, start, i) for i in ends) else None


def _ends_in_form(doc: Doc, start: int, end: int) -> bool:
    forms = words("media", "forms")
    return cues.noun_lemma(doc[end - 1].lower_) in forms or doc[max(start, end - 2) : end].text.lower() in forms


def _with_partner(doc: Doc, end: int, limit: int) -> int:
    """The end of a form of words with the one that it is shared with or sent to."""
    preposition = past_line_end(doc, end, limit)
    if preposition >= limit or doc[preposition].lower_ not in _WITH:
        return end
    start = past_line_end(doc, preposition + 1, limit)
    last = phrase_end(doc, start, limit)
    return last if last > start else end

"""The title that stands before a person's name: right before it, or in apposition before a comma."""

from __future__ import annotations

from spacy.tokens import Doc

from quotex.lexicon.words import words
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import NounKind, honours, is_honorific, names_people, noun
from quotex.mentions.phrases import is_joined, trimmed
from quotex.mentions.titles import (
    CLITICS,
    COPULAS,
    ENDS,
    REACH,
    FoundTitle,
    has_person_noun,
    is_body_of_office,
    is_verb,
    is_within_list,
    names_person,
    says,
)
from quotex.spans import Pair

_MODIFIERS = 4
"""Most words in lower case before the noun of a title that belong to it."""
_MARKS = frozenset({'"', "“", "”", "‘", "``", "''"})
_CLOSINGS = frozenset({",", ".", ";", ")"})
"""What closes a name in apposition, marks and verbs aside, also one to a phrase that hangs on a preposition ("opened by
the mayor, Jane Roe.")."""
_CONJUNCTIONS = frozenset({"and", "&", "/"})
_LINKS = frozenset({"of", "for", "on", "at", "in", "to", "with", "against", "the", "and", "&"})


def titles_before(doc: Doc, name: Name, limit: int, inside: dict[int, Name], whole: bool) -> tuple[FoundTitle, ...]:
    """The title that stands before a name ("President Jane Roe", "the UN envoy on arms, John Doe").

    ``limit`` is the first token that may belong to it. With ``whole``, all from there to the name is one noun phrase
    (the name stands in a source); otherwise the phrase is sought backwards. ``inside`` maps the tokens of names to
    them.
    """
    end = name.start
    while end > limit and (
        honours(doc, end - 1) or (doc[end - 1].text == "." and end > 1 and is_honorific(doc[end - 2].text))
    ):
        end -= 1
    comma = end > limit and doc[end - 1].text == ","
    if not comma and end > limit and doc[end - 1].text.casefold() in words("phrases", "prepositions") | {"the"}:
        return ()  # the name is only part of a phrase ("an adviser to the Roe campaign")
    end -= comma
    if whole:
        start = limit
    elif comma:
        start = _apposed_before(doc, name, end, limit, inside)
    else:
        start = _walk_back(doc, end, limit, inside)
    pieces = _pieces(doc, start, end) if whole else [(start, end)]
    found = [_own_part(doc, _cleaned(doc, piece), inside) if not comma else _cleaned(doc, piece) for piece in pieces]
    rule = "title-apposed-before" if comma else "title-before"
    return tuple(FoundTitle(*pair, rule) for pair in found if pair[0] < pair[1] and _is_title(doc, pair, inside, whole))


def _apposed_before(doc: Doc, name: Name, end: int, limit: int, inside: dict[int, Name]) -> int:
    """Where a title begins that ends at ``end``, before the comma and the name; ``end`` where there is none.

    It is the nearest phrase back from the comma that has a noun for a person at its head, begins behind a determiner,
    "as", a verb of saying, a mark or the sentence's start, and holds no mark or verb. Where it does not open the
    sentence in capitals, a comma, a mark or a verb of saying must follow the name, or it is no apposition ("to the
    minister, Jane Roe is a rival").
    """
    for start in range(end - 1, max(limit, end - REACH) - 1, -1):
        text = doc[start].text
        if text in ENDS - {"."} or (text == "," and not is_within_list(doc, start, end)) or is_verb(doc, start):
            return end
        if not _may_begin(doc, start, limit) or not names_person(doc, start, end, inside):
            continue
        opens = start == limit and text[:1].isupper()
        if _depends(doc, start, limit):
            return start if name.end < len(doc) and doc[name.end].text in _CLOSINGS else end
        return start if opens or _closes(doc, name.end) else end
    return end


def _depends(doc: Doc, start: int, limit: int) -> bool:
    """Whether a phrase, its determiner aside, hangs on a preposition: "Speaking to the reporter, Roe said …" tells
    nothing of Roe."""
    before = start - 1
    if before >= limit and any(doc[before].text.casefold() in words("phrases", g) for g in ("articles", "possessives")):
        before -= 1
    return before >= limit and doc[before].text.casefold() in words("phrases", "prepositions") - {"as"}


def _may_begin(doc: Doc, index: int, limit: int) -> bool:
    if index <= limit:
        return True
    before = doc[index - 1].text.casefold()
    if before in {"a", "an"} and index - 1 > limit and doc[index - 2].text.casefold() == "as":
        return False  # "As a student, Roe …" tells of a time
    return (
        before in words("phrases", "articles")
        or before in words("phrases", "possessives")
        or before in _MARKS | {",", "as"}
        or says(before)
    )


def _closes(doc: Doc, index: int) -> bool:
    """Whether a name in apposition can end before a token."""
    if index >= len(doc):
        return True
    text = doc[index].text
    return text in _MARKS | _CLOSINGS or doc[index].is_space or says(text)


def _walk_back(doc: Doc, end: int, limit: int, inside: dict[int, Name]) -> int:
    """Where a title that ends at ``end`` begins, going back over words that can stand in one."""
    index, best = end, end
    if end - limit > 3 and doc[end - 1].text == ")" and doc[end - 3].text == "(" and doc[end - 2].text.isupper():
        index = best = end - 3  # "chief executive officer (CEO)"
    while index > max(limit, end - REACH):
        token = doc[index - 1]
        lower = token.text.casefold()
        name = inside.get(index - 1)
        if name is not None and name.type is not NameType.PERSON:
            index = best = max(limit, name.start)
        elif lower in words("phrases", "articles"):
            if (
                not is_body_of_office(doc, index, limit)
                and has_person_noun(doc, index, end, inside)
                and (index == best or has_person_noun(doc, index, best, inside))
            ):
                return index
            index -= 1
        elif lower in words("phrases", "possessives"):
            return index - 1 if has_person_noun(doc, index, end, inside) else end
        elif token.text == "-" and is_joined(doc, index - 1) and index - 2 >= limit:
            index = best = index - 2  # with the first part of the word
        elif _in_title(doc, index - 1, limit) or (token.text in CLITICS and index - 1 > limit) or name is not None:
            held, index = best, index - 1 if name is None else name.start
            best = index
            if name is not None and doc[name.end].text not in CLITICS:
                return name.start if _names_office(doc, name, held) else name.end
        elif lower == "and" and index - 2 in inside and inside[index - 2].type is NameType.PLACE:
            break  # "Roe of Tarn and mayor Doe"
        elif (lower in _LINKS and index < end) or token.text in {".", "-"} or token.text in _MARKS:
            index -= 1
        else:
            break
    if not has_person_noun(doc, best, end, inside):
        return end
    start = _over_modifiers(doc, best, limit)
    role = start - 2
    if role > limit and doc[start - 1].lower_ == "and" and names_people(doc[role].text) and doc[role].is_lower:
        return min(start, _walk_back(doc, role + 1, limit, inside))  # "radio host and union leader"
    return start


def _over_modifiers(doc: Doc, start: int, limit: int) -> int:
    """``start`` moved back over words in lower case up to an article, a comma or the limit ("civil rights head"), if
    one of these is near and none of the words is a verb of saying."""
    index = start
    if not doc[start].is_lower:
        return start
    while index > limit and start - index < _MODIFIERS and doc[index - 1].is_lower and doc[index - 1].is_alpha:
        word = doc[index - 1].text
        if doc[index - 1].is_stop or word.endswith(("ly", "ed")) or says(word):
            break
        index -= 1
    before = doc[index - 1].text if index > limit else ""
    bounded = (
        index == limit
        or before in _MARKS | COPULAS | {",", "and"}
        or before.casefold() in words("phrases", "articles")
        or says(before)
    )
    return index if bounded else start


def _names_office(doc: Doc, name: Name, start: int) -> bool:
    """Whether a name that was taken for a person's only says where an office is ("Clinton campaign manager")."""
    return name.end == start and doc[start].is_lower and doc[start].is_alpha


def _in_title(doc: Doc, index: int, limit: int) -> bool:
    text = doc[index].text
    lower = text.casefold()
    if names_people(text):
        return True
    if text == "Then":
        return False  # opens the sentence
    if lower in words("people", "modifiers") or is_joined(doc, index):
        return True
    word = text[:1].isupper() and all(c.isalpha() or c in ".&'’" for c in text) and not doc[index].is_stop
    return word and (index > limit or noun(text) is not None or text.isupper() or _opens_title(doc, index))


def _opens_title(doc: Doc, index: int) -> bool:
    """Whether the word that opens a sentence only says more of the noun right behind it ("Hotel owner Jane Roe")."""
    lower = doc[index].text.casefold()
    known = noun(doc[index + 1].text) if index + 1 < len(doc) and doc[index + 1].is_lower else None
    plain = not lower.endswith("ly") and lower not in words("phrases", "times") and not says(lower)
    return plain and known is not None and known.kind is NounKind.PERSON


def _pieces(doc: Doc, start: int, end: int) -> list[Pair]:
    """The parts between commas if each names a person by a role, else the whole ("Roe's aide, party leader" is two)."""
    cuts = [i for i in range(start, end) if doc[i].text == ","]
    parts = [(a, b) for a, b in zip([start, *(c + 1 for c in cuts)], [*cuts, end], strict=True) if a < b]
    return parts if len(parts) > 1 and all(has_person_noun(doc, a, b) for a, b in parts) else [(start, end)]


def _cleaned(doc: Doc, pair: Pair) -> Pair:
    """The title without marks and a leading article, possessive pronoun or honorific."""
    start, end = trimmed(doc, pair)
    while end - start > 1 and doc[end - 1].text in {"named", "called", "surnamed", ","}:
        end -= 1
    while start < end and (
        doc[start].text.casefold() in words("phrases", "articles")
        or doc[start].text.casefold() in words("phrases", "possessives")
        or doc[start].text.casefold() in _CONJUNCTIONS
        or not any(c.isalnum() for c in doc[start].text)
        or doc[start].text in CLITICS
    ):
        start += 1
    if (
        end < len(doc)
        and doc[end].text == "."
        and not doc[end - 1].whitespace_
        and len(doc[end - 1].text) <= 4
        and end < pair[1]
    ):
        end += 1
    return start, end


def _own_part(doc: Doc, pair: Pair, inside: dict[int, Name]) -> Pair:
    """What is the name's own of "a spokesman for Senator": the part behind the last preposition, if it names a person
    by a role."""
    start, end = pair
    last = next(
        (
            i
            for i in range(end - 1, start, -1)
            if i not in inside and doc[i].text.casefold() in words("phrases", "prepositions") and not is_joined(doc, i)
        ),
        None,
    )
    if last is None or not has_person_noun(doc, last + 1, end, inside) or is_body_of_office(doc, end - 1, start):
        return pair
    return last + 1, end


def _is_title(doc: Doc, pair: Pair, inside: dict[int, Name], whole: bool) -> bool:
    """A title needs a noun for a person, or, in a source, a rank in capitals before the name ("Harbour DSP").

    "The elder Roe" has none.
    """
    if doc[pair[0] : pair[1]].text == "elder":
        return False
    if has_person_noun(doc, *pair, inside):
        return True
    last = doc[pair[1] - 1].text
    return whole and last.isupper() and 1 < len(last) < 5 and (pair[1] - 1) not in inside

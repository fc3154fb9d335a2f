"""Names that only their place in the source of an attribution shows."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from quotex.lexicon.words import words
from quotex.mentions.names import Name, NameType
from quotex.mentions.namewords import LONGEST, MARKS, SENTENCE_ENDS, in_title_case, is_name_word, joins, names_body
from quotex.mentions.nouns import is_honorific, names_people, noun
from quotex.spans import Pair

_IN_SOURCE = 0.55
"""Score of a name that only its place in a source shows."""


def completed_in_sources(doc: Doc, names: tuple[Name, ...], sources: Sequence[Pair]) -> tuple[Name, ...]:
    """The names given and those that only their place in the source of an attribution shows, in order.

    Capitalised words at the end of a source, behind a noun for a person ("the clerk Jane Roe", "his aide, John Doe"),
    are a person's name, whether the tagger missed them or took them for something else. So is a surname alone with the
    capitalised word before it that begins the source, in mid-sentence ("…," Per Roe said).
    """
    by_start = {name.start: name for name in names}
    by_end = {name.end: name for name in names}
    for start, end in sorted(set(sources)):
        surname = by_start.get(start + 1)
        if surname is not None and _lacks_given_name(doc, surname, start):
            del by_start[start + 1]
            by_start[start] = Name(start, surname.end, surname.type, surname.score)
        begin, stop = _last_run(doc, start, end)
        if begin < stop and in_title_case(doc, begin):
            continue
        if begin in {start, stop} or not _behind_role(doc, start, begin):
            continue
        here = by_start.get(begin)
        if here is not None and here.end == stop:
            if here.type is not NameType.PERSON and not names_body(doc, begin, stop):
                by_start[begin] = Name(begin, stop, NameType.PERSON, _IN_SOURCE)
        elif not any(i in by_start or i + 1 in by_end for i in range(begin, stop)) and not names_body(doc, begin, stop):
            by_start[begin] = Name(begin, stop, NameType.PERSON, _IN_SOURCE)
    return tuple(by_start[start] for start in sorted(by_start))


def _lacks_given_name(doc: Doc, name: Name, before: int) -> bool:
    """Whether a name is one word of a person's, and the word before it is capitalised for no other reason; one that
    opens a sentence must be no small word and no modifier."""
    text = doc[before].text
    if name.type is not NameType.PERSON or name.end - name.start > 1 or not (text.istitle() and text.isalpha()):
        return False
    opened = before - 1
    while opened >= 0 and doc[opened].text in MARKS:
        opened -= 1
    begins = opened < 0 or doc[opened].is_space or doc[opened].text in SENTENCE_ENDS
    if begins and (doc[before].is_stop or _is_modifier(text)):
        return False
    return not is_honorific(text) and noun(text) is None


def _is_modifier(text: str) -> bool:
    lower = text.casefold()
    times = words("phrases", "times")
    return lower in words("people", "modifiers") or lower in times or lower.endswith(("ly", "ent", "ed", "ing", "an"))


def _last_run(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The capitalised words at the end of a span, a comma behind them aside."""
    while end > start and not any(c.isalnum() for c in doc[end - 1].text):
        end -= 1
    begin = end
    while begin > start and end - begin < LONGEST and (is_name_word(doc, begin - 1) or _joins_back(doc, begin - 1)):
        begin -= 1
    while begin < end and not is_name_word(doc, begin):
        begin += 1
    return begin, end


def _joins_back(doc: Doc, index: int) -> bool:
    part = index > 0 and doc[index - 1].text == "-" and not doc[index - 1].whitespace_ and doc[index].is_alpha
    return part or (index > 0 and joins(doc, index))


def _behind_role(doc: Doc, start: int, index: int) -> bool:
    """Whether right before a token, a comma aside, stands a noun for a person or a form of address."""
    before = index - 1
    while before > start and (doc[before].text in {",", "."} or is_honorific(doc[before].text)):
        before -= 1
    return names_people(doc[before].text) or is_honorific(doc[before].text)

"""Names that the tagger missed: other occurrences of names found, short forms of people, and names told by a title.

A tagger that reads a name in one sentence can miss it in the next. What a document calls a name once is one wherever
the same words stand in capitals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc

from quotex.mentions.mending import with_firms, with_given_names, without_offices
from quotex.mentions.names import Name, NameType, wears_crown
from quotex.mentions.namewords import LONGEST, is_name_word, is_title_case, joins, lines, names_body, opens
from quotex.mentions.nouns import (
    NounKind,
    given_name_gender,
    honorific_gender,
    honours,
    is_honorific,
    names_people,
    noun,
)

_DERIVED = 0.9
"""What a name found by a rule has of the score of the name it was derived from."""
_SURE = 0.9
"""Score from which a reading of a name is taken for sure."""
_BY_TITLE = 0.6
"""Score of a name that only a form of address, a title or a known given name shows."""


def completed(doc: Doc, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names given and those that rules find besides, in order; linear in the document's length.

    The same words have one type throughout: the one with the highest sum of scores.
    """
    names = _agreed(doc, without_offices(doc, with_given_names(doc, with_firms(doc, names))))
    taken = bytearray(len(doc))
    for name in names:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    forms = _forms(doc, names)
    found = [*names, *_repeated(doc, taken, forms)]
    found.extend(_titled(doc, taken))
    return with_given_names(doc, sorted(found, key=lambda name: name.start))


def _agreed(doc: Doc, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names, those of the same words, letter case aside, given the type that has the highest sum of scores among
    them.

    A form of address before a name counts as much as a sure reading of it, and a noun for a body ("the company Roe
    Textiles") as two; for one word it counts, too, that a person's longer name ends with it. A word with which the
    longer name of a body begins, and of no person ends, is that body's, unless it was surely read as a person's.
    """
    votes: dict[str, dict[NameType, float]] = defaultdict(lambda: defaultdict(float))
    texts = [doc[name.start : name.end].text.casefold() for name in names]
    surnames: dict[str, float] = defaultdict(float)
    openings: set[str] = set()
    surest: dict[str, float] = defaultdict(float)
    for name, text in zip(names, texts, strict=True):
        votes[text][name.type] += name.score
        if _is_addressed(doc, name):
            votes[text][NameType.PERSON] += 1.0
            surest[text] = 1.0
        if _is_called_body(doc, name):
            votes[text][NameType.ORGANISATION] += 2.0
        if name.type is NameType.PERSON:
            surest[text] = max(surest[text], name.score)
        if name.end - name.start > 1 and name.type is NameType.PERSON:
            last = doc[name.end - 1].text.casefold()
            surnames[last] = max(surnames[last], name.score)
        elif name.end - name.start > 1 and name.type is NameType.ORGANISATION and name.score >= _SURE:
            openings.add(doc[name.start].text.casefold())
    for surname, score in surnames.items():
        if surname in votes:
            votes[surname][NameType.PERSON] += score
    for opening in openings - surnames.keys():
        if opening in votes and surest[opening] < _SURE and given_name_gender(opening) is None:
            votes[opening][NameType.ORGANISATION] += votes[opening].pop(NameType.PERSON, 0.0)
    winners = {text: max(types, key=lambda t: (types[t], t.value)) for text, types in votes.items()}
    return tuple(
        name if name.type is winners[text] else Name(name.start, name.end, winners[text], name.score / 2)
        for name, text in zip(names, texts, strict=True)
    )


def _is_addressed(doc: Doc, name: Name) -> bool:
    """Whether a form of address for a man or a woman stands right before the name."""
    before = name.start - 1
    if before > 0 and doc[before].text == ".":
        before -= 1
    return before >= 0 and doc[before].text[:1].isupper() and honorific_gender(doc[before].text) is not None


def _is_called_body(doc: Doc, name: Name) -> bool:
    """Whether a noun for one body stands right before the name, in small letters ("the charity Roe Trust")."""
    before = doc[name.start - 1] if name.start > 0 else None
    known = noun(before.text) if before is not None and before.is_lower else None
    return known is not None and known.kind is NounKind.ORGANISATION and not known.plural


def _forms(doc: Doc, names: tuple[Name, ...]) -> dict[tuple[str, ...], Name]:
    """The forms under which a name may come again, each with the best name that has it: its words, a person's last
    word.
    """
    forms: dict[tuple[str, ...], Name] = {}
    for name in names:
        tokens = tuple(doc[i].text for i in range(name.start, name.end))
        keys = [tokens]
        if name.type is NameType.PERSON and len(tokens) > 1 and len(tokens[-1]) > 2 and "-" not in tokens:
            keys.append(tokens[-1:])
        for key in keys:
            if len(key) <= LONGEST and key[0][:1].isupper() and (key not in forms or forms[key].score < name.score):
                forms[key] = name
    return forms


def _repeated(doc: Doc, taken: bytearray, forms: dict[tuple[str, ...], Name]) -> Iterator[Name]:
    firsts = {key[0] for key in forms}
    index = 0
    while index < len(doc):
        end = _longest_form(doc, index, taken, forms) if doc[index].text in firsts else index
        if end > index:
            name = forms[tuple(doc[i].text for i in range(index, end))]
            taken[index:end] = b"\1" * (end - index)
            yield Name(index, end, name.type, name.score * _DERIVED)
        index = max(end, index + 1)


def _longest_form(doc: Doc, index: int, taken: bytearray, forms: dict[tuple[str, ...], Name]) -> int:
    for length in range(min(LONGEST, len(doc) - index), 0, -1):
        key = tuple(doc[i].text for i in range(index, index + length))
        if key in forms and not any(taken[index : index + length]) and _stands_alone(doc, index, index + length):
            return index + length
    return index


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are no part of a longer sequence in capitals ("Jordan" in "Jordan River")."""
    if start > 0 and doc[start - 1].text[:1].isupper() and _is_part_of_name(doc, start - 1):
        return end - start == 1 and given_name_gender(doc[start - 1].text) is not None  # to be lengthened by it
    return end >= len(doc) or not (
        doc[end].text[:1].isupper() and doc[end].is_alpha and doc[end - 1].whitespace_ == " "
    )


def _is_part_of_name(doc: Doc, index: int) -> bool:
    text = doc[index].text
    if not doc[index].is_alpha or is_honorific(text) or noun(text) is not None or doc[index].is_stop:
        return False
    return not opens(doc, index) or given_name_gender(text) is not None


def _titled(doc: Doc, taken: bytearray) -> Iterator[Name]:
    """Capitalised words behind a form of address or a title, or that begin with a known given name.

    Lines in title case tell nothing by their capitals and are left out.
    """
    for start, end in lines(doc):
        if not is_title_case(doc, start, end):
            yield from _titled_in(doc, taken, start, end)


def _titled_in(doc: Doc, taken: bytearray, start: int, stop: int) -> Iterator[Name]:
    index = start
    while index < stop:
        if taken[index] or not is_name_word(doc, index) or wears_crown(doc, index):
            index += 1
            continue
        end = index
        longest = LONGEST if given_name_gender(doc[index].text) is None else LONGEST - 2
        while end < stop and not taken[end] and end - index < longest and (is_name_word(doc, end) or joins(doc, end)):
            end += 1
        while end > index and not is_name_word(doc, end - 1):
            end -= 1
        if end > index and _introduced(doc, index, end):
            taken[index:end] = b"\1" * (end - index)
            yield Name(index, end, NameType.PERSON, _BY_TITLE)
        index = max(end, index + 1)


def _introduced(doc: Doc, start: int, end: int) -> bool:
    before = start - 1
    while before > 0 and doc[before].text == ".":
        before -= 1
    if before >= 0 and honours(doc, before) and doc[before].text[:1].isupper():
        return True
    known = noun(doc[before].text) if before >= 0 else None
    titled = (
        known is not None
        and known.kind is NounKind.PERSON
        and doc[before].text[:1].isupper()
        and "\n" not in doc[before].text
        and not (end < len(doc) and doc[end].text[:1].isupper() and names_people(doc[end].text))  # "Ports Minister"
    )
    if titled:
        return True
    return end - start > 1 and given_name_gender(doc[start].text) is not None and not names_body(doc, start, end)

"""Names that the tagger cut wrong: surnames without their given names, names in two parts, offices taken in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from quotex.lexicon.words import words
from quotex.mentions.names import Name, NameType
from quotex.mentions.namewords import is_given_name, is_initial, is_name_word
from quotex.mentions.nouns import given_name_gender, is_honorific


def with_given_names(doc: Doc, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order, a surname alone lengthened by the given name in capitals before it, an initial between them
    included, and a given name alone by the word in capitals after it, if the tagger took that for none."""
    starts, ends = {name.start for name in names}, {name.end for name in names}
    out: list[Name] = []
    for name in names:
        start = name.start - 1
        alone = name.type is NameType.PERSON and name.end - name.start == 1 and name.start not in ends
        if start > 0 and alone and is_initial(doc[start].text) and start not in ends:
            start -= 1
        if start >= 0 and alone and start + 1 not in ends and is_given_name(doc, start):
            name = Name(start, name.end, name.type, name.score)
        elif alone and name.end not in starts and is_given_name(doc, name.start) and _is_surname(doc, name.end):
            name = Name(name.start, name.end + 1, name.type, name.score)
        if (
            out
            and _is_next(doc, out[-1].end, name.start)
            and name.type is NameType.PERSON
            and _begins_name(doc, out[-1])
        ):
            name = Name(out.pop().start, name.end, name.type, name.score)
        out.append(name)
    return tuple(out)


def _is_next(doc: Doc, end: int, start: int) -> bool:
    """Whether nothing stands between two places but a space that breaks no line, which is a token of its own."""
    return end == start or (end + 1 == start and doc[end].text == "\xa0")


def _begins_name(doc: Doc, name: Name) -> bool:
    """Whether what was taken for a person's name is the beginning of the one right after it: initials ("P.K."), a
    given name with or without them ("John D."), or one word."""
    if name.type is not NameType.PERSON or doc[name.end - 1].whitespace_ not in {"", " "}:
        return False
    words = [doc[i].text for i in range(name.start, name.end)]
    if all(is_honorific(word) for word in words):
        return False
    initials = all(len(letter) == 1 and letter.isupper() for letter in "".join(words).removesuffix(".").split("."))
    given = given_name_gender(words[0]) is not None
    return initials or len(words) == 1 or (given and len(words) == 2 and is_initial(words[-1]))


def _is_surname(doc: Doc, index: int) -> bool:
    """Whether a word behind a given name can be the surname: in a capital, and no title or small word."""
    return index < len(doc) and doc[index].text.istitle() and not doc[index].is_stop and is_name_word(doc, index)


def with_firms(doc: Doc, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order, two surnames alone with "&" between them made the name of a firm ("Roe & Doe"), if one of
    them was read as a name and they are not both people whom the document names in full."""
    by_start, by_end = {name.start: name for name in names}, {name.end: name for name in names}
    full = {doc[name.end - 1].text for name in names if name.type is NameType.PERSON and name.end - name.start > 1}
    firms: list[Name] = []
    for index in range(1, len(doc) - 1):
        if doc[index].text != "&" or not all(_names_owner(doc, place) for place in (index - 1, index + 1)):
            continue
        parts = [name for name in (by_end.get(index), by_start.get(index + 1)) if name is not None]
        single = all(name.end - name.start == 1 for name in parts)
        people = {doc[index - 1].text, doc[index + 1].text} <= full
        goes_on = index > 1 and doc[index - 2].text[:1].isupper() and is_name_word(doc, index - 2)
        if parts and single and not people and not goes_on:
            score = max(name.score for name in parts)
            firms.append(Name(index - 1, index + 2, NameType.ORGANISATION, score))
    taken = {place for firm in firms for place in (firm.start, firm.end - 1)}
    return tuple(sorted([*firms, *(name for name in names if name.start not in taken)], key=lambda name: name.start))


def _names_owner(doc: Doc, index: int) -> bool:
    """Whether a word can be the surname by which a firm is called: in a capital, and no small word or title."""
    text = doc[index].text
    return text.istitle() and text.isalpha() and len(text) > 1 and not doc[index].is_stop and not is_honorific(text)


def without_offices(doc: Doc, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order, those of people without an office that the tagger took in ("Justice Roe"): a noun for a
    person that stands so before a given name and a surname, before two surnames or more, or before one that has a given
    name elsewhere."""
    bearers: dict[str, set[str]] = defaultdict(set)
    given: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.type is NameType.PERSON and name.end - name.start > 1:
            first, last = doc[name.start].text, doc[name.end - 1].text
            bearers[first].add(last)
            given[last].add(first)
    out = []
    for name in names:
        first, last = doc[name.start].text, doc[name.end - 1].text
        office = (
            name.type is NameType.PERSON
            and name.end - name.start > 1
            and first.casefold().rstrip(".") in words("people", "roles")
        )
        if office and (_is_in_full(doc, name) or len(bearers[first]) > 1 or len(given[last]) > 1):
            name = Name(name.start + 1, name.end, name.type, name.score)
        out.append(name)
    return tuple(out)


def _is_in_full(doc: Doc, name: Name) -> bool:
    """Whether a given name and a surname stand behind the first word, which is no given name itself."""
    first, second, last = doc[name.start].text, doc[name.start + 1].text, doc[name.end - 1].text
    return name.end - name.start > 2 and given_name_gender(first) is None and second.istitle() and last.istitle()

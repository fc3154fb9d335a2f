"""Names that the tagger missed: other occurrences of names found, short forms of people, and names told by a title.

A tagger that reads a name in one sentence can miss it in the next. What a document calls a name once is one wherever
the same words stand in capitals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from quotex.lexicon.words import words
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import NounKind, given_name_gender, honorific_gender, is_honorific, names_people, noun
from quotex.spans import Pair

_DERIVED = 0.9
"""What a name found by a rule has of the score of the name it was derived from."""
_BY_TITLE = 0.6
"""Score of a name that only a form of address, a title or a known given name shows."""
_IN_SOURCE = 0.55
"""Score of a name that only its place in a source shows."""
_SENTENCE_ENDS = frozenset({".", "!", "?", ":", ";", '"', "“", "”", "—", "–"})
_MARKS = frozenset({'"', "”", "“", "’", "'", "''", "»", "«"})
_LONGEST = 5
_LINE = 30
"""How far a line in title case is looked at."""
_TITLE_CASE = 0.75
"""A line in which more than this share of the longer words begin with a capital is in title case."""


def completed(doc: Doc, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names given and those that rules find besides, in order; linear in the document's length.

    The same words have one type throughout: the one with the highest sum of scores.
    """
    names = _agreed(doc, _without_offices(doc, _with_given_names(doc, names)))
    taken = bytearray(len(doc))
    for name in names:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    forms = _forms(doc, names)
    found = [*names, *_repeated(doc, taken, forms)]
    found.extend(_titled(doc, taken))
    return _with_given_names(doc, sorted(found, key=lambda name: name.start))


def _with_given_names(doc: Doc, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order, a surname alone lengthened by the given name in capitals before it, an initial between them
    included, and a given name alone by the word in capitals after it, if the tagger took that for none."""
    starts, ends = {name.start for name in names}, {name.end for name in names}
    out: list[Name] = []
    for name in names:
        start = name.start - 1
        alone = name.type is NameType.PERSON and name.end - name.start == 1 and name.start not in ends
        if start > 0 and alone and _is_initial(doc[start].text) and start not in ends:
            start -= 1
        if start >= 0 and alone and start + 1 not in ends and _is_given_name(doc, start):
            name = Name(start, name.end, name.type, name.score)
        elif alone and name.end not in starts and _is_given_name(doc, name.start) and _is_surname(doc, name.end):
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
    return initials or len(words) == 1 or (given and len(words) == 2 and _is_initial(words[-1]))


def _without_offices(doc: Doc, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order, those of people without an office that the tagger took in ("Justice Roe"): a noun for a
    person that stands so before two surnames or more, or before one that has a given name elsewhere."""
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
        if office and (len(bearers[first]) > 1 or len(given[last]) > 1):
            name = Name(name.start + 1, name.end, name.type, name.score)
        out.append(name)
    return tuple(out)


def _is_initial(text: str) -> bool:
    return len(text) == 2 and text[0].isupper() and text[1] == "."


def _is_given_name(doc: Doc, index: int) -> bool:
    """Whether a word is a known given name in a capital that is no mere start of a sentence ("Will Roe stay?")."""
    text = doc[index].text
    return text.istitle() and given_name_gender(text) is not None and not (doc[index].is_stop and _opens(doc, index))


def _is_surname(doc: Doc, index: int) -> bool:
    """Whether a word behind a given name can be the surname: in a capital, and no title or small word."""
    return index < len(doc) and doc[index].text.istitle() and not doc[index].is_stop and _is_name_word(doc, index)


def _opens(doc: Doc, index: int) -> bool:
    """Whether a word opens a line or a sentence."""
    return index == 0 or doc[index - 1].is_space or doc[index - 1].text in _SENTENCE_ENDS


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
        if begin < stop and _in_title_case(doc, begin):
            continue
        if begin in {start, stop} or not _behind_role(doc, start, begin):
            continue
        here = by_start.get(begin)
        if here is not None and here.end == stop:
            if here.type is not NameType.PERSON and not _names_body(doc, begin, stop):
                by_start[begin] = Name(begin, stop, NameType.PERSON, _IN_SOURCE)
        elif not any(i in by_start or i + 1 in by_end for i in range(begin, stop)) and not _names_body(
            doc, begin, stop
        ):
            by_start[begin] = Name(begin, stop, NameType.PERSON, _IN_SOURCE)
    return tuple(by_start[start] for start in sorted(by_start))


def _lacks_given_name(doc: Doc, name: Name, before: int) -> bool:
    """Whether a name is one word of a person's, and the word before it is capitalised for no other reason; one that
    opens a sentence must be no small word and no modifier."""
    text = doc[before].text
    if name.type is not NameType.PERSON or name.end - name.start > 1 or not (text.istitle() and text.isalpha()):
        return False
    opened = before - 1
    while opened >= 0 and doc[opened].text in _MARKS:
        opened -= 1
    begins = opened < 0 or doc[opened].is_space or doc[opened].text in _SENTENCE_ENDS
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
    while begin > start and end - begin < _LONGEST and (_is_name_word(doc, begin - 1) or _joins_back(doc, begin - 1)):
        begin -= 1
    while begin < end and not _is_name_word(doc, begin):
        begin += 1
    return begin, end


def _joins_back(doc: Doc, index: int) -> bool:
    part = index > 0 and doc[index - 1].text == "-" and not doc[index - 1].whitespace_ and doc[index].is_alpha
    return part or (index > 0 and _joins(doc, index))


def _behind_role(doc: Doc, start: int, index: int) -> bool:
    """Whether right before a token, a comma aside, stands a noun for a person or a form of address."""
    before = index - 1
    while before > start and (doc[before].text in {",", "."} or is_honorific(doc[before].text)):
        before -= 1
    return names_people(doc[before].text) or is_honorific(doc[before].text)


def _names_body(doc: Doc, start: int, end: int) -> bool:
    return any(
        (known := noun(doc[i].text)) is not None and known.kind is NounKind.ORGANISATION for i in range(start, end)
    )


def _agreed(doc: Doc, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names, those of the same words, letter case aside, given the type that has the highest sum of scores among
    them.

    A form of address before a name counts as much as a sure reading of it; so does, for one word, that a person's
    longer name ends with it.
    """
    votes: dict[str, dict[NameType, float]] = defaultdict(lambda: defaultdict(float))
    texts = [doc[name.start : name.end].text.casefold() for name in names]
    surnames: dict[str, float] = defaultdict(float)
    for name, text in zip(names, texts, strict=True):
        votes[text][name.type] += name.score
        if _is_addressed(doc, name):
            votes[text][NameType.PERSON] += 1.0
        if name.type is NameType.PERSON and name.end - name.start > 1:
            last = doc[name.end - 1].text.casefold()
            surnames[last] = max(surnames[last], name.score)
    for surname, score in surnames.items():
        if surname in votes:
            votes[surname][NameType.PERSON] += score
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
            if len(key) <= _LONGEST and key[0][:1].isupper() and (key not in forms or forms[key].score < name.score):
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
    for length in range(min(_LONGEST, len(doc) - index), 0, -1):
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
    return not _opens(doc, index) or given_name_gender(text) is not None


def _titled(doc: Doc, taken: bytearray) -> Iterator[Name]:
    """Capitalised words behind a form of address or a title, or that begin with a known given name.

    Lines in title case tell nothing by their capitals and are left out.
    """
    for start, end in _lines(doc):
        if not _is_title_case(doc, start, end):
            yield from _titled_in(doc, taken, start, end)


def _is_title_case(doc: Doc, start: int, end: int) -> bool:
    words = [doc[i].text for i in range(start, end) if doc[i].is_alpha and len(doc[i].text) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > _TITLE_CASE * len(words)


def _in_title_case(doc: Doc, index: int) -> bool:
    """Whether a token stands in a line in title case."""
    start = end = index
    while start > 0 and index - start < _LINE and not (doc[start - 1].is_space and "\n" in doc[start - 1].text):
        start -= 1
    while end < len(doc) and end - index < _LINE and not (doc[end].is_space and "\n" in doc[end].text):
        end += 1
    return _is_title_case(doc, start, end)


def _lines(doc: Doc) -> Iterator[tuple[int, int]]:
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            yield start, token.i
            start = token.i + 1
    yield start, len(doc)


def _titled_in(doc: Doc, taken: bytearray, start: int, stop: int) -> Iterator[Name]:
    index = start
    while index < stop:
        if taken[index] or not _is_name_word(doc, index):
            index += 1
            continue
        end = index
        longest = _LONGEST if given_name_gender(doc[index].text) is None else _LONGEST - 2
        while end < stop and not taken[end] and end - index < longest and (_is_name_word(doc, end) or _joins(doc, end)):
            end += 1
        while end > index and not _is_name_word(doc, end - 1):
            end -= 1
        if end > index and _introduced(doc, index, end):
            taken[index:end] = b"\1" * (end - index)
            yield Name(index, end, NameType.PERSON, _BY_TITLE)
        index = max(end, index + 1)


def _is_name_word(doc: Doc, index: int) -> bool:
    text = doc[index].text
    return _is_initial(text) or (
        text[:1].isupper()
        and all(c.isalpha() or c in "'’-." for c in text)
        and not doc[index].is_stop
        and not is_honorific(text)
        and not names_people(text)
        and text.casefold() not in words("people", "modifiers")
    )


def _joins(doc: Doc, index: int) -> bool:
    """Hyphens, apostrophes and particles between the parts of a name."""
    text = doc[index].text
    if text in {"-", "’", "'"}:
        return not doc[index - 1].whitespace_ and not doc[index].whitespace_
    return (
        text.casefold() in {"de", "al", "el", "bin", "ibn", "van", "von", "der", "du", "da", "la"}
        and index + 1 < len(doc)
        and (doc[index + 1].text[:1].isupper())
    )


def _introduced(doc: Doc, start: int, end: int) -> bool:
    before = start - 1
    while before > 0 and doc[before].text == ".":
        before -= 1
    if before >= 0 and is_honorific(doc[before].text) and doc[before].text[:1].isupper():
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
    return end - start > 1 and given_name_gender(doc[start].text) is not None and not _names_body(doc, start, end)

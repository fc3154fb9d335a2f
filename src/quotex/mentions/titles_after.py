"""The titles that follow a person's name: in apposition, in brackets, after "who is", or as a predicate."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from quotex.lexicon.words import words
from quotex.mentions.names import Name, NameType
from quotex.mentions.phrases import is_joined
from quotex.mentions.titles import (
    COPULAS,
    ENDS,
    REACH,
    FoundTitle,
    has_person_noun,
    is_verb,
    is_within_list,
    names_person,
)

_LEADS = frozenset("chairs commands directs edits founded headed heads leads led manages owns oversees runs".split())
"""Verbs that make a title of a relative clause with a certain body ("who heads the harbour office"), not of "who runs a
shop"."""
_ADVERBS = frozenset(
    {"also", "currently", "formerly", "long", "now", "once", "previously", "recently", "still", "then", "until"}
)
"""What may stand between "who" and its verb ("who until recently served as")."""
_WORKS = frozenset({"served", "serves", "worked", "works"})
_SINCE = frozenset({"between", "from", "since", "until"})
"""Prepositions with which the years or months of an office begin."""


def titles_after(
    doc: Doc, name: Name, limit: int, inside: dict[int, Name], source_end: int | None
) -> tuple[FoundTitle, ...]:
    """The titles that follow a name: ", a doctor at X,", "(party-district)", ", who is the head of Y".

    ``limit`` ends the sentence; ``source_end`` ends the source that the name stands in, up to which an apposition may
    run without a closing comma.
    """
    out: list[FoundTitle] = []
    index = name.end
    if index + 2 < limit and doc[index].text in COPULAS:
        predicated = title_predicated(doc, index + 1, limit, inside)
        if predicated is not None:
            out.append(predicated)
    if index < limit and doc[index].text == "(":
        closing = next((i for i in range(index + 1, min(limit, index + 12)) if doc[i].text == ")"), None)
        if closing is None:
            return ()
        if _bracketed_title(doc, index + 1, closing) or has_person_noun(doc, index + 1, closing, inside):
            out.append(FoundTitle(index + 1, closing, "title-in-brackets"))
        index = closing + 1
    while index + 1 < limit and doc[index].text in {",", "–", "—", "--"}:
        if index + 2 < limit and doc[index + 1].like_num and doc[index + 2].text == ",":
            index += 2  # an age
            continue
        joined = doc[index + 1].text.casefold() == "and" and index + 2 < limit
        start = _apposition_start(doc, index + 1 + joined, limit)
        predicate = start < limit and doc[start].text in COPULAS
        start = _predicate_start(doc, start, limit) if predicate else start
        stop = limit if source_end is None or start >= source_end else source_end
        end = _apposition_end(doc, start, min(stop, start + 2 * REACH), inside)
        if joined and (end >= limit or doc[end].text != "," or _names_next(inside, end + 1)):
            break
        clause = end < limit and doc[end].text in {"are", "have", "were"}
        if end <= start or clause:
            break
        led = _leads(doc, start)
        verb = not led and _begins_with_verb(doc, start, predicate)
        if verb or not (led or names_person(doc, start, end, inside)):
            break
        out.append(FoundTitle(start, end, "title-predicated" if predicate else "title-apposed-after"))
        if predicate:
            break
        index = end
    return tuple(out)


def _leads(doc: Doc, index: int) -> bool:
    """Whether "who heads" and the like stands here before a certain body."""
    if doc[index].text not in _LEADS or not _asks_who(doc, index - 1):
        return False
    after = doc[index + 1].text
    return after not in {"a", "an"} and after not in words("phrases", "prepositions")


def _predicate_start(doc: Doc, index: int, limit: int) -> int:
    """Behind the copula of a name's own clause ("Roe, 61, is now the mayor"), adverbs and an article or "his"."""
    index += 1
    while index + 1 < limit and doc[index].lower_ in _ADVERBS:
        index += 1
    owned = words("phrases", "articles") | words("phrases", "possessives")
    return index + (doc[index].lower_ in owned and index + 1 < limit)


def _begins_with_verb(doc: Doc, index: int, predicate: bool) -> bool:
    """Whether what follows a name is the verb of its clause and no apposition: a verb for sure ("Roe, has left"), a
    past form before an object or a clause ("Roe, praised the mayor"), or a participle behind a copula ("was elected
    chairman")."""
    if is_verb(doc, index):
        return True
    token = doc[index]
    if not token.is_lower or not token.text.endswith("ed") or index + 1 >= len(doc):
        return False
    if predicate and doc[index - 1].text in COPULAS:
        return True
    after = doc[index + 1].lower_
    groups = ("articles", "possessives", "definite", "indefinite", "prepositions", "relatives", "subjects")
    return any(after in words("phrases", group) for group in groups) or after in {"him", "them", "it"}


def _names_next(inside: Mapping[int, Name], index: int) -> bool:
    """Whether a person's name follows, whose title stands before ("…, and the minister, Jane Roe")."""
    return index in inside and inside[index].type is NameType.PERSON


def title_predicated(doc: Doc, start: int, limit: int, inside: dict[int, Name]) -> FoundTitle | None:
    """The title that a predicate from ``start`` on gives its subject (… "is the head of X"), behind its article."""
    if start >= limit or doc[start].text.casefold() not in words("phrases", "articles"):
        return None
    end = _apposition_end(doc, start + 1, min(limit, start + REACH), inside)
    named = end > start + 1 and names_person(doc, start + 1, end, inside)
    return FoundTitle(start + 1, end, "title-predicated") if named else None


def _bracketed_title(doc: Doc, start: int, end: int) -> bool:
    """Whether what stands in brackets says what the person is, an abbreviated body or a district ("PAS-Kota Baru",
    "ANC"), not an age, a place or a work."""
    texts = [doc[i].text for i in range(start, end)]
    coded = any(text in {"-", "–"} or "-" in text or (text.isupper() and len(text) > 1) for text in texts)
    return coded and any(text[:1].isupper() for text in texts) and not any(c.isdigit() for text in texts for c in text)


def _asks_who(doc: Doc, index: int) -> bool:
    """Whether "who" stands here, or before the adverbs that stand here."""
    while doc[index].lower_ in _ADVERBS:
        index -= 1
    return doc[index].text == "who"


def _apposition_start(doc: Doc, index: int, limit: int) -> int:
    """Behind "who is" or "who works as", an article and a possessive pronoun; at the verb of "who heads"."""
    if doc[index].text.casefold() == "who" and index + 3 < limit:
        while index + 4 < limit and doc[index + 1].lower_ in _ADVERBS:
            index += 1
        verb = doc[index + 1].text
        if verb in _LEADS:
            return index + 1
        works = verb in _WORKS and doc[index + 2].text == "as"
        index += 3 if works else 2 if verb in COPULAS else 0
        while verb in COPULAS and index + 2 < limit and doc[index].lower_ in _ADVERBS:
            index += 1
    lower = doc[index].text.casefold()
    if (
        lower != "whose"
        and lower in words("phrases", "articles") | words("phrases", "possessives")
        and index + 1 < limit
    ):
        index += 1
    return index


def _apposition_end(doc: Doc, start: int, limit: int, inside: dict[int, Name]) -> int:
    index = start
    while index < limit:
        text = doc[index].text
        if index in inside:
            index = max(index + 1, min(limit, inside[index].end))
            continue
        abbreviates = text == "." and index + 1 < limit and not doc[index - 1].is_lower
        if text in ENDS and not is_joined(doc, index) and not abbreviates:
            break
        if text.casefold() in words("phrases", "relatives") and text.casefold() != "that" and index > start:
            break
        if text == "," and not is_within_list(doc, index, limit):
            break
        if index > start and text in _SINCE and index + 1 < limit and _is_time(doc, index + 1):
            break
        if (doc[index].is_space and "\n" in text) or (index > start and is_verb(doc, index)):
            break
        index += 1
    while index > start and (doc[index - 1].text == "," or doc[index - 1].is_space):
        index -= 1
    return index - 3 if doc[max(start, index - 3) : index].text == "at the time" else index


def _is_time(doc: Doc, index: int) -> bool:
    token = doc[index]
    is_year = len(token.text) == 4 and token.text.isdecimal()
    return is_year or (token.is_title and token.lower_ in words("phrases", "times"))

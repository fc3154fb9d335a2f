"""The people named at the head of a noun phrase, told from those it only mentions."""

from __future__ import annotations

from collections.abc import Sequence, Set

from spacy.tokens import Doc

from quotex.lexicon.marks import CLITICS
from quotex.lexicon.words import words
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import Noun, NounKind, is_honorific, names_people, noun
from quotex.spans import Pair

_CLITICS = CLITICS | {"`s"}
_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})
_MARKS = frozenset({'"', "“", "”", "„", "‟", "``", "''", "«", "»", "‘"})
_AND = frozenset({"and", "&", "or"})
_JOINTS = frozenset({",", ".", "all", "both", "of", "from", "along", "together", "with", "as", "well"})
"""What may stand between names that share a phrase, besides titles, places and an "and": "A of X, along with B"."""


def head_people(doc: Doc, span: Pair, names: Sequence[Name], known: Noun | None) -> tuple[Name, ...]:
    """The people named at the head of the phrase: none where it only mentions them ("advisers to Mr. Roe").

    A name counts where nothing but its title stands before it, where it is in apposition ("the party's leader, Jane
    Roe"), or where it shares the phrase with one that counts ("Roe and Doe").
    """
    start, end = span
    plural = known is not None and known.kind is not NounKind.PERSON and not _plural_title(doc, start, names)
    out: list[Name] = []
    for name in names:
        if name.type is not NameType.PERSON or name.start < start or name.end > end:
            continue
        if (name.end < end and doc[name.end].text in _CLITICS) or _in_brackets(doc, start, name.start):
            continue
        if name.end < end and not out and _heads_a_noun(doc, name.end, end):
            continue
        if name.start > start and doc[name.start - 1].text == "-" and not doc[name.start - 1].whitespace_:
            continue  # "a pro-Roe rally"
        if not out and _modifies_after_article(doc, start, name, end):
            continue
        bodies = {doc[i].text.casefold() for n in names if n.type is not NameType.PERSON for i in range(n.start, n.end)}
        link = _link(doc, start, name.start, bool(out), out[-1].end if out else start, bodies)
        if link == "none" or (plural and not out and link != "first"):
            continue
        out.append(name)
    return tuple(out)


def _plural_title(doc: Doc, start: int, names: Sequence[Name]) -> bool:
    """Whether a plural at the start is a title that the names after it share ("Senators A and B")."""
    return any(start < name.start <= start + 3 for name in names) and noun(doc[start].text) is not None


def _heads_a_noun(doc: Doc, index: int, end: int) -> bool:
    """Whether a name only modifies a noun after it ("the Roe campaign", "Roe communications director Jane Doe")."""
    while index + 1 < end and doc[index].is_alpha and noun(doc[index].text) is None and _modifies(doc[index].text):
        index += 1
    return index < end and noun(doc[index].text) is not None


def _modifies_after_article(doc: Doc, start: int, name: Name, end: int) -> bool:
    """Whether a name behind an article only modifies a word in lower case ("a clerk on the Roe slate")."""
    if name.start == 0 or name.end >= end:
        return False
    before = doc[name.start - 1].text.casefold()
    if not any(before in words("phrases", group) for group in ("articles", "indefinite")):
        return False
    after = doc[name.end]
    small = ("prepositions", "relatives", "conjunctions")
    return after.is_alpha and after.is_lower and not any(after.text in words("phrases", group) for group in small)


def _modifies(text: str) -> bool:
    """Whether a word can stand between a name and the noun that it modifies: no function word, no participle."""
    lower = text.casefold()
    return lower in words("people", "modifiers") or not (
        lower in _AND
        or lower.endswith(("ly", "ed", "ing", "self"))
        or any(lower in words("phrases", group) for group in ("prepositions", "relatives", "articles", "possessives"))
        or text[:1].isupper()
    )


def _in_brackets(doc: Doc, start: int, index: int) -> bool:
    depth = 0
    for i in range(start, index):
        depth += (doc[i].text in _OPENING) - (doc[i].text in _CLOSING)
    return depth > 0


def _link(doc: Doc, start: int, name_start: int, others: bool, after: int, elsewhere: Set[str]) -> str:
    """How a name hangs in its phrase: "first" (only titles before it), "apposed", "shared", or "none"."""
    if others:
        between = [doc[i].text.casefold() for i in range(after, name_start) if not doc[i].is_space]
        clause = any(w in words("phrases", "relatives") or w in words("phrases", "articles") for w in between)
        if clause and "and" not in between[-3:]:
            return "none"
        outside = _outside_brackets(between)
        if any(
            w in {"of", "from"} and (i + 1 == len(outside) or outside[i + 1] not in elsewhere)
            for i, w in enumerate(outside)
        ):
            return "none"  # "Roe, wife of Doe"
        plain = all(
            w in _AND
            or w in _JOINTS
            or is_honorific(w)
            or noun(w)
            or w in words("people", "modifiers")
            or w in elsewhere
            for w in outside
        )
        return "shared" if plain and any(w in _AND or w in {",", "with"} for w in outside) else "none"
    index = name_start - 1
    while index >= start and (
        is_honorific(doc[index].text)
        or names_people(doc[index].text)
        or doc[index].text in _MARKS | {"."}
        or _joins_roles(doc, start, index)
    ):
        index -= 1
    if index < start:
        return "first"
    before = doc[index].text.casefold()
    if before == "," and _is_agent(doc, start, index):
        return "none"  # "the minister, represented by his adviser, Roe"
    if _hangs(doc, start, index, name_start, elsewhere):
        return "none"
    if any(doc[i].text.casefold() in words("phrases", "relatives") for i in range(start, index + 1)):
        return "none"
    if index > start and before.endswith("ing") and doc[index].is_lower and noun(before) is None:
        return "none"  # "voters supporting Roe"
    if before in words("phrases", "prepositions") or before in _AND or before in words("phrases", "possessives"):
        return "none" if index > start or before in words("phrases", "prepositions") else "first"
    if doc[index].text in _CLITICS:
        return "apposed" if name_start - 1 > index else "none"
    return (
        "apposed"
        if any(names_people(doc[i].text) for i in range(start, name_start)) or index == start
        else "apposed_unknown"
    )


def _hangs(doc: Doc, start: int, index: int, name_start: int, elsewhere: Set[str]) -> bool:
    """Whether the title right before a name hangs on a preposition behind another noun for a person ("a spokesman for
    the candidate Jane Roe")."""
    if index + 1 >= name_start or not names_people(doc[index + 1].text) or _is_body(doc, index + 1):
        return False
    while index > start and (
        doc[index].lower_ in words("people", "modifiers") | {"the", "a"} or doc[index].lower_ in elsewhere
    ):
        index -= 1
    of_one = doc[index].lower_ in {"for", "of", "to"} and index > start
    return of_one and any(names_people(doc[i].text) for i in range(start, index))


def _is_agent(doc: Doc, start: int, comma: int) -> bool:
    """Whether the phrase that ends at a comma hangs on the "by" of a participle, which itself stands behind a comma."""
    index = comma - 1
    while index > start and doc[index].text != ",":
        index -= 1
    between = [doc[i].lower_ for i in range(index + 1, comma)]
    return index > start and bool(between) and between[0].endswith("ed") and "by" in between


def _is_body(doc: Doc, index: int) -> bool:
    """Whether a noun for people stands in a capital as what an office is of ("Leader of the Opposition Jane Roe")."""
    known = noun(doc[index].text)
    return doc[index].is_title and known is not None and known.kind is NounKind.GROUP


def _joins_roles(doc: Doc, start: int, index: int) -> bool:
    """Whether an "and" stands between two roles of one person ("journalist and author Jane Roe")."""
    return index > start and doc[index].lower_ == "and" and _names_one(doc, index - 1) and _names_one(doc, index + 1)


def _names_one(doc: Doc, index: int) -> bool:
    known = noun(doc[index].text)
    return known is not None and known.kind is NounKind.PERSON


def _outside_brackets(tokens: Sequence[str]) -> list[str]:
    out: list[str] = []
    depth = 0
    for token in tokens:
        depth += token in _OPENING
        if depth == 0:
            out.append(token)
        depth -= token in _CLOSING
    return out

"""What a title says: the role, whom it is for, and the capitals that abbreviate it."""

from __future__ import annotations

from spacy.tokens import Doc

from quotex.lexicon.marks import CLITICS
from quotex.lexicon.words import words
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import NounKind, noun
from quotex.mentions.phrases import is_joined
from quotex.mentions.titles import FoundTitle, has_person_noun
from quotex.spans import Pair

_MOST_WORDS = 30
"""How many words of a title are tried as the first of those that are abbreviated."""
_SMALL = frozenset({"of", "for", "on", "at", "in", "to", "with", "against", "the", "and"})


def role_and_affiliation(doc: Doc, title: Pair, inside: dict[int, Name]) -> tuple[Pair | None, Pair | None]:
    """The role and the affiliation within a title, either ``None`` where it has none.

    The affiliation is what follows "at", "with", "from" or "of" if that names a body ("head of the institute of X"),
    else the body that stands first ("UN envoy"; "Iran's minister of roads"). The rest is the role.
    """
    start, end = title
    for index in range(start + 1, end - 1):
        lower = doc[index].text.casefold()
        if (
            index in inside
            or is_joined(doc, index)
            or doc[index + 1].like_num
            or lower not in {"of", "at", "with", "from", "in", "for"}
            or not has_person_noun(doc, start, index)
        ):
            continue
        body = index + 1 + (doc[index + 1].text.casefold() in words("phrases", "articles") and index + 2 < end)
        if lower in {"at", "with", "from"} or _names_body(doc, body, end, inside):
            return (start, index), (body, end)
    first = inside.get(start)
    if first is not None and first.type is not NameType.PERSON and first.start == start and first.end < end:
        role = first.end + (doc[first.end].text in CLITICS)
        if role < end and has_person_noun(doc, role, end):
            return (role, end), (start, first.end)
    return ((start, end) if has_person_noun(doc, start, end) else None), None


def title_initials(doc: Doc, title: FoundTitle) -> frozenset[str]:
    """The initials, in lower case, of two to four neighbouring words of a title of which one names a person ("pm")."""
    tokens = [i for i in range(title.start, title.end) if doc[i].is_alpha and doc[i].text.casefold() not in _SMALL]
    return frozenset(
        "".join(doc[i].text[0] for i in tokens[start : start + size]).casefold()
        for start in range(min(len(tokens), _MOST_WORDS))
        for size in (2, 3, 4)
        if start + size <= len(tokens) and any(has_person_noun(doc, i, i + 1) for i in tokens[start : start + size])
    )


def _names_body(doc: Doc, start: int, end: int, inside: dict[int, Name]) -> bool:
    """Whether a phrase names an organisation: by a name in it, or by its nouns."""
    for index in range(start, end):
        name = inside.get(index)
        if name is not None and name.type is NameType.ORGANISATION:
            return True
        known = noun(doc[index].text)
        if known is not None and known.kind is NounKind.ORGANISATION:
            return True
    return False

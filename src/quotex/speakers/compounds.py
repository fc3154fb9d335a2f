"""Sources that several share without being people: they speak as one."""

from __future__ import annotations

from quotex.lexicon.words import words
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import NounKind, noun
from quotex.mentions.phrases import Phrase
from quotex.speakers.scene import Scene

_JOINTS = frozenset({",", "and", "&", "the", "both"})


def is_compound(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase joins a body with something else by "and" ("local lawyers and Acme"), or lists bodies."""
    if listed_bodies(scene, phrase):
        return True
    doc = scene.doc
    inside = {i for name in scene.names_in(phrase.base) for i in range(name.start, name.end)}
    ands = [i for i in range(*phrase.base) if doc[i].text.casefold() in {"and", "&"} and i not in inside]
    for index in ands:
        left, right = doc[index - 1], doc[min(index + 1, len(doc) - 1)]
        if _is_one_person(phrase, left.text, right.text):
            continue
        if (index - 1 in inside) or (index + 1 in inside):
            return True
        known = noun(left.text)
        if known is not None and known.kind in {NounKind.GROUP, NounKind.ORGANISATION} and right.text != "":
            return True
    return False


def _is_one_person(phrase: Phrase, before: str, after: str) -> bool:
    """Whether two roles under one article are one person's ("the former mayor and party leader")."""
    known = noun(before)
    return (
        phrase.noun is not None
        and phrase.noun.kind is NounKind.PERSON
        and known is not None
        and known.kind is NounKind.PERSON
        and after.casefold() not in words("phrases", "articles")
    )


def listed_bodies(scene: Scene, phrase: Phrase) -> tuple[Name, ...]:
    """The names in a phrase that is nothing but names of organisations and places, and commas, articles and an "and";
    none in any other."""
    names = scene.names_in((phrase.start, phrase.end))
    if len(names) < 2 or any(name.type in {NameType.PERSON, NameType.GROUP} for name in names):
        return ()
    inside = {i for name in names for i in range(name.start, name.end)}
    outside = [scene.doc[i].text.casefold() for i in range(phrase.start, phrase.end) if i not in inside]
    last = [scene.doc[i].text.casefold() for i in range(names[-2].end, names[-1].start)]
    return names if all(word in _JOINTS for word in outside) and {"and", "&"} & set(last) else ()

"""Sources that several share: bodies in a list, people and bodies together, those that a description lists."""

from __future__ import annotations

from quotex.lexicon.words import words
from quotex.mentions.heads import head_people
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import NounKind, noun
from quotex.mentions.phrases import Determiner, Phrase, read_phrase
from quotex.spans import Pair
from quotex.speakers.scene import Scene

_CUTS = frozenset({",", "–", "—", "--", ":"})
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
    return _listed(scene, (phrase.start, phrase.end))


def _listed(scene: Scene, span: Pair) -> tuple[Name, ...]:
    names = scene.names_in(span)
    if len(names) < 2 or any(name.type in {NameType.PERSON, NameType.GROUP} for name in names):
        return ()
    inside = {i for name in names for i in range(name.start, name.end)}
    outside = [scene.doc[i].text.casefold() for i in range(*span) if i not in inside]
    last = [scene.doc[i].text.casefold() for i in range(names[-2].end, names[-1].start)]
    return names if all(word in _JOINTS for word in outside) and {"and", "&"} & set(last) else ()


def apposed(scene: Scene, phrase: Phrase) -> tuple[Name, ...]:
    """The names that end a description behind a comma or a dash: the people or bodies of a plural ("two unions, the
    Bakers and the Millers"), the one body of an organisation ("a lobby group, Acme"); none in any other."""
    doc = scene.doc
    known = phrase.noun
    if known is None or phrase.names or known.kind not in {NounKind.GROUP, NounKind.ORGANISATION}:
        return ()
    cut = next((i for i in range(phrase.head + 1, phrase.end) if doc[i].text in _CUTS), None)
    names = scene.names_in((cut + 1, phrase.end)) if cut is not None else ()
    if cut is None or not names:
        return ()
    if known.kind is NounKind.ORGANISATION:
        lead = [doc[i].lower_ for i in range(cut + 1, names[0].start)]
        alone = names[0].type is NameType.ORGANISATION and all(word == "the" for word in lead)
        return names[:1] if alone and _ends_with(scene, names[0].end, phrase.end) else ()
    if doc[cut].text == "," and cut != phrase.base[1]:
        return ()  # "voters in Ohio, Iowa and Utah"
    if len(names) == 1 and "&" in scene.text((names[0].start, names[0].end)):
        return names if _ends_with(scene, names[0].end, phrase.end) else ()  # "the lawyers, Roe & Doe"
    people = head_people(doc, (cut + 1, phrase.end), names, None)
    found = people if len(people) > 1 else _listed(scene, (cut + 1, phrase.end))
    return found if len(found) > 1 and _ends_with(scene, found[-1].end, phrase.end) else ()


def _ends_with(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing follows but marks, a bracket and where somebody is from."""
    rest = [scene.doc[i].text for i in range(start, end) if i not in scene.name_at]
    return start >= end or rest[:1] == ["("] or all(not text[0].isalnum() or text in {"of", "from"} for text in rest)


def sharing_parts(scene: Scene, phrase: Phrase) -> tuple[Pair, Pair] | None:
    """The two parts of a source that people or bodies of different sorts share: "Roe and the court", "he and Doe",
    "the government and Acme". ``None`` where one list or one description is all of it."""
    doc = scene.doc
    start = phrase.start + (doc[phrase.start].lower_ == "both")
    for index in range(start + 1, phrase.end - 1):
        if doc[index].lower_ in _STOPS:
            return None
        joint = _joint(scene, index)
        if joint is None or index in scene.name_at or _in_brackets(scene, start, index):
            continue
        article = start > 0 and start == phrase.start and doc[start - 1].lower_ == "the"
        left, right = (start - article, index), (joint, phrase.end)
        if _stands_alone(scene, left) and _is_another(scene, right, phrase, left):
            return left, right
    return None


def _joint(scene: Scene, index: int) -> int | None:
    """Where what follows "and" or "as well as" at a token begins; ``None`` where neither stands there."""
    if scene.doc[index].lower_ in {"and", "&"}:
        return index + 1
    return index + 3 if scene.doc[index : index + 3].text.casefold() == "as well as" else None


_STOPS = words("phrases", "relatives") | {"that"}
_SINGULAR = frozenset({"he", "she"})


def _in_brackets(scene: Scene, start: int, index: int) -> bool:
    texts = [scene.doc[i].text for i in range(start, index)]
    return texts.count("(") > texts.count(")")


def _stands_alone(scene: Scene, span: Pair) -> bool:
    """Whether a part is "he" or "she", a name with no more than its title, place and bracket, or a certain body."""
    if span[1] - span[0] == 1 and scene.doc[span[0]].lower_ in _SINGULAR:
        return True
    part = read_phrase(scene.doc, span, scene.names_in(span))
    if part is None:
        return False
    if part.names:
        opening = next((i for i in range(part.names[-1].end, part.end) if scene.doc[i].text == "("), part.end)
        rest = [scene.doc[i].text for i in range(part.names[-1].end, opening) if i not in scene.name_at]
        return part.names[-1].type is not NameType.GROUP and all(
            not t[0].isalpha() or t in {"of", "R", "D"} for t in rest
        )
    known = part.noun is not None and part.noun.kind is NounKind.ORGANISATION
    return known and part.determiner is Determiner.DEFINITE


def _is_another(scene: Scene, span: Pair, whole: Phrase, left: Pair) -> bool:
    """Whether a part names or describes somebody besides those that the whole phrase names, or that the part before it
    names."""
    part = read_phrase(scene.doc, span, scene.names_in(span))
    if part is None:
        return False
    if part.names:
        listed = [name for name in whole.names if name.end <= left[1]]
        titled = part.names[0].type is NameType.PERSON and part.names[0].start > part.start  # "Acme and radio host Roe"
        fresh = any(name not in whole.names for name in part.names) or not (listed or titled)
        return fresh and all(name.type in {NameType.PERSON, NameType.ORGANISATION} for name in part.names)
    return part.noun is not None and part.determiner in {Determiner.DEFINITE, Determiner.POSSESSIVE}

"""Sources that are pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Set

from quotex.lexicon.words import words as word_list
from quotex.matching import name_words
from quotex.mentions.names import NameType
from quotex.mentions.nouns import Gender, names_people, noun
from quotex.mentions.pronouns import PRONOUNS, Pronoun, Reference
from quotex.records import MentionForm, SpeakerType
from quotex.spans import Pair
from quotex.speakers.antecedents import antecedent
from quotex.speakers.entities import Entity, Outcome, Step, unresolved
from quotex.speakers.plurals import several
from quotex.speakers.relatives import THING_KINDS, relative
from quotex.speakers.salience import Stage, last_of_types

_OPENERS = frozenset({"But", "And", "Yet", "So", "Still", "Meanwhile"})
_SUBJECT = 5
"""Most tokens of a subject that "it" is sought in."""
_COUNTED = frozenset({"two", "pair", "duo", "couple"})
"""What "the" makes a pronoun of ("the two said")."""
_SEVERAL = Pronoun(Reference.SEVERAL)
_FRONT = 25
"""Most tokens of a phrase in front of the subject."""
_TITLED = 8
"""Most tokens of a subject with its title."""
_WE = frozenset({"we", "us", "our", "ours"})
_UNKNOWN = frozenset({"someone", "somebody"})
"""Pronouns for one person who really spoke, whoever it was."""
_THINGS = frozenset({SpeakerType.ORGANISATION, SpeakerType.DOCUMENT})


def pronoun_of(stage: Stage, span: Pair) -> tuple[int, Pronoun] | None:
    """The pronoun that a source consists of, articles and quantities aside ("most of whom"), and its token; else
    ``None``.
    """
    words = [i for i in range(*span) if any(c.isalnum() for c in stage.scene.doc[i].text)]
    last = words[-1] if words else span[0]
    if stage.scene.doc[last].text == "US":
        return None  # the country
    if len(words) == 2 and stage.scene.doc[words[0]].lower_ == "the" and stage.scene.doc[last].lower_ in _COUNTED:
        return last, _SEVERAL
    if len(words) == 1 or (0 < len(words) <= 4 and stage.scene.doc[last].text.casefold() in {"whom", "them", "us"}):
        found = PRONOUNS.get(stage.scene.doc[last].text.casefold())
        return (last, found) if found else None
    return None


def narrated_pronouns(stage: Stage, sources: Set[int]) -> Iterator[tuple[int, Pronoun]]:
    """The tokens outside quoted speech, in order, that are pronouns for one person ("he", "her"), those at which a
    source begins left out."""
    for token, in_speech in zip(stage.scene.doc, stage.scene.structure.in_speech, strict=True):
        found = None if in_speech or token.i in sources else PRONOUNS.get(token.lower_)
        if found is not None and found.reference is Reference.PERSON:
            yield token.i, found


def resolve_pronoun(stage: Stage, token: int, pronoun: Pronoun, around: Outcome | None) -> Outcome:
    """Whom a pronoun means. ``around`` is how the attribution was resolved in whose content it stands, if it stands in
    one.
    """
    if pronoun.reference is Reference.PERSON:
        return _person(stage, token, pronoun.gender)
    if pronoun.reference is Reference.FIRST:
        return _first_person(stage, token, around)
    if pronoun.reference is Reference.RELATIVE:
        return relative(stage, token)
    if pronoun.reference is Reference.THING:
        thing = last_of_types(stage, token, _THINGS, "thing-before")
        return unresolved("no-antecedent", token) if thing is None else _found(thing[0], (thing[1],))
    if pronoun.reference is Reference.SEVERAL:
        return several(stage, token)
    if stage.scene.doc[token].text.casefold() in _UNKNOWN:
        name = (token, token + 1)
        entity = Entity(SpeakerType.ANONYMOUS, name, name_words(stage.scene.text(name)), False)
        return _found((entity,), (Step("unknown-person", 0.6, name),))
    return unresolved("nobody-in-particular", token)


def _found(entities: tuple[Entity, ...], steps: tuple[Step, ...]) -> Outcome:
    return Outcome(MentionForm.PRONOUN, entities, steps)


def _person(stage: Stage, token: int, gender: Gender | None) -> Outcome:
    named = _named_behind(stage, token, gender)
    if named is not None:
        return _found(
            (named[1],), (Step("subject-behind", 0.85, named[0]), Step("name-of-mention", 0.95, named[1].name))
        )
    found = antecedent(stage, token, gender)
    if found is None:
        return unresolved("no-antecedent", token)
    person, start, score = found
    if person.gender is None:
        person.gender = gender
    span = (start, stage.ends.get(start, start + 1))
    rule = "last-speaker" if person in stage.last_spoken(token) else "salient-mention"
    return _found((person,), (Step(rule, round(score, 4), span), Step("name-of-mention", 0.95, person.name)))


def _named_behind(stage: Stage, token: int, gender: Gender | None) -> tuple[Pair, Entity] | None:
    """The subject behind the comma that ends a phrase in front of it, in which the pronoun stands and names nobody ("In
    her speech on Monday, Jane Roe …")."""
    scene, doc = stage.scene, stage.scene.doc
    begin, end = scene.structure.sentences[scene.sentence(token)] if scene.structure.sentences else (0, 0)
    if not begin < token < min(end, begin + _FRONT) or doc[begin].lower_ not in word_list("phrases", "lead_ins"):
        return None
    comma = next((i for i in range(token + 1, min(end, token + _FRONT)) if doc[i].text == ","), None)
    if comma is None or any(name.type is NameType.PERSON for name in scene.names_in((begin, comma))):
        return None
    for name in scene.names_in((comma + 1, min(end, comma + _TITLED)))[:2]:
        person = scene.entity_of(name) if name.type is NameType.PERSON else None
        titled = all(doc[i].text[0].isupper() or names_people(doc[i].text) for i in range(comma + 1, name.start))
        if person is not None and titled:
            fits = gender is None or person.gender in {None, gender}
            return ((name.start, name.end), person) if fits else None
    return None


def _first_person(stage: Stage, token: int, around: Outcome | None) -> Outcome:
    if around is not None and around.entities:
        return _found(around.entities, (Step("speaker-of-quotation", 0.9, (token, token + 1)), *around.path))
    if not stage.scene.structure.in_speech[token]:
        authors, rule = stage.writers.of(stage.scene.structure.block_of[token])
        if stage.scene.doc[token].text.casefold() not in _WE:
            authors = authors[:1]
        for author in authors:
            author.writes = True
        if authors:
            return _found(authors, (Step(rule, 0.6, authors[0].name),))
    return unresolved("first-person-of-nobody", token)


def thing_before(stage: Stage, token: int) -> Pair | None:
    """The organisation or document that the sentence before a token begins with ("The department cut its offer. It
    …"), a name or a definite noun; ``None`` where it begins with another, or anybody has spoken since."""
    scene, doc = stage.scene, stage.scene.doc
    index = scene.sentence(token)
    if index == 0 or scene.structure.in_speech[token]:
        return None
    begin, end = scene.structure.sentences[index - 1]
    last = stage.last_place(token)
    if (last is not None and last >= begin) or scene.in_heading(begin) or scene.structure.in_speech[begin]:
        return None
    start = begin + (doc[begin].text in _OPENERS)
    for name in scene.names_in((start, min(end, start + _SUBJECT))):
        acts = name.type is NameType.PLACE and name.end < end and doc[name.end].is_alpha and doc[name.end].is_lower
        if (name.type is NameType.ORGANISATION or acts) and name.start - start <= _is_article(doc[start].text):
            return start, name.end
    for head in range(start + 1, min(end, start + _SUBJECT)):
        known = noun(doc[head].text)
        if known is not None and known.kind in THING_KINDS and not known.plural and _is_article(doc[start].text):
            return start, head + 1
        if not doc[head].is_alpha or doc[head].is_stop:
            break
    return None


def _is_article(text: str) -> bool:
    return text.casefold() == "the"

"""Whom and what the words of a content mean that say it by less than a full name: pronouns, surnames, roles.

A reference that nothing tells, or nothing tells surely, comes out without an entity and with the rule that says why.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from quotex.lexicon.words import words as word_list
from quotex.matching import name_words
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import NounKind, noun
from quotex.mentions.phrases import Phrase, read_phrase
from quotex.mentions.pronouns import PRONOUNS, Pronoun, Reference
from quotex.spans import Pair
from quotex.speakers.confidence import confidence
from quotex.speakers.entities import Entity, Outcome, Step
from quotex.speakers.pronouns import resolve_pronoun
from quotex.speakers.roles import titled_person
from quotex.speakers.salience import Stage

_SOUGHT = frozenset({Reference.PERSON, Reference.FIRST, Reference.SEVERAL, Reference.THING})
_ONE = frozenset({"i", "me", "my", "mine", "myself"})
"""The pronouns that mean nobody but the speaker."""
_STAYS = frozenset({"at", "for", "from", "in", "of", "on", "who", "whose", "with", "’s", "'s"})
"""What behind a role makes it one of something, or somebody's."""
_LONGEST = 5
"""Most words of a role before its noun."""


@frozen
class FoundReference:
    """Words of a content that stand for something named elsewhere. ``entity`` is ``None`` where nothing tells what."""

    span: Pair
    """In tokens."""
    rule: str
    score: float
    """The probability that the entity is the one meant; 0 without one."""
    entity: Entity | None = None


def references(stage: Stage, content: Pair, speaker: Outcome) -> Iterator[FoundReference]:
    """The references in a part of a content, in order, none overlapping; ``speaker`` is whose words they are."""
    index = content[0]
    while index < content[1]:
        found = _at(stage, index, content, speaker)
        if found is not None:
            yield found
        index = found.span[1] if found is not None else _after_name(stage, index)


def _after_name(stage: Stage, index: int) -> int:
    name = stage.scene.name_at.get(index)
    return name.end if name is not None else index + 1


def _at(stage: Stage, index: int, content: Pair, speaker: Outcome) -> FoundReference | None:
    scene = stage.scene
    name = scene.name_at.get(index)
    if name is not None:
        return _of_short_name(stage, name) if name.start == index and name.end <= content[1] else None
    pronoun = PRONOUNS.get(scene.doc[index].lower_)
    if pronoun is not None:
        return _of_pronoun(stage, index, pronoun, speaker) if pronoun.reference in _SOUGHT else None
    behind_as = index > 0 and scene.doc[index - 1].lower_ == "as"
    return _of_role(stage, index, content) if scene.doc[index].lower_ == "the" and not behind_as else None


def _of_short_name(stage: Stage, name: Name) -> FoundReference | None:
    """A surname or given name alone, which is sure where the article has one bearer; ``None`` for a full name."""
    scene = stage.scene
    person = scene.entity_of(name) if name.type is NameType.PERSON else None
    if person is None or person.name[1] - person.name[0] <= name.end - name.start:
        return None
    span = (name.start, name.end)
    if len(scene.people.candidates(name_words(scene.text(span)))) > 1:
        return FoundReference(span, "several-bearers", 0.0)
    seen = person.seen_at(span)
    step = Step(seen.rule if seen is not None else "name", seen.score if seen is not None else name.score)
    return FoundReference(span, step.rule, _rounded((step,), person), person)


def _of_pronoun(stage: Stage, index: int, pronoun: Pronoun, speaker: Outcome) -> FoundReference:
    span = (index, index + 1)
    if pronoun.reference is Reference.FIRST:
        one = stage.scene.doc[index].lower_ in _ONE
        people = [entity for entity in speaker.entities if entity.is_person]
        if not one or len(speaker.entities) != 1 or not people or not stage.scene.structure.in_speech[index]:
            return FoundReference(span, "several-speak" if not one else "first-person-of-nobody", 0.0)
        return FoundReference(span, "speaker-of-quotation", _rounded(speaker.path, people[0]), people[0])
    outcome = resolve_pronoun(stage, index, pronoun, speaker)
    if len(outcome.entities) != 1:
        return FoundReference(span, outcome.path[0].rule if outcome.path else "no-antecedent", 0.0)
    (entity,) = outcome.entities
    if stage.scene.structure.in_speech[index] and entity in speaker.entities:
        return FoundReference(span, "speaks-of-another", 0.0)  # who speaks is "I"
    return FoundReference(span, outcome.path[0].rule, _rounded(outcome.path, entity), entity)


def _of_role(stage: Stage, index: int, content: Pair) -> FoundReference | None:
    """ "The minister": the one named person who bears the role."""
    phrase = _role_behind(stage, index, content)
    if phrase is None:
        return None
    outcome = titled_person(stage, phrase, phrase.start)
    if outcome is None:
        return FoundReference((index, phrase.end), "role-of-nobody", 0.0)
    (person,) = outcome.entities
    bearers = stage.scene.by_role.get(phrase.noun.singular, ()) if phrase.noun is not None else ()
    score = _rounded(outcome.path, person) / max(1, len(bearers))
    return FoundReference((index, phrase.end), outcome.path[0].rule, round(score, 4), person)


def _role_behind(stage: Stage, article: int, content: Pair) -> Phrase | None:
    """The description of one person by an office that an article begins, up to its noun; none before the name itself
    ("the mayor, Ada Osei", "the candidate Ida Roe") and none that is of something, which stands by itself."""
    doc = stage.scene.doc
    for head in range(article + 1, min(content[1], article + 1 + _LONGEST)):
        known = noun(doc[head].text)
        if known is not None and known.kind is NounKind.PERSON and not known.plural:
            after = head + 1 + (head + 1 < len(doc) and doc[head + 1].text == ",")
            if after in stage.scene.name_at or (head + 1 < len(doc) and doc[head + 1].lower_ in _STAYS):
                return None
            if head + 1 < len(doc) and doc[head + 1].is_alpha and noun(doc[head + 1].text) is not None:
                continue  # "the mayor candidate"
            if known.singular not in word_list("people", "roles"):
                return None
            phrase = read_phrase(doc, (article, head + 1), stage.scene.names_in((article, head + 1)))
            return phrase if phrase is not None and phrase.noun is not None else None
        if not doc[head].is_alpha:
            return None
    return None


def _rounded(path: tuple[Step, ...], entity: Entity) -> float:
    return round(confidence(path, (entity,)), 4)

"""Sources that name one person by a role only, or by less ("the minister", "a clerk", "the woman")."""

from __future__ import annotations

from collections.abc import Callable

from quotex.lexicon.words import words as word_list
from quotex.matching import name_words
from quotex.mentions.nouns import names_office, noun_gender
from quotex.mentions.phrases import Determiner, Phrase
from quotex.mentions.pronouns import Pronoun, Reference
from quotex.mentions.titles import FoundTitle
from quotex.records import MentionForm, SpeakerType
from quotex.spans import Pair
from quotex.speakers.anonymity import anonymity
from quotex.speakers.antecedents import antecedent
from quotex.speakers.descriptions import description_span, new_entity, owner, same_description
from quotex.speakers.entities import Entity, Outcome, Step
from quotex.speakers.epithets import epithet
from quotex.speakers.fuller import fuller_description
from quotex.speakers.pronouns import resolve_pronoun
from quotex.speakers.roles import relation, titled_person
from quotex.speakers.salience import Stage

Joiner = Callable[[], Outcome | None]

_PERSONS = frozenset({SpeakerType.ROLE, SpeakerType.ANONYMOUS})
_PLAIN = frozenset({"person", "suspect", "accused", "teenager", "teen", "youth", "child", "pensioner"})
"""Words for a person, besides those that tell a gender, by which one just spoken of is taken up."""
_POINTERS = frozenset({"the", "this", "that"})
_WRITERS = frozenset({"author", "columnist", "correspondent", "reporter", "writer"})


def unnamed_person(stage: Stage, phrase: Phrase, source: Pair, join: Joiner, later: Joiner) -> Outcome:
    """A role: somebody with that title, the same role again, a name without a role near by, or a person known by it
    only.
    """
    scene = stage.scene
    position = phrase.start
    assert phrase.noun is not None
    anonymous = anonymity(scene, source) is not None
    pointing = phrase.determiner is not Determiner.INDEFINITE and not anonymous
    relative = relation(stage, phrase)
    if relative is not None:
        return relative
    if scene.doc[phrase.start].lower_ == "this" and phrase.noun.singular in _WRITERS:
        return _writer(stage, phrase)
    again = same_description(stage, phrase, _PERSONS, position) if pointing or anonymous else None
    if pointing and phrase.determiner is not Determiner.POSSESSIVE:
        titled = titled_person(stage, phrase, position)
        if titled is not None and not _is_nearer(again, titled.entities[0], position):
            if phrase.end - phrase.start > 1:
                _learn_title(stage, phrase, titled.entities[0])
            return titled
    if again is not None:
        return Outcome(MentionForm.TITLE, (again,), (Step("same-description", 0.75, again.name),))
    central = epithet(stage, phrase) if pointing else None
    if central is not None:
        _learn_title(stage, phrase, central.entities[0])
        return central
    joined = join() if pointing else None
    if joined is not None:
        _learn_title(stage, phrase, joined.entities[0])
        return joined
    if pointing:
        person = _plain_person(stage, phrase)
        if person is not None:
            return person
        first = fuller_description(stage, phrase, SpeakerType.ROLE)
        if first is not None:
            return Outcome(MentionForm.TITLE, (first,), (Step("fuller-description", 0.65, first.name),))
    several = phrase.noun.singular == "one"  # "one of the officials" brings in nobody
    named = None if anonymous or several else later()
    if named is not None:
        _learn_title(stage, phrase, named.entities[0])
        return named
    entity = new_entity(scene, phrase, SpeakerType.ANONYMOUS if anonymous else SpeakerType.ROLE)
    rule = "keeps-name-to-itself" if anonymous else "described-only"
    return Outcome(MentionForm.TITLE, (entity,), (Step(rule, 0.7, entity.name),))


def _is_nearer(described: Entity | None, titled: Entity, position: int) -> bool:
    """Whether somebody known by the same description only was mentioned after the last mention of the one whose title
    it repeats."""
    return described is not None and described.last_before(position) > titled.last_before(position)


def _writer(stage: Stage, phrase: Phrase) -> Outcome:
    """ "This columnist": whoever writes, else somebody known by that only."""
    authors, rule = stage.writers.of(stage.scene.structure.block_of[phrase.start])
    if authors:
        authors[0].writes = True
        return Outcome(MentionForm.TITLE, authors[:1], (Step(rule, 0.6, authors[0].name),))
    entity = new_entity(stage.scene, phrase, SpeakerType.ROLE)
    return Outcome(MentionForm.TITLE, (entity,), (Step("described-only", 0.7, entity.name),))


def _plain_person(stage: Stage, phrase: Phrase) -> Outcome | None:
    """ "The woman", "the suspect": whoever spoke last, if a gender that the noun tells is known to be theirs."""
    assert phrase.noun is not None
    if phrase.noun.singular not in word_list("people", "men") | word_list("people", "women") | _PLAIN:
        return None
    if (
        phrase.possessor is None
        and phrase.start < phrase.head
        and stage.scene.doc[phrase.start].lower_ not in _POINTERS
    ):
        return None
    if phrase.noun.singular in word_list("people", "roles"):
        return None
    pronoun = _pronoun_for(stage, phrase)
    found = antecedent(stage, phrase.start, pronoun.gender)
    owned_by = owner(stage, phrase)
    if found is not None and (found[0] is owned_by or _is_of_another_family(stage, phrase, found[0], owned_by)):
        return None
    if found is None or (pronoun.gender is not None and found[0].gender is not pronoun.gender):
        return None
    outcome = resolve_pronoun(stage, phrase.start, pronoun, None)
    path = tuple(Step(step.rule, min(step.score, 0.45), step.span) for step in outcome.path)
    return Outcome(MentionForm.TITLE, outcome.entities, path)


def _is_of_another_family(stage: Stage, phrase: Phrase, person: Entity, owned_by: Entity | None) -> bool:
    """Whether a description such as "Roe's widow" names whose relative it is, and somebody has another surname: she is
    only the woman spoken of last."""
    assert phrase.noun is not None
    named = phrase.possessor is not None and bool(stage.scene.names_in(phrase.possessor))
    if not named or owned_by is None or phrase.noun.singular not in word_list("people", "kin"):
        return False
    return person.words[-1] != owned_by.words[-1]


def _pronoun_for(stage: Stage, phrase: Phrase) -> Pronoun:
    return Pronoun(Reference.PERSON, noun_gender(stage.scene.doc[phrase.head].text))


def _learn_title(stage: Stage, phrase: Phrase, person: Entity) -> None:
    """Keep the words of a role that was joined to a person as a title, if they say more than a title that is there."""
    if not names_office(phrase.noun):
        return
    span = description_span(stage.scene, phrase)
    words = set(name_words(stage.scene.text(span)))
    held = [set(name_words(stage.scene.text((t.start, t.end)))) for t in person.titles]
    if not any(words <= other for other in held):
        stage.scene.give_title(person, FoundTitle(*span, "role-of-source"))

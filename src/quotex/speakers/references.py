"""Whom and what the words of a content mean that say it by less than a full name: pronouns, surnames, roles.

A reference that nothing tells, or nothing tells surely, comes out without an entity and with the rule that says why.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotex.lexicon.words import words as word_list
from quotex.mentions.names import Name, NameType
from quotex.mentions.pronouns import PRONOUNS, Pronoun, Reference, is_whom
from quotex.records import MentionForm, RegionKind
from quotex.spans import Pair
from quotex.speakers.commonnouns import is_predicate, of_role, of_thing, office_of
from quotex.speakers.doubts import doubt_of_pronoun
from quotex.speakers.entities import Step
from quotex.speakers.found import FoundReference
from quotex.speakers.namesakes import doubt_of_name
from quotex.speakers.pronouns import resolve_pronoun
from quotex.speakers.salience import Stage
from quotex.speakers.voices import Voice

_SOUGHT = frozenset({Reference.PERSON, Reference.FIRST, Reference.SEVERAL, Reference.THING})
_ONE = frozenset({"i", "me", "my", "mine", "myself"})
"""The pronouns that mean nobody but the speaker."""
_STYLES = frozenset({"Eminence", "Excellency", "Grace", "Highness", "Holiness", "Honour", "Honor", "Majesty", "Royal"})
"""Words that "his" or "her" makes a form of address of."""
_TELLS = frozenset({"say", "saying", "says"})
"""Words right behind which "I" may be another's, without marks ("she is left with saying I made a mistake")."""
_ASKED = frozenset({"if", "whether"})
"""Words with which what is asked of another begins."""


def references(stage: Stage, content: Pair, voice: Voice) -> Iterator[FoundReference]:
    """The references in a part of a content, in order, none overlapping; ``voice`` is whose words they are."""
    index = content[0]
    while index < content[1]:
        found = _at(stage, index, content, voice)
        if found is not None and not _is_in_term(stage, index):
            yield _without_headline(stage, found)
        index = found.span[1] if found is not None else _after_name(stage, index)


def _is_in_term(stage: Stage, index: int) -> bool:
    """Whether a token stands in marks around a name or a term, which is no longer that with other words in it (the
    "Roe rule")."""
    structure = stage.scene.structure
    region = structure.region_of[index]
    return region >= 0 and structure.regions[region].kind is not RegionKind.SPEECH


def _without_headline(stage: Stage, found: FoundReference) -> FoundReference:
    """The reference; to nobody where the person's name stands in full in a heading alone, whose capitals may have made
    a name of more than that ("Roe Sells Boats")."""
    person, in_heading = found.entity, stage.scene.in_heading
    if person is None or not person.is_person or not in_heading(person.name[0]):
        return found
    if any(not in_heading(start) for start, _ in person.in_full()):
        return found
    return FoundReference.nothing(found.span, "name-of-heading")


def _after_name(stage: Stage, index: int) -> int:
    name = stage.scene.name_at.get(index)
    return name.end if name is not None else index + 1


def _at(stage: Stage, index: int, content: Pair, voice: Voice) -> FoundReference | None:
    scene = stage.scene
    name = scene.name_at.get(index)
    if name is not None:
        return _of_short_name(stage, name) if name.start == index and name.end <= content[1] else None
    pronoun = PRONOUNS.get(scene.doc[index].lower_)
    if pronoun is not None:
        if pronoun.reference not in _SOUGHT or scene.doc[index + 1 : index + 2].text in _STYLES:
            return None
        found = _of_pronoun(stage, index, pronoun, voice)
        if found.entity is None or found.entity not in voice.speaker.entities:
            return found
        doubt = "speaks-of-another" if _is_of_another(stage, index, content, pronoun, voice) else voice.doubt
        return FoundReference.nothing(found.span, doubt) if doubt is not None else found
    if scene.doc[index].lower_ != "the" or scene.doc[max(0, index - 1)].lower_ == "as":
        return None
    described = of_role(stage, index, content) or of_thing(stage, index, content)
    if described is not None and described.entity is not None and is_predicate(stage, index):
        return FoundReference.nothing(described.span, "predicate")
    return described


def _is_of_another(stage: Stage, index: int, content: Pair, pronoun: Pronoun, voice: Voice) -> bool:
    """Whether a pronoun means no speaker, by its place: whom something is said to or of ("assured him that"), or who is
    asked ("asked if she", "recommended that she"), or that of whom it may be told ("told her that she")."""
    doc = stage.scene.doc
    if pronoun.reference is not Reference.PERSON:
        return False
    is_asked = doc[content[0]].lower_ in _ASKED or (voice.asks and doc[index].lower_ in {"he", "she"})
    return is_asked or pronoun.gender in voice.told or (index == content[0] and is_whom(doc, index))


def _of_short_name(stage: Stage, name: Name) -> FoundReference | None:
    """A surname or given name alone, which is sure where the article has one bearer; ``None`` for a full name."""
    scene = stage.scene
    person = scene.entity_of(name) if name.type is NameType.PERSON else None
    if person is None or person.name[1] - person.name[0] <= name.end - name.start:
        return None
    span = (name.start, name.end)
    doubt = doubt_of_name(stage, name, person)
    if doubt is not None:
        return FoundReference.nothing(span, doubt)
    office = scene.doc[name.start - 1 : name.start].text
    is_titled = office[:1].isupper() and office.lower() in word_list("people", "offices_of_one")
    if is_titled and office_of(stage, person, office.lower(), frozenset()) is None:
        return FoundReference.nothing(span, "office-of-many")
    seen = person.seen_at(span)
    step = Step(seen.rule if seen is not None else "name", seen.score if seen is not None else name.score)
    return FoundReference.of(span, step.rule, (step,), person)


def _of_pronoun(stage: Stage, index: int, pronoun: Pronoun, voice: Voice) -> FoundReference:
    span, speaker = (index, index + 1), voice.speaker
    if pronoun.reference is Reference.FIRST:
        one = stage.scene.doc[index].lower_ in _ONE
        people = [entity for entity in speaker.entities if entity.is_person]
        if not one or len(speaker.entities) != 1 or not people or not stage.scene.structure.in_speech[index]:
            return FoundReference.nothing(span, "several-speak" if not one else "first-person-of-nobody")
        word, before = stage.scene.doc[index].text, stage.scene.doc[max(0, index - 1)].lower_
        is_shouted = word.isupper() and len(word) > 1  # "it is all ME, ME"
        if _is_quoted_within(stage, index) or is_shouted or before in _TELLS:
            return FoundReference.nothing(span, "quoted-within")
        return FoundReference.of(span, "speaker-of-quotation", speaker.path, people[0])
    outcome = resolve_pronoun(stage, index, pronoun, speaker)
    if len(outcome.entities) != 1:
        return FoundReference.nothing(span, outcome.path[0].rule if outcome.path else "no-antecedent")
    (entity,) = outcome.entities
    if stage.scene.structure.in_speech[index] and entity in speaker.entities:
        return FoundReference.nothing(span, "speaks-of-another")  # who speaks is "I"
    doubt = doubt_of_pronoun(stage, index, pronoun, outcome, speaker) if pronoun.reference is Reference.PERSON else None
    if doubt is not None:
        return FoundReference.nothing(span, doubt)
    if entity not in speaker.entities:
        return FoundReference.of(span, outcome.path[0].rule, outcome.path, entity)
    if speaker.form is MentionForm.NAMED:
        return FoundReference.of(span, "who-says-so", outcome.path, entity)
    return FoundReference.of(span, outcome.path[0].rule, (*outcome.path, *speaker.path), entity)


def _is_quoted_within(stage: Stage, index: int) -> bool:
    """Whether a token stands in quotation marks within others: somebody else may be quoted there."""
    structure = stage.scene.structure
    start, end = structure.region_tokens[structure.region_of[index]]
    outer = structure.region_of[start - 1] if start > 0 else -1
    return outer >= 0 and structure.region_tokens[outer][1] >= end

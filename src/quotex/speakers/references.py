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
from quotex.mentions.pronouns import PRONOUNS, Pronoun, Reference, is_owner
from quotex.records import MentionForm
from quotex.spans import Pair
from quotex.speakers.confidence import confidence
from quotex.speakers.doubts import doubt_of_name, doubt_of_pronoun, is_office_of_one
from quotex.speakers.entities import Entity, Outcome, Step
from quotex.speakers.pronouns import resolve_pronoun
from quotex.speakers.roles import titled_person
from quotex.speakers.salience import Stage

_SOUGHT = frozenset({Reference.PERSON, Reference.FIRST, Reference.SEVERAL, Reference.THING})
_ONE = frozenset({"i", "me", "my", "mine", "myself"})
"""The pronouns that mean nobody but the speaker."""
_STAYS = frozenset({"at", "for", "from", "in", "of", "on", "who", "whose", "with", "’s", "'s"})
"""What behind a role makes it one of something, or somebody's."""
_ASKED = frozenset({"if", "whether"})
_BEHIND = frozenset(
    """about after against and are as because before but by can could did does during had has have he if into is it may
    might must nor not or said says she should since than that they though to told under until was were when where
    whether while will without would""".split()
)
"""Words that no noun phrase goes on with behind its noun."""
_OTHERS = frozenset({"the", "next", "future", "new", "first", "last", "second", "other", "previous", "late"})
"""Words within a description by an office that make it another bearer's, or two descriptions."""
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
        if pronoun.reference not in _SOUGHT:
            return None
        found = _of_pronoun(stage, index, pronoun, speaker)
        speaks = found.entity is not None and found.entity in speaker.entities
        is_another = speaks and _is_of_another(stage, index, content, pronoun)
        return FoundReference(found.span, "speaks-of-another", 0.0) if is_another else found
    behind_as = index > 0 and scene.doc[index - 1].lower_ == "as"
    return _of_role(stage, index, content) if scene.doc[index].lower_ == "the" and not behind_as else None


def _is_of_another(stage: Stage, index: int, content: Pair, pronoun: Pronoun) -> bool:
    """Whether a pronoun means no speaker, by its place: whom something is said to or of ("assured him that"), or who is
    asked ("asked if she")."""
    doc = stage.scene.doc
    if pronoun.reference is not Reference.PERSON:
        return False
    is_object = doc[index].lower_ == "him" or (doc[index].lower_ == "her" and not is_owner(doc, index))
    return (index == content[0] and is_object) or doc[content[0]].lower_ in _ASKED


def _of_short_name(stage: Stage, name: Name) -> FoundReference | None:
    """A surname or given name alone, which is sure where the article has one bearer; ``None`` for a full name."""
    scene = stage.scene
    person = scene.entity_of(name) if name.type is NameType.PERSON else None
    if person is None or person.name[1] - person.name[0] <= name.end - name.start:
        return None
    span = (name.start, name.end)
    if len(scene.people.candidates(name_words(scene.text(span)))) > 1:
        return FoundReference(span, "several-bearers", 0.0)
    doubt = doubt_of_name(stage, name, person)
    if doubt is not None:
        return FoundReference(span, doubt, 0.0)
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
        if _is_quoted_within(stage, index):
            return FoundReference(span, "quoted-within", 0.0)
        return FoundReference(span, "speaker-of-quotation", _rounded(speaker.path, people[0]), people[0])
    outcome = resolve_pronoun(stage, index, pronoun, speaker)
    if len(outcome.entities) != 1:
        return FoundReference(span, outcome.path[0].rule if outcome.path else "no-antecedent", 0.0)
    (entity,) = outcome.entities
    if stage.scene.structure.in_speech[index] and entity in speaker.entities:
        return FoundReference(span, "speaks-of-another", 0.0)  # who speaks is "I"
    doubt = doubt_of_pronoun(stage, index, pronoun, outcome, speaker) if pronoun.reference is Reference.PERSON else None
    if doubt is not None:
        return FoundReference(span, doubt, 0.0)
    is_told = entity in speaker.entities and speaker.form is not MentionForm.NAMED
    path = (*outcome.path, *speaker.path) if is_told else outcome.path
    return FoundReference(span, outcome.path[0].rule, _rounded(path, entity), entity)


def _is_quoted_within(stage: Stage, index: int) -> bool:
    """Whether a token stands in quotation marks within others: somebody else may be quoted there."""
    structure = stage.scene.structure
    start, end = structure.region_tokens[structure.region_of[index]]
    outer = structure.region_of[start - 1] if start > 0 else -1
    return outer >= 0 and structure.region_tokens[outer][1] >= end


def _of_role(stage: Stage, index: int, content: Pair) -> FoundReference | None:
    """ "The minister": the one named person who bears the role."""
    phrase = _role_behind(stage, index, content)
    if phrase is None:
        return None
    outcome = titled_person(stage, phrase, phrase.start)
    if outcome is None:
        return FoundReference((index, phrase.end), "role-of-nobody", 0.0)
    ends = _ends_phrase(stage.scene.doc[phrase.end : phrase.end + 1].text)
    if phrase.noun is None or not ends or not is_office_of_one(phrase.noun.singular):
        return FoundReference((index, phrase.end), "office-of-many", 0.0)
    (person,) = outcome.entities
    bearers = stage.scene.by_role.get(phrase.noun.singular, ())
    score = _rounded(outcome.path, person) / max(1, len(bearers))
    return FoundReference((index, phrase.end), outcome.path[0].rule, round(score, 4), person)


def _role_behind(stage: Stage, article: int, content: Pair) -> Phrase | None:
    """The description of one person by an office that an article begins, up to its noun; none before the name itself
    ("the mayor, Ada Osei", "the candidate Ida Roe") and none that is of something, which stands by itself."""
    doc = stage.scene.doc
    for head in range(article + 1, min(content[1], article + 1 + _LONGEST)):
        known = noun(doc[head].text)
        if known is not None and known.kind is NounKind.PERSON and not known.plural:
            if _is_named_behind(stage, head) or (head + 1 < len(doc) and doc[head + 1].lower_ in _STAYS):
                return None
            if head + 1 < len(doc) and doc[head + 1].is_alpha and noun(doc[head + 1].text) is not None:
                continue  # "the mayor candidate"
            if known.singular not in word_list("people", "roles"):
                return None
            phrase = read_phrase(doc, (article, head + 1), stage.scene.names_in((article, head + 1)))
            return phrase if phrase is not None and phrase.noun is not None else None
        if not doc[head].is_alpha or doc[head].lower_ in _OTHERS:
            return None
    return None


def _is_named_behind(stage: Stage, head: int) -> bool:
    """Whether the bearer's name stands behind a role, with titles before it at most ("the mayor, Dr. Ada Osei")."""
    doc = stage.scene.doc
    after = head + 1 + (head + 1 < len(doc) and doc[head + 1].text == ",")
    while after < len(doc) and after <= head + _LONGEST and after not in stage.scene.name_at and doc[after].is_title:
        after += 1
    return after in stage.scene.name_at


def _ends_phrase(after: str) -> bool:
    """Whether a word, a mark or the end behind a noun shows that the noun ends its phrase ("the official rate")."""
    word = after.lower()
    return not word.isalpha() or word in _BEHIND or word.endswith(("ed", "’s", "'s"))


def _rounded(path: tuple[Step, ...], entity: Entity) -> float:
    return round(confidence(path, (entity,)), 4)

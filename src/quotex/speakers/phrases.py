"""Sources that are noun phrases: named, or described."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from quotex.lexicon.words import words as word_list
from quotex.matching import name_words
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import NounKind, given_name_gender, noun
from quotex.mentions.phrases import Phrase, read_phrase
from quotex.mentions.pronouns import PRONOUNS
from quotex.records import MentionForm, SpeakerType
from quotex.spans import Pair
from quotex.speakers.anonymity import anonymity
from quotex.speakers.bodies import describes_body, sort_of
from quotex.speakers.compounds import apposed, is_compound, listed_bodies, sharing_parts
from quotex.speakers.descriptions import (
    form_of,
    new_entity,
    same_description,
    speaker_type,
)
from quotex.speakers.entities import Entity, Outcome, Step
from quotex.speakers.epithets import abbreviated_title, demonym
from quotex.speakers.fuller import fuller_description
from quotex.speakers.plurals import taken_together
from quotex.speakers.pronouns import resolve_pronoun
from quotex.speakers.roles import people_of_role
from quotex.speakers.salience import Stage
from quotex.speakers.things import document, organisation
from quotex.speakers.unnamed import Joiner, unnamed_person

_COMPARED = frozenset({"Fewer", "Less", "More", "About", "Nearly", "Almost", "Close"})
"""Capitalised first words of a count, which are no name ("Fewer than 15 percent")."""
_UTTERANCES = frozenset(
    {"answer", "comments", "remark", "remarks", "response", "rhetoric", "speeches", "testimony", "words"}
)
"""Nouns for what somebody said, whose owner speaks ("Roe's remarks")."""
_WHOSE = frozenset({"who", "in", "on", "from", "of", "across", "with"})
"""Words behind a name for many with which more is said of some of them."""
_BY = frozenset({"by", "from"})


def _nobody() -> None:
    return None


def resolve_phrase(
    stage: Stage, phrase: Phrase, source: Pair, join: Joiner = _nobody, later: Joiner = _nobody
) -> Outcome:
    """Whom a noun phrase means. ``join`` finds, for a role that no title answers, a name near by that has none, and
    ``later`` somebody who is brought in by the role before the article names them."""
    parts = sharing_parts(stage.scene, phrase)
    shared = _sharing_parts(stage, phrase, parts) if parts is not None else None
    if shared is not None:
        return shared
    people = [name for name in phrase.names if name.type is NameType.PERSON]
    if people:
        return _sharing(stage, phrase, people)
    bodies = listed_bodies(stage.scene, phrase) or apposed(stage.scene, phrase)
    if bodies:
        return _sharing(stage, phrase, bodies)
    if phrase.names and _is_part(stage, phrase, phrase.names[0]):
        return _described(stage, phrase, source)
    if phrase.names and phrase.names[0].type is not NameType.GROUP and not is_compound(stage.scene, phrase):
        titled = abbreviated_title(stage, phrase)
        return titled if titled is not None else _body(stage, phrase, phrase.names[0])
    one = demonym(stage, phrase) if phrase.names and phrase.noun is None else None
    if one is not None:
        return one
    if not phrase.names and (phrase.noun is None or phrase.noun.kind is NounKind.ORGANISATION):
        named = _capitalised(stage, phrase)
        if named is not None:
            return named
    if phrase.noun is not None and not is_compound(stage.scene, phrase):
        if phrase.noun.kind is NounKind.PERSON:
            return unnamed_person(stage, phrase, source, join, later)
        if phrase.noun.kind is NounKind.ORGANISATION:
            return organisation(stage, phrase)
        if phrase.noun.kind is NounKind.DOCUMENT:
            return document(stage, phrase, lambda: _issuer(stage, phrase))
    return _described(stage, phrase, source)


def _sharing(stage: Stage, phrase: Phrase, names: Sequence[Name]) -> Outcome:
    """The people or bodies named at the head of a phrase, one or several."""
    found = [(name, stage.scene.entity_of(name)) for name in names]
    entities = tuple({id(entity): entity for _, entity in found if entity is not None}.values())
    steps = []
    for name, entity in found:
        if entity is None:
            continue
        seen = entity.seen_at((name.start, name.end))
        steps.append(
            Step(seen.rule if seen else "name", round(seen.score if seen else name.score, 4), (name.start, name.end))
        )
        if entity.name != (name.start, name.end):
            steps.append(Step("full-name", round(seen.score if seen else name.score, 4), entity.name))
    if len(entities) > 1:
        steps = [Step("sharing-source", min(step.score for step in steps), (phrase.start, phrase.end)), *steps]
    return Outcome(MentionForm.NAMED, entities, tuple(steps))


def _sharing_parts(stage: Stage, phrase: Phrase, parts: tuple[Pair, Pair]) -> Outcome | None:
    """All whom two parts of a source mean; ``None`` where one of them means nobody."""
    found = [_resolve_either(stage, part) for part in parts]
    if any(outcome is None or not outcome.entities for outcome in found):
        return None
    outcomes = [outcome for outcome in found if outcome is not None]
    entities = tuple({id(entity): entity for outcome in outcomes for entity in outcome.entities}.values())
    if len(entities) < 2:
        return None
    named = any(outcome.form is MentionForm.NAMED for outcome in outcomes)
    steps = tuple(step for outcome in outcomes for step in outcome.path)
    first = Step("sharing-source", min((step.score for step in steps), default=0.5), (phrase.start, phrase.end))
    return Outcome(MentionForm.NAMED if named else outcomes[0].form, entities, (first, *steps))


def _resolve_either(stage: Stage, span: Pair) -> Outcome | None:
    pronoun = PRONOUNS.get(stage.scene.doc[span[0]].lower_) if span[1] - span[0] == 1 else None
    if pronoun is not None:
        return resolve_pronoun(stage, span[0], pronoun, None)
    return _resolve_part(stage, span)


def _is_part(stage: Stage, phrase: Phrase, name: Name) -> bool:
    """Whether more is said of people whose name is a plural ("other Republicans", "Democrats who spoke")."""
    known = noun(stage.scene.doc[name.end - 1].text)
    after = stage.scene.doc[name.end] if name.end < phrase.end else None
    clause = after is not None and (after.lower_ in _WHOSE or (after.is_lower and after.text.endswith(("ing", "ed"))))
    more = phrase.start < name.start or clause
    return known is not None and known.kind is NounKind.GROUP and known.plural and more


def _body(stage: Stage, phrase: Phrase, name: Name) -> Outcome:
    body = stage.scene.entity_of(name)
    if body is None:
        return _described(stage, phrase, (phrase.start, phrase.end))
    step = Step("name", round(name.score, 4), (name.start, name.end))
    path = (
        (step,) if body.name == (name.start, name.end) else (step, Step("full-name", round(name.score, 4), body.name))
    )
    return Outcome(MentionForm.NAMED, (body,), path)


def _capitalised(stage: Stage, phrase: Phrase) -> Outcome | None:
    """A source in capitals that the tagger took for no name: somebody's known form, or a name of its own."""
    scene = stage.scene
    if phrase.possessor is not None and phrase.possessor[1] + 1 < phrase.base[1]:
        phrase = evolve(phrase, base=(phrase.possessor[1] + 1, phrase.base[1]), possessor=None)
    tokens = [scene.doc[i].text for i in range(*phrase.base)]
    if not 0 < len(tokens) <= 6 or not all(_is_capital(token) for token in tokens):
        return None
    if tokens[0] in _COMPARED or not any(token[:1].isalpha() for token in tokens) or _is_plain_plural(stage, phrase):
        return None
    if (phrase.noun is not None and len(tokens) < 2) or all(scene.doc[i].is_stop for i in range(*phrase.base)):
        return None
    titled = abbreviated_title(stage, phrase)
    if titled is not None:
        return titled
    words = name_words(scene.text(phrase.base))
    if not words:
        return None
    exact = [person for person in scene.people.candidates(words) if person.named]
    if exact:
        person = min(exact, key=lambda p: (abs(p.first - phrase.start), p.first))
        return Outcome(
            MentionForm.NAMED, (person,), (Step("untagged-name", 0.6, phrase.base), Step("full-name", 0.6, person.name))
        )
    body = scene.bodies.find(words) or scene.bodies.abbreviated(scene.text(phrase.base))
    if body is None:
        body = _new_named(stage, phrase, words)
    return Outcome(MentionForm.NAMED, (body,), (Step("untagged-name", 0.5, phrase.base),))


def _is_capital(token: str) -> bool:
    return token[:1].isupper() or token in {"-", "'", "’", ".", "&", "of", "the"} or token[:1].isdigit()


def _is_plain_plural(stage: Stage, phrase: Phrase) -> bool:
    """Whether the only capital is that of a sentence's first word and the word looks like a plural ("Partisans")."""
    scene, (start, end) = stage.scene, phrase.base
    text = scene.doc[start].text
    opens = bool(scene.structure.sentences) and scene.structure.sentences[scene.sentence(start)][0] == start
    return end - start == 1 and opens and text[1:].islower() and text.endswith("s") and not text.endswith("ss")


def _new_named(stage: Stage, phrase: Phrase, words: tuple[str, ...]) -> Entity:
    person = (phrase.noun is None and given_name_gender(words[0]) is not None) or (
        len(words) == 1 and not stage.scene.text(phrase.base).isupper()
    )
    entity = Entity(
        SpeakerType.PERSON if person else SpeakerType.ORGANISATION,
        phrase.base,
        words,
        True,
        given_name_gender(words[0]),
        False,
        sort_of(words),
    )
    (stage.scene.people if person else stage.scene.bodies).add(entity)
    return entity


def _issuer(stage: Stage, phrase: Phrase) -> Outcome | None:
    scene = stage.scene
    if phrase.possessor is not None:
        start, end = phrase.possessor
        if end - start == 1:
            pronoun = PRONOUNS.get(scene.doc[start].text.casefold())
            if pronoun is not None:
                return resolve_pronoun(stage, start, pronoun, None)
        return _resolve_part(stage, (start, end))
    for index in range(phrase.base[1], phrase.end - 1):
        if scene.doc[index].text.casefold() in _BY:
            return _resolve_part(stage, (index + 1, phrase.end))
    return None


def _resolve_part(stage: Stage, span: Pair) -> Outcome | None:
    phrase = read_phrase(stage.scene.doc, span, stage.scene.names_in(span))
    if phrase is None or (not phrase.names and phrase.noun is None):
        return None
    if phrase.noun is not None and phrase.noun.kind is NounKind.DOCUMENT and not phrase.names:
        return None
    return resolve_phrase(stage, phrase, span)


def _described(stage: Stage, phrase: Phrase, source: Pair) -> Outcome:
    """A group, or something unknown: what earlier sources called by the same words, else an entity of its own."""
    if phrase.possessor is not None and stage.scene.doc[phrase.head].lower_ in _UTTERANCES:
        behind = _issuer(stage, phrase)
        if behind is not None and behind.entities:
            path = (Step("issued-by", 0.8, (phrase.start, phrase.end)), *behind.path)
            return Outcome(behind.form, behind.entities, path)
    scene = stage.scene
    known = phrase.noun
    people = taken_together(stage, phrase)
    if people is None and known is not None and known.kind is NounKind.GROUP:
        people = people_of_role(stage, phrase)
    if people is not None:
        return people
    type_ = SpeakerType.GROUP if phrase.names or is_compound(stage.scene, phrase) else speaker_type(known)
    if known is None and not phrase.names:
        type_ = _guessed_type(stage, phrase)
    if type_ is SpeakerType.ROLE and anonymity(scene, source) is not None:
        type_ = SpeakerType.ANONYMOUS
    form = MentionForm.COLLECTIVE if type_ is SpeakerType.GROUP else form_of(known)
    if type_ is SpeakerType.GROUP and phrase.names and any(n.type is NameType.ORGANISATION for n in phrase.names):
        form = MentionForm.NAMED
    if known is not None:
        again = same_description(stage, phrase, frozenset({type_}), phrase.start)
        if again is not None:
            return Outcome(form, (again,), (Step("same-description", 0.75, again.name),))
        first = fuller_description(stage, phrase, type_)
        if first is not None:
            return Outcome(form, (first,), (Step("fuller-description", 0.65, first.name),))
    entity = new_entity(scene, phrase, type_)
    return Outcome(form, (entity,), (Step("described-only", 0.7 if known or phrase.names else 0.4, entity.name),))


def _guessed_type(stage: Stage, phrase: Phrase) -> SpeakerType:
    scene, head = stage.scene, stage.scene.doc[phrase.head].text.casefold()
    if scene.doc[phrase.head].text[:1].isupper() and not scene.in_heading(phrase.head):
        sorts = (noun(scene.doc[i].text) for i in range(phrase.base[0], phrase.head))
        sort = next((known for known in sorts if known is not None and known.kind is not NounKind.PERSON), None)
        if sort is not None:
            return speaker_type(sort)
    if describes_body(name_words(stage.scene.text(phrase.base))):
        return SpeakerType.ORGANISATION
    if head in word_list("sources", "documents"):
        return SpeakerType.DOCUMENT
    if (head.endswith("s") and not head.endswith("ss")) or stage.scene.doc[phrase.head].like_num:
        return SpeakerType.GROUP
    return SpeakerType.ROLE

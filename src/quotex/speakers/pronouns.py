"""Sources that are pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Set

from quotex.lexicon.words import words as word_list
from quotex.matching import content_words, name_words
from quotex.mentions.names import NameType
from quotex.mentions.nouns import Gender, NounKind, names_people, noun
from quotex.mentions.pronouns import PRONOUNS, Pronoun, Reference
from quotex.records import MentionForm, SpeakerType
from quotex.spans import Pair
from quotex.speakers.antecedents import antecedent
from quotex.speakers.entities import Entity, Outcome, Step
from quotex.speakers.salience import Stage, names_place

_FAR = 250
"""How many tokens a plural or a thing is sought back."""
_PLURAL = frozenset({SpeakerType.GROUP, SpeakerType.ORGANISATION})
_OPENERS = frozenset({"But", "And", "Yet", "So", "Still", "Meanwhile"})
_SUBJECT = 5
"""Most tokens of a subject that "it" is sought in."""
_THING_KINDS = frozenset({NounKind.ORGANISATION, NounKind.DOCUMENT})
_OFFICE_LINKS = frozenset({"for", "as"})
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
        return _relative(stage, token)
    if pronoun.reference is Reference.THING:
        return _of_types(stage, token, _THINGS, "thing-before")
    if pronoun.reference is Reference.SEVERAL:
        return _several(stage, token)
    if stage.scene.doc[token].text.casefold() in _UNKNOWN:
        name = (token, token + 1)
        entity = Entity(SpeakerType.ANONYMOUS, name, name_words(stage.scene.text(name)), False)
        return _found((entity,), (Step("unknown-person", 0.6, name),))
    return _nobody("nobody-in-particular", token)


def _nobody(rule: str, token: int) -> Outcome:
    return Outcome(MentionForm.PRONOUN, (), (Step(rule, 0.0, (token, token + 1)),))


def _found(entities: tuple[Entity, ...], steps: tuple[Step, ...]) -> Outcome:
    return Outcome(MentionForm.PRONOUN, entities, steps)


def _person(stage: Stage, token: int, gender: Gender | None) -> Outcome:
    found = antecedent(stage, token, gender)
    if found is None:
        return _nobody("no-antecedent", token)
    person, start, score = found
    if person.gender is None:
        person.gender = gender
    span = (start, stage.ends.get(start, start + 1))
    rule = "last-speaker" if person in stage.last_spoken(token) else "salient-mention"
    return _found((person,), (Step(rule, round(score, 4), span), Step("name-of-mention", 0.95, person.name)))


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
    return _nobody("first-person-of-nobody", token)


def _relative(stage: Stage, token: int) -> Outcome:
    """The mention that ends right before "who", else the last person before it in its sentence."""
    begin, end = before_relative(stage, token)
    here = [(start, entity) for start, entity in stage.before(token) if start >= begin]
    adjacent = next(((start, entity) for start, entity in here if stage.ends.get(start, start + 1) == end), None)
    start, entity = adjacent or next(((start, entity) for start, entity in here if entity.is_person), (0, None))
    if entity is None:
        return _nobody("no-antecedent", token)
    return _found(
        (entity,), (Step("before-relative", 0.9 if adjacent else 0.55, (start, stage.ends.get(start, start + 1))),)
    )


def before_relative(stage: Stage, token: int) -> Pair:
    """The start of the sentence of a relative pronoun, and where what stands before the pronoun ends."""
    scene = stage.scene
    begin = scene.structure.sentences[scene.sentence(token)][0] if scene.structure.sentences else 0
    end = token
    while end > begin and _is_skipped(scene.doc[end - 1].text):
        end -= 1
    return begin, end


def phrase_before_relative(stage: Stage, token: int) -> Pair | None:
    """The noun phrase right before a relative pronoun if it describes people or one person and is no name: with its
    determiner, over "for president" and the like back to what the office is sought by."""
    doc = stage.scene.doc
    begin, end = before_relative(stage, token)
    if end <= begin or any(stage.ends.get(start) == end for start, _ in stage.before(token)):
        return None
    head = end - 1
    if head - 2 >= begin and doc[head - 1].text in _OFFICE_LINKS and names_people(doc[head - 2].text):
        head -= 2
    if not names_people(doc[head].text):
        return None
    start, _ = _phrase_back(stage, head, begin)
    while start > begin and (_determines(doc[start - 1].text) or doc[start - 1].like_num):
        start -= 1
    return start, end


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
        if name.type is NameType.ORGANISATION and name.start - start <= _is_article(doc[start].text):
            return start, name.end
    for head in range(start + 1, min(end, start + _SUBJECT)):
        known = noun(doc[head].text)
        if known is not None and known.kind in _THING_KINDS and not known.plural and _is_article(doc[start].text):
            return start, head + 1
        if not doc[head].is_alpha or doc[head].is_stop:
            break
    return None


def _is_article(text: str) -> bool:
    return text.casefold() == "the"


def _determines(text: str) -> bool:
    lower = text.casefold()
    return any(lower in word_list("phrases", group) for group in ("articles", "definite", "possessives", "indefinite"))


def _is_skipped(text: str) -> bool:
    """What may stand between an antecedent and its relative pronoun: marks, and the "most of" in "most of whom"."""
    return not any(c.isalnum() for c in text) or text.casefold() in {
        "of",
        "most",
        "many",
        "some",
        "all",
        "both",
        "one",
        "none",
    }


def _described(stage: Stage, span: Pair, head: str, type_: SpeakerType) -> Entity:
    words = name_words(stage.scene.text(span))
    for entity in stage.scene.described.get(head, ())[-16:]:
        if content_words(entity.words) == content_words(words):
            return entity
    entity = Entity(type_, span, words, False, head=head)
    stage.scene.described[head].append(entity)
    return entity


def _phrase_back(stage: Stage, head: int, begin: int) -> Pair:
    """The phrase that ends with a head noun: back over adjectives and names, an article left out."""
    doc = stage.scene.doc
    start = head
    while start > begin and head - start < 5:
        token = doc[start - 1]
        if token.is_stop or not token.is_alpha or token.text.endswith("ly"):
            break
        if (
            token.is_lower
            and not token.text.endswith(("al", "ic", "ed", "an", "ior", "ing", "y", "ive", "ese", "ish"))
            and (noun(token.text) is None)
        ):
            break
        start -= 1
    return start, head + 1


def _of_types(stage: Stage, token: int, types: frozenset[SpeakerType], rule: str) -> Outcome:
    """The last speaker of such a type, else the last mention of one."""
    for back in (1, 2, 3):
        speakers = stage.last_spoken(token, back)
        if len(speakers) == 1 and speakers[0].type in types:
            score = 0.9 - 0.15 * (back - 1)
            return _found(speakers, (Step("last-speaker", score, speakers[0].name),))
    for start, entity in stage.before(token):
        if token - start > _FAR:
            break
        if entity.type in types and entity.named and not names_place(stage, start):
            return _found((entity,), (Step(rule, 0.5, (start, stage.ends.get(start, start + 1))),))
    return _nobody("no-antecedent", token)


def _several(stage: Stage, token: int) -> Outcome:
    """People taken up by "they": the last speakers if several or a group, else the last group of people in the
    narrative, else the one who spoke last: "they" may be the pronoun of one person.
    """
    for back in (1, 2):
        speakers = stage.last_spoken(token, back)
        several = len(speakers) > 1 or (speakers and speakers[0].type is SpeakerType.GROUP)
        if several or (back == 1 and speakers and _was_several(stage, token)):
            return _found(speakers, (Step("last-speaker", 0.85 - 0.15 * (back - 1), speakers[0].name),))
    group = _last_group(stage, token)
    if group is not None:
        return group
    found = _of_types(stage, token, _PLURAL, "people-before")
    last = stage.last_spoken(token)
    if found.entities or len(last) != 1 or not last[0].named:
        return found
    return _found(last, (Step("last-speaker", 0.4, last[0].name),))


def _was_several(stage: Stage, token: int) -> bool:
    """Whether the last speaker before a token was called "they" as well."""
    place = stage.last_place(token)
    return place is not None and stage.scene.doc[place].text.casefold() == "they"


def _last_group(stage: Stage, token: int) -> Outcome | None:
    """A noun for people at the start of one of the three sentences before, or in the pronoun's own sentence."""
    scene = stage.scene
    here = scene.sentence(token)
    for index in range(here, max(-1, here - 4), -1):
        begin, end = scene.structure.sentences[index] if scene.structure.sentences else (0, token)
        for head in range(begin, min(end, begin + 8, token)):
            if scene.doc[head].text.casefold() in PRONOUNS:
                break  # what follows is no subject
            known = noun(scene.doc[head].text)
            if known is None or known.kind is not NounKind.GROUP or scene.structure.in_speech[head]:
                continue
            span = _phrase_back(stage, head, begin)
            entity = _described(stage, span, known.singular, SpeakerType.GROUP)
            return _found((entity,), (Step("people-before", 0.65, span),))
    return None

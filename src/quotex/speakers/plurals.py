"""Sources that mean several without naming them: "they", "both", "the two", "both women"."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.lexicon.words import words as word_list
from quotex.matching import content_words, name_words
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import Gender, NounKind, is_honorific, noun
from quotex.mentions.phrases import Phrase
from quotex.mentions.pronouns import PRONOUNS
from quotex.records import MentionForm, SpeakerType
from quotex.spans import Pair
from quotex.speakers.entities import Entity, Outcome, Step, unresolved
from quotex.speakers.nounsback import phrase_back
from quotex.speakers.salience import Stage, last_of_types
from quotex.speakers.scene import Scene

_PLURAL = frozenset({SpeakerType.GROUP, SpeakerType.ORGANISATION})
_PAIRS = frozenset({"both", "two", "pair", "duo", "couple"})
"""Words that mean exactly two."""
_SENTENCES = 4
"""How many sentences back, the own one included, names joined by "and" are sought that a pronoun means."""
_CALLED = 40
"""As many for those that a noun is said of ("both women")."""
_SPEAKERS = 8
"""How many sources back two speakers are sought that a noun is said of."""
_JOINTS = frozenset({",", "and", "&", "the", "both", "of", "from", "."})
_JOINT = 14
"""Most tokens between two names that are joined."""


def several(stage: Stage, token: int) -> Outcome:
    """Whom "they", "both" or "the two" means, by what stands nearest: the last speakers if several or a group, names
    joined by "and", a group of people that begins a sentence; for two, else the two people mentioned last. The last of
    all is the one who spoke last: "they" may be the pronoun of one person."""
    two = stage.scene.doc[token].text.casefold() in _PAIRS
    place, speakers = _last_several(stage, token, two)
    joined = joined_before(stage, token, two)
    group = None if two else _last_group(stage, token)
    if joined is not None and (group is None or joined[0][0] > group[1][0]) and (joined[0][0] > place or not speakers):
        return _outcome(joined[1], "named-together", 0.7, joined[0])
    if group is not None and (not speakers or group[1][0] > place):
        return _outcome((group[0],), "people-before", 0.65, group[1])
    if speakers:
        return _outcome(speakers, "last-speaker", 0.85, speakers[0].name)
    if two:
        pair = _last_two(stage, token)
        return unresolved("no-antecedent", token) if pair is None else _outcome(pair, "two-before", 0.5, pair[0].name)
    return _one_or_none(stage, token)


def taken_together(stage: Stage, phrase: Phrase) -> Outcome | None:
    """The two whom "both women" or "the two countries" means: the two people who bear the role, else the last two
    names joined by "and" of which it can be said; ``None`` for any other phrase."""
    scene = stage.scene
    if phrase.noun is None or phrase.noun.kind is not NounKind.GROUP or not _counts_two(scene, phrase):
        return None
    if any(scene.doc[i].lower_ == "and" for i in range(*phrase.base)):
        return None
    bearers = scene.by_role.get(phrase.noun.singular, ())
    if len(bearers) == 2:
        found, span = tuple(bearers), bearers[0].name
    else:
        pair = _two_speakers(stage, phrase) or joined_before(stage, phrase.start, True, phrase.noun.singular)
        if pair is None:
            return None
        span, found = pair
    step = Step("named-together", 0.7, span)
    return Outcome(MentionForm.TITLE, found, (step, *(Step("titled-name", 0.7, entity.name) for entity in found)))


def _two_speakers(stage: Stage, phrase: Phrase) -> tuple[Pair, tuple[Entity, ...]] | None:
    """The two people who spoke together last, if the noun is one for people."""
    assert phrase.noun is not None
    known = noun(phrase.noun.singular)
    if known is None or known.kind is not NounKind.PERSON:
        return None
    for back in range(1, _SPEAKERS):
        speakers = stage.last_spoken(phrase.start, back)
        if len(speakers) == 2 and all(entity.named and _is_one_of(entity, phrase.noun.singular) for entity in speakers):
            return speakers[0].name, speakers
    return None


def _counts_two(scene: Scene, phrase: Phrase) -> bool:
    return scene.doc[phrase.start].text.casefold() in {"both", "two"} and phrase.start < phrase.head


def _outcome(entities: tuple[Entity, ...], rule: str, score: float, span: Pair) -> Outcome:
    return Outcome(MentionForm.PRONOUN, entities, (Step(rule, score, span),))


def _last_several(stage: Stage, token: int, two: bool) -> tuple[int, tuple[Entity, ...]]:
    """Where a source was last resolved to several speakers or a group, of the two sources before, and to whom; -1 and
    nobody if it was not."""
    for back in (1, 2):
        speakers = stage.last_spoken(token, back)
        many = len(speakers) == 2 if two else len(speakers) > 1 or _is_group(speakers)
        if many or (back == 1 and speakers and not two and _was_several(stage, token)):
            place = stage.last_place(token, back)
            return -1 if place is None else place, speakers
    return -1, ()


def _is_group(speakers: tuple[Entity, ...]) -> bool:
    return bool(speakers) and speakers[0].type is SpeakerType.GROUP


def _was_several(stage: Stage, token: int) -> bool:
    """Whether the last speaker before a token was called "they" as well."""
    place = stage.last_place(token)
    return place is not None and stage.scene.doc[place].text.casefold() == "they"


def joined_before(
    stage: Stage, token: int, two: bool = False, called: str | None = None
) -> tuple[Pair, tuple[Entity, ...]] | None:
    """The last names before a token that are joined by "and", with the span from the first to the last. ``called`` is
    a noun that can be said of them."""
    scene = stage.scene
    here = scene.sentence(token)
    speech = scene.structure.in_speech
    for index in range(here, max(-1, here - (_CALLED if called else _SENTENCES)), -1):
        begin, end = scene.structure.sentences[index] if scene.structure.sentences else (0, token)
        for names in reversed(list(_joined_names(scene, (begin, min(end, token))))):
            entities = tuple({id(e): e for name in names if (e := scene.entity_of(name)) is not None}.values())
            wanted = len(entities) == 2 if two else len(entities) > 1
            if wanted and (speech[token] or not speech[names[0].start]) and _can_be(entities, names, called):
                return (names[0].start, names[-1].end), entities
    return None


def _can_be(entities: tuple[Entity, ...], names: tuple[Name, ...], called: str | None) -> bool:
    """Whether a noun can be said of these: people of people, "women" of no men, a sort of body of bodies."""
    people = names[0].type is NameType.PERSON
    if called is None:
        return people
    known = noun(called)
    if known is None or known.kind is not NounKind.PERSON:
        return not people
    return people and all(_is_one_of(entity, called) for entity in entities)


def _is_one_of(entity: Entity, called: str) -> bool:
    """Whether a noun for people can be said of somebody: "women" of no man."""
    other = {"woman": Gender.MALE, "man": Gender.FEMALE}.get(called)
    return entity.is_person and (other is None or entity.gender is not other)


def _joined_names(scene: Scene, span: Pair) -> Iterator[tuple[Name, ...]]:
    """The names in a span, of people or of bodies, that are items of one list with an "and"."""
    run: list[Name] = []
    closed = False
    for name in scene.names_in(span):
        linked = _linked(scene, run[-1], name) if run else ""
        if linked and not closed:
            closed = linked == "and"
            run.append(name)
            continue
        if run and scene.doc[name.start - 1].text in {"of", "from", "("} and name.type is not NameType.PERSON:
            continue  # where somebody is from
        if closed:
            yield tuple(run)
        run, closed = [name], False
    if closed:
        yield tuple(run)


def _linked(scene: Scene, first: Name, second: Name) -> str:
    """ "and" or "," where two names of a kind are items of a list, titles, places and brackets between them aside;
    else nothing."""
    doc = scene.doc
    if (first.type is NameType.PERSON) != (second.type is NameType.PERSON) or second.start - first.end > _JOINT:
        return ""
    depth, words = 0, []
    for index in range(first.end, second.start):
        text = doc[index].text
        depth += text in "(["
        if depth == 0 and index not in scene.name_at:
            words.append(text.casefold())
        depth -= text in ")]"
    person = first.type is NameType.PERSON
    plain = all(
        word in _JOINTS
        or (person and (is_honorific(word) or noun(word) is not None or word in word_list("people", "modifiers")))
        for word in words
    )
    if not plain or not {",", "and", "&"} & set(words):
        return ""
    return "and" if {"and", "&"} & set(words) else ","


def _last_two(stage: Stage, token: int) -> tuple[Entity, Entity] | None:
    """The two people mentioned last in the sentence of a token and the two before it, in text order."""
    scene = stage.scene
    first = scene.sentence(token) - 2
    found: dict[int, Entity] = {}
    for start, entity in stage.before(token):
        if scene.sentence(start) < first:
            break
        quoted = scene.structure.in_speech[start] and not scene.structure.in_speech[token]
        if entity.is_person and entity.named and not quoted:
            found.setdefault(id(entity), entity)
    if len(found) != 2:
        return None
    last, before = found.values()
    return before, last


def _last_group(stage: Stage, token: int) -> tuple[Entity, Pair] | None:
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
            if scene.doc[head].is_stop:
                continue  # "many", "most" of something else
            span = phrase_back(scene, head, begin)
            return _group(scene, span, known.singular), span
    return None


def _group(scene: Scene, span: Pair, head: str) -> Entity:
    """What was described before by the same words, small ones aside, or a new group."""
    told = content_words(name_words(scene.text(span)))
    known = (entity for entity in scene.last_described(head) if content_words(entity.words) == told)
    return next(known, None) or scene.describe(SpeakerType.GROUP, span, head)


def _one_or_none(stage: Stage, token: int) -> Outcome:
    found = last_of_types(stage, token, _PLURAL, "people-before")
    last = stage.last_spoken(token)
    if found is None and len(last) == 1 and last[0].named:
        found = last, Step("last-speaker", 0.4, last[0].name)
    return unresolved("no-antecedent", token) if found is None else Outcome(MentionForm.PRONOUN, found[0], (found[1],))

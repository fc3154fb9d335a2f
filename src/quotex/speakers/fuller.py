"""The fuller description that a bare one takes up: "a railway company … the company", "FBI agents … the agents"."""

from __future__ import annotations

from quotex.lexicon.marks import CLITICS, HYPHENS
from quotex.matching import Words, name_words
from quotex.mentions.names import NameType
from quotex.mentions.phrases import Determiner, Phrase
from quotex.mentions.pronouns import PRONOUNS
from quotex.records import SpeakerType
from quotex.spans import Pair
from quotex.speakers.antecedents import antecedent
from quotex.speakers.entities import Entity
from quotex.speakers.nounsback import phrase_back
from quotex.speakers.salience import Stage
from quotex.speakers.scene import Scene

_BACK = 400
"""How many tokens back a fuller description is sought."""
_MASSES = frozenset({"army", "electorate", "government", "media", "military", "police", "press", "public"})
"""Nouns that mean all of a country's where nothing more is said."""
_POLLS = frozenset({"poll", "survey"})
_NEW = frozenset({"a", "the", "new", "latest", "recent", "national", "this", "another"})
_OWNED = frozenset({"campaign", "camp", "team"})
"""Bodies that are called by the name of the person they work for."""


def fuller_description(stage: Stage, phrase: Phrase, type_: SpeakerType) -> Entity | None:
    """The speaker that the nearest fuller phrase with the same noun before this one describes; ``None`` without one.

    Only a bare definite phrase ("the company", "these voters") takes another one up. Phrases before a person's name are
    titles, and those in headings tell in short what is said in full elsewhere.
    """
    scene, doc = stage.scene, stage.scene.doc
    bare = phrase.base[1] == phrase.end and phrase.head - _first_word(stage, phrase) == 0
    if phrase.determiner is not Determiner.DEFINITE or not bare or phrase.noun is None:
        return None
    if phrase.noun.singular in _MASSES:
        return None
    word = doc[phrase.head].text.casefold()
    for head in range(phrase.start - 1, max(0, phrase.start - _BACK), -1):
        if doc[head].text.casefold() != word or scene.in_heading(head) or _titles_a_name(scene, head):
            continue
        if doc[head + 1].text in HYPHENS:
            continue  # "a census-taker"
        span = phrase_back(scene, head)
        if span[0] < head:
            return _called_the_same(scene, span, phrase.noun.singular, type_)
    return None


def owned_body(stage: Stage, phrase: Phrase) -> Entity | None:
    """The campaign or team of a person that the article calls by that person's name somewhere ("the Roe campaign"): the
    owner's for "her campaign", for "the campaign" that of the person who spoke or was mentioned last."""
    scene = stage.scene
    if phrase.determiner not in {Determiner.DEFINITE, Determiner.POSSESSIVE} or scene.names_in(phrase.base):
        return None
    if phrase.noun is None or phrase.noun.singular not in _OWNED:
        return None
    if stage.owned is None:
        stage.owned = _called_by_owner(scene)
    owner = _owner(stage, phrase, stage.owned)
    if owner is None:
        return None
    return _called_the_same(scene, stage.owned[id(owner)], phrase.noun.singular, SpeakerType.ORGANISATION)


def _called_by_owner(scene: Scene) -> dict[int, Pair]:
    """Where bodies such as campaigns are first called by somebody's name, by the ``id`` of that person."""
    doc = scene.doc
    called: dict[int, Pair] = {}
    for name in scene.names:
        owner = scene.entity_of(name) if name.type is NameType.PERSON else None
        head = name.end + (name.end < len(doc) and doc[name.end].text in CLITICS)
        if owner is not None and head < len(doc) and doc[head].lower_ in _OWNED:
            called.setdefault(id(owner), (name.start, head + 1))
    return called


def named_poll(stage: Stage, phrase: Phrase) -> Entity | None:
    """The poll that the article calls by a pollster's name, if it does so of one only and this description tells
    nothing but that it is new ("a new poll … the Roe University poll")."""
    scene, doc = stage.scene, stage.scene.doc
    if phrase.noun is None or phrase.noun.plural or phrase.noun.singular not in _POLLS or phrase.base[1] != phrase.end:
        return None
    if any(doc[i].lower_ not in _NEW for i in range(phrase.start, phrase.head)):
        return None
    if stage.polls is None:
        stage.polls = _polls_by_name(scene)
    if len(stage.polls) != 1:
        return None
    return _called_the_same(scene, stage.polls[0], phrase.noun.singular, SpeakerType.DOCUMENT)


def _polls_by_name(scene: Scene) -> list[Pair]:
    """Where each poll is first called by a pollster's name outside headings, one a name."""
    doc = scene.doc
    found: dict[Words, Pair] = {}
    for token in doc:
        if token.lower_ in _POLLS and token.i - 1 in scene.name_at and not scene.in_heading(token.i):
            start = scene.name_at[token.i - 1].start
            while start > 1 and doc[start - 1].text in {"/", "-"} and start - 2 in scene.name_at:
                start = scene.name_at[start - 2].start
            found.setdefault(name_words(scene.text((start, token.i + 1))), (start, token.i + 1))
    return list(found.values())


def _owner(stage: Stage, phrase: Phrase, called: dict[int, Pair]) -> Entity | None:
    """Of those by whose name a body is ``called`` the one whose it is. Unlike ``possessor``, which knows one person's
    "his" and "her", this reads "their campaign" as well: it is called by one person's name all the same."""
    if phrase.determiner is Determiner.POSSESSIVE:
        pronoun = PRONOUNS.get(stage.scene.doc[phrase.start].lower_)
        found = antecedent(stage, phrase.start, pronoun.gender) if pronoun is not None else None
        return found[0] if found is not None and id(found[0]) in called else None
    near = (entity for _, entity in stage.before(phrase.start) if id(entity) in called)
    return next(near, None)


def _first_word(stage: Stage, phrase: Phrase) -> int:
    """The first token of the phrase behind a determiner that stays in it ("these")."""
    pointer = stage.scene.doc[phrase.start].text.casefold() in {"this", "that", "these", "those"}
    return phrase.start + pointer


def _titles_a_name(scene: Scene, head: int) -> bool:
    following = scene.names_in((head + 1, min(len(scene.doc), head + 8)))
    return bool(following) and following[0].start == head + 1 and following[0].type is NameType.PERSON


def _called_the_same(scene: Scene, span: Pair, head: str, type_: SpeakerType) -> Entity:
    """What was described before by the very words of a span, or a new entity."""
    called = name_words(scene.text(span))
    known = (entity for entity in scene.last_described(head) if entity.words == called and entity.type is type_)
    return next(known, None) or scene.describe(type_, span, head)

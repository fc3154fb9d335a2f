"""Sources that only describe their speaker ("the minister", "the group", "a senior official", "residents")."""

from __future__ import annotations

from quotex.lexicon.words import words as word_list
from quotex.matching import content_words, jaccard, name_words
from quotex.mentions.names import NameType
from quotex.mentions.nouns import Noun, NounKind, noun_gender
from quotex.mentions.phrases import Determiner, Phrase
from quotex.mentions.pronouns import PRONOUNS
from quotex.mentions.titles import FoundTitle
from quotex.records import MentionForm, SpeakerType
from quotex.spans import Pair
from quotex.speakers.antecedents import possessor
from quotex.speakers.entities import Entity
from quotex.speakers.salience import Stage, names_place
from quotex.speakers.scene import Scene

_RECENT = 120
"""How many tokens back a generic word for an organisation ("the group") reaches."""
_WITHHOLDS = frozenset(
    {"asked", "declined", "did", "gave", "refused", "requested", "spoke", "wanted", "wished", "would"}
)
"""Verbs of clauses that seldom say who somebody is: "a man who gave no name"."""
_PARTS = frozenset({"most", "many", "some", "few", "several", "other"})
_BUSINESSES = frozenset({"airline", "bank", "business", "company", "corporation", "firm", "maker", "operator"})
"""Nouns for those that trade: no body of another sort is taken up by them."""
_SORTED = frozenset(
    {"agency", "college", "institution", "panel", "party", "regulator", "school", "university", "watchdog"}
)
"""The groups of ``lexicon/sorts.toml``."""
_WHEN = frozenset({"following", "amid", "after", "before", "during", "while", "when"})
_POINTERS = frozenset({"this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"})
"""Determiners that stay in a description but tell nothing of whom it describes."""


def description_span(scene: Scene, phrase: Phrase) -> Pair:
    """The description without incidental clauses: up to the first comma that parts no list, or to a bracket or dash."""
    doc = scene.doc
    end = phrase.start
    inside = {i for name in scene.names_in((phrase.start, phrase.end)) for i in range(name.start, name.end)}
    while end < phrase.end:
        text = doc[end].text
        if end > phrase.head and _is_circumstance(scene, phrase, end):
            break
        if end not in inside and text in {"–", "—", "--", ";", ":"}:
            break
        if text == "," and not _parts_list(scene, end, phrase.end):
            break
        end += 1
    return phrase.start, max(end, phrase.start + 1)


def _is_circumstance(scene: Scene, phrase: Phrase, index: int) -> bool:
    """Whether words begin here that tell of a moment, not of the speaker: when, or, of one person, a clause."""
    lower = scene.doc[index].text.casefold()
    one = phrase.noun is not None and phrase.noun.kind is NounKind.PERSON and phrase.noun.singular != "one"
    bare = phrase.start == phrase.head and scene.doc[min(index + 1, len(scene.doc) - 1)].lower_ not in _WITHHOLDS
    return lower in _WHEN or (one and not bare and lower == "who")


def _parts_list(scene: Scene, comma: int, end: int) -> bool:
    following = [scene.doc[i].text for i in range(comma + 1, min(end, comma + 8))]
    return (
        "and" in following
        and not any(
            w.casefold() in word_list("phrases", "articles") or w.casefold() in word_list("phrases", "relatives")
            for w in following[: following.index("and")]
        )
        and following[0].casefold() not in {"including", "especially", "particularly"}
    )


def same_description(stage: Stage, phrase: Phrase, kinds: frozenset[SpeakerType], position: int) -> Entity | None:
    """The entity that an earlier source described by the same noun: the same words, or a definite phrase that adds
    none.
    """
    scene = stage.scene
    assert phrase.noun is not None
    mine = content_words(name_words(scene.text(description_span(scene, phrase)))) - _POINTERS
    pointing = phrase.determiner in {Determiner.DEFINITE, Determiner.POSSESSIVE}
    for entity in reversed(scene.last_described(phrase.noun.singular)):
        theirs = content_words(entity.words)
        announced = scene.in_heading(entity.name[0]) and not scene.in_heading(position)
        if entity.type not in kinds or (announced and entity.type is SpeakerType.ORGANISATION):
            continue
        if phrase.determiner is Determiner.POSSESSIVE and not _same_owner(stage, phrase, entity):
            continue
        if _PARTS & theirs - mine:
            continue  # "most voters" are not "the voters"
        if mine == theirs or (pointing and (mine <= theirs or (jaccard(mine, theirs) >= 0.5 and len(mine) > 2))):
            return entity
    return None


def _same_owner(stage: Stage, phrase: Phrase, entity: Entity) -> bool:
    """Whether a description holds the possessive pronoun of another one, or the surname of whoever that means."""
    word = stage.scene.doc[phrase.start].text.casefold()
    if word in entity.words or word not in PRONOUNS:
        return True
    owner = possessor(stage, phrase.start)
    return owner is not None and owner.words[-1] in entity.words


def owner(stage: Stage, phrase: Phrase) -> Entity | None:
    """The person whom the possessor of a phrase names or means: no relative of somebody is that one's self."""
    owners = stage.scene.names_in(phrase.possessor) if phrase.possessor is not None else ()
    if owners:
        return stage.scene.entity_of(owners[-1])
    return possessor(stage, phrase.start) if phrase.determiner is Determiner.POSSESSIVE else None


def named_body(stage: Stage, phrase: Phrase, position: int) -> tuple[Entity, float, str] | None:
    """The named organisation that a definite description means: its name holds the noun ("the ministry"), or the noun
    is generic and it was just mentioned ("the group"). With a score and the rule."""
    scene = stage.scene
    assert phrase.noun is not None
    head = phrase.noun.singular
    mine = content_words(name_words(scene.text(phrase.base)))
    exact = scene.bodies.find(tuple(name_words(scene.text(phrase.base))))
    if exact is not None:
        return exact, 0.9, "same-name"
    if phrase.determiner is Determiner.INDEFINITE:
        return None
    fits = [
        body
        for body in scene.bodies.by_word.get(head, ())[-64:]
        if mine <= content_words(body.words) | origins(scene, phrase)
    ]
    if fits:
        nearest = max(fits, key=lambda body: (body.last_before(position), -body.first))
        return nearest, 0.85 if len(fits) == 1 else 0.7, "sort-in-name"
    unique = head in word_list("things", "official_organisations")
    described = [entity for entity in scene.last_described(head) if not scene.in_heading(entity.name[0])]
    wide = head in word_list("things", "generic_organisations") | word_list("things", "media") | _BUSINESSES
    bare = len(mine) == 1 or (wide and phrase.possessor is None and not scene.names_in(phrase.base))
    if bare and not unique and not scene.bodies.by_word.get(head) and not described:
        return _just_mentioned(stage, head, position)
    return None


def origins(scene: Scene, phrase: Phrase) -> frozenset[str]:
    """The words of the phrase that may miss in a name: those of places and peoples, and possessive pronouns."""
    names = [name for name in scene.names_in(phrase.base) if name.type is not NameType.PERSON]
    return frozenset(word for name in names for word in name_words(scene.text((name.start, name.end))))


def _just_mentioned(stage: Stage, head: str, position: int) -> tuple[Entity, float, str] | None:
    """The organisation last mentioned that a noun can take up: one of a sort that the noun is another word for; else,
    by a wide noun, any that is no body of state, and by another only a body whose name does not say what it is. Those
    that report the news are taken up by words for such only, and where they spoke last.
    """
    medium = head in word_list("things", "media")
    last = stage.last_spoken(position)
    near = [
        entity
        for start, entity in stage.before(position)
        if position - start <= _RECENT
        and entity.type is SpeakerType.ORGANISATION
        and entity.named
        and not stage.scene.in_heading(start)
        and not names_place(stage, start)
        and (_is_medium(entity) or head == "agency" if medium else entity in last or not _is_medium(entity))
    ]
    kin = word_list("sorts", head) if head in _SORTED else frozenset()
    akin = next((entity for entity in near if entity.head in kin), None)
    found = akin or next((entity for entity in near if _can_be(head, entity)), None)
    if found is not None:
        return found, 0.75 if found in last else 0.6, "generic-noun"
    if not medium:
        return None
    media = [body for body in stage.scene.bodies.all if body.first < position and _is_medium(body)]
    return (media[0], 0.6, "generic-noun") if len(media) == 1 else None


def _can_be(head: str, entity: Entity) -> bool:
    """Whether nothing in a body's name speaks against its being of the sort that a noun names."""
    if head in _BUSINESSES and entity.head is not None and entity.head not in _BUSINESSES:
        return False
    if head in word_list("things", "generic_organisations"):
        return entity.head not in word_list("things", "official_organisations")
    return entity.head is None


def _is_medium(entity: Entity) -> bool:
    """Whether a name is a newspaper's or the like by one of its words."""
    return bool(set(entity.words) & (word_list("things", "media") | word_list("things", "mastheads")))


def new_entity(scene: Scene, phrase: Phrase, type_: SpeakerType) -> Entity:
    """An entity known by this description only. A role becomes its title."""
    span = description_span(scene, phrase)
    head = phrase.noun.singular if phrase.noun else scene.doc[phrase.head].text.casefold()
    entity = scene.describe(type_, span, head)
    if type_ in {SpeakerType.ROLE, SpeakerType.ANONYMOUS}:
        entity.gender = noun_gender(scene.doc[phrase.head].text)
        if _is_role(scene, phrase):
            entity.titles.append(FoundTitle(*span, "described"))
    return entity


def _is_role(scene: Scene, phrase: Phrase) -> bool:
    text = scene.doc[phrase.head].text.casefold()
    return text not in word_list("people", "persons") and phrase.noun is not None and text != "one"


def speaker_type(known: Noun | None) -> SpeakerType:
    """The type of speaker that a noun describes; an unknown noun is taken for a role."""
    if known is None:
        return SpeakerType.ROLE
    return {
        NounKind.PERSON: SpeakerType.ROLE,
        NounKind.GROUP: SpeakerType.GROUP,
        NounKind.ORGANISATION: SpeakerType.ORGANISATION,
        NounKind.DOCUMENT: SpeakerType.DOCUMENT,
    }[known.kind]


def form_of(known: Noun | None) -> MentionForm:
    """The form of a mention by a description with this head noun."""
    if known is None or known.kind in {NounKind.PERSON, NounKind.ORGANISATION}:
        return MentionForm.TITLE
    return MentionForm.COLLECTIVE if known.plural else MentionForm.TITLE

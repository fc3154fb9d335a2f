"""Roles without a name ("the minister", "the senators"): the named people whose titles they repeat."""

from __future__ import annotations

from quotex.lexicon.words import words as word_list
from quotex.matching import Words, content_words, name_words, overlap
from quotex.mentions.names import NameType
from quotex.mentions.phrases import Determiner, Phrase
from quotex.mentions.titles import FoundTitle, own_nouns
from quotex.records import MentionForm
from quotex.spans import Pair
from quotex.speakers.descriptions import origins, owner
from quotex.speakers.entities import Entity, Outcome, Step
from quotex.speakers.salience import Stage
from quotex.speakers.scene import Scene

_ENOUGH = 0.5
"""The least likeness of a description and a title that joins them."""
_MOST_BEARERS = 64
"""How many people of one role are compared."""
_LATER = 0.85
"""What a join to a name that only comes later in the article is worth, of one to a name before."""
_HYPERNYM = 0.75
_RANKS = frozenset({"vice", "deputy", "former", "assistant", "acting", "ex", "prime", "under", "co"})
"""Words that make another office of a title: they must stand in both or in neither."""


PAST = frozenset({"former", "acting", "ex"})
"""Those that tell nothing of what the office is of."""
_OF = frozenset({"of", "for", "at", "in", "on", "to"})
_STANCES = frozenset(
    {"leftwing", "left-wing", "leftist", "rightwing", "right-wing", "conservative", "liberal", "populist"}
)
"""Words that say where somebody stands: a title seldom repeats them."""
_COUNTERPART = "counterpart"
"""A word for whoever bears the same office elsewhere ("his Irish counterpart, Jane Roe … the Irish minister")."""
_UNPLACED = 0.7
"""What a title without the place that the description tells is worth, of one with it."""
_PARTY = {
    "conservative": "conservative",
    "democrat": "democrat",
    "democratic": "democrat",
    "gop": "republican",
    "labour": "labour",
    "republican": "republican",
    "tory": "conservative",
}
"""Words for parties that have rival candidates for the same offices."""
_STEM = 4
"""First letters by which the words for a place and its people agree ("Norway", "Norwegian")."""
_WIDE = frozenset(
    {
        "academic",
        "boss",
        "businessman",
        "candidate",
        "democrat",
        "doctor",
        "journalist",
        "lawmaker",
        "lawyer",
        "leader",
        "officer",
        "official",
        "politician",
        "republican",
        "spokesperson",
    }
)
"""The groups of ``lexicon/roles.toml`` that hold narrower words."""


def titled_person(stage: Stage, phrase: Phrase, position: int) -> Outcome | None:
    """The named person whose title the description repeats, nearest before it, else after it; ``None`` if nobody's."""
    scene = stage.scene
    assert phrase.noun is not None
    described = name_words(scene.text(_what_it_says(scene, phrase)))
    best: tuple[float, int, Entity, FoundTitle] | None = None
    capital = phrase.head > phrase.start and scene.doc[phrase.head].is_title
    state = described[-3:] == ("head", "of", "state")
    for head, share in _heads("leader" if state else phrase.noun.singular, capital and not state):
        for person in scene.by_role.get(head, ())[:_MOST_BEARERS]:
            for title in person.titles:
                if head not in _role_nouns(scene, title):
                    continue
                score = share * _likeness(scene, described, title, head, phrase)
                if head == _COUNTERPART and not _same_place(scene, phrase, title):
                    continue
                last = person.last_before(position)
                score *= 1.0 if last >= 0 else _LATER
                nearness = last if last >= 0 else -1 - person.first
                if score >= _ENOUGH and (best is None or (round(score, 2), nearness) > (round(best[0], 2), best[1])):
                    best = (score, nearness, person, title)
    if best is None:
        return None
    score, _, person, title = best
    path = (Step("role", round(score, 4), (title.start, title.end)), Step("titled-name", round(score, 4), person.name))
    return Outcome(MentionForm.TITLE, (person,), path)


def _what_it_says(scene: Scene, phrase: Phrase) -> Pair:
    """The base of a description with what hangs on it by a preposition of titles ("minister of ports"), not where or
    when its bearer spoke ("the bishop before the procession")."""
    end = phrase.base[1]
    return phrase.start, phrase.end if end < phrase.end and scene.doc[end].text in _OF else end


def _role_nouns(scene: Scene, title: FoundTitle) -> set[str]:
    return {known.singular for known in own_nouns(scene.doc, title)}


def _heads(singular: str, capital: bool) -> list[tuple[str, float]]:
    """The role nouns that a description's noun may repeat: itself, and those that it is a wider word for, unless it
    stands in a capital as a certain office or a name does."""
    wider = word_list("roles", singular) if singular in _WIDE and not capital else frozenset()
    narrower = ((narrow, _HYPERNYM) for narrow in sorted(wider) if narrow != singular)
    return [(singular, 1.0), (_COUNTERPART, _HYPERNYM), *narrower]


def _likeness(scene: Scene, described: Words, title: FoundTitle, head: str, phrase: Phrase) -> float:
    titled = name_words(scene.text((title.start, title.end)))
    ranks = (_RANKS & set(described)) ^ (_RANKS & set(titled))
    if ranks - PAST or ("former" in ranks and "former" in described and not _is_over(scene, title)):
        return 0.0
    if _elsewhere(scene, phrase, title):
        return 0.0
    assert phrase.noun is not None
    rest = content_words(described) - {head, phrase.noun.singular, scene.doc[phrase.head].text.casefold()} - PAST
    others = content_words(titled) - {head} - PAST
    if rest and rest <= _STANCES:
        return 0.7
    if not rest:
        return 0.9
    places = _places(scene, _what_it_says(scene, phrase))
    of_another = bool(others) and bool(rest - places) and not overlap(rest - places, others)
    if places and not of_another and not _places(scene, (title.start, title.end)):
        return _UNPLACED
    if not others:
        return 0.85 if head == phrase.noun.singular or rest <= origins(scene, phrase) else 0.5
    return 0.6 + 0.4 * overlap(rest, others) if overlap(rest, others) > 0 else 0.55 if len(rest) == 1 else 0.45


def _is_over(scene: Scene, title: FoundTitle) -> bool:
    """Whether a title stands behind "was", so that its bearer is a former one."""
    return any(token.lower_ == "was" for token in scene.doc[max(0, title.start - 2) : title.start])


def _elsewhere(scene: Scene, phrase: Phrase, title: FoundTitle) -> bool:
    """Whether the description and the title name places, peoples or parties that have nothing in common ("the
    Norwegian minister", "Danish minister")."""
    mine = _places(scene, _what_it_says(scene, phrase))
    theirs = _places(scene, (title.start, title.end))
    parties = _party(scene, _what_it_says(scene, phrase)), _party(scene, (title.start, title.end))
    return (bool(mine and theirs) and not _same_place(scene, phrase, title)) or (
        None not in parties and parties[0] != parties[1]
    )


def _party(scene: Scene, span: Pair) -> str | None:
    """The party that the words of a span name, by one of its words."""
    return next((_PARTY[word] for word in name_words(scene.text(span)) if word in _PARTY), None)


def _same_place(scene: Scene, phrase: Phrase, title: FoundTitle) -> bool:
    mine = _places(scene, _what_it_says(scene, phrase))
    theirs = _places(scene, (title.start, title.end))
    return any(a[:_STEM] == b[:_STEM] for a in mine for b in theirs)


def _places(scene: Scene, span: Pair) -> set[str]:
    names = scene.names_in(span)
    return {
        word
        for name in names
        if name.type in {NameType.PLACE, NameType.GROUP}
        for word in name_words(scene.text((name.start, name.end)))
    }


def relation(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Whom "his wife" or "Roe's brother" means: the one person whom the article names as such, and not "he" or Roe."""
    scene = stage.scene
    owned = phrase.determiner is Determiner.POSSESSIVE or phrase.possessor is not None
    if phrase.noun is None or not owned or phrase.noun.singular not in word_list("people", "kin"):
        return None
    people = scene.by_role.get(phrase.noun.singular, ())
    if len(people) != 1 or people[0] is owner(stage, phrase):
        return None
    path = (Step("relation", 0.7, (phrase.start, phrase.end)), Step("titled-name", 0.7, people[0].name))
    return Outcome(MentionForm.TITLE, (people[0],), path)


def _bodies_of_sort(scene: Scene, phrase: Phrase) -> tuple[Entity, ...]:
    """The only two bodies named before "the departments" whose names hold the noun."""
    assert phrase.noun is not None
    bodies = scene.bodies.by_word.get(phrase.noun.singular, ())[:_MOST_BEARERS]
    before = tuple(body for body in bodies if body.named and body.first < phrase.start and len(body.words) > 1)
    return before if len(before) == 2 else ()


def people_of_role(stage: Stage, phrase: Phrase) -> Outcome | None:
    """The people whom a definite plural takes up ("the senators"): the last speakers, or the only two mentioned so
    far, that bear the role."""
    scene = stage.scene
    if phrase.noun is None or phrase.determiner is not Determiner.DEFINITE or phrase.base[1] != phrase.end:
        return None
    bearers = scene.by_role.get(phrase.noun.singular, ())[:_MOST_BEARERS]
    last = stage.last_spoken(phrase.start)
    if len(last) > 1 and all(person in bearers for person in last):
        people = last
    else:
        before = [person for person in bearers if person.first < phrase.start]
        people = tuple(before) if len(before) == 2 else ()
    people = people or _bodies_of_sort(scene, phrase)
    if not people:
        return None
    step = Step("people-of-role", 0.7, (phrase.start, phrase.end))
    return Outcome(MentionForm.TITLE, people, (step, *(Step("titled-name", 0.7, person.name) for person in people)))

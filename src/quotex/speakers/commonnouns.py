"""Whom and what "the" and a noun in a content mean: somebody by an office, a body or a place by its sort."""

from __future__ import annotations

from collections.abc import Set

from attrs import evolve

from quotex.lexicon.words import words as word_list
from quotex.matching import name_words
from quotex.mentions.nouns import NounKind, noun
from quotex.mentions.phrases import Phrase, read_phrase
from quotex.spans import Pair
from quotex.speakers.entities import Entity
from quotex.speakers.found import FoundReference
from quotex.speakers.namedthings import Things, read_things
from quotex.speakers.roles import PAST, titled_person
from quotex.speakers.salience import Stage

_STAYS = frozenset({"at", "for", "from", "in", "of", "on", "who", "whose", "with", "’s", "'s"})
"""What behind a role makes it one of something, or somebody's."""
_BEHIND = frozenset(
    """about after against and are as because before but by can could did does during had has have he if into is it may
    might must nor not or said says she should since than that they though to told under until was were when where
    whether while will without would""".split()
)
"""Words that no noun phrase goes on with behind its noun."""
_BESIDE = frozenset({"at", "for", "from", "in", "on", "with"})
"""Words that behind a bare noun seldom tell which is meant."""
_TELLS_WHICH = frozenset({"that", "where"})
_EMPOWER = frozenset(
    """allow allowing allows enable enabling enables give gives giving let lets letting permit permits require requires
    requiring to""".split()
)
"""Words behind which an office may be meant, whoever bears it ("a law that lets the mayor …", "reports to the mayor").
"""
_LINKS = frozenset(
    """am are as be became become becomes becoming been being call called elect elected is like made make making name
    named remain remained remains remaining stay stayed than was were ’m ’re ’s 'm 're 's appoint appointed choose chose
    chosen crown crowned considered declared deemed nominate nominated play played playing proclaimed""".split()
)
"""Verbs and the like behind which a description says what somebody is ("she was the mayor") rather than means them."""
_BETWEEN = frozenset(
    """again also always any anymore both either ever formerly him her himself herself in effect just longer me neither
    never no nor not now n't n’t once only or really simply still that then them therefore truly us you""".split()
)
"""Words that may stand between such a verb and a description, those in -ly aside."""
_LIKE = 0.86
"""The least likeness of a description and a title: what stands beside the office is in both."""
_OTHERS = frozenset({"the", "next", "future", "new", "first", "last", "second", "other", "previous", "late"})
"""Words within a description by an office that make it another bearer's, or two descriptions."""
_LONGEST = 5
"""Most words of a role before its noun."""
_NEXT = 2
"""Most tokens between a name and the title behind it: a comma and an article."""


def of_role(stage: Stage, index: int, content: Pair) -> FoundReference | None:
    """ "The minister": the one named person who bears the role."""
    phrase = _role_behind(stage, index, content)
    if phrase is None:
        return None
    outcome = titled_person(stage, phrase, phrase.start)
    if outcome is None:
        return FoundReference.nothing((index, phrase.end), "role-of-nobody")
    doc = stage.scene.doc
    ends = _ends_phrase(doc[phrase.end : phrase.end + 1].text) and doc[index - 1 : index].text.lower() not in _EMPOWER
    if (
        phrase.noun is None
        or not ends
        or outcome.path[0].score < _LIKE
        or phrase.noun.singular not in word_list("people", "offices_of_one")
    ):
        return FoundReference.nothing((index, phrase.end), "office-of-many")
    (person,) = outcome.entities
    said = set(name_words(stage.scene.text((phrase.start, phrase.end))))
    title = office_of(stage, person, phrase.noun.singular, said)
    if title is None or _is_of_one_country(stage, title):
        return FoundReference.nothing((index, phrase.end), "office-of-many")
    bearers = stage.scene.by_role.get(phrase.noun.singular, ())
    found = FoundReference.of((index, phrase.end), outcome.path[0].rule, outcome.path, person)
    return evolve(found, score=round(found.score / max(1, len(bearers)), 4))


def office_of(stage: Stage, person: Entity, office: str, said: Set[str]) -> Pair | None:
    """The title with the office beside the person's name in full, which tells it from a namesake's ("President Osk" of
    Ida Osk's husband), and not as one borne once, unless the words ``said`` of it say so, too; ``None`` without one."""
    for title in person.titles:
        span = (title.start, title.end)
        words = set(name_words(stage.scene.text(span)))
        if office in words and PAST & words <= said and _is_beside_name(person, span):
            return span
    return None


def _is_of_one_country(stage: Stage, title: Pair) -> bool:
    """Whether a title is of one of several countries that the article has to do with: a bare "prime minister" may be
    another's."""
    return len(_things(stage).countries.met) > 1 and _things(stage).countries.is_met_in(title)


def _is_beside_name(person: Entity, title: Pair) -> bool:
    """Whether a title stands next to the name in full, a mark between them at most."""
    return any(0 <= start - title[1] <= 1 or 0 <= title[0] - end <= _NEXT for start, end in person.in_full())


def of_thing(stage: Stage, index: int, content: Pair) -> FoundReference | None:
    """ "The ministry", "the country": the one that the article can mean; ``None`` for other nouns and for one of
    something."""
    doc, head = stage.scene.doc, index + 1
    if head >= content[1] or doc[head].lower_ not in word_list("things", "taken_up") or head in stage.scene.name_at:
        return None
    after = doc[head + 1 : head + 2].text
    if doc[head + 2 : head + 3].text == "which":
        return None
    if not (_ends_phrase(after) or after.lower() in _BESIDE) or after.lower() in _TELLS_WHICH:
        return None
    is_of_level = doc[head].lower_ == "state" and after.lower() in {"and", "or"}  # "state and federal courts"
    meant = None if is_of_level else _things(stage).meant(doc[head].lower_, index)
    span = (index, head + 1)
    if meant is None:
        return FoundReference.nothing(span, "thing-of-several")
    return FoundReference(span, meant.rule, meant.score, meant.entity)


def _things(stage: Stage) -> Things:
    if stage.things is None:
        stage.things = read_things(stage.scene)
    return stage.things


def is_predicate(stage: Stage, article: int) -> bool:
    """Whether a description from its article on says what somebody is or becomes, so that a name in its stead would
    say who they are ("no longer the mayor", "elected her the mayor")."""
    doc = stage.scene.doc
    at = article - 1
    while at >= 0 and article - at <= _LONGEST and (doc[at].lower_ in _BETWEEN or doc[at].lower_.endswith("ly")):
        at -= 1
    return at >= 0 and doc[at].lower_ in _LINKS


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
    return not word.isalpha() or word in _BEHIND or word.endswith("ed")

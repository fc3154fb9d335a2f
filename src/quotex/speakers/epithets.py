"""Roles that take up a person by something else than the words of a title: epithets, and titles in capitals."""

from __future__ import annotations

from spacy.tokens import Token

from quotex.lexicon.words import words as word_list
from quotex.mentions.names import NameType
from quotex.mentions.nouns import noun_gender
from quotex.mentions.phrases import Determiner, Phrase
from quotex.records import MentionForm
from quotex.speakers.antecedents import antecedent
from quotex.speakers.entities import Entity, Outcome, Step
from quotex.speakers.salience import Stage

_CLEAR = 0.55
"""The least certainty with which a person is taken for the one that an epithet means."""
_SURE = 0.8
"""The least certainty with which it is where the description tells of an office that the person is not known by."""
_AFFECTED = frozenset({"accuser", "caller", "complainant", "employee", "plaintiff", "survivor", "victim", "witness"})
"""Words for somebody whom what is told has happened to, seldom the one it is told of."""
_STANDINGS = ("an", "ed", "ese", "ical", "ing", "ior", "ish", "ist", "ive")
"""Endings of words that tell where somebody stands or is from."""
_PARTIES = frozenset({"conservative", "democrat", "independent", "liberal", "republican", "socialist", "tory"})
_ORDINALS = frozenset("second third fourth fifth other another".split())
_OF_ONE = ("ian", "ean", "ican", "German", "ine", "ander", "ard", "ani", "aeli", "aqi")
"""Endings of words for somebody of a country, which behind "the" and without an "s" name one person; a people is "the
French", "the Chinese"."""


def epithet(stage: Stage, phrase: Phrase) -> Outcome | None:
    """ "The striker", "the former senator": the person the sentences before are about, if a name, by a clear lead."""
    assert phrase.noun is not None
    if phrase.determiner is not Determiner.DEFINITE or phrase.possessor is not None:
        return None
    if stage.scene.doc[phrase.start].lower_ in {"this", "that"} or _is_name(stage, phrase):
        return None
    if any(name.type is NameType.PERSON for name in stage.scene.names_in((phrase.start, phrase.end))):
        return None  # "the widow of Ulf Osk" is somebody told by him
    found = antecedent(stage, phrase.start, noun_gender(stage.scene.doc[phrase.head].text))
    if found is None or not found[0].named or found[2] < _CLEAR:
        return None
    person, start, score = found
    if _is_another(stage, phrase) or not (_varies_a_name(stage, phrase) or _takes_up(stage, phrase, person, score)):
        return None
    span = (start, stage.ends.get(start, start + 1))
    return Outcome(
        MentionForm.TITLE,
        (person,),
        (Step("epithet", min(0.6, round(score, 4)), span), Step("name-of-mention", 0.6, person.name)),
    )


def _is_name(stage: Stage, phrase: Phrase) -> bool:
    """Whether the noun stands alone in a capital, as the name of a newspaper does ("The Advocate"), and no party's."""
    assert phrase.noun is not None
    alone = phrase.start == phrase.head == phrase.end - 1 and stage.scene.doc[phrase.head].is_title
    return alone and phrase.noun.singular not in _PARTIES


def _takes_up(stage: Stage, phrase: Phrase, person: Entity, score: float) -> bool:
    """Whether an office can be that of the person the sentences before are about: to one without a title it can be
    news, if it is not the office of something. One with another title must be surely meant, by a standing or an origin
    besides ("the Tarnian leader"); a certain office has a capital, and nobody has two of one noun."""
    doc = stage.scene.doc
    assert phrase.noun is not None
    if doc[phrase.head : phrase.end].text.casefold() != "head of state":
        if phrase.base[1] < phrase.end and doc[phrase.base[1]].lower_ == "of":
            return False
        if not person.titles:
            return True
        before = doc[phrase.head - 1] if phrase.head > phrase.start else None
        if doc[phrase.head].is_title or before is None or not _says_which(stage, before):
            return False
    office = phrase.noun.singular in word_list("people", "roles") and phrase.noun.singular not in _AFFECTED
    return score >= _SURE and office and person not in stage.scene.by_role.get(phrase.noun.singular, ())


def _says_which(stage: Stage, token: Token) -> bool:
    """Whether a word before an office tells where its bearer stands or is from, rather than what the office is of
    ("the band leader")."""
    named = token.i in stage.scene.name_at or token.text.isupper()
    return named or token.text.endswith(("-", '"', "”")) or token.lower_.endswith(_STANDINGS) or _is_joined(token)


def _is_joined(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text in {"-", "‑", "‐"}


def demonym(stage: Stage, phrase: Phrase) -> Outcome | None:
    """ "The Argentine": the person the sentences before are about, if a name, by a clear lead."""
    word = stage.scene.doc[phrase.head].text
    if phrase.determiner is not Determiner.DEFINITE or phrase.end - phrase.start > 1 or not word.endswith(_OF_ONE):
        return None
    found = antecedent(stage, phrase.start, None)
    if found is None or not found[0].named or found[2] < _CLEAR:
        return None
    span = (found[1], stage.ends.get(found[1], found[1] + 1))
    path = (Step("epithet", min(0.6, round(found[2], 4)), span), Step("name-of-mention", 0.6, found[0].name))
    return Outcome(MentionForm.TITLE, (found[0],), path)


def _varies_a_name(stage: Stage, phrase: Phrase) -> bool:
    """Whether the description can vary the name of somebody known: by a trade or a standing rather than an office, or
    by a modifier such as "former" or "35-year-old"."""
    assert phrase.noun is not None
    word = phrase.noun.singular
    if word in word_list("people", "epithets"):
        return True
    plain = any(word in word_list("people", group) for group in ("persons", "men", "women")) and word not in word_list(
        "people", "roles"
    )
    if not plain and word not in word_list("people", "offices"):
        return True
    modifiers = (stage.scene.doc[i].text.casefold().rpartition("-")[2] for i in range(phrase.start, phrase.head))
    return any(modifier in word_list("people", "variations") for modifier in modifiers)


def _is_another(stage: Stage, phrase: Phrase) -> bool:
    """Whether a description counts its bearer among several ("the second official")."""
    return any(stage.scene.doc[i].lower_ in _ORDINALS for i in range(phrase.start, phrase.head))


def abbreviated_title(stage: Stage, phrase: Phrase) -> Outcome | None:
    """The person whose title these capitals behind "the" abbreviate ("the PM"), unless a body bears them as well."""
    scene = stage.scene
    text = scene.text(phrase.base)
    if phrase.determiner is not Determiner.DEFINITE or not (1 < len(text) < 5 and text.isalpha() and text.isupper()):
        return None
    body = scene.bodies.abbreviated(text)
    people = scene.by_initials.get(text.casefold(), [])
    if not people or (body is not None and body.named and len(body.words) > 1):
        return None
    person = max(people, key=lambda p: (p.last_before(phrase.start), -p.first))
    path = (Step("abbreviated-title", 0.8, phrase.base), Step("titled-name", 0.8, person.name))
    return Outcome(MentionForm.TITLE, (person,), path)

"""Roles that take up a person by something else than the words of a title: epithets, and titles in capitals."""

from __future__ import annotations

from quotex.lexicon.words import words as word_list
from quotex.mentions.names import NameType
from quotex.mentions.nouns import noun_gender
from quotex.mentions.phrases import Determiner, Phrase
from quotex.records import MentionForm
from quotex.speakers.antecedents import antecedent
from quotex.speakers.entities import Outcome, Step
from quotex.speakers.salience import Stage

_CLEAR = 0.55
"""The least certainty with which a person is taken for the one that an epithet means."""
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
    of = phrase.base[1] < phrase.end and stage.scene.doc[phrase.base[1]].lower_ == "of"
    if _is_another(stage, phrase) or (not _varies_a_name(stage, phrase) and (person.titles or of)):
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

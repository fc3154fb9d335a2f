"""Roles that take up a person by something else than the words of a title: epithets, and titles in capitals."""

from __future__ import annotations

from quotex.lexicon.words import words as word_list
from quotex.mentions.nouns import noun_gender
from quotex.mentions.phrases import Determiner, Phrase
from quotex.records import MentionForm
from quotex.speakers.entities import Outcome, Step
from quotex.speakers.salience import Stage, antecedent

_CLEAR = 0.55
"""The least certainty with which a person is taken for the one that an epithet means."""


def epithet(stage: Stage, phrase: Phrase) -> Outcome | None:
    """ "The striker", "the nominee": the person the sentences before are about, if a name, by a clear lead."""
    assert phrase.noun is not None
    if phrase.determiner is not Determiner.DEFINITE or phrase.noun.singular not in word_list("people", "epithets"):
        return None
    found = antecedent(stage, phrase.start, noun_gender(stage.scene.doc[phrase.head].text))
    if found is None or not found[0].named or found[2] < _CLEAR:
        return None
    person, start, score = found
    span = (start, stage.ends.get(start, start + 1))
    return Outcome(
        MentionForm.TITLE,
        (person,),
        (Step("epithet", min(0.6, round(score, 4)), span), Step("name-of-mention", 0.6, person.name)),
    )


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

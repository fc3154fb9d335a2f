"""Pronouns that take up the subject of the sentence before, where that is a role ("The minister, 78, came. He …")."""

from __future__ import annotations

from spacy.tokens import Doc

from quotex.lexicon.words import words
from quotex.mentions.nouns import NounKind
from quotex.mentions.phrases import Determiner, Phrase, read_phrase
from quotex.mentions.pronouns import Pronoun
from quotex.records import MentionForm
from quotex.speakers.entities import Outcome, Step
from quotex.speakers.roles import titled_person
from quotex.speakers.salience import Stage

_SUBJECT = 6
"""Most tokens of the subject."""
_SCORE = 0.75
"""What is made of it: somebody else may be meant all the same."""


def role_before(stage: Stage, token: int, pronoun: Pronoun) -> Outcome | None:
    """The one whose title the subject of the sentence before repeats, if that is a definite role and nobody has spoken
    since it began; ``None`` where the pronoun does not open its sentence or is of another gender."""
    scene = stage.scene
    index = scene.sentence(token)
    if index == 0 or scene.structure.in_speech[token] or scene.structure.sentences[index][0] != token:
        return None
    begin = scene.structure.sentences[index - 1][0]
    last = stage.last_place(token)
    same = scene.structure.block_of[begin] == scene.structure.block_of[token]
    if (last is not None and last >= begin) or not same or scene.structure.in_speech[begin]:
        return None
    phrase = _subject(stage, begin)
    found = titled_person(stage, phrase, begin) if phrase is not None else None
    if phrase is None or found is None:
        return None
    person = found.entities[0]
    if person.first >= begin or (pronoun.gender is not None and person.gender not in {None, pronoun.gender}):
        return None
    step = Step("subject-before", _SCORE, (phrase.start, phrase.end))
    return Outcome(MentionForm.PRONOUN, found.entities, (step, *found.path))


def _subject(stage: Stage, begin: int) -> Phrase | None:
    """The role with "the" that a sentence begins with, before its verb; ``None`` where a name follows it."""
    scene, doc = stage.scene, stage.scene.doc
    if doc[begin].lower_ != "the":
        return None
    end = begin + 1
    while end < min(len(doc), begin + _SUBJECT) and _goes_on(doc, end):
        end += 1
        phrase = read_phrase(doc, (begin, end), scene.names_in((begin, end)))
        ends = phrase is not None and phrase.noun is not None and phrase.noun.kind is NounKind.PERSON
        if phrase is None or not ends or phrase.determiner is not Determiner.DEFINITE or phrase.names:
            continue
        following = doc[end] if end < len(doc) else None
        if following is None or following.lower_ in {"'s", "’s", "of", "for", "and"} or end in scene.name_at:
            return None
        if following.text == "," and end + 1 in scene.name_at:
            return None
        if following.text == "," or following.is_lower:
            return phrase
    return None


def _goes_on(doc: Doc, index: int) -> bool:
    token = doc[index]
    return token.is_alpha and (not token.is_stop or token.lower_ in words("people", "modifiers"))

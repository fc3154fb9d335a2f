"""Joining a role without a name to a name without a role, by where they stand.

News agencies credit a speaker first by role ("the head of the institute said …") and name him where he speaks next,
without saying again who he is ("Jane Roe noted: …"), or name him first and then vary the name by a role.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotex.attribution.draft import Draft
from quotex.mentions.names import NameType
from quotex.mentions.nouns import noun_gender
from quotex.mentions.phrases import Determiner, Phrase
from quotex.records import BlockKind, MentionForm
from quotex.speakers.entities import Entity, Outcome, Step
from quotex.speakers.roles import titled_person
from quotex.speakers.salience import Stage

_AHEAD = 0.6
"""Score of a join to the next speaker, who is named there for the first time and has no title."""
_BEHIND = 0.5
"""Score of a join to the speaker just before, who has no title."""
_TITLED = 0.65
"""Score of a join to somebody named later whose title the role repeats."""
_UNNAMED = frozenset(
    "analyst aide diplomat expert officer official source spokesman spokesperson spokeswoman witness".split()
)
"""Whom articles often leave unnamed: nobody without a title is taken for them."""
_LEAD = 2
"""How many paragraphs, headings aside, may bring in somebody who is named later."""
_TOP = 12
"""Among how many blocks at the top these are sought."""
LOOK_AHEAD = 9
"""How many drafts, the role's own included, are looked at for the next speaker; those between have its source or a
pronoun.
"""


def join_by_position(stage: Stage, order: Sequence[int], drafts: Sequence[Draft]) -> Outcome | None:
    """The person without a title who speaks next, or spoke last, and can bear the role of the first draft of
    ``order``; else ``None``.

    ``order`` lists that draft and those after it in text order. Only a phrase that points to
    somebody known ("the …", a bare title) is joined.
    """
    source = drafts[order[0]].voice
    phrase = stage.scene.phrases[source] if source is not None else None
    if phrase is None or phrase.determiner in {Determiner.INDEFINITE, Determiner.POSSESSIVE}:
        return None
    behind = stage.last_spoken(phrase.start)
    if len(behind) == 1 and phrase.possessor is None and _can_bear(stage, behind[0], phrase):
        return _joined(behind[0], "last-speaker-untitled", _BEHIND, phrase)
    ahead = _next_person(stage, order, drafts)
    if ahead is not None and ahead.first > phrase.start and len(ahead.words) > 1 and _can_bear(stage, ahead, phrase):
        return _joined(ahead, "next-speaker-untitled", _AHEAD, phrase)
    return None


def named_later(stage: Stage, phrase: Phrase, order: Sequence[int], drafts: Sequence[Draft]) -> Outcome | None:
    """The person whom a heading or the first sentences bring in by a role, before the article names them: "A lawmaker
    wants …" and, further down, "…," Jane Roe said. Somebody who is first named further on, whose title the role repeats
    or who has none and speaks next; ``None`` outside the lead, and where nobody fits."""
    if not _in_lead(stage, phrase.start):
        return None
    titled = titled_person(stage, phrase, phrase.start)
    if titled is not None and stage.scene.sentence(titled.entities[0].first) > stage.scene.sentence(phrase.start):
        return _joined(titled.entities[0], "named-later", _TITLED, phrase)
    if phrase.noun is None or phrase.noun.singular in _UNNAMED:
        return None
    ahead = _next_named(stage, order, drafts, phrase.start)
    if ahead is not None and len(ahead.words) > 1 and _can_bear(stage, ahead, phrase):
        return _joined(ahead, "named-later", _BEHIND, phrase)
    return None


def _in_lead(stage: Stage, token: int) -> bool:
    """Whether a token stands in a heading at the top or in the first two blocks below it."""
    structure = stage.scene.structure
    last = max(0, structure.block_of[token])
    paragraphs = sum(block.kind is BlockKind.PARAGRAPH for block in structure.blocks[: min(last, _TOP) + 1])
    return last <= _TOP and paragraphs <= _LEAD


def _next_named(stage: Stage, order: Sequence[int], drafts: Sequence[Draft], position: int) -> Entity | None:
    """The first person that a source behind the first of ``order`` names who was not named before."""
    for other in order[1:LOOK_AHEAD]:
        source = drafts[other].voice
        phrase = stage.scene.phrases[source] if source is not None else None
        if phrase is None or len(phrase.names) != 1 or phrase.names[0].type is not NameType.PERSON:
            continue
        person = stage.scene.entity_of(phrase.names[0])
        if person is not None and stage.scene.sentence(person.first) > stage.scene.sentence(position):
            return person
    return None


def _joined(person: Entity, rule: str, score: float, phrase: Phrase) -> Outcome:
    path = (Step("role-without-name", score, (phrase.start, phrase.end)), Step(rule, score, person.name))
    return Outcome(MentionForm.TITLE, (person,), path)


def _can_bear(stage: Stage, person: Entity, phrase: Phrase) -> bool:
    """Whether a person is named, has no title so far and is not of another gender than the role tells."""
    gender = noun_gender(stage.scene.doc[phrase.head].text)
    fits = gender is None or person.gender is None or gender is person.gender
    return person.named and person.is_person and not person.titles and fits


def _next_person(stage: Stage, order: Sequence[int], drafts: Sequence[Draft]) -> Entity | None:
    """The person that the next source after the first of ``order`` names, pronouns and repeats of the same source
    skipped.
    """
    here = drafts[order[0]].voice
    for other in order[1:LOOK_AHEAD]:
        source = drafts[other].voice
        if source is None or source == here:
            continue
        phrase = stage.scene.phrases[source]
        if phrase is None or (not phrase.names and phrase.noun is None and phrase.end - phrase.start == 1):
            continue
        if len(phrase.names) != 1 or phrase.names[0].type is not NameType.PERSON:
            return None
        return stage.scene.entity_of(phrase.names[0])
    return None

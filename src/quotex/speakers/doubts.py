"""What makes it doubtful whom a pronoun in a content means, though something tells.

A speaker is mostly the one whom the article is about, so that a wrong guess is rare; in what others say, the words
often mean somebody who has no name. Each doubt has a name, which says why nothing is made of the reference.
"""

from __future__ import annotations

from quotex.lexicon.words import words as word_list
from quotex.mentions.names import NameType
from quotex.mentions.nouns import Gender, NounKind, given_name_gender, noun, noun_gender
from quotex.mentions.pronouns import PRONOUNS, Pronoun
from quotex.records import MentionForm
from quotex.spans import Pair
from quotex.speakers.entities import Entity, Outcome
from quotex.speakers.namesakes import has_words_of
from quotex.speakers.salience import Stage

_ANYBODY = frozenset(
    {"anybody", "anyone", "each", "everybody", "everyone", "nobody", "one", "somebody", "someone", "whoever"}
)
"""Words for somebody without a name whom "he" or "she" behind them may mean."""
_CAUSATIVES = frozenset(
    "hear heard help helped helps have let lets make makes making made saw see seen watch watched".split()
)
"""Verbs behind which "her" and a verb that is a noun as well may follow ("made her look")."""
_SELVES = frozenset({"herself", "himself"})
"""Words that stay as they are, and what is joined to them does so, too ("himself and his boats")."""
_FEW = 6
"""Most tokens of a sentence before a pronoun whose person is named behind the comma."""
_MOST_SEEN = 64
"""How many mentions of a person are looked through for pronouns."""
_FAR = 60
"""Most tokens between a pronoun and the mention that shows whom it means."""


def doubt_of_pronoun(stage: Stage, index: int, pronoun: Pronoun, found: Outcome, speaker: Outcome) -> str | None:
    """Why it is in doubt that "he" or "she" at a token means the person found; ``None`` if nothing speaks against."""
    doc = stage.scene.doc
    if _is_either(stage, index):
        return "either"
    if doc[index].lower_ == "her" and index > 0 and doc[index - 1].lower_ in _CAUSATIVES:
        return "whose-or-whom"
    if index > 1 and doc[index - 1].lower_ == "and" and doc[index - 2].lower_ in _SELVES:
        return "whose-or-whom"
    (person,) = found.entities
    if not _is_of_gender(stage, index, person, speaker):
        return "gender-not-told"
    if _is_contradicted(stage, index, pronoun.gender, person):
        return "unlike-before"
    if found.path[0].rule == "subject-behind":
        start = stage.scene.sentence_start(index)
        if index - start > _FEW:
            return "far-off"
        return "somebody-between" if _is_somebody_between(stage, (start, index), pronoun.gender) else None
    if _is_named_soon(stage, index, person):
        return "named-behind"
    return _doubt_of_mention(stage, index, found, is_speaker=person in speaker.entities)


def _is_of_gender(stage: Stage, index: int, person: Entity, speaker: Outcome) -> bool:
    """Whether a person's name tells the gender of a pronoun. One that tells none, of a speaker who is named in full,
    may be of either where no other pronoun says so; for "his" and "her" one must say it."""
    word = stage.scene.doc[index].lower_
    gender, told = PRONOUNS[word].gender, _gender(stage, person)
    if told is not None:
        return gender is None or gender is told
    if person not in speaker.entities or speaker.form is not MentionForm.NAMED or len(person.words) < 2:
        return False
    heard = {
        PRONOUNS[stage.scene.doc[seen.span[0]].lower_].gender
        for seen in person.seen[:_MOST_SEEN]
        if seen.form is MentionForm.PRONOUN and stage.scene.doc[seen.span[0]].lower_ in PRONOUNS
    }
    return heard == {gender} or (not heard and word in {"he", "she"})


def _doubt_of_mention(stage: Stage, index: int, found: Outcome, *, is_speaker: bool) -> str | None:
    """Why the mention that shows whom a pronoun means may show somebody else."""
    (person,), span = found.entities, found.path[0].span
    name = stage.scene.name_at.get(span[0]) if span is not None else None
    if name is not None and not has_words_of(stage, name, person):
        return "unlike-name"
    if span is None or span[1] > index:
        return None
    if name is None and not is_speaker:
        return "described"  # by a pronoun, which may have been taken for the wrong one, or by a role
    if index - span[1] > _FAR and not is_speaker:
        return "far-off"
    if not is_speaker and person in stage.speakers_at(span[0]):
        return "spoke-of-others"
    pronoun, between = stage.scene.doc[index].lower_, (span[1], index)
    gender = PRONOUNS[pronoun].gender
    is_whose = pronoun not in {"he", "she"}
    rival = is_whose and _is_rival_between(stage, between, gender, person)
    return "somebody-between" if rival or _is_somebody_between(stage, between, gender) else None


def _is_named_soon(stage: Stage, index: int, person: Entity) -> bool:
    """Whether a name of the person stands right behind the pronoun, as if of another ("she met Roe")."""
    return stage.scene.is_named_in(person, (index + 1, min(len(stage.scene.doc), index + 1 + _FEW)))


def _is_contradicted(stage: Stage, index: int, gender: Gender | None, person: Entity) -> bool:
    """Whether the same pronoun means somebody else before in the sentence."""
    scene = stage.scene
    start = scene.sentence_start(index)
    for at, entity in stage.before(index):
        if at < start:
            return False
        pronoun = PRONOUNS.get(scene.doc[at].lower_)
        if pronoun is not None and pronoun.gender is gender and pronoun.gender is not None and entity is not person:
            return True
    return False


def _is_either(stage: Stage, index: int) -> bool:
    """Whether a pronoun is half of "he or she"."""
    doc = stage.scene.doc
    around = [doc[i].lower_ for i in range(max(0, index - 2), min(len(doc), index + 3))]
    pairs = zip(around, around[1:], around[2:], strict=False)
    return any(first in PRONOUNS and joint in {"or", "/"} and second in PRONOUNS for first, joint, second in pairs)


def _gender(stage: Stage, person: Entity) -> Gender | None:
    """The gender that a form of address, a title or a given name tells, not one that a pronoun seemed to."""
    if person.gender_told:
        return person.gender
    names = (person.words, *sorted(person.forms))
    return next((gender for words in names for word in words[:-1] if (gender := given_name_gender(word))), None)


def _is_somebody_between(stage: Stage, between: Pair, gender: Gender | None) -> bool:
    """Whether a noun or pronoun for one person without a name, or for a creature, stands between a name and a pronoun
    that fits it."""
    scene = stage.scene
    for i in range(*between):
        token = scene.doc[i]
        if i in scene.name_at:
            continue
        if token.lower_ in _ANYBODY or token.lower_ in word_list("things", "creatures"):
            return True
        if token.lower_ == "who" and _follows_one(stage, i):
            return True
        known = noun(token.text)
        if known is None or known.kind is not NounKind.PERSON or known.plural:
            continue
        near = range(i + 1, min(len(scene.doc), i + 3))
        titles = any(j in scene.name_at and scene.name_at[j].type is NameType.PERSON for j in near)
        if not titles and noun_gender(token.text) in {None, gender}:
            return True
    return False


def _is_rival_between(stage: Stage, between: Pair, gender: Gender | None, person: Entity) -> bool:
    """Whether somebody else who fits a pronoun is named last before it ("Roe met Doe and took her boat")."""
    people = [stage.scene.entity_of(name) for name in stage.scene.names_in(between) if name.type is NameType.PERSON]
    last = next((each for each in reversed(people) if each is not None), None)
    return last is not None and last is not person and _gender(stage, last) in {None, gender}


def _follows_one(stage: Stage, relative: int) -> bool:
    """Whether "who" hangs on a noun for somebody without a name ("a Tarnian who …")."""
    if relative == 0:
        return False
    before = stage.scene.doc[relative - 1]
    return before.is_alpha and before.i not in stage.scene.name_at and not before.lower_.endswith("s")

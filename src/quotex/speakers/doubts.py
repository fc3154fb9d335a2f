"""What makes it doubtful whom a pronoun or a short name in a content means, though something tells.

A speaker is mostly the one whom the article is about, so that a wrong guess is rare; in what others say, the words
often mean somebody who has no name. Each doubt has a name, which says why nothing is made of the reference.
"""

from __future__ import annotations

from itertools import pairwise

from quotex.lexicon.words import words as word_list
from quotex.matching import Words, name_words
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import Gender, NounKind, given_name_gender, noun, noun_gender
from quotex.mentions.pronouns import PRONOUNS, Pronoun
from quotex.records import MentionForm
from quotex.spans import Pair
from quotex.speakers.entities import Entity, Outcome
from quotex.speakers.salience import Stage

_ANYBODY = frozenset(
    {"anybody", "anyone", "each", "everybody", "everyone", "nobody", "one", "somebody", "someone", "whoever"}
)
"""Words for somebody without a name whom "he" or "she" behind them may mean."""
_MONARCHS = frozenset({"emperor", "empress", "king", "prince", "princess", "queen", "saint", "st", "st.", "sultan"})
"""Titles of which there are several, told apart by a word of the name."""
_FAMILIES = frozenset("brothers clan couple dynasty families family siblings sisters twins".split())
"""Nouns that make a surname that of several."""
_CAUSATIVES = frozenset(
    "hear heard help helped helps have let lets make makes making made saw see seen watch watched".split()
)
"""Verbs behind which "her" and a verb that is a noun as well may follow ("made her look")."""
_FEW = 6
"""Most tokens of a sentence before a pronoun whose person is named behind the comma."""
_TERM = 3
"""Tokens behind a name among which the marks close that make a term of it."""
_FAR = 60
"""Most tokens between a pronoun and the mention that shows whom it means."""


def doubt_of_pronoun(stage: Stage, index: int, pronoun: Pronoun, found: Outcome, speaker: Outcome) -> str | None:
    """Why it is in doubt that "he" or "she" at a token means the person found; ``None`` if nothing speaks against."""
    doc = stage.scene.doc
    if _is_either(stage, index):
        return "either"
    if doc[index].lower_ == "her" and index > 0 and doc[index - 1].lower_ in _CAUSATIVES:
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


def _is_of_generation(words: Words, person: Entity) -> bool:
    """Whether a name leaves out the "Sr." or "Jr." that tells father and child apart, other than in a surname alone."""
    suffix = person.words[-1] if person.words else ""
    is_surname = len(words) == 1 and words == person.words[-2:-1]
    return suffix == "sr" or (suffix == "jr" and not is_surname and suffix not in words)


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
        for seen in person.seen
        if seen.form is MentionForm.PRONOUN and stage.scene.doc[seen.span[0]].lower_ in PRONOUNS
    }
    return heard == {gender} or (not heard and word in {"he", "she"})


def _doubt_of_mention(stage: Stage, index: int, found: Outcome, *, is_speaker: bool) -> str | None:
    """Why the mention that shows whom a pronoun means may show somebody else."""
    (person,), span = found.entities, found.path[0].span
    name = stage.scene.name_at.get(span[0]) if span is not None else None
    if name is not None and not _has_words_of(stage, name, person):
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
    scene = stage.scene
    names = scene.names_in((index + 1, min(len(scene.doc), index + 1 + _FEW)))
    return any(scene.entity_of(name) is person for name in names)


def _has_words_of(stage: Stage, name: Name, person: Entity) -> bool:
    """Whether a name consists of words of a person's full name, no other spelling ("Osk" of "Ulf Osk", not "Ask")."""
    return set(name_words(stage.scene.text((name.start, name.end)))) <= set(person.words)


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
    before = stage.scene.doc[relative - 1]
    return before.is_alpha and before.i not in stage.scene.name_at and not before.lower_.endswith("s")


def doubt_of_name(stage: Stage, name: Name, person: Entity) -> str | None:
    """Why it is in doubt that a short name means the person with this fuller one; ``None`` where nothing speaks
    against: the rest of the name stands beside it, or it shares a surname with the next ("David and Ida Roe")."""
    doc, words = stage.scene.doc, name_words(stage.scene.text((name.start, name.end)))
    doubt = doubt_of_bearer(stage, name, person)
    if doubt is not None:
        return doubt
    if not stage.scene.text((name.start, name.end))[-1].isalnum():
        return "name-in-parts"
    before = doc[name.start - 1] if name.start > 0 else None
    if before is not None and name_words(before.text)[:1] == person.words[:1] and words[:1] != person.words[:1]:
        return "name-in-parts"
    if name.end < len(doc) and name_words(doc[name.end].text)[:1] == person.words[-1:] != words[-1:]:
        return "name-in-parts"
    if (before is not None and before.lower_ in _MONARCHS) or _is_of_generation(words, person):
        return "several-bearers"
    if doc[name.end : name.end + 1].text.lower() in _FAMILIES:
        return "shared-surname"
    joined = name.end < len(doc) and doc[name.end].lower_ in {"and", "&", ","}
    behind = stage.scene.name_at.get(name.end + 1)
    is_given = words[:1] == person.words[:1] and words[-1:] != person.words[-1:]
    if joined and is_given and behind is not None and behind.end - behind.start > 1:
        return "shared-surname"
    return "name-in-term" if _is_in_term(stage, name) else None


def _is_in_term(stage: Stage, name: Name) -> bool:
    """Whether a name is part of what is called by it, which may be a namesake's ("the Roe administration", "Roe
    Tower", "the 'Roe rule'")."""
    doc = stage.scene.doc
    if name.start > 0 and doc[name.start - 1].lower_ in {"a", "an", "the"}:
        return True
    opens = name.start > 0 and doc[name.start - 1].is_quote and not doc[name.start - 1].whitespace_
    if opens and any(token.is_quote and not token.nbor(-1).whitespace_ for token in doc[name.end : name.end + _TERM]):
        return True
    after = doc[name.end : name.end + 1].text
    goes_on = after.isalpha() and after[:1].isupper() and after.lower() not in word_list("phrases", "times")
    return goes_on and not stage.scene.in_heading(name.start)


def doubt_of_bearer(stage: Stage, name: Name, person: Entity) -> str | None:
    """Why it is in doubt whose name it is: it is spelled otherwise, or by its words it may be another's."""
    if not _has_words_of(stage, name, person):
        return "unlike-name"
    words = name_words(stage.scene.text((name.start, name.end)))
    if len(words) > 1 and len(words) == len(person.words):
        return None
    is_one = len(stage.scene.people.candidates(words)) < 2 and not _has_namesake(stage, words, person)
    return None if is_one else "several-bearers"


def _has_namesake(stage: Stage, words: Words, person: Entity) -> bool:
    """Whether somebody else's given name stands before the surname somewhere, though no person was seen there ("the Ida
    Roe campaign" where Ulf Roe is told of)."""
    if stage.given_names is None:
        stage.given_names = _given_names(stage)
    return words == person.words[-1:] and not stage.given_names.get(words[-1], set()) <= set(person.words)


def _given_names(stage: Stage) -> dict[str, set[str]]:
    """The given names before each word in a capital, in normal form."""
    found: dict[str, set[str]] = {}
    for before, token in pairwise(stage.scene.doc):
        if token.text[:1].isupper() and before.text[:1].isupper() and given_name_gender(before.text) is not None:
            for word in name_words(token.text):
                found.setdefault(word, set()).update(name_words(before.text))
    return found

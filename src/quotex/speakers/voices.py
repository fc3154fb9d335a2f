"""Whose words a content is, and what makes it doubtful that "I" and "he" in them mean the speaker found.

Most speakers are found rightly, so that a record names one; a stand-alone text says it in the speaker's stead, for
which less doubt will do.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quotex.attribution.draft import Draft
from quotex.lexicon.marks import CLITICS
from quotex.mentions.names import NameType
from quotex.mentions.nouns import Gender
from quotex.mentions.pronouns import PRONOUNS, is_whom
from quotex.records import Act, Kind
from quotex.spans import Pair, contains
from quotex.speakers.antecedents import is_subject
from quotex.speakers.entities import Entity, Outcome, Step
from quotex.speakers.namesakes import doubt_of_bearer
from quotex.speakers.salience import Stage

_BY_PRONOUN = frozenset({"last-speaker", "salient-mention"})
"""Rules by which a source is resolved that is a pronoun."""
_TELLING = frozenset({"asking", "saying", "telling", "writing"})
"""Verbs by which somebody else is quoted behind a cue ("recalled the mayor telling her")."""
_RELAYS = frozenset({"including", "suggesting", "who"})
"""Words between a cue and what another says ("told of a captain who wired", "suggesting questions, including")."""
_RECITED = frozenset(
    "hymn lyric lyrics poem poems poetry psalm recited reciting recites scripture".split()
) | frozenset("sang sing singing sings song songs".split())
"""Words of what is read out, whose "I" is nobody present."""
_BEFORE = 40
"""Tokens before a content among which one is sought."""
_NEAR = 8
"""Tokens behind a cue among which such a verb is sought."""
_ADDRESSED = 3
"""Tokens behind a cue among which a pronoun is whom something is told ("told him", "said to him")."""
_SURE = 0.93
"""What a pronoun's person must be worth where somebody else whom it fits was named since."""


@frozen
class Voice:
    """Whose words a content is; ``doubt`` says why they may be somebody else's, ``None`` where nothing does."""

    speaker: Outcome
    doubt: str | None = None
    asks: bool = False
    """Whether somebody is asked to do something, so that "he" and "she" are others ("recommended that she leave")."""
    told: frozenset[Gender | None] = frozenset()
    """The genders of the pronouns for whom it is told, whom "he" and "she" may mean ("told him that he")."""


def voice_of(stage: Stage, drafts: Sequence[Draft], index: int, speaker: Outcome) -> Voice:
    """The voice of a draft whose source was resolved to ``speaker``."""
    draft = drafts[index]
    followed = drafts[draft.follows] if draft.follows is not None else None
    doubts = (
        None if followed is None or _is_quoted(stage, followed.content) else "follows-no-quotation",
        _doubt_of_words(stage, draft),
        *(_doubt_of_person(stage, draft, speaker, person) for person in speaker.entities),
    )
    doubt = next((doubt for doubt in doubts if doubt is not None), None)
    return Voice(speaker, doubt, draft.act is Act.DIRECTIVE, _told(stage, draft))


def _told(stage: Stage, draft: Draft) -> frozenset[Gender | None]:
    """The genders of the pronouns for one person right behind a cue that stand for whom something is told."""
    if draft.cue is None:
        return frozenset()
    doc, end = stage.scene.doc, min(len(stage.scene.doc), draft.cue[1] + _ADDRESSED)
    found = set()
    for i in range(draft.cue[1], end):
        if any(start <= i < stop for start, stop in draft.content) or doc[i].is_punct:
            break
        if is_whom(doc, i):
            found.add(PRONOUNS[doc[i].lower_].gender)
    return frozenset(found)


def _is_quoted(stage: Stage, content: Sequence[Pair]) -> bool:
    return any(stage.scene.structure.in_speech[i] for start, end in content for i in range(start, end))


def _doubt_of_words(stage: Stage, draft: Draft) -> str | None:
    """Why the words of a draft may be those of another than its source."""
    doc, in_speech = stage.scene.doc, stage.scene.structure.in_speech
    if draft.cue is not None and doc[draft.cue[0]].text == ":" and not in_speech[draft.content[0][0]]:
        return "quoted-within"  # what the line of an interview holds in marks
    if draft.kind is Kind.DIRECT and draft.voice is not None and _is_owner(stage, draft.voice):
        return "whose-words"
    at = draft.content[0][0]
    if any(doc[i].lower_ in _RECITED for i in range(max(0, at - _BEFORE), at)):
        return "whose-words"
    if draft.cue is None:
        return None
    is_relayed = any(doc[i].lower_ in _RELAYS for i in range(draft.cue[1], at))
    is_told = any(
        doc[i].lower_ in _TELLING and doc[i - 1].is_alpha
        for i in range(draft.cue[1] + 1, min(len(doc), draft.cue[1] + _NEAR))
        if not any(start <= i < end for start, end in draft.content)
    )
    return "whose-words" if is_relayed or is_told else None


def _is_owner(stage: Stage, source: Pair) -> bool:
    """Whether a source ends in the mark of a possessive, so that something of theirs says it ("Roe’s question")."""
    doc = stage.scene.doc
    around = (doc[source[1] - 1].text, doc[source[1] : source[1] + 1].text)
    return any(text in CLITICS for text in around)


def _doubt_of_person(stage: Stage, draft: Draft, speaker: Outcome, person: Entity) -> str | None:
    """Why the way that led to one of the speakers may lead to another."""
    for step in speaker.path:
        if step.span is None:
            continue
        if step.rule in _BY_PRONOUN:
            shown = _shown_by(stage, step.span, person)
            if shown is None:
                return "described"
            if _is_told(stage, draft, person):
                return "named-behind"
            if _is_behind_pronoun(stage, shown):
                return "unlike-before"
            if _is_rival_since(stage, shown, step, draft, person):
                return "somebody-between"
        else:
            shown = step.span
        for name in stage.scene.names_in(shown):
            if name.type is NameType.PERSON and stage.scene.entity_of(name) is person:
                doubt = doubt_of_bearer(stage, name, person)
                if doubt is not None:
                    return doubt
    return None


def _shown_by(stage: Stage, mention: Pair, person: Entity) -> Pair | None:
    """The name that a pronoun goes back to, by way of others; ``None`` where that is a description."""
    if stage.scene.is_named_in(person, mention):
        return mention
    if stage.scene.doc[mention[0]].lower_ not in PRONOUNS:
        return None
    return person.named_before(mention[0]) or person.name


def _is_told(stage: Stage, draft: Draft, person: Entity) -> bool:
    """Whether the person is named behind the pronoun, outside what it says ("he told Roe")."""
    if draft.voice is None:
        return False
    scene = stage.scene
    _, end = scene.sentence_around(draft.voice[0])
    return any(
        scene.entity_of(name) is person and not any(contains(part, (name.start, name.end)) for part in draft.content)
        for name in scene.names_in((draft.voice[1], end))
    )


def _is_behind_pronoun(stage: Stage, shown: Pair) -> bool:
    """Whether "he" or "she" stands before a name in its sentence and means somebody else ("he met Roe")."""
    scene = stage.scene
    between = range(scene.sentence_start(shown[0]), shown[0])
    return any(scene.doc[i].lower_ in {"he", "she"} and not scene.structure.in_speech[i] for i in between)


def _is_rival_since(stage: Stage, shown: Pair, step: Step, draft: Draft, person: Entity) -> bool:
    """Whether somebody else was named since whom the pronoun may mean: by a name that several bear, or one that fits it
    where the pronoun's person is not quite sure."""
    if draft.voice is None:
        return False
    scene, pronoun = stage.scene, PRONOUNS.get(stage.scene.doc[draft.voice[0]].lower_)
    for name in scene.names_in((shown[1], draft.voice[0])):
        other = scene.entity_of(name) if name.type is NameType.PERSON else None
        if other is None or other is person or scene.structure.in_speech[name.start]:
            continue
        if doubt_of_bearer(stage, name, other) == "several-bearers":
            return True
        fits = pronoun is None or other.gender in {None, pronoun.gender}
        if fits and step.score < _SURE and is_subject(scene, name.start):
            return True
    return False

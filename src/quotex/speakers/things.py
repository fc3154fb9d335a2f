"""Sources that describe an organisation or a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from quotex.lexicon.words import words as word_list
from quotex.matching import name_words
from quotex.mentions.names import NameType
from quotex.mentions.phrases import Determiner, Phrase
from quotex.records import MentionForm, SpeakerType
from quotex.speakers.descriptions import form_of, named_body, new_entity, same_description
from quotex.speakers.entities import Entity, Outcome, Seen, Step
from quotex.speakers.fuller import fuller_description, named_poll, owned_body
from quotex.speakers.salience import Stage

_PROXIES = frozenset(
    {"statement", "letter", "release", "announcement", "message", "tweet", "post", "memo", "email", "note"}
)
"""Documents that speak for whoever issued them, where the phrase says who did."""


def organisation(stage: Stage, phrase: Phrase) -> Outcome:
    """An organisation that is described: one of that name or sort, the same description again, or a new one."""
    scene = stage.scene
    found = named_body(stage, phrase, phrase.start)
    if found is not None:
        body, score, rule = found
        form = MentionForm.NAMED if rule == "same-name" else MentionForm.TITLE
        return Outcome(
            form, (body,), (Step(rule, score, (phrase.start, phrase.end)), Step("full-name", score, body.name))
        )
    again = same_description(stage, phrase, frozenset({SpeakerType.ORGANISATION}), phrase.start)
    first = owned_body(stage, phrase) if again is None or not again.named else None
    if first is None and again is not None:
        return Outcome(MentionForm.TITLE, (again,), (Step("same-description", 0.75, again.name),))
    first = first or fuller_description(stage, phrase, SpeakerType.ORGANISATION)
    if first is not None:
        return Outcome(MentionForm.TITLE, (first,), (Step("fuller-description", 0.65, first.name),))
    entity = new_entity(scene, phrase, SpeakerType.ORGANISATION)
    entity.named = scene.doc[phrase.head].text[:1].isupper()
    form = MentionForm.NAMED if entity.named or _holds_name(stage, phrase) else MentionForm.TITLE
    return Outcome(form, (entity,), (Step("described-only", 0.7, entity.name),))


def document(stage: Stage, phrase: Phrase, issuer: Callable[[], Outcome | None]) -> Outcome:
    """A document: its issuer where it is but the issuer's voice ("its statement"), else itself.

    ``issuer`` resolves whoever the phrase says issued it.
    """
    assert phrase.noun is not None
    short = _short_name(stage, phrase)
    if short is not None:
        return Outcome(
            MentionForm.NAMED, (short,), (Step("short-name", 0.75, phrase.base), Step("full-name", 0.75, short.name))
        )
    pointer = stage.scene.doc[phrase.start].text.casefold() in word_list("phrases", "possessives")
    proxy = phrase.noun.singular in _PROXIES
    behind = issuer() if pointer or proxy else None
    if behind is not None and behind.entities:
        stage.issued[phrase.noun.singular] = behind.entities
        path = (Step("issued-by", 0.8, (phrase.start, phrase.end)), *behind.path)
        return Outcome(MentionForm.TITLE, behind.entities, path)
    bare = phrase.determiner is Determiner.DEFINITE and phrase.end - phrase.start == 1
    issued = stage.issued.get(phrase.noun.singular, ()) if proxy and bare else ()
    if issued:
        path = (Step("issued-before", 0.75, phrase.base), Step("full-name", 0.75, issued[0].name))
        return Outcome(MentionForm.TITLE, issued, path)
    poll = named_poll(stage, phrase)
    if poll is not None:
        return Outcome(form_of(phrase.noun), (poll,), (Step("fuller-description", 0.65, poll.name),))
    again = same_description(stage, phrase, frozenset({SpeakerType.DOCUMENT}), phrase.start)
    if again is not None:
        return Outcome(form_of(phrase.noun), (again,), (Step("same-description", 0.75, again.name),))
    if phrase.noun.singular == "report" and phrase.end - phrase.start == 1 and phrase.determiner is Determiner.DEFINITE:
        medium = _medium(stage, phrase.start)
        if medium is not None:
            return Outcome(MentionForm.TITLE, (medium,), (Step("medium-of-report", 0.55, medium.name),))
    first = fuller_description(stage, phrase, SpeakerType.DOCUMENT)
    if first is not None:
        return Outcome(form_of(phrase.noun), (first,), (Step("fuller-description", 0.65, first.name),))
    entity = new_entity(stage.scene, phrase, SpeakerType.DOCUMENT)
    form = MentionForm.NAMED if _holds_name(stage, phrase) and not phrase.noun.plural else form_of(phrase.noun)
    return Outcome(form, (entity,), (Step("described-only", 0.7, entity.name),))


def _short_name(stage: Stage, phrase: Phrase) -> Entity | None:
    """The body last named before whose name ends with the word, which stands in a capital of its own ("The Post")."""
    scene = stage.scene
    text = scene.doc[phrase.head].text
    if phrase.base[1] - phrase.base[0] != 1 or not text[:1].isupper() or phrase.determiner is not Determiner.DEFINITE:
        return None
    word = name_words(text)
    bodies = [body for body in scene.bodies.by_word.get(word[0], ())[-16:] if body.words[-1:] == word and body.named]
    before = [body for body in bodies if body.first < phrase.start]
    return max(before, key=lambda body: body.last_before(phrase.start)) if before else None


def _holds_name(stage: Stage, phrase: Phrase) -> bool:
    """Whether a proper name modifies the head ("the Roe campaign", "an Acme report")."""
    return any(name.type is not NameType.GROUP for name in stage.scene.names_in(phrase.base))


def _medium(stage: Stage, position: int) -> Entity | None:
    """The organisation that was credited last, if a noun for a medium or "report" stands by one of its mentions."""
    speakers = stage.last_spoken(position)
    if len(speakers) != 1 or speakers[0].type is not SpeakerType.ORGANISATION or not speakers[0].named:
        return None
    doc = stage.scene.doc
    media = word_list("things", "media")
    for seen in _latest(speakers[0], position):
        near = doc[max(0, seen.span[0] - 2) : seen.span[1] + 3]
        if any(token.text.casefold() in media or token.text.casefold() == "reported" for token in near):
            return speakers[0]
    return None


def _latest(entity: Entity, position: int) -> list[Seen]:
    """The last eight mentions before a token."""
    end = bisect_left(entity.seen, (position, position), key=lambda seen: seen.span)
    return entity.seen[max(0, end - 8) : end]

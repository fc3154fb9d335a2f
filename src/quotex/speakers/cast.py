"""From resolved entities to records: speakers in order of first mention, and a resolution for each draft."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen
from spacy.tokens import Doc

from quotex.attribution.draft import Draft
from quotex.known import KnownSpeaker
from quotex.lexicon.words import words as word_list
from quotex.matching import name_words, overlap, short_form
from quotex.mentions.names import Name
from quotex.mentions.offices import role_and_affiliation
from quotex.mentions.titles import FoundTitle
from quotex.records import Mention, Reason, Resolution, Span, Speaker, SpeakerType, Title
from quotex.spans import Pair, contains
from quotex.speakers.anonymity import anonymity
from quotex.speakers.confidence import confidence
from quotex.speakers.entities import Entity, Outcome, Step
from quotex.speakers.found import FoundReference
from quotex.speakers.scene import Scene
from quotex.tokens import span_of

_BETWEEN = 20
"""How many tokens between source and cue may say that the source keeps its name to itself."""


@frozen
class Cast:
    """The speakers of a document, by first mention, and the resolution of each of its drafts, in the drafts' order.

    ``references`` are those in each draft's content, and then in each further sentence, where they were asked for.
    """

    speakers: tuple[Speaker, ...]
    resolutions: tuple[Resolution, ...]
    references: tuple[tuple[FoundReference, ...], ...] = ()


def make_cast(
    scene: Scene, outcomes: Sequence[Outcome], drafts: Sequence[Draft], known_speakers: Sequence[KnownSpeaker]
) -> Cast:
    """The records of the entities that anything is attributed to. ``outcomes`` are parallel to ``drafts``."""
    credited = list({id(entity): entity for outcome in outcomes for entity in outcome.entities}.values())
    credited.sort(key=lambda entity: (entity.first, entity.name))
    unnamed = _unnamed(scene, outcomes, drafts)
    speakers: dict[int, Speaker] = {}
    for number, entity in enumerate(credited, start=1):
        speakers[id(entity)] = Speaker(
            id=f"s{number}",
            type=_type(entity, id(entity) in unnamed),
            name=span_of(scene.doc, entity.name),
            titles=tuple(_title(scene.doc, title, scene.name_at) for title in _distinct_titles(scene, entity)),
            aliases=_aliases(scene.doc, entity),
            mentions=_mentions(scene.doc, entity),
            known_as=_known_as(scene, entity, known_speakers),
            anonymity=span_of(scene.doc, unnamed[id(entity)]) if id(entity) in unnamed else None,
        )
    resolutions = tuple(_resolution(scene.doc, outcome, speakers) for outcome in outcomes)
    return Cast(tuple(speakers.values()), resolutions)


def _unnamed(scene: Scene, outcomes: Sequence[Outcome], drafts: Sequence[Draft]) -> dict[int, Pair]:
    """The first words that say of an entity that it keeps its name to itself, by the entity's identity.

    They bind whoever speaks alone in a draft: somebody who is never named, or named within the words of the source.
    """
    out: dict[int, Pair] = {}
    for draft, outcome in zip(drafts, outcomes, strict=True):
        if draft.voice is None or len(outcome.entities) != 1:
            continue
        (entity,) = outcome.entities
        if id(entity) in out or not (entity.is_person or entity.type is SpeakerType.GROUP):
            continue
        said = _up_to_cue(draft, draft.voice)
        found = anonymity(scene, said)
        if found is not None and (not entity.named or contains(said, found)):
            out[id(entity)] = found
    return out


def _up_to_cue(draft: Draft, voice: Pair) -> Pair:
    """The words that name the speaker, with those between them and the cue ("Mina, who gave no surname, *said*")."""
    near = draft.cue is not None and draft.quoted is None and voice[1] < draft.cue[0] <= voice[1] + _BETWEEN
    return (voice[0], draft.cue[0]) if near and draft.cue is not None else voice


def _type(entity: Entity, unnamed: bool) -> SpeakerType:
    if entity.writes:
        return SpeakerType.AUTHOR
    return SpeakerType.ANONYMOUS if unnamed and entity.type is SpeakerType.ROLE else entity.type


def _resolution(doc: Doc, outcome: Outcome, speakers: dict[int, Speaker]) -> Resolution:
    found = tuple(speakers[id(entity)] for entity in outcome.entities)
    path = tuple(_reason(doc, step) for step in outcome.path)
    score = confidence(outcome.path, outcome.entities) if found else None
    return Resolution(outcome.form, found, path, None if score is None else _rounded(score))


def _reason(doc: Doc, step: Step) -> Reason:
    return Reason(step.rule, _rounded(step.score), None if step.span is None else span_of(doc, step.span))


def _rounded(score: float) -> float:
    return round(min(1.0, max(0.0, score)), 4)


def _distinct_titles(scene: Scene, entity: Entity) -> list[FoundTitle]:
    """The titles in text order, without those whose words another holds; one in brackets only if there is no other, and
    no bare word for a relative, which is not a title."""
    ordered = sorted(entity.titles, key=lambda title: (title.start, title.end))
    ordered = [title for title in ordered if scene.text((title.start, title.end)) not in word_list("people", "kin")]
    if any(title.rule != "title-in-brackets" for title in ordered):
        ordered = [title for title in ordered if title.rule != "title-in-brackets"]
    words = [frozenset(name_words(scene.text((title.start, title.end)))) for title in ordered]
    return [
        title
        for i, title in enumerate(ordered)
        if words[i]
        and not any(words[i] < other or (words[i] == other and j < i) for j, other in enumerate(words[:64]) if j != i)
    ]


def _title(doc: Doc, title: FoundTitle, inside: dict[int, Name]) -> Title:
    role, affiliation = role_and_affiliation(doc, (title.start, title.end), inside)
    return Title(
        span_of(doc, (title.start, title.end)),
        None if role is None else span_of(doc, role),
        None if affiliation is None else span_of(doc, affiliation),
    )


def _aliases(doc: Doc, entity: Entity) -> tuple[Span, ...]:
    """The other spellings of the name, each once, by first occurrence."""
    taken = {doc[entity.name[0] : entity.name[1]].text}
    out: list[Span] = []
    for seen in entity.seen:
        text = doc[seen.span[0] : seen.span[1]].text
        if seen.form == "named" and text not in taken:
            taken.add(text)
            out.append(span_of(doc, seen.span))
    return tuple(out)


def _mentions(doc: Doc, entity: Entity) -> tuple[Mention, ...]:
    return tuple(Mention(span_of(doc, seen.span), seen.form, seen.rule, _rounded(seen.score)) for seen in entity.seen)


def _known_as(scene: Scene, entity: Entity, known_speakers: Sequence[KnownSpeaker]) -> str | None:
    """The caller's name for this speaker: one whose name or alias a form of its name is, the best fit among several.

    A surname alone only counts where a title agrees as well, or where no other known speaker has it.
    """
    fits: list[tuple[float, int]] = []
    for number, known in enumerate(known_speakers):
        score = max(_fit(scene, entity, known, name) for name in (known.name, *known.aliases))
        if score > 0.0:
            fits.append((score, -number))
    if not fits:
        return None
    best = max(fits)
    rivals = [score for score, _ in fits if score == best[0]]
    return known_speakers[-best[1]].name if len(rivals) == 1 or best[0] >= 1.0 else None


def _fit(scene: Scene, entity: Entity, known: KnownSpeaker, name: str) -> float:
    words = name_words(name)
    if not words or not entity.named:
        return 0.0
    if words == entity.words or words in entity.forms:
        return 1.0
    likeness = max(short_form(words, entity.words), short_form(entity.words, words))
    if likeness == 0.0 or not entity.is_person:
        return 0.0
    if min(len(words), len(entity.words)) > 1:
        return 0.95 * likeness
    titles = [name_words(scene.text((title.start, title.end))) for title in entity.titles]
    agrees = any(overlap(name_words(title), mine) >= 0.5 for title in known.titles for mine in titles)
    return likeness * (0.8 if agrees else 0.5)

"""From drafts of attributions to the speakers behind their sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field
from spacy.tokens import Doc

from quotex.attribution.draft import Draft
from quotex.known import KnownSpeaker
from quotex.lexicon.words import words
from quotex.mentions.names import Name
from quotex.mentions.nouns import NounKind
from quotex.mentions.phrases import Phrase, read_phrase
from quotex.mentions.pronouns import Pronoun, Reference
from quotex.records import MentionForm
from quotex.spans import Pair, contains
from quotex.speakers.antecedents import antecedent
from quotex.speakers.cast import Cast, make_cast
from quotex.speakers.descriptions import form_of
from quotex.speakers.entities import Outcome, Seen, Step
from quotex.speakers.found import FoundReference
from quotex.speakers.interviews import labelled
from quotex.speakers.joining import LOOK_AHEAD, join_by_position, named_later
from quotex.speakers.phrases import resolve_phrase
from quotex.speakers.predicates import learn_predicates
from quotex.speakers.pronouns import narrated_pronouns, pronoun_of, resolve_pronoun, thing_before
from quotex.speakers.references import references
from quotex.speakers.relatives import apposed_to, phrase_before_relative
from quotex.speakers.salience import Stage
from quotex.speakers.scene import Scene, read_scene
from quotex.speakers.subjects import role_before
from quotex.speakers.voices import Voice, voice_of
from quotex.structure import Structure


@define
class _Run:
    """One document under way: its drafts in text order and what has been found out about each."""

    stage: Stage
    drafts: Sequence[Draft]
    order: list[int]
    places: dict[int, int]
    """Where in ``order`` each draft stands."""
    outcomes: dict[int, Outcome] = field(factory=dict)
    by_source: dict[Pair, Outcome] = field(factory=dict)
    """Coordinated cues share a source: it is resolved once."""
    _narrated: Iterator[tuple[int, Pronoun]] = field(init=False)
    _next: tuple[int, Pronoun] | None = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._narrated = narrated_pronouns(self.stage, {draft.voice[0] for draft in self.drafts if draft.voice})
        self._next = next(self._narrated, None)

    def follow(self, position: int) -> None:
        """Take note of whom "he" and "she" mean in the narrative before a token: they keep people in mind."""
        while self._next is not None and self._next[0] < position:
            token, pronoun = self._next
            found = antecedent(self.stage, token, pronoun.gender)
            if found is not None:
                self.stage.note((token, token + 1), found[0])
            self._next = next(self._narrated, None)


def resolve(
    doc: Doc,
    structure: Structure,
    names: Sequence[Name],
    drafts: Sequence[Draft],
    known_speakers: Sequence[KnownSpeaker] = (),
    *,
    find_references: bool = False,
    sentences: Sequence[Pair] = (),
) -> Cast:
    """Find out who speaks in each draft, and with ``find_references`` whom the words of each content mean, and those of
    ``sentences`` of the article's own.

    ``names`` and ``drafts`` are those of ``doc``, in tokens. The resolutions of the result are parallel to ``drafts``;
    its speakers are those that anything is attributed to, by first mention. Where nothing tells who a source is, its
    resolution has no speakers and says why. Linear in the number of tokens, names and drafts: every look back is
    bounded.
    """
    sources = [draft.voice for draft in drafts if draft.voice is not None]
    scene = read_scene(doc, structure, names, sources)
    order = _text_order(drafts)
    stage = _stage(scene)
    for draft in drafts:
        stage.report(draft.voice[0] if draft.voice is not None else None, draft.content)
    run = _Run(stage, drafts, order, {index: place for place, index in enumerate(order)})
    holders = _Holders.of(drafts)
    for place, index in enumerate(run.order):
        source = drafts[index].voice
        if source is not None:
            run.follow(source[0])
            outcome = _resolve_source(run, place, source, holders)
            run.outcomes[index] = _relayed(outcome, source) if drafts[index].quoted else outcome
            _note_medium(run.stage, drafts[index], outcome)
    for index in run.order:
        if drafts[index].voice is None:
            run.outcomes[index] = _without_source(run, index)
    run.follow(len(doc))
    learn_predicates(run.stage)
    outcomes = [run.outcomes[index] for index in range(len(drafts))]
    cast = make_cast(scene, outcomes, drafts, known_speakers)
    return evolve(cast, references=tuple(_references(stage, drafts, outcomes, sentences))) if find_references else cast


def _references(
    stage: Stage, drafts: Sequence[Draft], outcomes: Sequence[Outcome], sentences: Sequence[Pair]
) -> Iterator[tuple[FoundReference, ...]]:
    for index, (draft, outcome) in enumerate(zip(drafts, outcomes, strict=True)):
        voice = voice_of(stage, drafts, index, outcome)
        yield tuple(found for part in draft.content for found in references(stage, part, voice))
    nobody = Voice(Outcome(MentionForm.NONE))
    for sentence in sentences:
        yield tuple(references(stage, sentence, nobody))


def _stage(scene: Scene) -> Stage:
    stage = Stage(scene)
    for name in scene.names:
        entity = scene.entity_of(name)
        if entity is not None and not scene.in_dateline(name.start):
            stage.note((name.start, name.end), entity)
    most = max((len(entity.seen) for entity in stage.entities), default=0)
    stage.prominence = {id(entity): len(entity.seen) / most for entity in stage.entities if entity.seen}
    return stage


def _text_order(drafts: Sequence[Draft]) -> list[int]:
    """The drafts by where their source stands, else their cue, else their content."""

    def anchor(index: int) -> tuple[int, int]:
        draft = drafts[index]
        return (draft.voice or draft.cue or draft.content[0])[0], index

    return sorted(range(len(drafts)), key=anchor)


@define
class _Holders:
    """The contents of all drafts, to find the one around a source."""

    spans: list[tuple[int, int, int]]

    @classmethod
    def of(cls, drafts: Sequence[Draft]) -> _Holders:
        return cls(sorted((start, end, index) for index, draft in enumerate(drafts) for start, end in draft.content))

    def around(self, span: Pair, index: int) -> int | None:
        """The draft whose content holds the span, the innermost of the eight that begin last before it."""
        last = bisect_right(self.spans, (span[0], span[0] + 1_000_000_000, 0))
        for start, end, holder in reversed(self.spans[max(0, last - 8) : last]):
            if holder != index and contains((start, end), span):
                return holder
        return None


def _resolve_source(run: _Run, place: int, source: Pair, holders: _Holders) -> Outcome:
    stage, index = run.stage, run.order[place]
    ahead = run.order[place : place + LOOK_AHEAD]
    if source in run.by_source:
        return run.by_source[source]
    pronoun = pronoun_of(stage, source)
    if pronoun is not None:
        holder = holders.around(source, index)
        around = run.outcomes.get(holder) if holder is not None else None
        if around is None and holder is not None and run.drafts[holder].voice is not None:
            around = _ahead(run, holder)
        outcome = _by_phrase(stage, *pronoun) or resolve_pronoun(stage, *pronoun, around)
    else:
        phrase = stage.scene.phrases[source]
        if phrase is None:
            return Outcome(MentionForm.NONE, (), (Step("no-words", 0.0, source),))
        line = labelled(stage, source)
        if line is not None:
            _record(stage, source, line)
            return line
        if _names_nobody(stage, phrase):
            return Outcome(form_of(phrase.noun), (), (Step("names-nobody", 0.0, (phrase.start, phrase.start + 1)),))
        outcome = resolve_phrase(
            stage,
            phrase,
            source,
            lambda: join_by_position(stage, ahead, run.drafts),
            lambda: named_later(stage, phrase, ahead, run.drafts),
        )
    run.by_source[source] = outcome
    _record(stage, source, outcome)
    return outcome


def _names_nobody(stage: Stage, phrase: Phrase) -> bool:
    """Whether a description begins with "no" or "none", and not with "No. 10"."""
    doc, start = stage.scene.doc, phrase.start
    numbered = start + 1 < phrase.end and (doc[start + 1].text == "." or doc[start + 1].like_num)
    counted = numbered and doc[start + 1].lower_ != "one"
    return not phrase.names and not counted and doc[start].lower_ in words("status", "nobody")


def _by_phrase(stage: Stage, token: int, pronoun: Pronoun) -> Outcome | None:
    """Whom a pronoun means that takes up a noun phrase: the description right before a relative pronoun ("the nominee
    for mayor, who …"), or the role, body or document that the sentence before begins with."""
    if pronoun.reference is Reference.RELATIVE:
        span, rule = phrase_before_relative(stage, token), "before-relative"
        named = apposed_to(stage, span) if span is not None else None
        if named is not None:
            place = (named[0], stage.ends.get(named[0], named[0] + 1))
            return Outcome(MentionForm.PRONOUN, (named[1],), (Step(rule, 0.75, place),))
    elif pronoun.reference is Reference.PERSON:
        return role_before(stage, token, pronoun)
    elif pronoun.reference is Reference.THING:
        span, rule = thing_before(stage, token), "subject-before"
    else:
        return None
    phrase = read_phrase(stage.scene.doc, span, stage.scene.names_in(span)) if span is not None else None
    if phrase is None:
        return None
    found = resolve_phrase(stage, phrase, (phrase.start, phrase.end))
    step = Step(rule, 0.75, (phrase.start, phrase.end))
    return Outcome(MentionForm.PRONOUN, found.entities, (step, *found.path)) if found.entities else None


def _relayed(outcome: Outcome, quoted: Pair) -> Outcome:
    """The outcome for words that the source relays: the first step is from the source to those it quotes."""
    return Outcome(outcome.form, outcome.entities, (Step("words-relayed", 0.9, quoted), *outcome.path))


def _ahead(run: _Run, holder: int) -> Outcome | None:
    """Who speaks in a draft that is not resolved yet, if its source names a person outright."""
    source = run.drafts[holder].voice
    phrase = run.stage.scene.phrases[source] if source is not None else None
    people = [run.stage.scene.entity_of(name) for name in phrase.names] if phrase is not None else []
    found = tuple(person for person in people if person is not None)
    return Outcome(MentionForm.NAMED, found, (Step("name", 0.9, found[0].name),)) if found else None


def _record(stage: Stage, source: Pair, outcome: Outcome) -> None:
    """Remember that these entities are mentioned and speak here."""
    if not outcome.entities:
        return
    stage.speak(source[0], outcome.entities)
    if outcome.form is MentionForm.NAMED:
        return
    score = min((step.score for step in outcome.path), default=1.0)
    for entity in outcome.entities:
        stage.note(source, entity)
        entity.note(Seen(source, outcome.form, outcome.path[0].rule if outcome.path else "described", score))


def _note_medium(stage: Stage, draft: Draft, outcome: Outcome) -> None:
    """Remember whose words were given in a document ("said in a statement")."""
    if draft.medium is None or not outcome.entities:
        return
    phrase = read_phrase(stage.scene.doc, draft.medium, stage.scene.names_in(draft.medium))
    if phrase is not None and phrase.noun is not None and phrase.noun.kind is NounKind.DOCUMENT:
        stage.issued[phrase.noun.singular] = outcome.entities


def _without_source(run: _Run, index: int) -> Outcome:
    """A follow-on quotation speaks with the voice of the one it follows; without one, nobody is credited."""
    seen = {index}
    followed = run.drafts[index].follows
    while followed is not None and followed not in seen and 0 <= followed < len(run.drafts):
        outcome = run.outcomes.get(followed)
        if outcome is not None and outcome.entities:
            draft = run.drafts[followed]
            return Outcome(
                MentionForm.NONE, outcome.entities, (Step("follows", 0.9, draft.cue or draft.content[0]), *outcome.path)
            )
        seen.add(followed)
        followed = run.drafts[followed].follows
    before = _subject_of_participle(run, index)
    if before is not None:
        cue = run.drafts[index].cue
        return Outcome(MentionForm.NONE, before.entities, (Step("participle", 0.7, cue), *before.path))
    return Outcome(MentionForm.NONE, (), (Step("no-source", 0.0, None),))


def _subject_of_participle(run: _Run, index: int) -> Outcome | None:
    """How the attribution before it in its sentence was resolved: a cue such as "adding" carries its speaker on."""
    cue = run.drafts[index].cue
    scene = run.stage.scene
    word = scene.doc[cue[0]].lower_ if cue is not None else ""
    if cue is None or not word.endswith("ing") or word == "being" or not scene.structure.sentences:
        return None
    sentence = scene.structure.sentences[scene.sentence(cue[0])]
    place = run.places[index]
    near = run.order[max(0, place - LOOK_AHEAD) : place + LOOK_AHEAD]
    earlier = [
        (other[0], number)
        for number in near
        if (other := run.drafts[number].cue) is not None and sentence[0] <= other[0] < cue[0]
    ]
    outcome = run.outcomes.get(max(earlier)[1]) if earlier else None
    return outcome if outcome is not None and outcome.entities else None

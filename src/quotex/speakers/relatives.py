"""Relative pronouns: "who", "which", "that" take up what stands right before them."""

from __future__ import annotations

from quotex.lexicon.words import words as word_list
from quotex.mentions.nouns import NounKind, noun
from quotex.mentions.titles import is_verb
from quotex.records import MentionForm, SpeakerType
from quotex.spans import Pair
from quotex.speakers.entities import Entity, Outcome, Step, unresolved
from quotex.speakers.nounsback import phrase_back
from quotex.speakers.plurals import joined_before
from quotex.speakers.salience import Stage, names_place

_BRACKETED = 8
"""Most tokens of a bracket ("(R-Ohio)") that stands between a name and its relative pronoun."""
THING_KINDS = frozenset({NounKind.ORGANISATION, NounKind.DOCUMENT})
"""What speaks without being people."""
_HANG_ON = frozenset({"of", "on", "in", "at", "from", "for", "with", "within", "as", "to"})
_HANGING = 10
"""Most tokens from a noun to the relative pronoun that takes it up."""
_HYPHENS = frozenset({"-", "’s", "'s", "&"})
_POINTED = frozenset({"those"})
_PERSONAL = frozenset({"who", "whom", "whose"})
"""Relative pronouns for people, and for bodies seen as people."""
_QUANTITIES = frozenset({"most", "many", "some", "all", "both", "none"})


def relative(stage: Stage, token: int) -> Outcome:
    """The mention that ends right before "who", else the last person before it in its sentence; before "which", the
    last that is no person. A place says where somebody is from."""
    begin, end = before_relative(stage, token)
    if token > 2 and stage.scene.doc[token - 2].text.casefold() in _QUANTITIES:
        joined = joined_before(stage, token)
        if joined is not None and joined[0][0] >= begin:
            return Outcome(MentionForm.PRONOUN, joined[1], (Step("before-relative", 0.75, joined[0]),))
    personal = stage.scene.doc[token].text.casefold() in _PERSONAL
    here = [
        (start, entity)
        for start, entity in stage.before(token)
        if start >= begin and not (_says_where(stage, start, entity) if personal else entity.type is SpeakerType.PERSON)
    ]
    adjacent = next(((start, entity) for start, entity in here if stage.ends.get(start, start + 1) == end), None)
    person = next(((start, entity) for start, entity in here if entity.is_person), None) if personal else None
    found = adjacent or person
    if found is None:
        return unresolved("no-antecedent", token)
    start, entity = found
    step = Step("before-relative", 0.9 if adjacent else 0.55, (start, stage.ends.get(start, start + 1)))
    return Outcome(MentionForm.PRONOUN, (entity,), (step,))


def _says_where(stage: Stage, start: int, entity: Entity) -> bool:
    """Whether a mention only says where somebody is from or belongs: a place, or a body behind a preposition."""
    index = start - 1
    while index > 0 and stage.scene.doc[index].lower_ in {"the", "a", "an"}:
        index -= 1
    behind = index >= 0 and stage.scene.doc[index].lower_ in _HANG_ON
    return names_place(stage, start) or (behind and entity.type is SpeakerType.ORGANISATION)


def before_relative(stage: Stage, token: int) -> Pair:
    """The start of the sentence of a relative pronoun, and where what stands before the pronoun ends."""
    scene = stage.scene
    begin = scene.sentence_start(token)
    end = token
    while end > begin and _is_skipped(scene.doc[end - 1].text):
        end -= 1
        if scene.doc[end].text == ")":
            opening = next((i for i in range(end, max(begin, end - _BRACKETED), -1) if scene.doc[i].text == "("), end)
            end = opening
    return begin, end


def phrase_before_relative(stage: Stage, token: int) -> Pair | None:
    """The noun phrase right before a relative pronoun if it describes people, one person or, before "which" and
    "that", a thing that can speak, and is no name: with its determiner, over what hangs on its noun by a preposition
    ("clerks of the court, who …")."""
    doc = stage.scene.doc
    begin, end = before_relative(stage, token)
    adjacent = [(start, entity) for start, entity in stage.before(token) if stage.ends.get(start) == end]
    personal = doc[token].text.casefold() in _PERSONAL
    if end <= begin or any(not (personal and _says_where(stage, *mention)) for mention in adjacent):
        return None
    head = _head_before(stage, begin, end, doc[token].text.casefold())
    if head is None:
        return None
    start, _ = phrase_back(stage.scene, head, begin)
    while start > begin and (_determines(doc[start - 1].text) or doc[start - 1].like_num):
        start -= 1
    return start, end


def apposed_to(stage: Stage, span: Pair) -> tuple[int, Entity] | None:
    """The mention, by its first token, to which a noun phrase stands in apposition ("Acme, an organisation that …")."""
    doc = stage.scene.doc
    if span[0] < 2 or doc[span[0] - 1].text != "," or not _determines(doc[span[0]].text):
        return None
    found = ((start, entity) for start, entity in stage.before(span[0]) if stage.ends.get(start) == span[0] - 1)
    return next(found, None)


def _head_before(stage: Stage, begin: int, end: int, pronoun: str) -> int | None:
    """The noun that a relative pronoun takes up: the word before ``end``, or the nearest one before it on which the
    rest hangs by a preposition."""
    doc = stage.scene.doc
    for head in range(end - 1, max(begin, end - _HANGING) - 1, -1):
        text = doc[head].text
        if not (doc[head].is_alpha or doc[head].like_num or text in _HYPHENS) or is_verb(doc, head):
            return None
        hangs = head == end - 1 or doc[head + 1].text in _HANG_ON
        if hangs and (_takes_up(pronoun, text) or (head < end - 1 and text.casefold() in _POINTED)):
            return head
    last = doc[end - 1]
    return end - 1 if last.is_alpha and last.is_lower and not last.is_stop else None


def _takes_up(pronoun: str, word: str) -> bool:
    """Whether "who" can take up people, "which" a body or a document, and "that" either."""
    known = noun(word)
    if known is None:
        return False
    thing = known.kind in THING_KINDS
    return not thing if pronoun in _PERSONAL else thing if pronoun == "which" else True


def _determines(text: str) -> bool:
    lower = text.casefold()
    return any(lower in word_list("phrases", group) for group in ("articles", "definite", "possessives", "indefinite"))


def _is_skipped(text: str) -> bool:
    """What may stand between an antecedent and its relative pronoun: marks, and the "most of" in "most of whom"."""
    return not any(c.isalnum() for c in text) or text.casefold() in _QUANTITIES | {"of", "one"}

"""Interviews in which mere labels say who speaks: "Q:" and "A:", or initials."""

from __future__ import annotations

from quotex.records import MentionForm
from quotex.spans import Pair
from quotex.speakers.entities import Entity, Outcome, Step
from quotex.speakers.salience import Stage

_ASKS = frozenset({"q", "question"})
_ANSWERS = frozenset({"a", "answer"})


def labelled(stage: Stage, source: Pair) -> Outcome | None:
    """Who speaks in a line that opens with such a label: nothing tells who asks, and the one whom the text before the
    first question is about answers. ``None`` where the source is no label, or an answer that no question precedes, or
    where nobody has such initials.
    """
    doc = stage.scene.doc
    label = doc[source[0]].lower_.rstrip("0123456789")
    opens = source[0] == 0 or doc[source[0] - 1].is_space
    if source[1] - source[0] != 1 or not opens or source[1] >= len(doc) or doc[source[1]].text not in {":", "."}:
        return None
    if label in _ASKS:
        if stage.questions < 0:
            stage.questions = source[0]
        return Outcome(MentionForm.NONE, (), (Step("asks-in-interview", 0.0, source),))
    if label not in _ANSWERS or stage.questions < 0:
        return _by_initials(stage, source)
    guest = _guest(stage, stage.questions)
    if guest is None:
        return Outcome(MentionForm.NONE, (), (Step("answers-in-interview", 0.0, source),))
    path = (Step("answers-in-interview", 0.6, source), Step("name-of-mention", 0.6, guest.name))
    return Outcome(MentionForm.NONE, (guest,), path)


def _by_initials(stage: Stage, source: Pair) -> Outcome | None:
    """The one person or the body whose initials a label in capitals is ("JR:" for Jane Roe); ``None`` if nobody's."""
    text = stage.scene.doc[source[0]].text
    if not (1 < len(text) < 5 and text.isalpha() and text.isupper()):
        return None
    people = [p for p in stage.scene.people.all if "".join(w[0] for w in p.words) == text.casefold()]
    body = stage.scene.bodies.abbreviated(text)
    found = people[0] if len(people) == 1 else body if not people and body is not None and body.named else None
    if found is None or stage.scene.text(found.name) == text:
        return None
    path = (Step("initials", 0.75, source), Step("full-name", 0.75, found.name))
    return Outcome(MentionForm.NAMED, (found,), path)


def _guest(stage: Stage, position: int) -> Entity | None:
    """The named person mentioned most often before a token, of several the one mentioned first."""
    counts: dict[int, int] = {}
    for start, number in stage.mentions:
        if start >= position:
            break
        entity = stage.entities[number]
        if entity.is_person and entity.named:
            counts[number] = counts.get(number, 0) + 1
    if not counts:
        return None
    return stage.entities[max(counts, key=lambda number: (counts[number], -stage.entities[number].first))]

"""Whom a pronoun means: the people and bodies mentioned or speaking shortly before it, weighed."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator

from attrs import define, field

from quotex.mentions.nouns import Gender
from quotex.spans import Pair
from quotex.speakers.entities import Entity
from quotex.speakers.scene import Scene

_REACH = 400
"""How many tokens before a pronoun its antecedent is sought."""
_MOST = 40
"""How many mentions before a pronoun are weighed."""
_LAST_SPEAKER = 1.6
_EARLIER_SPEAKER = 0.5
_SUBJECT = 0.8
_SAME_SENTENCE = 0.3
_SAME_BLOCK = 0.2
_DISTANCE = 0.45
_QUOTED = 1.2
_POSSESSIVE = 0.6
_GENDER_FITS = 0.7
_GENDER_UNLIKE = 2.5
_CLITICS = frozenset({"'s", "’s", "'", "’"})


@define(eq=False)
class Stage:
    """Who has been mentioned and who has spoken, by token, as far as the document has been resolved."""

    scene: Scene
    mentions: list[tuple[int, int]] = field(factory=list)
    """``(first token, index into entities)`` of each mention, sorted."""
    entities: list[Entity] = field(factory=list)
    spoken: list[tuple[int, int, tuple[Entity, ...]]] = field(factory=list)
    """``(first token, number, speakers)`` of each resolved source, sorted."""
    ends: dict[int, int] = field(factory=dict)
    _numbers: dict[int, int] = field(factory=dict)

    def note(self, span: Pair, entity: Entity) -> None:
        """A mention of an entity."""
        number = self._numbers.setdefault(id(entity), len(self.entities))
        if number == len(self.entities):
            self.entities.append(entity)
        insort(self.mentions, (span[0], number))
        self.ends[span[0]] = span[1]

    def speak(self, position: int, speakers: tuple[Entity, ...]) -> None:
        """A source was resolved to these speakers."""
        insort(self.spoken, (position, len(self.spoken), speakers), key=lambda item: item[:2])

    def last_spoken(self, position: int, back: int = 1) -> tuple[Entity, ...]:
        """The speakers of the source resolved last before a token (``back`` 2: the one before that); empty if none."""
        index = bisect_left(self.spoken, (position, -1), key=lambda item: item[:2]) - back
        return self.spoken[index][2] if index >= 0 else ()

    def last_place(self, position: int) -> int | None:
        """The first token of the source resolved last before a token; ``None`` if there is none."""
        index = bisect_left(self.spoken, (position, -1), key=lambda item: item[:2]) - 1
        return self.spoken[index][0] if index >= 0 else None

    def before(self, position: int) -> Iterator[tuple[int, Entity]]:
        """The mentions before a token, nearest first, with their first tokens."""
        index = bisect_left(self.mentions, (position, -1)) - 1
        for _ in range(_MOST):
            if index < 0 or position - self.mentions[index][0] > _REACH:
                return
            start, number = self.mentions[index]
            yield start, self.entities[number]
            index -= 1


def antecedent(stage: Stage, position: int, gender: Gender | None) -> tuple[Entity, int, float] | None:
    """The person that a pronoun at ``position`` most likely means, where it was mentioned, and a score; ``None`` if
    nobody fits.
    """
    last, earlier = stage.last_spoken(position), stage.last_spoken(position, 2)
    best: dict[int, tuple[float, int, Entity]] = {}
    for start, entity in stage.before(position):
        unlike = gender is not None and entity.gender is not None and gender is not entity.gender
        if not entity.is_person or (unlike and entity.gender_told):
            continue
        weight = _weight(stage.scene, stage.ends.get(start, start + 1), start, position)
        weight += _LAST_SPEAKER * (entity in last) + _EARLIER_SPEAKER * (entity in earlier and entity not in last)
        weight += _GENDER_FITS * (gender is not None and entity.gender is gender) - _GENDER_UNLIKE * unlike
        if id(entity) not in best or best[id(entity)][0] < weight:
            best[id(entity)] = (weight, start, entity)
    if not best:
        return None
    ranked = sorted(best.values(), key=lambda item: (-item[0], -item[1]))
    margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 2.0
    return ranked[0][2], ranked[0][1], min(0.95, 0.5 + 0.25 * margin)


def _weight(scene: Scene, end: int, start: int, position: int) -> float:
    """How prominent a mention is for a pronoun, whoever it is of."""
    here, there = scene.sentence(position), scene.sentence(start)
    weight = -_DISTANCE * min(here - there, 8)
    weight += _SAME_SENTENCE * (here == there)
    weight += _SAME_BLOCK * (scene.structure.block_of[start] == scene.structure.block_of[position])
    if scene.structure.in_speech[start] and not scene.structure.in_speech[position]:
        weight -= _QUOTED
    if end < len(scene.doc) and scene.doc[end].text in _CLITICS:
        weight -= _POSSESSIVE
    elif is_subject(scene, start):
        weight += _SUBJECT
    return weight


def is_subject(scene: Scene, start: int) -> bool:
    """Whether a mention is likely the subject of its sentence: nothing before it but a title or a phrase up to a
    comma.
    """
    begin = scene.structure.sentences[scene.sentence(start)][0] if scene.structure.sentences else 0
    first = next((name for name in scene.names_in((begin, start + 1))), None)
    if start - begin <= 3:
        return True
    commas = [i for i in range(begin, start) if scene.doc[i].text == ","]
    return (first is None or first.start >= start) or bool(commas and start - commas[-1] <= 3)

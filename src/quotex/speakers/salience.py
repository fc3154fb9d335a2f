"""Who has been mentioned and who has spoken, as far as a document has been resolved."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from attrs import define, field

from quotex.mentions.names import NameType
from quotex.records import SpeakerType
from quotex.spans import Pair
from quotex.speakers.entities import Entity, Step
from quotex.speakers.namedthings import Things
from quotex.speakers.scene import Scene
from quotex.speakers.writers import Writers, read_writers

_REACH = 400
"""How many tokens before a pronoun its antecedent is sought."""
_FAR = 250
"""How many tokens a plural or a thing is sought back."""
_MOST = 40
"""How many mentions before a pronoun are weighed."""


@define(eq=False)
class Stage:
    """Who has been mentioned and who has spoken, by token, as far as the document has been resolved."""

    scene: Scene
    mentions: list[tuple[int, int]] = field(factory=list)
    """``(first token, index into entities)`` of each mention, sorted."""
    entities: list[Entity] = field(factory=list)
    spoken: list[tuple[int, int, tuple[Entity, ...]]] = field(factory=list)
    """``(first token, number, speakers)`` of each resolved source, sorted."""
    questions: int = -1
    """The first line of an interview that opens with "Q:"; -1 where there is none so far."""
    issued: dict[str, tuple[Entity, ...]] = field(factory=dict)
    """Who last gave words in a document, by the noun for its sort ("statement")."""
    ends: dict[int, int] = field(factory=dict)
    prominence: dict[int, float] = field(factory=dict)
    """By ``id``, how often an entity is named in the document, as a share of the one named most."""
    contents: dict[int, list[Pair]] = field(factory=dict)
    """What each source says, by its first token."""
    reported: bytearray = field(init=False)
    """Of each token whether it stands in what anybody says."""
    owned: dict[int, Pair] | None = None
    """By the ``id`` of a person, where a body is first called by that person's name; ``None`` until that is sought."""
    polls: list[Pair] | None = None
    """The polls called by a pollster's name, one a name; ``None`` until they are sought."""
    given_names: dict[str, set[str]] | None = None
    """By surname in normal form, the given names that stand before it; ``None`` until they are sought."""
    things: Things | None = None
    """What bare nouns can mean; ``None`` until that is sought."""
    writers: Writers = field(init=False)
    _numbers: dict[int, int] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.writers = read_writers(self.scene)
        self.reported = bytearray(len(self.scene.doc))

    def report(self, source: int | None, contents: Sequence[Pair]) -> None:
        """Somebody says these words: the source that begins at a token, if there is one."""
        for start, end in contents:
            self.reported[start:end] = b"\1" * (end - start)
        if source is not None:
            self.contents.setdefault(source, []).extend(contents)

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

    def speakers_at(self, position: int) -> tuple[Entity, ...]:
        """The speakers of the source that begins at a token; empty if none does."""
        last = self.last_place(position + 1)
        return self.last_spoken(position + 1) if last == position else ()

    def last_place(self, position: int, back: int = 1) -> int | None:
        """The first token of the source resolved last before a token (``back`` 2: the one before that); ``None`` if
        there is none."""
        index = bisect_left(self.spoken, (position, -1), key=lambda item: item[:2]) - back
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


def names_place(stage: Stage, start: int) -> bool:
    """Whether the mention that begins at a token is the name of a place."""
    span = (start, stage.ends.get(start, start + 1))
    return any(name.type is NameType.PLACE for name in stage.scene.names_in(span))


def last_of_types(
    stage: Stage, token: int, types: frozenset[SpeakerType], rule: str
) -> tuple[tuple[Entity, ...], Step] | None:
    """The last speaker of such a type before a token, else the last mention of one, and the step that leads there."""
    for back in (1, 2, 3):
        speakers = stage.last_spoken(token, back)
        if len(speakers) == 1 and speakers[0].type in types:
            return speakers, Step("last-speaker", 0.9 - 0.15 * (back - 1), speakers[0].name)
    for start, entity in stage.before(token):
        if token - start > _FAR:
            break
        if entity.type in types and entity.named and not names_place(stage, start):
            return (entity,), Step(rule, 0.5, (start, stage.ends.get(start, start + 1)))
    return None

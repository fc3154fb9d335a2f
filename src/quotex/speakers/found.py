"""What words of a content were found to stand for."""

from __future__ import annotations

from attrs import frozen

from quotex.spans import Pair
from quotex.speakers.confidence import confidence
from quotex.speakers.entities import Entity, Step


@frozen
class FoundReference:
    """Words of a content that stand for something named elsewhere. ``entity`` is ``None`` where nothing tells what."""

    span: Pair
    """In tokens."""
    rule: str
    score: float
    """The probability that the entity is the one meant; 0 without one."""
    entity: Entity | None = None

    @classmethod
    def of(cls, span: Pair, rule: str, path: tuple[Step, ...], entity: Entity) -> FoundReference:
        """A reference from which a path of steps leads to an entity."""
        return cls(span, rule, round(confidence(path, (entity,)), 4), entity)

    @classmethod
    def nothing(cls, span: Pair, rule: str) -> FoundReference:
        """A reference that nothing tells surely enough, and why."""
        return cls(span, rule, 0.0)

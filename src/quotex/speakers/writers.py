"""Who "I" is outside quoted speech: the writer, told by a byline, a signature or a note at the article's end."""

from __future__ import annotations

from bisect import bisect_left

from attrs import frozen

from quotex.mentions.names import Name, NameType
from quotex.mentions.titles import COPULAS
from quotex.records import BlockKind
from quotex.spans import Pair
from quotex.speakers.entities import Entity
from quotex.speakers.scene import Scene

_PLACE_WORDS = 4
"""Most words of the line under a signature that says where a letter comes from."""
_NOTES = 3
"""Among how many of the last blocks a note on the writer is sought."""


@frozen
class Writers:
    """The writers that a document names: by its first byline, by block of each signature, and by its note."""

    byline: tuple[Entity, ...]
    signatures: tuple[tuple[int, Entity], ...]
    """In order of their blocks."""
    note: Entity | None

    def of(self, block: int) -> tuple[tuple[Entity, ...], str]:
        """Who writes a block, and the rule that tells it; nobody where none does.

        A signature is of all above it up to the one before; letters to an editor stand one below the other.
        """
        index = bisect_left(self.signatures, block, key=lambda signature: signature[0])
        if index < len(self.signatures):
            return (self.signatures[index][1],), "signature"
        if self.byline:
            return self.byline, "byline"
        return ((self.note,), "note-on-writer") if self.note is not None else ((), "")


def read_writers(scene: Scene) -> Writers:
    """The writers of a document. Empty where it names none."""
    blocks = scene.structure.blocks
    tokens = _tokens_of_blocks(scene)
    bylines: dict[int, list[Entity]] = {}
    signatures: dict[int, Entity] = {}
    note = None
    for name in scene.names:
        block = scene.structure.block_of[name.start]
        person = scene.entity_of(name) if name.type is NameType.PERSON and block >= 0 else None
        if person is None:
            continue
        if blocks[block].kind is BlockKind.BYLINE:
            bylines.setdefault(block, []).append(person)
        elif _fills(scene, tokens[block], name) and _can_sign(scene, tokens, block):
            signatures[block] = person
        elif block >= len(blocks) - _NOTES and person.first == name.start and _is_noted(scene, tokens[block], name):
            note = person
    first = tuple(bylines[min(bylines)]) if bylines else ()
    return Writers(first, tuple(sorted(signatures.items())), note)


def _tokens_of_blocks(scene: Scene) -> list[Pair]:
    spans: list[Pair] = [(0, 0)] * len(scene.structure.blocks)
    for token, block in enumerate(scene.structure.block_of):
        if block >= 0:
            start, end = spans[block]
            spans[block] = (start if end else token, token + 1)
    return spans


def _words(scene: Scene, span: Pair) -> int:
    return sum(any(c.isalnum() for c in scene.doc[i].text) for i in range(*span))


def _fills(scene: Scene, span: Pair, name: Name) -> bool:
    """Whether a block is nothing but a name of two words or more."""
    words = _words(scene, (name.start, name.end))
    return words > 1 and _words(scene, span) == words


def _can_sign(scene: Scene, tokens: list[Pair], block: int) -> bool:
    """Whether a block can be a signature: below a paragraph, and where it looks like a heading, at the end or above no
    more than a place."""
    blocks = scene.structure.blocks
    if block == 0 or blocks[block - 1].kind is not BlockKind.PARAGRAPH:
        return False
    is_last = block + 1 == len(blocks)
    return blocks[block].kind is BlockKind.PARAGRAPH or is_last or _words(scene, tokens[block + 1]) <= _PLACE_WORDS


def _is_noted(scene: Scene, span: Pair, name: Name) -> bool:
    """Whether a block begins with a name and says who that is ("Ada Roe is a nurse in Tarn.")."""
    return name.start == span[0] and name.end < span[1] and scene.doc[name.end].text in COPULAS

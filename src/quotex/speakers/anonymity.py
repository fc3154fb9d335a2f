"""The words by which a source keeps its name to itself ("who asked not to be named")."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from quotex.lexicon.words import words
from quotex.mentions.names import NameType
from quotex.spans import Pair
from quotex.speakers.scene import Scene

_REACH = 120
"""How many tokens of the source's sentence are read."""


def anonymity(scene: Scene, source: Pair) -> Pair | None:
    """The first words in a source that say so, else those in its sentence outside quotation marks; else ``None``.

    The sentence does not count for a source that names a person.
    """
    end = min(source[1], source[0] + _REACH)
    inside = _wording(scene, (source[0], end))
    if inside is not None or not scene.structure.sentences:
        return inside
    if any(name.type is NameType.PERSON for name in scene.names_in(source)):
        return None
    start, end = scene.structure.sentences[scene.sentence(source[0])]
    return _wording(scene, (start, min(end, start + _REACH)), narrated=True)


def _wording(scene: Scene, span: Pair, *, narrated: bool = False) -> Pair | None:
    """The first wording in a span; with ``narrated`` only one outside quotation marks."""
    for i in range(*span):
        if narrated and scene.structure.in_speech[i]:
            continue
        for phrase in _phrases().get(scene.doc[i].lower_, ()):
            if _stands(scene, phrase, i, span[1]):
                return _led(scene, i, span[0]), i + len(phrase)
    return None


def _stands(scene: Scene, phrase: tuple[str, ...], index: int, end: int) -> bool:
    return index + len(phrase) <= end and all(scene.doc[index + k].lower_ == word for k, word in enumerate(phrase))


def _led(scene: Scene, start: int, floor: int) -> int:
    """The start of the wording: back over the words that lead to the phrase ("on the condition of …")."""
    while start > floor and scene.doc[start - 1].lower_ in words("anonymity", "leading"):
        start -= 1
    return start


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The listed words and phrases by their first word, longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for text in sorted(words("anonymity", "words") | words("anonymity", "phrases")):
        phrase = tuple(text.split())
        out.setdefault(phrase[0], []).append(phrase)
    return MappingProxyType({first: tuple(sorted(group, key=len, reverse=True)) for first, group in out.items()})

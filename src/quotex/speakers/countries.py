"""Which country or state "the country" and "the state" mean: the only one that an article names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache

from attrs import evolve, frozen

from quotex.lexicon.words import words
from quotex.mentions.names import NameType
from quotex.spans import Pair
from quotex.speakers.scene import Scene

_Index = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""By first word, the names and words for each country, the longest first."""
_FEWEST = 2
"""How often a country must be named or alluded to before it is the one that an article is about."""


@frozen
class Countries:
    """Where a document names countries, or states of the United States, and where it alludes to them."""

    named: Mapping[str, list[Pair]]
    """By country, in text order, the spans of its names."""
    met: Mapping[str, list[int]]
    """By country, the tokens at which it, its people or its seat of government is met."""

    def is_met_in(self, span: Pair) -> bool:
        """Whether one of them, or its people, is met within a span, or right before it."""
        return any(span[0] - 1 <= place < span[1] for places in self.met.values() for place in places)

    def only(self, before: int) -> Pair | None:
        """The last name before a token of the only country that the document has to do with; ``None`` where there are
        several, where it comes up once only, and where it is not named before."""
        if len(self.met) != 1:
            return None
        ((country, places),) = self.met.items()
        names = self.named.get(country, [])
        at = bisect_left(names, (before, before))
        return names[at - 1] if len(places) >= _FEWEST and at > 0 else None


def read_countries(scene: Scene) -> Countries:
    """The countries of a document, from one pass over its tokens. Names in datelines, mostly in capitals, are met, but
    not taken for others; names of people ("Jordan") are no countries."""
    return _read(scene, _countries(), words("countries", "names"))


def read_states(scene: Scene) -> Countries:
    """The states of the United States in a document. Those whose name is that of more are met, but never named."""
    states = _read(scene, _states(), frozenset())
    doubtful = words("countries", "states_and_more")
    return evolve(states, named={state: names for state, names in states.named.items() if state not in doubtful})


def with_article(name: str) -> bool:
    """Whether the name of a country stands with "the"."""
    return "_".join(name.lower().split()) in words("countries", "with_article")


def _read(scene: Scene, index: _Index, names: frozenset[str]) -> Countries:
    named: dict[str, list[Pair]] = {}
    met: dict[str, list[int]] = {}
    at = 0
    while at < len(scene.doc):
        found = _at(scene, at, index)
        if found is not None:
            parts, country = found
            met.setdefault(country, []).append(at)
            spelled = "_".join(parts)
            if (spelled == country or spelled in names) and not scene.in_dateline(at):
                named.setdefault(country, []).append((at, at + len(parts)))
        at += len(found[0]) if found is not None else 1
    return Countries(named, met)


def _at(scene: Scene, at: int, index: _Index) -> tuple[tuple[str, ...], str] | None:
    """The words that begin at a token and the country they are for."""
    doc = scene.doc
    if not doc[at].text[:1].isupper() or doc[at].lower_ not in index or doc[at].text == "Us":
        return None
    name = scene.name_at.get(at)
    if name is not None and name.type is NameType.PERSON:
        return None
    for parts, country in index[doc[at].lower_]:
        if tuple(token.lower_ for token in doc[at : at + len(parts)]) == parts:
            return parts, country
    return None


@cache
def _countries() -> _Index:
    pairs = []
    for entry in words("countries", "countries"):
        country, _, others = entry.partition(":")
        pairs += [(tuple(spelled.split("_")), country) for spelled in (country, *others.split())]
    return _by_first(pairs)


@cache
def _states() -> _Index:
    states = words("countries", "states") | words("countries", "states_and_more")
    return _by_first([(tuple(state.split("_")), state) for state in states])


def _by_first(pairs: Iterable[tuple[tuple[str, ...], str]]) -> _Index:
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for parts, country in sorted(pairs, key=lambda pair: (-len(pair[0]), pair)):
        out.setdefault(parts[0], []).append((parts, country))
    return {first: tuple(found) for first, found in out.items()}

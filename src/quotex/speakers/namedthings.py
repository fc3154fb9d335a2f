"""Bodies and places that "the" and a bare noun take up: "the ministry", "the company", "the country".

Such a noun is taken for a name only where the article has one that it can mean: the only body of which the name holds
the noun, or which is said to be one; the only country that the article has to do with. Anything else is left.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from attrs import define, evolve, field, frozen

from quotex.lexicon.words import words as word_list
from quotex.matching import name_words
from quotex.mentions import nouns
from quotex.mentions.names import Name, NameType
from quotex.records import MentionForm, SpeakerType
from quotex.spans import Pair
from quotex.speakers.countries import Countries, read_countries, read_states
from quotex.speakers.entities import Entity, Seen
from quotex.speakers.scene import Scene

_AREAS = frozenset({"country", "state"})
_FIRMS = frozenset({"company", "corporation", "firm"})
_FIRM_WORDS = frozenset({"co", "company", "corp", "corporation", "inc", "limited", "llc", "ltd", "plc"})
"""Words in the names of firms."""
_INTRODUCE = frozenset({"a", "an", "another", "any", "each", "every", "one", "other", "second"})
_RIVALS = frozenset({"party"})
"""Nouns for bodies that seldom come alone, and mostly under names without the noun."""
_LONGEST = 6
"""Most tokens between a comma or an article and the noun of what it brings in."""
_REACH = 150
"""How many tokens back the name must be met last."""
_NAMES_BACK = 6
"""How many names of any type are looked through for the organisation named last."""


@frozen
class Meant:
    """What a noun takes up, the rule that says so, and how often it was right where a person read it."""

    entity: Entity
    rule: str
    score: float


@define
class Things:
    """What a document says of the bodies and places it names, to tell which of them a bare noun means."""

    scene: Scene
    countries: Countries
    states: Countries
    introduced: Mapping[str, list[int]]
    """By noun, the tokens at which a body or a place without a name is brought in ("another bank")."""
    called: Mapping[str, list[Entity]]
    """By sort, the bodies that are said to be such ("Tarn Shipping, a company in …")."""
    several: frozenset[str]
    """The sorts of which the document tells in the plural."""
    _areas: dict[Pair, Entity] = field(factory=dict)
    _bodies: dict[int, Entity] = field(factory=dict)

    def meant(self, noun: str, at: int) -> Meant | None:
        """What "the" and a noun at a token mean; ``None`` where nothing tells surely."""
        if noun in _AREAS:
            name = (self.countries if noun == "country" else self.states).only(at)
            return Meant(self._area(name), f"only-{noun}", 0.95) if name is not None else None
        found = list(islice(self._candidates(noun, at), 2)) if noun not in _RIVALS | self.several else []
        if len(found) != 1:
            return None
        (body,) = found
        last = body.last_before(at)
        others = self.introduced.get(noun, [])
        is_other_between = bisect_left(others, body.first) < bisect_left(others, at)
        if last < 0 or at - last > _REACH or is_other_between:
            return None
        if noun in _FIRMS and self._last_body(at) is not body:
            return None
        return Meant(self._shown(body, noun), "sort-in-name" if body.head == noun else "called-so", 0.92)

    def _last_body(self, before: int) -> Entity | None:
        """The organisation named last before a token."""
        end = bisect_left(self.scene.name_starts, before)
        for name in reversed(self.scene.names[max(0, end - _NAMES_BACK) : end]):
            if name.type is NameType.ORGANISATION:
                return self.scene.entity_of(name)
        return None

    def _shown(self, body: Entity, noun: str) -> Entity:
        """A body under the name of two words or more with the noun that it has most often; of several, the longest."""
        if id(body) not in self._bodies:
            spans = [
                seen.span for seen in body.seen if seen.form is MentionForm.NAMED and seen.span[1] - seen.span[0] > 1
            ]
            words = {span: name_words(self.scene.text(span)) for span in spans}
            often = Counter(words.values())
            usual = [span for span in spans if noun in words[span]]
            name = max(usual, key=lambda span: (often[words[span]], len(words[span]), -span[0]), default=body.name)
            self._bodies[id(body)] = evolve(body, name=name)
        return self._bodies[id(body)]

    def _candidates(self, noun: str, at: int) -> Iterator[Entity]:
        bodies = [body for body in self.scene.bodies.by_word.get(noun, ()) if body.head == noun]
        if noun in _FIRMS:
            bodies = [body for word in sorted(_FIRM_WORDS) for body in self.scene.bodies.by_word.get(word, ())]
        met: set[int] = set()
        for body in (*bodies, *self.called.get(_sort(noun), ())):
            whole = body.named and len(body.words) > (body.head == noun) and body.type is SpeakerType.ORGANISATION
            if whole and body.first < at and id(body) not in met:
                met.add(id(body))
                yield body

    def _area(self, name: Pair) -> Entity:
        """A country or state as an entity, one for each name."""
        if name not in self._areas:
            entity = Entity(SpeakerType.ORGANISATION, name, name_words(self.scene.text(name)), True)
            entity.note(Seen(name, MentionForm.NAMED, "name", 1.0))
            self._areas[name] = entity
        return self._areas[name]


def read_things(scene: Scene) -> Things:
    """Read a document once for what its bare nouns can mean."""
    introduced: dict[str, list[int]] = {}
    several: set[str] = set()
    sorts = word_list("things", "organisations")
    for token in scene.doc:
        if token.i in scene.name_at:
            continue
        if token.lower_ in sorts and _is_introduced(scene, token.i):
            introduced.setdefault(token.lower_, []).append(token.i)
        known = nouns.noun(token.lower_) if token.lower_.endswith("s") else None
        if known is not None and known.plural:
            several.add(known.singular)
    called: dict[str, list[Entity]] = {}
    for name in scene.names:
        body = scene.entity_of(name) if name.type is not NameType.PERSON else None
        noun = _said_to_be(scene, name) if body is not None else None
        if body is not None and noun is not None:
            called.setdefault(_sort(noun), []).append(body)
    return Things(scene, read_countries(scene), read_states(scene), introduced, called, frozenset(several))


def _sort(noun: str) -> str:
    """What a noun calls a body; one word for all that mean a company."""
    return "company" if noun in _FIRMS else noun


def _is_introduced(scene: Scene, head: int) -> bool:
    """Whether a noun begins with "a" or the like and belongs to no name before a comma."""
    doc = scene.doc
    for i in range(head - 1, max(-1, head - 1 - _LONGEST), -1):
        if doc[i].lower_ in _INTRODUCE:
            return i < 2 or doc[i - 1].text != "," or i - 2 not in scene.name_at
        if not doc[i].is_alpha and doc[i].text != "-":
            return False
    return False


def _said_to_be(scene: Scene, name: Name) -> str | None:
    """The noun for a body in the apposition behind a name ("Tarn Shipping, a company …")."""
    doc = scene.doc
    if name.end + 2 >= len(doc) or doc[name.end].text != "," or doc[name.end + 1].lower_ not in {"a", "an", "the"}:
        return None
    for i in range(name.end + 2, min(len(doc), name.end + 2 + _LONGEST)):
        if not doc[i].is_alpha and doc[i].text != "-":
            return None
        if doc[i].lower_ in word_list("things", "organisations"):
            return doc[i].lower_
    return None

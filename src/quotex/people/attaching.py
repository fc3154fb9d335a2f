"""Groups that name alone does not join: what their documents have in common decides.

They are placed one after the other, those with the most documents first, so that the outcome does not hang on the order
in which they came. A group is taken in by another where the strongest evidence that it has points at that one only,
and nothing told of the two contradicts. Groups are found by what they have in common, never by trying all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import define, field

from quotex.people.bearers import Bearers, as_word
from quotex.people.blocks import Likenesses
from quotex.people.forms import WEAK
from quotex.people.groups import Group, Link, clash, names_agree
from quotex.people.sounds import skeleton
from quotex.people.standing import Key

TITLE, ROLE, OUTLET = 0.9, 0.8, 0.77
"""Scores of evidence: a title or affiliation in common; a role alone; one outlet within a week."""
_DISCOUNT = 0.93
"""For names that agree by a weak rule, and given names alone."""
_DAYS = 7
_MOST = 50
"""Groups that have something in common before it tells nobody apart."""

Index = dict[str, dict[int, Group]]
Found = Iterator[tuple[Group, Link]]


@define
class Attaching:
    """The groups so far, and what leads to them."""

    like: Likenesses
    min_score: float
    groups: list[Group] = field(factory=list)
    bearers: Bearers = field(factory=Bearers)
    _shared: dict[tuple[str, Key], dict[int, Group]] = field(factory=lambda: defaultdict(dict))
    """Groups by a word of the name and something to have in common."""
    _outlets: dict[tuple[str, str, int], dict[int, tuple[Group, set[int]]]] = field(factory=lambda: defaultdict(dict))
    """Groups by a word of the name, outlet and week, with the days."""

    def place(self, group: Group) -> None:
        """Let another group take this one in, or keep it as one of its own."""
        found = self._taker(group)
        if found is None:
            self.groups.append(group)
            self.bearers.add(group)
            self._index(group, group)
        else:
            taker, link = found
            taker.take(group, link)
            self._index(taker, group)

    def _index(self, group: Group, part: Group) -> None:
        """Make a group be found by all that a part of it has."""
        for word in _words(group):
            for key in part.keys:
                self._shared[word, key][id(group)] = group
            for outlet, day in _where(part):
                self._outlets[word, outlet, day // _DAYS].setdefault(id(group), (group, set()))[1].add(day)

    def _taker(self, group: Group) -> tuple[Group, Link] | None:
        for evidence in (self._titles, self._roles, self._same_outlet, self.bearers.evidence):
            found: dict[int, tuple[Group, Link]] = {}
            for other, link in evidence(group):
                factor = self._factor(group, other)
                if factor is not None and id(other) not in found:
                    found[id(other)] = other, Link(link.rule, round(link.score * factor, 4), link.evidence)
            if found:
                only = next(iter(found.values()))
                return only if len(found) == 1 and only[1].score >= self.min_score else None
        return None

    def _factor(self, group: Group, other: Group) -> float | None:
        """How much of the evidence counts for these names; ``None`` where the two cannot be one."""
        if not group.documents.isdisjoint(other.documents) and group.forms.keys() != other.forms.keys():
            return None  # its own document keeps the two apart
        if clash(group.told, other.told) is not None:
            return None
        if group.single is not None:
            part = as_word(group.single, other)
            return None if part is None else 1.0 if part == "family" else _DISCOUNT
        found = names_agree(group, other, self.like)
        return None if found is None else 1.0 if found[1] > WEAK else _DISCOUNT

    def _titles(self, group: Group) -> Found:
        return self._by_keys(group, "same_title", TITLE, [key for key in group.keys if key[1]])

    def _roles(self, group: Group) -> Found:
        return self._by_keys(group, "same_role", ROLE, [key for key in group.keys if not key[1]])

    def _by_keys(self, group: Group, rule: str, score: float, keys: Iterable[Key]) -> Found:
        for word in _words(group):
            for key in sorted(keys, key=lambda key: (not key[0], -len(key[1]), key)):
                found = self._shared.get((word, key), {})
                if len(found) <= _MOST:
                    name = "same_affiliation" if not key[0] else rule
                    yield from ((other, Link(name, score, (" ".join(filter(None, key)),))) for other in found.values())

    def _same_outlet(self, group: Group) -> Found:
        for word in _words(group):
            for outlet, day in _where(group):
                for week in range(day // _DAYS - 1, day // _DAYS + 2):
                    found = self._outlets.get((word, outlet, week), {})
                    for other, days in found.values() if len(found) <= _MOST else ():
                        if any(abs(day - each) <= _DAYS for each in days):
                            yield other, Link("same_outlet", OUTLET, (outlet,))


def _words(group: Group) -> list[str]:
    """The words of its names, as all spellings of them have them."""
    return sorted({skeleton(word) or word for form in group.forms for word in form.words if len(word) > 1})


def _where(group: Group) -> list[tuple[str, int]]:
    """The outlets and days of its documents, each once."""
    dated = {(each.sighting.outlet, each.day) for each in group.seen}
    return sorted((outlet, date.fromisoformat(day).toordinal()) for outlet, day in dated if outlet and day)

"""Whom a name means where there is only one bearer, or one of whom nearly all documents speak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import define, field

from quotex.lexicon.words import words
from quotex.people.forms import Form
from quotex.people.groups import Group, Link, clash
from quotex.people.names import PersonalName
from quotex.people.seen import Told
from quotex.people.sounds import Likeness, likeness, skeleton

ONLY, MOSTLY = 0.75, 0.75
"""Scores where there is one bearer only, and where one has ``_TIMES`` the documents of all others together."""
_TIMES = 20


def as_word(form: Form, group: Group) -> str | None:
    """What the single name ``form`` is to a group: "family" for its family name, or for the same single name, "given"
    for its given name; ``None`` for neither."""
    word = form.words[-1]
    found = {part for other in group.forms if (part := _part(word, other)) is not None}
    return "family" if "family" in found else "given" if found else None


def _part(word: str, form: Form) -> str | None:
    name = PersonalName(form.words)
    if not name.is_full:
        return "family" if _same(word, form.words[-1]) else None
    if _same(word, form.words[-1]) or (form.words[0] in words("spellings", "family_first") and word == form.words[0]):
        return "family"
    return "given" if _same(word, form.words[0]) else None


def _same(a: str, b: str) -> bool:
    return likeness(a, b) is Likeness.STRICT


def is_common(family: str) -> bool:
    """Whether many people of many places have a family name, so that it alone means nobody."""
    lists = (
        ("given_names", "male"),
        ("given_names", "female"),
        ("spellings", "family_first"),
        ("spellings", "common_families"),
    )
    return any(family in words(*group) for group in lists)


@define
class Bearers:
    """Groups by the words of their names."""

    _full: dict[str, dict[int, Group]] = field(factory=lambda: defaultdict(dict))
    _of_form: dict[Form, dict[int, Group]] = field(factory=lambda: defaultdict(dict))
    _told: dict[Form, set[Told]] = field(factory=lambda: defaultdict(set))
    _known: dict[Form, tuple[Group, ...]] = field(factory=dict)
    """The bearers of each single name, looked up once: full names are all there before the first single one comes."""

    def add(self, group: Group) -> None:
        """Take note of a group."""
        for form in group.forms:
            self._of_form[form][id(group)] = group
            for word in form.words if group.single is None else ():
                self._full[skeleton(word) or word][id(group)] = group

    def tell(self, groups: Iterable[Group]) -> None:
        """Take note of what is told of those called by single names, before they are placed."""
        for group in groups:
            if group.single is not None:
                self._told[group.single] |= group.told

    def evidence(self, group: Group) -> Iterator[tuple[Group, Link]]:
        """The group that a name means by itself: the only bearer of a family name that is not common, or the one that
        is spoken of nearly always. Where what is told of those called so contradicts, there is no only bearer."""
        form = group.single
        if form is None:
            form = next(iter(group.forms))
            found = tuple(self._of_form[form].values())
        else:
            found = self._bearers(form) or tuple(self._of_form[form].values())
            told = self._told[form]
            if len(found) == 1 and not is_common(form.words[-1]) and clash(told, told) is None:
                yield found[0], Link("only_bearer", ONLY, (found[0].main,))
                return
        if found:
            most = max(found, key=lambda g: len(g.documents))
            others = sum(len(g.documents) for g in found) - len(most.documents)
            if len(most.documents) >= _TIMES * max(1, others):
                yield most, Link("most_often_meant", MOSTLY, (most.main,))

    def _bearers(self, form: Form) -> tuple[Group, ...]:
        if form not in self._known:
            pool = self._full[_bones(form)].values()
            self._known[form] = tuple(g for g in pool if _has_family(g, form.words[-1]))
        return self._known[form]


def _has_family(group: Group, word: str) -> bool:
    """Whether a word is, letter by letter, the family name of a group."""
    return any(_part(word, form) == "family" and word in (form.words[0], form.words[-1]) for form in group.forms)


def _bones(form: Form) -> str:
    return skeleton(form.words[-1]) or form.words[-1]

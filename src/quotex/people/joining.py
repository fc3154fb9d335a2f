"""``join``: the people of an archive from the speakers of its documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import evolve

from quotex.people.attaching import Attaching
from quotex.people.blocks import Likenesses, is_full, kept_apart, likenesses
from quotex.people.bodies import join_bodies
from quotex.people.drafting import Rivalry, draft_of
from quotex.people.forms import Form, Found
from quotex.people.groups import Group
from quotex.people.persons import Draft, make_persons
from quotex.people.records import Person, Sighting
from quotex.people.seen import Seen, full_aliases, read
from quotex.people.settling import settle
from quotex.people.standing import Key
from quotex.records import SpeakerType

MIN_SCORE = 0.75
"""Joins that score lower are not made."""
_ALIAS: Found = ("alias", 0.95)
_PEOPLE = frozenset({SpeakerType.PERSON, SpeakerType.AUTHOR})


def join(sightings: Iterable[Sighting], *, min_score: float = MIN_SCORE) -> tuple[Person, ...]:
    """Who the speakers of many documents are: one record a person or organisation.

    People and authors are joined with each other, organisations among themselves, and speakers of other types with
    none: each sighting of them is a record of its own, as is each that cannot be joined safely. Every sighting is in
    exactly one record. The order of the sightings does not matter, and two that are equal in everything are one.
    Records come with the most documents first.

    Time grows with the number of sightings and of pairs of names that share a block (see ``blocks``). Memory holds the
    sightings, each once.
    """
    people: list[Seen] = []
    bodies: list[Sighting] = []
    drafts: list[Draft] = []
    for each in sorted(set(sightings), key=_order):
        seen = read(each) if each.type in _PEOPLE else None
        if seen is not None:
            people.append(seen)
        elif each.type is SpeakerType.ORGANISATION:
            bodies.append(each)
        else:
            drafts.append(Draft((), (each,)))
    groups, like = _join_people(people, min_score)
    drafted = {id(group): draft_of(group, like) for group in groups}
    drafts += [*drafted.values(), *join_bodies(bodies, min_score)]
    return make_persons(drafts, Rivalry(groups, drafted, like).rivals)


def _join_people(people: Sequence[Seen], min_score: float) -> tuple[list[Group], Likenesses]:
    full = [seen for seen in people if is_full(seen.form)]
    documents: dict[str, list[Form]] = defaultdict(list)
    for seen in full:
        documents[seen.sighting.document].append(seen.form)
    like = _with_aliases(likenesses((seen.form for seen in full), kept_apart(documents.values())), full)
    settled = settle(full, like, min_score)
    attaching = Attaching(like, min_score)
    single = [seen for seen in people if not is_full(seen.form)]
    names: dict[tuple[Form, object], list[Seen]] = defaultdict(list)
    for seen in single:
        names[seen.form, seen.told].append(seen)
    rounds = (
        [Group(list(found)) for found in settled.joined],
        [group for found in settled.open for group in _parts(found)],
        [group for found in names.values() for group in _parts(found)],
    )
    attaching.bearers.tell(rounds[-1])
    for groups in rounds:
        for group in sorted(groups, key=lambda group: (not group.keys, *group.order)):
            attaching.place(group)
    return attaching.groups, like


def _parts(seen: Sequence[Seen]) -> list[Group]:
    """Sightings of one name of which one thing is told, in groups with a title or affiliation in common."""
    parents = list(range(len(seen)))
    first: dict[Key, int] = {}
    for at, each in enumerate(seen):
        for key in each.keys:
            if key[1]:
                other = _root(first.setdefault(key, at), parents)
                parents[_root(at, parents)] = other
    parts: dict[int, list[Seen]] = defaultdict(list)
    for at, each in enumerate(seen):
        parts[_root(at, parents)].append(each)
    return [Group(part) for part in parts.values()]


def _root(at: int, parents: list[int]) -> int:
    while parents[at] != at:
        parents[at] = parents[parents[at]]
        at = parents[at]
    return at


def _with_aliases(like: Likenesses, seen: Iterable[Seen]) -> Likenesses:
    """The likenesses, those of two names that a document gives one speaker made surer."""
    of = {form: dict(found) for form, found in like.of.items()}
    for each in seen:
        for alias in full_aliases(each.sighting):
            if alias != each.form and alias in of.get(each.form, {}):
                of[each.form][alias] = of[alias][each.form] = _ALIAS
    return evolve(like, of=of)


def _order(each: Sighting) -> tuple[object, ...]:
    titles = tuple((title.text, title.role or "", title.affiliation or "") for title in each.titles)
    known, date, outlet, gender = (each.known_as or "", each.date or "", each.outlet or "", each.gender or "")
    absent = tuple(value is None for value in (each.known_as, each.date, each.outlet))
    return (
        *(each.document, each.speaker, each.name, each.type.value, each.aliases, titles, each.quotes),
        *(known, date, outlet, gender, absent),
    )

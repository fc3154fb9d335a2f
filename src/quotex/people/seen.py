"""Sightings read: the form of the name and what tells it from other bearers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from attrs import frozen

from quotex.dates import iso_day
from quotex.lexicon.gender import Gender
from quotex.people.forms import Form
from quotex.people.names import PersonalName, is_office, personal_name
from quotex.people.records import Sighting
from quotex.people.standing import Key, Seat, fields_agree, seats_agree, standing

Links = frozenset[frozenset[str]]
"""Pairs of walks of life that some document gives one bearer of a name both of."""


@frozen(cache_hash=True)
class Told:
    """What is told of a speaker that another bearer of the name may contradict. Empty and ``None``: nothing."""

    gender: Gender | None = None
    fields: frozenset[str] = frozenset()
    seats: frozenset[Seat] = frozenset()
    known: str | None = None
    """The caller's name for it."""


@frozen(eq=False)
class Seen:
    """A sighting of a person with all that joining asks of it. Each is equal to itself alone."""

    sighting: Sighting
    form: Form
    told: Told
    keys: frozenset[Key]
    day: str | None


def read(sighting: Sighting) -> Seen | None:
    """The sighting read; ``None`` where its name has no letter or digit or is an office, so that it can be joined with
    none.

    A speaker that the caller knows goes by the caller's name, whatever the article says of it.
    """
    name = personal_name(sighting.known_as or sighting.name)
    if not name.words or is_office(name):
        return None
    tells = standing(sighting.titles, personal_name(sighting.name).offices)
    if sighting.known_as is not None:
        told = Told(known=sighting.known_as)
    else:
        told = Told(sighting.gender or name.gender or tells.gender, tells.fields, tells.seats)
    return Seen(sighting, Form(name.words, name.generation), told, tells.keys, iso_day(sighting.date))


def full_aliases(sighting: Sighting) -> tuple[Form, ...]:
    """The forms of those of its aliases that are full names."""
    names: Iterable[PersonalName] = map(personal_name, sighting.aliases)
    return tuple(Form(name.words, name.generation) for name in names if name.is_full)


def links_in(tolds: Iterable[Told]) -> Links:
    """The pairs of walks of life that one of ``tolds`` gives one bearer both of."""
    return frozenset(frozenset(pair) for told in tolds for pair in combinations(sorted(told.fields), 2))


@lru_cache(maxsize=262144)
def contradiction(a: Told, b: Told, links: Links = frozenset()) -> str | None:
    """Why the two cannot be told of one person: "known", "gender", "roles" or "seats"; ``None`` where they can."""
    if a.known is not None and b.known is not None:
        return None if a.known == b.known else "known"
    if a.gender is not None and b.gender is not None and a.gender is not b.gender:
        return "gender"
    if not fields_agree(a.fields, b.fields, links):
        return "roles"
    return None if seats_agree(a.seats, b.seats) else "seats"

"""From sightings that belong together to the record of a person."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from attrs import evolve, frozen

from quotex.dates import iso_day
from quotex.matching import Words, name_words
from quotex.people.records import Alias, GivenTitle, Held, Join, Person, Rival, Sighting
from quotex.records import SpeakerType

_DIGITS = 16
_LATEST = "9"
"""Behind every day, so that what is undated comes last."""


@frozen(eq=False)
class Draft:
    """Sightings that are one person, before it has an id. Each draft is equal to itself alone."""

    words: Words
    """Its name in normal form, of which the id is made."""
    sightings: tuple[Sighting, ...]
    joins: tuple[Join, ...] = ()
    told: tuple[str, ...] = ()
    """What tells it from others of its name."""
    name: str = ""
    """As it is shown; that of the first sighting where empty."""


Rivals = Callable[[Draft], Iterable[tuple[Draft, str, tuple[str, ...]]]]
"""The others that a draft might be taken for, each with reason and evidence."""


def make_persons(drafts: Sequence[Draft], rivals: Rivals) -> tuple[Person, ...]:
    """The records, those with the most documents first, then by name and id. The order of the drafts counts where two
    of them are alike in all that ids are made of."""
    made = {id(draft): _person(draft) for draft in drafts}
    ids = _ids([(draft, made[id(draft)]) for draft in drafts])
    out = []
    for draft in drafts:
        others = tuple(
            Rival(ids[id(other)], made[id(other)].name, reason, evidence) for other, reason, evidence in rivals(draft)
        )
        out.append(evolve(made[id(draft)], id=ids[id(draft)], rivals=others))
    return tuple(sorted(out, key=lambda person: (-len(person.documents), person.name, person.id)))


def _person(draft: Draft) -> Person:
    found = sorted(
        draft.sightings, key=lambda each: (iso_day(each.date) or _LATEST, each.document, each.speaker, each.name)
    )
    types = Counter(each.type for each in found)
    return Person(
        id="",
        name=draft.name or found[0].name,
        type=max(types, key=lambda kind: (types[kind], kind is SpeakerType.PERSON)),
        aliases=_aliases(found),
        titles=_titles(found),
        sightings=tuple(found),
        joins=tuple(sorted(draft.joins, key=lambda join: (-join.score, join.rule, join.form, join.example))),
        known_as=next((each.known_as for each in found if each.known_as is not None), None),
    )


def _aliases(found: Iterable[Sighting]) -> tuple[Alias, ...]:
    documents: dict[str, set[str]] = defaultdict(set)
    for each in found:
        for text in (each.name, *each.aliases):
            documents[text].add(each.document)
    aliases = (Alias(text, len(those)) for text, those in documents.items())
    return tuple(sorted(aliases, key=lambda alias: (-alias.documents, alias.text)))


def _titles(found: Iterable[Sighting]) -> tuple[Held, ...]:
    """One for each wording, letter case aside, as it is first given."""
    wordings: dict[Words, list[tuple[GivenTitle, Sighting]]] = defaultdict(list)
    for each in found:
        for title in each.titles:
            wordings[name_words(title.text)].append((title, each))
    held = [_held(those) for those in wordings.values()]
    return tuple(sorted(held, key=lambda each: (each.first or _LATEST, each.text)))


def _held(those: Sequence[tuple[GivenTitle, Sighting]]) -> Held:
    days = sorted(day for _, each in those if (day := iso_day(each.date)))
    title = those[0][0]
    return Held(
        title.text,
        title.role,
        title.affiliation,
        days[0] if days else None,
        days[-1] if days else None,
        len({each.document for _, each in those}),
    )


def _ids(made: Sequence[tuple[Draft, Person]]) -> dict[int, str]:
    """Ids by ``id`` of the draft: of type and name, where these are shared of what is told, too, then of the first
    sighting and a number among equals."""
    out: dict[int, str] = {}
    left = list(made)
    for parts in (2, 3):
        keys = [(draft, _identity(draft, person)[:parts]) for draft, person in left]
        counts = Counter(key for _, key in keys)
        out |= {id(draft): _digest(key) for draft, key in keys if counts[key] == 1}
        left = [(draft, person) for draft, person in left if id(draft) not in out]
    seen: Counter[Hashable] = Counter()
    for draft, person in left:
        identity = _identity(draft, person)
        out[id(draft)] = _digest((*identity, seen[identity]))
        seen[identity] += 1
    return out


def _identity(draft: Draft, person: Person) -> tuple[Hashable, ...]:
    first = min((each.document, each.speaker, each.name) for each in person.sightings)
    kind = SpeakerType.PERSON if person.type is SpeakerType.AUTHOR else person.type
    return kind.value, draft.words, draft.told, first


def _digest(key: object) -> str:
    canonical = json.dumps(key, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:_DIGITS]

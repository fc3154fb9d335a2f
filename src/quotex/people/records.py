"""What goes into the joining of people, and what comes out of it."""

from __future__ import annotations

from attrs import frozen

from quotex.lexicon.gender import Gender
from quotex.records import SpeakerType


@frozen
class GivenTitle:
    """A title as an article gives it; ``None`` where it has no such part."""

    text: str
    role: str | None = None
    affiliation: str | None = None


@frozen
class Sighting:
    """One speaker in one document."""

    document: str
    """The document's id."""
    name: str
    """The fullest name there."""
    type: SpeakerType = SpeakerType.PERSON
    speaker: str = ""
    """Its id within the document."""
    aliases: tuple[str, ...] = ()
    titles: tuple[GivenTitle, ...] = ()
    date: str | None = None
    """As the document came with it; see ``quotex.dates.iso_day`` for what can be read."""
    outlet: str | None = None
    """Who published the document: a host, or any name."""
    quotes: tuple[str, ...] = ()
    """The ids of the attributions that it is credited with and that are quotes."""
    known_as: str | None = None
    gender: Gender | None = None
    """What pronouns and forms of address in the document tell, where they agree."""


@frozen
class Join:
    """Why one form of a person's name belongs to the person.

    ``form`` was joined to ``to``, the name of the person; ``score`` lies in ``[0, 1]`` and ranks, it is no probability.
    """

    rule: str
    score: float
    form: str
    to: str
    documents: int
    """In how many documents the form was joined so."""
    example: str
    """The first of them by id."""
    evidence: tuple[str, ...] = ()
    """What the documents of both have in common, where the rule rests on that: titles, affiliations, outlets."""


@frozen
class Rival:
    """Another person who might be taken for this one by name, and what keeps the two apart."""

    person: str
    """The other's id."""
    name: str
    reason: str
    """"roles", "seats", "gender", "generation", "known", "one_document", or "ambiguous" where only the evidence to join
    is missing."""
    evidence: tuple[str, ...] = ()
    """The words of both that disagree; none for "ambiguous"."""


@frozen
class Held:
    """A title as a person was given it, over time."""

    text: str
    role: str | None
    affiliation: str | None
    first: str | None
    """The earliest day of a document that gives it ("2024-05-01"); ``None`` where none of them is dated."""
    last: str | None
    documents: int


@frozen
class Alias:
    """A name that documents call a person by, with the number of these documents."""

    text: str
    documents: int


@frozen
class Person:
    """A speaker of an archive: what its documents tell of one person, organisation or other source.

    ``id`` is made of type and name, and of what tells it from others of that name where there are such; it depends
    neither on the order of the documents nor on the rest of the archive.
    """

    id: str
    name: str
    """The full name that most documents use."""
    type: SpeakerType
    aliases: tuple[Alias, ...]
    """All names, that of the person included, the most frequent first."""
    titles: tuple[Held, ...]
    """By first day, those without one last."""
    sightings: tuple[Sighting, ...]
    """By day, those without one last, then by document."""
    joins: tuple[Join, ...] = ()
    """The highest score first; empty where all its documents call it the same and nothing had to be decided."""
    rivals: tuple[Rival, ...] = ()
    """At most ten, those with the most documents."""
    known_as: str | None = None

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of its documents, each once, in the order of ``sightings``."""
        return tuple(dict.fromkeys(each.document for each in self.sightings))

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who published these documents, by name."""
        return tuple(sorted({each.outlet for each in self.sightings if each.outlet}))

    @property
    def quotes(self) -> int:
        """The number of its quotes."""
        return sum(len(each.quotes) for each in self.sightings)

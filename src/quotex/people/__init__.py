"""The speakers of many documents: who is who.

``sightings`` takes the speakers out of an article, ``join`` joins those of an archive to people, ``table`` writes them.
"""

from __future__ import annotations

from quotex.people.joining import MIN_SCORE, join
from quotex.people.records import Alias, GivenTitle, Held, Join, Person, Rival, Sighting
from quotex.people.sighting import sightings

__all__ = ["MIN_SCORE", "Alias", "GivenTitle", "Held", "Join", "Person", "Rival", "Sighting", "join", "sightings"]

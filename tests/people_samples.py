"""Sightings for tests: short ways to make them, and a Hypothesis strategy of archives where names collide."""

from __future__ import annotations

from itertools import count

from hypothesis import strategies as st

from quotex.lexicon.gender import Gender
from quotex.people import GivenTitle, Sighting
from quotex.records import SpeakerType

_numbers = count()


def title(text: str) -> GivenTitle:
    """A title of which the part behind "of" or "at" is the affiliation."""
    for word in (" of ", " at "):
        role, found, affiliation = text.partition(word)
        if found:
            return GivenTitle(text, role, affiliation)
    return GivenTitle(text, text)


def seen(name: str, *titles: str, document: str | None = None, **more: object) -> Sighting:
    """A sighting in a document of its own, where none is named."""
    return Sighting(document or f"doc{next(_numbers)}", name, titles=tuple(map(title, titles)), **more)  # type: ignore[arg-type]


_GIVEN = ("John", "Jane", "J.", "Johnny", "Mohammed", "Muhammad", "Alex")
_MIDDLE = ("", "", "Q. ", "Reza ")
_FAMILY = ("Smith", "Smith Jr.", "Smyth", "Hashemi", "Hashimi", "Varlo")
_TITLES = ("mayor of Leeds", "mayor of Hull", "striker", "professor at Orm College", "head of the port", "actress")

_names = st.one_of(
    st.builds(
        lambda g, m, f: f"{g} {m}{f}", st.sampled_from(_GIVEN), st.sampled_from(_MIDDLE), st.sampled_from(_FAMILY)
    ),
    st.sampled_from(_FAMILY),
    st.sampled_from(("Kim Jong-un", "Jong Un Kim", "Mr. Varlo", "Mrs. Varlo", "—")),
)
_sightings = st.builds(
    Sighting,
    document=st.sampled_from([f"d{number}" for number in range(8)]),
    name=_names,
    type=st.sampled_from([SpeakerType.PERSON] * 6 + [SpeakerType.AUTHOR, SpeakerType.ORGANISATION, SpeakerType.ROLE]),
    speaker=st.sampled_from(["s1", "s2", "s3"]),
    aliases=st.lists(_names, max_size=1).map(tuple),
    titles=st.lists(st.sampled_from(_TITLES).map(title), max_size=2, unique=True).map(tuple),
    date=st.sampled_from([None, "2024-05-01", "2024-05-03", "2024-09-01"]),
    outlet=st.sampled_from([None, "news.example", "post.example"]),
    known_as=st.sampled_from([None] * 8 + ["John Smith (Leeds)", "Varlo, Jane"]),
    gender=st.sampled_from([None, None, *Gender]),
)
archives = st.lists(_sightings, max_size=14)
"""Small archives in which many names are alike."""

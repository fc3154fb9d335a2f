"""People by name."""

from __future__ import annotations

from collections.abc import Iterable

from quotex.matching import name_words, text_similarity
from quotex.people.forms import compare, form_of
from quotex.people.names import personal_name
from quotex.people.records import Person

_ALIKE = 0.85


def like(people: Iterable[Person], name: str) -> list[Person]:
    """The people of whom a name can be ``name``: a form of it, with all its words in it, or with nearly its letters."""
    words, wanted = set(name_words(name)), form_of(personal_name(name))

    def fits(text: str) -> bool:
        known = form_of(personal_name(text))
        whole = bool(known.words) and compare(wanted, known) is not None
        return whole or (bool(words) and words <= set(name_words(text))) or text_similarity(name, text) >= _ALIKE

    return [person for person in people if any(fits(alias.text) for alias in person.aliases)]

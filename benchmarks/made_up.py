"""Made-up sightings and quotations, as many as you like, the same for the same number."""

from __future__ import annotations

import random
from collections.abc import Iterator

from quotex.lexicon.words import words
from quotex.people import GivenTitle, Sighting
from quotex.variants import Quotation

_PLACES = ("Velden", "Korin", "Asha", "Port Lume", "Dorwich", "Mintal", "Quell")
_ROLES = ("mayor", "minister", "director", "striker", "professor", "spokesman", "captain", "nurse")
_STARTS = ("bran", "kor", "tel", "vas", "mir", "dol", "hes", "pel", "qua", "zor", "lin", "gar", "ush", "ne", "tor")
_ENDS = (
    "ford",
    "ovic",
    "sson",
    "mann",
    "ez",
    "ini",
    "ski",
    "wala",
    "pour",
    "nko",
    "ley",
    "ton",
    "ashvili",
    "yan",
    "oglu",
)
_PER_PERSON = 8
_PER_DOCUMENT = 4


def sightings(number: int) -> Iterator[Sighting]:
    """So many sightings of an eighth as many people, a few of whom are seen very often.

    One in five goes by the family name alone, an initial or a middle initial; most have a title now and then.
    """
    chance = random.Random(number)
    given = sorted(words("given_names", "male") | words("given_names", "female"))
    families = sorted(words("spellings", "common_families")) + [start + end for start in _STARTS for end in _ENDS]
    titles = [GivenTitle(f"{role} of {place}", role, place) for role in _ROLES for place in _PLACES]
    people = [
        (
            chance.choice(given).title(),
            chance.choice(families).title(),
            chance.sample(titles, chance.choice((0, 1, 1, 2))),
        )
        for _ in range(max(1, number // _PER_PERSON))
    ]
    for at in range(number):
        famous = min(int(chance.paretovariate(0.7)) - 1, len(people) - 1)
        first, last, held = people[famous if chance.random() < 0.5 else chance.randrange(len(people))]
        forms = (f"{first} {last}", last, f"{first[0]}. {last}", f"{first} {chance.choice('ABCDEF')}. {last}")
        yield Sighting(
            document=f"d{at // _PER_DOCUMENT}",
            name=chance.choices(forms, (80, 10, 5, 5))[0],
            speaker=f"s{at % _PER_DOCUMENT}",
            titles=tuple(chance.sample(held, min(len(held), chance.choice((0, 1, 1))))),
            date=_day(chance),
            outlet=chance.choice("abcdefgh"),
            quotes=(f"q{at}",),
        )


def quotations(number: int) -> Iterator[Quotation]:
    """So many quotations of some 20 words out of 5,000, some of them frequent. A third are wordings of an earlier one,
    cut and with a word less or another."""
    chance = random.Random(number)
    vocabulary = [f"{start}{end}{number}" for number in range(23) for start in _STARTS for end in _ENDS][:5000]
    weights = [1 / (rank + 10) for rank in range(len(vocabulary))]
    earlier: list[list[str]] = []
    for at in range(number):
        if earlier and chance.random() < 1 / 3:
            said = _reworded(chance.choice(earlier), chance, vocabulary)
        else:
            said = chance.choices(vocabulary, weights, k=chance.randrange(8, 32))
            earlier.append(said)
        yield Quotation(document=f"d{at}", attribution=f"a{at}", text=" ".join(said), speaker="Roe", date=_day(chance))


def _reworded(said: list[str], chance: random.Random, vocabulary: list[str]) -> list[str]:
    out = said[chance.randrange(3) :]
    at = chance.randrange(len(out))
    return out[:at] + chance.choice(([], [chance.choice(vocabulary)])) + out[at + 1 :]


def _day(chance: random.Random) -> str:
    return f"20{chance.randrange(10, 25)}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}"

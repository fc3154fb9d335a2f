"""Invented claims as fact-checkers have them, and their opposites, the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator

from attrs import frozen

from quotex.checks import KnownCheck

_PEOPLE = """
Mara Ellison, Tomas Reyk, Ifeoma Adeyinka, Jun Hattori, Senator Oswin Pell, Governor Lidia Marsh, Prime Minister Anouk
Serrault, Dr. Felix Brandao, Priya Venkataraman, Colm Hegarty, Mayor Ruth Castellan, Yusuf Demirel-Kaya
"""
_STRANGERS = "Hector Volkonsky, Amelie Duhamel, Kwabena Sarpong, Ingrid Solheim, Rafael Quintanilla, Wanjiru Mbugua"
_FRAMES = """
{who} said that {n} bridges in the north of {where} were closed in {year}.
{who} has signed a law under which {where} will pay every farmer ${n},000 a year.
In {year}, {who} was arrested in {where} for hiding {n} rifles in a school bus.
{who} will cut pensions in {where} by {n} percent.
A photograph shows {who} handing out {n} free tickets at the stadium of {where}.
{where} can be powered for {n} days by one lake, {who} claimed.
Vaccines that {who} bought for {where} were tested on {n} people only.
{who} is the owner of {n} empty hotels in {where}.
More than {n} million ballots in {where} were counted twice, according to {who}.
{who} had a bust of a dictator on the desk when {n} students from {where} came to visit.
"""
_PLACES = "Norhaven, Lake Obera, Castel Verano, Port Dunmore, the Aldran Valley, Sankt Velten"
_AUXILIARIES = ("will", "can", "has", "had", "is", "was", "were", "could")
_NUMBERS = (4, 7, 12, 19, 30, 60)
_OTHERS = {5: "five", 9: "nine", 14: "fourteen", 31: "thirty-one", 80: "eighty"}


def _listed(text: str) -> list[str]:
    return [" ".join(each.split()) for each in text.replace("\n", " ").split(",")]


@frozen
class Planted:
    """A claim that says something else than a known one, and how it was made of it."""

    text: str
    known: KnownCheck
    way: str


@frozen
class _Sample:
    frame: str
    who: str
    where: str
    number: int
    year: int

    def told(self, number: str | None = None, who: str | None = None) -> str:
        return self.frame.format(who=who or self.who, where=self.where, n=number or self.number, year=self.year)


def known_checks(count: int = 120, seed: int = 7) -> list[KnownCheck]:
    """Checks of different claims, some of which are about the same people and places."""
    return [_check(number, sample) for number, sample in enumerate(_samples(count, seed))]


def planted(count: int = 200, seed: int = 7) -> Iterator[Planted]:
    """Opposites of the claims of ``known_checks``: negated, with another number, about another person, in turn."""
    chance = random.Random(seed + 1)
    samples = list(_samples(120, seed))
    for number in range(count):
        at = chance.randrange(len(samples))
        way = ("negation", "number", "person")[number % 3]
        yield Planted(_turned(samples[at], way, chance), _check(at, samples[at]), way)


def _samples(count: int, seed: int) -> Iterator[_Sample]:
    chance = random.Random(seed)
    seen = set()
    while len(seen) < count:
        frame = chance.choice([each for each in _FRAMES.splitlines() if each])
        made = _Sample(
            frame, chance.choice(_listed(_PEOPLE)), chance.choice(_listed(_PLACES)), chance.choice(_NUMBERS),
            chance.randint(2009, 2023),
        )  # fmt: skip
        if made.told() not in seen:
            seen.add(made.told())
            yield made


def _check(number: int, sample: _Sample) -> KnownCheck:
    return KnownCheck(sample.told(), id=f"c{number}", title=f"Did {sample.who} Do This?", rating="False")


def _turned(sample: _Sample, way: str, chance: random.Random) -> str:
    if way == "number":
        other = chance.choice(list(_OTHERS))
        in_figures = "${n}" in sample.frame or chance.random() < 0.5
        return sample.told(number=str(other) if in_figures else _OTHERS[other])
    if way == "person":
        return sample.told(who=chance.choice(_listed(_STRANGERS)))
    text = sample.told()
    beginning = text[0].lower() + text[1:] if text.startswith(("A ", "In ", "More ", "Vaccines")) else text
    ways = [f"It is not true that {beginning}", f"No, it is a hoax that {beginning}", _denied(text)]
    return chance.choice(ways)


def _denied(text: str) -> str:
    """With a negation behind its first auxiliary, or before its end."""
    words = text.split(" ")
    at = next((place for place, word in enumerate(words) if word in _AUXILIARIES), None)
    if at is None:
        return f"{text.removesuffix('.')}? Never."
    if words[at] in ("can", "will"):
        words[at] = {"can": "can’t", "will": "won’t"}[words[at]]
    else:
        words.insert(at + 1, "not")
    return " ".join(words)

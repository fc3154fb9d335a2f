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
_ACTORS = "farmers, nurses, sailors, tenants, miners, drivers, bakers, weavers"
_DEEDS = "accused, trusted, evicted, rescued, filmed, attacked, sued, robbed"
_SWAPS = """
The {a} {did} the {b} in {where}.|The {b} {did} the {a} in {where}.
{A} earn more than {b} in {where}.|{B} earn more than {a} in {where}.
The {a} are paid by the {b} of {where}, not by banks.|The {b} are paid by the {a} of {where}, not by banks.
In {where}, {a} owe {b} {n},000 dollars.|In {where}, {b} owe {a} {n},000 dollars.
"""
_PASSIVES = """
The {a} {did} the {b} in {where}.|The {a} were {did} by the {b} in {where}.
{who} {did} the {a}.|{who} was {did} by the {a}.
The {a} of {where} {did} {who}.|The {a} of {where} were {did} by {who}.
"""
_CARRIERS = """
All|Some|{0} {a} in {where} pay the levy.
Most|Many|{0} {a} in {where} were hired by {who}.
over|under|{who} has {0} {n} houses in {where}.
at least|at most|{who} met {0} {n} {a} in {where}.
will|may|{who} {0} close the harbour of {where}.
could|should|The {a} of {where} {0} pay {n} percent.
to|from|The ferries go {0} {where} on {n} days.
into|out of|The {a} moved {0} {where} in {year}.
by|to|Rents in {where} rose {0} {n} percent.
because of|despite|Rents in {where} fell {0} {who}.
if|unless|The harbour of {where} will close {0} the {a} strike.
last|this|{n} {a} left {where} {0} year.
he|she|{who} of {where} said that {0} sold {n} boats.
the US|us|The {a} of {where} have attacked {0}.
the WHO|who|The {a} asked {0} paid for the {n} boats.
only|also|{who} {0} paid the {a} of {where}.
with|without|The {a} crossed the lake of {where} {0} a guide.
first|second|The {0} harbour of {where} was built in {year}.
"""
_REVERSERS = """
refused to pay, failed to pay, forgot to pay, declined to pay, avoided paying, almost paid, nearly paid,
ruled out paying, was stopped from paying, was barred from paying, denied paying, opposed paying,
neglected to pay, never paid
"""
_HIDDEN = """
the wife of, the lawyer of, a former aide of, opponents of, the alleged killer of, the acting deputy of
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


def reworded(count: int = 200, seed: int = 7) -> Iterator[tuple[str, str, str]]:
    """Pairs of claims of which one says something else than the other, and the way in which it was made: with nearly
    the same words, in another order, in the passive, with another function word, or with a word that turns them."""
    chance = random.Random(seed + 2)
    for number in range(count):
        way = ("swap", "passive", "carrier", "reverser", "hidden")[number % 5]
        yield (*_reworded(way, chance), way)


def _reworded(way: str, chance: random.Random) -> tuple[str, str]:
    first, second = chance.sample(_listed(_ACTORS), 2)
    fill = {
        "a": first, "b": second, "A": first.title(), "B": second.title(),
        "did": chance.choice(_listed(_DEEDS)), "who": chance.choice(_listed(_STRANGERS)),
        "where": chance.choice(_listed(_PLACES)),
        "n": str(chance.choice(_NUMBERS)), "year": str(chance.randint(2009, 2023)),
    }  # fmt: skip
    if way in ("swap", "passive"):
        frames = _SWAPS if way == "swap" else _PASSIVES
        one, other = chance.choice(frames.strip().splitlines()).split("|")
        return one.format(**fill), other.format(**fill)
    if way == "carrier":
        here, there, frame = chance.choice(_CARRIERS.strip().splitlines()).split("|")
        return frame.format(here, **fill), frame.format(there, **fill)
    text = "{who} paid {n},000 dollars to the {a} of {where}.".format(**fill)
    if way == "reverser":
        return text.replace("paid", chance.choice(_listed(_REVERSERS))), text
    hidden = chance.choice(_listed(_HIDDEN))
    return hidden[0].upper() + hidden[1:] + " " + text, text


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

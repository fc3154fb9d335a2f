"""News stories of real length, made from templates: some 600 words with headline, byline and many quotes."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

WORDS = 600
"""A story ends with the paragraph that reaches so many."""

_FIRST = "Miriam Tomasz Leila Ruben Ingrid Henrik Ada Jonas Nadia Oto Priya Kwame Sofia Marek Yusuf Elena".split()
_LAST = "Okafor Bielak Haddad Amundsen Solberg Osei Lindqvist Ferreira Karsk Dravetz Mensah Duarte Novak Demir".split()
_ROLES = "engineer manager deputy director planner treasurer inspector chair".split()
_BODIES = "harbour board,water company,bus company,city council,hospital trust,fire service,port authority".split(",")
_PLACES = "Harbourton,Velden,Norrby,Saltmere,Brakka,Storholm,Castle Moor,East Quay".split(",")
_THINGS = "bridge,tunnel,ferry,swimming pool,library,tram line,reservoir,market hall,sea wall".split(",")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Sunday".split()
_FACTS = (
    "will close on {day} night and stay shut for at least {n} months",
    "would cost {n} million crowns",
    "had been inspected {n} times since 2016",
    "carries {n},000 people on a working day",
    "needs {n} new girders before winter",
)
_WORDS_SAID = (
    "We did not find one large crack. We found {n} small ones",
    "You cannot close a {thing} with a press release",
    "Nobody should expect it to be finished by {day}",
    "I asked for {n} workers and was given a leaflet",
    "The money will come, and not one school will lose a teacher",
    "We are not in love with it, we are only used to it",
)
_TOLD = (
    "Workers clamped glass strips over the worst of the damage while buses waited on the southern side.",
    "The decision follows {n} weeks of measurements that showed the main beams moving twice as far as allowed.",
    "Drivers will be sent over the ring road, a detour of {n} kilometres, until the work is finished.",
    "Shopkeepers near the {thing} have sold keys, bread and umbrellas there for more than {n} years.",
)
_PARAGRAPHS = (
    "“{said},” {name} told reporters on {day}. “{said_too}.”",
    "{name} said the {thing} {fact}. {She} added that it {fact_too}.",
    "{told} {told_too}",
    "{told} A report seen by Coastal Press says that inspectors had recommended lighter traffic {n} times.",
    "According to the {body}, the {thing} {fact}.",
    "“{said}.”",
    "The {body} warned in a letter that one business in {n} would “not survive a second summer”.",
    "{name} denied that anyone had been in danger. “{said},” {she} said.",
)


def story(number: int) -> str:
    """The story of that number, always the same."""
    random = Random(number)
    thing, place = random.choice(_THINGS), random.choice(_PLACES)
    people = [f"{first} {last}" for first, last in zip(random.sample(_FIRST, 4), random.sample(_LAST, 4), strict=True)]
    roles = {name: f"the {random.choice(_ROLES)} of the {random.choice(_BODIES)}" for name in people}
    lines = [
        f"{place} {thing} to close after inspectors find faults",
        f"By {random.choice(_FIRST)} {random.choice(_LAST)}",
        f"{place.upper()} (Coastal Press) — The {thing} is older than it looks, {roles[people[0]]} said on Monday.",
    ]
    while sum(len(line.split()) for line in lines) < WORDS:
        lines.append(_paragraph(random, thing, people, roles))
    return "\n\n".join(lines) + "\n"


def _paragraph(random: Random, thing: str, people: list[str], roles: dict[str, str]) -> str:
    def filled(kinds: tuple[str, ...]) -> str:
        return random.choice(kinds).format(n=random.randint(3, 90), day=random.choice(_DAYS), thing=thing)

    name = random.choice(people)
    role = roles.pop(name, None)  # told when somebody first speaks
    she = random.choice(("she", "he"))
    return random.choice(_PARAGRAPHS).format(
        name=f"{name}, {role}," if role else name.split()[-1],
        thing=thing,
        body=random.choice(_BODIES),
        day=random.choice(_DAYS),
        n=random.randint(3, 90),
        she=she,
        She=she.title(),
        said=filled(_WORDS_SAID),
        said_too=filled(_WORDS_SAID),
        fact=filled(_FACTS),
        fact_too=filled(_FACTS),
        told=filled(_TOLD),
        told_too=filled(_TOLD),
    )


def write_stories(path: Path, count: int) -> None:
    """Write so many stories as JSON Lines with "id", "date" and "text"."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            record = {"id": f"story-{number}", "date": f"2024-05-{number % 28 + 1:02}", "text": story(number)}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")

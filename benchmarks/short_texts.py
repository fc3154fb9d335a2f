"""Short invented articles, as many as wanted, each a different one and the same each time."""

from __future__ import annotations

import json
import random
from pathlib import Path

_FIRST = "Ines Oto Mara Tomas Ruth Karim Lena Piet Sada Emil".split()
_LAST = "Duarte Karsk Velde Osei Brandt Noor Falk Ibarra Moss Quill".split()
_ROLES = ("mayor", "head of the port", "minister for roads", "director of the museum", "keeper of the lighthouse")
_SAID = (
    "We open the {thing} in May",
    "Nobody asked us about the {thing}",
    "The {thing} costs twice what was planned",
    "There will be no {thing} without the county",
)
_THINGS = "bridge ferry school library harbour tunnel market theatre".split()


def text(number: int) -> str:
    """About 60 words with three statements by two people."""
    draw = random.Random(number)
    first, other = (f"{draw.choice(_FIRST)} {last}" for last in draw.sample(_LAST, 2))
    role, rival = draw.sample(_ROLES, 2)
    thing = draw.choice(_THINGS)
    said, answer = (words.format(thing=thing) for words in draw.sample(_SAID, 2))
    return (
        f"“{said},” {first}, the {role}, said in room {number} of the town hall. She wants a vote on it before the "
        f"summer.\n\nThe {rival}, {other}, told reporters that the {thing} could wait for another {number % 7 + 2} "
        f"years. “{answer},” he said after the meeting, to which more than {draw.randrange(30, 900)} people had come."
    )


def write_lines(path: Path, numbers: range) -> None:
    """The articles with these numbers as JSON Lines."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps({"id": f"n{number}", "text": text(number)}) + "\n" for number in numbers)


def write_loose(folder: Path, numbers: range) -> None:
    """The articles with these numbers as a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{number:06}.txt").write_text(text(number), encoding="utf-8")

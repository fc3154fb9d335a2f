"""The weights that ``training.checkworthiness`` learned: of each factor, and of single words.

The words make two factors, one for those that stand in sentences worth checking and one for those that stand in others.
Names are not among them: whom a sentence is about says nothing of whether it should be checked.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from attrs import frozen

from quotex.claims.content import Content
from quotex.claims.factors import Signal

FOR = "words of checked claims"
AGAINST = "words of other talk"
_FILE = "worth.json"
_TOLD = 5


@frozen
class Weights:
    """``bias`` and ``factors``, by name, are in log-odds; ``words``, by word in lower case, above 0 for checking."""

    bias: float
    factors: Mapping[str, float]
    words: Mapping[str, float]


@cache
def weights() -> Weights:
    """Those that ship with the package, read when they are first asked for."""
    found = json.loads(_bytes())
    return Weights(found["bias"], found["factors"], found["words"])


def weights_sha256() -> str:
    """The SHA-256 of the file of weights, as 64 hexadecimal digits."""
    return hashlib.sha256(_bytes()).hexdigest()


def _bytes() -> bytes:
    return files(__package__).joinpath(_FILE).read_bytes()


def vocabulary(content: Content) -> dict[str, int]:
    """The different words of letters in a content, each with the place where it first stands."""
    out: dict[str, int] = {}
    for at, word in enumerate(content.words):
        if word.replace("'", "").isalpha():
            out.setdefault(word, at)
    return out


def word_signals(content: Content, learned: Mapping[str, float]) -> dict[str, Signal]:
    """The two factors of words: summed weights over the root of the number of different words, as longer contents have
    more of both. Each names the five words that weigh most, the heaviest first.
    """
    words = vocabulary(content)
    weighed = [(learned[word], at) for word, at in words.items() if word in learned]
    root = math.sqrt(max(1, len(words)))
    return {
        FOR: _signal((each for each in weighed if each[0] > 0), root),
        AGAINST: _signal((each for each in weighed if each[0] < 0), root),
    }


def _signal(weighed: Iterable[tuple[float, int]], root: float) -> Signal:
    heaviest = sorted(weighed, key=lambda each: (-abs(each[0]), each[1]))
    runs = tuple((at, at + 1) for _, at in heaviest[:_TOLD])
    return Signal(math.fsum(weight for weight, _ in heaviest) / root, runs)

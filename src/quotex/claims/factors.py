"""The named factors of check-worthiness that are written rather than learned, each with the words that it saw.

Most count the entries of a word list; the others look at the form of the content. The value of one that counts is the
logarithm of one plus the count; that of one that asks whether is 0 or 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from attrs import frozen

from quotex.claims import signs
from quotex.claims.content import Content
from quotex.lexicon.words import words
from quotex.spans import Pair

LISTS = {
    "shares of a whole": "shares",
    "large numbers": "large",
    "money": "money",
    "comparatives": "comparatives",
    "superlatives": "superlatives",
    "growth and decline": "changes",
    "causes": "causes",
    "public bodies": "bodies",
    "law and policy": "policy",
    "crime and war": "harm",
    "deeds on record": "records",
    "future": "futures",
    "duty": "duties",
    "possibility": "chances",
    "good opinion": "praise",
    "bad opinion": "blame",
    "intensifiers": "degrees",
    "wishes": "wishes",
    "courtesies": "courtesies",
    "no exception": "universals",
    "present verbs": "presents",
    "I": "speakers",
    "we": "ourselves",
    "you": "hearers",
    "he or she": "others",
    "they and groups": "many",
    "pointing words": "pointers",
    "times": "times",
}
"""By factor, the list of ``lexicon/claims.toml`` whose entries it counts."""
_FEW = 4


@frozen
class Signal:
    """What a factor is in a content: its value, and the runs of words that it saw, in order."""

    value: float
    runs: tuple[Pair, ...] = ()


Rule = Callable[[Content], Signal]


def signals(content: Content) -> dict[str, Signal]:
    """Every factor, in the order of ``RULES``."""
    return {name: rule(content) for name, rule in RULES.items()}


def _count(find: Callable[[Content], list[Pair]]) -> Rule:
    def rule(content: Content) -> Signal:
        found = find(content)
        return Signal(math.log1p(len(found)), tuple(found))

    return rule


def _listed(group: str) -> Rule:
    return _count(lambda content: content.listed(group))


def _words(holds: Callable[[str], bool]) -> Rule:
    return _count(lambda content: content.where(holds))


def _any(holds: Callable[[str], bool]) -> Rule:
    def rule(content: Content) -> Signal:
        found = tuple(content.where(holds))
        return Signal(float(bool(found)), found)

    return rule


def _opens(holds: Callable[[str], bool]) -> Rule:
    def rule(content: Content) -> Signal:
        first = signs.opening(content)
        return Signal(1.0, (first,)) if first and holds(content.words[first[0]]) else Signal(0.0)

    return rule


RULES: Mapping[str, Rule] = {
    "numbers": _words(signs.is_number),
    "years": _words(signs.is_year),
    **{name: _listed(group) for name, group in LISTS.items()},
    "hedges": _count(signs.hedges),
    "negations": _count(signs.negations),
    "names": _count(signs.capitals),
    "past verbs": _words(signs.is_past),
    "question mark": _any(lambda word: word == "?"),
    "exclamation mark": _any(lambda word: word == "!"),
    "quotation marks": _any(signs.is_quotation_mark),
    "opens with to": _opens(lambda word: word == "to"),
    "opens with question word": _opens(lambda word: word in words("status", "interrogatives")),
    "opens with -ing": _opens(lambda word: word.endswith("ing") and len(word) > len("being")),
    "no finite verb": lambda content: Signal(float(not any(map(signs.is_finite, content.words)))),
    "length": lambda content: Signal(math.log1p(signs.count_words(content.words))),
    "few words": lambda content: Signal(float(signs.count_words(content.words) <= _FEW)),
}
"""By name, in the order of the table in docs/claims.md."""

"""What turns around what a claim says: negations, doubts, and words such as "refused to" and "almost".

Two turns are none: "did not fail to sign" says "signed". So turns are counted by what they turn, and of a claim as a
whole ("it is a hoax that") by whether there is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from attrs import frozen

from quotex.checks.forms import lexeme
from quotex.checks.sorts import Sort
from quotex.lexicon.words import words
from quotex.wording import is_number

_REACH = 5
"""Words in which what is turned must follow what turns it."""
_BACK = 20
"""Words in which it must come before, where none follows."""
_BETWEEN = 4
"""Words that "..." stands for in a phrase, at most."""
_NOUGHT = "0"
_AROUND = "..."
_DOING = "-ing"


@frozen
class Turns:
    """What turns around what."""

    local: Mapping[int, str]
    """For the place of each word that turns a part, the term of that part: the next that tells, or the one before."""
    doubts: frozenset[int]
    """The places of words that say that the whole is not so."""
    is_doubted: bool
    """Whether they say so in the end: "not a hoax" does not."""
    beside: frozenset[int]
    """Places of further words that belong to those above: "from" in "stopped from", "true" in "not true"."""

    def counts(self, besides: Iterable[int]) -> Counter[str]:
        """How often each term is turned, but for what turns at the places ``besides``."""
        return Counter(term for at, term in self.local.items() if at not in besides)

    @property
    def places(self) -> frozenset[int]:
        """All of them."""
        return self.doubts | self.beside | frozenset(self.local)


def turns(found: Sequence[str], terms: Sequence[str], sorts: Sequence[Sort], stops: Iterable[int]) -> Turns:
    """The turns of a claim, of whose words the terms and sorts are given, and behind which of them marks stand."""
    beside: set[int] = set()
    reversing: set[int] = set()
    for at, others in _reversing(found, sorts):
        reversing.add(at)
        beside.update(others)
    stops = frozenset(stops)
    negations = {at for at in range(len(found)) if _is_negating(at, found, sorts, stops)}
    doubts = {at for at, sort in enumerate(sorts) if sort is Sort.DOUBT} - reversing
    turning = negations | reversing | beside
    local: dict[int, str] = {}
    denied = False
    for at in sorted(negations | reversing):
        target = _target(at, terms, turning)
        word = found[target] if target is not None else ""
        if at in negations and at in stops and found[at] == "no":  # No, it is not.
            continue
        if at in negations and target in doubts:
            denied = True
            beside.add(at)
        elif at in negations and target is not None and target > at and word in words("checks", "truths"):
            doubts.add(at)
            beside.add(target)
        else:
            local[at] = terms[target] if target is not None else ""
    interjected = {at for at in negations if at in stops and found[at] == "no"}
    if not doubts and not local:
        doubts |= interjected
    else:
        beside |= interjected
    return Turns(local, frozenset(doubts), bool(doubts) and not denied, frozenset(beside - doubts))


def _is_negating(at: int, found: Sequence[str], sorts: Sequence[Sort], stops: Container[int]) -> bool:
    """Whether a word negates; "barely", the "not" of "not only" and the "No." of "No. 5" do not, and a nought does ("0
    patients")."""
    if found[at] == "no" and at in stops and at + 1 < len(found) and is_number(found[at + 1]):
        return False
    if found[at] == _NOUGHT:
        return True
    if sorts[at] is not Sort.NEGATION or found[at] in words("checks", "barely"):
        return False
    return not (found[at] == "not" and at + 1 < len(found) and found[at + 1] in words("checks", "behind_not"))


def _target(at: int, terms: Sequence[str], turning: Iterable[int]) -> int | None:
    """Where what is turned stands: the next word that tells, or else the one before."""
    near = chain(range(at + 1, min(len(terms), at + 1 + _REACH)), range(at - 1, max(-1, at - 1 - _BACK), -1))
    return next((each for each in near if terms[each] and each not in turning), None)


def _reversing(found: Sequence[str], sorts: Sequence[Sort]) -> Iterator[tuple[int, Sequence[int]]]:
    """The places of words that reverse what follows, each with the places of the words that belong to it."""
    for at, word in enumerate(found):
        if at + 1 < len(found) and sorts[at + 1] in (Sort.NUMBER, Sort.NEGATION):  # nearly 500, almost no one
            continue
        for phrase in _phrases().get(word, _phrases().get(lexeme(word), ())):
            others = _rest(found, at, phrase)
            if others is not None:
                yield at, others
                break


def _rest(found: Sequence[str], at: int, phrase: Sequence[str]) -> Sequence[int] | None:
    """Where the rest of a phrase stands, of which the first word is at ``at``; ``None`` where it does not follow."""
    if not phrase:
        return ()
    if phrase == (_DOING,):
        return () if at + 1 < len(found) and found[at + 1].endswith("ing") else None
    if phrase[0] == _AROUND:
        return next(
            ((each,) for each in range(at + 1, min(len(found), at + 2 + _BETWEEN)) if found[each] == phrase[1]), None
        )
    return range(at + 1, at + 1 + len(phrase)) if tuple(found[at + 1 : at + 1 + len(phrase)]) == phrase else None


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """For each first word, and what its forms have in common, how it may go on; () where it stands alone."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for entry in words("checks", "reversing"):
        first, *rest = entry.split()
        for key in {first, lexeme(first)}:
            out.setdefault(key, []).append(tuple(rest))
    return out

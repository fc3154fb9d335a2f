"""Whether a cue is negated."""

from __future__ import annotations

from quotex.attribution.cueinsentence import CueInSentence, is_listed
from quotex.attribution.verbgroup import VerbGroup
from quotex.lexicon.words import words


def negation(seen: CueInSentence, before: int) -> int | None:
    """The first negation in force before a token: a word for "not", or one for leaving undone, not both."""
    group = seen.group
    places = [*range(*(group.inverted or (0, 0))), *range(group.start, before)]
    negations = [i for i in places if group.lower(i) in words("status", "negations") and not _is_taken_back(group, i)]
    withheld = next((i for i in range(group.start, before) if _leaves_undone(group, i)), None)
    if withheld is not None and negations and negations[0] < withheld:
        return None
    first = [*negations, *([] if withheld is None else [withheld])]
    return _with_auxiliary(group, first[0]) if first else None


def _is_taken_back(group: VerbGroup, index: int) -> bool:
    return index + 1 < group.end and group.lower(index + 1) in words("status", "affirming")


def _leaves_undone(group: VerbGroup, index: int) -> bool:
    """Whether the verb after a token is left undone ("failed to", "short of", "has yet to")."""
    if index + 1 >= group.end or not is_listed(group.lower(index), "withholding"):
        return False
    following = group.lower(index + 1)
    return following in {"to", "from", "of"} or following.endswith("ing")


def _with_auxiliary(group: VerbGroup, negation: int) -> int:
    """The auxiliary right before the negation, else the negation."""
    first = negation - 1
    floor = group.inverted[0] if group.inverted and negation < group.inverted[1] else group.start
    return first if first >= floor and group.lower(first) in words("status", "auxiliaries") else negation

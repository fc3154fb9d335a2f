"""From words beside words to steps: what is the same, what is changed, what a mark leaves out, where it jumps."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from quotex.spans import Pair
from quotex.verification.quoted import Quoted
from quotex.verification.records import EditKind
from quotex.verification.searching import Beside
from quotex.verification.sorts import kind_of, value
from quotex.verification.source import ends_sentence, is_joined
from quotex.wording import Worded

FOREIGN = 5
"""So many words that the source does not have are a part of the quote that is not in it."""
_WEIGHTY = (EditKind.NUMBER, EditKind.NEGATION)
FAR = 20
"""So many words may be left out without a mark and the parts on either side still be of one place."""


@frozen
class Step:
    """Words of the quote (``come``) and of the source (``gone``), as indices, that belong together."""

    come: list[int] = field(factory=list)
    gone: list[int] = field(factory=list)
    same: bool = False
    """Whether they are the same words in normal form, in pairs."""
    mark: Pair | None = None
    """The mark of elision for which ``gone`` is left out."""
    jump: bool = False
    """Whether the quote goes on elsewhere in the source; there are no words then."""


def steps(quoted: Quoted, source: Worded, placed: Beside) -> list[Step]:
    """The steps of a quote, in its order. Words that share a stretch of letters with others are in one step with them.

    At least one word of the quote stands beside one of the source.
    """
    made: list[Step] = []
    last: int | None = None
    seen = 0
    for at, other in enumerate(placed):
        if other is None:
            _change(made).come.append(at)
            continue
        if last is None:
            beside = _beside(quoted.worded, range(at), source, other, -1)
            _change(made).gone.extend(beside or _lead(source, other))
        elif other != last + 1:
            mark = next((quoted.marks[index] for index in range(seen + 1, at + 1) if index in quoted.marks), None)
            _between(made, last, other, mark)
        if quoted.worded.words[at] == source.words[other]:
            made.append(Step([at], [other], same=True))
        else:
            change = _change(made)
            change.come.append(at)
            change.gone.append(other)
        last, seen = other, at
    if last is not None:
        beside = _beside(quoted.worded, range(seen + 1, len(quoted.worded)), source, last, 1)
        _change(made).gone.extend(beside or _tail(source, last))
    return _merged([step for step in made if step.come or step.gone or step.jump], quoted.worded.spans, source.spans)


def _change(made: list[Step]) -> Step:
    if not made or made[-1].same or made[-1].jump or made[-1].mark:
        made.append(Step())
    return made[-1]


def _between(made: list[Step], last: int, other: int, mark: Pair | None) -> None:
    between = list(range(last + 1, other))
    if mark and between:
        made.append(Step(gone=between, mark=mark))
    elif between and len(between) <= FAR:
        _change(made).gone.extend(between)
    else:
        made.append(Step(jump=True))


def _beside(quote: Worded, come: Sequence[int], source: Worded, edge: int, step: int) -> list[int]:
    """The words of the source before or behind the edge of a quote's place that words at its edge stand for: those that
    are the same letters, or else up to the first number or negation, which would be passed over; none of another
    sentence. ``step`` is 1 behind the place and -1 before it."""
    if not 0 < len(come) < FOREIGN:
        return []
    letters = "".join(value(quote.words[at]) for at in come)
    found: list[int] = []
    weighty = 0
    while len(found) < FOREIGN and not _ends(source, edge, step):
        edge += step
        found.append(edge)
        if "".join(value(source.words[each]) for each in found[::step]) == letters:
            return found[::step]
        if not weighty and len(found) <= len(come) and kind_of(source.words[edge]) in _WEIGHTY:
            weighty = len(found)
    return found[:weighty][::step]


def _ends(source: Worded, at: int, step: int) -> bool:
    """Whether no word of the same sentence follows, or goes before."""
    return ends_sentence(source, at) if step > 0 else at == 0 or ends_sentence(source, at - 1)


def _lead(source: Worded, first: int) -> list[int]:
    """The words before the first that are in one stretch or hyphened compound with it ("non" of "non-violent")."""
    start = first
    while start and is_joined(source, start - 1):
        start -= 1
    return list(range(start, first))


def _tail(source: Worded, last: int) -> list[int]:
    end = last
    while is_joined(source, end):
        end += 1
    return list(range(last + 1, end + 1))


def _merged(them: Sequence[Step], come: Sequence[Pair], gone: Sequence[Pair]) -> list[Step]:
    out: list[Step] = []
    for step in them:
        before = out[-1] if out else None
        if before is not None and (_shares(before.come, step.come, come) or _shares(before.gone, step.gone, gone)):
            same = before.same and step.same
            out[-1] = Step(before.come + step.come, before.gone + step.gone, same, before.mark or step.mark)
        else:
            out.append(step)
    return out


def _shares(before: Sequence[int], after: Sequence[int], spans: Sequence[Pair]) -> bool:
    return bool(before and after) and before[-1] < after[0] and spans[after[0]][0] < spans[before[-1]][1]

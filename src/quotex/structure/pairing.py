"""Quotation marks joined to pairs, a paragraph at a time."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quotex.structure.marks import Direction, Ignored, Mark

_MAX_DEPTH = 6
"""Quotations nested deeper than this are taken for broken marks."""


@frozen
class Pairing:
    """A region by its marks. ``closing`` is ``None`` where the mark is missing; then the region ends at ``end``."""

    opening: Mark
    closing: Mark | None
    end: int

    @property
    def start(self) -> int:
        """Where the opening mark starts."""
        return self.opening.start


def pair(marks: Sequence[Mark], end: int) -> tuple[list[Pairing], list[Ignored]]:
    """Join the marks of the a paragraph that ends at ``end``.

    Returns well nested regions by start (outer ones first) and the marks left over. Double marks are joined first;
    single ones only with each other inside the same double region, since half of them are apostrophes. An unclosed
    region ends before the next opening mark of its family, or with the paragraph; of single ones only the last
    may be unclosed. Linear in the number of marks.
    """
    doubles, ignored = _pair_doubles([mark for mark in marks if mark.family != "single"], end)
    singles = [mark for mark in marks if mark.family == "single"]
    pairings = doubles + _pair_singles(singles, doubles, end) if singles else doubles
    pairings.sort(key=lambda pairing: (pairing.start, -pairing.end))
    return pairings, ignored


def _pair_doubles(marks: Sequence[Mark], end: int) -> tuple[list[Pairing], list[Ignored]]:
    done: list[Pairing] = []
    ignored: list[Ignored] = []
    stack: list[Mark] = []

    def drop_from(depth: int, until: int) -> None:
        """End the open regions from ``depth`` of the stack upwards at ``until``, unclosed."""
        while len(stack) > depth:
            mark = stack.pop()
            if until > mark.end:
                done.append(Pairing(mark, None, until))
            else:
                ignored.append(Ignored(mark.start, mark.end, "opening mark without words"))

    for i, mark in enumerate(marks):
        depth = next((d for d in range(len(stack) - 1, -1, -1) if stack[d].family == mark.family), None)
        direction = mark.direction
        if direction is Direction.EITHER:
            direction = Direction.OPEN if depth is None else Direction.CLOSE
        if direction is Direction.CLOSE:
            if depth is None:
                ignored.append(Ignored(mark.start, mark.end, "closing mark without an opening one"))
                continue
            drop_from(depth + 1, mark.start)
            opening = stack.pop()
            if mark.start > opening.end:
                done.append(Pairing(opening, mark, mark.end))
            else:
                ignored.append(Ignored(opening.start, mark.end, "marks without words"))
            continue
        if depth is not None and not _opens_within(marks, i, stack[depth]):
            drop_from(depth, mark.start)
        if len(stack) >= _MAX_DEPTH:
            drop_from(0, mark.start)
        stack.append(mark)
    drop_from(0, end)
    return done, ignored


def _opens_within(marks: Sequence[Mark], at: int, outer: Mark) -> bool:
    """Whether an opening mark in an open region of its family nests, rather than showing that a closing one is lost.

    It nests where two closing marks follow, or one of another style ("He said "go" today" in curly and straight marks).
    """
    mark = marks[at]
    following = [other for other in marks[at + 1 : at + 3] if other.family == mark.family]
    if not following or following[0].direction is Direction.OPEN:
        return False
    if mark.style != outer.style and following[0].style == mark.style:
        return True
    return len(following) == 2 and all(other.direction is Direction.CLOSE for other in following)


def _pair_singles(singles: Sequence[Mark], doubles: Sequence[Pairing], end: int) -> list[Pairing]:
    """Join single marks that lie in the same double region."""
    rooms: dict[int, list[Mark]] = {}
    for mark, room in zip(singles, _innermost(singles, doubles), strict=True):
        rooms.setdefault(room, []).append(mark)
    out: list[Pairing] = []
    for inside, marks in ((room >= 0, marks) for room, marks in rooms.items()):
        i = 0
        while i < len(marks):
            opening = marks[i]
            i += 1
            if opening.direction is not Direction.OPEN:
                continue
            closing = None
            while i < len(marks) and marks[i].direction is Direction.CLOSE:
                # the first that may close, unless a surer one comes before the next opening mark
                if closing is None or (marks[i].sure and not closing.sure):
                    closing = marks[i]
                i += 1
            if closing is not None and closing.start > opening.end:
                out.append(Pairing(opening, closing, closing.end))
            elif closing is None and i == len(marks) and not inside:
                out.append(Pairing(opening, None, end))
    return out


def _innermost(marks: Sequence[Mark], regions: Sequence[Pairing]) -> list[int]:
    """Return for each mark the index of the innermost region around it, -1 outside; both in text order."""
    order = sorted(range(len(regions)), key=lambda r: (regions[r].start, -regions[r].end))
    out: list[int] = []
    stack: list[int] = []
    k = 0
    for mark in marks:
        while k < len(order) and regions[order[k]].start < mark.start:
            while stack and regions[stack[-1]].end <= regions[order[k]].start:
                stack.pop()
            stack.append(order[k])
            k += 1
        while stack and regions[stack[-1]].end <= mark.start:
            stack.pop()
        out.append(stack[-1] if stack else -1)
    return out

"""``verify``: is this quote in that source, and what was changed?"""

from __future__ import annotations

from collections.abc import Sequence

from quotex.errors import InputTypeError
from quotex.verification.judging import Judge
from quotex.verification.placing import Placer
from quotex.verification.quoted import quoted
from quotex.verification.records import RISKS, EditKind, Occurrence, Status, Verification
from quotex.verification.source import Source

_RANKS = list(Status)
_LIKENESS = frozenset({Status.ALTERED, Status.UNMARKED_ELISION, Status.BRACKETED})
"""Statuses of a place that the quote is like, without being in it word for word."""


def prepare(text: str) -> Source:
    """A source made ready, which saves time where several quotes are looked for in it.

    Raises ``InputTypeError`` for anything but a string.
    """
    if not isinstance(text, str):
        raise InputTypeError(f"expected the source as a string, not {type(text).__name__}")
    return Source(text)


def verify(quote: str, source: str | Source) -> Verification:
    """Whether a quote is in a source, where, and what was changed.

    Quotation marks around the quote do not count. Any two strings give a result; a quote without letters and digits is
    not found. Time grows in a line with the length of the source.

    Raises ``InputTypeError`` where the quote is no string, or the source neither one nor made by ``prepare``.
    """
    if not isinstance(quote, str):
        raise InputTypeError(f"expected the quote as a string, not {type(quote).__name__}")
    ready = source if isinstance(source, Source) else prepare(source)
    asked = quoted(quote)
    judge = Judge(asked, ready)
    found = [judge.occurrence(beside) for beside in Placer(asked, ready).places()]
    if not found:
        return Verification(Status.NOT_FOUND, quote)
    found.sort(key=lambda each: (_RANKS.index(each.status), len(each.warnings), each.start))
    best = [each for each in found if each.status is found[0].status or each.status in _SAME_WORDS >= {found[0].status}]
    status = Status.AMBIGUOUS if _is_ambiguous(best) else best[0].status
    flags = {flag for each in (best if status is Status.AMBIGUOUS else best[:1]) for flag in each.flags}
    ordered: tuple[EditKind, ...] = tuple(kind for kind in RISKS if kind in flags)
    return Verification(status, quote, tuple(best), ordered, best[0].warnings)


_SAME_WORDS = frozenset({Status.VERBATIM, Status.TYPOGRAPHIC})


def _is_ambiguous(those: Sequence[Occurrence]) -> bool:
    if those[0].status not in _LIKENESS:
        return False
    return len({tuple(segment.text.casefold() for segment in each.segments) for each in those}) > 1

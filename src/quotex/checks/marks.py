"""The marks of a text that may change what it says: signs, commas, what stands between two figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from quotex.spans import Pair

_SIGNS = re.compile(
    r"""[<>≤≥≠=±+~×÷°§❌✖🚫❎]|(?<![\w.,])[.,](?=\d)|(?<=\w)#|(?<=[^\W_])[-−](?!\w)|(?<=\d)["″'′’](?!\w)"""
)
"""Signs that change what is said, the point of ".5", the minus of "A-", feet and inches."""
_QUOTES = frozenset("\"'’")
_OPENED = re.compile(r"""(?:^|[\s(\[:])["'‘“„]\w""")
"""The beginning of a quotation: a quotation mark behind a figure may be its end."""
_POSSESSIVE = re.compile(r"['’]\s")
_APART = re.compile(r"ty\s+(?:one|two|three|four|five|six|seven|eight|nine)$", re.IGNORECASE)
"""A number of tens and ones without a hyphen, which may be two ("twenty five-pound notes")."""


def signs(text: str, spans: Sequence[Pair]) -> Mapping[int, str]:
    """The signs behind each of the words at ``spans`` that has any; -1 stands for those before the first."""
    starts = [start for start, _ in spans]
    is_quoted = _OPENED.search(text) is not None
    out: dict[int, str] = {}
    for found in _SIGNS.finditer(text):
        if is_quoted and found[0] in _QUOTES:
            continue
        at = bisect_left(starts, found.start() + 1) - 1
        out[at] = out.get(at, "") + found[0]
    return out


def owns(text: str, word: str, gap: str) -> bool:
    """Whether the apostrophe behind a word makes a possessive of it: "refugees' camp"."""
    return word.endswith("s") and _POSSESSIVE.match(gap) is not None and _OPENED.search(text) is None


def is_apart(raw: str) -> bool:
    """Whether a number in words stands in two of them that no hyphen joins."""
    return _APART.search(raw) is not None

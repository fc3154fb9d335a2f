"""Quotations as words that can be compared."""

from __future__ import annotations

from functools import lru_cache

from quotex.wording import worded

Wording = tuple[str, ...]

_MARKS = "\"'“”„‟«»‘’‚‛‹›`´ \t\r\n\u00a0"


@lru_cache(maxsize=4096)
def wording(text: str) -> Wording:
    """The words of a quotation in normal form: "We won’t pay 1,200 …" gives ``("we", "will", "not", "pay", "1200")``.

    Letter case, marks, hyphens and short forms do not count, nor how a number is written. What stands behind an
    apostrophe for one word or another ("he's") stays with its word. A text without letters and digits gives ``()``.
    """
    found = worded(text)
    out: list[str] = []
    for at, word in enumerate(found.words):
        if word in ("s", "d") and at and found.spans[at] == found.spans[at - 1]:
            out[-1] += word
        else:
            out.append(word)
    return tuple(out)


def bare(text: str) -> str:
    """A text without quotation marks and white space at its edges."""
    return text.strip(_MARKS)

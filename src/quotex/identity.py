"""Ids of attributions that stay the same when the same words of the same document are read again."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

_LETTER = "q"
_DIGITS = 16
_MARKS = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛‹›′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-"))


def normalised(text: str) -> str:
    """``text`` for comparing only: NFKC, case folded, marks and dashes of one kind, white space collapsed to one space.

    Two marks in a row of the single kind are a double one, as typewriters had it. Applying it again changes nothing.
    """
    # Marks come first, as NFKC takes some of them apart into a space and an accent. Case folding can undo NFKC.
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text.translate(_MARKS)).casefold())
    return " ".join(folded.translate(_MARKS).replace("''", '"').split())


class Wording(NamedTuple):
    """The words of an attribution that its id is made of; ``None`` for absent."""

    source: str | None
    cue: str | None
    content: str


def attribution_ids(document: str | None, wordings: Iterable[Wording]) -> tuple[str, ...]:
    """An id for each wording, in order: "q", by which no spreadsheet takes it for a number, and 16 hexadecimal digits.

    It is made of the document's id, the normalised words, and a number among equals, so that neither offsets nor
    scores, speakers or versions change it. With the words of the source, two people who say the same have ids that stay
    with them when one of the two is taken out. Documents without an id share the ids of equal attributions.
    """
    seen: Counter[tuple[str | None, ...]] = Counter()
    out = []
    for wording in wordings:
        key = tuple(None if words is None else normalised(words) for words in wording)
        canonical = json.dumps([document, *key, seen[key]], ensure_ascii=True, separators=(",", ":"))
        seen[key] += 1
        out.append(_LETTER + hashlib.sha256(canonical.encode()).hexdigest()[:_DIGITS])
    return tuple(out)

"""Ids of attributions that stay the same when the same words of the same document are read again."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable

_DIGITS = 16
_MARKS = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛‹›′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-"))


def normalised(text: str) -> str:
    """``text`` for comparing only: NFKC, case folded, marks and dashes of one kind, white space collapsed to one space.

    Two marks in a row of the single kind are a double one, as typewriters had it. Applying it again changes nothing.
    """
    # Marks come first, as NFKC takes some of them apart into a space and an accent. Case folding can undo NFKC.
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text.translate(_MARKS)).casefold())
    return " ".join(folded.translate(_MARKS).replace("''", '"').split())


def attribution_ids(document: str | None, wordings: Iterable[tuple[str | None, str]]) -> tuple[str, ...]:
    """An id of 16 hexadecimal digits for each pair of cue and content, in order.

    It is made of the document's id, the normalised cue and content, and a number among equals, so that neither offsets
    nor scores, speakers or versions change it. Documents without an id share the ids of equal attributions.
    """
    seen: Counter[tuple[str | None, str]] = Counter()
    out = []
    for cue, content in wordings:
        key = (None if cue is None else normalised(cue), normalised(content))
        canonical = json.dumps([document, *key, seen[key]], ensure_ascii=True, separators=(",", ":"))
        seen[key] += 1
        out.append(hashlib.sha256(canonical.encode()).hexdigest()[:_DIGITS])
    return tuple(out)

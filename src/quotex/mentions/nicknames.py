"""Names with a nickname in marks or brackets inside: ``Robert C. "Bobby" Roe``, ``Elizabeth (Liz) Doe``."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from quotex.mentions.names import Name, NameType

_PAIRS = {'"': '"', "“": "”", "‘": "’", "'": "'", "``": "''", "«": "»", "(": ")"}
_LONGEST = 2
"""Most words of a nickname."""


def with_nicknames(doc: Doc, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order, those that stand around a nickname joined with it to one name of a person.

    A tagger cuts such a name at the marks. Needs a person's name before the opening mark and a capitalised word after
    the closing one; in brackets the rest must be tagged as a person's name as well.
    """
    at = {i: name for name in names for i in range(name.start, name.end)}
    out = {name.start: name for name in names}
    for token in doc:
        closing = _PAIRS.get(token.text)
        end = _closing(doc, token.i, closing) if closing and token.i else None
        if end is None or end + 1 >= len(doc):
            continue
        first, last = at.get(token.i - 1), at.get(end + 1)
        if first is None or first.type is not NameType.PERSON or not _is_capital_word(doc, end + 1):
            continue
        if last is not None and last.type is not NameType.PERSON and last.start == end + 1:
            continue
        if last is None and closing == ")":
            continue
        joined = Name(first.start, max(end + 2, last.end if last else 0), NameType.PERSON, first.score)
        for start in range(joined.start, joined.end):
            out.pop(start, None)
        out[joined.start] = joined
        at.update(dict.fromkeys(range(joined.start, joined.end), joined))
    return tuple(out[start] for start in sorted(out))


def _closing(doc: Doc, opening: int, mark: str) -> int | None:
    """The token of the closing mark, if nothing but one or two capitalised words stands before it."""
    for index in range(opening + 1, min(len(doc), opening + _LONGEST + 2)):
        if doc[index].text == mark:
            return index if index > opening + 1 else None
        if not _is_capital_word(doc, index):
            return None
    return None


def _is_capital_word(doc: Doc, index: int) -> bool:
    text = doc[index].text
    return text[:1].isupper() and all(c.isalpha() or c in "-’'." for c in text)

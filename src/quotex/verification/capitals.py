"""What capitals tell of words that are compared without them: whether a word is a name."""

from __future__ import annotations

import re

from quotex.verification.records import EditKind
from quotex.verification.sorts import kind_of
from quotex.verification.source import ends_sentence
from quotex.wording import Worded

_OPENED = re.compile(r"[“”\"'‘’«»„‹›(\[¿¡—]\Z|(?<!\w)[–-]\Z")
"""What a capital may have from the mark before it; a hyphen within a compound ("US-China") gives none."""
_AROUND = 30
"""Characters on either side of a word that tell whether all is in capitals."""
_NAMELIKE = (None, EditKind.PRONOUN, EditKind.MODAL)
"""What a word with a capital can be when it is a name ("US", "May")."""


def is_name(worded: Worded, at: int) -> bool:
    """Whether a word has a capital that neither its sentence nor the whole text gives it."""
    start, end = worded.spans[at]
    if at and worded.spans[at - 1] == (start, end):  # the "will" of "We'll"
        return False
    text, kind = worded.text[start:end], kind_of(worded.words[at])
    if not text[:1].isupper() or worded.words[at] == "i" or kind not in _NAMELIKE:
        return False
    is_capitals = text.isupper() and len(text) > 1
    if is_capitals and is_shouted(worded, at):
        return False
    if kind is EditKind.PRONOUN:
        return is_capitals
    return not (at == 0 or ends_sentence(worded, at - 1) or _OPENED.search(worded.text, max(0, start - 2), start))


def is_shouted(worded: Worded, at: int) -> bool:
    """Whether most letters around a word are capitals, too, or there are none."""
    start, end = worded.spans[at]
    around = worded.text[max(0, start - _AROUND) : start] + worded.text[end : end + _AROUND]
    letters = [character for character in around if character.isalpha()]
    return 2 * sum(map(str.isupper, letters)) >= len(letters)

"""What capitals tell of words that are compared without them: whether a word is a name."""

from __future__ import annotations

import re

from quotex.verification.records import EditKind
from quotex.verification.sorts import kind_of
from quotex.verification.source import ends_sentence
from quotex.wording import Worded

_OPENED = re.compile(r"[“”\"'‘’«»„‹›(\[¿¡—]\Z|(?<!\w)[–-]\Z")
"""What a capital may have from the mark before it; a hyphen within a compound ("US-China") gives none."""
_NAMELIKE = (None, EditKind.PRONOUN, EditKind.MODAL)
"""What a word with a capital can be when it is a name ("US", "May")."""


def is_name(worded: Worded, at: int) -> bool:
    """Whether a word has a capital that neither its sentence nor the whole text gives it."""
    start, end = worded.spans[at]
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
    """Whether the whole text is in capitals, or the words on either side are, too."""
    if worded.text.isupper():
        return True
    beside = [worded.text[slice(*worded.spans[each])] for each in (at - 1, at + 1) if 0 <= each < len(worded)]
    return all(each.isupper() and len(each) > 1 for each in beside)

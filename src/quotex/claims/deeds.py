"""The rule for the type record: a person and, behind them, a verb for what they did or said."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.claims import signs
from quotex.claims.content import SENTENCE_ENDS, Content
from quotex.claims.events import is_past, is_supposed
from quotex.claims.evidence import Found, Named, is_one, word_at

_REACH, _FAR = 6, 15
"""How many words after a person the verb may stand, and how many after it a second one."""
_PRONOUNS = frozenset({"he", "she", "who"})
_DENIALS = frozenset({"did", "n't", "not", "never"})


def record(content: Content, named: Named) -> Iterator[Found]:
    """Runs from a person to the verb, those that are only supposed left out."""
    found = ((person[0], _deed(content, person[1])) for person in named.persons)
    yield (
        "deed-of-person",
        [(at, deed + 1) for at, deed in found if deed is not None and not is_supposed(content, deed)],
    )


def _deed(content: Content, start: int) -> int | None:
    """The place of the verb of a person who ends before ``start``: only auxiliaries, adverbs and words in brackets may
    stand between, or one verb, "and" and a second."""
    start = _behind_brackets(content, start)
    if word_at(content, start) == "'s" and not _is_has(content, start):
        return None
    for at in range(start, min(len(content.words), start + _REACH)):
        if _is_deed(content, at):
            return at
        word = content.words[at]
        if not is_one(word, "before_deeds") and not word.endswith("ly") and not signs.is_quotation_mark(word):
            return _second_deed(content, at)
    return None


def _behind_brackets(content: Content, start: int) -> int:
    if word_at(content, start) != "(":
        return start
    inside = range(start, min(len(content.words), start + _REACH))
    return next((at + 1 for at in inside if content.words[at] == ")"), start)


def _is_has(content: Content, at: int) -> bool:
    """Whether "'s" is a verb and no possessive: before "been", or behind "he" or "she" and before a verb with an object
    ("he's paid nothing")."""
    if word_at(content, at + 1) == "been":
        return True
    after = word_at(content, at + 2)
    return word_at(content, at - 1) in _PRONOUNS and after.isalpha() and not is_one(after, "prepositions")


def _second_deed(content: Content, at: int) -> int | None:
    """The verb behind an "and" or "but" that follows another one before ``at`` ("he was late and missed it")."""
    if not signs.is_past(word_at(content, at - 1)):
        return None
    for place in range(at, min(len(content.words), at + _FAR) - 1):
        if content.words[place] in SENTENCE_ENDS:
            return None
        if content.words[place] in {"and", "but"} and _is_deed(content, place + 1):
            return place + 1
    return None


def _is_deed(content: Content, at: int) -> bool:
    """Whether a verb tells what was done or said. Of what was done to somebody only some goes on their record."""
    word, before = content.words[at], content.words[max(0, at - 2) : at]
    if any(is_one(each, "were") for each in before):
        is_doing = word.endswith("ing") and not is_one(word, "minding") and is_one(before[-1], "were")
        return is_doing or is_one(word, "passive_records")
    if "did" in before and before[-1] in _DENIALS:
        return word.isalpha() and not is_one(word, "before_deeds") and not is_one(word, "thoughts")
    if is_one(word, "to_verbs") and word_at(content, at + 1) == "to":
        return False
    if word == "had":
        return any(is_one(each, "have") for each in before)
    return (is_one(word, "speech_deeds") or not is_one(word, "states")) and is_past(content, at)

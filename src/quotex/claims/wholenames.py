"""Parts of names that stay as they are: the rest stands right beside them, or what somebody is called is the point."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from quotex.claims.datewords import WEEKDAY_NAME
from quotex.matching import is_familiar
from quotex.spans import Pair

_WORD = re.compile(r"\w+")
_WORD_BEFORE = re.compile(r"(\w+)\.?\s*$")
_WORD_BEHIND = re.compile(r"\s*(\w+)")
_RUN_ON = re.compile(r"\w[:;<>=\"“”]+\w")
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*|[\"“'‘(][^\W\d_].*[\"”'’)]")
"""A word of a name; one in marks of its own is what somebody is called."""
_CAPITALS_RUN_ON = re.compile(r"[A-Z]{2,}[a-z]")
_REACH = 4
"""Tokens around a name in which the word next to it is sought."""
_CALLS = frozenset({"call", "calls", "called", "calling"})
_CALLED = frozenset("me you him her them us it itself himself herself myself themselves".split())
_NAMED = frozenset({"nicknamed", "dubbed", "aka"})


def is_in_full(doc: Doc, span: Pair, name: str) -> bool:
    """Whether a shorter name is whole all the same: its first and last words are those of the full ``name``, or a word
    of that which it lacks stands right before or behind it, where no name was seen ("Ida" in "<b>Ida Roe")."""
    start, end = span
    short, full = _WORD.findall(doc[start:end].text), _WORD.findall(name)
    is_called = len(short) > 1 and (short[0] == full[0] or is_familiar(short[0].lower(), full[0].lower()))
    if is_called and short[-1] == full[-1]:
        return True
    added = set(full) - set(short)
    before = _WORD_BEFORE.search(doc[max(0, start - _REACH) : start].text)
    behind = _WORD_BEHIND.match(doc[end : end + _REACH].text)
    return any(found is not None and found[1] in added for found in (before, behind))


def runs_on(name: str) -> bool:
    """Whether a name has run into what follows, as a blank is missing in the article ("Roe:“We")."""
    return _RUN_ON.search(name) is not None


def reads_as_person(name: str) -> bool:
    """Whether nothing in a person's name speaks against it: no mark of the text around ("Ulf] Roe"), no letters that
    ran into the first word ("QIf Ida Roe"), no day that follows ("Roe Friday")."""
    words = name.split()
    is_day = re.fullmatch(WEEKDAY_NAME, words[-1].lower()) is not None
    is_spelled = all(_NAME_WORD.fullmatch(word) for word in words) and not _CAPITALS_RUN_ON.match(name)
    return is_spelled and not is_day


def is_mentioned(doc: Doc, span: Pair) -> bool:
    """Whether it is said of a name that somebody is called so ("nobody called her Ida")."""
    before = [doc[i].lower_ for i in range(max(0, span[0] - 2), span[0])]
    if not before:
        return False
    return (
        before[-1] in _NAMED
        or before == ["known", "as"]
        or (len(before) > 1 and before[0] in _CALLS and before[1] in _CALLED)
    )

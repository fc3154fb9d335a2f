"""Parts of names that stay as they are: the rest stands right beside them, or what somebody is called is the point."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from quotex.spans import Pair

_WORD = re.compile(r"\w+")
_WORD_BEFORE = re.compile(r"(\w+)\.?\s*$")
_WORD_BEHIND = re.compile(r"\s*(\w+)")
_RUN_ON = re.compile(r"\w[:;<>=\"“”]+\w")
_REACH = 4
"""Tokens around a name in which the word next to it is sought."""
_CALLS = frozenset({"call", "calls", "called", "calling"})
_CALLED = frozenset("me you him her them us it himself herself myself themselves itself".split())
_NAMED = frozenset({"nicknamed", "dubbed", "aka"})


def is_in_full(doc: Doc, span: Pair, name: str) -> bool:
    """Whether a word of a full ``name`` that a shorter one lacks stands right before or behind it all the same, so that
    it would come twice: what is no name to the reader is one to people ("Ida" in "<b>Ida Roe")."""
    start, end = span
    added = set(_WORD.findall(name)) - set(_WORD.findall(doc[start:end].text))
    before = _WORD_BEFORE.search(doc[max(0, start - _REACH) : start].text)
    behind = _WORD_BEHIND.match(doc[end : end + _REACH].text)
    return any(found is not None and found[1] in added for found in (before, behind))


def runs_on(name: str) -> bool:
    """Whether a name has run into what follows, as a blank is missing in the article ("Roe:“We")."""
    return _RUN_ON.search(name) is not None


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

"""Sentence ends in running text, with quotations kept whole or looked into."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from quotex.lexicon import structure as words
from quotex.spans import Pair, trim

_END = re.compile(r"[.!?…؟。！？]+")
_CLOSERS = frozenset("\"”’»›'`´)]}“")
_NO_START = frozenset(".,;:!?…)]}-–—%/")
_WORD_BEFORE = re.compile(r"[\w&'’-]+(?:\.[\w]+)*$")
_WORD_AFTER = re.compile(r"[\"“”‘’'«‹„`(\[]*([^\W\d_][\w’'-]*)")
_LOOK_BACK = 24
_LOWER_ABBREVIATIONS = frozenset("etc vs v viz cf eg ie approx est dept al".split())
_DAY_PARTS = frozenset({"a.m", "p.m"})
_TIME_WORDS = words.MONTHS | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday et edt est pt pdt pst ct cdt cst mt gmt bst utc ist "
    "local eastern pacific central".split()
)
_REFERENCES = re.compile(r"(?:\s*\[(?:\d{1,3}|note \d+|citation needed)\])+")
"""Reference marks after a sentence belong to it."""


def split(text: str, start: int, end: int, atoms: Sequence[Pair], openings: Set[int]) -> list[Pair]:
    """Cut ``text[start:end]`` into sentences, as character spans without white space at their edges.

    ``atoms`` are spans in order and apart (quotations) that no sentence end falls into; ``openings`` are the positions
    of opening marks, before which a sentence ends where no space does. Empty for white space only. Linear.
    """
    out: list[Pair] = []
    begin = start
    a = 0
    for match in _END.finditer(text, start, end):
        stop = match.end()
        while stop < end and text[stop] in _CLOSERS and stop not in openings:
            stop += 1
        if stop < end and (reference := _REFERENCES.match(text, stop, end)):
            stop = reference.end()
        while a < len(atoms) and atoms[a][1] <= match.start():
            a += 1
        if a < len(atoms) and atoms[a][0] < stop < atoms[a][1]:
            continue
        if stop < end and _ends(text, start, end, match.start(), match.end(), stop, openings):
            _append(out, text, begin, stop)
            begin = stop
    _append(out, text, begin, end)
    return out


def _append(out: list[Pair], text: str, start: int, end: int) -> None:
    start, end = trim(text, start, end)
    if start < end:
        out.append((start, end))


def _ends(text: str, start: int, end: int, point: int, after_point: int, stop: int, openings: Set[int]) -> bool:
    """Whether a sentence ends at ``stop``, after the points ``[point, after_point)`` and what closes with them."""
    following = stop
    while following < end and text[following].isspace():
        following += 1
    if following >= end:
        return False
    first = text[following]
    if following == stop and not _joined(text, point, stop, openings):
        return False
    if first.islower() or first in _NO_START:
        return False
    word = _WORD_AFTER.match(text, following, min(end, following + 40))
    after = word.group(1) if word else ""
    if after and after[0].islower():
        return False
    if text[point] != "." or after_point - point > 1:
        return not (stop > after_point and text[point] in "!?" and _is_tag(text, following, end))
    if stop > after_point:  # a bracket or mark closed after the full stop
        return True
    return not _is_abbreviation(text, start, point, after.lower(), first.isdigit())


def _joined(text: str, point: int, stop: int, openings: Set[int]) -> bool:
    """Whether a sentence may end at ``stop`` though no white space follows ("end.The next", 'end."“Next')."""
    if stop in openings:
        return True
    return (
        point >= 2
        and text[point - 1].islower()
        and text[point - 2].islower()
        and text[stop].isupper()
        and (stop + 1 < len(text) and text[stop + 1].islower())
    )


def _is_tag(text: str, start: int, end: int) -> bool:
    """Whether the text from ``start`` is who said the question or exclamation before it ("Smith asked.")."""
    piece = text[start : min(end, start + 80)].split()[:6]
    return any(part.strip(",.").lower() in words.CUES for part in piece[1:4]) and not (
        piece[0].lower() in words.SENTENCE_STARTERS and piece[0].lower() != "the"
    )


def _is_abbreviation(text: str, start: int, point: int, after: str, number: bool) -> bool:
    """Whether the full stop at ``point`` belongs to the word before it and ends no sentence.

    ``after`` is the next word in lower case, empty where there is none; ``number`` whether a digit follows.
    """
    match = _WORD_BEFORE.search(text, max(start, point - _LOOK_BACK), point)
    if match is None:
        return False
    written = match.group()
    word = written.lower()
    starter = after in words.SENTENCE_STARTERS
    if word in words.NEVER_FINAL and (written[0].isupper() or word in _LOWER_ABBREVIATIONS):
        return True
    if word in words.NUMBER_ABBREVIATIONS and number:
        return True
    if word in _DAY_PARTS:
        return after in _TIME_WORDS
    if word.isdigit():
        return match.start() == start  # the number of a list item
    if len(written) == 1 and written.islower():
        return number or written in "cv" or (match.start() > start and text[match.start() - 1] == "(")
    if len(written) == 1:
        return written.isupper() and written != "I" and not starter
    if "." in written and all(len(part) <= 2 for part in written.split(".")):
        return not starter
    if written[0].isupper() or word in _LOWER_ABBREVIATIONS:
        return word in words.ABBREVIATIONS and word not in words.NUMBER_ABBREVIATIONS and not starter
    return False

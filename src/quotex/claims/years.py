"""Years that say when something was, and the scene that they set for what follows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc

from quotex.claims.evidence import is_one
from quotex.claims.signs import is_year
from quotex.spans import Pair
from quotex.structure import Structure

_SCENE = 300
"""How many tokens back the words of an article may set the scene."""
_CLAUSE = 12
"""How many tokens back the word is sought that makes a year one of somebody's life."""
_OWN_PAIRS = frozenset({"last", "next", "this"})
_OWN_UNITS = frozenset({"week", "weekend", "month", "morning", "afternoon", "evening", "night"})


def dating_years(doc: Doc, span: Pair) -> Iterator[tuple[int, int]]:
    """The years of a span that say when something was, with their tokens: "in 2019", "9 May 2020", "in a 2015 paper".

    No such year is one that something is only compared with or counted from ("than in 2019", "since 2019"), names
    something ("the 2019 fire") or belongs to who is described ("who was elected in 2019").
    """
    for at in range(*span):
        year = _year(doc, at)
        if year is not None and (_is_dating(doc, at) or year_of_work(doc, at) is not None):
            yield at, year


def year_of_work(doc: Doc, at: int) -> int | None:
    """The year at a token that stands before a piece of writing or speech ("a 2015 paper"); ``None`` for others."""
    year = _year(doc, at)
    if year is None or at == 0 or at + 1 >= len(doc):
        return None
    is_work = any(is_one(doc[i].lower_, "works") for i in range(at + 1, min(len(doc), at + 3)))
    return year if is_work and is_one(doc[at - 1].lower_, "before_works") else None


def is_set_in(doc: Doc, shape: Structure, token: int, own: int, *, far: bool) -> bool:
    """Whether the sentences before that of a token, back to the last one that tells of the article's own time, name
    another year than ``own`` for when something was; unless ``far``, those of its paragraph alone count."""
    at = bisect_right(shape.sentences, token, key=lambda pair: pair[0]) - 2
    while at >= 0 and token - shape.sentences[at][0] <= _SCENE:
        sentence = shape.sentences[at]
        if not far and shape.block_of[sentence[0]] != shape.block_of[token]:
            return False
        if is_of_own_time(doc, shape, sentence, own):
            return False
        if any(year != own and not shape.in_speech[i] for i, year in dating_years(doc, sentence)):
            return True
        at -= 1
    return False


def is_of_own_time(doc: Doc, shape: Structure, span: Pair, own: int) -> bool:
    """Whether words outside quotation marks are in the present, are counted from the day of the article, or name its
    year."""
    for i in range(*span):
        if shape.in_speech[i]:
            continue
        word = doc[i].lower_
        if is_one(word, "own_time") or _year(doc, i) == own:
            return True
        if word in _OWN_PAIRS and i + 1 < span[1] and doc[i + 1].lower_ in _OWN_UNITS:
            return True
    return False


def years_before(doc: Doc, token: int) -> frozenset[int]:
    """The years that the article names before a token for when something was, as far back as a scene may be set."""
    return frozenset(year for _, year in dating_years(doc, (max(0, token - 2 * _SCENE), token)))


def _year(doc: Doc, at: int) -> int | None:
    word = doc[at].text
    return int(word) if word.isdigit() and is_year(word) else None


def _is_dating(doc: Doc, at: int) -> bool:
    before = [doc[i].lower_ for i in range(max(0, at - 3), at)]
    if not before or is_one(doc[at + 1 : at + 2].text.lower(), "counted"):
        return False
    is_dated = is_one(before[-1], "before_years") or (before[-1] == "," and before[-2:-1] and before[-2].isdigit())
    if not is_dated or any(is_one(word, "compared") for word in before):
        return False
    for i in range(at - 1, max(-1, at - _CLAUSE), -1):
        word = doc[i].lower_
        if is_one(word, "of_a_life"):
            return False
        if not doc[i].is_alpha and not doc[i].text.isdigit() and not (i + 1 == at and word == ","):
            break
    return True

"""A claim in whole, for telling that another one says the same: all its words in order, function words included.

Little is left out, and each thing for a reason: what is left out must not be what carries a claim ("few", "a few").
Capitals tell the names that look like function words: "US", "WHO", "IS", "May". Where the words alone would let two
claims look the same that are not, marks count: the end of a sentence, commas, what stands between two figures, signs
such as "<" by their place, a question mark at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import evolve, frozen

from quotex.checks.events import is_event
from quotex.checks.phrases import LONGEST, interchangeable_words, phrase
from quotex.checks.reading import Reading
from quotex.checks.sorts import DATES, Sort
from quotex.checks.stems import term
from quotex.checks.writing import SAY, Writing
from quotex.lexicon.words import words
from quotex.wording import tells

_QUESTION = re.compile(r"\?[^\w]*$")


@frozen
class Token:
    """A word, and what may be done with it."""

    word: str
    """In normal form; in capitals where its capitals tell that it is a name."""
    start: int
    end: int
    """Where it stands, in characters."""
    sort: Sort
    stops: str = ""
    """Which mark follows that counts, as ``Writing.stops`` has it."""
    signs: str = ""
    """The signs behind it."""
    is_plain: bool = False
    """Whether it may stand in another form: no name, number, function word or word for people."""
    is_active: bool = False
    """Whether it may stand in another tense: its object follows, so it is no participle ("police [were] killed")."""
    is_title: bool = False
    """An office or form of address right before a name in full, which the other claim may leave out."""
    is_dating: bool = False
    """Of a date with its preposition, which a known claim may have beyond a new one."""


@frozen
class Whole:
    """A claim in whole."""

    tokens: tuple[Token, ...]
    written: tuple[str, ...]
    """All its words in normal form, as they stand."""
    marks: tuple[str, ...]
    """The mark that counts behind each of them."""
    signs: tuple[tuple[int, str], ...]
    """Behind which of them signs stand, and which; -1 for before the first."""
    opening: str
    """The signs before the first word that counts."""
    is_mute: bool
    """Whether its capitals tell nothing, so that nobody knows whether "us" is "US"."""
    is_question: bool
    has_date: bool


def whole(reading: Reading, sorts: Sequence[Sort]) -> Whole:
    """A claim in whole; ``sorts`` are those of the reading's words."""
    text = Writing.of(reading, sorts)
    return Whole(
        tokens=tuple(_dated(_titled(_joined(list(_tokens(text)))))),
        written=tuple(text.words),
        marks=tuple(text.stops(at, is_mute=True) for at in range(len(text.words))),
        signs=tuple(sorted(text.signs.items())),
        opening="".join(text.signs.get(at, "") for at in range(-1, text.label())),
        is_mute=text.is_mute,
        is_question=_QUESTION.search(reading.body) is not None,
        has_date=any(each in DATES for each in sorts),
    )


@cache
def free_terms() -> frozenset[str]:
    """The terms of words that one of two claims that say the same may have alone, offices and dates aside."""
    free = interchangeable_words() | words("checks", "labels") | words("checks", "office_parts") | set(SAY)
    return frozenset(map(term, free))


def _tokens(text: Writing) -> Iterator[Token]:
    """The words that count, each with the mark and the signs behind it, and behind the words left out there."""
    last: Token | None = None
    for at in range(text.label(), len(text.words)):
        if text.is_left_out(at):
            if last:
                stops = last.stops + text.stops(at, text.is_mute)
                last = evolve(last, stops=stops, signs=last.signs + text.signs.get(at, ""))
        else:
            if last:
                yield last
            last = _token(text, at)
        if text.begins_speech(at):
            end = text.spans[at][1]
            if last:
                yield last
            last = Token("say", end, end, Sort.FUNCTION)
    if last:
        yield last


def _token(text: Writing, at: int) -> Token:
    word, is_plain = text.name(at), text.has_forms(at)
    start, end = text.spans[at]
    return Token(
        word="say" if word in SAY else word,
        start=start,
        end=end,
        sort=text.sort(at),
        stops=text.stops(at, text.is_mute),
        signs=text.signs.get(at, ""),
        is_plain=is_plain,
        is_active=is_plain and text.is_active(at),
    )


def _joined(tokens: Sequence[Token]) -> Iterator[Token]:
    """With one word for a name that has a short form, or several writings."""
    at = 0
    while at < len(tokens):
        length, head = phrase([each.word.lower() for each in tokens[at : at + LONGEST]])
        if length == 1 and not tells(tokens[at].word):  # only "US" stands for the country, not "us"
            length, head = 0, ""
        if head and (length == 1 or not any(each.stops for each in tokens[at : at + length - 1])):
            sort = Sort.NAME if head.isupper() else tokens[at].sort
            last = tokens[at + length - 1]
            signs = "".join(each.signs for each in tokens[at : at + length])
            yield evolve(last, word=head, start=tokens[at].start, sort=sort, signs=signs, is_active=False)
            at += length
        else:
            yield tokens[at]
            at += 1


def _titled(tokens: Iterator[Token]) -> list[Token]:
    """With the offices and forms of address marked that stand before two words of a name, or more."""
    out = list(tokens)
    names = 0
    for at in range(len(out) - 1, -1, -1):
        each = out[at]
        is_part = each.word in words("checks", "office_parts") and at + 1 < len(out) and out[at + 1].is_title
        if (is_part or each.sort is Sort.TITLE) and names > 1 and each.stops != ".":
            out[at] = evolve(each, is_title=True)
        else:
            names = names + 1 if each.sort is Sort.NAME and not each.stops else int(each.sort is Sort.NAME)
    return out


def _dated(tokens: list[Token]) -> list[Token]:
    """With dates marked that stand at the beginning or end of what is said, each with its preposition.

    None are in a claim that says more without them: "did not vote" says more than "did not vote in 2019".
    """
    if not is_event([part for each in tokens if each.sort not in DATES for part in each.word.split("-")]):
        return tokens
    out = list(tokens)
    for at, each in enumerate(tokens):
        if each.word not in ("in", "on"):
            continue
        end = at + 1
        while end < len(tokens) and tokens[end].sort in DATES:
            end += 1
        if end > at + 1 and end == len(tokens):
            out[at:end] = [evolve(token, is_dating=True) for token in tokens[at:end]]
    return out

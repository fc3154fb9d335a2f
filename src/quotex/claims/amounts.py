"""Rules for the types quantity and comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quotex.claims import signs
from quotex.claims.content import Content
from quotex.claims.dating import dates
from quotex.claims.evidence import Found, Named, is_one, listed, placed, without, word_at
from quotex.spans import Pair, positions

_COMPARED = tuple("ive al ous ful ant ent able ible ed ing ic ly ary ory".split())
"""Endings of adjectives and adverbs, before which "more" and "most" compare."""
_DASHES = frozenset({"-", "–", "/"})
_ORDINALS = ("st", "nd", "rd", "th")
_HOUR = re.compile(r"\d{1,2}[.:]?\d{0,2}(?:am|pm)")
_FROM_A_DAY = frozenset({"after", "before", "earlier", "later"})
_LONGEST_AGE = 2
_FAR = 4
"""How many words before the number of a telephone the one stands that tells what it is."""
_AGED = (("-", "year", "-", "old"), ("-", "year", "-", "olds"))


def quantity(content: Content, named: Named) -> Iterator[Found]:
    """Numbers that tell how many, and shares."""
    yield "number", without(_undated(content, content.where(signs.is_number)), content.listed("no_numbers"))
    yield "share", listed(content, "definite_shares", "no_numbers")
    yield "most", [run for run in placed(content, "most") if _is_share(content, run[0])]


def _undated(content: Content, numbers: Sequence[Pair]) -> list[Pair]:
    dated = dated_places(content) if numbers else set()
    return [run for run in numbers if run[0] not in dated and _counts(content, run[0])]


def dated_places(content: Content) -> set[int]:
    """The places of words that name dates, the last day of several ("May 5-6") included."""
    named = [each.span for each in dates(content, None) if each.span and not _is_stretch(each.span.text)]
    tokens = positions((span.token_start, span.token_end) for span in named)
    found = {at for at, token in enumerate(content.tokens) if token in tokens}
    return found | {at + 2 for at in found if word_at(content, at + 1) in _DASHES}


def _is_stretch(text: str) -> bool:
    """Whether words name a stretch of time by how long it is ("the last six months", "two years earlier")."""
    last = text.lower().split()[-1]
    return last in _FROM_A_DAY or (last.isalpha() and last.endswith("s"))


def _counts(content: Content, at: int) -> bool:
    """Whether a number tells how many: not one of an order, a time of day, an age or a telephone, and no part of a
    name."""
    word, before = content.words[at], content.words[max(0, at - 3) : at]
    if is_one(word_at(content, at + 1), "hours") or content.words[at + 1 : at + 5] in _AGED:
        return False
    if _is_age(content, at) or _HOUR.fullmatch(word) or _is_telephone(content, at):
        return False
    if not word[0].isdigit():
        return (word.isalpha() and not _is_known(content, at)) or "$" in word
    labels = [each for each in before if each not in {"(", ")", "."}]
    is_label = bool(labels) and is_one(labels[-1], "numbered")
    return not word.endswith(_ORDINALS) and ":" not in word and not is_label


def _is_age(content: Content, at: int) -> bool:
    """Whether a number is how old somebody is: between commas behind a name ("Ida Roe, 18,"), a decade of somebody's
    ("in his 60s"), or all that is said of them ("since she was two", "he was 15 when")."""
    word, before, after = content.words[at], word_at(content, at - 1), word_at(content, at + 1)
    if word.endswith("s") and word[:-1].isdigit():
        return any(is_one(each, "owners") for each in content.words[max(0, at - 3) : at])
    if before == ",":
        is_named = at > 1 and content.text(at - 2)[:1].isupper()
        return is_named and word.isdigit() and len(word) <= _LONGEST_AGE and after in {",", ""}
    is_told = is_one(before, "years_of_life") and (not after.isalpha() or is_one(after, "behind_ages"))
    return is_told and after not in {"%", "$", "-"} and is_one(word_at(content, at - 2), "people_told")


def _is_telephone(content: Content, at: int) -> bool:
    """Whether a number is one to call, or a part of one."""
    word = content.words[at]
    if any(is_one(each, "calling") for each in content.words[max(0, at - _FAR) : at]):
        return word.replace("-", "").isdigit()
    begins = word.startswith("0") and word.isdigit() and len(word) > len("00")
    return begins or (word.isdigit() and len(word) > 2 and _is_zeroed(content, at))


def _is_zeroed(content: Content, at: int) -> bool:
    """Whether another number right before begins with a nought, as that of a town does."""
    before = word_at(content, at - 1)
    return before.isdigit() and (len(before) > 2 and (before.startswith("0") or _is_zeroed(content, at - 1)))


def _is_known(content: Content, at: int) -> bool:
    """Whether "two" only points to those that are known ("the two sides", "the latter two")."""
    before = word_at(content, at - 1)
    is_pair = is_one(before, "known") and is_one(word_at(content, at + 1), "twosomes")
    return content.words[at] == "two" and (is_pair or is_one(before, "orders"))


def _is_share(content: Content, at: int) -> bool:
    """Whether "most" stands before a plural ("most voters") and is no superlative."""
    after = word_at(content, at + 1)
    is_plural = is_one(after, "plurals") or (after.endswith("s") and not after.endswith(("ss", "us")))
    return is_plural and not _tops(content, at)


def _tops(content: Content, at: int) -> bool:
    """Whether "most" is a superlative: behind an article or a possessive, or before an adjective."""
    after = word_at(content, at + 1)
    if not after or after.startswith(("recent", "wanted")):
        return False
    return is_one(word_at(content, at - 1), "before_superlatives") or after.endswith(_COMPARED)


def comparison(content: Content, named: Named) -> Iterator[Found]:
    """Words that compare, "more", "most" and forms in -est with an adjective, and leads in points."""
    counting = [run for run in content.listed("open_numbers") if _is_amount(word_at(content, run[1]))]
    yield "comparing-word", without(listed(content, "definite_comparisons", "no_comparisons"), counting)
    yield "more", [run for run in placed(content, "more", "less") if _compares(content, run[1])]
    yield "most", [run for run in placed(content, "most") if _tops(content, run[0])]
    yield "superlative", [run for run in content.where(_is_superlative) if _is_led(content, run[0])]
    yield "as-as", [(at, at + 3) for at, _ in placed(content, "as") if _equals(content, at)]
    yield "lead", content.listed("standings") if content.listed("points") else []


def _is_amount(word: str) -> bool:
    """Whether what follows "more than" is an amount, of which it says how many rather than compares."""
    return bool(word) and (signs.is_number(word) or is_one(word, "open_number_heads"))


def _compares(content: Content, at: int) -> bool:
    after = word_at(content, at)
    return len(after) > 4 and after.endswith(_COMPARED)


@lru_cache(maxsize=65536)
def _is_superlative(word: str) -> bool:
    return word.endswith("est") and len(word) > len("best") and not is_one(word, "no_superlatives")


def _is_led(content: Content, at: int) -> bool:
    """Whether an article, a possessive or a number stands before a superlative, or right before that."""
    return any(
        is_one(word, "before_superlatives") or signs.is_number(word) or word in {"of", "second"}
        for word in content.words[max(0, at - 2) : at]
    )


def _equals(content: Content, at: int) -> bool:
    """Whether an "as" opens "as high as", not "as soon as"."""
    return word_at(content, at + 2) == "as" and not is_one(content.words[at + 1], "no_equals")

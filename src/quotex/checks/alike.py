"""Whether a known claim says the same as a new one: word for word, but for what certainly does not matter.

This is to be safe, not to be frequent: what is the same is not looked at again. Of two claims that say the opposite,
have another number, or are about somebody else, some word must differ or stand elsewhere, and then they are not the
same.
"""

from __future__ import annotations

from quotex.checks.forms import are_plural, are_tenses
from quotex.checks.wholes import Token, Whole


def says_the_same(claim: Whole, known: Whole) -> bool:
    """Whether the two have the same words in the same order. Free are

    - articles, "that" behind a verb of saying, "has" before a participle with its object, labels such as "BREAKING:";
    - "said" for a colon before a quotation;
    - an office before a name in full, and a date at the end that the known claim alone gives;
    - the "-s" of a plural or verb, and the tense of a verb whose object follows it;
    - the words and names of ``[interchangeable]`` in ``lexicon/checks.toml``.

    Where capitals tell nothing in one of the two, their words must be the same as they stand, if they do not agree so.
    """
    if claim.opening != known.opening or claim.is_question != known.is_question or not known.written:
        return False
    if _agree(claim, known):
        return True
    is_told = claim.written == known.written and claim.marks == known.marks and claim.signs == known.signs
    return is_told and (claim.is_mute or known.is_mute)


def _agree(claim: Whole, known: Whole) -> bool:
    here, there = claim.tokens, known.tokens
    at, other, is_form = 0, 0, False
    while at < len(here) or other < len(there):
        one = here[at] if at < len(here) else None
        two = there[other] if other < len(there) else None
        if one and two and _is_one(one, two):
            was_form, is_form = is_form, one.word != two.word
            if was_form and is_form:  # minister lies, ministers lie
                return False
            if one.signs != two.signs:
                return False
            if one.stops != two.stops and at + 1 < len(here) and other + 1 < len(there):
                return False
            at, other = at + 1, other + 1
        elif one and one.is_title and not (two and two.is_title):
            at += 1
        elif two and ((two.is_title and not (one and one.is_title)) or (two.is_dating and not claim.has_date)):
            other += 1
        else:
            return False
    return bool(here)


def _is_one(one: Token, other: Token) -> bool:
    if one.word == other.word:
        return True
    if not (one.is_plain and other.is_plain):
        return False
    if one.is_active and other.is_active and are_tenses(one.word, other.word):
        return True
    return are_plural(one.word, other.word)

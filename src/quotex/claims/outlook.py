"""Rules for the types prediction and opinion."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from quotex.claims import signs
from quotex.claims.content import Content
from quotex.claims.events import is_past
from quotex.claims.evidence import Found, Named, is_one, listed, placed, without, word_at
from quotex.lexicon.words import words
from quotex.spans import Pair

_JUDGING = ("ful", "ous", "less")
_NEGATED, _POSSIBLE = ("un", "in", "im", "ir"), ("able", "ible")
_JUDGEMENTS = ("praise", "blame", "verdicts")
_HAVE = frozenset({"have", "'ve"})
_WERE = frozenset("am is are was were 's 're be".split())


def prediction(content: Content, named: Named) -> Iterator[Found]:
    """Words for what is to come, "going to", "would" and "may" where a verb follows them."""
    coming = listed(content, "definite_futures", "no_futures")
    yield "future", [run for run in coming if not _is_none_to_come(content, run)]
    going = [run for run in placed(content, "going") if _goes(content, run[0])]
    yield "going-to", [(start, end + 1) for start, end in going]
    yield "short-would", [run for run in placed(content, "'d") if _is_would(content, run[1])]
    yield (
        "chance",
        [run for run in placed(content, *words("claim_grammar", "chances_to_come")) if _comes(content, run[1])],
    )


def _is_none_to_come(content: Content, run: Pair) -> bool:
    """Whether "would" tells of what did not happen ("would have won", not "would have to win"), or "will" is a noun."""
    if content.words[run[0]] != "would":
        return content.words[run[0]] == "will" and is_one(word_at(content, run[0] - 1), "before_nouns")
    at = next((at for at in range(run[1], run[1] + 3) if word_at(content, at) in _HAVE), None)
    return at is not None and word_at(content, at + 1) != "to"


def _goes(content: Content, at: int) -> bool:
    """Whether "going" leads to what will be rather than to a place, and is not supposed ("if we are going to")."""
    after = content.words[at + 1 : at + 3]
    if len(after) < 2 or after[0] != "to" or not after[1].isalpha() or is_one(after[1], "places_to_go"):
        return False
    before = content.words[max(0, at - 3) : at]
    return content.text(at + 2)[0].islower() and "if" not in before and "of" not in before[-1:]


def _is_would(content: Content, at: int) -> bool:
    """Whether a verb in its ground form follows "'d"."""
    after = word_at(content, at)
    return after.isalpha() and not is_past(content, at) and not is_one(after, "no_verbs")


def _comes(content: Content, at: int) -> bool:
    """Whether what follows an auxiliary may come: no perfect, no state, nothing denied
    or perceived."""
    after = word_at(content, at)
    if after == "be":
        return signs.is_past(word_at(content, at + 1))
    is_sensed = word_at(content, at - 1) == "could" and is_one(after, "sensing")
    return after.isalpha() and after not in {"have", "not"} and not is_sensed


def opinion(content: Content, named: Named) -> Iterator[Found]:
    """Words that judge, outside names; what ought to be; adjectives that are made stronger."""
    judging = {run for group in _JUDGEMENTS for run in content.listed(group)}
    judging |= set(content.where(_ends_judging))
    yield "judging-word", named.outside(without(sorted(judging), content.listed("no_verdicts")))
    yield "ought", content.listed("opinions")
    yield "intensified", [run for run in content.listed("intensifiers") if _is_intensified(content, run[1])]
    yield "too", [run for run in placed(content, "too") if _is_excessive(content, run[0])]
    so = placed(content, "so")
    yield "so", [run for run in so if word_at(content, run[0] - 1) in _WERE and _is_intensified(content, run[1])]


@lru_cache(maxsize=65536)
def _ends_judging(word: str) -> bool:
    """Whether a word has the ending of a judgement ("shameful", "irreplaceable"), or is the adverb of a listed one."""
    if len(word) <= len("awful") or is_one(word, "unjudging_endings"):
        return False
    if word.endswith("ly"):
        return any(word[:-2] in words("claims", group) for group in _JUDGEMENTS)
    return word.endswith(_JUDGING) or (word.startswith(_NEGATED) and word.endswith(_POSSIBLE))


def _is_intensified(content: Content, at: int) -> bool:
    after = word_at(content, at)
    return after.isalpha() and not is_one(after, "unjudging")


def _is_excessive(content: Content, at: int) -> bool:
    """Whether "too" makes something too much ("too many boats") and is not "also" ("he too had sailed")."""
    after = word_at(content, at + 1)
    return after.isalpha() and not is_one(after, "behind_too")

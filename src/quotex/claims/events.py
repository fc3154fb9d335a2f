"""The rule for the type event: verbs in the past that tell what happened, by the words around them, and nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from quotex.claims import signs
from quotex.claims.amounts import dated_places
from quotex.claims.content import Content
from quotex.claims.evidence import Found, Named, is_one, listed, word_at
from quotex.claims.tenses import is_past_form
from quotex.spans import Pair, positions

_MARKS = frozenset(". , ; : ! ? ( ) \" “ ” '' -- — –".split())
_NEAR, _FAR, _BACK = 8, 15, 12
"""How many words around a verb are looked at for a supposition before it, for another verb behind it, and for the last
two words before it that are no adverbs."""


def event(content: Content, named: Named) -> Iterator[Found]:
    """Verbs in the past, those of harm first; nouns for what happens where the content is a noun."""
    may = [run for run in content.where(_may_be_past) if not _is_in_name(content, named, run)]
    happened = [run for run in may if _happens(content, run[0])]
    harm = positions(content.listed("harm"))
    yield "verb-of-harm", [run for run in happened if run[0] in harm]
    yield "past-verb", happened
    yield "event-noun", _nouns(content)


def is_past(content: Content, at: int) -> bool:
    """Whether a word looks like a verb in the past; one that looks the same in the present is one behind "has" or
    "was"."""
    word = content.words[at]
    if word.startswith("un") and word.endswith("ed"):
        return is_one(word, "verbs_in_un")
    if is_past_form(word):
        return True
    before = word_at(content, at - 1)
    return is_one(word, "unchanged_past") and (is_one(before, "have") or is_one(before, "were"))


def is_supposed(content: Content, at: int) -> bool:
    """Whether a verb follows in its clause a word that makes it supposed or to come ("if she won", "would have
    won")."""
    for word in reversed(content.words[max(0, at - _NEAR) : at]):
        if _ends_clause(word):
            return False
        if is_one(word, "suppositions"):
            return True
    return False


def _is_in_name(content: Content, named: Named, run: Pair) -> bool:
    """Whether a word is part of a name, with the capital that it has there ("Siegfried")."""
    word = content.text(run[0])
    return word.endswith("ed") and word[0].isupper() and run[0] in named.parts


@lru_cache(maxsize=65536)
def _may_be_past(word: str) -> bool:
    """Whether a word may be a verb in the past that is no state."""
    if is_one(word, "states"):
        return False
    return is_past_form(word) or is_one(word, "unchanged_past")


def _happens(content: Content, at: int) -> bool:
    """Whether a word is a verb in the past that tells what happened: no adjective, no state, nothing that is denied,
    supposed or to come ("the planned road", "is located", "the costs faced by us", "if it failed", "to be built")."""
    if not is_past(content, at):
        return False
    before = _before(content, at)
    if not before:
        return not _is_before_noun(content, at + 1)
    is_idle = (
        is_one(before[-1], "before_adjectives")
        or _is_state(before)
        or _is_adjective(content, at, before)
        or (is_one(content.words[at], "to_verbs") and word_at(content, at + 1) == "to")
        or (_hangs_on_noun(content, at) and not any(is_one(word, "were") for word in before))
    )
    return not is_idle and not is_supposed(content, at)


def _before(content: Content, at: int) -> Sequence[str]:
    """The two words before a place; quotation marks and adverbs do not count."""
    near = content.words[max(0, at - _BACK) : at]
    return [word for word in near if not signs.is_quotation_mark(word) and not _is_adverb(word)][-2:]


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or is_one(word, "small_adverbs")


def _is_state(before: Sequence[str]) -> bool:
    is_denied = any(is_one(word, "denials") for word in before) or is_one(before[-1], "staying")
    return is_denied or is_one(before[-1], "states_now") or (before[0] != "'s" and is_one(before[0], "states_now"))


def _is_adjective(content: Content, at: int, before: Sequence[str]) -> bool:
    """Whether a number, or "to" and a verb, stand before a form and a plural behind it ("900 registered voters")."""
    after = word_at(content, at + 1)
    if not after.endswith("s") or is_one(after, "behind_verbs"):
        return False
    return signs.is_number(before[-1]) or (len(before) == 2 and before[0] == "to")


def _is_before_noun(content: Content, at: int) -> bool:
    """Whether the word behind an opening form of the past looks like a noun, so that the form is an adjective
    ("increased spending")."""
    word = word_at(content, at)
    is_other = signs.is_number(word) or is_one(word, "prepositions") or is_one(word, "behind_verbs")
    return word.isalpha() and not is_other and not word.endswith("ly") and content.text(at)[0].islower()


def _hangs_on_noun(content: Content, at: int) -> bool:
    """Whether a verb hangs on the noun before it ("the costs faced by us", "the men detained could be")."""
    word, after, last = (word_at(content, place) for place in range(at, at + 3))
    if not word.endswith("ed") and not is_one(word, "participles"):
        return False
    if is_one(after, "auxiliaries") or (is_one(after, "prepositions") and _is_before_verb(content, at + 2)):
        return True
    if after == "by":
        return not is_one(word, "intransitive") and not (last and signs.is_number(last))
    return last == "by" and is_one(after, "particles")


def _is_before_verb(content: Content, at: int) -> bool:
    """Whether an auxiliary follows in the same clause: the verb of the noun before."""
    for word in content.words[at : at + _FAR]:
        if _ends_clause(word):
            return False
        if is_one(word, "auxiliaries"):
            return True
    return False


def _ends_clause(word: str) -> bool:
    return word in _MARKS or is_one(word, "clause_ends")


def _nouns(content: Content) -> list[Pair]:
    """Nouns for what happens, where the content is a noun with what belongs to it."""
    first, nouns = signs.opening(content), listed(content, "happenings", "no_happenings")
    if first is None or not nouns or is_one(content.words[first[0]], "no_subjects"):
        return []
    if any(signs.is_finite(word) for word in content.words if word != "'s" and not signs.is_past(word)):
        return []
    dated = dated_places(content)
    heads = [run for run in nouns if run[0] not in dated and _is_head(content, run)]
    return [run for run in heads if run[0] > first[0] or not _is_gerund(content, run)]


def _is_head(content: Content, run: Pair) -> bool:
    after = word_at(content, run[1])
    return not after or after in _MARKS or is_one(after, "behind_nouns")


def _is_gerund(content: Content, run: Pair) -> bool:
    return content.words[run[1] - 1].endswith("ing")

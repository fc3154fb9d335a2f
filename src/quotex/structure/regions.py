"""What a region in quotation marks is: speech, a scare quote or a name, by rules that say why."""

from __future__ import annotations

import re

from attrs import frozen

from quotex.lexicon import structure as words
from quotex.records import RegionKind
from quotex.spans import Pair

_WORD = re.compile(r"[^\W\d_](?:[\w.’'-]*\w)?")
_WINDOW = 160
"""So many characters of the sentence on either side are searched for a cue."""
_SHORT = 6
"""A phrase of so many words or fewer is a scare quote where nothing speaks for speech."""

Verdict = tuple[RegionKind, str]


@frozen
class View:
    """What the rules look at: the words inside a region and around it in its sentence."""

    inside: str
    inner_words: list[str]
    before: str
    before_words: list[str]
    after: str
    after_words: list[str]


def view(text: str, inner: Pair, outer: Pair, sentence: Pair) -> View:
    """Look at a region: ``inner`` without its marks, ``outer`` with them, ``sentence`` around it, all in characters."""
    inside = text[inner[0] : inner[1]].strip()
    before = text[max(sentence[0], outer[0] - _WINDOW) : outer[0]]
    after = text[outer[1] : max(outer[1], min(sentence[1], outer[1] + _WINDOW))]
    return View(inside, _WORD.findall(inside), before, _lower(before), after, _lower(after))


def _lower(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def classify(seen: View, carries_on: bool) -> Verdict:
    """Class a region by the first rule that holds; ``carries_on`` for one that is part of a multi-paragraph quotation."""
    for rule in (_by_frame, _by_naming, _by_shape, _by_cue):
        verdict = rule(seen)
        if verdict is not None:
            return verdict
    if carries_on:
        return RegionKind.SPEECH, "multi-paragraph quotation"
    if len(seen.inner_words) <= _SHORT:
        return RegionKind.SCARE, "short phrase without a cue"
    if _is_clause(seen):
        return RegionKind.SPEECH, "clause in marks"
    return RegionKind.SCARE, "phrase without a cue"


def _by_frame(seen: View) -> Verdict | None:
    """Speech by the punctuation that joins it to a cue."""
    before = seen.before.rstrip()
    if before.endswith((",", ":")) and any(word in words.CUES for word in seen.before_words[-12:]):
        return RegionKind.SPEECH, "cue and colon or comma before"
    if seen.inside.endswith((",", "?", "!", "-", "—")) or seen.after.startswith(","):
        if any(word in words.CUES for word in seen.after_words[:6]):
            return RegionKind.SPEECH, "cue after"
    return None


def _by_naming(seen: View) -> Verdict | None:
    """A name or term by the words right before it."""
    if len(seen.inner_words) > 12 or seen.inside.endswith((".", "!", "?", ",")) and _is_clause(seen):
        return None
    last = seen.before_words[-1] if seen.before_words and not seen.before.rstrip().endswith((",", ":", ";")) else ""
    if last == "so-called":
        return RegionKind.SCARE, "so-called"
    if last in words.NAMING_WORDS:
        return RegionKind.NAME, "naming word before"
    if last in words.TERM_NOUNS:
        return RegionKind.NAME, "word for a term before"
    if last in words.WORK_NOUNS and _is_title(seen):
        return RegionKind.NAME, "work before"
    if last == "of" and len(seen.before_words) > 1 and seen.before_words[-2] in words.WORK_NOUNS:
        return RegionKind.NAME, "work of"
    return None


def _by_shape(seen: View) -> Verdict | None:
    """By what stands inside alone."""
    count = len(seen.inner_words)
    if count == 0:
        return RegionKind.NAME, "no words"
    sentence = seen.inside[0].isupper() and seen.inside.endswith((".", "!", "?", "…"))
    if count >= 4 and sentence and _is_clause(seen):
        return RegionKind.SPEECH, "sentence in marks"
    if _is_title(seen) and not seen.inside.endswith((".", "!", "?")):
        return RegionKind.NAME, "capitals"
    return None


def _by_cue(seen: View) -> Verdict | None:
    """Words ascribed by a cue in the same sentence."""
    if any(word in words.CUES for word in seen.before_words[-15:]):
        return RegionKind.SPEECH, "cue before in the sentence"
    if any(word in words.CUES for word in seen.after_words[:10]):
        return RegionKind.SPEECH, "cue after in the sentence"
    return None


def _is_clause(seen: View) -> bool:
    """Whether something inside looks like a finite verb or a speaker's pronoun."""
    return any(
        (low := word.lower().replace("’", "'")) in words.VERBAL or low in words.CLAUSE_PRONOUNS
        for word in seen.inner_words
    )


_SMALL = frozenset("a an the of in on at for and or to with by from de la le el vs".split())


def _is_title(seen: View) -> bool:
    """Whether all words but the small ones have a capital."""
    large = [word for word in seen.inner_words if word not in _SMALL]
    return bool(large) and all(word[0].isupper() for word in large) and (len(large) > 1 or not _is_clause(seen))

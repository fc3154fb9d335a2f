"""What a region in quotation marks is: speech, a scare quote or a name, by rules that say why.

Speech is what the words around it ascribe to a speaker, even as a fragment, and any sentence in marks; a name is a
title, term or nickname; a scare quote is a short phrase for which neither speaks. The rules were written from general
knowledge of news style and tuned on the train and dev halves of PolNeAR, where speech lies inside a content.
"""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import frozen

from quotex.lexicon import structure as words
from quotex.records import RegionKind
from quotex.spans import Pair

_WORD = re.compile(r"[^\W_](?:[\w.’'-]*\w)?")
_PHRASE_END = re.compile(r"[!?]\s")
_WINDOW = 160
"""So many characters of the sentence on either side are searched for a cue."""
_LOOK_INSIDE = 2000
"""So many characters of a region are looked at; longer ones are speech if anything is."""
_SHORT = 6
"""A phrase of so many words or fewer is a scare quote where nothing speaks for speech."""
_TERMINAL = (".", "!", "?", "…")
_SMALL = frozenset("a an the of in on at for and or to with by from de la le el vs & as".split())
_DETERMINERS = frozenset("a an the his her its their this that my our your another".split())
_ACTIVE = frozenset(
    "he she they it i we you who what which that has have had officials critics people some many".split()
)

UNDECIDED = "short phrase without a cue"
"""The reason where a scare quote is only what is left over."""

Verdict = tuple[RegionKind, str]


@frozen
class View:
    """What the rules look at: the words inside a region and around it in its sentence, those around in lower case."""

    inside: str
    inner: list[str]
    before: str
    lead: list[str]
    """Words before, nearest last."""
    after: str
    tail: list[str]
    """Words after, nearest first."""
    opens: bool
    """Whether the region opens its sentence."""
    headline: bool
    """Whether the words around it all have capitals, so that those inside tell nothing."""


def view(text: str, inner: Pair, outer: Pair, sentence: Pair) -> View:
    """Look at a region: ``inner`` without its marks, ``outer`` with them, ``sentence`` around it, all in characters."""
    inside = text[inner[0] : min(inner[1], inner[0] + _LOOK_INSIDE)].strip()
    before = text[max(sentence[0], outer[0] - _WINDOW) : outer[0]]
    before = _PHRASE_END.split(before)[-1]
    after = text[outer[1] : max(outer[1], min(sentence[1], outer[1] + _WINDOW))]
    lead, tail = _WORD.findall(before), _WORD.findall(after)
    around = [word for word in lead + tail if len(word) > 3]
    return View(
        inside=inside,
        inner=_WORD.findall(inside),
        before=before.rstrip(),
        lead=_lower(lead),
        after=after,
        tail=_lower(tail),
        opens=not lead and outer[0] - sentence[0] < _WINDOW,
        headline=len(around) > 1 and sum(word[0].isupper() for word in around) > 0.75 * len(around),
    )


def _lower(found: list[str]) -> list[str]:
    return [word.lower().replace("’", "'") for word in found]


def classify(seen: View, carries_on: bool) -> Verdict:
    """Class a region by the first rule that holds; ``carries_on`` for a part of a quotation over several paragraphs."""
    if not seen.inner:
        return RegionKind.SCARE, "no words"
    verdict = _by_naming(seen)
    if verdict is None and carries_on:
        return RegionKind.SPEECH, "quotation over several paragraphs"
    for rule in (_by_frame, _by_sentence, _by_ascription, _by_title, _by_cue):
        verdict = verdict or rule(seen)
    if verdict is not None:
        return verdict
    if len(seen.inner) <= _SHORT:
        return RegionKind.SCARE, UNDECIDED
    if _is_clause(seen):
        return RegionKind.SPEECH, "clause in marks"
    return RegionKind.SCARE, "phrase without a cue"


def _by_naming(seen: View) -> Verdict | None:
    """A name or term by the words right before it ("a film called …", "the phrase …")."""
    if seen.before.endswith("="):
        return RegionKind.SCARE, "attribute in markup"
    if len(seen.inner) > 14 or not seen.lead or seen.before.endswith((":", ";", ".")):
        return None
    last = seen.lead[-1]
    if last in words.WORK_NOUNS and (_is_title(seen) or (len(seen.inner) == 1 and seen.inside[0].isupper())):
        return RegionKind.NAME, "kind of work before"
    if seen.before.endswith(","):
        return None
    if last == "so-called":
        return RegionKind.SCARE, "so-called"
    if last in words.TITLING or (last in words.CALLING and not _calls_actively(seen)):
        return RegionKind.NAME, "naming word before"
    if last in words.TERM_NOUNS and not _is_sentence(seen):
        return RegionKind.NAME, "word for a term before"
    if last == "of" and len(seen.lead) > 1 and seen.lead[-2] in words.WORK_NOUNS and not _is_sentence(seen):
        return RegionKind.NAME, "kind of work and of before"
    return None


def _calls_actively(seen: View) -> bool:
    """Whether "called" and its like have a caller before them ("what critics called …", not "a plan called …")."""
    lead = seen.lead[:-1]
    if not lead or lead[-1] in words.BE_FORMS:
        return False
    if lead[-1] in _ACTIVE or lead[-1].endswith("ly"):
        return True
    near = lead[-4:]
    return not _is_title(seen) and ("what" in near or not any(word in _DETERMINERS for word in near[-3:]))


def _by_frame(seen: View) -> Verdict | None:
    """Speech by the punctuation that joins it to a cue."""
    if _is_title(seen) and seen.after.startswith(",") and seen.tail and seen.tail[0] in _DETERMINERS:
        return RegionKind.NAME, "explained as a work or person"
    if seen.before.endswith((",", ":")) and _has_cue(seen.lead[-12:]):
        return RegionKind.SPEECH, "cue and colon or comma before"
    joined = seen.inside.endswith((",", "?", "!", "-", "—", "…")) or seen.after.startswith(",")
    if joined and _has_cue(seen.tail[:7]) and not (_is_title(seen) and seen.lead):
        return RegionKind.SPEECH, "cue after"
    return None


def _by_sentence(seen: View) -> Verdict | None:
    """Speech where a whole sentence stands in marks."""
    alone = seen.opens and not seen.tail
    if alone and (_is_clause(seen) or (seen.inside[0].isupper() and seen.inside.endswith(_TERMINAL))):
        return RegionKind.SPEECH, "sentence of its own in marks"
    if seen.opens and _is_sentence(seen):
        return RegionKind.SPEECH, "sentence of its own in marks"
    if len(seen.inner) >= 4 and _is_sentence(seen) and _is_clause(seen) and not _is_title(seen):
        return RegionKind.SPEECH, "sentence in marks"
    return None


def _by_ascription(seen: View) -> Verdict | None:
    """Speech that somebody calls something, or that directly follows its cue."""
    near = [*seen.lead[-12:], ""]
    if any(word in words.DESCRIBING and after not in ("for", "on") for word, after in pairwise(near)):
        return RegionKind.SPEECH, "description ascribed to somebody"
    if seen.lead and seen.lead[-1] in words.CUES and not _is_title(seen):
        return RegionKind.SPEECH, "cue right before"
    return None


def _by_title(seen: View) -> Verdict | None:
    """A name by its capitals, or a term set off by commas."""
    if not seen.headline and _is_title(seen):
        return RegionKind.NAME, "capitals"
    set_off = seen.before.endswith(",") and (seen.inside.endswith(",") or seen.after.startswith(","))
    if set_off and not _is_clause(seen) and not _has_cue(seen.lead[-12:]) and not _has_cue(seen.tail[:6]):
        return RegionKind.NAME, "set off by commas"
    return None


def _by_cue(seen: View) -> Verdict | None:
    """Words ascribed by a cue in the same sentence."""
    if _has_cue(seen.lead[-16:]):
        return RegionKind.SPEECH, "cue before in the sentence"
    if _has_cue(seen.tail[:10]):
        return RegionKind.SPEECH, "cue after in the sentence"
    return None


def _has_cue(found: list[str]) -> bool:
    return any(word in words.CUES for word in found)


def _is_clause(seen: View) -> bool:
    """Whether something inside looks like a finite verb or a speaker's pronoun."""
    return any(word in words.VERBAL or word in words.CLAUSE_PRONOUNS for word in _lower(seen.inner))


def _is_sentence(seen: View) -> bool:
    """Whether the words inside start and end like a sentence."""
    return not seen.inside[0].islower() and seen.inside.endswith(_TERMINAL) and len(seen.inner) > 1


def _is_title(seen: View) -> bool:
    """Whether all words but the small ones have a capital, and a single one is no interjection."""
    if seen.inside.endswith(("!", "?")) or len(seen.inner) > 14:
        return False
    large = [word for word in seen.inner if word not in _SMALL]
    if not large or not all(word[0].isupper() or word[0].isdigit() for word in large):
        return False
    return len(large) > 1 or not (_is_clause(seen) or seen.inside.endswith((".", ",")) or large[0].isdigit())

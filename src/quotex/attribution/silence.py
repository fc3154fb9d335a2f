"""Whether a source keeps silent about its content, or denies it."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.attribution.cueinsentence import CueInSentence, is_adverb, is_listed, shown_from, words_of
from quotex.attribution.negation import negation
from quotex.attribution.verbgroup import VerbGroup
from quotex.lexicon import cues
from quotex.lexicon.words import words
from quotex.spans import Pair

_PHRASE = 6
"""How many words behind a word may be the noun phrase that is its object."""


def declined(seen: CueInSentence) -> Pair | None:
    """The words by which the source declines to say its content, or gives no answer; ``None`` where none do."""
    group = seen.group
    refusal = next((i for i in range(group.start, group.end) if is_listed(group.lower(i), "refusals")), None)
    if refusal is not None:
        return _refused(seen, refusal)
    if _is_silent(seen):
        return group.start, group.end
    head = group.lower(group.head[0])
    if seen.is_requested and is_listed(head, "evading") and negation(seen, group.head[0]) is None:
        return group.head
    first = negation(seen, group.head[0])
    if first is None:
        return None
    if seen.is_requested and is_listed(head, "replying"):
        return group.start, group.end
    adjoins = all(_is_adverbial(group.lower(i)) for i in range(first + 1, group.head[0]))
    refuses = adjoins and group.lower(first) in words("status", "wills") and is_listed(head, "telling")
    return shown_from(seen, first) if refuses else None


def _refused(seen: CueInSentence, refusal: int) -> Pair | None:
    """A refusal to give information; one to do something else is none."""
    group = seen.group
    behind = (*words_of(group.doc, refusal + 1, max(refusal + 1, group.end)), *seen.behind)
    withheld = behind[:1] != ("to",) and any(word in words("status", "given") for word in behind[:_PHRASE])
    if negation(seen, refusal) is None and (withheld or opens_with_telling(behind)):
        return refusal, group.end
    return None


def _is_silent(seen: CueInSentence) -> bool:
    """Whether the cue says that nothing is said: there is no comment, or nobody to ask for one."""
    group = seen.group
    cue = [group.lower(i) for i in range(group.start, group.end)]
    if " ".join(group.lemmas) in words("status", "silences") or ("no" in cue and "comment" in cue[cue.index("no") :]):
        return True
    reached = next((i for i in range(group.start, group.end) if is_listed(group.lower(i), "reaching")), None)
    away = "unavailable" in cue or (reached is not None and negation(seen, reached) is not None)
    return away and seen.is_requested


def _is_adverbial(word: str) -> bool:
    return is_adverb(word) or word in words("status", "negations")


def opens_with_telling(opening: Sequence[str]) -> bool:
    """Whether words begin with an infinitive or participle of giving information, or with the thing to be given."""
    if opening and opening[0] in {"to", "from"}:
        opening = opening[1:]
        if not opening:
            return False
        if is_listed(opening[0], "telling") or is_listed(opening[0], "denials"):
            return True
        return is_listed(opening[0], "giving") and any(word in words("status", "given") for word in opening[1:_PHRASE])
    return bool(opening) and opening[0].endswith("ing") and is_listed(opening[0], "telling")


def denied(seen: CueInSentence) -> Pair | None:
    """The word by which the source denies its content; ``None`` where none does."""
    group = seen.group
    for i in range(group.head[0], group.end):
        if is_listed(group.lower(i), "denials") and not _is_other_noun(group, i):
            withheld = any(word in words("status", "withheld") for word in _object(seen, i))
            refused = any(is_listed(group.lower(k), "refusals") for k in range(group.start, i))
            return None if withheld or refused or negation(seen, i) is not None else (i, i + 1)
    if " ".join(group.lemmas) in words("status", "rejections") and negation(seen, group.head[0]) is None:
        object_ = _object(seen, group.head[1] - 1)
        if "that" in object_[:1] or any(cues.noun_lemma(word) in words("status", "claims") for word in object_):
            return group.head
    return None


def _is_other_noun(group: VerbGroup, index: int) -> bool:
    """Whether a verb of denying is a noun here, behind an article, and so means a quarrel ("a dispute")."""
    determined = index > 0 and str(group.doc[index - 1].lower_) in words("phrases", "articles")
    return determined and cues.noun_lemma(group.lower(index)) not in words("status", "denial_nouns")


def _object(seen: CueInSentence, index: int) -> tuple[str, ...]:
    """The words of what a word of the cue is about: those behind it, else those with which the content before ends."""
    doc, end = seen.group.doc, seen.group.end
    behind = (*words_of(doc, index + 1, end), *seen.behind)
    before = [part for part in seen.content if part[1] <= seen.group.start]
    if behind or not before:
        return behind[:_PHRASE]
    return words_of(doc, max(before[-1][0], before[-1][1] - _PHRASE), before[-1][1])

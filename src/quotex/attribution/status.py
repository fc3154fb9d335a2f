"""Whether a source says its content, denies it, keeps silent about it, or has yet to say it.

The rules in words are in docs/conventions.md. Only the cue, the auxiliaries and the subject before it and the
conjunction that opens its clause count; of the content, its opening where the cue cannot be understood without
("declined | to comment").
"""

from __future__ import annotations

from spacy.tokens import Doc

from quotex.attribution.cueinsentence import CueInSentence, is_listed, look, shown_from, words_of
from quotex.attribution.negation import negation
from quotex.attribution.silence import declined, denied, opens_with_telling
from quotex.attribution.verbgroup import VerbGroup
from quotex.lexicon import cues
from quotex.lexicon.words import words
from quotex.records import Status
from quotex.spans import Pair
from quotex.structure import Structure

_BE = frozenset("am are be is was were".split())
_COUNTERFACTUALS = frozenset("had should were".split())
"""Auxiliaries that, before the subject, open a condition ("Should the minister say …")."""
_ABLE = frozenset("can ca could".split())


def status_of(
    structure: Structure, group: VerbGroup, source: Pair | None, content: tuple[Pair, ...]
) -> tuple[Status, Pair | None]:
    """Return the status of an attribution with a cue, and the words that show it, which hold none of source and content
    but a source's own "no" and "who".

    Spans are half-open pairs of token indices. Asserted, with ``None``, is what no rule says otherwise of.
    """
    seen = look(structure, group, source, content)
    rules = (
        (Status.DECLINED, declined),
        (Status.DENIED, denied),
        (Status.NEGATED, _negated),
        (Status.QUESTION, _question),
        (Status.HYPOTHETICAL, _hypothetical),
    )
    for status, rule in rules:
        shown = rule(seen)
        if shown is not None:
            return status, shown
    return Status.ASSERTED, None


def _negated(seen: CueInSentence) -> Pair | None:
    group = seen.group
    first = negation(seen, group.head[0])
    if first is not None:
        return shown_from(seen, first)
    if is_listed(group.lower(group.head[0]), "withholding") and opens_with_telling(seen.after):
        return group.head
    before = (group.inverted or (0, 0))[0] - 1
    if group.inverted and before == group.opener >= 0 and group.lower(before) in words("status", "negations"):
        return before, group.inverted[1]
    if seen.source is not None and group.lower(seen.source[0]) in words("status", "nobody"):
        return seen.source[0], seen.source[0] + 1
    return None


def _question(seen: CueInSentence) -> Pair | None:
    group = seen.group
    if seen.asks:
        if group.inverted:
            return group.inverted
        if seen.source is not None and group.lower(seen.source[0]) in words("status", "interrogatives"):
            return seen.source[0], seen.source[0] + 1
    wordless = not any(c.isalnum() for c in group.doc[group.start : group.end].text)
    if wordless and seen.content and _ends_in_question(group.doc, seen.content[-1]):
        return group.start, group.end  # the colon of a transcript's line
    lemma = group.lower(group.head[0])
    if is_listed(lemma, "askers"):
        return group.head
    if is_listed(lemma, "demanding") and seen.after[:2] == ("to", "know"):
        return (group.head[0], group.end) if seen.after[2:3] and _interrogates(seen.after[2]) else None
    if not is_listed(lemma, "asking"):
        return None
    asked = any(opening and (_interrogates(opening[0]) or opening[0] == "about") for opening in seen.openings)
    return group.head if asked or any(_ends_in_question(group.doc, part) for part in seen.content) else None


def _interrogates(word: str) -> bool:
    return word in words("status", "interrogatives")


def _ends_in_question(doc: Doc, part: Pair) -> bool:
    """Whether a part of the content ends with a question mark, a closing mark aside."""
    return any("?" in doc[i].text for i in range(max(part[0], part[1] - 2), part[1]))


def _hypothetical(seen: CueInSentence) -> Pair | None:
    group = seen.group
    for i in range(group.start, group.head[0]):
        if _is_modal(group, i) and not _tells_ability(seen, i):
            return shown_from(seen, i)
        if group.lower(i) == "to" and i > group.start and group.lower(i - 1) in _BE:
            return shown_from(seen, i - 1)
    for i in range(group.start, group.end):
        if is_listed(group.lower(i), "prospects") and _prospect(seen, i):
            return group.start, group.end
    if group.inverted and (_is_modal(group, group.inverted[0]) or _is_counterfactual(group)):
        return group.inverted
    if group.opener >= 0 and group.lower(group.opener) in words("status", "conditions"):
        return group.opener, group.opener + 1
    return None


def _is_modal(group: VerbGroup, index: int) -> bool:
    """Whether it is a modal; one with a negation that something takes back ("can't help saying") is none."""
    negated = index + 1 < group.end and group.lower(index + 1) in words("status", "negations")
    return group.lower(index) in words("status", "modals") and not negated


def _tells_ability(seen: CueInSentence, index: int) -> bool:
    """Whether "can" and "could" tell of something that happens: before a verb of the senses, or "tell" without a
    hearer."""
    group = seen.group
    head = group.lower(group.head[0])
    sees = head == "tell" and any(start == group.end for start, _ in seen.content)
    return group.lower(index) in _ABLE and (sees or is_listed(head, "abilities"))


def _is_counterfactual(group: VerbGroup) -> bool:
    """Whether the verb before the subject opens a condition ("Had he said …", but "had him saying …")."""
    assert group.inverted is not None
    opens = group.lower(group.inverted[0]) in _COUNTERFACTUALS
    return opens and not group.lower(group.head[0]).endswith("ing")


def _prospect(seen: CueInSentence, index: int) -> bool:
    """Whether an infinitive of saying follows a word that puts it in the future."""
    group = seen.group
    behind = words_of(group.doc, index + 1, group.end)
    openings = [behind, *seen.openings] if behind else list(seen.openings)
    return any(opening[:1] == ("to",) and len(opening) > 1 and _says(opening[1]) for opening in openings)


def _says(word: str) -> bool:
    return cues.is_reporting(cues.lemma(word)) or is_listed(word, "telling")

"""Sources that are the subject of a passive: whoever is accused, asked or told has not said so."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution.link import Link
from quotex.attribution.regions import sentence_of
from quotex.attribution.verbgroup import VerbGroup, verb_group
from quotex.lexicon.words import words
from quotex.structure import Structure

_BE = frozenset("am are be been being is was were".split())
"""Without "'s", which may be "has" ("she 's told them")."""
_OPENERS = frozenset({"if", "once", "when", "while"})
"""What may stand between the comma and a participle ("Roe, when asked")."""
_CLAUSES = frozenset({"how", "if", "that", "to", "what", "when", "where", "whether", "who", "why"})
"""What a participle has behind it besides prepositions: an object, which is its subject, it has none."""
_MARKS = frozenset({",", "–", "—", "--", "("})


def without_receiver(doc: Doc, structure: Structure, link: Link) -> Link:
    """The link; without its source where that only receives what the cue tells of ("Roe is accused of", "Roe, asked
    about it,"). Whose words it then is stands nowhere before the cue."""
    if link.source is None or link.cue is None or link.source[1] > link.cue[0]:
        return link
    group = verb_group(doc, structure, link.cue, link.source, link.content)
    if group.lemmas[0] not in words("sources", "receiving") or not _is_participle(group):
        return link
    if any(_relays(doc, i) for i in range(group.head[1], min(len(doc) - 1, group.end + 1))):
        return link  # "is reported as saying"
    if any(doc[i].lower_ == "to" for i in range(group.head[1], group.end - 1)):
        return link  # "is reported to have said"
    receives = _is_passive(group) or _is_apposed(doc, link, group) or _is_told(doc, structure, link, group)
    return evolve(link, source=None) if receives else link


def _relays(doc: Doc, index: int) -> bool:
    return doc[index].lower_ == "as" and doc[index + 1].lower_ in words("media", "relayed")


def _is_participle(group: VerbGroup) -> bool:
    lower = group.lower(group.head[0])
    return not lower.endswith("ing") and lower != group.lemmas[0]


def _is_passive(group: VerbGroup) -> bool:
    return any(group.lower(i) in _BE for i in range(group.start, group.head[0]))


def _is_apposed(doc: Doc, link: Link, group: VerbGroup) -> bool:
    """Whether the verb is a participle behind a comma: no comma parts a bare subject from a verb of its own."""
    assert link.source is not None
    start, end = link.source
    closed = doc[end - 1].text in _MARKS
    if any(doc[i].text in _MARKS for i in range(start, end - closed)):
        return False
    between = [doc[i].lower_ for i in range(end - closed, group.head[0])]
    behind = doc[group.head[1]].lower_ if group.head[1] < len(doc) else ""
    own = doc[group.head[1] - 1].lower_ in words("phrases", "prepositions")  # "asked about" as one cue
    if not own and behind not in words("phrases", "prepositions") | _CLAUSES:
        return False  # "Roe, praised the mayor", with a comma too many
    return between[:1] == [","] and all(word in _OPENERS or word.endswith("ly") for word in between[1:])


def _is_told(doc: Doc, structure: Structure, link: Link, group: VerbGroup) -> bool:
    """Whether a headline ends with "court told": whoever tells something has somebody behind the verb to tell it to."""
    assert link.source is not None
    index = sentence_of(structure, group.head[0])
    end = structure.sentences[index][1] if index >= 0 else len(doc)
    behind = [doc[i] for i in range(group.end, end)]
    is_last = all(token.is_space or token.text in {".", "!"} for token in behind)
    before = all(part[1] <= link.source[0] for part in link.content)
    is_noun = doc[link.source[1] - 1].lower_ not in words("phrases", "subjects")
    return group.lemmas[0] == "tell" and is_last and before and is_noun and group.end - group.start == 1

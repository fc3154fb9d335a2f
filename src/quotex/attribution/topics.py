"""Asides that name what words are about, and report none: ``Referring to the dam, she said …``."""

from __future__ import annotations

from spacy.tokens import Doc

from quotex.attribution.link import Link
from quotex.lexicon import cues
from quotex.structure import Structure

_TOPIC_VERBS = frozenset("address allude comment discuss mention refer speak talk touch".split())
_CLAUSE_STARTS = frozenset("as how if that what when where whether which who why".split())


def is_topic(doc: Doc, structure: Structure, link: Link) -> bool:
    """Whether a link's cue is the participle of a verb of speaking about, and its content begins as a bare noun phrase.

    PolNeAR counts these as attributions; a record of what was said has no use for them. A finite verb ("She referred to
    the dam"), a clause or words in marks make a statement of it.
    """
    if link.cue is None:
        return False
    word = doc[link.cue[0]].lower_
    if not word.endswith("ing") or cues.lemma(word) not in _TOPIC_VERBS:
        return False
    start, end = link.content[0]
    return doc[start].lower_ not in _CLAUSE_STARTS and not any(structure.in_speech[start:end])

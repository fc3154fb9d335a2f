"""Links that report no words: asides that name a topic (``Referring to the dam, she said …``), bare question words."""

from __future__ import annotations

from spacy.tokens import Doc

from quotex.attribution.link import Link
from quotex.lexicon import cues
from quotex.structure import Structure

_TOPIC_VERBS = frozenset("address allude comment discuss mention refer speak talk touch".split())
_QUESTION_WORDS = frozenset("how what which who whom why".split())
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


def is_bare(doc: Doc, link: Link) -> bool:
    """Whether a link's content is a question word and no more ("what" in "what the papers say")."""
    words = [doc[i].lower_ for part in link.content for i in range(*part) if doc[i].text[0].isalnum()]
    return all(word in _QUESTION_WORDS for word in words)

"""Contents completed by the clauses of their sentence that the reported words cannot do without."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution.link import Link
from quotex.attribution.regions import sentence_of
from quotex.lexicon import cues
from quotex.records import Reason
from quotex.spans import Pair, overlaps
from quotex.structure import Structure

_FULL_STOPS = frozenset({".", "!", "?"})
_OPENERS = frozenset("after although as before because despite if once since unless until when while with".split())


def completed(doc: Doc, structure: Structure, links: Sequence[Link]) -> list[Link]:
    """Links whose indirect content has the rest of its clause.

    A reporting verb's that-clause goes on over ", which …" to the end of its sentence (in PolNeAR's training articles
    as often in as out; left out, the record says less than was said). A clause that opens what a participle reports
    ("adding after passing the tests, the drug was used") belongs to it. Neither reaches over another link's cue or over
    marks.
    """
    cued = [link.cue for link in links if link.cue]
    return [_opened(doc, structure, _run_on(doc, structure, link, cued)) for link in links]


def _run_on(doc: Doc, structure: Structure, link: Link, cued: Sequence[Pair]) -> Link:
    start, end = link.content[-1]
    if doc[start].lower_ != "that" or not _is_reporting(doc, link) or end + 1 >= len(doc):
        return link
    if doc[end].text != "," or doc[end + 1].lower_ != "which":
        return link
    last = _sentence_end(structure, end)
    while last > end and (doc[last - 1].is_space or doc[last - 1].text in _FULL_STOPS):
        last -= 1
    rest = (end, last)
    if any(overlaps(rest, cue) for cue in cued) or any(structure.region_of[i] >= 0 for i in range(*rest)):
        return link
    return evolve(link, content=(*link.content[:-1], (start, last)), reasons=(*link.reasons, Reason("clause_run_on")))


def _opened(doc: Doc, structure: Structure, link: Link) -> Link:
    assert link.cue is not None
    after = link.cue[1]
    start, end = link.content[0]
    if not after < start - 1 or doc[start - 1].text != "," or doc[after].lower_ not in _OPENERS:
        return link
    is_participle = doc[link.cue[0]].lower_.endswith("ing") and _is_reporting(doc, link)
    if not is_participle or any(structure.region_of[i] >= 0 for i in range(after, start)):
        return link
    return evolve(link, content=((after, end), *link.content[1:]), reasons=(*link.reasons, Reason("clause_opened")))


def _is_reporting(doc: Doc, link: Link) -> bool:
    assert link.cue is not None
    return any(cues.is_reporting(cues.lemma(doc[i].lower_)) for i in range(*link.cue))


def _sentence_end(structure: Structure, token: int) -> int:
    index = sentence_of(structure, token)
    return max(token, structure.sentences[index][1]) if index >= 0 else token

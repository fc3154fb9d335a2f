"""Speech whose speaker stands beside it without any verb: signed quotations and the lines of a transcript.

The encoder learned from running prose, in which both are rare; their shape tells them by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution.link import BY_SHAPE, Link
from quotex.encoder import Reading
from quotex.records import BlockKind, Reason
from quotex.spans import Pair, overlaps
from quotex.structure import Structure

SIGNED, LABELLED = "signed_quotation", "labelled_line"

_DASHES = frozenset({"-", "–", "—", "―", "--", "~"})
_ARTICLES = frozenset({"a", "an", "one", "the"})
_FULL_STOPS = frozenset({".", "!", "?"})
_PARTICLES = frozenset("al bin da de di el la of the van von".split())
_SHORTEST = 4
"""Fewest words of a signed quotation or labelled line."""
_LONGEST_SIGNATURE, _LONGEST_LABEL = 16, 8
"""Most tokens of a signature after its dash and of a label before its colon."""
_PERSON_TAGS = (1, 2)


def beside(doc: Doc, structure: Structure, reading: Reading, links: Sequence[Link]) -> list[Link]:
    """The links with one for each such line, by cue.

    The line has its words to itself: links with their cue in it are left out, and others lose the content that they
    claim of it. Labels in capitals, if there are several, make a transcript, whose lines have their words too; of other
    labels that name a person, a line is left to a link that reads it in the same way or reaches beyond it.
    """
    shelf = _Shelf(structure, links)
    labelled = _labelled(doc, structure)
    transcript = [line for line in labelled if _is_in_capitals(doc, line)]
    transcript = transcript if len(transcript) > 1 else []
    for line in (*_signed(doc, structure), *transcript):
        for slot, link in shelf.near(line):
            shelf.links[slot] = _outside(link, line)
        shelf.add(line)
    done = set(transcript)
    for line in labelled:
        if line in done or _is_dateline(structure, line) or not _names_person(reading, line):
            continue
        rivals = [(slot, link) for slot, link in shelf.near(line) if _meets(link, line)]
        if all(_within(link, line) and not _shares_source(link, line) for _, link in rivals):
            for slot, _ in rivals:
                shelf.links[slot] = None
            shelf.add(line)
    return sorted((link for link in shelf.links if link), key=lambda link: link.cue or (-1, -1))


class _Shelf:
    """Links by the blocks that they touch, so that a line is compared with its neighbours alone."""

    def __init__(self, structure: Structure, links: Sequence[Link]) -> None:
        self.links: list[Link | None] = []
        self._block_of = structure.block_of
        self._by_block: dict[int, list[int]] = {}
        for link in links:
            self.add(link)

    def add(self, link: Link) -> None:
        """Put a link behind the others."""
        for block in self._blocks(part for part in (link.cue, *link.content) if part):
            self._by_block.setdefault(block, []).append(len(self.links))
        self.links.append(link)

    def near(self, line: Link) -> list[tuple[int, Link]]:
        """The links with a cue or content in the blocks of a line, with their places, in order."""
        slots = {slot for block in self._blocks([(line.start, line.end)]) for slot in self._by_block.get(block, ())}
        return [(slot, link) for slot in sorted(slots) if (link := self.links[slot])]

    def _blocks(self, spans: Iterable[Pair]) -> set[int]:
        return {self._block_of[token] for start, end in spans for token in range(start, end)} - {-1}


def _outside(link: Link, line: Link) -> Link | None:
    """What is left of a link beyond a line; ``None`` where that is no cue or no content."""
    assert link.cue is not None
    if overlaps(link.cue, (line.start, line.end)):
        return None
    content = tuple(part for part in link.content if not overlaps(part, line.content[0]))
    return evolve(link, content=content) if content else None


def _meets(link: Link, line: Link) -> bool:
    assert link.cue is not None
    return any(overlaps(part, line.content[0]) for part in (link.cue, *link.content)) or link.cue == line.cue


def _shares_source(link: Link, line: Link) -> bool:
    return link.source is not None and line.source is not None and overlaps(link.source, line.source)


def _within(link: Link, line: Link) -> bool:
    """Whether all of a link lies in the line."""
    return line.start <= link.start and link.end <= line.end


def _signed(doc: Doc, structure: Structure) -> Iterator[Link]:
    """``“…” — Ama Boateng`` with the signature up to the end of its line, on the same line or the next."""
    for region, (start, end) in zip(structure.regions, structure.region_tokens, strict=True):
        if region.parent is not None or region.closing is None or _words(doc, start, end) < _SHORTEST:
            continue
        dash = _skip_space(doc, end, line_ends=2)
        if dash is None or doc[dash].text not in _DASHES:
            continue
        first = _skip_space(doc, dash + 1, line_ends=0)
        if first is None:
            continue
        last = _end_of_line(doc, first)
        if (
            _is_signature(doc, first, last)
            and last - first <= _LONGEST_SIGNATURE
            and not _has_marks(structure, first, last)
        ):
            while last > first + 1 and (doc[last - 1].is_space or doc[last - 1].text in {".", ","}):
                last -= 1
            yield Link((dash, dash + 1), (first, last), ((start, end),), BY_SHAPE, (Reason(SIGNED),))


def _labelled(doc: Doc, structure: Structure) -> list[Link]:
    """``Ama Boateng: We will stay.``: words that can be a name and a colon at the start of a line, the rest content."""
    out = []
    for start, end in _paragraphs(structure):
        first = start + 1 if not doc[start].text[0].isalnum() and not doc[start].is_space else start
        colon = _colon(doc, first, end)
        if colon is None or not all(_is_label_word(doc, i) for i in range(first, colon)):
            continue
        if _words(doc, colon, end) >= _SHORTEST:
            out.append(Link((colon, colon + 1), (first, colon), ((colon + 1, end),), BY_SHAPE, (Reason(LABELLED),)))
    return out


def _paragraphs(structure: Structure) -> list[Pair]:
    """The tokens of each paragraph."""
    spans: dict[int, Pair] = {}
    for token, block in enumerate(structure.block_of):
        if block >= 0:
            spans[block] = (spans[block][0] if block in spans else token, token + 1)
    return [span for block, span in spans.items() if structure.blocks[block].kind is BlockKind.PARAGRAPH]


def _is_in_capitals(doc: Doc, line: Link) -> bool:
    assert line.source is not None
    return doc[line.source[0] : line.source[1]].text.isupper()


def _is_dateline(structure: Structure, line: Link) -> bool:
    """Whether the label was read as a dateline, which one line alone may be."""
    return structure.blocks[structure.block_of[line.start]].dateline is not None


def _names_person(reading: Reading, line: Link) -> bool:
    assert line.source is not None
    return any(tag in _PERSON_TAGS for tag in reading.name_scores[slice(*line.source)].argmax(axis=1))


def _colon(doc: Doc, start: int, end: int) -> int | None:
    limit = min(end, start + _LONGEST_LABEL + 1)
    return next((i for i in range(start + 1, limit) if doc[i].text == ":"), None)


def _is_label_word(doc: Doc, token: int) -> bool:
    """Whether a token can stand in a label: a capitalised word, a particle, a comma, brackets or an initial."""
    text = doc[token].text
    return not text[0].isalpha() or text[0].isupper() or text.lower() in _PARTICLES


def _is_signature(doc: Doc, start: int, end: int) -> bool:
    """Whether a line's rest names somebody: a capital or a handle, or an article where no sentence is made of it."""
    text = doc[start].text
    if text[0].isupper() or text[0] == "@":
        return True
    return text in _ARTICLES and doc[end - 1].text not in _FULL_STOPS


def _words(doc: Doc, start: int, end: int) -> int:
    return sum(doc[i].text[0].isalnum() for i in range(start, end))


def _skip_space(doc: Doc, token: int, *, line_ends: int) -> int | None:
    """The first token from ``token`` on that is not white space, past at most so many line ends."""
    seen = 0
    while token < len(doc) and doc[token].is_space:
        seen += doc[token].text.count("\n")
        token += 1
    return token if token < len(doc) and seen <= line_ends else None


def _end_of_line(doc: Doc, token: int) -> int:
    while token < len(doc) and not (doc[token].is_space and "\n" in doc[token].text):
        token += 1
    return token


def _has_marks(structure: Structure, start: int, end: int) -> bool:
    return any(structure.region_of[i] >= 0 for i in range(start, end))

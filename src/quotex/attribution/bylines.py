"""Speech whose speaker stands beside it without any verb: signed quotations and the lines of a transcript.

The encoder learned from running prose, in which both are rare; their shape tells them by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from quotex.attribution.link import Link
from quotex.encoder import Reading
from quotex.records import BlockKind, Reason
from quotex.spans import overlaps
from quotex.structure import Structure

SIGNED, LABELLED = "signed_quotation", "labelled_line"

_DASHES = frozenset({"-", "–", "—", "―", "--", "~"})
_SHORTEST = 4
"""Fewest words of a signed quotation or labelled line."""
_LONGEST_SIGNATURE, _LONGEST_LABEL = 16, 8
"""Most tokens of a signature after its dash and of a label before its colon."""
_PERSON_TAGS = (1, 2)
_SCORE = 0.9


def beside(doc: Doc, structure: Structure, reading: Reading, links: Sequence[Link]) -> list[Link]:
    """The links without those that such a line contradicts, and with one for each such line.

    A link gives way where its cue lies in the line's speech or on its dash or colon; one that reads the line in the
    same way stays and the line's own is left out.
    """
    shaped = [*_signed(doc, structure), *_labelled(doc, structure, reading)]
    kept = list(links)
    for line in shaped:
        rivals = [
            link
            for link in kept
            if any(overlaps(part, line.content[0]) for part in link.content) or _same_cue(link, line)
        ]
        if any(
            link.source is not None and line.source is not None and overlaps(link.source, line.source)
            for link in rivals
        ):
            continue
        if any(not _within(link, line) for link in rivals):
            continue
        kept = [link for link in kept if link not in rivals]
        kept.append(line)
    return kept


def _same_cue(link: Link, line: Link) -> bool:
    return link.cue is not None and line.cue is not None and overlaps(link.cue, line.cue)


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
        if first is None or not _begins_name(doc, first):
            continue
        last = _end_of_line(doc, first)
        if last - first <= _LONGEST_SIGNATURE and not _has_marks(structure, first, last):
            while last > first + 1 and (doc[last - 1].is_space or doc[last - 1].text in {".", ","}):
                last -= 1
            yield Link((dash, dash + 1), (first, last), ((start, end),), _SCORE, (Reason(SIGNED),))


def _labelled(doc: Doc, structure: Structure, reading: Reading) -> Iterator[Link]:
    """``Ama Boateng: We will stay.``: a person's name and a colon at the start of a line, the rest of it speech."""
    person = reading.name_scores.argmax(axis=1)
    starts: dict[int, int] = {}
    for token, block in enumerate(structure.block_of):
        if block >= 0:
            starts.setdefault(block, token)
    ends = {block: token + 1 for token, block in enumerate(structure.block_of) if block >= 0}
    for block, start in starts.items():
        if structure.blocks[block].kind is not BlockKind.PARAGRAPH or structure.blocks[block].dateline is not None:
            continue
        first = start + 1 if not doc[start].text[0].isalnum() and not doc[start].is_space else start
        colon = _colon(doc, first, ends[block])
        if colon is None or not any(person[i] in _PERSON_TAGS for i in range(first, colon)):
            continue
        if all(_is_label_word(doc, i) for i in range(first, colon)) and _words(doc, colon, ends[block]) >= _SHORTEST:
            yield Link((colon, colon + 1), (first, colon), ((colon + 1, ends[block]),), _SCORE, (Reason(LABELLED),))


def _colon(doc: Doc, start: int, end: int) -> int | None:
    limit = min(end, start + _LONGEST_LABEL + 1)
    return next((i for i in range(start + 1, limit) if doc[i].text == ":"), None)


def _is_label_word(doc: Doc, token: int) -> bool:
    """Whether a token can stand in a label: a capitalised word, a particle, a comma, brackets or an initial."""
    text = doc[token].text
    return (
        not text[0].isalpha()
        or text[0].isupper()
        or text.lower() in {"de", "van", "von", "bin", "al", "el", "of", "the", "da", "di"}
    )


def _begins_name(doc: Doc, token: int) -> bool:
    text = doc[token].text
    return text[0].isupper() or text[0] == "@"


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

"""Which parts of a content are verbatim, and what kind that makes the whole."""

from __future__ import annotations

from spacy.tokens import Doc

from quotex.attribution.colons import is_set_off
from quotex.attribution.link import Link
from quotex.records import Kind, RegionKind
from quotex.spans import Pair
from quotex.structure import Structure


def segments(doc: Doc, structure: Structure, link: Link) -> tuple[tuple[Pair, ...], tuple[bool, ...]]:
    """The content cut where verbatim and paraphrase meet, and for each segment whether it is verbatim.

    Verbatim is what stands in marks that are not those of a name, and what follows the cue's colon in the same block.
    Punctuation between two segments goes with the one before it.
    """
    if is_set_off(doc, structure, link):
        return link.content, (True,) * len(link.content)
    spans: list[Pair] = []
    verbatim: list[bool] = []
    for start, end in link.content:
        begin = start
        for token in range(start + 1, end + 1):
            if token == end or _in_marks(structure, token) != _in_marks(structure, begin):
                spans.append((begin, token))
                verbatim.append(_in_marks(structure, begin))
                begin = token
    return _without_loose_punctuation(doc, spans, verbatim)


def kind_of(verbatim: tuple[bool, ...]) -> Kind:
    """Direct where all segments are verbatim, indirect where none is."""
    if all(verbatim):
        return Kind.DIRECT
    return Kind.MIXED if any(verbatim) else Kind.INDIRECT


def _in_marks(structure: Structure, token: int) -> bool:
    region: int | None = structure.region_of[token]
    while region is not None and region >= 0:
        if structure.regions[region].kind is not RegionKind.NAME:
            return True
        region = structure.regions[region].parent
    return False


def _without_loose_punctuation(
    doc: Doc, spans: list[Pair], verbatim: list[bool]
) -> tuple[tuple[Pair, ...], tuple[bool, ...]]:
    """A paraphrase that is punctuation only ("A", "B") joins the segment before it."""
    out: list[Pair] = []
    kinds: list[bool] = []
    for span, is_verbatim in zip(spans, verbatim, strict=True):
        bare = not any(doc[i].text[0].isalnum() for i in range(*span))
        if (out and bare and span[0] == out[-1][1]) or (out and span[0] == out[-1][1] and kinds[-1] == is_verbatim):
            out[-1] = (out[-1][0], span[1])
        else:
            out.append(span)
            kinds.append(is_verbatim)
    return tuple(out), tuple(kinds)

"""The structure of a document: blocks, regions in marks and sentences, from one look at its text."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, field, frozen
from spacy.tokens import Doc

from quotex.records import Block, BlockKind, Region, RegionKind, Span
from quotex.spans import Pair
from quotex.structure.blocks import Outline, outline
from quotex.structure.lines import paragraphs
from quotex.structure.marks import Ignored
from quotex.structure.quotations import Quotation, find_quotations
from quotex.structure.regions import UNDECIDED, classify, view
from quotex.structure.sentences import split
from quotex.structure.tokens import TokenMap

_EDGES = " \u00a0\"“”„‟＂«»‹›‘’‚‛'`´.,;:!?…"


@frozen
class Structure:
    """How an article is laid out. Token spans are half-open pairs of token indices of the document.

    ``sentences`` and ``inner_sentences`` are in order and apart; ``block_of``, ``region_of`` and ``in_speech`` have one
    entry a token.
    """

    blocks: tuple[Block, ...]
    """In order and apart; together they hold every character that is not white space."""
    regions: tuple[Region, ...]
    """By start, outer ones first; well nested."""
    sentences: tuple[Pair, ...]
    """Outer sentences: a full stop within quotation marks ends none. They cover all tokens but white space between them
    and never cross a block; a dateline is one of its own."""
    inner_sentences: tuple[Pair, ...]
    """The sentences within each outermost speech region, its marks left out."""
    block_of: tuple[int, ...]
    """Index of the block; -1 for white space between blocks."""
    region_of: tuple[int, ...]
    """Index of the innermost region that holds the token, marks included; -1 outside."""
    region_tokens: tuple[Pair, ...] = field(repr=False)
    """The tokens of each region, marks included; parallel to ``regions``."""
    in_speech: tuple[bool, ...] = field(repr=False)
    """Whether the token lies in a speech region, marks included."""
    ignored: tuple[Ignored, ...] = ()
    """Marks that belong to no region, with the reason, by start."""

    def dateline_end(self, token: int) -> int | None:
        """The token behind the dateline that a token stands in; ``None`` for a token that stands in none."""
        block = self.block_of[token]
        dateline = self.blocks[block].dateline if block >= 0 else None
        return dateline.token_end if dateline is not None and token < dateline.token_end else None


def analyse(doc: Doc) -> Structure:
    """Find the blocks, the regions in quotation marks and the sentences of ``doc``.

    Reads the text and the token offsets only: no pipeline is needed, and nothing is written to ``doc``. Any text gives
    a result, an empty document an empty one. Linear in the length of the text.
    """
    text = doc.text
    tokens = TokenMap.of(doc, text)
    outlines = outline(text, paragraphs(text))
    quotations, ignored = find_quotations(text, outlines)
    sentences: list[Pair] = []
    inner: list[Pair] = []
    regions: list[Region] = []
    for block, here in zip(outlines, quotations, strict=True):
        cut = _sentences(text, block, here)
        found = _regions(text, here, cut)
        inner += _inner_sentences(text, here, found, len(regions))
        sentences += cut
        regions += found
    return _structure(text, tokens, outlines, _share_names(text, regions), sentences, inner, ignored)


def _sentences(text: str, block: Outline, quotations: Sequence[Quotation]) -> list[Pair]:
    """Cut a block into outer sentences; a heading, a byline or a link is one."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
        return [(block.start, block.end)]
    atoms = [(q.start, q.end) for q in quotations if q.parent is None and q.is_whole]
    openings = {q.start for q in quotations}
    if block.dateline is None:
        return split(text, block.start, block.end, atoms, openings)
    return [(block.start, block.dateline), *split(text, block.dateline, block.end, atoms, openings)]


def _regions(text: str, quotations: Sequence[Quotation], sentences: Sequence[Pair]) -> list[Region]:
    """Class the quotations of a block, each by the sentence that it stands in."""
    out: list[Region] = []
    s = 0
    for q in quotations:
        while s + 1 < len(sentences) and sentences[s + 1][0] <= q.start:
            s += 1
        seen = view(text, q.inner, (q.start, q.end), sentences[s])
        kind, reason = classify(seen, carries_on=q.carried_on or q.continues is not None)
        out.append(Region(q.start, q.end, kind, reason, q.opening, q.closing, q.parent, q.continues))
    return out


def _share_names(text: str, regions: Sequence[Region]) -> list[Region]:
    """Make a scare quote without other evidence a name where the same words are one elsewhere in the article."""
    names = {_plain(text, region) for region in regions if region.kind is RegionKind.NAME}
    return [
        evolve(region, kind=RegionKind.NAME, reason="name elsewhere")
        if region.kind is RegionKind.SCARE and region.reason == UNDECIDED and _plain(text, region) in names
        else region
        for region in regions
    ]


def _plain(text: str, region: Region) -> str:
    """The words of a region, for comparing; of a long one, which is no name, only the first."""
    return text[region.start : min(region.end, region.start + 200)].strip(_EDGES).casefold()


def _inner_sentences(text: str, quotations: Sequence[Quotation], regions: Sequence[Region], offset: int) -> list[Pair]:
    """Cut the outermost speech of a block into sentences; ``offset`` is the number of regions before the block."""
    children: dict[int, list[Pair]] = {}
    openings = set()
    for q in quotations:
        openings.add(q.start)
        if q.parent is not None and q.is_whole:
            children.setdefault(q.parent - offset, []).append((q.start, q.end))
    out: list[Pair] = []
    for i, (q, region) in enumerate(zip(quotations, regions, strict=True)):
        if q.parent is None and region.kind is RegionKind.SPEECH:
            out += split(text, *q.inner, children.get(i, ()), openings)
    return out


def _structure(
    text: str,
    tokens: TokenMap,
    outlines: Sequence[Outline],
    regions: Sequence[Region],
    sentences: Sequence[Pair],
    inner: Sequence[Pair],
    ignored: Sequence[Ignored],
) -> Structure:
    """Put everything on tokens."""
    count = len(tokens.starts)
    block_of = [-1] * count
    for i, (start, end) in enumerate(tokens.cover([(block.start, block.end) for block in outlines])):
        block_of[start:end] = [i] * (end - start)
    region_of = [-1] * count
    in_speech = [False] * count
    region_tokens = tokens.cover([(region.start, region.end) for region in regions])
    for i, (start, end) in enumerate(region_tokens):
        region_of[start:end] = [i] * (end - start)
        if regions[i].kind is RegionKind.SPEECH:
            in_speech[start:end] = [True] * (end - start)
    return Structure(
        blocks=tuple(_block(text, block, tokens) for block in outlines),
        regions=tuple(regions),
        sentences=_as_tokens(sentences, tokens),
        inner_sentences=_as_tokens(inner, tokens),
        block_of=tuple(block_of),
        region_of=tuple(region_of),
        region_tokens=tuple(region_tokens),
        in_speech=tuple(in_speech),
        ignored=tuple(ignored),
    )


def _block(text: str, block: Outline, tokens: TokenMap) -> Block:
    dateline = None
    if block.dateline is not None:
        start, end = tokens.cover([(block.start, block.dateline)])[0]
        dateline = Span(block.start, block.dateline, text[block.start : block.dateline], start, end)
    return Block(block.start, block.end, block.kind, block.reason, dateline)


def _as_tokens(spans: Sequence[Pair], tokens: TokenMap) -> tuple[Pair, ...]:
    """Turn sentences into token spans without white space at their edges; a token two of them share is the first's."""
    out: list[Pair] = []
    last = 0
    for start, end in tokens.cover(spans):
        start = max(start, last)
        while start < end and tokens.space[start]:
            start += 1
        while start < end and tokens.space[end - 1]:
            end -= 1
        if start < end:
            out.append((start, end))
            last = end
    return tuple(out)

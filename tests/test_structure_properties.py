"""What holds of the structure of any text at all, shown on generated rubbish."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from quotex.records import RegionKind
from quotex.structure import Structure, analyse
from work import lines_run

_NLP = spacy.blank("en")

_WORDS = ["he said ", "We won. ", "The ", "Read more:\n", "By Jane Doe\n", "LAGOS (AP) - ", "6'2\" ", "U.S. ", "[1]"]
_SIGNS = ["''", "``", "\r\n", "\n\n", "\f", "שלום", "😀", *"“”\"‘’'«»‹›„`.!?,:; \n\t-—()ab\x00\u2028\xa0"]
_PIECES = st.sampled_from(_WORDS + _SIGNS)
_TEXTS = st.one_of(st.lists(_PIECES, max_size=60).map("".join), st.text(max_size=80))


def _as_doc(text: str) -> Doc:
    return _NLP(text.encode("utf-8", "replace").decode())


@given(_TEXTS)
@settings(max_examples=80, deadline=None)
def test_blocks_cover_the_text(text: str) -> None:
    """Blocks are apart, in order, without white space at their edges, and leave out white space only."""
    doc = _as_doc(text)
    position = 0
    for block in analyse(doc).blocks:
        assert position <= block.start < block.end
        assert not doc.text[position : block.start].strip()
        assert doc.text[block.start : block.end].strip() == doc.text[block.start : block.end]
        if block.dateline is not None:
            assert block.start == block.dateline.start < block.dateline.end <= block.end
            assert doc.text[block.dateline.start : block.dateline.end] == block.dateline.text
        position = block.end
    assert not doc.text[position:].strip()


@given(_TEXTS)
@settings(max_examples=80, deadline=None)
def test_sentences_cover_the_tokens(text: str) -> None:
    """Outer sentences are apart, hold every token but white space, and each lies in one block."""
    doc = _as_doc(text)
    structure = analyse(doc)
    assert all(a[1] <= b[0] for a, b in pairwise(structure.sentences))
    covered = [i for start, end in structure.sentences for i in range(start, end)]
    assert set(covered) >= {token.i for token in doc if not token.is_space}
    for start, end in structure.sentences:
        assert len({structure.block_of[i] for i in range(start, end)} - {-1}) == 1


@given(_TEXTS)
@settings(max_examples=80, deadline=None)
def test_regions_are_well_nested(text: str) -> None:
    """Regions are in bounds and in order, lie within their parents and within one block, and start and end as told."""
    doc = _as_doc(text)
    structure = analyse(doc)
    regions = structure.regions
    for i, region in enumerate(regions):
        assert 0 <= region.start < region.end <= len(doc.text)
        assert doc.text.startswith(region.opening, region.start)
        assert region.closing is None or doc.text.endswith(region.closing, region.start, region.end)
        assert any(block.start <= region.start and region.end <= block.end for block in structure.blocks)
        for other in regions[i + 1 :]:
            assert other.start >= region.start
            assert other.start >= region.end or other.end <= region.end
        if region.parent is not None:
            parent = regions[region.parent]
            assert region.parent < i
            assert parent.start <= region.start
            assert region.end <= parent.end
        if region.continues is not None:
            assert region.continues < i
            assert regions[region.continues].closing is None


@given(_TEXTS)
@settings(max_examples=80, deadline=None)
def test_inner_sentences_lie_in_speech(text: str) -> None:
    """Inner sentences are apart, and each touches an outermost speech region."""
    structure = analyse(_as_doc(text))
    assert all(a[1] <= b[0] for a, b in pairwise(structure.inner_sentences))
    outermost = [
        span
        for span, region in zip(structure.region_tokens, structure.regions, strict=True)
        if region.kind is RegionKind.SPEECH and region.parent is None
    ]
    for start, end in structure.inner_sentences:
        assert any(a < end and start < b for a, b in outermost)


def _characters(doc: Doc, structure: Structure, shift: int) -> list[object]:
    """Everything in a structure by characters, moved left by ``shift``."""
    return [
        [(b.start - shift, b.end - shift, b.kind, b.reason, b.dateline and b.dateline.text) for b in structure.blocks],
        [
            (r.start - shift, r.end - shift, r.kind, r.reason, r.opening, r.closing, r.parent, r.continues)
            for r in structure.regions
        ],
        [(doc[a].idx - shift, doc[b - 1].idx - shift) for a, b in structure.sentences],
        [(doc[a].idx - shift, doc[b - 1].idx - shift) for a, b in structure.inner_sentences],
        [(mark.start - shift, mark.reason) for mark in structure.ignored],
    ]


@given(_TEXTS, st.integers(1, 3))
@settings(max_examples=80, deadline=None)
def test_blank_lines_before_shift_everything(text: str, lines: int) -> None:
    """Blank lines before the text shift every offset and change nothing else."""
    plain, shifted = _as_doc(text), _as_doc("\n" * lines + text)
    assert _characters(plain, analyse(plain), 0) == _characters(shifted, analyse(shifted), lines)


@pytest.mark.parametrize(
    "text", ["", " \n\t\n ", "“", "'\"'\"'\"", "\x00", "\ufeff", "😀", "שלום “עולם”", '<p class="x">']
)
def test_odd_texts_have_a_result(text: str) -> None:
    """Empty, blank, unprintable and foreign texts have a structure, with one entry a token."""
    doc = _as_doc(text)
    structure = analyse(doc)
    assert len(structure.block_of) == len(structure.region_of) == len(structure.in_speech) == len(doc)
    assert bool(structure.blocks) == bool(text.strip())


def test_hand_made_document() -> None:
    """A document whose tokens hold line ends and spaces, as no tokeniser makes them, has a result."""
    doc = Doc(_NLP.vocab, words=["a\nb", " c", "\n“d e”", "f"], spaces=[False, True, False, False])
    structure = analyse(doc)
    assert sum(end - start for start, end in structure.sentences) >= 3


@pytest.mark.parametrize("unit", ['"', "“", "'a ", '"a” ‘b"\' ', "“‘«", '"We won," he said. ', "a.\n", "”"])
def test_work_is_linear(unit: str) -> None:
    """Four times the text takes no more than about four times the work, whatever it is made of."""

    def work(size: int) -> int:
        doc = Doc(_NLP.vocab, words=[unit] * size, spaces=[False] * size)
        return lines_run(lambda: analyse(doc))

    work(100)
    assert work(1_000) < 5 * work(250)

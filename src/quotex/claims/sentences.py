"""The sentences in which an article speaks for itself."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from quotex.attribution.draft import Draft
from quotex.claims.signs import count_words
from quotex.records import QUOTE_ACTS, BlockKind
from quotex.spans import Pair, positions
from quotex.structure import Structure

_FEWEST = 4
"""Words of a sentence that can assert something; datelines, labels and cries have fewer."""


def own_sentences(doc: Doc, structure: Structure, drafts: Sequence[Draft]) -> list[Pair]:
    """The sentences of paragraphs that hold nothing of what others said or wrote, as half-open pairs of tokens, in
    order.

    What somebody is only said to think, want or feel leaves the sentence the article's own. Headings, captions,
    bylines and datelines are none of it, nor are sentences of fewer than four words.
    """
    said = positions(pair for draft in drafts if draft.act in QUOTE_ACTS for pair in draft.content)
    kinds = [block.kind for block in structure.blocks]
    datelines = {block.dateline.token_start for block in structure.blocks if block.dateline is not None}
    return [
        (start, end)
        for start, end in structure.sentences
        if kinds[structure.block_of[start]] is BlockKind.PARAGRAPH
        and start not in datelines
        and said.isdisjoint(range(start, end))
        and not any(structure.in_speech[start:end])
        and count_words(doc[i].text for i in range(start, end)) >= _FEWEST
    ]

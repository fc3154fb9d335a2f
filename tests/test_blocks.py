"""Long texts in blocks."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.blocks import Findings, cut, joined, pieces
from quotex.tokens import tokenised
from record_samples import TEXT, ferry


@given(st.text("ab. \n", max_size=200), st.integers(2, 50))
def test_blocks_adjoin_and_are_short_enough(text: str, limit: int) -> None:
    """The blocks hold every character once, in order, and none is longer than the limit or empty."""
    spans = cut(text, limit)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(0 < end - start <= limit for start, end in spans)


def test_a_block_ends_at_the_best_edge_of_its_second_half() -> None:
    """A blank line is better than a line, a line than a sentence, a sentence than a word."""
    assert cut("aaaaaa bbb. ccc\nddd\n\neee fff", 24) == ((0, 21), (21, 28))
    assert cut("aaaaaa bbb. ccc\nddd eee fff", 22) == ((0, 16), (16, 27))
    assert cut("aaaaaa bbb. ccc ddd", 17) == ((0, 12), (12, 19))
    assert cut("aaaaaa bbb ccc", 12) == ((0, 11), (11, 14))
    assert cut("aaaaaa", 4) == ((0, 4), (4, 6))


@given(st.lists(st.sampled_from(["Ines said.", "\n\n", " ", "“No,”", "\n", "it's"]), max_size=30), st.integers(10, 60))
@settings(deadline=None)
def test_pieces_of_a_document_are_those_of_its_text(parts: list[str], limit: int) -> None:
    """Reading a caller's document in blocks gives the same places in characters and tokens as reading its text."""
    text = "".join(parts)
    doc = tokenised(text)
    of_text = [(piece.text, chars, tokens) for piece, chars, tokens in pieces(text, None, limit)]
    of_doc = [(piece.text, chars, tokens) for piece, chars, tokens in pieces(text, doc, limit)]
    assert "".join(piece for piece, _, _ in of_text) == text
    for piece, chars, _ in (*of_text, *of_doc):
        assert text[chars:].startswith(piece)
    for piece, chars, tokens in pieces(text, doc, limit):
        assert [token.text for token in piece] == [token.text for token in doc[tokens : tokens + len(piece)]]
        assert len(piece) == 0 or doc[tokens].idx == chars


def _found() -> Findings:
    """The ferry's records as they are before they have ids and know each other."""
    article = ferry()
    claims = tuple(evolve(claim, attribution=None) for claim in article.claims)
    return Findings(
        attributions=article.attributions,
        claims=claims[:1],
        own_claims=claims[1:],
        speakers=article.speakers,
        blocks=article.blocks,
        regions=article.regions,
        warnings=article.warnings,
    )


def test_findings_move_with_their_block() -> None:
    """In the second block offsets and tokens are moved on, regions keep their partners, speakers go on counting."""
    found = _found()
    both = joined([(found, 0, 0), (found, 100, 40)])
    first, second = both.attributions[0], both.attributions[2]
    assert first == found.attributions[0]
    assert second.cue is not None
    assert first.cue is not None
    assert (second.cue.start, second.cue.token_start) == (first.cue.start + 100, first.cue.token_start + 40)
    assert second.reasons == first.reasons
    assert second.resolution.path[0].span is not None
    assert second.resolution.path[0].span.start == TEXT.index("Ines") + 100
    assert [speaker.id for speaker in both.speakers] == ["s1", "s2", "s3", "s4"]
    assert second.speaker is both.speakers[2]
    (before, after) = (claims.types[0].spans[0] for claims in both.claims)
    assert (after.start, after.token_start) == (before.start + 100, before.token_start + 40)
    assert both.own_claims[1].sentence is not None
    assert both.own_claims[1].sentence.start == TEXT.index("Crews") + 100
    assert both.regions[3].continues == 2
    assert both.blocks[1].start == 100
    assert len(both.warnings) == 1


def test_findings_of_a_text_read_whole_stay_as_they_are() -> None:
    """With one block nothing is made anew: the same objects come out, which costs no time."""
    found = _found()
    whole = joined([(found, 0, 0)])
    assert whole == found
    for before, after in zip(found.attributions + found.speakers, whole.attributions + whole.speakers, strict=True):
        assert after is before

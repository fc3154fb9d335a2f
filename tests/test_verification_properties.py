"""What holds for any quote and any source."""

from __future__ import annotations

import random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotex.verification import EditKind, Status, Verification, verify
from quotex.verification.aligning import Words, align
from quotex.verification.json import from_json, to_json
from quotex.verification.searching import worth
from quotex.verification.source import Source
from tests.planted_edits import EDITS, SENTENCES, planted

_WORDS = """
we will not open 12 twenty-five ports don't the Osei of 1,200 5m but n't [now] … ... “a” cafe\u0301 .5 -$5m –3 U.N. US$2
a few May 15 300 ’t can um, ER mm (so) w[ell] one hundred
"""
_WORD = st.sampled_from([*_WORDS.split(), "har-\nbour"])
_TEXT = st.text(max_size=40) | st.lists(_WORD, max_size=14).map(" ".join)
_SENTENCE = st.sampled_from([sentence.format(n="twelve", p="40", y="1984") for sentence in SENTENCES])


def _check(found: Verification, quote: str, source: str) -> None:
    assert found.quote == quote
    assert bool(found.occurrences) == (found.status is not Status.NOT_FOUND)
    for place in found.occurrences:
        for part in (
            *place.segments,
            *(edit.source for edit in place.edits),
            *(each.source for each in place.warnings),
        ):
            assert source[part.start : part.end] == part.text
        for edit in place.edits:
            assert quote[edit.quote.start : edit.quote.end] == edit.quote.text
            assert edit.quote.text or edit.source.text
        for part in place.segments:
            for edge in (part.start, part.end):
                assert not (0 < edge < len(source) and source[edge - 1].isalnum() and source[edge].isalnum())
        assert place.start == min(part.start for part in place.segments)
        assert place.end == max(part.end for part in place.segments)


@settings(max_examples=300)
@given(_TEXT, _TEXT)
def test_any_strings_give_a_result_that_fits_them(quote: str, source: str) -> None:
    """Whatever the strings, nothing is raised, and every offset is that of its words and cuts none."""
    found = verify(quote, source)
    _check(found, quote, source)
    if not any("\ud800" <= character <= "\udfff" for character in quote + source):
        assert from_json(to_json(found)) == found


@given(_TEXT, _TEXT, _TEXT)
@example("", "They lost $5 million", "Twenty boats sank")
@example("", "ʼ", "")
@example("five1,200", "1,200 1,200", "")
def test_what_is_there_is_found(before: str, quote: str, after: str) -> None:
    """A text between two others is in the whole, and nothing was changed but perhaps marks at its end."""
    found = verify(quote, f"{before}\n\n{quote}\n\n{after}")
    if any(character.isalnum() for character in quote):
        assert found.is_faithful


@given(_SENTENCE, st.randoms(use_true_random=False))
def test_typography_is_never_called_altered(sentence: str, rng: random.Random) -> None:
    """Any form that a sentence takes in print is faithful and has no flag."""
    quote = EDITS["typographic"](rng, sentence)
    assert quote is not None
    found = verify(quote, f"Good evening. {sentence} Good night.")
    assert found.is_faithful
    assert found.flags == ()


@given(st.integers(0, 10_000))
def test_planted_numbers_and_negations_are_always_flagged(seed: int) -> None:
    """Whatever the seed, a number or negation that was changed is flagged."""
    flags = {"number": EditKind.NUMBER, "negation": EditKind.NEGATION}
    for case in planted(5, seed):
        expected = flags.get(case.edit.partition("_")[0])
        if expected:
            assert expected in verify(case.quote, case.source).flags


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=7), st.lists(st.sampled_from("abcd"), max_size=9))
def test_an_alignment_is_in_order_and_worth_its_score(quote: list[str], source: list[str]) -> None:
    """Every word of the quote has one column, in order, and no alignment by hand of equal words scores more."""
    text = Source(" ".join(source))
    words = Words(text.numbered(quote), text.numbered(quote) * 0)
    score, columns = align(words, worth(quote), Words(text.ids, text.sorts * 0))
    assert [row for row, _ in columns if row is not None] == list(range(len(quote)))
    taken = [at for _, at in columns if at is not None]
    assert taken == list(range(taken[0], taken[-1] + 1)) if taken else True
    assert score <= int(worth(quote).sum())
    if " ".join(quote) in " ".join(source):
        assert score == int(worth(quote).sum())

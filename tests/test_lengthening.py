"""Contents lengthened where a longer reading is about as likely."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.attribution.decode import EMIT_CONTENT, ENTER_CONTENT, LEAVE_CONTENT
from quotex.attribution.lengthening import lengthened

_FREE = [False] * 12
_ONE_SENTENCE = [0] * 12


def _even(score=0.01):
    """Potentials of twelve words, each by ``score`` likelier in the content than out of it."""
    potentials = np.zeros((12, 6), dtype=np.float32)
    potentials[:, EMIT_CONTENT] = score
    return potentials


def test_an_even_choice_takes_the_longer_reading():
    """Where more words cost nothing they are taken, at each side up to twice the content's own."""
    assert lengthened(_even(), [(4, 6)], _FREE, _ONE_SENTENCE) == [(0, 10)]


def test_words_that_cost_much_are_left_out():
    """A content that is likely to end where it ends is left as it is."""
    potentials = _even(-2.5)
    assert lengthened(potentials, [(4, 6)], _FREE, _ONE_SENTENCE) == [(4, 6)]
    potentials = _even()
    potentials[5, LEAVE_CONTENT] = potentials[4, ENTER_CONTENT] = 3.0
    assert lengthened(potentials, [(4, 6)], _FREE, _ONE_SENTENCE) == [(4, 6)]


def test_the_likeliest_longer_edge_is_taken():
    """Of the longer readings it is the likeliest, not the longest."""
    potentials = _even(-0.1)
    potentials[8, LEAVE_CONTENT] = 1.0
    assert lengthened(potentials, [(3, 7)], [True] * 3 + [False] * 9, _ONE_SENTENCE) == [(3, 9)]


def test_a_word_or_two_make_no_difference():
    """Less than a fifth of the content is a matter of edges, which the encoder settles."""
    sentences = [0] * 11 + [1]
    assert lengthened(_even(), [(0, 10)], _FREE, sentences) == [(0, 10)]


def test_other_roles_and_sentences_end_it():
    """No word with another role is passed, and no sentence's edge."""
    taken = [i in {2, 8} for i in range(12)]
    assert lengthened(_even(), [(4, 6)], taken, _ONE_SENTENCE) == [(3, 8)]
    assert lengthened(_even(), [(4, 6)], _FREE, [0] * 3 + [1] * 4 + [2] * 5) == [(3, 7)]


def test_only_the_outer_edges_move():
    """Between two fragments nothing is filled in."""
    assert lengthened(_even(), [(3, 4), (6, 7)], _FREE, _ONE_SENTENCE) == [(0, 4), (6, 11)]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.floats(-3, 3), min_size=72, max_size=72),
    st.integers(0, 10),
    st.integers(1, 6),
    st.lists(st.booleans(), min_size=12, max_size=12),
)
def test_a_content_only_grows_over_free_words(values, start, length, taken):
    """Whatever the scores, the content keeps its words, and the words added are free."""
    end = min(12, start + length)
    taken = [held and not start <= i < end for i, held in enumerate(taken)]
    potentials = np.array(values, dtype=np.float32).reshape(12, 6)
    ((first, last),) = lengthened(potentials, [(start, end)], taken, _ONE_SENTENCE)
    assert 0 <= first <= start < end <= last <= 12
    assert not any(taken[first:last])

"""The words that the encoder is given: pieces, features and windows."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quotex.encoder.features import case_of, inside_marks, read_words
from quotex.encoder.windows import cut, most_central
from quotex.encoder.wordpiece import MAX_PIECES, WordPiece

_VOCABULARY = ["[UNK]", "[CLS]", "[SEP]", "un", "##like", "##ly", "cafe", "u", ".", "s", "“", "said"]


def _pieces(word: str) -> list[str]:
    return [_VOCABULARY[i] for i in WordPiece(_VOCABULARY)(word)]


def test_the_longest_known_piece_is_taken_first():
    """A word is cut from the left into the longest pieces of the vocabulary."""
    assert _pieces("unlikely") == ["un", "##like", "##ly"]


def test_accents_and_case_are_dropped():
    """The vocabulary has neither capitals nor accents."""
    assert _pieces("CAFÉ") == ["cafe"]


def test_punctuation_inside_a_word_stands_alone():
    """An abbreviation is cut around its full stops."""
    assert _pieces("U.S.") == ["u", ".", "s", "."]


def test_a_word_without_pieces_is_unknown():
    """A word that the vocabulary cannot spell, or that has no visible sign, is one unknown piece."""
    assert _pieces("xyz") == ["[UNK]"]
    assert _pieces("\x00") == ["[UNK]"]


@given(st.text(min_size=1))
def test_every_word_has_one_to_a_few_pieces(word):
    """Any string at all has at least one piece and no more than the limit."""
    assert 1 <= len(WordPiece(_VOCABULARY)(word)) <= MAX_PIECES


def test_letter_case_has_four_kinds():
    """None, first letter, all letters, and any other mixture are told apart."""
    assert [case_of(word) for word in ("said", "12", "Said", "A", "UN", "McKay")] == [0, 0, 1, 1, 2, 3]


def test_white_space_tokens_are_no_words_but_leave_a_break():
    """A line end before a word is known from the white-space token, which itself is not read."""
    words = read_words(["First", "\n\n", "Second", " ", "word", "\n", "third"])
    assert words.text == ("First", "Second", "word", "third")
    assert words.token.tolist() == [0, 2, 4, 6]
    assert words.line_break.tolist() == [2, 2, 0, 1]


def test_marks_are_open_until_closed_or_the_line_ends():
    """Words between double marks are inside, marks included, and an unclosed mark does not outlive its line."""
    texts = ["“", "Yes", "”", "he", '"', "no", '"', "“", "open", "next"]
    assert inside_marks(texts, [2, 0, 0, 0, 0, 0, 0, 0, 0, 1]) == [1, 1, 1, 0, 1, 1, 1, 1, 1, 0]


@st.composite
def _documents(draw):
    pieces = draw(st.lists(st.integers(1, MAX_PIECES), max_size=200))
    return pieces, draw(st.lists(st.integers(0, 2), min_size=len(pieces), max_size=len(pieces)))


@given(_documents())
def test_windows_cover_the_document_within_their_limit(document):
    """Every word lies in a window, no window is too large, and each begins before the one before it ends."""
    pieces, breaks = document
    windows = cut(pieces, breaks, limit=40, overlap=8)
    assert {word for start, end in windows for word in range(start, end)} == set(range(len(pieces)))
    assert all(sum(pieces[start:end]) <= 40 for start, end in windows)
    assert all(a[0] < b[0] <= a[1] < b[1] for a, b in pairwise(windows))


def test_a_window_begins_at_a_line_where_one_is_near():
    """The cut prefers the last line start that leaves the overlap."""
    breaks = [2] + [0] * 29
    breaks[15] = 1
    assert cut([1] * 30, breaks, limit=20, overlap=4) == [(0, 20), (15, 30)]


def test_a_word_is_read_where_it_is_farthest_from_an_edge():
    """The document's own ends are no edges."""
    windows = [(0, 20), (12, 30)]
    assert [most_central(windows, word) for word in (0, 14, 17, 29)] == [0, 0, 1, 1]

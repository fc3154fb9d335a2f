"""Texts as words that can be compared, with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.wording import is_negation, is_number, renumbered, tells, worded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We won’t pay 1,200 dollars!", "we will not pay 1200 dollars"),
        ("$5m, 5 million dollars", "5000000 dollars 5000000 dollars"),
        ("a £2,400m loan", "a 2400000000 pounds loan"),
        ("twenty-five and 25", "25 and 25"),
        ("one hundred and five of one", "105 of one"),
        ("between one hundred and two hundred", "between 100 and 200"),
        ("100 000 homes in 2019 200 of them", "100000 homes in 2019 200 of them"),
        ("half a million, one and a half million, 1.5m", "500000 1500000 1500000"),
        ("nineteen eighty-four or twenty twenty", "1984 or 2020"),
        ("two dozen, a dozen, dozens", "24 12 dozens"),
        ("minus five, -5, −5, 3-5", "-5 -5 -5 3 5"),
        ("two point five percent, 2.5%, 2½ per cent", "2.5 percent 2.5 percent 2.5 percent"),
        ("the 1st, the 22nd, the twenty-second", "the first the 22th the 22th"),
        ("the 1990s at 12:30, agent 007", "the 1990s at 12:30 agent 007"),
        ("10² is no 102", "10 2 is no 102"),
        ("they'd say it's the mayor's", "they d say it s the mayor s"),
        ("dont, do n't, don't", "do not do not do not"),
        ("ﬁne, gov\u00adern\u00adment, cafe\u0301", "fine government cafe"),
        ("5kg of R&D for $ and $x", "5 kg of r and d for dollars and dollars x"),
        ("nine million two thousand and one", "9002001"),
        ("a million", "1000000"),
        ("two\nhundred of 5\ndollar", "200 of 5 dollars"),
        ("two\n\nhundred of $5 million\n \nTwenty of 5\n\nDollar", "2 hundred of 5000000 dollars 20 of 5 dollar"),
        ("million million", "million million"),
        (".5, 0.5, No.5, p. 5, a .250 average", "0.5 0.5 number 5 p 5 a 0.25 average"),
        ("–1.5 and ‑2, 3–4", "-1.5 and -2 3 4"),
        ("-$5m, $-5m, –£3", "-5000000 dollars -5000000 dollars -3 pounds"),
        ("₦5, ₵5, 5 naira, US$5, A$5, a $5 fare", "5 naira 5 cedis 5 naira 5 dollars 5 a$ a 5 dollars fare"),
        ("one pound, £1, one boat", "1 pounds 1 pounds one boat"),
        ("½, 1/2, ⅔ of 2/3, 2½, on 1/2/2020, 9/11", "half half 2 thirds of 2 thirds 2.5 on 1 2 2020 9 11"),
        ("No. 1, No 10, no, No, no. 1, 1’000", "number 1 number 10 no no no 1 1000"),
        ("shouldn't've, I'd've, needn't, neednt", "should not have i d have need not need not"),
        ("few of a few", "few of afew"),
        ("On June 15 300 boats of 15 300", "on june 15 300 boats of 15300"),
        ("we can ’t, we don’ t, in ’t Zand", "we can not we do not in t zand"),
        ("the U.N.’s 9 a.m. talks with J.K. Roe", "the un s 9 am talks with jk roe"),
        ("the har-\nbour, twenty-\ntwo boats, half-\n\nfull", "the harbour 22 boats half full"),
        ("donʼt, Łukasz Sørby", "do not lukasz sorby"),
        ("…", ""),
    ],
)
def test_words(text: str, words: str) -> None:
    """Marks, case, short forms and the writing of numbers do not count; different numbers stay different."""
    assert worded(text).words == tuple(words.split())


def test_places() -> None:
    """Words that one stretch of letters holds share its place, and a number over several words has the place of all."""
    text = "We can’t lose $5 million again"
    found = worded(text)
    places = [text[start:end] for start, end in found.spans]
    assert places == ["We", "can’t", "can’t", "lose", "$5 million", "$5 million", "again"]
    assert len(found) == 7


def test_sorts_of_words() -> None:
    """Figures are numbers, "never" denies, and "the" tells nothing."""
    assert is_number("1990s")
    assert not is_number("two")
    assert is_negation("never")
    assert not is_negation("know")
    assert tells("ferry")
    assert not tells("the")


def test_numbers_are_read_again_without_what_parted_them() -> None:
    """Two figures that a filler parted are one number once it is gone; other words stay."""
    assert renumbered(("pay", "90", "million", "crowns")) == ("pay", "90000000", "crowns")
    assert renumbered(()) == ()


@given(st.text() | st.text("0123456789.,:-−$%½² aftwenty'’\u00ad\u0301").map(lambda text: text * 3))
def test_any_text_has_words_in_order_that_cut_none(text: str) -> None:
    """Whatever the text, spans are in order, lie in it, hold something, and no letter or digit touches their edges."""
    found = worded(text)
    assert len(found.words) == len(found.spans)
    assert all(found.words)
    assert list(found.spans) == sorted(found.spans)
    for start, end in found.spans:
        assert 0 <= start < end <= len(text)
        assert not (start and text[start].isalnum() and text[start - 1].isalnum())
        assert not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())

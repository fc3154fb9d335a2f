"""How names and texts are compared."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotex.matching import (
    closest,
    is_abbreviation,
    is_misspelling,
    jaccard,
    name_words,
    overlap,
    short_form,
    text_similarity,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("José O’Neill-Peña's", ("jose", "oneill-pena")),
        ("R.K.Varma", ("r", "k", "varma")),
        ("  the  Harbour Office ", ("the", "harbour", "office")),
        ("—", ()),
    ],
)
def test_name_words(text: str, words: tuple[str, ...]) -> None:
    """Names are compared without case, accents, apostrophes, full stops and possessive endings."""
    assert name_words(text) == words


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Varma", "Anil Varma", True),
        ("A. Varma", "Anil Varma", True),
        ("Anil", "Anil Varma", True),
        ("Verma", "Anil Varma", True),
        ("Seif Al Dawla", "Nadia Seif Al Dawla", True),
        ("Varma Anil", "Anil Varma", False),
        ("Patel", "Anil Varma", False),
        ("A.", "Anil Varma", False),
        ("Kin", "Kim Lee", False),
    ],
)
def test_short_form(short: str, full: str, fits: bool) -> None:
    """A short form keeps the order of the full name; initials and slight misspellings stand for words, lone initials
    do not.
    """
    assert (short_form(name_words(short), name_words(full)) > 0) is fits


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("JR Varma", "John Robert Varma", True),
        ("JRK Varma", "John Robert Karl Varma", True),
        ("JB Varma", "John Robert Varma", False),
        ("JR", "John Robert Varma", False),
        ("JR Patel", "John Robert Varma", False),
    ],
)
def test_initials_run_together(short: str, full: str, fits: bool) -> None:
    """Letters run together are the initials of as many given names, in their order, before the same surname."""
    assert (short_form(name_words(short), name_words(full)) > 0) is fits


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Ken Varma", "Kenneth Varma", True),
        ("Bill Varma", "William Varma", True),
        ("Kate Varma", "Katherine Varma", True),
        ("Bill Varma", "Robert Varma", False),
        ("Al Varma", "Albert Varma", False),
        ("Bill", "William Varma", False),
        ("Bill Patel", "William Varma", False),
        ("William Bill", "William Varma", False),
        ("William Varma", "Bill Varma", False),
        ("Anil Bill Varma", "Anil William Varma", False),
    ],
)
def test_familiar_forms(short: str, full: str, fits: bool) -> None:
    """A familiar form stands for the first given name before the same surname: its beginning, or one of the list."""
    assert (short_form(name_words(short), name_words(full)) > 0) is fits


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Omar Vorlani", "Omar al-Vorlani", True),
        ("Omar Shamri", "Omar ash-Shamri", True),
        ("Vorlani", "Omar el-Vorlani", True),
        ("Omar Vorlani", "Omar de-Vorlani", False),
        ("Omar Vorlani", "Omar al-Shamri", False),
    ],
)
def test_arabic_article(short: str, full: str, fits: bool) -> None:
    """A shorter form of a name may leave the Arabic article of the surname out, and nothing else before a hyphen."""
    assert (short_form(name_words(short), name_words(full)) > 0) is fits


def test_other_forms_fit_less_well_than_the_name_itself() -> None:
    """A familiar form, initials or a missing article are less sure than the same words, so that these win."""
    for short, full in (("Bill Varma", "William Varma"), ("JR Varma", "John Robert Varma"), ("O Vor", "Omar al-Vor")):
        assert (
            0 < short_form(name_words(short), name_words(full)) < 1.0 == short_form(name_words(full), name_words(full))
        )


def test_misspelling_is_narrow() -> None:
    """Short names and other first letters are never taken for misspellings."""
    assert is_misspelling("zoheiry", "zoheiri")
    assert not is_misspelling("kim", "kin")
    assert not is_misspelling("brown", "crown")
    assert closest("bornsten", ["brown", "bornstein", "berg"]) == "bornstein"
    assert closest("smith", ["jones"]) is None


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("HRW", "Human Rights Watch", True),
        ("S.E.C.", "Securities and Exchange Commission", True),
        ("EAAT", "Egyptian Association against Torture", True),
        ("Har", "Harbour Office", False),
        ("HO", "Harbour", False),
        ("H", "Harbour Office", False),
    ],
)
def test_abbreviation(short: str, full: str, fits: bool) -> None:
    """Initials in capitals abbreviate a name, small words counted or not; other letters do not."""
    assert is_abbreviation(short, full) is fits


def test_shares_of_words() -> None:
    """Overlap measures the shorter description, jaccard both, and neither counts small words."""
    assert overlap(("minister", "of", "roads"), ("roads", "minister", "and", "senator")) == 1.0
    assert jaccard(("minister", "of", "roads"), ("minister", "of", "ports")) == pytest.approx(1 / 3)
    assert overlap(("of",), ("of",)) == 0.0
    assert text_similarity("Roads of the minister", "the minister of roads") == 1.0
    assert text_similarity("", "roads") == 0.0


@example("𝚨")
@given(st.text(max_size=40))
def test_normal_form_is_stable(text: str) -> None:
    """Normal forms of any text are their own normal form."""
    words = name_words(text)
    assert name_words(" ".join(words)) == words


@given(st.text(max_size=30), st.text(max_size=30))
def test_similarities_stay_in_range(a: str, b: str) -> None:
    """Similarities lie between 0 and 1, and comparing texts does not depend on their order."""
    assert 0.0 <= short_form(name_words(a), name_words(b)) <= 1.0
    assert 0.0 <= text_similarity(a, b) <= 1.0
    assert text_similarity(a, b) == text_similarity(b, a)

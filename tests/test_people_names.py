"""Names of people: how they are taken apart, and which are forms of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.lexicon.gender import Gender
from quotex.people.blocks import keys_of
from quotex.people.forms import WEAK, compare, form_of
from quotex.people.names import is_office, personal_name
from quotex.people.sounds import Likeness, likeness, skeleton


def _rule(a: str, b: str) -> tuple[str, float] | None:
    return compare(form_of(personal_name(a)), form_of(personal_name(b)))


@pytest.mark.parametrize(
    ("text", "words", "generation"),
    [
        ("Varma, Dr. Anil K., Jr.", ("anil", "k", "varma"), 2),
        ("AK Varma", ("a", "k", "varma"), None),
        ("Anil “Bunty” Varma", ("anil", "varma"), None),
        ("Abd al-Karim el-Dosh", ("abdulkarim", "dosh"), None),
        ("President Varma", ("varma",), None),
        ("Dean Varma", ("dean", "varma"), None),
        ("Łucja Bąk III", ("lucja", "bak"), 3),
        ("Anil Varma, minister of ports", ("anil", "varma"), None),
        ("Anil Varma MP", ("anil", "varma"), None),
        ("Mr", (), None),
        ("—", (), None),
    ],
)
def test_names_are_taken_apart(text: str, words: tuple[str, ...], generation: int | None) -> None:
    """Forms of address, offices, letters and nicknames are left out, the family name is last, a generation is told."""
    name = personal_name(text)
    assert (name.words, name.generation) == (words, generation)


def test_forms_of_address_and_offices_are_told() -> None:
    """A name keeps what stood before it; an office alone is no name."""
    assert personal_name("Mrs. Varma").gender is Gender.FEMALE
    assert personal_name("Senator Varma").offices == ("senator",)
    assert is_office(personal_name("Vice President"))
    assert not is_office(personal_name("Varma"))


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("Nader Tavassoli", "Nader Tavasoli", "transliteration"),
        ("Masoud Kharrazi", "Masud Kharazi", "transliteration"),
        ("Mohammed Qorbani", "Muhammad Ghorbani", "transliteration"),
        ("Abdul Rahman Lodi", "Abdur-Rahman Lodi", "same_name"),
        ("Yusuf al-Masri", "Youssef El Masri", "transliteration"),
        ("Volodymyr Hrytsenko", "Vladimir Hrytsenko", "transliteration"),
        ("Oleksandr Kovtun", "Alexander Kovtun", "transliteration"),
        ("Dmitry Malevsky", "Dmitri Malevskiy", "transliteration"),
        ("Goran Šarić", "Goran Saric", "same_name"),
        ("Kim Tae-min", "Tae Min Kim", "family_name_first"),
        ("Kim Tae-min", "Kim Tae Min", "spacing"),
        ("Lee Sang-woo", "Yi Sang-woo", "transliteration"),
        ("Wang Guoqiang", "Wang Guo-qiang", "same_name"),
        ("Subramanian Iyer", "S. Iyer", "initial"),
        ("Anil Kumar Varma", "Anil Varma", "middle_name_left_out"),
        ("Bill Harlow", "William Harlow", "familiar_form"),
        ("José Núñez", "JOSE NUNEZ", "same_name"),
        ("Karin van der Velde", "Karin Van Der Velde", "same_name"),
        ("Ingrid Anne-Marie Dahl", "Ingrid Anne Marie Dahl", "spacing"),
    ],
)
def test_variants_of_a_name_agree(a: str, b: str, rule: str) -> None:
    """Spellings, orders and short forms of one name are found, each by a rule of its own that can join by itself."""
    found = _rule(a, b)
    assert found is not None
    assert found[0] == rule
    assert found[1] > WEAK


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hassan Dadfar", "Hussein Dadfar"),
        ("John Harlow", "Jane Harlow"),
        ("John Q. Harlow", "John R. Harlow"),
        ("John Harlow Jr.", "John Harlow Sr."),
        ("Kim Min-jun", "Kim Min-ji"),
        ("Zhang Wei", "Zhang Wen"),
        ("Wang Yi", "Wang Li"),
        ("Lee Jae-han", "Lee Jae-hoon"),
        ("Ivan Petrenko", "Ivana Petrenko"),
        ("Maria Kovtun", "Mario Kovtun"),
        ("Anil Varma", "Anil Sharma"),
        ("Karim Bell", "Karima Hill"),
        ("Bill Harlow", "Robert Harlow"),
    ],
)
def test_look_alikes_are_kept_apart(a: str, b: str) -> None:
    """Other given names, middle initials and generations make another name, or no more than a likely misspelling."""
    found = _rule(a, b)
    assert found is None or found[1] <= WEAK


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("Samir Khoury", "Samer Khoury", "misspelling"),
        ("Mia Jansen", "Mia Jensen", "short_vowels"),
        ("John Harlow Jr.", "John Harlow", "generation_left_out"),
        ("George W. Harlow", "George H. W. Harlow", "middle_names_differ"),
        ("Gabriel Ortega", "Gabriel Ortega Ruiz", "last_name_left_out"),
        ("Anna Maria Dahl", "Maria Dahl", "first_name_left_out"),
    ],
)
def test_doubtful_forms_are_weak(a: str, b: str, rule: str) -> None:
    """What may be one name or two is never enough by itself."""
    found = _rule(a, b)
    assert found is not None
    assert found == (rule, found[1])
    assert found[1] <= WEAK


@pytest.mark.parametrize(
    ("a", "b", "sure"),
    [
        ("qorbani", "ghorbani", Likeness.STRICT),
        ("zelenko", "zelenkko", Likeness.STRICT),
        ("hashemi", "hashimi", Likeness.LOOSE),
        ("samer", "samir", Likeness.NONE),
        ("brown", "braun", Likeness.NONE),
        ("kamal", "jamal", Likeness.NONE),
    ],
)
def test_sounds(a: str, b: str, sure: Likeness) -> None:
    """Letters for one sound agree, short vowels do so loosely, and short words stay what they are."""
    assert likeness(a, b) is sure


_alphabet = st.text("abcdeghijkmnoqrstuwyz '-.,", max_size=16)


@given(_alphabet, _alphabet)
def test_comparing_does_not_depend_on_the_order(a: str, b: str) -> None:
    """Two names agree by the same rule whichever comes first, and each agrees with itself."""
    one, other = form_of(personal_name(a)), form_of(personal_name(b))
    assert compare(one, other) == compare(other, one)
    assert compare(one, one) == ("same_name", 0.95)


@given(_alphabet, _alphabet)
def test_what_sounds_alike_has_one_skeleton(a: str, b: str) -> None:
    """No spelling that is found alike by sound is missed by the keys of names."""
    for word in personal_name(a).words:
        for other in personal_name(b).words:
            if likeness(word, other) is not Likeness.NONE:
                assert skeleton(word) == skeleton(other) or len({word, other}) == 2


@given(_alphabet, st.sampled_from(["", " jr", " iii"]))
def test_names_that_agree_by_themselves_share_a_key(name: str, suffix: str) -> None:
    """A name shares keys with its forms with an initial, turned round, or without a middle name."""
    words = personal_name(name + suffix).words
    if len(words) > 2:
        for form in ((words[0][0], *words[1:]), (words[0], words[-1]), (*words[1:], words[0])):
            if compare(form_of(personal_name(" ".join(words))), form_of(personal_name(" ".join(form)))):
                assert keys_of(words) & keys_of(form)

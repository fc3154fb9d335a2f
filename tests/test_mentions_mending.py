"""What the tagger gets wrong of a name, mended, and names told from what only looks like one."""

from __future__ import annotations

import pytest

from quotex.mentions import Name, NameType, completed, completed_in_sources, tidied
from quotex.mentions.phrases import read_phrase
from speaker_samples import NLP, names_of, titles_of, tokens

_BODIES = "Tarn Reef Research Fund; Ports Authority; PA; Harbour"


def _mended(text: str, people: str, bodies: str = "") -> list[str]:
    """The names left of those that a tagger gives, each list parted by semicolons, tagged where it first stands."""
    doc = NLP(text)
    tagged = [
        Name(*tokens(doc, text.index(part), text.index(part) + len(part)), type_, 0.9)
        for listed, type_ in ((people, NameType.PERSON), (bodies, NameType.ORGANISATION))
        for part in filter(None, listed.split("; "))
    ]
    return [doc[name.start : name.end].text for name in completed(doc, tidied(doc, tagged))]


def _in_source(text: str, source: str) -> list[str]:
    """The names that only their place in a source shows."""
    doc = NLP(text)
    place = tokens(doc, text.index(source), text.index(source) + len(source))
    return [doc[name.start : name.end].text for name in completed_in_sources(doc, (), [place])]


@pytest.mark.parametrize(
    ("text", "people", "name"),
    [
        ("Then Zorla Quent left.", "Zorla; Quent", "Zorla Quent"),
        ("Then Zorla\xa0Quent left.", "Zorla; Quent", "Zorla\xa0Quent"),
        ("Then John D. Quent left.", "John D.; Quent", "John D. Quent"),
        ("Then John D.\xa0Quent left.", "John D.; Quent", "John D.\xa0Quent"),
        ("Then Zorla Vim Quent left.", "Zorla; Vim Quent", "Zorla Vim Quent"),
    ],
)
def test_a_name_that_the_tagger_parts_is_one(text: str, people: str, name: str) -> None:
    """A given name and the surname right after it are one name, though a space that breaks no line parts them."""
    assert _mended(text, people) == [name]


@pytest.mark.parametrize(
    ("text", "people", "names"),
    [
        ("They asked Zorla Vim Quent Tarn.", "Zorla Vim; Quent Tarn", ["Zorla Vim", "Quent Tarn"]),
        ("They asked Zorla\nQuent Vim went.", "Zorla; Quent Vim", ["Zorla", "Quent Vim"]),
        ("They asked Zorla, Quent and Vim.", "Zorla; Quent; Vim", ["Zorla", "Quent", "Vim"]),
    ],
)
def test_names_of_two_people_stay_two(text: str, people: str, names: list[str]) -> None:
    """Two full names, and names that a line break or a mark parts, are those of different people."""
    assert _mended(text, people) == names


@pytest.mark.parametrize(
    ("text", "people", "names"),
    [
        ("They asked Quent & Vim.", "Quent; Vim", ["Quent & Vim"]),
        ("They asked Quent & Young.", "Quent", ["Quent & Young"]),
        ("They asked Zorla Quent & Orla Vim.", "Zorla Quent; Orla Vim", ["Zorla Quent", "Orla Vim"]),
        ("They asked Quent & Vim. Zorla Quent met Orla Vim.", "Quent; Vim; Zorla Quent; Orla Vim", None),
        ("They asked Quent and Vim.", "Quent; Vim", ["Quent", "Vim"]),
    ],
)
def test_two_surnames_with_an_ampersand_are_a_firm(text: str, people: str, names: list[str] | None) -> None:
    """ "Quent & Vim" is one name, unless both are people who are named in full."""
    found = _mended(text, people)
    assert found == names if names is not None else "Quent & Vim" not in found


@pytest.mark.parametrize(
    ("text", "person", "names"),
    [
        ("Then Councilman Zorla Quent left.", "Councilman Zorla Quent", ["Zorla Quent"]),
        ("Then Taoiseach Zorla Quent left.", "Taoiseach Zorla Quent", ["Zorla Quent"]),
        ("Then Dean Zorla Quent left.", "Dean Zorla Quent", ["Dean Zorla Quent"]),
        ("Then Tan Zorla Quent left.", "Tan Zorla Quent", ["Tan Zorla Quent"]),
        ("Then Tan Sri Zorla Quent left.", "Tan Sri Zorla Quent", ["Zorla Quent"]),
        ("Then Miss Quent left.", "Miss", ["Quent"]),
    ],
)
def test_a_title_is_no_part_of_a_name(text: str, person: str, names: list[str]) -> None:
    """An office before a full name and forms of address are none; "Tan" is one only before another."""
    assert _mended(text, person) == names


def test_a_form_of_address_is_not_merged_into_a_name() -> None:
    """What the tagger took for a name before a surname is no given name if it is a form of address."""
    assert _mended("Then Mrs. Quent left.", "Mrs.; Quent") == ["Quent"]
    assert _mended("Then Mrs Quent left.", "Mrs; Quent") == ["Quent"]
    assert _mended("Then Dr. Quent left.", "Dr.; Quent")[-1] == "Quent"


@pytest.mark.parametrize(
    ("text", "people", "names"),
    [
        ("So Justice Quent met Justice Vorl.", "Justice Quent; Justice Vorl", ["Quent", "Vorl"]),
        ("So Justice Quent met Zorla Quent.", "Justice Quent; Zorla Quent", ["Quent", "Zorla Quent"]),
        ("So Gov. Quent met Gov. Vorl.", "Gov. Quent; Gov. Vorl", ["Quent", "Vorl"]),
        ("So Zorla Quent met Zorla Vorl.", "Zorla Quent; Zorla Vorl", ["Zorla Quent", "Zorla Vorl"]),
        ("So Hunter Quent met Hunter Vorl.", "Hunter Quent; Hunter Vorl", ["Hunter Quent", "Hunter Vorl"]),
        ("So Justice Quent left.", "Justice Quent", ["Justice Quent"]),
    ],
)
def test_an_office_taken_into_a_name_goes(text: str, people: str, names: list[str]) -> None:
    """A noun for a person before two surnames, or before one that has a given name, is an office; a given name that two
    people share, or a noun that stands so only once, stays.
    """
    assert _mended(text, people) == names


@pytest.mark.parametrize(
    ("text", "people", "names"),
    [
        ("They asked Vorl, R-Tarnland, again.", "Vorl; R-Tarnland", ["Vorl"]),
        ("They asked Vorl (D-Tarn.) again.", "Vorl; D-Tarn.", ["Vorl"]),
        ("They asked Vorl (R) again.", "Vorl; R", ["Vorl"]),
        ("They asked R-Tarnland again.", "R-Tarnland", ["R-Tarnland"]),
    ],
)
def test_a_party_with_a_district_is_no_name(text: str, people: str, names: list[str]) -> None:
    """Behind a comma or a bracket a letter before a hyphen is a party and not somebody's initial."""
    assert _mended(text, people) == names


def test_a_party_member_with_a_place_is_no_name() -> None:
    """ "The Tarn Republican" says what somebody is, while other bodies of the place have such names."""
    assert _mended("So the Tarn Republican left the Tarn Herald.", "", "Tarn Republican; Tarn Herald") == [
        "Tarn Herald"
    ]
    assert _mended("So the Republican left.", "", "Republican") == ["Republican"]


def test_a_sort_of_fund_is_no_name() -> None:
    """A common word in capitals for a fund names none of them."""
    assert _mended("Then a super PAC left.", "", "super PAC") == []
    assert _mended("Then the PAC left.", "", "PAC") == []


@pytest.mark.parametrize(
    ("text", "source", "names"),
    [
        ("Ferry Will Close, Says Harbour Clerk Quiet Tarn", "Harbour Clerk Quiet Tarn", []),
        ("Ferry Will Close, Says Clerk Zorla Vim\n\nThe ferry shut.", "Clerk Zorla Vim", []),
        ("Ferry News\n\nIt will close, said the clerk Zorla Vim.", "the clerk Zorla Vim", ["Zorla Vim"]),
    ],
)
def test_headings_in_title_case_make_no_names(text: str, source: str, names: list[str]) -> None:
    """Where every word has a capital, the last words behind a role need not be a name."""
    assert _in_source(text, source) == names


@pytest.mark.parametrize(
    ("source", "name"),
    [("Even Lund", "Lund"), ("Rarely Lund", "Lund"), ("Yesterday Lund", "Lund"), ("Zorla Lund", "Zorla Lund")],
)
def test_what_opens_a_sentence_may_be_a_given_name(source: str, name: str) -> None:
    """A capitalised word before a surname at the start of a sentence is a given name unless it is a small word or a
    modifier.
    """
    doc = NLP(f"They went. {source} said so.")
    (found,) = completed_in_sources(doc, (Name(4, 5, NameType.PERSON, 0.9),), [(3, 5)])
    assert doc[found.start : found.end].text == name


@pytest.mark.parametrize(
    ("text", "people", "at_head"),
    [
        ("a clerk on the Quent slate", "Quent", []),
        ("the Quent slate", "Quent", []),
        ("the Quent of the north", "Quent", ["Quent"]),
        ("the Quent who left", "Quent", ["Quent"]),
        ("journalist and author Zorla Quent", "Zorla Quent", ["Zorla Quent"]),
        ("the journalist and author Zorla Quent", "Zorla Quent", ["Zorla Quent"]),
        ("reporters and author Zorla Quent", "Zorla Quent", []),
        ("voters supporting Quent", "Quent", []),
        ("Zorla Quent, along with Bo Tveit", "Zorla Quent; Bo Tveit", ["Zorla Quent", "Bo Tveit"]),
    ],
)
def test_who_heads_a_phrase(text: str, people: str, at_head: list[str]) -> None:
    """A name behind an article that modifies a noun, or that a participle governs, heads no phrase; one behind two
    roles of one person does, and so does one in company.
    """
    doc = NLP(text)
    phrase = read_phrase(doc, (0, len(doc)), names_of(doc, people))
    assert phrase is not None
    assert [doc[name.start : name.end].text for name in phrase.names] == at_head


@pytest.mark.parametrize(("text", "head"), [("a Herald/Acme poll", "poll"), ("the mayor/governor of Tarn", "governor")])
def test_a_slash_within_a_word_breaks_no_phrase(text: str, head: str) -> None:
    """What two names or roles joined by a slash belong to stands behind them."""
    doc = NLP(text)
    phrase = read_phrase(doc, (0, len(doc)), names_of(doc, bodies="Herald; Acme"))
    assert phrase is not None
    assert (doc[phrase.head].text, phrase.names) == (head, ())


@pytest.mark.parametrize(
    ("article", "title"),
    [
        ("[[Party front-runner Zorla Quent]] said so.", "Party front-runner"),
        ("The Harbour front-runner Zorla Quent left. [[Quent]] said so.", "Harbour front-runner"),
        ("It rained, said radio host and harbour leader Zorla Quent. [[Quent]] sang.", "radio host and harbour leader"),
        ("[[Zorla Quent, who until recently served as head of the market,]] sang.", "head of the market"),
        ("[[Zorla Quent, who once worked as a nurse in Tarn,]] sang.", "nurse in Tarn"),
        ("[[Zorla Quent, the director Tarn Reef Research Fund,]] sang.", "director Tarn Reef Research Fund"),
        ("Chairman of the Ports Authority (PA) [[Mr. Quent]] sang.", "Chairman of the Ports Authority (PA)"),
        ("It rained when the mayor [[Mr. Zorla Quent]] sang.", "mayor"),
    ],
)
def test_titles_with_joints(article: str, title: str) -> None:
    """A title keeps both parts of a word or of a pair of roles and the body right behind it, and is found behind an
    adverb and before a form of address.
    """
    assert titles_of(article, "Zorla Quent; Quent", _BODIES) == [[title]]


def test_an_adverb_makes_no_title() -> None:
    """Behind "who" and an adverb only a verb of work or office leads to a title."""
    assert titles_of("[[Zorla Quent, who until recently sang,]] left.", "Zorla Quent") == [[]]

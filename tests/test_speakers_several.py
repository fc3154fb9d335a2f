"""Sources that mean several speakers, or take up what stands right before them."""

from __future__ import annotations

import pytest

from quotex.records import SpeakerType
from speaker_samples import cast_of, speakers_of

PEOPLE = "Ida Roe; Ada Doe; John Osk; Paul Tarn"


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Ida Roe and Paul Tarn run a bakery.", "Ida Roe; Paul Tarn"),
        ("Ida Roe, John Osk and Paul Tarn run a bakery.", "Ida Roe; John Osk; Paul Tarn"),
        ("Mayor Ida Roe (Centre) and Judge Paul Tarn met.", "Ida Roe; Paul Tarn"),
        ("Ida Roe of Lorn and Paul Tarn of Vell met.", "Ida Roe; Paul Tarn"),
        ("Ida Roe met Paul Tarn.", ""),
        ("Ida Roe left, and Paul Tarn came.", ""),
    ],
)
def test_they_are_people_named_together(opening: str, expected: str) -> None:
    """ "They" takes up people in a list with "and", titles and places aside; two that are merely near are no list."""
    assert speakers_of(f"{opening} [[They]] said no.", PEOPLE, "Centre", "Lorn; Vell") == [expected]


def test_they_are_named_together_after_somebody_spoke() -> None:
    """People named together are several, so a single speaker after them does not become "they"."""
    article = "Ida Roe and John Osk run a bakery. [[Paul Tarn]] said yes. [[They]] said no."
    assert speakers_of(article, PEOPLE) == ["Paul Tarn", "Ida Roe; John Osk"]


def test_they_are_not_named_in_a_quotation() -> None:
    """Names joined inside what somebody says are none of the narrator's, who did not bring these people in."""
    article = "[[John Osk]] spoke. “Ida Roe and Ada Doe left,” [[Osk]] said. [[They]] stayed."
    assert speakers_of(article, PEOPLE + "; Osk")[-1] != "Ida Roe; Ada Doe"


@pytest.mark.parametrize("source", ["Both", "The two", "The pair", "The duo"])
def test_words_for_two_take_two(source: str) -> None:
    """Words that mean exactly two take the two named together last, and no three."""
    article = f"Ida Roe and Paul Tarn run a bakery. [[{source}]] said no. [[{source}]] said more."
    assert speakers_of(article, PEOPLE) == ["Ida Roe; Paul Tarn"] * 2
    three = f"Ida Roe, John Osk and Paul Tarn run a bakery. [[{source}]] said no."
    assert speakers_of(three, PEOPLE) == [""]


@pytest.mark.parametrize("source", ["Both", "The two"])
def test_words_for_two_take_the_only_two_about(source: str) -> None:
    """Where nobody is joined by "and", two are the only two people of the sentences before."""
    assert speakers_of(f"Ida Roe met Paul Tarn. [[{source}]] said no.", PEOPLE) == ["Ida Roe; Paul Tarn"]
    three = f"Ida Roe met Paul Tarn. John Osk came. [[{source}]] said no."
    assert speakers_of(three, PEOPLE) == [""]


def test_the_nearer_two_are_meant() -> None:
    """Of two who spoke and two named together the nearer are meant."""
    named = "[[Ida Roe and Ada Doe]] spoke. John Osk and Paul Tarn came. [[Both]] said no."
    assert speakers_of(named, PEOPLE)[-1] == "John Osk; Paul Tarn"
    spoke = "John Osk and Paul Tarn came. [[Ida Roe and Ada Doe]] spoke. [[Both]] said no."
    assert speakers_of(spoke, PEOPLE)[-1] == "Ida Roe; Ada Doe"


def test_both_women_are_no_men() -> None:
    """A noun that tells a gender passes over people of the other one who are named together nearer by."""
    women = "Ida Roe and Ada Doe run a bakery. John Osk and Paul Tarn came."
    assert speakers_of(f"{women} [[Both women]] said no.", PEOPLE) == ["Ida Roe; Ada Doe"]
    assert speakers_of(f"{women} [[Both men]] said no.", PEOPLE) == ["John Osk; Paul Tarn"]
    cast = cast_of("John Osk and Paul Tarn came. [[Both women]] said no.", PEOPLE)
    assert [speaker.type for speaker in cast.speakers] == [SpeakerType.GROUP]


def test_both_women_spoke_together() -> None:
    """The two who spoke together last are meant by a noun for people, though another has spoken since."""
    article = "[[Ida Roe, along with Ada Doe,]] left. [[John Osk]] came. [[The two women]] said no."
    assert speakers_of(article, PEOPLE)[-1] == "Ida Roe; Ada Doe"


def test_both_bearers_of_a_role_are_meant() -> None:
    """The only two people with a title are meant by its plural, though they were not named together."""
    article = "Senator Ida Roe met John Osk. Senator Paul Tarn and Ada Doe came. [[Both senators]] said no."
    assert speakers_of(article, PEOPLE) == ["Ida Roe; Paul Tarn"]


@pytest.mark.parametrize("source", ["The two countries", "Both countries"])
def test_the_two_countries_are_no_people(source: str) -> None:
    """A noun for bodies takes up places or bodies named together, not people named together nearer by."""
    article = f"Oskland and Tarnia share a river. Ida Roe and Paul Tarn met. [[{source}]] said no."
    assert speakers_of(article, PEOPLE, places="Oskland; Tarnia") == ["Oskland; Tarnia"]


def test_two_sorts_of_people_are_not_two_people() -> None:
    """ "Both" before two plurals joined by "and" counts sorts of people, not the two people named before."""
    article = "Ida Roe and Paul Tarn ran. [[Both Democrats and Republicans]] said no."
    cast = cast_of(article, PEOPLE)
    assert [speaker.type for speaker in cast.speakers] == [SpeakerType.GROUP]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Local residents met on Monday.", "Local residents"),
        ("Local residents met on Monday. It rained.", "Local residents"),
        ("[[Ida Roe]] left. Local residents met on Monday.", "Local residents"),
        ("It upset local residents.", ""),
    ],
)
def test_they_are_the_group_that_begins_a_sentence(before: str, expected: str) -> None:
    """ "They" takes up people who are the subject of a sentence before, not those whom something happens to."""
    assert speakers_of(f"{before} [[They]] said no.", PEOPLE)[-1] == expected


@pytest.mark.parametrize("behind", ["of Vell", "(R-Vell)", "(Centre)", ", D-Vell"])
def test_who_passes_over_place_and_bracket(behind: str) -> None:
    """A place or a bracket behind a name says where somebody is from, so "who" means the person before it."""
    article = f"John Osk met Ida Roe {behind}, [[who]] said no."
    assert speakers_of(article, PEOPLE, "Centre", "Vell") == ["Ida Roe"]


def test_which_is_no_person() -> None:
    """ "Which" takes up a body and never a person."""
    assert speakers_of("Ida Roe left Acme, [[which]] said so.", PEOPLE, "Acme") == ["Acme"]
    assert speakers_of("It was Ida Roe, [[which]] said so.", PEOPLE) == [""]


@pytest.mark.parametrize("source", ["all of [[whom]]", "[[all of whom]]", "[[most of whom]]"])
def test_all_of_whom_are_the_whole_list(source: str) -> None:
    """A quantity before "whom" means all the people of the list before it, not the last one only."""
    article = f"Ada Doe called Ida Roe, John Osk and Paul Tarn, {source} said no."
    assert speakers_of(article, PEOPLE) == ["Ida Roe; John Osk; Paul Tarn"]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("the clerks of the court, [[who]] said no.", "clerks of the court"),
        ("a clerk of the court, [[who]] said no.", "clerk of the court"),
        ("those at the mill [[who]] said no.", "those at the mill"),
    ],
)
def test_who_passes_over_what_hangs_on_a_noun(clause: str, expected: str) -> None:
    """What hangs on a noun by a preposition is no antecedent: clerks can speak as people, a court is no "who"."""
    assert speakers_of(f"Ida Roe saw {clause}", PEOPLE) == [expected]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Ida Roe joined Acme, an organisation [[that]] said no.", "Acme"),
        ("Ida Roe joined Acme, a lobby group [[which]] said no.", "Acme"),
        ("Ida Roe met John Osk, the clerk [[who]] said no.", "John Osk"),
        ("Ida Roe joined an organisation [[that]] said no.", "organisation"),
    ],
)
def test_an_apposition_leads_to_the_name_before_it(article: str, expected: str) -> None:
    """A description behind a name and a comma says who that is, so its relative pronoun means the name."""
    assert speakers_of(article, PEOPLE, "Acme") == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ida Roe and the court", "Ida Roe; court"),
        ("The court and Ida Roe", "court; Ida Roe"),
        ("Both the court and Ida Roe", "court; Ida Roe"),
        ("Ida Roe of Vell and the court", "Ida Roe; court"),
        ("Ida Roe (R) and her lawyers", "Ida Roe; her lawyers"),
        ("Ida Roe and Acme", "Ida Roe; Acme"),
        ("Ida Roe as well as Acme", "Ida Roe; Acme"),
        ("The court as well as Acme", "court; Acme"),
        ("The court that heard the mill and the union", "court that heard the mill and the union"),
    ],
)
def test_people_and_bodies_share_a_source(source: str, expected: str) -> None:
    """Somebody named and a body that stand side by side both speak; what a clause names joins nobody."""
    assert speakers_of(f"[[{source}]] said no.", PEOPLE, "Acme", "Vell") == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [("He and Ada Doe", "John Osk; Ada Doe"), ("He and the court", "John Osk; court")],
)
def test_a_pronoun_shares_a_source(source: str, expected: str) -> None:
    """ "He" beside another name or body is one of two speakers, the one last spoken of."""
    assert speakers_of(f"[[John Osk]] left. [[{source}]] said no.", PEOPLE) == ["John Osk", expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Two unions, the Bakers and the Millers,", "Bakers; Millers"),
        ("Two senators, Ida Roe of Vell and Paul Tarn,", "Ida Roe; Paul Tarn"),
        ("A lobby group, Acme,", "Acme"),
        ("A lobby group, Acme (a charity),", "Acme"),
        ("A lobby group, Acme of Vell,", "Acme"),
        ("A lobby group, like Acme,", "lobby group"),
    ],
)
def test_names_behind_a_comma_say_who_it_is(source: str, expected: str) -> None:
    """Names that end a description behind a comma are those described; one that is only compared is not."""
    assert speakers_of(f"[[{source}]] said no.", PEOPLE, "Bakers; Millers; Acme", "Vell") == [expected]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("[[John Osk and Paul Tarn]] left. Ida Roe and Ada Doe came. [[Both women]] said no.", "Ida Roe; Ada Doe"),
        ("Ida Roe and Paul Tarn run a bakery. Local residents met on Monday. [[They]] said no.", "Local residents"),
        ("Ida Roe spoke of world bakers, [[who]] said no.", "world bakers"),
        ("World bakers met on Monday. [[They]] said no.", "World bakers"),
        ("Ida Roe’s advisers met on Monday. [[They]] said no.", "Ida Roe’s advisers"),
        ("[[The government and Acme]] said no.", "government; Acme"),
        ("[[Ida Roe (mayor) and the court]] said no.", "Ida Roe; court"),
        ("Ida Roe greeted clerks of the court, [[who]] said no.", "clerks of the court"),
        ("It was Ida Roe of the Harbour Office, [[who]] said no.", "Ida Roe"),
    ],
)
def test_who_several_are(article: str, expected: str) -> None:
    """Nearness, gender, verbs and where somebody belongs tell who is meant among those that stand by, and a group keeps
    the words before its noun."""
    assert speakers_of(article, PEOPLE, "Acme; Harbour Office")[-1] == expected

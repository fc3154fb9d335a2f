"""Speakers that the article names elsewhere: roles in the lead, initials, writers, owned bodies, roles of places."""

from __future__ import annotations

import pytest

from quotex.records import SpeakerType
from speaker_samples import cast_of, speakers_of, titles_of

NAMED_BELOW = "{} wants wider quays.\n\nThe plan is new. {} said no."


@pytest.mark.parametrize(
    ("role", "later"),
    [
        ("[[A lawmaker]]", "[[Senator Ida Roe]]"),
        ("[[A lawmaker]]", "[[Ulf Osk]] said yes. [[Senator Ida Roe]]"),
        ("[[A baker]]", "[[Ida Roe]]"),
    ],
)
def test_a_role_in_the_lead_is_named_further_down(role: str, later: str) -> None:
    """An article brings somebody in by a role and gives the name below: by a title, or as the next one without any."""
    assert speakers_of(NAMED_BELOW.format(role, later), "Ida Roe; Ulf Osk")[0] == "Ida Roe"


def test_a_role_in_the_lead_becomes_a_title() -> None:
    """Somebody named further down bears the role of the lead as a title."""
    assert titles_of(NAMED_BELOW.format("[[A baker]]", "[[Ida Roe]]"), "Ida Roe") == [["baker"]]


@pytest.mark.parametrize(
    ("article", "role"),
    [
        ("[[A baker]] wants wider quays, [[Ida Roe]] said.", "baker"),
        ("[[A baker]] wrote to Ida Roe. [[Ida Roe]] left.", "baker"),
        ("[[A lawmaker]] wrote to Senator Ida Roe. [[Ida Roe]] left.", "lawmaker"),
    ],
)
def test_a_role_in_the_lead_is_nobody_of_its_sentence(article: str, role: str) -> None:
    """Whoever is named in the same sentence as the role is somebody else."""
    assert speakers_of(article, "Ida Roe") == [role, "Ida Roe"]


@pytest.mark.parametrize("role", ["official", "expert", "witness", "spokeswoman"])
def test_those_often_unnamed_stay_unnamed(role: str) -> None:
    """Officials and the like are often never named, so the next name without a title is not theirs."""
    article = NAMED_BELOW.format(f"[[One {role}]]", "[[Ida Roe]]")
    assert speakers_of(article, "Ida Roe") == [f"One {role}", "Ida Roe"]


def test_a_role_of_another_gender_is_somebody_else() -> None:
    """A role that only a woman bears is no man named further down."""
    assert speakers_of(NAMED_BELOW.format("[[A businesswoman]]", "[[John Roe]]"), "John Roe")[0] == "businesswoman"


def test_only_the_lead_announces_somebody() -> None:
    """Further down, behind the first two paragraphs, "a baker" is not the next person who is named."""
    begun = "The quay in Tarn is old.\n\nThe mill in Tarn is old.\n\nThe road in Tarn is old.\n\n"
    article = begun + NAMED_BELOW.format("[[A baker]]", "[[Ida Roe]]")
    assert speakers_of(article, "Ida Roe") == ["baker", "Ida Roe"]


def test_initials_label_an_interview() -> None:
    """A line that opens with somebody's initials and a colon is that one's, a person's or a body's."""
    article = "Jane Roe met the Tarn Harbour Office.\n\n[[JR]]: Nets tear.\n\n[[THO]]: They do."
    assert speakers_of(article, "Jane Roe", "Tarn Harbour Office") == ["Jane Roe", "Tarn Harbour Office"]


def test_initials_of_two_people_tell_nobody() -> None:
    """Initials that two people share, and those that open no line, stand for neither by themselves."""
    assert speakers_of("Jane Roe met John Rask.\n\n[[JR]]: Nets tear.", "Jane Roe; John Rask") == ["JR"]
    assert speakers_of("Jane Roe mends nets. Then [[JR]]: They tear.", "Jane Roe") == ["JR"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In [[her]] speech on Monday, Jane Roe said no.",
        "In [[her]] speech on Monday, Senator Jane Roe said no.",
        "During [[her statement]] on Monday, Jane Roe said no.",
    ],
)
def test_her_means_the_subject_behind_the_comma(sentence: str) -> None:
    """A phrase in front of a named subject speaks of that subject, not of whoever spoke last."""
    assert speakers_of(f"[[Ada Osk]] left. {sentence}", "Jane Roe; Ada Osk") == ["Ada Osk", "Jane Roe"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In [[her]] speech on Monday, John Doe said no.",
        "In [[her]] speech to Kai Doe, Jane Roe said no.",
        "Neighbours praised [[her]] speech, Jane Roe said.",
    ],
)
def test_her_means_somebody_before(sentence: str) -> None:
    """A subject of another gender, one behind somebody else's name and one behind a whole clause are not meant."""
    people = "Jane Roe; Ada Osk; John Doe; Kai Doe"
    assert speakers_of(f"[[Ada Osk]] left. {sentence}", people) == ["Ada Osk", "Ada Osk"]


@pytest.mark.parametrize(
    ("before", "expected"), [("Paul Osk mended the quay.", "Paul Osk"), ("The quay is mended.", "")]
)
def test_the_writer_is_never_he(before: str, expected: str) -> None:
    """Whoever writes "I" of themselves is not "he" in the next sentence."""
    article = f"By John Doe\n\n{before} It leaks, as [[I]] wrote. [[He]] said no."
    assert speakers_of(article, "John Doe; Paul Osk") == ["John Doe", expected]


def test_this_columnist_writes() -> None:
    """ "This columnist" is whoever writes, and not the person spoken of; without a byline somebody of their own."""
    article = "By John Doe\n\nPaul Osk mended the quay. It leaks, [[this columnist]] said."
    assert speakers_of(article, "John Doe; Paul Osk") == ["John Doe"]
    nobody = cast_of("Paul Osk mended the quay. It leaks, [[this columnist]] said.", "Paul Osk")
    assert [speaker.type for speaker in nobody.speakers] == [SpeakerType.ROLE]


@pytest.mark.parametrize(
    ("body", "expected"), [("The Roe campaign", "Roe campaign"), ("Roe’s campaign", "Roe’s campaign")]
)
def test_her_campaign_is_called_by_her_name(body: str, expected: str) -> None:
    """A campaign is known by the name of its candidate, whom "her" means."""
    article = f"{body} has new boats. [[Ida Roe]] said no. [[Her campaign]] said more."
    assert speakers_of(article, "Ida Roe; Roe") == ["Ida Roe", expected]


def test_each_candidate_has_a_campaign() -> None:
    """A campaign is the one of the candidate meant, and that of nobody else where the candidate's has no name."""
    article = (
        "The Roe campaign met the Doe campaign. [[Ida Roe]] said no. [[Her campaign]] said more. [[John Doe]] left. "
        "[[His campaign]] stayed. [[The campaign]] insisted."
    )
    expected = ["Ida Roe", "Roe campaign", "John Doe", "Doe campaign", "Doe campaign"]
    assert speakers_of(article, "Ida Roe; John Doe; Roe; Doe") == expected
    other = "The Doe campaign has new boats. [[Ida Roe]] said no. [[Her campaign]] said more."
    assert speakers_of(other, "Ida Roe; Doe")[-1] != "Doe campaign"


def test_a_minister_of_elsewhere_is_another() -> None:
    """A title of another place or people is somebody else's; the same place joins, though it is spelled otherwise."""
    article = "[[Oskish minister Ida Roe]] spoke. [[The Tarnian minister]] said no. [[The Oskish minister]] left."
    assert speakers_of(article, "Ida Roe", groups="Oskish; Tarnian") == ["Ida Roe", "Tarnian minister", "Ida Roe"]
    place = "[[Ida Roe, minister of Norland,]] spoke. [[The Norlandic minister]] said no."
    assert speakers_of(place, "Ida Roe", places="Norland", groups="Norlandic") == ["Ida Roe"] * 2


def test_a_counterpart_has_the_same_office_elsewhere() -> None:
    """A counterpart of a minister is the minister of that other place, and bears no office of none."""
    article = (
        "Minister Ulf Doe met his Oskish counterpart, Ida Roe. [[The Oskish minister]] said no. [[The Tarnian "
        "minister]] said yes. [[The clerk]] left."
    )
    assert speakers_of(article, "Ulf Doe; Ida Roe", groups="Oskish; Tarnian") == ["Ida Roe", "Ulf Doe", "clerk"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The striker", "Ulf Osk"),
        ("The club’s striker", "club’s striker"),
        ("This striker", "This striker"),
        ("That striker", "That striker"),
        ("The advocate", "Ulf Osk"),
        ("The Advocate", "Advocate"),
        ("The Democrat", "Ulf Osk"),
        ("The striker with Ulf Osk", "striker with Ulf Osk"),
    ],
)
def test_an_epithet_is_bare(source: str, expected: str) -> None:
    """A definite noun varies the name before it; one that somebody owns, is pointed at, is told by a name or stands in
    a capital as a newspaper's name does is another, save a party's member.
    """
    assert speakers_of(f"Ulf Osk has left the club. [[{source}]] said no.", "Ulf Osk") == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The Tarnian leader", "Ulf Osk"),
        ("The right-wing leader", "Ulf Osk"),
        ("The head of state", "Ulf Osk"),
        ("The band leader", "band leader"),
        ("The leader of the band", "leader of the band"),
        ("The deputy president", "deputy president"),
        ("The Tarnian victim", "Tarnian victim"),
    ],
)
def test_a_standing_varies_a_titled_name(source: str, expected: str) -> None:
    """An office told by a standing or an origin can be another of the person all is about; one of something, of another
    rank of the same noun, or nothing but what happened to somebody is not.
    """
    article = f"President Ulf Osk has left the town. [[{source}]] said no."
    assert speakers_of(article, "Ulf Osk", groups="Tarnian") == [expected]


@pytest.mark.parametrize("description", ["The second striker", "The other striker"])
def test_one_of_several_takes_up_nobody(description: str) -> None:
    """A description that counts its bearer among several brings somebody else in."""
    assert speakers_of(f"Ulf Osk has left the club. [[{description}]] said no.", "Ulf Osk") != ["Ulf Osk"]


def test_numbered_questions_and_answers() -> None:
    """Interviews number their questions: nobody is credited with "Q1", the guest with "A1"."""
    article = "Ida Roe has a bakery.\n\n[[Q1]]: Is it old?\n\n[[A1]]: It is."
    assert speakers_of(article, "Ida Roe") == ["", "Ida Roe"]

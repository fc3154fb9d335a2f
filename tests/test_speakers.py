"""Sources resolved to the speakers behind them."""

from __future__ import annotations

import pytest

from quotex.known import KnownSpeaker
from quotex.records import MentionForm, SpeakerType
from speaker_samples import cast_of, speakers_of, titles_of


def test_short_forms() -> None:
    """Surnames, forms of address and slight misspellings lead back to the full name."""
    article = "[[Nadia Brandt]] said no. [[Ms Brandt]] said yes. [[Brandt]] added more. [[Brant]] left it there."
    assert speakers_of(article, "Nadia Brandt; Brandt; Brant") == ["Nadia Brandt"] * 4


def test_namesakes_by_recency_and_address() -> None:
    """Of two people with one surname the last mentioned is meant, unless the form of address fits the other only."""
    article = (
        "[[Eric Moss]] said no. His wife [[Laura Moss]] said yes. [[Moss]] said maybe. [[Mr Moss]] said never. "
        "[[Mrs Moss]] said always."
    )
    expected = ["Eric Moss", "Laura Moss", "Laura Moss", "Eric Moss", "Laura Moss"]
    assert speakers_of(article, "Eric Moss; Laura Moss; Moss") == expected


@pytest.mark.parametrize(("pronoun", "last"), [("He", "Osk"), ("She", "Tiru Osk")])
def test_a_form_of_address_of_the_other_gender_is_another(pronoun: str, last: str) -> None:
    """ "Mrs Osk" is not the only Osk named in full where he is called "he", and he does not become a woman by it."""
    article = f"[[Tiru Osk]] said no. [[{pronoun}]] said maybe. [[Mrs Osk]] said yes."
    assert speakers_of(article, "Tiru Osk; Osk") == ["Tiru Osk", "Tiru Osk", last]


def test_a_title_tells_of_which_bearer_of_a_surname_it_is() -> None:
    """The brother of the mayor is no mayor: the office is hers, as is the surname behind it."""
    article = "Ulf Osk, the brother of Mayor Ida Osk, left. [[Osk]] was glad. [[The mayor]] sold. [[Mayor Osk]] sang."
    assert speakers_of(article, "Ulf Osk; Ida Osk; Osk") == ["Ulf Osk", "Ida Osk", "Ida Osk"]


def test_family_name_first() -> None:
    """A family name that stands first is a short form as well."""
    assert speakers_of("[[Cho Min-seo]] said no. [[Cho]] said yes.", "Cho Min-seo; Cho") == ["Cho Min-seo"] * 2


def test_pronouns_by_gender_and_parallel() -> None:
    """A pronoun means the last speaker whom its gender fits."""
    article = (
        "[[Mr Paul Denk]] said the road was closed. [[He]] said it would stay so. [[Ms Ida Koll]] disagreed. [[She]] "
        "said lorries passed. [[He]] said that was untrue."
    )
    expected = ["Paul Denk", "Paul Denk", "Ida Koll", "Ida Koll", "Paul Denk"]
    assert speakers_of(article, "Paul Denk; Ida Koll") == expected


def test_who_means_the_name_before() -> None:
    """A relative pronoun means the name right before it."""
    assert speakers_of("It was Ida Koll, [[who]] said that Paul Denk had left.", "Ida Koll; Paul Denk") == ["Ida Koll"]


def test_things_and_people_in_plural() -> None:
    """ "It" means the last organisation that spoke and "they" the last group."""
    article = (
        "[[The Harbour Office]] said no. [[It]] added more. [[Residents]] said yes. [[They]] said they would stay."
    )
    assert speakers_of(article, bodies="Harbour Office") == [
        "Harbour Office",
        "Harbour Office",
        "Residents",
        "Residents",
    ]


def test_role_repeats_a_title() -> None:
    """A role without a name is the person whose title it repeats, named before or only later."""
    article = (
        "[[The ports minister]] said ships would wait. It was quiet at the quay. [[Ports minister Ulf Osk]] said "
        "storms were coming. [[The minister]] said nothing else. [[The lawmaker]] agreed, [[Senator Ida Koll]] said."
    )
    expected = ["Ulf Osk", "Ulf Osk", "Ulf Osk", "Ida Koll", "Ida Koll"]
    assert speakers_of(article, "Ulf Osk; Ida Koll") == expected


def test_other_rank_is_another_role() -> None:
    """A deputy's role is not joined to the title of the one he stands in for."""
    article = "[[Minister Ulf Osk]] said ships would wait. [[The deputy minister]] said they would sail."
    assert speakers_of(article, "Ulf Osk") == ["Ulf Osk", "deputy minister"]


@pytest.mark.parametrize(
    ("role", "name", "pronoun"),
    [
        ("director of the reef laboratory of Tarn University", "Ulf Henrik Osk", "He"),
        ("spokeswoman of the dockers' union", "Chen Wei", "She"),
        ("Deputy Minister of Agriculture", "Maria Lopez Garrido", "She"),
    ],
)
def test_role_then_bare_name(role: str, name: str, pronoun: str) -> None:
    """A role without a name and the full name that speaks next without a role are one person, and the role is the
    title.
    """
    article = (
        f"Speaking at the opening, [[the {role}]] said that the reef was dying.\n\n[[{name}]] noted: Nobody "
        f"measured it.\n\n[[{pronoun}]] said more. [[The {role}]] repeated it."
    )
    assert speakers_of(article, name) == [name] * 4
    assert titles_of(article, name) == [[role]]


def test_titled_name_takes_no_other_role() -> None:
    """A role is not joined to the next speaker if that one is introduced with a role of his own."""
    article = "[[The harbour master]] said no. [[Judge Ulf Osk]] said yes."
    assert speakers_of(article, "Ulf Osk") == ["harbour master", "Ulf Osk"]


def test_unnamed_people_are_described() -> None:
    """Those who are never named keep their description; those who ask for it are anonymous."""
    cast = cast_of(
        "[[A senior official who asked not to be named]] said no. [[A fisherman]] said yes. [[Experts]] agreed."
    )
    assert [(speaker.type, speaker.name.text) for speaker in cast.speakers] == [
        (SpeakerType.ANONYMOUS, "senior official"),
        (SpeakerType.ROLE, "fisherman"),
        (SpeakerType.GROUP, "Experts"),
    ]
    assert [r.form for r in cast.resolutions] == [MentionForm.TITLE, MentionForm.TITLE, MentionForm.COLLECTIVE]


def test_organisations() -> None:
    """An organisation is the same under its abbreviation, another word order, its sort and a generic noun."""
    article = (
        "[[The Harbour Rights Watch (HRW)]] said no. [[HRW]] said more. [[The group]] added. [[The Ministry of Ports]] "
        "said yes. [[The Ports Ministry]] insisted. [[The ministry]] left it there."
    )
    expected = ["Harbour Rights Watch"] * 3 + ["Ministry of Ports"] * 3
    assert speakers_of(article, bodies="Harbour Rights Watch; HRW; Ministry of Ports; Ports Ministry") == expected


def test_documents() -> None:
    """A report speaks for itself, a statement for the one that issued it."""
    article = "[[A report on reefs]] found damage. [[The Harbour Office]] said no. [[Its statement]] said more."
    cast = cast_of(article, bodies="Harbour Office")
    assert [r.speakers[0].type for r in cast.resolutions] == [
        SpeakerType.DOCUMENT, SpeakerType.ORGANISATION, SpeakerType.ORGANISATION
    ]  # fmt: skip
    assert [step.rule for step in cast.resolutions[2].path][:1] == ["issued-by"]


def test_people_sharing_a_source() -> None:
    """Two people who share a source are two speakers, taken up again by "they" and by their common role."""
    article = "[[Senators Ida Koll (Centre) and Ulf Osk (Right)]] said no. [[They]] said more. [[The senators]] left."
    assert speakers_of(article, "Ida Koll; Ulf Osk") == ["Ida Koll; Ulf Osk"] * 3


def test_follow_on_and_unattributed() -> None:
    """A follow-on quotation has the speaker of the one it follows; where nobody is credited the resolution says why."""
    cast = cast_of("[[Ida Koll]] said no. [[]]“And never.”", "Ida Koll")
    assert [s.name.text for s in cast.resolutions[1].speakers] == ["Ida Koll"]
    assert cast.resolutions[1].form is MentionForm.NONE
    nobody = cast_of("[[]]“And never.”").resolutions[0]
    assert nobody.speakers == ()
    assert nobody.score is None
    assert [step.rule for step in nobody.path] == ["no-source"]


def test_abstains_with_a_reason() -> None:
    """A pronoun that nobody stands before has no speaker but a reason."""
    resolution = cast_of("[[She]] said no.").resolutions[0]
    assert resolution.speakers == ()
    assert resolution.path[0].rule == "no-antecedent"


def test_title_parts() -> None:
    """A title is kept whole, with its role and affiliation as parts of it."""
    cast = cast_of("[[Ulf Osk, head of the reef institute of Tarn University,]] said no.", "Ulf Osk", "Tarn University")
    (title,) = cast.speakers[0].titles
    assert title.role is not None
    assert title.affiliation is not None
    assert (title.span.text, title.role.text) == ("head of the reef institute of Tarn University", "head")
    assert title.affiliation.text == "reef institute of Tarn University"


def test_known_speakers() -> None:
    """A speaker whom the caller knows bears the caller's name beside the article's; two that fit alike give neither."""
    known = (KnownSpeaker("Ida Margarethe Koll", aliases=("Mother Koll",)), KnownSpeaker("Harbour Rights Watch"))
    cast = cast_of("[[Ida Koll]] said no. [[HRW]] said yes.", "Ida Koll", "HRW", known)
    assert [(s.name.text, s.known_as) for s in cast.speakers] == [("Ida Koll", "Ida Margarethe Koll"), ("HRW", None)]
    rivals = (KnownSpeaker("Ida Koll"), KnownSpeaker("Ulf Koll"))
    assert cast_of("[[Koll]] said no.", "Koll", known=rivals).speakers[0].known_as is None

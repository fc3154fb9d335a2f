"""Speakers that are taken up by other words than their names: epithets, abbreviated titles, shares, first mentions."""

from __future__ import annotations

import pytest
from attrs import evolve

from quotex.mentions import Name, NameType
from quotex.records import MentionForm, SpeakerType
from quotex.speakers import resolve
from quotex.structure import analyse
from speaker_samples import cast_of, marked, names_of, speakers_of, titles_of, tokens


def test_epithet_means_the_person_the_article_is_about() -> None:
    """An epithet takes up the person mentioned just before and becomes a title; an office is somebody else's."""
    article = "Ulf Osk has left the club. [[The veteran striker]] said he was tired. [[The judge]] said no."
    assert speakers_of(article, "Ulf Osk") == ["Ulf Osk", "judge"]
    assert titles_of(article, "Ulf Osk")[0] == ["veteran striker"]


def test_party_word_takes_up_a_lawmaker() -> None:
    """A party's member is the lawmaker named before, whose title does not repeat the party."""
    article = "[[Rep. Ulf Osk]] said no. [[The river Democrat]] said more."
    assert speakers_of(article, "Ulf Osk") == ["Ulf Osk", "Ulf Osk"]


def test_capitals_abbreviate_a_title() -> None:
    """Capitals behind an article are the person whose title they abbreviate, unless a body is named so."""
    article = "[[Prime Minister Ulf Osk]] said no. [[The PM]] said more."
    assert speakers_of(article, "Ulf Osk") == ["Ulf Osk", "Ulf Osk"]
    body = "[[Prime Minister Ulf Osk]] said no. [[The Port Mission (PM)]] said yes. [[The PM]] insisted."
    assert speakers_of(body, "Ulf Osk", "Port Mission; PM") == ["Ulf Osk", "Port Mission", "Port Mission"]


@pytest.mark.parametrize(
    "source", ["Forty percent of the fishermen", "54%", "38% of likely buyers", "A third of growers, 33%,", "Skippers"]
)
def test_shares_are_groups(source: str) -> None:
    """A share of people, and a plural that only opens its sentence, is a group, not somebody's name."""
    cast = cast_of(f"The survey is new. [[{source}]] say they would stay ashore.")
    assert [speaker.type for speaker in cast.speakers] == [SpeakerType.GROUP]


@pytest.mark.parametrize("source", ["The harbour's policy", "A new film", "Investigations", "New records he signed"])
def test_things_that_are_read_are_documents(source: str) -> None:
    """What is read or seen is a document, also where a clause without a relative word follows."""
    cast = cast_of(f"The quay is old. [[{source}]] showed that it leaks.")
    assert [speaker.type for speaker in cast.speakers] == [SpeakerType.DOCUMENT]


def test_body_keeps_its_first_description() -> None:
    """A body without a name is called what it was brought in as, and the agency of the dateline is nobody's word."""
    article = (
        "PORT TARN, May 3 (Quay News) -- A ferry company stopped its boats on Tuesday.\n\n[[The company]] said so."
    )
    assert speakers_of(article, bodies="Quay News") == ["ferry company"]


def test_two_people_with_offices_share_a_source() -> None:
    """Two names joined by "and" are two speakers, though a former office stands before the second one."""
    article = "[[Former Mayor Ida Koll and former Tarn Gov. Ulf Osk]] pledged to help."
    assert speakers_of(article, "Ida Koll; Ulf Osk", "Tarn") == ["Ida Koll; Ulf Osk"]
    assert titles_of(article, "Ida Koll; Ulf Osk", "Tarn") == [["Former Mayor"], ["former Tarn Gov."]]


def test_name_that_modifies_is_no_speaker() -> None:
    """A person's name before the noun for a body, an office or a paper does not make that person the speaker."""
    article = "[[The Osk super PAC]] said no. [[Osk campaign manager Ida Koll]] said yes."
    assert speakers_of(article, "Osk; Ida Koll") == ["Osk super PAC", "Ida Koll"]
    assert titles_of(article, "Osk; Ida Koll")[1] == ["Osk campaign manager"]


def test_someone_is_anonymous() -> None:
    """Somebody unknown who spoke is an anonymous speaker; everybody is none."""
    cast = cast_of("[[Someone]] shouted no. [[Everyone]] laughed.")
    assert [r.speakers[0].type if r.speakers else None for r in cast.resolutions] == [SpeakerType.ANONYMOUS, None]


def test_participle_carries_the_speaker_on() -> None:
    """A cue such as "adding" that has no source of its own has the speaker of its sentence, and says why."""
    doc, drafts = marked(
        "[[Ulf Osk]] said the boats would wait, adding that storms were near. It rained, adding to it."
    )
    said, adding, later = (tokens(doc, i, i + 1) for i in (doc.text.index(word) for word in ("said", "adding", "rain")))
    more = evolve(drafts[0], cue=adding, source=None, content=((adding[1], adding[1] + 3),))
    other = evolve(more, cue=(later[0] + 2, later[0] + 3), content=((later[1] + 2, later[1] + 3),))
    cast = resolve(doc, analyse(doc), names_of(doc, "Ulf Osk"), [evolve(drafts[0], cue=said), more, other])
    assert [[s.name.text for s in r.speakers] for r in cast.resolutions] == [["Ulf Osk"], ["Ulf Osk"], []]
    assert cast.resolutions[1].form is MentionForm.NONE
    assert cast.resolutions[1].path[0].rule == "participle"


def test_age_or_nationality_means_the_person_the_article_is_about() -> None:
    """An age, or a word for one of a country, takes up the person named just before; a people stays one."""
    doc, drafts = marked(
        "Ulf Osk won again. [[The 35-year-old]] was glad. [[The Argentine]] left. [[The French]] stayed."
    )
    peoples = [Name(*tokens(doc, i, i + 1), NameType.GROUP, 0.9) for i in map(doc.text.index, ("Argentine", "French"))]
    cast = resolve(doc, analyse(doc), [*names_of(doc, "Ulf Osk"), *peoples], drafts)
    assert [r.speakers[0].name.text for r in cast.resolutions] == ["Ulf Osk", "Ulf Osk", "French"]


def test_a_relative_is_somebody_else() -> None:
    """ "Her husband" is the man named with her, and "his brother" not the man himself."""
    article = "John Osk and Mary Koll sold the boat. [[Mary Koll]] was tired. [[Her husband]] agreed."
    assert speakers_of(article, "John Osk; Mary Koll") == ["Mary Koll", "John Osk"]
    assert speakers_of("John Osk was found. [[His brother]] was glad.", "John Osk") == ["His brother"]
    brothers = "[[Paul Osk]] left. [[His brother, John Osk,]] stayed. [[John Osk]] was tired. [[His brother]] was glad."
    assert speakers_of(brothers, "Paul Osk; John Osk")[-1] == "His brother"


def test_they_may_be_one_person() -> None:
    """Where nothing else can be meant, "they" is the one who spoke last, with little certainty."""
    cast = cast_of("[[Robin Orne]] said no. [[They]] said why.", "Robin Orne")
    assert [[s.name.text for s in r.speakers] for r in cast.resolutions] == [["Robin Orne"]] * 2
    assert cast.resolutions[1].score is not None
    assert cast.resolutions[1].score < 0.5


def test_no_official_is_nobody() -> None:
    """A source that says "no" names nobody, and the path says so."""
    cast = cast_of("[[No official]] spoke. [[No one]] did.")
    assert cast.speakers == ()
    assert cast.resolutions[0].path[0].rule == "names-nobody"


def test_labels_of_an_interview() -> None:
    """Behind "A:" speaks whom the text before the first question is about; who asks behind "Q:" is not told."""
    article = "Ida Koll mends nets. Koll met Ulf Osk.\n\n[[Q]]: Why?\n\n[[A]]: They tear.\n\n[[Q]]: And now?"
    assert speakers_of(article, "Ida Koll; Ulf Osk") == ["", "Ida Koll", ""]
    assert speakers_of("[[A]]: They tear.") != [""]


def test_the_statement_is_its_issuers() -> None:
    """A bare "the statement" speaks for the one who said something in a statement before; "the report" does not."""
    text = "[[The Harbour Office]] said so in a statement. [[The statement]] said more. [[The report]] did not."
    doc, drafts = marked(text)
    start = doc.text.index("a statement")
    drafts[0] = evolve(drafts[0], medium=tokens(doc, start, start + len("a statement")))
    cast = resolve(doc, analyse(doc), names_of(doc, bodies="Harbour Office"), drafts)
    assert [r.speakers[0].name.text for r in cast.resolutions] == ["Harbour Office", "Harbour Office", "report"]
    assert cast.resolutions[1].path[0].rule == "issued-before"


def test_one_of_several_is_nobody_named_later() -> None:
    """ "One of the clerks" brings in nobody who is named further on."""
    article = "Two clerks came. [[One of the clerks]] said no. [[He]] said why. [[Ida Koll]] agreed."
    assert speakers_of(article, "Ida Koll")[0] == "One of the clerks"


def test_a_role_of_another_body_is_another() -> None:
    """A leader of one party is not the leader of what the description says, place or no place."""
    article = (
        "[[The head of Tarnia's ports authority]] left. [[Ulf Osk, head of the Lorn Club,]] stayed. "
        "[[Ida Koll, head of the authority for ports,]] came."
    )
    assert speakers_of(article, "Ulf Osk; Ida Koll", "Lorn Club", "Tarnia")[0] == "Ida Koll"


def test_a_boss_is_the_manager_of_the_same_body() -> None:
    """ "The Rovers boss" is whoever manages Rovers, rather than who speaks next."""
    article = "[[Rovers manager Ulf Osk]] left. [[The Rovers boss]] was sad. [[Per Roe]] was glad."
    assert speakers_of(article, "Ulf Osk; Per Roe", "Rovers") == ["Ulf Osk", "Ulf Osk", "Per Roe"]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The minister, 78, came to the trial.", "Ulf Osk"),
        ("The former minister came to the trial.", "Ulf Osk"),
        ("The minister's car came to the trial.", "Per Roe"),
        ("The trial ended.", "Per Roe"),
        ("The minister came. [[Per Roe]] left.", "Per Roe"),
    ],
)
def test_he_is_the_role_that_the_sentence_before_begins_with(sentence: str, who: str) -> None:
    """A role that is the subject of the sentence before goes before the last speaker, if its title is somebody's."""
    former = "former " if "former" in sentence else ""
    article = f"The {former}minister, Ulf Osk, was ill. [[Per Roe]] was sad. {sentence} [[He]] was tired."
    assert speakers_of(article, "Ulf Osk; Per Roe")[-1] == who


def test_a_former_minister_was_one() -> None:
    """Somebody who "was minister" is "the former minister"."""
    article = "Ulf Osk was the minister of ports. [[Per Roe]] was sad. [[The former minister]] was not."
    assert speakers_of(article, "Ulf Osk; Per Roe")[-1] == "Ulf Osk"


def test_a_widow_has_the_name_of_her_husband() -> None:
    """ "Karl Koll's widow" is no woman of another surname who happens to be spoken of last."""
    article = "Karl Koll died. [[{}]] was ill. [[Karl Koll's widow]] was sad."
    assert speakers_of(article.format("Jane Koll"), "Karl Koll; Jane Koll")[-1] == "Jane Koll"
    assert speakers_of(article.format("Jane Roe"), "Karl Koll; Jane Roe")[-1] == "Karl Koll's widow"

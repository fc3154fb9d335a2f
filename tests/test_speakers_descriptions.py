"""Speakers that are taken up by other words than their names: epithets, abbreviated titles, shares, first mentions."""

from __future__ import annotations

import pytest
from attrs import evolve

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

"""Contents that can be read by themselves: whom they mean."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.attribution.draft import Draft
from quotex.claims import stand_alone
from quotex.records import Act, Kind, Span, SpeakerType
from quotex.speakers import resolve
from quotex.speakers.entities import Entity
from quotex.speakers.found import FoundReference
from quotex.structure import analyse
from speaker_samples import NLP, names_of
from standalone_samples import standing


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("[[Ida Roe]] said {she would sell her boats}.", "Ida Roe would sell her boats"),
        ("[[Ida Roe]] praised {her first boat}.", "Ida Roe’s first boat"),
        ("[[Ida Roe]] said {only hers was sold}.", "only Ida Roe’s was sold"),
        ("[[Ida Roe]] said {all told her that all was well}.", "all told Ida Roe that all was well"),
        ("[[Ida Roe]] said {all asked her bluntly}.", "all asked Ida Roe bluntly"),
        ("Ida Roe came. [[Ulf Osk]] said {Roe would sell boats}.", "Ida Roe would sell boats"),
        ("[[Ida Roe]] said: “{I think my boats are old}.”", "I [Ida Roe] think my boats are old"),
        ("[[Ida Roe]] said: “{My boats are old}.”", "My [Ida Roe’s] boats are old"),
        ("[[Ida Roe]] said {she’d sell boats}.", "she’d [Ida Roe] sell boats"),
        ("[[Ida Roe]] said: “{I'm glad}.”", "I'm [Ida Roe] glad"),
        ("[[Ida Roe]] said {all doubt her given the storm}.", "all doubt Ida Roe given the storm"),
        ("The mayor, Ida Roe, came. [[Ulf Osk]] said {the mayor would sell boats}.", "Ida Roe would sell boats"),
        ("[[Ida Roe]] said {Ida Roe sold boats and she was glad}.", "Ida Roe sold boats and she was glad"),
    ],
)
def test_what_is_sure_gives_way_to_the_name(article: str, text: str) -> None:
    """Pronouns, surnames and roles become the full name, once in a content, and verbs still fit."""
    assert standing(article).text == text


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("the boats of Ida\xa0Roe leaked", "Ida Roe; Ulf Osk; Roe; Osk"),
        ("nobody called her Ida any more", "Ida Roe; Ulf Osk; Ida; Osk"),
        ("Ida Roe sold boats", "Ida Vorla Roe; Ida Roe; Ulf Osk"),
        ("a woman known as Ida sold boats", "Ida Roe; Ulf Osk; Ida; Osk"),
    ],
)
def test_a_name_beside_the_rest_of_it_or_told_as_one_stays(text: str, people: str) -> None:
    """No word of a name comes twice where a no-break space hides it, what somebody is called is not changed, and a name
    that only a middle name is missing from is whole."""
    assert standing(f"Ida Vorla Roe is Ida Roe. Ida Roe came. [[Ulf Osk]] said {{{text}}}.", people).text == text


def test_a_name_that_ran_into_other_words_takes_no_place() -> None:
    """Where a blank is missing behind a name, what the tokeniser took for it is no name to read."""
    doc = NLP("Ida Roe:“We sold boats” and she left")
    assert doc[1].text == "Roe:“We"
    roe = Entity(SpeakerType.PERSON, (0, 2), (), named=True)
    she = next(token.i for token in doc if token.text == "she")
    found = stand_alone(doc, [(she, she + 2)], [FoundReference((she, she + 1), "last-speaker", 0.97, roe)])
    assert found.text == "she left"
    assert [each.rule for each in found.unresolved] == ["unsure"]


@pytest.mark.parametrize(
    ("article", "word", "rule"),
    [
        ("[[Ida Roe]] said: “{We sell boats}.”", "We", "several-speak"),
        ("[[Ida Roe]] said: “{She sells boats}.”", "She", "speaks-of-another"),
        ("[[Ida Roe]] promised {her that boats would sell}.", "her", "speaks-of-another"),
        ("[[Ida Roe]] asked {if she sold boats}.", "she", "speaks-of-another"),
        ("Ulf Osk and John Osk came. [[Ida Roe]] said {Osk sold boats}.", "Osk", "several-bearers"),
        ("Ulf Osk met John Osk. [[Ida Roe]] said {he sold boats}.", "he", "unsure"),
        ("[[Ida Roe]] said {the captain sold boats}.", "the captain", "role-of-nobody"),
        ("The captain, John Osk, came. [[Ida Roe]] said {the captain was late}.", "the captain", "office-of-many"),
        ("Ida Roe came. [[Ulf Osk]] said {the Roe brothers sold boats}.", "Roe", "shared-surname"),
        ("Ida Roe came. [[Ulf Osk]] said {President Roe sold boats}.", "Roe", "office-of-many"),
        ("King Roe was a boat of Ida Roe. [[Ulf Osk]] said {the king sold boats}.", "the king", "office-of-many"),
        ("[[Ida Roe]] said: “{All that counts is ME}.”", "ME", "quoted-within"),
        ("The former mayor, Ida Roe, came. [[Ulf Osk]] said {the mayor sold boats}.", "the mayor", "office-of-many"),
        ("[[Ida Roe]] said: “{Buyers cried: ‘I want boats’}.”", "I", "quoted-within"),
        ("[[Ida Roe]] said {a captain knows his or her boat}.", "his", "either"),
        ("[[Ida Roe]] said {the storm had made her turn}.", "her", "whose-or-whom"),
        ("[[Ida Roe]] said {an aunt had shown she cared}.", "she", "somebody-between"),
        ("[[Ida Roe]] said {the town had sold off her boat}.", "her", "unsure"),
        ("Ida Roe Sells\n\nThe town saw boats. [[Ulf Osk]] said {Roe sold boats}.", "Roe", "name-of-heading"),
        ("[[Ida Roe]] said {the whale had come, so the town cared for her}.", "her", "somebody-between"),
        ("[[Ida Roe]] said {she met Ida Roe}.", "she", "named-behind"),
        ("[[Ida Roe]] told Ada Doe {the town knew her boats}.", "her", "somebody-between"),
        ("[[Ida Roe]] <told> her {she had been lucky}.", "she", "speaks-of-another"),
        ("[[Ida Roe]] <said> to her {she had been lucky}.", "she", "speaks-of-another"),
        ("Ida Roe came. [[Ulf Osk]] said {the Roe administration sold boats}.", "Roe", "name-in-term"),
        ("Ida Roe came. [[Ulf Osk]] said {boats lay off Roe Tower}.", "Roe", "name-in-term"),
        ("Ida Roe came. [[Ulf Osk]] said {all know ''Roe rule''}.", "Roe", "name-in-term"),
        ("Ida Roe came. [[Ulf Osk]] said {all is anti-Roe}.", "Roe", "name-in-term"),
        ("Ida Roe came. [[Ulf Osk]] said {all is up to I. Roe}.", "Roe", "name-in-parts"),
        ("Ida Roe came. [[Ulf Osk]] said {boats lay off St. Ida}.", "Ida", "several-bearers"),
        ("[[Ida Roe]] praised {herself and her boats}.", "her", "whose-or-whom"),
        ("[[Ida Roe]] said: “{All end up saying I sold boats}.”", "I", "quoted-within"),
        ("[[Roe]]<:> {Nobody goes, ‘My boats are sold.’} Ida Roe left.", "My", "quoted-within"),
    ],
)
def test_what_is_not_sure_stays_and_is_listed(article: str, word: str, rule: str) -> None:
    """Nothing is guessed: the words stay as they are, and the list says why."""
    found = standing(article)
    assert not found.substitutions
    assert (found.unresolved[0].span.text, found.unresolved[0].rule) == (word, rule)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("that the boats sank", "the boats sank"),
        ("that 12 boats sank", "12 boats sank"),
        ("that Tarn sank", "Tarn sank"),
        ("that boats were sunk", "boats were sunk"),
        ("that “no boat” sank", "“no boat” sank"),
        ("that boat sank", "that boat sank"),
        ("that makes sense", "that makes sense"),
        ("that was all", "that was all"),
        ("that boats sink", "that boats sink"),
        ("that", "that"),
        ("that the boats sank and that the crews swam", "the boats sank and the crews swam"),
        ("that the boats sank, but that no crew swam", "the boats sank, but no crew swam"),
        (
            "that the boats sank if it blew and that the crews swam",
            "that the boats sank if it blew and that the crews swam",
        ),
        ("that the boats sank and that crew swam", "that the boats sank and that crew swam"),
        ("that the boats that sank were old", "the boats that sank were old"),
    ],
)
def test_a_clause_stands_without_its_that(content: str, text: str) -> None:
    """A "that" which only joins a clause to its cue gives way to nothing, with those beside it; one that may point at
    something stays."""
    found = standing(f"[[Ulf Osk]] said {{{content}}}.")
    assert found.text == text
    gone = content.count("that ") - text.count("that ")
    assert [(each.span.text, each.new) for each in found.substitutions] == [("that ", "")] * gone


def test_a_surname_that_follows_another_given_name_is_left() -> None:
    """Where the article names another of the surname, though not as a person, the surname may be that one's."""
    article = "The Mary Osk campaign sold boats. Ulf Osk came. [[Ida Roe]] said {Osk was glad}."
    assert [each.rule for each in standing(article).unresolved] == ["several-bearers"]
    assert standing(article.replace("Mary Osk", "Tarn")).text == "Ulf Osk was glad"


@pytest.mark.parametrize(
    ("name", "short", "is_left"),
    [
        ("Ulf Osk Sr.", "Osk", True),
        ("Ulf Osk Jr.", "Ulf Osk", True),
        ("Ulf Osk Jr.", "Osk", False),
        ("Ulf Osk‘s", "Osk", True),
        ("QUlf Osk", "Osk", True),
        ("Ulf Friday", "Ulf", True),
        ("Ulf “Tata” Osk", "Osk", False),
    ],
)
def test_a_full_name_must_be_one_that_can_be_read(name: str, short: str, is_left: bool) -> None:
    """No name takes a place that has letters, marks or a day too many, or that tells father and child apart."""
    found = standing(f"{name} came. [[Ida Roe]] said {{{short} was glad}}.", f"{name}; Ida Roe; {short}")
    assert (found.text == f"{short} was glad") is is_left


def test_a_name_in_parts_is_left() -> None:
    """A given name is not made a full name where the family name stands right behind it."""
    found = standing("Ida Roe came. [[Ulf Osk]] said {Ida ROE sold boats}.", "Ida; Ida Roe; Ulf Osk")
    assert [(each.span.text, each.rule) for each in found.unresolved] == [("Ida", "name-in-parts")]


def test_a_term_in_marks_stays_as_it_is() -> None:
    """A name within a term in quotation marks is part of the term."""
    found = standing("Ida Roe came. [[Ulf Osk]] said {the so-called “Roe rule” sold boats, and Roe knew}.")
    assert found.text == "the so-called “Roe rule” sold boats, and Ida Roe knew"


def test_a_pronoun_needs_a_gender_that_the_name_tells() -> None:
    """A name that tells no gender is taken for "he" only where its bearer is the one who says so."""
    people = "Tiru Vael; Ulf Osk"
    spoken = standing("[[Tiru Vael]] said {he sold boats}.", people)
    told = standing("Tiru Vael came. [[The port]] said {he sold boats}.", people)
    assert spoken.text == "Tiru Vael sold boats"
    assert [each.rule for each in told.unresolved] == ["gender-not-told"]


@pytest.mark.parametrize(("spoken", "text"), [("He", "Tiru Vael’s boats"), ("She", "his boats"), ("Vael", "his boats")])
def test_a_possessive_needs_it_from_the_name_or_another_pronoun(spoken: str, text: str) -> None:
    """ "His" is taken for a name that tells no gender where the article calls its bearer "he", and nothing else."""
    doc = NLP(f"Tiru Vael came. {spoken} spoke. Tiru Vael praised his boats.")
    drafts = [
        Draft(None, span, (content,), (False,), Act.STATEMENT, Kind.INDIRECT, 0.9)
        for span, content in (((4, 5), (5, 6)), ((7, 9), (10, 12)))
    ]
    names = names_of(doc, "Tiru Vael; Vael")
    cast = resolve(doc, analyse(doc), names, drafts, find_references=True)
    assert stand_alone(doc, drafts[1].content, cast.references[1]).text == text


def test_pronouns_of_one_gender_for_two_people_are_all_left() -> None:
    """Where "she" was taken for two people in one content, neither reading is used."""
    doc = NLP("Ida Roe, Ada Doe: she sold and she left")
    roe, doe = (Entity(SpeakerType.PERSON, name, (), named=True) for name in ((0, 2), (3, 5)))
    once, both = (
        [FoundReference((6, 7), "salient-mention", 0.97, roe), FoundReference((9, 10), "salient-mention", 0.97, other)]
        for other in (roe, doe)
    )
    assert stand_alone(doc, [(6, 11)], once).text == "Ida Roe sold and she left"
    assert stand_alone(doc, [(6, 11)], both).text == "she sold and she left"


def test_a_name_in_another_spelling_is_no_short_form() -> None:
    """A surname that only resembles a fuller name is left alone."""
    found = standing("Ulf Oskar came. [[Ida Roe]] said {Osker sold boats}.", "Ida Roe; Ulf Oskar; Osker")
    assert "Ulf Oskar" not in found.text


def test_a_given_name_that_shares_a_surname_is_left() -> None:
    """ "Ulf and John Osk" are two Osks, whichever other bearer of the given name the article has."""
    found = standing("Ulf Doe came. [[Ida Roe]] praised {Ulf and John Osk}.", "Ida Roe; Ulf Doe; John Osk; Ulf")
    assert [each.rule for each in found.unresolved] == ["shared-surname"]


def test_a_form_of_address_is_no_pronoun() -> None:
    """ "Her Excellency" is neither replaced nor in doubt."""
    found = standing("[[Ida Roe]] thanked {Her Excellency for the boats}.")
    assert (found.substitutions, found.unresolved) == ((), ())


@pytest.mark.parametrize(
    "content", ["the candidate in this race", "the mayor of Tarn", "the mayor who left", "the mayor, Dr. Ida Roe,"]
)
def test_a_role_that_says_of_what_stands_by_itself(content: str) -> None:
    """A description that tells more is neither replaced nor in doubt."""
    found = standing(f"The mayor, Ida Roe, came. [[Ulf Osk]] said {{{content} sold boats}}.")
    assert (found.text, found.substitutions, found.unresolved) == (f"{content} sold boats", (), ())


@pytest.mark.parametrize(("country", "text"), [("Norwegian", "Ida Roe sailed"), ("Swedish", "the president sailed")])
def test_an_office_of_one_of_several_countries_is_left(country: str, text: str) -> None:
    """Where the article has to do with two countries, a bare office may be that of the other."""
    article = f"Norwegian president Ida Roe came. {country} boats sank. [[Ulf Osk]] said {{the president sailed}}."
    assert standing(article).text == text


@pytest.mark.parametrize("content", ["a law that lets the mayor sell boats", "the next mayor will sell boats"])
def test_an_office_whoever_bears_it_is_left(content: str) -> None:
    """An office may be meant, not the one who bears it today."""
    assert not standing(f"The mayor, Ida Roe, came. [[Ulf Osk]] wants {{{content}}}.").substitutions


def test_the_log_tells_what_was_changed_and_where_the_name_stands() -> None:
    """Each substitution holds the words in the content, the new ones, where they were taken from, and why."""
    (made,) = standing("[[Ida Roe]] said {she would sell boats}.").substitutions
    assert (made.span, made.new, made.source) == (Span(13, 16, "she", 3, 4), "Ida Roe", Span(0, 7, "Ida Roe", 0, 2))
    assert (made.rule, made.score >= 0.88) == ("who-says-so", True)


_WORDS = st.sampled_from(
    "Ida Roe Osk he she her his I we they it the mayor court country last next year month Monday May 3 yesterday today "
    "sold will in on of , . “ ” 's".split()
)


@settings(max_examples=80, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=25))
def test_any_words_give_their_own_text_but_for_the_changes(words: list[str]) -> None:
    """Undoing the substitutions one after the other gives the content as it stood; none overlap."""
    content = " ".join(words)
    found = standing(f"[[Ida Roe]] met Ulf Osk and said {{{content}}} .")
    text = found.text
    at = 0
    for each in found.substitutions:
        place = text.index(each.new, at)
        text = text[:place] + each.span.text + text[place + len(each.new) :]
        at = place + len(each.span.text)
    assert text == content


@pytest.mark.parametrize(
    "content",
    [
        "Doe was the mayor",
        "no man was ever really the mayor",
        "no man is any longer the mayor",
        "nobody may become the mayor",
        "the town elected her the mayor",
        "nobody remains the mayor",
    ],
)
def test_what_somebody_is_stays(content: str) -> None:
    """An office that is said of somebody would name them as the one who bears it now."""
    found = standing(f"The mayor, Ida Roe, left. [[Ulf Osk]] said {{{content}}}.")
    assert "the mayor" in found.text
    assert "predicate" in [each.rule for each in found.unresolved]


def test_what_somebody_in_office_does_is_theirs() -> None:
    """Elsewhere the one bearer of an office is meant."""
    found = standing("The mayor, Ida Roe, left. [[Ulf Osk]] said {crews were glad that the mayor had left}.")
    assert found.text == "crews were glad that Ida Roe had left"

"""Noun phrases, nouns and titles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.mentions.nouns import Gender, NounKind, noun, noun_gender
from quotex.mentions.phrases import Determiner, read_phrase
from quotex.mentions.titles import FoundTitle, own_nouns
from speaker_samples import NLP, names_of, titles_of


@pytest.mark.parametrize(
    ("text", "head", "kind", "determiner"),
    [
        ("the head of the fish market", "head", NounKind.PERSON, Determiner.DEFINITE),
        ("a senior police official who asked not to be named", "official", NounKind.PERSON, Determiner.INDEFINITE),
        ("officials", "officials", NounKind.GROUP, Determiner.NONE),
        ("a number of farmers", "number", NounKind.GROUP, Determiner.INDEFINITE),
        ("the ministry", "ministry", NounKind.ORGANISATION, Determiner.DEFINITE),
        ("its annual report on fishing", "report", NounKind.DOCUMENT, Determiner.POSSESSIVE),
        ("Touring the harbour, the deputy minister of ports", "minister", NounKind.PERSON, Determiner.DEFINITE),
        ("the lawyer hired by the family", "lawyer", NounKind.PERSON, Determiner.DEFINITE),
        ("his brother-in-law", "brother", NounKind.PERSON, Determiner.POSSESSIVE),
        ("an attorney-at-law from Tarn", "attorney", NounKind.PERSON, Determiner.INDEFINITE),
        ("the new law", "law", NounKind.DOCUMENT, Determiner.DEFINITE),
    ],
)
def test_heads(text: str, head: str, kind: NounKind, determiner: Determiner) -> None:
    """The head noun is found before prepositions and clauses, behind lead-ins."""
    doc = NLP(text)
    phrase = read_phrase(doc, (0, len(doc)), names_of(doc))
    assert phrase is not None
    assert phrase.noun is not None
    assert (doc[phrase.head].text, phrase.noun.kind, phrase.determiner) == (head, kind, determiner)


@pytest.mark.parametrize(
    ("text", "people", "at_head"),
    [
        ("Ada Orne", "Ada Orne", ["Ada Orne"]),
        ("the party's leader, Ada Orne", "Ada Orne", ["Ada Orne"]),
        ("roads minister Ada Orne", "Ada Orne", ["Ada Orne"]),
        ("Secretary of Works Ada Orne", "Ada Orne", ["Ada Orne"]),
        ("advisers to Mr. Orne", "Orne", []),
        ("a spokesman for President Orne", "Orne", []),
        ("the Orne campaign", "Orne", []),
        ("Orne communications director Bo Tveit", "Orne; Bo Tveit", ["Bo Tveit"]),
        ("Orne's brother, Bo Tveit", "Orne; Bo Tveit", ["Bo Tveit"]),
        ("the minister, represented by his aide, Bo Tveit", "Bo Tveit", []),
        ("Leader of the Opposition Bo Tveit", "Bo Tveit", ["Bo Tveit"]),
        ("Orne's brother-in-law, Bo Tveit", "Orne; Bo Tveit", ["Bo Tveit"]),
        ("Ada Orne (Centre) and Bo Tveit (Right)", "Ada Orne; Bo Tveit", ["Ada Orne", "Bo Tveit"]),
        ("relatives of Ada Orne and Bo Tveit", "Ada Orne; Bo Tveit", []),
    ],
)
def test_people_at_head(text: str, people: str, at_head: list[str]) -> None:
    """People are credited where they head the phrase, in apposition or in company, not where it only mentions them."""
    doc = NLP(text)
    phrase = read_phrase(doc, (0, len(doc)), names_of(doc, people))
    assert phrase is not None
    assert [doc[n.start : n.end].text for n in phrase.names] == at_head


def test_no_words_no_phrase() -> None:
    """A span of marks alone is no phrase."""
    doc = NLP("( — )")
    assert read_phrase(doc, (0, len(doc)), ()) is None


def test_nouns() -> None:
    """Plurals of people are groups, abbreviated ranks are spelled out, and some nouns tell gender."""
    assert noun("Gen.") == noun("general")
    plural = noun("lawmakers")
    assert plural is not None
    assert (plural.kind, plural.singular) == (NounKind.GROUP, "lawmaker")
    assert noun("blue") is None
    assert noun_gender("spokeswoman") is Gender.FEMALE
    assert noun_gender("minister") is None


@pytest.mark.parametrize(
    ("article", "titles"),
    [
        ("[[President Ada Orne]] said so.", ["President"]),
        ("[[former Deputy Ports Minister Datuk Ada Orne]] said so.", ["former Deputy Ports Minister"]),
        ("[[The UN envoy on fisheries, Ada Orne,]] said so.", ["UN envoy on fisheries"]),
        ("[[Ada Orne, a doctor at the Harbour Clinic]] said so.", ["doctor at the Harbour Clinic"]),
        ("[[Ada Orne, the late mayor of Tarn, who fell ill,]] said so.", ["late mayor of Tarn"]),
        ("[[Ada Orne, who heads the harbour office,]] said so.", ["heads the harbour office"]),
        ("[[Ada Orne, who works as a nurse in Tarn,]] said so.", ["nurse in Tarn"]),
        ("[[Ada Orne, who left early,]] said so.", []),
        ("[[Ada Orne (PKR-Tarn)]] said so.", ["PKR-Tarn"]),
        (
            "[[Ada Orne, head of the fish, crab and squid institute,]] said so.",
            ["head of the fish, crab and squid institute"],
        ),
        ("[[Mrs Ada Orne]] said so.", []),
        ("[[Ada Orne from the Harbour Clinic]] said so.", []),
        ("[[Ada Orne]] said so. Ada Orne is a miner with Goldfield.", ["miner with Goldfield"]),
        ("It rained as Governor Ada Orne arrived. [[Orne]] said so.", ["Governor"]),
        ("[[Commissioner Ada Orne]]: We are ready.", ["Commissioner"]),
        ("[[Ada Orne (leader of the opposition)]] said so.", ["leader of the opposition"]),
        ("[[Ada Orne, who was head of the Harbour Clinic at the time,]] said so.", ["head of the Harbour Clinic"]),
        ("[[Ada Orne, whose brother sits on the board,]] said so.", []),
        ("[[Hotel owner Ada Orne]] said so.", ["Hotel owner"]),
        ("[[The elder Orne]] said so.", []),
        ("[[Leader of the Opposition Ada Orne]] said so.", ["Leader of the Opposition"]),
        ("[[Ada Orne, an attorney-at-law in Tarn,]] said so.", ["attorney-at-law in Tarn"]),
        ("[[A lawyer, Ada Orne,]] told the court that her client was ill.", ["lawyer"]),
        ("[[The oldest pilot, Ada Orne,]] has accused her former rival.", ["oldest pilot"]),
        ("[[A nurse, Ada Orne,]] noticed that a patient had died.", ["nurse"]),
        ("[[Ada Orne, who represents the streets of a mayor,]] said so.", []),
        ("[[Orne]] said so. Orne, 61, is his deputy in Tarn.", ["deputy in Tarn"]),
        ("[[Orne]] said so. Orne, 61, was elected chairwoman in May.", []),
        ("[[Orne]] said so. Orne, 61, is now the mayor of Tarn.", ["mayor of Tarn"]),
        ("[[Orne]] said so. Her aunt, Ada Orne, was minister of ports from 1996 to 2003.", ["minister of ports"]),
        ("[[Ada Orne, mayor of Tarn since 2014,]] said so.", ["mayor of Tarn"]),
        ("[[Ada Orne, retired head of the Harbour Clinic,]] said so.", ["retired head of the Harbour Clinic"]),
    ],
)
def test_titles(article: str, titles: list[str]) -> None:
    """Titles stand before a name, behind it, in brackets or as a predicate; forms of address and origins are none."""
    assert titles_of(article, "Ada Orne; Orne", "Harbour Clinic; UN") == [titles]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from("the a head of minister , ( ) and Ada Orne who is 's — “ ” report police . officials".split()),
        max_size=14,
    )
)
def test_any_phrase_is_read(words: list[str]) -> None:
    """Any string of such words is read without an error, and what is found lies within it."""
    doc = NLP(" ".join(words))
    phrase = read_phrase(doc, (0, len(doc)), names_of(doc, "Ada Orne"))
    if phrase is not None:
        assert 0 <= phrase.start <= phrase.head < phrase.end <= len(doc)


def test_a_title_behind_and_belongs_to_the_name_after_it() -> None:
    """Of two names with their titles the first does not get the second one's."""
    article = "The mayor, Ada Orne, and the harbour minister, Bo Tveit, met. [[Orne]] agreed. [[Tveit]] did not."
    assert titles_of(article, "Ada Orne; Bo Tveit") == [["mayor"], ["harbour minister"]]


@pytest.mark.parametrize(
    ("title", "nouns"),
    [
        ("brother of Mayor Ida Osk", ["brother"]),
        ("wife of the minister", ["wife"]),
        ("spokesman for the president and chairman of the port", ["spokesman", "chairman"]),
        ("aide to the king’s brother", ["aide"]),
        ("president of the Tarn League and mayor of Tarn", ["president", "mayor"]),
        ("leader of the opposition", ["leader", "opposition"]),
        ("secretary of state", ["secretary"]),
    ],
)
def test_whose_a_title_is_by(title: str, nouns: list[str]) -> None:
    """A title says what its bearer is, not what somebody else is whose relative or aide the bearer is."""
    doc = NLP(title)
    assert [known.singular for known in own_nouns(doc, FoundTitle(0, len(doc), "title"))] == nouns

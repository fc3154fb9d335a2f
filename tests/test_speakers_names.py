"""Which names, short forms and descriptions belong to one person or body."""

from __future__ import annotations

import pytest

from quotex.records import SpeakerType
from speaker_samples import cast_of, speakers_of

_FAMILY = "Bram Quent; Zorla Quent; Quent; Zorla"
_FAR = " The mill stands at the river and grinds rye." * 16
"""More words than a mention is kept in mind."""


def _cast_names(article: str, people: str) -> list[str]:
    """The names of the speakers of an article, each once."""
    return [speaker.name.text for speaker in cast_of(article, people).speakers]


def test_a_surname_is_kept_for_its_first_bearer() -> None:
    """A relative named in passing goes by the given name, and the surname stays with whom the text named first."""
    article = (
        "Bram Quent runs a mill with his sister Zorla Quent. [[Quent]] said no. [[Zorla]] said yes. [[Quent]] left."
    )
    assert speakers_of(article, _FAMILY) == ["Bram Quent", "Zorla Quent", "Bram Quent"]


@pytest.mark.parametrize(
    "opening", ["Zorla Quent is his sister.", "Dr. Zorla Quent is his sister.", "Mayor Zorla Quent is his sister."]
)
def test_a_surname_passes_to_who_opens_a_sentence(opening: str) -> None:
    """Somebody just named in full at the start of a sentence, a title aside, is whom the surname means next, for a
    while only.
    """
    assert speakers_of(f"Bram Quent runs a mill. {opening} [[Quent]] sang.", _FAMILY) == ["Zorla Quent"]
    assert speakers_of(f"Bram Quent runs a mill. {opening}{_FAR} [[Quent]] sang.", _FAMILY) == ["Bram Quent"]
    behind = f"Bram Quent runs a mill. Its wheel turns, and {opening} [[Quent]] sang."
    assert speakers_of(behind, _FAMILY) == ["Bram Quent"]


def test_a_surname_passes_to_another_speaker() -> None:
    """Somebody just named in full as a speaker is whom the surname means next, however far it is, until the first
    bearer is named again.
    """
    both = "[[Bram Quent]] said no. The mill was sold, [[Zorla Quent]] said."
    assert speakers_of(f"{both}{_FAR} It was dear, [[Quent]] said.", _FAMILY)[-1] == "Zorla Quent"
    again = f"{both} She knows Bram Quent. It was dear, [[Quent]] said."
    assert speakers_of(again, _FAMILY)[-1] == "Bram Quent"


def test_a_surname_goes_back_to_its_first_bearer() -> None:
    """Once the first bearer is named again, another's given name alone does not take the surname over."""
    article = "Bram Quent has a mill. Zorla Quent is his sister. They met Bram Quent. Zorla sang. [[Quent]] left."
    assert speakers_of(article, _FAMILY) == ["Bram Quent"]


def test_a_surname_is_the_last_word_of_a_name() -> None:
    """A word in the middle of somebody's name is no surname that another's could be taken for."""
    article = "Zorla Quent Vorl has a mill. They met Bram Quent there. It was dear, [[Quent]] said."
    assert speakers_of(article, "Zorla Quent Vorl; Bram Quent; Quent") == ["Bram Quent"]


def test_a_surname_that_speaks_is_of_one_who_spoke() -> None:
    """Of two bearers of a surname the one who has spoken speaks again, not one whom the text only tells of."""
    article = (
        "Bram Quent has a mill. It was sold, [[Zorla Quent]] said. They met Bram Quent. It was dear, [[Quent]] said."
    )
    assert speakers_of(article, _FAMILY) == ["Zorla Quent", "Zorla Quent"]
    told = "[[Bram Quent]] has a mill. Zorla Quent is his sister. It was dear, [[Quent]] said."
    assert speakers_of(told, _FAMILY) == ["Bram Quent", "Bram Quent"]


@pytest.mark.parametrize(
    ("article", "name"),
    [
        ("Mill Sold By Bram Orlentt\n\n[[Bram Orlent]] said no.", "Bram Orlent"),
        ("[[Bram Orlentt]] said no. [[Bram Orlent]] sang. [[Bram Orlent]] left.", "Bram Orlent"),
        ("[[Bram Orlent]] said no. [[Bram Örlent]] sang.", "Bram Örlent"),
        ("[[Bram Orlnt]] said no. [[Bram Orlent]] sang.", "Bram Orlent"),
        ("[[Bram Orlend]] said no. [[Bram Orlent]] sang.", "Bram Orlend"),
    ],
)
def test_the_usual_spelling_wins(article: str, name: str) -> None:
    """A person is called by the spelling outside headings, else the most frequent, the one with its accents, the
    longest and the first.
    """
    people = "Bram Orlent; Bram Orlentt; Bram Orlnt; Bram Orlend; Bram Örlent"
    assert _cast_names(article, people) == [name]


@pytest.mark.parametrize(("times", "one"), [(1, True), (3, False)])
def test_a_surname_that_comes_oftener_is_no_misspelling(times: int, one: bool) -> None:
    """A surname one letter away is a slip where it is rarer than the right one, somebody else where it is not."""
    article = "[[Bram Osmar]] said no. " + "[[Osman]] said yes. " * times
    assert len(_cast_names(article, "Bram Osmar; Osman")) == 1 + (not one)


@pytest.mark.parametrize(
    ("full", "short", "one"),
    [
        ("John Robert Quent", "JR Quent", True),
        ("John Robert Quent", "JB Quent", False),
        ("Kenneth Quent", "Ken Quent", True),
        ("William Quent", "Bill Quent", True),
        ("William Quent", "Karl Quent", False),
    ],
)
def test_other_forms_of_a_given_name(full: str, short: str, one: bool) -> None:
    """Initials run together and familiar forms are the same person, whichever comes first, and other names are not."""
    for first, second in ((full, short), (short, full)):
        article = f"[[{first}]] said no. [[{second}]] said more."
        assert _cast_names(article, f"{full}; {short}") == ([full] if one else [first, second])


def test_the_arabic_article_of_a_surname_may_be_missing() -> None:
    """A full name without the article is the one with it."""
    people = "Omar al-Vorlani; Omar Vorlani"
    assert _cast_names("[[Omar al-Vorlani]] said no. [[Omar Vorlani]] said more.", people) == ["Omar al-Vorlani"]


@pytest.mark.parametrize(
    ("article", "bodies", "speaker"),
    [
        ("The Tarn Times was late. [[The Times]] said so.", "Tarn Times; Times", "Tarn Times"),
        ("The Tarn Times and the Vorl Times met. [[The Times]] said so.", "Tarn Times; Vorl Times; Times", "Times"),
        ("Lynx News was late. [[Lynx]] said so.", "Lynx News; Lynx", "Lynx News"),
        ("[[Lynx]] said so. Lynx News was late.", "Lynx News; Lynx", "Lynx News"),
        ("Lynx News met Lynx Foods. [[Lynx]] said so.", "Lynx News; Lynx Foods; Lynx", "Lynx"),
        ("The Lynx Embassy was late. [[Lynx]] said so.", "Lynx Embassy; Lynx", "Lynx"),
        ("[[The U.S.]] said so. The United States left.", "United States; U.S.", "United States"),
        ("The US left. [[The U.S.]] said so.", "US; U.S.", "US"),
        ("The Tarn Post was late. [[TTP]] said so.", "Tarn Post; TTP", "Tarn Post"),
        ("We read The Tarn Post. [[TTP]] said so.", "The Tarn Post; TTP", "The Tarn Post"),
        ("The Tarn Post was late. [[TVP]] said so.", "Tarn Post; TVP", "TVP"),
    ],
)
def test_short_names_of_bodies(article: str, bodies: str, speaker: str) -> None:
    """One word is the only longer name that ends or begins so, unless that says whose it is, and initials may count the
    article.
    """
    assert speakers_of(article, bodies=bodies) == [speaker]


@pytest.mark.parametrize(
    ("title", "pronoun", "fits"),
    [
        ("vice president of her father's company", "She", True),
        ("agent of an actress", "He", True),
        ("a businesswoman from Tarn", "He", False),
        ("a businesswoman from Tarn", "She", True),
    ],
)
def test_a_title_tells_a_gender_before_its_first_preposition(title: str, pronoun: str, fits: bool) -> None:
    """The relative or employer that a title names behind a preposition is somebody else."""
    speakers = speakers_of(f"[[Zorla Quent, {title},]] said no. [[{pronoun}]] left.", "Zorla Quent")
    assert speakers == ["Zorla Quent", "Zorla Quent" if fits else ""]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("A farmer who grows rye", "farmer who grows rye"),
        ("The neighbour who sold the mill", "neighbour who sold the mill"),
        ("A neighbour who gave no name", "neighbour"),
        ("A neighbour who declined to be named", "neighbour"),
        ("An old farmer who grows rye", "old farmer"),
    ],
)
def test_a_bare_noun_keeps_its_clause(source: str, name: str) -> None:
    """Where a noun says little by itself, its clause tells who somebody is, unless it withholds just that."""
    assert speakers_of(f"[[{source}]] said no.") == [name]


@pytest.mark.parametrize(
    ("first", "same"), [("Most voters", False), ("Some voters", False), ("Older voters", True), ("Voters", True)]
)
def test_a_part_is_not_the_whole(first: str, same: bool) -> None:
    """A share of a group is not what the bare noun takes up, while a description of all of it is."""
    assert speakers_of(f"[[{first}]] said no. [[The voters]] said more.") == [first, first if same else "voters"]


@pytest.mark.parametrize(
    ("article", "speaker"),
    [
        ("Vorlex has new boats. [[The company]] said so.", "Vorlex"),
        ("Vorlex Bank has new boats. [[The company]] said so.", "Vorlex Bank"),
        ("Tarn University has new boats. [[The company]] said so.", "company"),
        ("Vorlex gave boats to Tarn University. [[The company]] said so.", "Vorlex"),
        ("Tarn University has new boats. [[The institution]] said so.", "Tarn University"),
        ("Vorlex sued the Tarn Gazette. Vorlex lost. [[The newspaper]] said so.", "Tarn Gazette"),
        ("Vorlex lost in May. [[The newspaper]] said so.", "newspaper"),
        ("Tarn University sued Vorlex. [[The school]] said so.", "Tarn University"),
        ("Vorlex wrote to Tarn University. [[The river regulator]] said so.", "river regulator"),
        ("Vorlex wrote to the Tarn Gazette. [[The rights group]] said so.", "Vorlex"),
        ("Vorlex has new boats. [[The town’s rights group]] said so.", "town’s rights group"),
        (f"The Tarn Gazette was sold.{_FAR} [[The newspaper]] said so.", "Tarn Gazette"),
        (f"The Tarn Gazette and the Vorl Herald met.{_FAR} [[The newspaper]] said so.", "newspaper"),
    ],
)
def test_a_noun_takes_up_a_body_of_its_sort(article: str, speaker: str) -> None:
    """ "The company" is no body of another sort, "the school" a university, "the rights group" any but a newspaper, and
    "the newspaper" one with a word of mastheads, the only one however far; what is owned is told of by its owner.
    """
    bodies = "Vorlex Bank; Vorlex; Tarn University; Tarn Gazette; Vorl Herald"
    cast = cast_of(article, bodies=bodies)
    assert [(s.name.text, s.type) for s in cast.speakers] == [(speaker, SpeakerType.ORGANISATION)]


@pytest.mark.parametrize("first", ["Omar al-Vorlani", "Omar Vorlani"])
def test_a_surname_leaves_out_its_article(first: str) -> None:
    """A person of an Arabic name is the same with the article and without, whichever comes first."""
    other = "Omar Vorlani" if "al-" in first else "Omar al-Vorlani"
    article = f"[[{first}]] said no. [[{other}]] left. [[Vorlani]] said more."
    found = speakers_of(article, f"{first}; {other}; Vorlani")
    assert len(set(found)) == 1


def test_the_us_is_no_pronoun() -> None:
    """Two capitals are the country, not "us"."""
    assert speakers_of("[[The US]] said no.", places="US") == ["US"]


def test_nobody_is_a_rival_to_oneself() -> None:
    """A name that comes with its article and without is one person's, so that the surname alone is as sure as any."""
    article = "[[Omar Vorlani]] said no. [[Omar al-Vorlani]] left. [[Vorlani]] said more."
    last = cast_of(article, "Omar Vorlani; Omar al-Vorlani; Vorlani").resolutions[-1]
    assert last.path[0].score > 0.7

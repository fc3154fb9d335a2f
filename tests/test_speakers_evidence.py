"""What leads from a source to a speaker beyond names and titles, and how sure it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.mentions.names import Name, NameType
from quotex.mentions.nicknames import with_nicknames
from quotex.records import SpeakerType
from quotex.speakers import antecedents, resolve
from quotex.speakers.confidence import confidence
from quotex.speakers.entities import Entity, Step
from quotex.structure import analyse
from speaker_samples import NLP, cast_of, marked, speakers_of, titles_of


@pytest.mark.parametrize(
    "text", ['Robert C. "Bobby" Roe said no.', "Robert C. “Bobby” Roe said no.", "Robert (Bobby) Roe said no."]
)
def test_a_nickname_stays_inside_its_name(text: str) -> None:
    """Names that a tagger cut at the marks of a nickname are one."""
    doc = NLP(text)
    end = next(token.i for token in doc if token.text == "Roe") + 1
    cut = [Name(0, 1, NameType.PERSON, 0.9), Name(end - 1, end, NameType.PERSON, 0.9)]
    if doc[1].text == "C.":
        cut[0] = Name(0, 2, NameType.PERSON, 0.9)
    assert [(name.start, name.end) for name in with_nicknames(doc, cut)] == [(0, end)]


def test_marks_around_other_words_join_no_names() -> None:
    """A quotation between two names is none of a nickname."""
    doc = NLP('Ada "Yes we can" Roe')
    names = (Name(0, 1, NameType.PERSON, 0.9), Name(6, 7, NameType.PERSON, 0.9))
    assert with_nicknames(doc, names) == names


def test_a_form_of_address_keeps_namesakes_apart_before_either_is_named_in_full() -> None:
    """A surname that is "Mr." elsewhere is no woman of that surname who comes later."""
    article = "President Osk agreed. [[President Osk]] spoke. [[Mr. Osk]] left. [[Ida Osk]] stayed."
    assert speakers_of(article, "Osk; Ida Osk") == ["Osk", "Osk", "Ida Osk"]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ('They took part in "Kwabo Osk Election Day" last week.', "Kwabo Osk"),
        ("The crowd met Ada Osk there.", "Ada Osk"),
        ("Yesterday Osk left. The Minister of Fisheries Osk stayed.", "Osk"),
        ("They asked Senator Osk and the African Osk.", "Osk"),
    ],
)
def test_a_surname_takes_the_given_name_that_stands_before_it_somewhere(place: str, name: str) -> None:
    """Where the tagger saw a surname only, the text may hold the full name; titles and origins are no given names."""
    article = f"[[Osk]] said no. {place}"
    doc, drafts = marked(article)
    names = (Name(0, 1, NameType.PERSON, 0.9),)
    cast = resolve(doc, analyse(doc), names, drafts)
    assert [speaker.name.text for speaker in cast.speakers] == [name]


def test_a_sentence_of_its_own_gives_a_title() -> None:
    """What "she is" says in the narrative is a title of the person whom "she" means, an age or kinship is none."""
    article = "[[Ida Koll]] said no. She is the chair of the bakers' guild in Tarn. She is a mother of two."
    assert titles_of(article, "Ida Koll") == [["chair of the bakers' guild in Tarn"]]


def test_kin_are_found_by_their_relation() -> None:
    """ "His wife" is the one person whom the article calls a wife, and the bare word is no title."""
    article = "His wife, Ida Koll, came along. [[Ulf Osk]] said no. [[His wife]] said yes."
    assert speakers_of(article, "Ida Koll; Ulf Osk") == ["Ulf Osk", "Ida Koll"]
    assert [] in titles_of(article, "Ida Koll; Ulf Osk")


@pytest.mark.parametrize(
    ("article", "name"),
    [
        ("A ferry company stopped its boats. [[The company]] said so.", "ferry company"),
        ("Two FBI agents came. [[The agents]] said nothing.", "FBI agents"),
        ("A leaked memo went round. [[The memo]] says more.", "leaked memo"),
        ("[[The company]] said so.", "company"),
    ],
)
def test_a_bare_description_takes_up_a_fuller_one(article: str, name: str) -> None:
    """A definite noun alone is called by the nearest fuller phrase with that noun before it."""
    assert speakers_of(article) == [name]


def test_an_abbreviation_is_spelled_out_from_the_text() -> None:
    """Words in capitals with the letters of a body's abbreviation are its name, though no tagger saw one in them."""
    article = "The Harbour and Rivers Authority met in May. [[HRA]] said so. [[The H.R.A.]] said more."
    assert speakers_of(article, bodies="HRA; H.R.A.") == ["Harbour and Rivers Authority"] * 2


def test_two_roles_under_one_article_are_one_person() -> None:
    """ "The former mayor and party leader" is one person, not a group."""
    cast = cast_of("[[The former mayor and party leader]] said no.")
    assert [speaker.type for speaker in cast.speakers] == [SpeakerType.ROLE]


def test_who_means_the_description_before_it() -> None:
    """A relative pronoun after a description means whom that describes, an office that is sought included."""
    article = "Ida Koll is the Harbour nominee for mayor. It was the nominee for mayor, [[who]] said no."
    assert speakers_of(article, "Ida Koll") == ["Ida Koll"]


@pytest.mark.parametrize(
    ("article", "speaker"),
    [
        ("A ferry company has new boats. The company cut its fares. [[It]] promised more.", "ferry company"),
        ("[[The Harbour Office]] said no. The report is long. [[It]] says more.", "report"),
        ("The Harbour Office cut fares in May. But [[it]] said no.", "Harbour Office"),
    ],
)
def test_it_takes_up_the_subject_of_the_sentence_before(article: str, speaker: str) -> None:
    """ "It" means the body or document that the sentence before begins with, if nobody has spoken since."""
    assert speakers_of(article, bodies="Harbour Office")[-1] == speaker


def test_they_go_on_as_they() -> None:
    """ "They" means whom the last "they" meant, whatever people a sentence in between wants something of."""
    article = "[[The union]] said no. [[They]] want all their members to pay. [[They]] hope for more."
    assert len(set(speakers_of(article, bodies="union"))) == 1


def test_each_feature_has_a_weight() -> None:
    """The features of a mention are as many as the weights, in one order."""
    seen = []
    look = antecedents.candidates

    def watch(*arguments):
        seen.extend(row for _, _, row in look(*arguments))
        return look(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(antecedents, "candidates", watch)
        speakers_of("[[Ida Koll]] met Ulf Osk. [[She]] said no.", "Ida Koll; Ulf Osk")
    assert seen
    assert {len(row) for row in seen} == {len(antecedents.WEIGHTS)}


def test_confidence_is_the_product_of_its_steps() -> None:
    """Each step makes a resolution less likely, one that only repeats the name does not."""
    person = Entity(SpeakerType.PERSON, (0, 2), ("ida", "koll"), True)
    name, role = Step("name", 0.6), Step("role", 0.9)
    assert confidence((), (person,)) == 1.0
    assert confidence((name,), (person,)) == pytest.approx(confidence((name, Step("full-name", 0.1)), (person,)))
    both = confidence((name, role), (person,))
    assert both == pytest.approx(confidence((name,), (person,)) * confidence((role,), (person,)))


def test_a_surname_alone_is_less_sure() -> None:
    """Somebody never named in full is less surely the right person than somebody who is."""
    full = Entity(SpeakerType.PERSON, (0, 2), ("ida", "koll"), True)
    short = Entity(SpeakerType.PERSON, (0, 1), ("koll",), True)
    step = (Step("name", 0.9),)
    assert confidence(step, (short,)) < confidence(step, (full,))


@pytest.mark.parametrize(
    ("rule", "type_"),
    [
        ("name", SpeakerType.PERSON),
        ("name", SpeakerType.ORGANISATION),
        ("described-only", SpeakerType.ROLE),
        ("described-only", SpeakerType.GROUP),
        ("described-only", SpeakerType.ORGANISATION),
        ("described-only", SpeakerType.DOCUMENT),
    ],
)
def test_a_single_word_is_less_sure(rule: str, type_: SpeakerType) -> None:
    """Whoever is known by one word only may have a fuller name or description that was not found."""
    steps = (Step(rule, 0.9),)
    full, single = (
        Entity(type_, (0, len(words)), words, rule == "name") for words in (("reef", "office"), ("office",))
    )
    assert confidence(steps, (single,)) < confidence(steps, (full,))


_RULES = st.sampled_from(
    ["name", "described-only", "role", "follows", "epithet", "last-speaker", "salient-mention", "full-name", "new-rule"]
)


@given(
    st.lists(st.builds(Step, _RULES, st.floats(0, 1)), max_size=5),
    st.sampled_from(SpeakerType),
    st.sampled_from([("koll",), ("ida", "koll")]),
)
def test_any_path_has_a_probability(path: list[Step], type_: SpeakerType, words: tuple[str, ...]) -> None:
    """Whatever steps lead to a speaker, their confidence is the product of that of each and lies between 0 and 1."""
    entity = Entity(type_, (0, len(words)), words, True)
    product = 1.0
    for step in path:
        product *= confidence((step,), (entity,))
    assert 0.0 <= confidence(path, (entity,)) <= 1.0
    assert confidence(path, (entity,)) == pytest.approx(product)

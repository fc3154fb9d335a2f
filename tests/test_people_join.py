"""Who is joined with whom across documents, and who never is."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.lexicon.gender import Gender
from quotex.people import Person, Sighting, join, sightings
from quotex.people import blocks as blocks_module
from quotex.people.forms import compare, form_of
from quotex.people.names import personal_name
from quotex.people.seen import contradiction, links_in, read
from quotex.records import SpeakerType
from tests.people_samples import archives, seen
from tests.record_samples import ferry


def _together(*archive: Sighting) -> bool:
    """Whether all sightings are of one person."""
    return len(join(archive)) == 1


def _of(people: tuple[Person, ...], sighting: Sighting) -> Person:
    return next(person for person in people if sighting in person.sightings)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nader Tavassoli", "Nader Tavasoli"),
        ("Mohammed Qorbani", "Muhammad Ghorbani"),
        ("Youssef El Masri", "Yusuf al-Masri"),
        ("Volodymyr Hrytsenko", "Vladimir Hrytsenko"),
        ("Kim Tae-min", "Tae Min Kim"),
        ("Subramanian Iyer", "S. Iyer"),
        ("Bill Harlow", "William J. Harlow"),
    ],
)
def test_forms_of_one_name_are_joined(a: str, b: str) -> None:
    """Two documents that spell or shorten one full name differently speak of one person, and the join says why."""
    (person,) = join([seen(a, document="a"), seen(b, document="b")])
    assert person.documents == ("a", "b")
    assert [(join.form, join.to) for join in person.joins] in ([(a, b)], [(b, a)])
    assert 0.75 <= person.joins[0].score < 1


def test_a_person_is_called_as_a_reader_would() -> None:
    """Of two spellings of one form the one in capitals, family name first, is not the name that is shown."""
    (person,) = join([seen("ŠARIĆ, Goran", document="a"), seen("Goran Šarić", document="b")])
    assert (person.name, person.joins[0].rule, person.joins[0].documents) == ("Goran Šarić", "same_name", 2)


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (("Tom Harlow", "mayor of Leeds"), ("Tom Harlow", "striker"), "roles"),
        (("Tom Harlow", "mayor of Leeds"), ("Tom Harlow", "mayor of Hull"), "seats"),
        (("Robin Harlow", "actress"), ("Robin Harlow", "businessman"), "gender"),
        (("Tom Harlow Jr.",), ("Tom Harlow",), "generation"),
    ],
)
def test_bearers_of_one_name_who_differ_are_rivals(a: tuple[str, ...], b: tuple[str, ...], reason: str) -> None:
    """Walks of life that do not go together, offices of two places, a man and a woman, a son and perhaps his father
    stay apart, and each names the other with the reason."""
    people = join([seen(*a), seen(*b)])
    assert len(people) == 2
    assert [[(rival.person, rival.reason) for rival in person.rivals] for person in people] == [
        [(people[1].id, reason)],
        [(people[0].id, reason)],
    ]


def test_a_man_and_a_woman_told_by_pronouns_are_two() -> None:
    """What documents tell of the gender is enough to keep two bearers of a name apart."""
    people = join([seen("Robin Harlow", gender=Gender.MALE), seen("Robin Harlow", gender=Gender.FEMALE)])
    assert [person.rivals[0].evidence for person in people] == [("female", "male"), ("male", "female")] or [
        person.rivals[0].evidence for person in people
    ] == [("male", "female"), ("female", "male")]


def test_a_bare_name_with_two_bearers_joins_neither() -> None:
    """Where there is a mayor and a striker of one name, a document that tells nothing of its bearer stays alone."""
    mayor, striker, bare = seen("Tom Harlow", "mayor of Leeds"), seen("Tom Harlow", "striker"), seen("Tom Harlow")
    people = join([mayor, striker, bare])
    assert len(people) == 3
    assert {rival.reason for rival in _of(people, bare).rivals} == {"ambiguous"}


def test_a_title_decides_between_two_bearers() -> None:
    """A sighting with a title or affiliation that only one of the bearers has is taken for that one."""
    mayor, striker, tina = seen("Tom Harlow", "mayor of Leeds"), seen("Tom Harlow", "striker"), seen("Tina Harlow")
    for words, rule, evidence in (
        ("former mayor of Leeds", "same_title", "mayor leeds"),
        ("leader of Leeds", "same_affiliation", "leeds"),
        ("forward", None, None),
    ):
        short = seen("T. Harlow", words, document="short")
        person = _of(join([mayor, striker, tina, short]), short)
        assert (mayor in person.sightings) is (rule is not None)
        found = [(j.rule, *j.evidence) for j in person.joins if j.example == "short"]
        assert found == ([(rule, evidence)] if rule else [])


def test_one_document_that_gives_both_roles_is_a_bridge() -> None:
    """A mayor and a striker are one where a document calls one person both."""
    archive = [seen("Tom Harlow", "mayor of Leeds"), seen("Tom Harlow", "striker")]
    assert not _together(*archive)
    assert _together(*archive, seen("Tom Harlow", "mayor of Leeds", "former striker"))


def test_two_speakers_of_one_document_are_two() -> None:
    """What a document holds apart stays apart, although the names could be one."""
    people = join([seen("Tom Harlow", document="d"), seen("Tom K. Harlow", document="d", speaker="s2")])
    assert [person.rivals[0].reason for person in people] == ["one_document", "one_document"]


def test_an_initial_joins_the_only_name_that_it_can_stand_for() -> None:
    """ "T. Harlow" is Tom Harlow until there is a Tina Harlow, too."""
    tom, initial, tina = seen("Tom Harlow"), seen("T. Harlow"), seen("Tina Harlow")
    assert _together(tom, initial)
    assert len(join([tom, initial, tina])) == 3


def test_weak_forms_need_something_in_common() -> None:
    """A likely misspelling, or a "Jr." left out, is the same person only with the same title."""
    assert not _together(seen("Samir Khoury"), seen("Samer Khoury"))
    assert _together(seen("Samir Khoury", "minister of ports"), seen("Samer Khoury", "minister of ports"))
    assert not _together(seen("Tom Harlow Jr."), seen("Tom Harlow"))
    assert _together(seen("Tom Harlow Jr.", "mayor of Leeds"), seen("Tom Harlow", "mayor of Leeds"))


def test_a_single_name_joins_with_a_title_or_as_the_only_bearer() -> None:
    """A family name alone joins by title, by outlet within a week, or where it is rare and has one bearer; else not."""
    full = seen("Ines Dravetz", "head of the port", date="2024-05-01", outlet="news.example")
    scores = {}
    for rule, single in {
        "same_title": seen("Dravetz", "former head of the port"),
        "same_outlet": seen("Dravetz", date="2024-05-06", outlet="news.example"),
        "only_bearer": seen("Dravetz"),
    }.items():
        (person,) = join([full, single])
        scores[rule] = next(j.score for j in person.joins if j.rule == rule)
    assert scores["same_title"] > scores["same_outlet"] > scores["only_bearer"]
    assert len(join([full, seen("Oto Dravetz"), seen("Dravetz")])) == 3


def test_a_frequent_family_name_or_a_given_name_alone_means_nobody() -> None:
    """ "Smith" is not the only Smith of the archive because the archive has one, nor "Ines" the only Ines."""
    assert not _together(seen("Ines Smith"), seen("Smith"))
    assert not _together(seen("Ines Dravetz"), seen("Ines"))
    assert not _together(seen("Smith"), seen("Smith"))
    assert _together(seen("Smith", "head of the port"), seen("Smith", "head of the port"))


def test_single_names_of_a_man_and_a_woman_join_no_only_bearer() -> None:
    """Where two documents call a man and a woman Dravetz, neither is taken for the one Dravetz of a third."""
    people = join([seen("Ines Dravetz"), seen("Mr. Dravetz"), seen("Mrs. Dravetz")])
    assert len(people) == 3


def test_a_name_that_nearly_always_means_one_is_taken_for_it() -> None:
    """One stray striker does not keep forty untitled sightings from the mayor of whom all others speak."""
    mayors = [seen("Tom Harlow", "mayor of Leeds") for _ in range(25)]
    bare = seen("Tom Harlow", document="bare")
    people = join([*mayors, seen("Tom Harlow", "striker"), bare])
    assert "most_often_meant" in {j.rule for j in _of(people, bare).joins}
    assert len(people) == 2


def test_the_caller_s_names_decide() -> None:
    """Speakers known as one are one whatever their names and titles, and two that are known apart stay apart."""
    assert _together(
        seen("Tom Harlow", "striker", known_as="Harlow, Tom (Leeds)"),
        seen("The mayor", "mayor of Leeds", known_as="Harlow, Tom (Leeds)"),
    )
    assert not _together(seen("Tom Harlow", known_as="Tom Harlow 1"), seen("Tom Harlow", known_as="Tom Harlow 2"))


def test_roles_groups_and_nameless_speakers_are_never_joined() -> None:
    """Two spokesmen, two crowds and two names without a letter are four and two."""
    for kind in (SpeakerType.ROLE, SpeakerType.GROUP, SpeakerType.ANONYMOUS, SpeakerType.DOCUMENT):
        assert len(join([seen("the spokesman", type=kind), seen("the spokesman", type=kind)])) == 2
    assert len(join([seen("—"), seen("—")])) == 2
    assert len(join([seen("Vice President"), seen("Vice President")])) == 2


def test_organisations_are_joined_by_name_and_told_abbreviation() -> None:
    """Legal forms and articles do not count; an abbreviation joins where a document explains it."""
    body = SpeakerType.ORGANISATION
    told = seen("Dorwich Harbour Trust", type=body, aliases=("DHT",))
    (person,) = join([told, seen("the Dorwich Harbour Trust Ltd", type=body), seen("DHT", type=body)])
    assert sorted(j.rule for j in person.joins) == ["alias", "same_name"]
    assert len(join([seen("Dorwich Harbour Trust", type=body), seen("DHT", type=body)])) == 2
    assert len(join([seen("Health Ministry", type=body), seen("Health Ministry", type=body)])) == 2
    assert len(join([seen("Labour Party", type=body), seen("the Labour Party", type=body)])) == 2


def test_min_score_leaves_doubtful_joins_out() -> None:
    """A higher limit keeps the joins that are surer."""
    archive = [seen("Tom Harlow"), seen("T. Harlow"), seen("Tom Harlow")]
    assert [len(join(archive, min_score=score)) for score in (0.75, 0.9)] == [1, 2]


def test_titles_are_told_over_time() -> None:
    """A title has the days of the first and the last dated document that gives it, and the number of all."""
    (person,) = join(
        [
            seen("Ines Dravetz", "mayor of Velden", date="2024-05-01"),
            seen("Ines Dravetz", "Mayor of Velden", date="2019-01-31"),
            seen("Ines Dravetz", "mayor of Velden"),
            seen("Ines Dravetz", "governor", date="2025-02-01"),
        ]
    )
    assert [(t.text, t.first, t.last, t.documents) for t in person.titles] == [
        ("Mayor of Velden", "2019-01-31", "2024-05-01", 3),
        ("governor", "2025-02-01", "2025-02-01", 1),
    ]


def test_sightings_of_an_article() -> None:
    """Every speaker of an article is seen with its titles, quotes, date and the caller's name."""
    person, crews = sightings(ferry())
    assert (person.document, person.name, person.known_as) == ("port.txt", "Ines Duarte", "Duarte, Ines")
    assert [(t.role, t.affiliation) for t in person.titles] == [("head", "port")]
    assert (person.quotes, crews.quotes) == (("0123456789abcdef",), ())


def test_ids_do_not_hang_on_the_rest_of_the_archive() -> None:
    """A person without rivals has one id in every archive, and no two people share one."""
    alone = join([seen("Ines Dravetz", "mayor of Velden")])[0].id
    people = join([seen("Ines Dravetz"), seen("Tom Harlow", "striker"), seen("Tom Harlow", "mayor of Leeds")])
    assert alone in {person.id for person in people}
    assert len({person.id for person in people}) == 3


@settings(max_examples=150, deadline=None)
@given(archives, st.integers(0, 99))
def test_the_order_does_not_matter(archive: list[Sighting], seed: int) -> None:
    """Any order of the sightings gives the same records, ids and evidence included."""
    turned = list(archive)
    random.Random(seed).shuffle(turned)
    assert join(turned) == join(archive)


@settings(max_examples=150, deadline=None)
@given(archives)
def test_nobody_is_lost_and_nobody_is_two(archive: list[Sighting]) -> None:
    """Each sighting is in one record, ids are unique, and rivals are others that exist."""
    people = join(archive)
    placed = [sighting for person in people for sighting in person.sightings]
    assert len(placed) == len(set(placed)) == len(set(archive))
    ids = {person.id for person in people}
    assert len(ids) == len(people)
    assert all(rival.person in ids - {person.id} for person in people for rival in person.rivals)


@settings(max_examples=150, deadline=None)
@given(archives)
def test_no_person_holds_a_contradiction(archive: list[Sighting]) -> None:
    """Within a person no two sightings differ in gender, generation, known name or seat, nor in walks of life unless a
    document gives both, and every form that is not the person's name has a join that says why it is there."""
    for person in join(archive):
        found = [one for each in person.sightings if (one := read(each)) is not None]
        if person.type not in (SpeakerType.PERSON, SpeakerType.AUTHOR):
            continue
        links = links_in(one.told for one in found)
        for one, other in combinations(found, 2):
            assert contradiction(one.told, other.told, links) is None
            assert one.form.generation == other.form.generation or None in (one.form.generation, other.form.generation)
        forms = {form_of(personal_name(j.form)) for j in person.joins} | {form_of(personal_name(person.name))}
        assert {
            form_of(personal_name(each.known_as or each.name)) for each in person.sightings if read(each)
        } <= forms or (person.known_as is not None)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["Tom Harlow", "Ines Dravetz", "Kim Tae-min", "S. Iyer", "Dravetz"]), max_size=8))
def test_no_join_without_evidence(names: list[str]) -> None:
    """Every form in a person is like its name, and whoever is joined from several documents has a join that tells."""
    for person in join([seen(name) for name in names]):
        if len(person.documents) > 1:
            assert sum(j.documents for j in person.joins) >= len(person.documents) - 1
        for each in person.sightings:
            a, b = form_of(personal_name(each.name)), form_of(personal_name(person.name))
            assert compare(a, b) is not None or a.words[-1] == b.words[-1]


def test_crowded_blocks_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a block with too many forms a bare initial is compared with none and counts as ambiguous; full given names are
    still compared."""
    monkeypatch.setattr(blocks_module, "MOST", 6)
    crowd = [seen(f"{given} Dravetz") for given in "Tom Tobias Tilda Tadeo Talia Tamsin Tavi Teodor".split()]
    initial, again = seen("T. Dravetz"), seen("T. Dravetz")
    spelled = seen("Tom K. Dravetz")
    people = join([*crowd, initial, again, spelled])
    assert len(_of(people, initial).sightings) == 1
    assert crowd[0] in _of(people, spelled).sightings

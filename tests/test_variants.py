"""The same words across documents."""

from __future__ import annotations

import random

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.matching import edits
from quotex.variants import Cluster, Kind, Quotation, cluster, quotations
from quotex.variants.comparing import align, are_variants, changes
from quotex.variants.normalising import wording
from tests.record_samples import ferry

FIRST = "We will open 12 new harbours along the northern coast by March"


def _quote(text: str, document: str, speaker: str | None = "Ines Dravetz", date: str | None = None) -> Quotation:
    return Quotation(document, f"a-{document}", text, speaker=speaker, date=date)


def _pair(text: str) -> Cluster:
    (found,) = cluster([_quote(FIRST, "a", date="2024-05-01"), _quote(text, "b", date="2024-05-02")])
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We won’t pay 1,200 dollars!", "we will not pay 1200 dollars"),
        ("a well-known fact", "a well known fact"),
        ("They'd risen 12 per cent", "theyd risen 12 percent"),
        ("12% of twelve", "12 percent of 12"),
        ("I can’t; he cannot", "i can not he can not"),
        ("…", ""),
    ],
)
def test_wordings(text: str, words: str) -> None:
    """Marks, letter case, hyphens, short forms and number words do not count."""
    assert wording(text) == tuple(words.split())


@pytest.mark.parametrize(
    ("text", "kinds", "places"),
    [
        (FIRST, (Kind.SAME,), []),
        (f"“{FIRST}.”", (Kind.TYPOGRAPHIC,), []),
        ("We'll open twelve new harbours along the Northern coast by March!", (Kind.TYPOGRAPHIC,), []),
        ("We will open 12 harbours along the northern coast by March", (Kind.DROPPED,), [("new", "")]),
        ("We will soon open 12 new harbours along the northern coast by March", (Kind.ADDED,), [("", "soon")]),
        ("We will build 12 new harbours along the northern coast by March", (Kind.SWAPPED,), [("open", "build")]),
        (
            "We will open 21 new harbours along the northern coast by March",
            (Kind.SWAPPED, Kind.NUMBERS),
            [("12", "21")],
        ),
        ("We will open new harbours along the northern coast by March", (Kind.DROPPED, Kind.NUMBERS), [("12", "")]),
        (
            "We will not open 12 new harbours along the northern coast by March",
            (Kind.ADDED, Kind.NEGATION),
            [("", "not")],
        ),
        ("We won't open 12 new harbours along the northern coast by March", (Kind.ADDED, Kind.NEGATION), [("", "not")]),
        ("open 12 new harbours along the northern coast", (Kind.DROPPED,), [("we will", ""), ("by march", "")]),
    ],
)
def test_what_changed(text: str, kinds: tuple[Kind, ...], places: list[tuple[str, str]]) -> None:
    """Each kind of change is told, with the words there and here."""
    variant = _pair(text).variants[1]
    assert variant.kinds == kinds
    assert [(change.before, change.after) for change in variant.changes] == places


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("We will never open 12 new harbours along the northern coast by March", ("negation",)),
        ("We will open 120 new harbours along the northern coast by March", ("numbers",)),
        ("It is not true that we will open 12 new harbours along the northern coast by March", ("negation",)),
        ("open 12 new harbours along the northern coast", ()),
        (f"I have said so for years, not only today, and I say it again: {FIRST}", ()),
    ],
)
def test_opposites_are_together_and_flagged(text: str, flags: tuple[str, ...]) -> None:
    """A negation or another number within the words is flagged, and a few words in front that deny the rest; quoting
    more or less is not, even where what is left out has a "not"."""
    assert _pair(text).flags == flags


def test_two_who_are_credited_with_one_quote_are_flagged() -> None:
    """Names that cannot be one person's are flagged, a family name beside the full one is not."""
    for name, flags in (("Oto Karsk", ("speakers",)), ("Dravetz", ()), (None, ())):
        (found,) = cluster([_quote(FIRST, "a"), _quote(FIRST, "b", name)])
        assert found.flags == flags


def test_other_words_are_no_variants() -> None:
    """Formulas that all share, other sentences of one topic, and words of one document alone make no cluster."""
    assert (
        cluster([_quote("I do not know what to say about it", "a"), _quote("I do not know about it at all", "b")]) == ()
    )
    assert (
        cluster([_quote(FIRST, "a"), _quote("We will close the old harbours of the south coast next year", "b")]) == ()
    )
    assert cluster([_quote(FIRST, "a"), evolve(_quote(FIRST, "a"), part=1)]) == ()
    assert cluster([_quote("We open in May", "a"), _quote("We open in May", "b")]) == ()
    assert len(cluster([_quote("We open in May", "a"), _quote("We open in May", "b")], min_words=4)) == 1


def test_who_was_first() -> None:
    """The first day decides, then the document's id; what is not dated comes last and is counted."""
    late, early, undated = (
        _quote(FIRST, "a", date="2024-05-02"),
        _quote(FIRST, "b", date="2024-05-01"),
        _quote(FIRST, "0"),
    )
    (found,) = cluster([late, early, undated])
    assert found.first == early
    assert [variant.quotation.document for variant in found.variants] == ["b", "a", "0"]
    assert (found.is_dated, found.undated, found.documents) == (True, 1, ("b", "a", "0"))
    (found,) = cluster([_quote(FIRST, "b"), _quote(FIRST, "a")])
    assert (found.first.document, found.is_dated, found.undated) == ("a", False, 2)


def test_parts_that_share_nothing_meet_in_the_whole() -> None:
    """Two halves of one sentence are together where a third document has all of it, and the second says so."""
    halves = [
        _quote("We will open twelve new harbours", "a", date="2024-05-01"),
        _quote("along the northern coast by March", "b"),
    ]
    assert cluster(halves) == ()
    (found,) = cluster([*halves, _quote(FIRST, "c")])
    assert [variant.kinds[0] for variant in found.variants] == [Kind.SAME, Kind.OTHER_PART, Kind.ADDED]


def test_quotations_of_an_article() -> None:
    """A sentence that the cue interrupts is one quotation, without the marks around its parts."""
    (found,) = quotations(ferry())
    assert (found.text, found.speaker, found.date) == ("The ferry, sails at six.", "Ines Duarte", "2024-05-01")


_words = st.sampled_from("harbour coast open close not 12 21 we the new ships may june people tax road will".split())
_texts = st.lists(_words, min_size=4, max_size=14).map(" ".join)
_quotes = st.builds(
    Quotation,
    document=st.sampled_from("abcdef"),
    attribution=st.sampled_from("xy"),
    text=st.one_of(_texts, st.sampled_from([FIRST, FIRST[:40], FIRST.replace("will", "will not"), FIRST.upper()])),
    part=st.integers(0, 1),
    speaker=st.sampled_from([None, "Ines Dravetz", "Dravetz", "Oto Karsk"]),
    date=st.sampled_from([None, "2024-05-01", "2024-05-02", "soon"]),
)
_archives = st.lists(_quotes, max_size=12)


@settings(max_examples=150, deadline=None)
@given(_archives, st.integers(0, 99))
def test_the_order_does_not_matter(archive: list[Quotation], seed: int) -> None:
    """Any order of the quotations gives the same clusters."""
    turned = list(archive)
    random.Random(seed).shuffle(turned)
    assert cluster(turned) == cluster(archive)


@settings(max_examples=150, deadline=None)
@given(_archives)
def test_clusters_hold_what_they_say(archive: list[Quotation]) -> None:
    """No quotation is in two clusters; each has two documents or more, all its wordings being one with the fullest."""
    clusters = cluster(archive)
    placed = [variant.quotation for found in clusters for variant in found.variants]
    assert len(placed) == len(set(placed))
    assert set(placed) <= set(archive)
    for found in clusters:
        assert len(found.documents) > 1
        wordings = sorted({wording(variant.quotation.text) for variant in found.variants}, key=lambda w: (-len(w), w))
        assert all(are_variants(wordings[0], other) for other in wordings)
        assert found.variants[0].quotation == found.first


@given(_texts, _texts)
def test_changes_lead_from_one_wording_to_the_other(a: str, b: str) -> None:
    """Putting the words of each change in the place of the first ones gives the other wording, and back."""
    before, after = wording(a), wording(b)
    for one, other in ((before, after), (after, before)):
        made: list[str] = []
        at = 0
        for i, j, k, m in align(one, other).ops:
            made += [*one[at:i], *other[k:m]]
            at = j
        assert (*made, *one[at:]) == other


@given(_texts)
def test_a_wording_has_not_changed_from_itself(text: str) -> None:
    """Equal wordings have no changes and no edits."""
    words = wording(text)
    assert changes(words, words) == ((), ())
    assert edits(words, words) == []

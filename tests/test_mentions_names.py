"""Names decoded from tags, tidied and completed."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.mentions import Name, NameType, completed, completed_in_sources, find_names, tidied
from quotex.mentions.decode import TYPES, decode_names
from speaker_samples import NLP, names_of


def _scores(tags: list[int], height: float = 6.0) -> np.ndarray:
    rows = np.zeros((len(tags), 9), dtype=np.float32)
    rows[np.arange(len(tags)), tags] = height
    return rows


def test_decodes_tags() -> None:
    """B starts a name, I carries it on, and each type has its own pair of tags."""
    names = decode_names(_scores([0, 1, 2, 3, 0, 5, 6, 7]))
    assert [(n.start, n.end, n.type) for n in names] == [
        (1, 3, NameType.PERSON), (3, 4, NameType.ORGANISATION), (5, 7, NameType.PLACE), (7, 8, NameType.GROUP)
    ]  # fmt: skip


def test_never_starts_with_inside() -> None:
    """An I without its B is mended by the whole sequence's best reading, not read as it stands."""
    assert [(n.start, n.end) for n in decode_names(_scores([0, 2, 2, 0]))] == [(1, 3)]


def test_wrong_shape_is_refused() -> None:
    """Scores of another shape raise an error that says which shape is wanted; none give no names."""
    with pytest.raises(ValueError, match="9"):
        decode_names(np.zeros((3, 8), dtype=np.float32))
    assert decode_names(np.zeros((0, 9), dtype=np.float32)) == ()


def _allowed(path: tuple[int, ...]) -> bool:
    return all(
        tag == 0 or tag % 2 == 1 or before in (tag - 1, tag) for before, tag in zip((0, *path), path, strict=False)
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.floats(-2, 2, width=32), min_size=9, max_size=9), min_size=1, max_size=3))
def test_viterbi_equals_search(rows: list[list[float]]) -> None:
    """The names are those of the best allowed sequence found by trying all of them."""
    scores = np.array(rows, dtype=np.float32)
    logp = scores.astype(np.float64) - np.log(np.exp(scores.astype(np.float64)).sum(axis=1, keepdims=True))
    totals = {
        path: sum(logp[i, t] for i, t in enumerate(path))
        for path in product(range(9), repeat=len(rows))
        if _allowed(path)
    }
    best = max(totals.values())
    starts = {(n.start, n.end, n.type) for n in decode_names(scores)}
    ties = [path for path, total in totals.items() if total > best - 1e-9]
    assert starts in [_names(path) for path in ties]


def _names(path: tuple[int, ...]) -> set[tuple[int, int, NameType]]:
    out, i = set(), 0
    while i < len(path):
        end = i + 1
        if path[i]:
            while end < len(path) and path[end] == path[i] + 1:
                end += 1
            out.add((i, end, TYPES[path[i] // 2]))
        i = end
    return out


def test_tidied_names_leave_out_address() -> None:
    """Forms of address before a name and possessive endings after it are no part of it, and overlaps are dropped."""
    doc = NLP("Datuk Dr Lim Wei's plan")
    names = tidied(doc, [Name(0, 5, NameType.PERSON, 0.8), Name(2, 4, NameType.ORGANISATION, 0.9)])
    assert [doc[n.start : n.end].text for n in names] == ["Lim Wei"]


@pytest.mark.parametrize("tagged", [[], [Name(2, 5, NameType.PERSON, 0.8)], [Name(3, 5, NameType.PERSON, 0.8)]])
def test_a_crown_is_no_name(tagged: list[Name]) -> None:
    """What "Miss" is of belongs to a title, not to the name behind it, and is no name alone."""
    doc = NLP("The former Miss Universe Maria Roe met Miss World, and she laughed.")
    found = completed(doc, tidied(doc, tagged))
    assert [doc[n.start : n.end].text for n in found] == ["Maria Roe"]


def test_tidied_names_leave_out_trades_and_belongings() -> None:
    """A trade tagged as a name of its own before a name is dropped, and a name ends before what it owns."""
    doc = NLP("Plumber Ulf Osk ate at Ida Koll's noodle bar.")
    tagged = [Name(0, 1, NameType.PERSON, 0.9), Name(1, 3, NameType.PERSON, 0.9), Name(5, 9, NameType.PLACE, 0.8)]
    assert [doc[n.start : n.end].text for n in tidied(doc, tagged)] == ["Ulf Osk", "Ida Koll"]


@pytest.mark.parametrize(
    ("text", "tagged", "names"),
    [
        ("Then Moriai-san left.", [Name(1, 4, NameType.PLACE, 0.8)], ["Moriai"]),
        ("Then Ulf Osk Sr., a miner, left.", [Name(1, 4, NameType.PERSON, 0.8)], ["Ulf Osk Sr."]),
        (
            "Then P.K. Wadhwani left.",
            [Name(1, 2, NameType.PERSON, 0.7), Name(2, 3, NameType.PERSON, 0.9)],
            ["P.K. Wadhwani"],
        ),
    ],
)
def test_what_hangs_on_a_name(text: str, tagged: list[Name], names: list[str]) -> None:
    """A form of address behind a hyphen is no part of a person's name; "Sr." with its stop and initials are."""
    doc = NLP(text)
    found = completed(doc, tidied(doc, tagged))
    assert [(doc[n.start : n.end].text, n.type) for n in found] == [(name, NameType.PERSON) for name in names]


def test_given_name_behind_a_trade() -> None:
    """A given name between a trade and a surname belongs to the name though the tagger left it out."""
    doc = NLP("So said the strategist Guy Osk, and then Osk left.")
    found = completed(doc, (Name(5, 6, NameType.PERSON, 0.9),))
    assert [doc[n.start : n.end].text for n in found] == ["Guy Osk", "Osk"]


def test_missed_names_are_completed() -> None:
    """A name read once marks its other occurrences and surname; a title or form of address marks a name that was never
    read.
    """
    doc = NLP(
        "Nadia Brandt spoke for an hour. Later Brandt went home, while Mayor Ulf Osk and Mr Trell stayed on. "
        "Nobody followed Nadia Brandt."
    )
    first = Name(0, 2, NameType.PERSON, 0.9)

    class Reading:
        name_scores = _scores([1, 2] + [0] * (len(doc) - 2))

    names = find_names(doc, Reading())
    assert [doc[n.start : n.end].text for n in names] == ["Nadia Brandt", "Brandt", "Ulf Osk", "Trell", "Nadia Brandt"]
    assert (names[0].start, names[0].end, names[0].type) == (first.start, first.end, first.type)
    assert all(a.end <= b.start for a, b in pairwise(names))


def test_title_case_lines_give_no_names() -> None:
    """In a headline in title case a word behind a role is not taken for a name."""
    assert names_of(NLP("Retired General Reveals Painful Years Under President\n\nNothing else.")) == ()


@pytest.mark.parametrize(
    ("text", "score", "type_"),
    [
        ("Vorlex fell. Vorlex Textiles International rose.", 0.6, NameType.ORGANISATION),
        ("Vorlex fell. Vorlex Textiles International rose.", 0.95, NameType.PERSON),
        ("Mr. Vorlex fell. Vorlex Textiles International rose.", 0.6, NameType.PERSON),
        ("Vorlex fell. Ida Vorlex of Vorlex Textiles International rose.", 0.6, NameType.PERSON),
        ("The textile company Vorlex fell.", 0.95, NameType.ORGANISATION),
        ("The companies Vorlex owned fell.", 0.95, NameType.PERSON),
    ],
)
def test_a_body_is_told_by_its_longer_name_and_its_noun(text: str, score: float, type_: NameType) -> None:
    """A word read for a person is the body's whose longer name it opens, or that a noun for a body announces, unless a
    form of address, a person's longer name or a sure reading speaks against it.
    """
    doc = NLP(text)
    names = []
    for words, kind, value in (
        ("Vorlex Textiles International", NameType.ORGANISATION, 0.95),
        ("Ida Vorlex", NameType.PERSON, 0.95),
        ("Vorlex", NameType.PERSON, score),
    ):
        start = text.find(words)
        if start >= 0:
            span = doc.char_span(start, start + len(words))
            names.append(Name(span.start, span.end, kind, value))
    found = completed(doc, tuple(sorted(names, key=lambda name: name.start)))
    assert [name.type for name in found if doc[name.start : name.end].text == "Vorlex"] == [type_]


def test_one_type_for_the_same_words() -> None:
    """The same words have the type that most of their readings have."""
    doc = NLP("Harrow won. Harrow lost. Harrow drew.")
    read = tuple(Name(i, i + 1, t, 0.9) for i, t in ((0, NameType.PERSON), (3, NameType.PLACE), (6, NameType.PERSON)))
    assert {n.type for n in completed(doc, read)} == {NameType.PERSON}


def test_a_given_name_that_is_an_ordinary_word_is_taken_in() -> None:
    """A surname alone takes the capitalised word before it that begins a source in mid-sentence, and no other word."""

    def full(text: str, source: str) -> list[str]:
        doc = NLP(text)
        surname = next(token.i for token in doc if token.text == "Lund")
        start = doc.char_span(text.index(source), text.index(source) + len(source)).start
        names = (Name(surname, surname + 1, NameType.PERSON, 0.9),)
        return [doc[n.start : n.end].text for n in completed_in_sources(doc, names, [(start, surname + 1)])]

    assert full("“We wait,” Per Lund said.", "Per Lund") == ["Per Lund"]
    assert full("They went. Even Lund said so.", "Even Lund") == ["Lund"]
    assert full("It was late, Mayor Lund said.", "Mayor Lund") == ["Lund"]

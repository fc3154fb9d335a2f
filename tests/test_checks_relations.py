"""Whether a known check says the same as a claim: never where a number, a name or a negation differs."""

from __future__ import annotations

from collections import Counter

import pytest

from quotex.checks import EvidenceKind, Index, KnownCheck, Match, Relation, match
from tests.check_samples import known_checks, planted

BRIDGE = "Ada Osei said that 12 bridges in Norhaven were closed in May 2019."
BUDGET = "The mayor will raise the price of water, and the council supported it."


@pytest.fixture(scope="module")
def index() -> Index:
    """The invented checks."""
    return Index.build([*known_checks(), BRIDGE, BUDGET, "Rita Vance married Omar Stell in Norhaven."])


def _of(index: Index, claim: str, known: str) -> Match:
    (found,) = match([claim], index)
    return next(each for each in found.matches if each.check.claim == known)


def test_opposites_are_never_the_same(index: Index) -> None:
    """Of 200 claims that are negated, have another number or are about somebody else, none is called the same as any
    known one; nearly all are told to contradict the one that they were made of."""
    cases = list(planted(200))
    assert Counter(case.way for case in cases) == {"negation": 67, "number": 67, "person": 66}
    found = list(match([case.text for case in cases], index))
    claims = {each.claim for each in index.checks}
    wrong = [
        (case.text, each.check.claim)
        for case, matches in zip(cases, found, strict=True)
        for each in matches.matches
        if each.relation is Relation.SAME and case.text not in claims
    ]
    assert wrong == []
    told = [
        next((each.relation for each in matches.matches if each.check == case.known), None)
        for case, matches in zip(cases, found, strict=True)
    ]
    assert told.count(Relation.CONTRADICTS) > 0.9 * len(told)


def test_what_is_known_is_the_same(index: Index) -> None:
    """Each known claim is found first and called the same, as it stands and without capitals."""
    for write in (str, str.lower, str.upper):
        found = list(match([write(check.claim) for check in index.checks], index))
        best = [each.best for each in found]
        assert [each.relation for each in best if each] == [Relation.SAME] * len(index)
        assert [each.check for each in best if each] == index.checks


@pytest.mark.parametrize(
    ("claim", "known"),
    [
        ("Ada Osei said twelve bridges in Norhaven were closed.", BRIDGE),
        ("ada osei: “12 bridges in norhaven were closed in may 2019”", BRIDGE),
        ("The mayor will raise the prices of water and the council supports it", BUDGET),
    ],
)
def test_other_forms_are_the_same(index: Index, claim: str, known: str) -> None:
    """Forms of words, numbers in letters, marks and a date that only the known claim has do not matter."""
    assert _of(index, claim, known).relation is Relation.SAME


@pytest.mark.parametrize(
    ("claim", "known", "kind", "here", "there"),
    [
        (BRIDGE.replace("12", "13"), BRIDGE, EvidenceKind.OTHER_NUMBER, ["13"], ["12"]),
        (BRIDGE.replace("2019", "2018"), BRIDGE, EvidenceKind.OTHER_NUMBER, ["2018"], ["2019"]),
        (BRIDGE.replace("May", "June"), BRIDGE, EvidenceKind.OTHER_NUMBER, ["June"], ["May"]),
        (
            BRIDGE.replace("Ada Osei", "Kofi Mensah"),
            BRIDGE,
            EvidenceKind.OTHER_NAME,
            ["Kofi", "Mensah"],
            ["Ada", "Osei"],
        ),
        (BRIDGE.replace("were", "were never"), BRIDGE, EvidenceKind.NEGATION, ["never"], []),
        (BUDGET.replace("will", "won't"), BUDGET, EvidenceKind.NEGATION, ["won't"], []),
        (BUDGET.replace("supported", "opposed"), BUDGET, EvidenceKind.OPPOSITE, ["opposed"], ["supported"]),
    ],
)
def test_what_differs_is_told(
    index: Index, claim: str, known: str, kind: EvidenceKind, here: list[str], there: list[str]
) -> None:
    """A claim that differs in one thing contradicts, and the reason holds the words of both with their places."""
    found = _of(index, claim, known)
    assert found.relation is Relation.CONTRADICTS
    (reason,) = (each for each in found.reasons if each.kind is kind)
    assert [each.text for each in reason.claim] == here
    assert [each.text for each in reason.known] == there
    assert all(claim[each.start : each.end] == each.text for each in reason.claim)
    assert all(known[each.start : each.end] == each.text for each in reason.known)


@pytest.mark.parametrize(
    "claim",
    ["to hold a fair through the winter, after ice closed the bridge for nine days", "Nine bridges were painted."],
)
def test_a_word_in_common_is_no_contradiction(claim: str) -> None:
    """Claims that share a word or two with the only known one and differ in all else have nothing to contradict."""
    for found in match([claim], ["41,000 people cross the bridge every working day."]):
        assert [each.relation for each in found.matches] in ([], [Relation.POSSIBLE])


def test_who_did_it_to_whom_matters(index: Index) -> None:
    """The same names in another order are not called the same, nor a contradiction, as a passive would have it so."""
    found = _of(index, "Omar Stell married Rita Vance in Norhaven.", "Rita Vance married Omar Stell in Norhaven.")
    assert found.relation in (Relation.RELATED, Relation.POSSIBLE)
    assert EvidenceKind.ORDER in [each.kind for each in found.reasons]


@pytest.mark.parametrize("claim", ["Osei said that 12 bridges in Norhaven were closed.", BRIDGE.replace("12", "many")])
def test_what_only_one_says_is_not_the_same(index: Index, claim: str) -> None:
    """Where a name or number is missing on one side, nobody knows whether the same was meant."""
    assert _of(index, claim, BRIDGE).relation in (Relation.RELATED, Relation.POSSIBLE)


def test_words_by_which_a_check_was_found_are_told() -> None:
    """Shared words, names and numbers, what the title adds, the author of a post and its date are reasons."""
    check = KnownCheck(
        "In December 2019, Ada Osei posted a photograph of 40 empty wards in Norhaven.",
        title="Empty Hospital in Norhaven?",
    )
    post = "40 empty wards at the #NorhavenHospital pic.twitter.com/x1 — Ada Osei (@AdaOsei) December 3, 2019"
    (found,) = match([post], [check, "Another claim about empty wards."])
    assert found.best is not None
    assert found.best.check == check
    told = {reason.kind: [each.text for each in reason.known] for reason in found.best.reasons}
    assert told[EvidenceKind.WORDS] == ["empty", "wards"]
    assert told[EvidenceKind.NAMES] == ["Norhaven"]
    assert told[EvidenceKind.NUMBERS] == ["40"]
    assert told[EvidenceKind.TITLE] == ["Hospital"]
    assert told[EvidenceKind.AUTHOR] == ["Ada", "Osei"]
    assert told[EvidenceKind.DATE] == ["December", "2019"]

"""Two thousand planted edits: what was done to the words is what the verification says."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from quotex.verification import EditKind, Status, Verification, WarningCode, verify
from tests.planted_edits import EDITS, Planted, planted

_NUMBER = 2000
_RISKS = {
    "number_changed": EditKind.NUMBER,
    "number_dropped": EditKind.NUMBER,
    "negation_dropped": EditKind.NEGATION,
    "negation_added": EditKind.NEGATION,
    "modal_swapped": EditKind.MODAL,
    "name_swapped": EditKind.ENTITY,
    "pronoun_swapped": EditKind.PRONOUN,
}
_STATUSES = {
    "word_swapped": Status.ALTERED,
    "word_dropped": Status.UNMARKED_ELISION,
    "elided": Status.MARKED_ELISION,
    "bracketed": Status.BRACKETED,
    "stitched": Status.STITCHED,
}

Case = tuple[Planted, Verification]


@pytest.fixture(scope="module")
def cases() -> dict[str, list[Case]]:
    """All cases verified, by the kind of edit."""
    out: dict[str, list[Case]] = defaultdict(list)
    for case in planted(_NUMBER):
        out[case.edit].append((case, verify(case.quote, case.source)))
    return out


def _failing(cases: list[Case], kept: list[bool]) -> list[str]:
    return [case.quote for (case, _), is_right in zip(cases, kept, strict=True) if not is_right]


def test_there_are_two_thousand_of_all_kinds(cases: dict[str, list[Case]]) -> None:
    """Every kind of edit is planted, each as often as any other."""
    sizes = Counter({kind: len(those) for kind, those in cases.items()})
    assert sizes.total() == _NUMBER
    assert sizes.keys() == EDITS.keys()
    assert min(sizes.values()) >= _NUMBER // len(EDITS)


@pytest.mark.parametrize("edit", _RISKS)
def test_every_risk_is_flagged(cases: dict[str, list[Case]], edit: str) -> None:
    """No change of a number, negation, modal, name or pronoun passes without its flag, or as faithful."""
    right = [_RISKS[edit] in found.flags and not found.is_faithful for _, found in cases[edit]]
    assert _failing(cases[edit], right) == []


@pytest.mark.parametrize("edit", _STATUSES)
def test_every_status_is_told(cases: dict[str, list[Case]], edit: str) -> None:
    """Swapped and dropped words, marks, brackets and stitched halves have the status that is theirs."""
    assert _failing(cases[edit], [found.status is _STATUSES[edit] for _, found in cases[edit]]) == []


@pytest.mark.parametrize("edit", ["typographic", "fillers"])
def test_what_is_only_typography_is_never_called_altered(cases: dict[str, list[Case]], edit: str) -> None:
    """Marks, case, forms of numbers, short forms and fillers leave a quote faithful and without flags."""
    assert _failing(cases[edit], [found.is_faithful and not found.flags for _, found in cases[edit]]) == []


def test_what_stops_before_a_qualifier_is_told(cases: dict[str, list[Case]]) -> None:
    """A quote cut in front of "but", "although", "yet" or "until" is verbatim and has a warning."""
    those = cases["cut_before_qualifier"]
    right = [
        found.is_faithful and any(each.code is WarningCode.BEFORE_QUALIFIER for each in found.warnings)
        for _, found in those
    ]
    assert _failing(those, right) == []


def test_spans_are_where_the_words_are_and_cut_none(cases: dict[str, list[Case]]) -> None:
    """Every place lies in the sentence that the quote was made of, and no letter touches its edges."""
    for those in cases.values():
        for case, found in those:
            best = found.occurrences[0]
            for segment in best.segments:
                assert case.source[segment.start : segment.end] == segment.text
                assert not case.source[segment.start - 1 : segment.start].isalnum()
                assert not case.source[segment.end : segment.end + 1].isalnum()
            if case.edit not in ("stitched", "fillers"):
                start = case.source.index(case.truth)
                assert start <= best.start < best.end <= start + len(case.truth)

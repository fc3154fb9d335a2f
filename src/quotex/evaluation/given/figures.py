"""Measures of speakers where the attributions are given.

============  ==========================================================================================================
``speaker``   the share with the right speaker, by the mention form of the gold record; ``all`` is every form
``type``      the same by the type of the gold speaker, of gold that has types
``distance``  the same by how far away the speaker is named (``given.distance``)
``act``       precision, recall and F1 of each act that occurs in the gold, of gold that has acts
``given``     ``title``: right when the titles have a word in common, and an invented title costs precision;
              ``kind`` and ``act``: shares that are right; ``act_macro``: the mean of the F1 of the acts;
              ``answered``: the share for which a speaker is named
============  ==========================================================================================================

Speakers and titles are compared as ``evaluation.names`` has it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from quotex.evaluation.figures import Figure, Mean, Rates, Share
from quotex.evaluation.given.cases import Case
from quotex.evaluation.given.distance import Distance
from quotex.evaluation.names import share_title
from quotex.evaluation.statements import ALL_FORMS


def given_figures(cases: Sequence[Case]) -> dict[str, dict[str, Figure]]:
    """The figures of cases by group and measure; a measure stands only where the gold has what it needs."""
    acts = _acts(cases)
    judged: dict[str, Figure] = {"title": _titles(cases)}
    judged["answered"] = Share(sum(case.score is not None for case in cases), len(cases))
    if kinds := [case for case in cases if case.gold.kind is not None]:
        judged["kind"] = Share(sum(case.gold.kind == case.kind for case in kinds), len(kinds))
    if acts:
        judged["act"] = _act_accuracy(cases)
        judged["act_macro"] = Mean.of_all(rates.exact_f for rates in acts.values())
    return {
        "speaker": {**_right_by(cases, lambda case: case.gold.mention), ALL_FORMS: _right(cases)},
        "type": {**_right_by(cases, lambda case: case.gold.type)},
        "distance": {**_right_by(cases, lambda case: case.distance, list(Distance))},
        "act": {**acts},
        "given": judged,
    }


def _right(cases: Iterable[Case]) -> Share:
    answers = [case.is_right for case in cases]
    return Share(sum(answers), len(answers))


def _right_by(
    cases: Sequence[Case], key: Callable[[Case], str | None], order: Sequence[str] | None = None
) -> dict[str, Share]:
    """The share of each value that occurs, in ``order`` or that of the alphabet."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        value = key(case)
        if value is not None:
            groups.setdefault(value, []).append(case)
    return {str(value): _right(groups[value]) for value in (order or sorted(groups)) if value in groups}


def _titles(cases: Iterable[Case]) -> Rates:
    pairs = [(case.gold.title, case.title) for case in cases]
    return Rates(
        right=sum(share_title(gold, found) for gold, found in pairs),
        predicted=sum(bool(found) for _, found in pairs),
        gold=sum(bool(gold) for gold, _ in pairs),
    )


def _acts(cases: Iterable[Case]) -> dict[str, Rates]:
    pairs = [(case.gold.act, case.act) for case in cases if case.gold.act is not None]
    right = Counter(gold for gold, found in pairs if gold == found)
    wanted, given = Counter(gold for gold, _ in pairs), Counter(found for _, found in pairs)
    return {act: Rates(right[act], given[act], wanted[act]) for act in sorted(wanted)}


def _act_accuracy(cases: Iterable[Case]) -> Share:
    judged = [case.gold.act == case.act for case in cases if case.gold.act is not None]
    return Share(sum(judged), len(judged))

"""Measures of statements: is what was said found, and is the right speaker named?

White space and punctuation do not count. Only predictions in which something was said or written count
(``records.QUOTE_ACTS``), and only gold records marked certain are demanded. A prediction that is paired with none of
them but overlaps one that is not certain (intersection over union of the contents at least 0.3, or a shared cue
character) is set aside: it counts neither for nor against.

===========  ===========================================================================================================
``found@t``  one-to-one pairs whose contents have an intersection over union of at least ``t``
``source``   of the pairs of ``found@0.5``, those whose sources have one of at least one half (two empty ones agree)
``resolved`` of the same pairs, those with the right speaker, as precision and recall over all records
``kind``     of the same pairs, the share whose kind is right
``title``    over the same pairs; right when the titles have a word in common, and an invented title costs precision
``speaker``  of the same pairs, the share with the right speaker, by the mention form of the gold record
===========  ===========================================================================================================
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from quotex.evaluation.characters import Roles, with_roles
from quotex.evaluation.figures import NO_RATES, NO_SHARE, Figure, Rates, Share
from quotex.evaluation.inputs import GoldDocument, Record
from quotex.evaluation.names import same_speakers, share_title
from quotex.evaluation.pairing import Match, iou, one_to_one, shared, union_share
from quotex.records import QUOTE_ACTS

ALL_FORMS = "all"
"""Under ``speaker``: every mention form together."""
_FOUND = 0.5
_ASIDE = 0.3


def statement_figures(documents: Iterable[tuple[GoldDocument, Sequence[Record]]]) -> dict[str, dict[str, Figure]]:
    """The figures of gold documents with the records predicted for each.

    Under "statements" by measure, under "speaker" by mention form: those that occur among the pairs, and ``ALL_FORMS``.
    """
    rates: defaultdict[str, Rates] = defaultdict(lambda: NO_RATES)
    forms: defaultdict[str, Share] = defaultdict(lambda: NO_SHARE)
    kind = speaker = NO_SHARE
    for document, records in documents:
        compared = _compare(document, records)
        for measure, count in _rates(compared):
            rates[measure] += count
        for gold, predicted in compared.pairs:
            right = Share(_is_resolved(gold, predicted), 1)
            forms[gold.mention or ""] += right
            speaker += right
            kind += Share(gold.kind == predicted.kind, 1)
    return {
        "statements": {**rates, "kind": kind},
        "speaker": {**dict(sorted(forms.items())), ALL_FORMS: speaker},
    }


@frozen
class _Compared:
    """The counts of one document that all measures share, and its pairs at the lower threshold."""

    found: tuple[tuple[Roles, Roles], ...]
    found_closely: int
    n_predicted: int
    """Without those set aside."""
    n_gold: int

    @property
    def pairs(self) -> Iterator[tuple[Record, Record]]:
        return ((gold.record, predicted.record) for gold, predicted in self.found)


def _compare(document: GoldDocument, records: Sequence[Record]) -> _Compared:
    gold = with_roles(document.records, document.text)
    demanded = [item for item in gold if item.record.certain]
    tolerated = [item for item in gold if not item.record.certain]
    said = (record for record in records if record.act in QUOTE_ACTS)
    predicted = [item for item in with_roles(said, document.text) if item.content]
    scores = _content_scores(demanded, predicted)
    matches = one_to_one(scores, _FOUND)
    aside = _overlapping(tolerated, predicted) - {p for _, p in matches}
    return _Compared(
        found=tuple((demanded[g], predicted[p]) for g, p in matches),
        found_closely=len(one_to_one(scores, 0.8)),
        n_predicted=len(predicted) - len(aside),
        n_gold=len(demanded),
    )


def _content_scores(gold: Sequence[Roles], predicted: Sequence[Roles]) -> dict[Match, float]:
    common = shared([item.content for item in gold], [item.content for item in predicted])
    return {(g, p): union_share(size, gold[g].content, predicted[p].content) for (g, p), size in common.items()}


def _overlapping(tolerated: Sequence[Roles], predicted: Sequence[Roles]) -> set[int]:
    """Which of the predictions are near enough to a gold record that is not demanded."""
    by_content = {p for (_, p), score in _content_scores(tolerated, predicted).items() if score >= _ASIDE}
    by_cue = {p for _, p in shared([item.cue for item in tolerated], [item.cue for item in predicted])}
    return by_content | by_cue


def _rates(compared: _Compared) -> Iterator[tuple[str, Rates]]:
    sizes = compared.n_predicted, compared.n_gold
    yield "found@0.5", Rates(len(compared.found), *sizes)
    yield "found@0.8", Rates(compared.found_closely, *sizes)
    yield "source", Rates(sum(iou(g.source, p.source) >= 0.5 for g, p in compared.found), *sizes)
    yield "resolved", Rates(sum(_is_resolved(g, p) for g, p in compared.pairs), *sizes)
    titles = [(gold.title, predicted.title) for gold, predicted in compared.pairs]
    yield (
        "title",
        Rates(
            right=sum(share_title(gold, predicted) for gold, predicted in titles),
            predicted=sum(bool(predicted) for _, predicted in titles),
            gold=sum(bool(gold) for gold, _ in titles),
        ),
    )


def _is_resolved(gold: Record, predicted: Record) -> bool:
    return same_speakers(gold.speaker, predicted.speaker)

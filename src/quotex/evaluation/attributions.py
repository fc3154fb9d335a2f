"""Measures of attributions: are cue, source and content found, linked and cut right?

White space and punctuation do not count, and records without content are left out. Records are paired one to one
(``pairing.one_to_one``) within each document and the counts summed over all documents.

=================  =====================================================================================================
``ggt@t``          the share of the gold content that the predicted one covers is more than ``t``
``iou@t``          the intersection over union of the contents is at least ``t``
``joint@t``        as ``iou@t``, and that of the sources is at least one half (two empty sources agree)
``…_exact``        of pairs that share a cue character, the most first and the contents as tie-break, those in which the
                   role is the same in both and not empty
``speaker_acc@t``  of the pairs of ``ggt@t``, those whose sources share a character or are both empty
=================  =====================================================================================================

Each is given for all records, for those with double quotation marks in the content ("quoted") and for those with a verb
of saying in the cue ("say"); a slice takes gold and predicted records each by their own words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from quotex.evaluation.characters import Roles, with_roles
from quotex.evaluation.figures import NO_RATES, NO_SHARE, Figure, Rates, Share
from quotex.evaluation.inputs import GoldDocument, Record
from quotex.evaluation.pairing import Match, iou, one_to_one, shared, union_share

SLICES = ("all", "quoted", "say")
_ROLES = ("cue", "source", "content")
_DOUBLE_MARKS = frozenset('"“”')
# The verbs of the slice are part of the measure (those of the published comparisons), not a claim about English.
_SAY = frozenset(
    """
    say says said saying tell tells told telling add adds added adding according note notes noted noting
    argue argues argued arguing claim claims claimed explain explains explained insist insists insisted
    stress stressed emphasize emphasized emphasized conclude concluded continue continued announce announced
    state stated write wrote ask asked reply replied respond responded suggest suggested warn warned report reported
    """.split()
)
_COVERED = (0.3, 0.8)


def attribution_figures(documents: Iterable[tuple[GoldDocument, Sequence[Record]]]) -> dict[str, dict[str, Figure]]:
    """The figures by slice and measure of gold documents with the records predicted for each."""
    rates: dict[str, defaultdict[str, Rates]] = {name: defaultdict(lambda: NO_RATES) for name in SLICES}
    speakers: dict[str, defaultdict[str, Share]] = {name: defaultdict(lambda: NO_SHARE) for name in SLICES}
    for document, records in documents:
        compared = _compare(document, records)
        for name in SLICES:
            part = _sliced(compared, name, document.text)
            for measure, count in _rates(part):
                rates[name][measure] += count
            for measure, share in _speaker_accuracy(part):
                speakers[name][measure] += share
    return {name: {**rates[name], **speakers[name]} for name in SLICES}


@frozen
class _Compared:
    """The records of one document by their index, and how well each gold one matches each predicted one.

    The scores hold the pairs that have a character in common; all others score 0.
    """

    gold: Mapping[int, Roles]
    predicted: Mapping[int, Roles]
    coverage: Mapping[Match, float]
    content: Mapping[Match, float]
    cue: Mapping[Match, float]


def _compare(document: GoldDocument, records: Sequence[Record]) -> _Compared:
    gold = [item for item in with_roles(document.records, document.text) if item.content]
    predicted = [item for item in with_roles(records, document.text) if item.content]
    common = shared([item.content for item in gold], [item.content for item in predicted])
    cues = shared([item.cue for item in gold], [item.cue for item in predicted])
    content = {(g, p): union_share(size, gold[g].content, predicted[p].content) for (g, p), size in common.items()}
    return _Compared(
        gold=dict(enumerate(gold)),
        predicted=dict(enumerate(predicted)),
        coverage={(g, p): size / len(gold[g].content) for (g, p), size in common.items()},
        content=content,
        cue={match: size + 0.1 * content.get(match, 0.0) for match, size in cues.items()},
    )


def _sliced(compared: _Compared, name: str, text: str) -> _Compared:
    if name == "all":
        return compared
    belongs = _is_quoted if name == "quoted" else _is_say
    gold = {at: item for at, item in compared.gold.items() if belongs(item.record, text)}
    predicted = {at: item for at, item in compared.predicted.items() if belongs(item.record, text)}

    def kept(scores: Mapping[Match, float]) -> dict[Match, float]:
        return {(g, p): score for (g, p), score in scores.items() if g in gold and p in predicted}

    return _Compared(gold, predicted, kept(compared.coverage), kept(compared.content), kept(compared.cue))


def _is_quoted(record: Record, text: str) -> bool:
    return any(not _DOUBLE_MARKS.isdisjoint(text[start:end]) for start, end in record.content)


def _is_say(record: Record, text: str) -> bool:
    cue = " ".join(text[start:end] for start, end in record.cue)
    return not _SAY.isdisjoint(cue.lower().replace(",", " ").replace(":", " ").split())


def _rates(part: _Compared) -> Iterator[tuple[str, Rates]]:
    sizes = len(part.predicted), len(part.gold)
    for threshold in _COVERED:
        yield f"ggt@{threshold}", Rates(len(_covered(part, threshold)), *sizes)
    for threshold in (0.5, 0.8):
        matches = one_to_one(part.content, threshold)
        joint = sum(iou(part.gold[g].source, part.predicted[p].source) >= 0.5 for g, p in matches)
        yield f"iou@{threshold}", Rates(len(matches), *sizes)
        yield f"joint@{threshold}", Rates(joint, *sizes)
    matches = one_to_one(part.cue, 1.0)
    for role in _ROLES:
        gold = {at: item.of(role) for at, item in part.gold.items() if item.of(role)}
        predicted = {at: item.of(role) for at, item in part.predicted.items() if item.of(role)}
        exact = sum(g in gold and gold[g] == predicted.get(p) for g, p in matches)
        yield f"{role}_exact", Rates(exact, len(predicted), len(gold))


def _speaker_accuracy(part: _Compared) -> Iterator[tuple[str, Share]]:
    for threshold in _COVERED:
        matches = _covered(part, threshold)
        sources = [(part.gold[g].source, part.predicted[p].source) for g, p in matches]
        agreeing = sum(not gold.isdisjoint(predicted) or not (gold or predicted) for gold, predicted in sources)
        yield f"speaker_acc@{threshold}", Share(agreeing, len(matches))


def _covered(part: _Compared, threshold: float) -> list[Match]:
    # The measure asks for more than the threshold; the others ask for at least as much.
    return one_to_one(part.coverage, threshold + 1e-9)

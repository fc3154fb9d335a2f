"""``cluster``: the same words across documents."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from quotex.dates import iso_day
from quotex.matching import name_words, short_form
from quotex.variants.candidates import hubs
from quotex.variants.comparing import are_variants, changes
from quotex.variants.normalising import Wording, bare, wording
from quotex.variants.records import Cluster, Kind, Quotation, Variant

MIN_WORDS = 5
"""Fewer words than this are anybody's."""
_DIGITS = 16
_LATEST = "9"
_MANY = 60
"""So many names are not one person's, whatever they are."""
_FLAGS = {Kind.NEGATION: "negation", Kind.NUMBERS: "numbers"}


def cluster(quotations: Iterable[Quotation], *, min_words: int = MIN_WORDS) -> tuple[Cluster, ...]:
    """The quotations that are wordings of one quote and stand in two documents or more, a record a quote.

    Wordings that say the opposite ("will", "will not"), or another number, belong together and are flagged. Quotations
    of fewer than ``min_words`` words are left out. The order of the quotations does not matter, and two that are equal
    in everything are one. Those with the most documents come first, then by first appearance.

    In a cluster all wordings were compared with the fullest and found to be one quote with it. Memory holds every
    quotation once and for each different wording its words and some thirty numbers: about 2 KB a quotation.
    """
    of_wording: dict[Wording, list[Quotation]] = defaultdict(list)
    for quotation in set(quotations):
        words = wording(quotation.text)
        if len(words) >= min_words:
            of_wording[words].append(quotation)
    found = ([each for words in group for each in of_wording[words]] for group in hubs(list(of_wording), are_variants))
    clusters = [_record(sorted(those, key=_order)) for those in found if len({each.document for each in those}) > 1]
    return tuple(sorted(clusters, key=lambda each: (-len(each.documents), _order(each.first))))


def _record(those: Sequence[Quotation]) -> Cluster:
    first = those[0]
    variants = tuple(_variant(first, each) for each in those)
    speakers = tuple(dict.fromkeys(each.speaker for each in those if each.speaker))
    flags = [flag for kind, flag in _FLAGS.items() if any(kind in variant.kinds for variant in variants)]
    if not _can_be_one(speakers):
        flags.append("speakers")
    canonical = json.dumps([first.document, first.attribution, first.part, first.text], ensure_ascii=True)
    return Cluster(
        id=hashlib.sha256(canonical.encode()).hexdigest()[:_DIGITS],
        first=first,
        is_dated=iso_day(first.date) is not None,
        undated=sum(iso_day(each.date) is None for each in those),
        variants=variants,
        speakers=speakers,
        flags=tuple(flags),
    )


def _variant(first: Quotation, other: Quotation) -> Variant:
    before, after = wording(first.text), wording(other.text)
    if before == after:
        return Variant(other, (Kind.SAME if bare(first.text) == bare(other.text) else Kind.TYPOGRAPHIC,))
    return Variant(other, *changes(before, after))


def _can_be_one(names: Sequence[str]) -> bool:
    """Whether all names can be forms of one."""
    forms = {words for name in names if (words := name_words(name))}
    return len(forms) <= _MANY and all(short_form(a, b) or short_form(b, a) for a, b in combinations(sorted(forms), 2))


def _order(each: Quotation) -> tuple[str, str, str, int, str, str, str]:
    day = iso_day(each.date) or _LATEST
    return day, each.document, each.attribution, each.part, each.text, each.speaker or "", each.date or ""

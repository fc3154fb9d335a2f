"""The quotation marks of an article as those of American newspapers would set them, for readers that know no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc

from quotex.records import RegionKind

if TYPE_CHECKING:
    from quotex.structure.analysis import Structure

_OUTER, _INNER = ("“", "”"), ("‘", "’")
_USUAL = frozenset({"“", '"'})


def usual_marks(doc: Doc, structure: Structure) -> dict[int, str]:
    """By token, the mark to read in place of the one that stands there: double for outer regions, single for inner
    ones.

    Only tokens that are a mark and nothing else are named; a double curly or straight mark around an outer region is
    usual already. Single marks are read as double only around speech, since names and scare quotes stand in them
    anywhere.
    """
    out: dict[int, str] = {}
    for region, (start, end) in zip(structure.regions, structure.region_tokens, strict=True):
        is_outer = region.parent is None
        if is_outer and (region.opening in _USUAL or region.kind is not RegionKind.SPEECH):
            continue
        if not is_outer and region.opening in {"‘", "'"} and structure.regions[region.parent or 0].opening in _USUAL:
            continue
        opening, closing = _OUTER if is_outer else _INNER
        if doc[start].text == region.opening:
            out[start] = opening
        if region.closing is not None and doc[end - 1].text == region.closing:
            out[end - 1] = closing
    return out

"""Long texts in blocks of bounded memory, cut at paragraph edges, and their findings put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from attrs import evolve, fields, frozen, has
from spacy.tokens import Doc

from quotex.records import Attribution, Block, Claim, Region, Speaker, Warning  # noqa: A004 - the record's name
from quotex.spans import Pair
from quotex.tokens import tokenised

_EDGES = tuple(re.compile(pattern) for pattern in (r"\n[^\S\n]*\n\s*", r"\n\s*", r"[.!?][\"'”’]*\s+", r"\s+"))
"""Where a block may end, best first: after a blank line, a line, a sentence, a word."""


@frozen
class Findings:
    """What was found in one block, in its own offsets. Attributions and claims have no ids yet."""

    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    """One for each attribution, in the same order; none at all where none were asked for."""
    own_claims: tuple[Claim, ...] = ()
    """Those of the article's own sentences."""
    speakers: tuple[Speaker, ...] = ()
    blocks: tuple[Block, ...] = ()
    regions: tuple[Region, ...] = ()
    warnings: tuple[Warning, ...] = ()
    model_sha256: str = ""
    """Of the model that read it; empty where there was nothing to read."""


def cut(text: str, limit: int) -> tuple[Pair, ...]:
    """``text`` as adjoining character spans of at most ``limit``, each cut at the last good edge of its second half.

    One span where the text is not longer than ``limit``, none for an empty text. A text without edges is cut anywhere.
    """
    spans = []
    start = 0
    while len(text) - start > limit:
        end = _edge(text, start + limit // 2, start + limit)
        spans.append((start, end))
        start = end
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)


def _edge(text: str, low: int, high: int) -> int:
    for pattern in _EDGES:
        ends = [found.end() for found in pattern.finditer(text, low, high)]
        # White space that runs up to the limit would leave some of it at the start of the next block.
        if ends := [end for end in ends if end < high]:
            return ends[-1]
    return high


def pieces(text: str, doc: Doc | None, limit: int) -> Iterator[tuple[Doc, int, int]]:
    """The documents of a text's blocks, each with the characters and the tokens before it.

    ``doc`` is the caller's document of ``text``, whose tokens are kept; without one the text is tokenised block by
    block.
    """
    if len(text) <= limit:
        yield tokenised(text) if doc is None else doc, 0, 0
        return
    tokens = 0
    for start, end in cut(text, limit):
        if doc is None:
            piece = tokenised(text[start:end])
            yield piece, start, tokens
            tokens += len(piece)
            continue
        last = tokens
        while last < len(doc) and doc[last].idx < end:
            last += 1
        if last > tokens:
            yield doc[tokens:last].as_doc(), doc[tokens].idx, tokens
        tokens = last


def joined(parts: Iterable[tuple[Findings, int, int]]) -> Findings:
    """The findings of blocks as those of the whole text, given the characters and tokens before each block.

    Offsets are moved on, references between regions kept, speakers numbered through ("s1", "s2" …). Of warnings with
    the same code the first stays.
    """
    attributions: list[Attribution] = []
    claims: list[Claim] = []
    own_claims: list[Claim] = []
    speakers: list[Speaker] = []
    blocks: list[Block] = []
    regions: list[Region] = []
    warnings: dict[str, Warning] = {}
    model = ""
    for found, chars, tokens in parts:
        model = model or found.model_sha256
        cast = {
            speaker.id: _numbered(_moved(speaker, chars, tokens), number)
            for number, speaker in enumerate(found.speakers, len(speakers) + 1)
        }
        attributions += (_moved_attribution(each, chars, tokens, cast) for each in found.attributions)
        claims += (_moved(each, chars, tokens) for each in found.claims)
        own_claims += (_moved(each, chars, tokens) for each in found.own_claims)
        before = len(regions)
        regions += (_referred(_moved(each, chars, tokens), before) for each in found.regions)
        blocks += (_moved(each, chars, tokens) for each in found.blocks)
        speakers += cast.values()
        for warning in found.warnings:
            warnings.setdefault(warning.code, _moved(warning, chars, tokens))
    return Findings(
        attributions=tuple(attributions),
        claims=tuple(claims),
        own_claims=tuple(own_claims),
        speakers=tuple(speakers),
        blocks=tuple(blocks),
        regions=tuple(regions),
        warnings=tuple(warnings.values()),
        model_sha256=model,
    )


def _moved(value: Any, chars: int, tokens: int) -> Any:
    """A record with its offsets moved on, and so all records in it."""
    if chars == tokens == 0:
        return value
    if isinstance(value, tuple):
        return tuple(_moved(each, chars, tokens) for each in value)
    names = _field_names(value.__class__)
    if not names:
        return value
    changes = {name: _moved(getattr(value, name), chars, tokens) for name in names}
    for name, by in (("start", chars), ("end", chars), ("token_start", tokens), ("token_end", tokens)):
        if name in changes:
            changes[name] += by
    return evolve(value, **changes)


def _numbered(speaker: Speaker, number: int) -> Speaker:
    """The speaker with the id of its place; the very object where it has that already."""
    name = f"s{number}"
    return speaker if speaker.id == name else evolve(speaker, id=name)


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    """The fields of a record; none for a value of another type."""
    return tuple(attribute.name for attribute in fields(kind)) if has(kind) else ()


def _moved_attribution(attribution: Attribution, chars: int, tokens: int, cast: Mapping[str, Speaker]) -> Attribution:
    """The attribution moved on, with its speakers taken from ``cast``, so that they are the very objects."""
    # Speakers are left out of the moving: each has all its mentions, and moving them anew for every attribution would
    # take time that grows with the square of the text.
    resolution = attribution.resolution
    if all(cast[speaker.id] is speaker for speaker in resolution.speakers) and chars == tokens == 0:
        return attribution
    moved: Attribution = _moved(evolve(attribution, resolution=evolve(resolution, speakers=())), chars, tokens)
    speakers = tuple(cast[speaker.id] for speaker in resolution.speakers)
    return evolve(moved, resolution=evolve(moved.resolution, speakers=speakers))


def _referred(region: Region, before: int) -> Region:
    """The region with its references moved on by the number of regions before its block's."""
    if not before:
        return region
    parent = None if region.parent is None else region.parent + before
    continues = None if region.continues is None else region.continues + before
    return evolve(region, parent=parent, continues=continues)

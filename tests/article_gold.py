"""The thirty short articles of ``tests/articles`` and their gold, with every span found by its words.

Beside each ``NN-name.txt`` stands a ``NN-name.toml`` that a person can check against the text by reading alone:

- ``blocks``: ``[kind, first words]`` or ``[kind, first words, dateline]``, in order. A block starts where a line starts
  with its first words, ends before the next one, and the white space around it does not count.
- ``regions``: ``[kind, words]`` or ``[kind, words, first words of the region that it continues]``, marks included.
- ``attributions``: ``cue``, ``source`` and ``content`` as snippets, with ``kind``, ``act`` and ``speaker``. A follow-on
  quotation has no cue and names in ``follows`` the ``id`` of the attribution it carries on; marked speech that nobody
  is credited with has neither. Only attributions that matter are listed, but all without cue and source are.

A snippet occurs once in its text, or loading fails. Braces set the span apart from words that only make it unique,
``[…]`` stands for any words, and at the end of a region for "where it ends is not judged"; white space matches any.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from attrs import frozen

from quotex.records import Act, BlockKind, Kind, RegionKind
from quotex.spans import Pair, trim

FOLDER = Path(__file__).parent / "articles"
_GAP = "[…]"


class GoldError(Exception):
    """A gold file does not fit its text; the message names the article and the snippet."""


@frozen
class GoldBlock:
    """A line or paragraph and what it is."""

    start: int
    end: int
    kind: BlockKind
    dateline: Pair | None


@frozen
class GoldRegion:
    """A marked region; ``end`` is ``None`` where its end is not judged, ``continues`` the start of another region."""

    start: int
    end: int | None
    kind: RegionKind
    continues: int | None


@frozen
class GoldAttribution:
    """An attribution by its characters; ``follows`` is the index of the one it carries on."""

    cue: Pair | None
    source: Pair | None
    content: tuple[Pair, ...]
    kind: Kind
    act: Act
    speaker: str | None
    follows: int | None


@frozen
class GoldArticle:
    """One article with its gold."""

    name: str
    note: str
    text: str
    blocks: tuple[GoldBlock, ...]
    regions: tuple[GoldRegion, ...]
    attributions: tuple[GoldAttribution, ...]


def load_all() -> tuple[GoldArticle, ...]:
    """Every article of the folder, by name."""
    return tuple(load(path) for path in sorted(FOLDER.glob("*.txt")))


def load(path: Path) -> GoldArticle:
    """The article at ``path`` with the gold beside it; raises `GoldError` where the two do not fit."""
    text = path.read_bytes().decode("utf-8")
    gold = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    try:
        return GoldArticle(
            name=path.stem,
            note=gold["note"],
            text=text,
            blocks=_blocks(text, gold["blocks"]),
            regions=_regions(text, gold["regions"]),
            attributions=_attributions(text, gold["attributions"]),
        )
    except GoldError as error:
        raise GoldError(f"{path.stem}: {error}") from None


def find(text: str, snippet: str) -> Pair:
    """Where the snippet, or the part of it in braces, stands; raises `GoldError` unless it occurs just once."""
    before, brace, rest = snippet.partition("{")
    if not brace:
        return _only(text, f"(?P<span>{_pattern(snippet)})", snippet)
    inner, brace, after = rest.partition("}")
    if not brace or "{" in after or not inner:
        raise GoldError(f"braces do not pair in {snippet!r}")
    return _only(text, f"{_pattern(before)}(?P<span>{_pattern(inner)}){_pattern(after)}", snippet)


def _pattern(words: str) -> str:
    parts = []
    for part in words.split(_GAP):
        pieces = [re.escape(piece) for piece in re.split(r"\s+", part)]
        parts.append(r"\s+".join(pieces))
    return "(?s:.*?)".join(parts)


def _only(text: str, pattern: str, snippet: str) -> Pair:
    found = list(re.finditer(pattern, text))
    if len(found) != 1:
        raise GoldError(f"{snippet!r} occurs {len(found)} times")
    return found[0].span("span")


def _blocks(text: str, rows: list[list[str]]) -> tuple[GoldBlock, ...]:
    starts = [_only(text, rf"(?m:^)[^\S\n]*(?P<span>{_pattern(row[1])})", row[1])[0] for row in rows]
    if starts != sorted(starts) or text[: starts[0]].strip():
        raise GoldError("the blocks are out of order or leave out the start of the text")
    blocks = []
    for row, start, end in zip(rows, starts, [*starts[1:], len(text)], strict=True):
        dateline = None
        if len(row) > 2:
            dateline = start, start + _only(text[start:end], f"^(?P<span>{_pattern(row[2])})", row[2])[1]
        blocks.append(GoldBlock(*trim(text, start, end), BlockKind(row[0]), dateline))
    return tuple(blocks)


def _regions(text: str, rows: list[list[str]]) -> tuple[GoldRegion, ...]:
    regions = []
    for row in rows:
        start, end = find(text, row[1])
        continues = find(text, row[2])[0] if len(row) > 2 else None
        regions.append(GoldRegion(start, None if row[1].endswith(_GAP) else end, RegionKind(row[0]), continues))
    starts = {region.start for region in regions}
    for row, region in zip(rows, regions, strict=True):
        if region.continues is not None and region.continues not in starts:
            raise GoldError(f"{row[2]!r} starts no region")
    return tuple(regions)


def _attributions(text: str, rows: list[dict[str, Any]]) -> tuple[GoldAttribution, ...]:
    numbers = {row["id"]: i for i, row in enumerate(rows) if "id" in row}
    attributions = []
    for row in rows:
        unknown = set(row) - {"id", "follows", "cue", "source", "content", "kind", "act", "speaker"}
        if unknown or (row.get("follows") and row["follows"] not in numbers):
            raise GoldError(f"unknown key or id in {row}")
        attributions.append(
            GoldAttribution(
                cue=find(text, row["cue"]) if "cue" in row else None,
                source=find(text, row["source"]) if "source" in row else None,
                content=tuple(find(text, snippet) for snippet in row["content"]),
                kind=Kind(row["kind"]),
                act=Act(row["act"]),
                speaker=row.get("speaker"),
                follows=numbers[row["follows"]] if "follows" in row else None,
            )
        )
    return tuple(attributions)

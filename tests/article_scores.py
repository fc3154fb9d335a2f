"""How well what quotex makes of the short articles agrees with their gold, by category.

Every category is a list of items, each right or wrong. What gold has and quotex lacks is a wrong item, and so is what
quotex has and gold lacks, but for attributions with a cue, of which gold lists only those that matter. Nothing is
demanded and nothing held against quotex within headings, bylines, captions and lists of links.

- blocks: start, end and kind of each block; neighbouring lines of one list of links count as one block.
- datelines: start and end of each.
- regions: start, end and class of each marked region.
- joins: each region that continues another, and the same speaker for both.
- follow-on: each follow-on quotation, found without a cue and with the speaker of what it carries on.
- unattributed: each quotation that nobody is credited with, found as such.
- acts: the act of each attribution with a cue; one whose cue is not found is wrong.
- kinds, speakers: of the same attributions and of those that follow on; not part of the floors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import evolve, frozen

from article_gold import GoldArticle, GoldAttribution, GoldBlock
from quotex.records import Article, Attribution, Block, BlockKind, Region
from quotex.spans import Pair, overlap

CATEGORIES = ("blocks", "datelines", "regions", "joins", "follow-on", "unattributed", "acts", "kinds", "speakers")
_SAME_CONTENT = 0.8
"""From this share of common characters two contents are taken for the same quotation."""


@frozen
class Item:
    """One judgement about the place ``start``, whose words are ``name``; ``detail`` is what gold and quotex say."""

    category: str
    article: str
    start: int
    name: str
    right: bool
    detail: str


@frozen
class _Extent:
    start: int
    end: int
    kind: BlockKind


def score_structure(gold: GoldArticle, blocks: Sequence[Block], regions: Sequence[Region]) -> list[Item]:
    """The items of blocks, datelines, regions and joins that need no speaker."""
    expected_blocks = {b.start: (b.end, b.kind.value) for b in _with_lists_joined(gold.blocks)}
    found_blocks = {b.start: (b.end, b.kind.value) for b in _with_lists_joined(blocks)}
    expected_lines = {b.dateline[0]: b.dateline[1] for b in gold.blocks if b.dateline}
    found_lines = {b.dateline.start: b.dateline.end for b in blocks if b.dateline}
    open_ended = {r.start for r in gold.regions if r.end is None}
    expected_regions = {r.start: (r.end, r.kind.value) for r in gold.regions}
    found_regions = {r.start: (None if r.start in open_ended else r.end, r.kind.value) for r in regions}
    expected_joins = {r.start: r.continues for r in gold.regions if r.continues is not None}
    found_joins = {r.start: regions[r.continues].start for r in regions if r.continues is not None}
    return [
        *_compared("blocks", gold, expected_blocks, found_blocks),
        *_compared("datelines", gold, expected_lines, found_lines),
        *_compared("regions", gold, expected_regions, found_regions),
        *_compared("joins", gold, expected_joins, found_joins),
    ]


def score_article(gold: GoldArticle, article: Article) -> list[Item]:
    """The items of every category."""
    items = score_structure(gold, article.blocks, article.regions)
    items = [_join_with_speaker(gold, article, item) if item.category == "joins" else item for item in items]
    body = [(b.start, b.end) for b in gold.blocks if b.kind is BlockKind.PARAGRAPH]
    found = [a for a in article.attributions if any(overlap(_extent(a), block) for block in body)]
    pairs = {i: _match(expected, found) for i, expected in enumerate(gold.attributions)}
    matched = {id(attribution) for attribution in pairs.values()}
    for i, expected in enumerate(gold.attributions):
        items.extend(_judged(gold, expected, pairs[i], pairs))
    for attribution in found:
        if attribution.cue is None and attribution.source is None and id(attribution) not in matched:
            category = "follow-on" if attribution.speakers else "unattributed"
            detail = f"gold has none, quotex credits {_names(attribution)}"
            items.append(_item(category, gold, attribution.content[0].start, False, detail))
    return items


def shares(items: Iterable[Item]) -> dict[str, tuple[int, int]]:
    """Right items and all items of each category that has any."""
    counts: dict[str, tuple[int, int]] = {}
    for item in items:
        right, total = counts.get(item.category, (0, 0))
        counts[item.category] = right + item.right, total + 1
    return counts


def _compared(
    category: str, gold: GoldArticle, expected: dict[int, object], found: dict[int, object]
) -> Iterator[Item]:
    for start in sorted(expected.keys() | found.keys()):
        right = start in expected and start in found and expected[start] == found[start]
        detail = f"gold {expected.get(start, 'has none')}, quotex {found.get(start, 'has none')}"
        yield _item(category, gold, start, right, detail)


def _with_lists_joined(blocks: Sequence[GoldBlock | Block]) -> list[_Extent]:
    joined: list[_Extent] = []
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        members = list(run)
        if kind is BlockKind.LINKS:
            joined.append(_Extent(members[0].start, members[-1].end, kind))
        else:
            joined.extend(_Extent(block.start, block.end, kind) for block in members)
    return joined


def _match(expected: GoldAttribution, found: Sequence[Attribution]) -> Attribution | None:
    """The attribution of quotex that is about the same cue or, without one, about the same content."""
    if expected.cue is not None:
        rivals = [a for a in found if a.cue is not None and overlap(expected.cue, (a.cue.start, a.cue.end))]
        return max(rivals, key=lambda a: _likeness(expected, a), default=None)
    best = max(found, key=lambda a: _likeness(expected, a), default=None)
    return best if best is not None and _likeness(expected, best) >= _SAME_CONTENT else None


def _judged(
    gold: GoldArticle,
    expected: GoldAttribution,
    found: Attribution | None,
    pairs: dict[int, Attribution | None],
) -> Iterator[Item]:
    start = (expected.cue or expected.content[0])[0]
    if expected.follows is not None:
        base = pairs[expected.follows]
        right = (
            found is not None
            and base is not None
            and found.cue is None
            and bool(found.speakers)
            and _ids(found) == _ids(base)
        )
        detail = f"gold {expected.speaker!r}, quotex {_names(found)}"
        yield _item("follow-on", gold, start, right, detail)
    elif expected.cue is None and expected.source is None:
        right = found is not None and found.cue is None and found.source is None and not found.speakers
        yield _item("unattributed", gold, start, right, f"gold nobody, quotex {_names(found)}")
        return
    else:
        act = found.act.value if found else "not found"
        yield _item("acts", gold, start, act == expected.act, f"gold {expected.act.value}, quotex {act}")
    kind = found.kind.value if found else "not found"
    yield _item("kinds", gold, start, kind == expected.kind, f"gold {expected.kind.value}, quotex {kind}")
    right = found is not None and (_same_name(expected.speaker, found) if expected.speaker else not found.speakers)
    yield _item("speakers", gold, start, right, f"gold {expected.speaker!r}, quotex {_names(found)}")


def _join_with_speaker(gold: GoldArticle, article: Article, item: Item) -> Item:
    """The item, wrong where the two regions are not attributed to the same speaker."""
    if not item.right:
        return item
    region = next(r for r in article.regions if r.start == item.start)
    assert region.continues is not None
    before, after = (_holder(article, r) for r in (article.regions[region.continues], region))
    right = bool(_ids(before)) and _ids(before) == _ids(after)
    return evolve(item, right=right, detail=f"{item.detail}; speakers {_names(before)} and {_names(after)}")


def _holder(article: Article, region: Region) -> Attribution | None:
    """The attribution whose content shares most with the region, if any shares a character."""
    span = region.start, region.end

    def shared(attribution: Attribution) -> int:
        return sum(overlap(span, (s.start, s.end)) for s in attribution.content)

    best = max(article.attributions, key=shared, default=None)
    return best if best is not None and shared(best) else None


def _likeness(expected: GoldAttribution, found: Attribution) -> float:
    """Shared characters of the two contents over all their characters."""
    gold = {position for start, end in expected.content for position in range(start, end)}
    mine = {position for segment in found.content for position in range(segment.start, segment.end)}
    return len(gold & mine) / len(gold | mine)


def _same_name(name: str | None, found: Attribution) -> bool:
    """Whether its only speaker has that name, or one of two or more words that are all in the other's."""
    if name is None or len(found.speakers) != 1:
        return False
    gold, mine = _plain(name), _plain(found.speakers[0].name.text)
    return gold == mine or (min(len(gold), len(mine)) >= 2 and (set(gold) <= set(mine) or set(mine) <= set(gold)))


def _plain(name: str) -> list[str]:
    words = name.casefold().replace(",", " ").split()
    return words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words


def _extent(attribution: Attribution) -> Pair:
    return attribution.content[0].start, attribution.content[-1].end


def _ids(attribution: Attribution | None) -> tuple[str, ...]:
    return tuple(speaker.id for speaker in attribution.speakers) if attribution else ()


def _names(attribution: Attribution | None) -> str:
    if attribution is None:
        return "not found"
    return " and ".join(speaker.name.text for speaker in attribution.speakers) or "nobody"


def _item(category: str, gold: GoldArticle, start: int, right: bool, detail: str) -> Item:
    name = gold.text[start : start + 40].splitlines()[0].strip()
    return Item(category, gold.name, start, name, right, detail)

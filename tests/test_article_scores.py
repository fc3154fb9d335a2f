"""The scoring of the short articles, on records made from their own gold and then spoilt."""

from __future__ import annotations

import pytest
from attrs import evolve

from article_gold import GoldArticle, GoldAttribution, load_all
from article_scores import CATEGORIES, Item, score_article, shares
from quotex.records import (
    Act,
    Article,
    Attribution,
    Block,
    BlockKind,
    MentionForm,
    Metadata,
    Region,
    RegionKind,
    Resolution,
    Segment,
    Span,
    Speaker,
    SpeakerType,
)
from quotex.spans import Pair

NAMES = {gold.name: gold for gold in load_all()}


def _span(text: str, pair: Pair) -> Span:
    return Span(*pair, text[slice(*pair)], 0, 1)


def _speaker(name: str, number: int) -> Speaker:
    return Speaker(f"s{number}", SpeakerType.PERSON, Span(0, len(name), name, 0, 1))


def _attribution(text: str, gold: GoldAttribution, speakers: dict[str | None, Speaker]) -> Attribution:
    speaker = (speakers[gold.speaker],) if gold.speaker else ()
    return Attribution(
        id="",
        act=gold.act,
        kind=gold.kind,
        cue=_span(text, gold.cue) if gold.cue else None,
        source=_span(text, gold.source) if gold.source else None,
        content=tuple(Segment(*pair, text[slice(*pair)], 0, 1, verbatim=True) for pair in gold.content),
        score=1.0,
        resolution=Resolution(MentionForm.NAMED, speaker),
    )


def _as_read(gold: GoldArticle) -> Article:
    """The record that a reader who agrees with gold in everything would make."""
    names = dict.fromkeys(a.speaker for a in gold.attributions if a.speaker)
    speakers: dict[str | None, Speaker] = {name: _speaker(name, i) for i, name in enumerate(names)}
    starts = [region.start for region in gold.regions]
    return Article(
        Metadata(),
        "",
        len(gold.text),
        attributions=tuple(_attribution(gold.text, a, speakers) for a in gold.attributions),
        speakers=tuple(speakers.values()),
        blocks=tuple(
            Block(b.start, b.end, b.kind, "", _span(gold.text, b.dateline) if b.dateline else None) for b in gold.blocks
        ),
        regions=tuple(
            Region(
                start=r.start,
                end=r.end or r.start + 1,
                kind=r.kind,
                reason="",
                opening="“",
                closing=None,
                parent=None,
                continues=None if r.continues is None else starts.index(r.continues),
            )
            for r in gold.regions
        ),
    )


def _wrong(items: list[Item]) -> list[tuple[str, str]]:
    return [(item.category, item.name) for item in items if not item.right]


def test_gold_scores_full_marks_against_itself() -> None:
    """A reader who agrees with gold in everything gets everything right, and every category has items."""
    items = [item for gold in NAMES.values() for item in score_article(gold, _as_read(gold))]
    assert _wrong(items) == []
    assert set(shares(items)) == set(CATEGORIES)


def test_an_empty_record_scores_nothing() -> None:
    """A reader who finds nothing gets nothing right."""
    items = [item for gold in NAMES.values() for item in score_article(gold, Article(Metadata(), "", len(gold.text)))]
    assert items
    assert not any(item.right for item in items)


def test_a_wrong_kind_of_block_is_one_miss() -> None:
    """A heading taken for a paragraph costs one item, named by its first words."""
    gold = NAMES["01-island-ferry"]
    article = _as_read(gold)
    blocks = (evolve(article.blocks[0], kind=BlockKind.PARAGRAPH), *article.blocks[1:])
    items = score_article(gold, evolve(article, blocks=blocks))
    assert _wrong(items) == [("blocks", "Islands ask for winter ferry after bridg")]


def test_a_list_of_links_may_be_one_block() -> None:
    """Whether a list of links is one block or one a line is not judged."""
    gold = NAMES["07-manila-storm"]
    article = _as_read(gold)
    links = [b for b in article.blocks if b.kind is BlockKind.LINKS]
    rest = [b for b in article.blocks if b.kind is not BlockKind.LINKS]
    joined = evolve(links[0], end=links[-1].end)
    assert _wrong(score_article(gold, evolve(article, blocks=(*rest, joined)))) == []


def test_a_region_too_many_and_a_wrong_class_are_misses() -> None:
    """An inch mark taken for a quotation and a fragment taken for a scare quote cost an item each."""
    gold = NAMES["22-grain-summit"]
    article = _as_read(gold)
    inch = gold.text.index('5" model') + 1
    warm = next(i for i, r in enumerate(article.regions) if gold.text.startswith('"warm"', r.start))
    regions = list(article.regions)
    regions[warm] = evolve(regions[warm], kind=RegionKind.SCARE)
    regions.append(evolve(regions[0], start=inch, end=inch + 5))
    items = score_article(gold, evolve(article, regions=tuple(regions)))
    assert sorted(words for _, words in _wrong(items)) == [
        '" model silo to every guest.',
        '"warm". He urged his colleagues to retur',
    ]


def test_a_join_needs_the_same_speaker_on_both_sides() -> None:
    """Where the second of two joined paragraphs is credited to nobody, the join is a miss."""
    gold = NAMES["25-cape-water"]
    article = _as_read(gold)
    whole = next(i for i, a in enumerate(article.attributions) if len(a.content) == 3)
    first = evolve(article.attributions[whole], content=article.attributions[whole].content[:2])
    second = evolve(
        article.attributions[whole],
        cue=None,
        source=None,
        content=article.attributions[whole].content[2:],
        resolution=Resolution(MentionForm.NONE),
    )
    others = article.attributions[:whole] + article.attributions[whole + 1 :]
    items = score_article(gold, evolve(article, attributions=(*others, first, second)))
    assert {category for category, _ in _wrong(items)} == {"joins", "unattributed"}


@pytest.mark.parametrize(("name", "category"), [("01-island-ferry", "follow-on"), ("02-market-levy", "unattributed")])
def test_a_quotation_credited_the_wrong_way_is_a_miss(name: str, category: str) -> None:
    """A follow-on credited to nobody, and a slogan credited to somebody, are misses of their category."""
    gold = NAMES[name]
    article = _as_read(gold)
    spoilt = tuple(
        a
        if a.cue is not None
        else evolve(a, resolution=Resolution(MentionForm.NONE, () if a.speakers else article.speakers[:1]))
        for a in article.attributions
    )
    wrong = {c for c, _ in _wrong(score_article(gold, evolve(article, attributions=spoilt)))}
    assert category in wrong
    assert wrong <= {category, "speakers"}


def test_an_act_is_judged_by_the_cue_it_belongs_to() -> None:
    """A belief read as a statement is one miss, and the neighbouring attributions are unharmed."""
    gold = NAMES["01-island-ferry"]
    article = _as_read(gold)
    changed = tuple(evolve(a, act=Act.STATEMENT) if a.act is Act.BELIEF else a for a in article.attributions)
    items = score_article(gold, evolve(article, attributions=changed))
    assert _wrong(items) == [("acts", "expects a decision before the budget tal")]

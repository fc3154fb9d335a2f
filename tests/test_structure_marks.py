"""Quotation marks: which ones pair, which are none, and how a broken one is kept from doing harm."""

from __future__ import annotations

import pytest
import spacy

from quotex.records import RegionKind
from quotex.structure import Structure, analyse

_NLP = spacy.blank("en")


def _read(text: str) -> Structure:
    return analyse(_NLP(text))


def _regions(text: str) -> list[str]:
    return [text[region.start : region.end] for region in _read(text).regions]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        "“”",
        '""',
        "‘’",
        "''",
        "«»",
        "»«",
        "‹›",
        "„“",
        "„”",
        "””",
        ("``", "''"),
        ("''", "''"),
        ("‘‘", "’’"),
        '“"',
        "「」",
    ],
)
def test_pairs_of_every_kind(opening: str, closing: str) -> None:
    """Each pair of marks makes one region that holds both, with the marks as they stand."""
    text = f"She said {opening}we won the cup{closing} and left."
    (region,) = _read(text).regions
    assert text[region.start : region.end] == f"{opening}we won the cup{closing}"
    assert (region.opening, region.closing) == (opening, closing)


@pytest.mark.parametrize(
    "text",
    [
        "The players' bus didn't stop in the '90s, rock 'n' roll or not.",
        "It’s James’ and the girls’ turn, ’twas said.",
        "He is 6'2\" tall, she is 5' 10\" tall.",
        "Tell 'em we're comin', y'all.",
    ],
)
def test_apostrophes_and_inches_make_no_region(text: str) -> None:
    """Possessives, contractions, elisions, feet and inches open nothing."""
    assert _regions(text) == []


def test_possessive_within_single_marks() -> None:
    """A possessive inside single marks does not close them where a surer mark follows."""
    text = "'The players' bus didn't stop,' he said."
    assert _regions(text) == ["'The players' bus didn't stop,'"]


def test_straight_marks_point_by_the_space_around_them() -> None:
    """The second of two regions does not swallow the words between them."""
    assert _regions('"We won," he said. "We are happy."') == ['"We won,"', '"We are happy."']


def test_nested_marks() -> None:
    """A quotation within a quotation is its child, in other marks or the same."""
    for text in ("“He said ‘go home’ to me,” she said.", '"He said "go home" to me," she said.'):
        outer, inner = _read(text).regions
        assert (outer.parent, inner.parent) == (None, 0)
        assert text[inner.start + 1 : inner.end - 1] == "go home"


def test_three_straight_singles() -> None:
    """Three apostrophes in a row are a double and a single mark, in the order that nests them."""
    text = "''He told us 'go home,''' she said."
    assert _regions(text) == ["''He told us 'go home,'''", "'go home,'"]


def test_odd_mark_does_not_flip_the_next_paragraph() -> None:
    """A missing closing mark leaves the pairs of the next paragraph as they are."""
    text = '"We won, he said.\n\nThe "winner" left. "Good," she said.'
    assert _regions(text) == ['"We won, he said.', '"winner"', '"Good,"']


def test_unclosed_mark_ends_before_the_next_opening_one() -> None:
    """Within a paragraph an unclosed region ends where the next quotation opens."""
    text = "“We won, he said. “We are happy,” he added."
    assert _regions(text) == ["“We won, he said.", "“We are happy,”"]
    assert _read(text).regions[0].closing is None


def test_stray_closing_mark_is_ignored_with_its_reason() -> None:
    """A closing mark without an opening one makes no region and is listed."""
    structure = _read('We won," he said. "Good," she said.')
    assert len(structure.regions) == 1
    assert [(mark.start, mark.reason) for mark in structure.ignored] == [(7, "closing mark without an opening one")]


def test_quotation_over_three_paragraphs() -> None:
    """A mark opening each paragraph and one closing mark make one region a paragraph, each carrying on the last."""
    text = "“One began it all.\n\n“Two went on.\n\n“Three ended it,” he said.\n\n“Four is new,” she said."
    regions = _read(text).regions
    assert [region.continues for region in regions] == [None, 0, 1, None]
    assert [region.closing for region in regions] == [None, None, "”", "”"]
    assert all(region.kind is RegionKind.SPEECH for region in regions)


def test_quotation_goes_on_after_a_caption() -> None:
    """A picture between two paragraphs of a quotation does not end it."""
    text = "“One began it all that day.\n\nPhoto: Jane Doe\n\n“Two ended it,” he said."
    assert [region.continues for region in _read(text).regions] == [None, 0]


def test_british_quotation_over_paragraphs() -> None:
    """The convention holds for single marks as well."""
    text = "'We didn't win it all,' he said. 'But it's been great fun.\n\n'And it isn't over,' he added."
    assert [region.continues for region in _read(text).regions] == [None, None, 1]


def test_empty_pair_is_no_region() -> None:
    """Marks without words between them are ignored."""
    assert _regions('He typed "" and “” by mistake.') == []


def test_token_views_agree_with_the_regions() -> None:
    """Every token's region and speech flag follow from the token spans of the regions."""
    doc = _NLP("“He said ‘go home’ to me,” she said of the so-called “boss”.")
    structure = analyse(doc)
    for i in range(len(doc)):
        around = [r for r, (start, end) in enumerate(structure.region_tokens) if start <= i < end]
        assert structure.region_of[i] == (around[-1] if around else -1)
        assert structure.in_speech[i] == any(structure.regions[r].kind is RegionKind.SPEECH for r in around)
    first = structure.region_tokens[0]
    assert doc[first[0] : first[1]].text == "“He said ‘go home’ to me,”"

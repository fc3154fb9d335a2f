"""The acceptance article yields exactly its statements, and so do copies of it with other names, marks and order.

The article lies beside the repository and is not part of it; without it these tests are skipped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

import pytest

import quotex
from benchmarks.shared import ABSENT, shared_folder
from quotex.records import Attribution

_SHARED = shared_folder()
pytestmark = pytest.mark.skipif(_SHARED is None, reason=ABSENT)

Gold = dict
"""``text``, ``attributions``, ``ignored`` and ``forbidden``, all in offsets of ``text``."""


def _article() -> Gold:
    assert _SHARED is not None
    folder = _SHARED / "acceptance"
    (path,) = folder.glob("*.json")
    gold = json.loads(path.read_text(encoding="utf8"))
    text = (folder / gold["text_file"]).read_bytes().decode("utf8")
    records = [
        {**r, "may": [p for p in [gold["may_extend"].get(str(i))] if p]} for i, r in enumerate(gold["attributions"])
    ]
    links = text.index("Read More")
    return {"text": text, "attributions": records, "ignored": gold["ignored"], "links": [[links, len(text)]]}


def _moved(gold: Gold, text: str, move: Callable[[int], int]) -> Gold:
    """The gold of a changed copy, ``move`` giving the new place of an old offset."""

    def spans(pairs: Sequence[Sequence[int]]) -> list[list[int]]:
        return [[move(pair[0]), move(pair[1] - 1) + 1] for pair in pairs if pair]

    keys = ("cue", "source", "content", "may")
    records = [{**r, **{key: spans(r[key]) for key in keys}} for r in gold["attributions"]]
    return {"text": text, "attributions": records, "ignored": spans(gold["ignored"]), "links": spans(gold["links"])}


def _replaced(gold: Gold, changes: dict[str, str]) -> Gold:
    """A copy with phrases replaced throughout, in the text and in the names of the gold."""
    pattern = re.compile("|".join(map(re.escape, changes)))
    pieces, places, last, length = [], [0] * (len(gold["text"]) + 1), 0, 0
    for match in [*pattern.finditer(gold["text"]), None]:
        start, end = match.span() if match else (len(gold["text"]), len(gold["text"]))
        for i in range(last, start):
            places[i] = length + i - last
        length += start - last
        pieces.append(gold["text"][last:start])
        new = changes[match[0]] if match else ""
        for i in range(start, end):
            places[i] = length + min(i - start, len(new) - 1) if i < end - 1 else length + len(new) - 1
        pieces.append(new)
        length += len(new)
        last = end
    out = _moved(gold, "".join(pieces), places.__getitem__)
    for record in out["attributions"]:
        for key in ("speaker", "title"):
            record[key] = pattern.sub(lambda found: changes[found[0]], record[key])
    return out


def _reordered(gold: Gold) -> Gold:
    """A copy in which the second speaker's half stands before the first one's."""
    text = gold["text"]
    first = text.index("Attending the ceremony")
    second = text.index("Gene treatment can be used on industrial scale")
    end = gold["links"][0][0]
    order = [(0, first), (second, end), (first, second), (end, len(text))]
    places, length = [0] * (len(text) + 1), 0
    for start, stop in order:
        for i in range(start, stop):
            places[i] = length + i - start
        length += stop - start
    return _moved(gold, "".join(text[a:b] for a, b in order), places.__getitem__)


_NAMES = {
    "Amir Ali Hamidiyeh": "Dariush Kamran Rostami",
    "Rouhollah Dehghani Firouzabadi": "Behnam Sadeghi Tabrizi",
    "head of the gene, cell, and tissue research institute of Tehran University of Medical Sciences": (
        "director of the blood, bone, and marrow centre of Shiraz University of Applied Sciences"
    ),
    "Vice President for Science and Technology": "Deputy Minister for Trade and Energy",
}
_COPIES: dict[str, Callable[[Gold], Gold]] = {
    "as it stands": lambda gold: gold,
    "other names and titles": lambda gold: _replaced(gold, _NAMES),
    "foreign names": lambda gold: _replaced(
        gold, {"Amir Ali Hamidiyeh": "Kwabena Osei Mensah", "Rouhollah Dehghani Firouzabadi": "Park Jung-ho"}
    ),
    "straight marks": lambda gold: _replaced(gold, {"“": '"', "”": '"'}),
    "curly marks": lambda gold: _replaced(
        gold, {'"CAR T-cell therapy"': "“CAR T-cell therapy”", "country's": "country’s", "Iran's": "Iran’s"}
    ),
    "another order": _reordered,
}


def _counted(pairs: Sequence[Sequence[int]], text: str) -> frozenset[int]:
    """The characters of the spans that are letters or digits."""
    return frozenset(i for start, end in pairs for i in range(start, end) if text[i].isalnum())


def _characters(attribution: Attribution, role: str, text: str) -> frozenset[int]:
    parts = getattr(attribution, role)
    spans = parts if role == "content" else [parts] if parts else []
    return _counted([(span.start, span.end) for span in spans], text)


def _is_right(found: Attribution, gold: Gold, record: dict) -> bool:
    text = gold["text"]
    roles = all(_characters(found, role, text) == _counted(record[role], text) for role in ("cue", "source"))
    content = _characters(found, "content", text)
    accepted = [record["content"], *([pair] for pair in record["may"])]
    wanted = [_counted(pairs, text) for pairs in accepted]
    overlaps = [len(content & each) / len(content | each) for each in wanted]
    speaker = found.speaker
    names = speaker is not None and speaker.name.text == record["speaker"]
    titles = speaker is not None and record["title"] in [title.span.text for title in speaker.titles]
    return roles and max(overlaps) >= 0.95 and found.kind == record["kind"] and names and titles


@pytest.mark.parametrize("copy", _COPIES)
def test_the_article_yields_exactly_its_statements(copy):
    """Each statement is found once with its kind, spans, speaker and title, and nothing else is."""
    gold = _COPIES[copy](_article())
    quotes = quotex.extract(gold["text"]).attributions
    counted = [q for q in quotes if not any(a <= q.content[0].start < b for a, b in gold["ignored"])]
    missing = [
        (record["cue"], gold["text"][record["cue"][0][0] : record["cue"][0][1]])
        for record in gold["attributions"]
        if sum(_is_right(quote, gold, record) for quote in counted) != 1
    ]
    extra = [
        (quote.cue and quote.cue.text, quote.text)
        for quote in counted
        if not any(_is_right(quote, gold, record) for record in gold["attributions"])
    ]
    assert (missing, extra) == ([], [])


@pytest.mark.parametrize("copy", _COPIES)
def test_headings_links_and_names_in_marks_are_no_statements(copy):
    """No record lies in a heading or a list of links, and no name in marks is taken for speech."""
    gold = _COPIES[copy](_article())
    article = quotex.extract(gold["text"])
    others = [block for block in article.blocks if block.kind != "paragraph"]
    assert len(others) == 4
    for attribution in article.attributions:
        for part in (attribution.cue, attribution.source, *attribution.content):
            assert part is None or not any(block.start < part.end and part.start < block.end for block in others)
    assert {region.kind for region in article.regions} == {"name"}

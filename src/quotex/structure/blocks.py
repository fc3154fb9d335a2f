"""What each paragraph of an article is: text, heading, byline, caption or link list, and by which rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from quotex.records import BlockKind
from quotex.spans import Pair
from quotex.structure.datelines import dateline_end
from quotex.structure.furniture import WORD, Kind, furniture, is_name_and_place

_LOOK = 400
"""A paragraph with more characters is running text and not looked at any further."""
_LONGEST_HEADING = 160
_HEADING_WORDS = 15
_FIRST_HEADING_WORDS = 22
_QUESTION_WORDS = 9
_TITLE_WORDS = 25
"""The longest title in a list of links."""

_FINAL = (".", "!", "?", "…")
_QUOTES = "\"“”„«»‘’'`‹›"
_INVISIBLE = "\ufeff\u200b\u200e\u200f "
_LIST_ITEM = re.compile(r"(?:[-–—•*·◦▪●~>]|\(?(?:\d{1,3}|[ivxIVX]{1,4}|[a-zA-Z])[.)]\s)")
_TIME = re.compile(r"\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m\b\.?|hrs|GMT)[.:]?(?:\s+\w{2,4}\.?)?$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:the|a|an|his|her|its|their)\b")
_LABEL = re.compile(r"[A-Z][\w.’' -]{0,30}:\s")
_NO_DATELINE = frozenset({"line of a list", "list item", "short line at the end", "no words"})


@frozen
class Outline:
    """A paragraph with its kind, the rule that told it, and the end of its dateline (``None`` without one)."""

    start: int
    end: int
    kind: BlockKind
    reason: str
    dateline: int | None = None


@frozen
class _Look:
    """What the rules see of a paragraph: its text, its words (none of a long one), and whether it ends a sentence."""

    text: str
    words: list[str]
    length: int
    closed: bool


def outline(text: str, spans: Sequence[Pair]) -> list[Outline]:
    """Class the paragraphs ``spans`` of ``text``, in order. Linear; of each only the first characters are looked at."""
    looks = [_look(text, span) for span in spans]
    kinds = [_alone(look) for look in looks]
    _find_names(looks, kinds)
    _spread_links(looks, kinds)
    _find_headings(looks, kinds)
    out: list[Outline] = []
    first = True
    for span, look, found in zip(spans, looks, kinds, strict=True):
        kind, reason = found or (BlockKind.PARAGRAPH, "running text" if look.closed else "text line")
        dateline = None
        if kind is BlockKind.PARAGRAPH and reason not in _NO_DATELINE:
            dateline = dateline_end(text, span[0], span[1], first)
            first = False
        out.append(Outline(span[0], span[1], kind, reason, dateline))
    return out


def _look(text: str, span: Pair) -> _Look:
    start, end = span
    if end - start > _LOOK:
        return _Look("", [], end - start, closed=True)
    piece = text[start:end].strip(_INVISIBLE)
    closed = piece.rstrip(_QUOTES + ")] \u00a0\u202f").endswith(_FINAL)
    return _Look(piece, WORD.findall(piece), end - start, closed)


def _alone(look: _Look) -> Kind | None:
    """Class a paragraph by itself; ``None`` where nothing shows that it is no text."""
    if look.length > _LOOK:
        return None
    if not look.words:
        return BlockKind.PARAGRAPH, "no words"
    return furniture(look.text, look.words, look.closed)


def _find_names(looks: Sequence[_Look], kinds: list[Kind | None]) -> None:
    """Find bylines under the headline that give a name and a place only."""
    for i, look in enumerate(looks[1:4], start=1):
        if kinds[i] is None and not look.closed and is_name_and_place(look.text, look.words):
            kinds[i] = (BlockKind.BYLINE, "name and place under the headline")


def _spread_links(looks: Sequence[_Look], kinds: list[Kind | None]) -> None:
    """Make the titles after a lead-in part of its list, up to the next line that reads like a sentence."""
    inside = False
    for i, look in enumerate(looks):
        kind = kinds[i]
        if kind is not None:
            inside = kind[0] is BlockKind.LINKS
        elif inside and _is_title(look):
            kinds[i] = (BlockKind.LINKS, "title in a link list")
        else:
            inside = False


def _is_title(look: _Look) -> bool:
    if look.text.endswith("?"):
        return 0 < len(look.words) <= 14
    return 0 < len(look.words) <= _TITLE_WORDS and not look.closed and not look.text.endswith(":")


def _find_headings(looks: Sequence[_Look], kinds: list[Kind | None]) -> None:
    """Find headings among the lines that are nothing else: short lines that text follows, at most two at a time."""
    following = False
    run: list[int] = []
    for i in range(len(looks) - 1, -1, -1):
        if kinds[i] is not None:
            run = []
            continue
        reason = _heading_reason(looks, i)
        if reason is None:
            following, run = True, []
            continue
        run.append(i)
        if _LIST_ITEM.match(looks[i].text):
            kinds[i] = (BlockKind.PARAGRAPH, "list item")
        elif not following:
            kinds[i] = (BlockKind.PARAGRAPH, "short line at the end")
        elif len(run) <= 2 or i == 0:
            kinds[i] = (BlockKind.HEADING, reason)
        else:
            for j in run[:2] if len(run) == 3 else ():
                kinds[j] = (BlockKind.PARAGRAPH, "line of a list")
            kinds[i] = (BlockKind.PARAGRAPH, "line of a list")


def _heading_reason(looks: Sequence[_Look], i: int) -> str | None:
    """Why line ``i`` looks like a heading; ``None`` where it does not."""
    look = looks[i]
    text, count = look.text, len(look.words)
    if not 0 < count <= _FIRST_HEADING_WORDS or look.length > _LONGEST_HEADING or text.endswith((":", ",")):
        return None
    if i > 0 and text.endswith(";"):
        return None
    if count <= _HEADING_WORDS and text.upper() == text and text.lower() != text:
        return "capitals"
    if _TIME.match(text):
        return "time stamp"
    if not look.closed:
        opens_only = text[0] in _QUOTES and text[-1] not in _QUOTES
        return "short line without a full stop" if not opens_only and (count <= _HEADING_WORDS or i == 0) else None
    if text.endswith("?") and count <= _QUESTION_WORDS and text[0] not in _QUOTES and not _LABEL.match(text):
        return "short question"
    if i == 0 and len(looks) > 1 and count <= _HEADING_WORDS + 1 and text[0] not in '"“' and _is_headline(look):
        return "headline style"
    return None


def _is_headline(look: _Look) -> bool:
    """Whether a first line with a full stop is written like a headline: capitals throughout, or no articles."""
    long_words = [word for word in look.words if len(word) > 3]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in long_words)
    return capitals >= 0.75 * max(1, len(long_words)) or not _ARTICLE.search(look.text)

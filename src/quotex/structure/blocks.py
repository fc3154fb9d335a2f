"""What each paragraph of an article is: text, heading, byline, caption or link list, and by which rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from quotex.lexicon import structure as words
from quotex.records import BlockKind
from quotex.spans import Pair
from quotex.structure.datelines import dateline_end

_LOOK = 400
"""So many characters of a paragraph are looked at; longer ones are running text."""
_FINAL = ".!?…"
_QUOTES = "\"“”„«»‘’'`‹›"
_WORD = re.compile(r"[^\W_][\w.’'&-]*")

_LINKS = re.compile(
    r"""(?:(?:also|must|now)\s+read|read\s+(?:more|also|next|further|on|related)(?:\s+(?:here|about|on|at)\b[^:]{0,40})?
    |read\s+(?:it|the\s+(?:full|whole|rest|entire)\b[^:]{0,30})|related(?:\s+(?:stories|story|articles?|news|content|links?
    |posts?|reading|coverage|topics?|items?))?|more\s*>+|more\s+(?:stories|news|articles|on\s+this|from\s+\w+|coverage|reading)[^:]{0,30}
    |see\s+(?:also|more)|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested)[^:]{0,20}|recommended(?:\s+\w+)?|further\s+reading
    |don[’']?t\s+miss|editors?[’']?s?\s+picks?|most\s+(?:read|popular)|latest\s+(?:news|stories)|trending(?:\s+now)?|in\s+pictures
    |watch(?:\s+(?:also|now|here|more))?|listen(?:\s+(?:also|now|here))?|click\s+here[^:]{0,40}|sources?|links?|tags?)""",
    re.IGNORECASE | re.VERBOSE,
)
_LINKS_ALONE = frozenset(
    {"related", "recommended", "watch", "listen", "source", "sources", "link", "links", "tag", "tags"}
)
_CAPTION_LEAD = re.compile(
    r"""[(\[]?\s*(?:(?:file|representational|representative|stock|handout|screen)[\s-]*)?
    (?:photo(?:graph)?s?|pictures?|pics?|images?|caption|illustrations?|graphics?|infographics?|video|screengrab|screenshot|cartoon)
    (?:\s*(?:credits?|sources?|courtesy|by|via|from|for))*\s*(?:[:/|©-]|\bby\b|\bcourtesy\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_FILE_LEAD = re.compile(
    r"(?:FILE(?:\s+PHOTO)?|File\s+(?:photo|picture|image)|In\s+this\s+(?:file\s+)?(?:photo|image|picture)\b.{0,60})\s*(?:[-–—:.,]|$)|©\s*\w|Credits?:\s"
)
_CREDIT_TAIL = re.compile(
    r"(?:[/|©]\s*|[(\[]\s*(?:(?:photo|image|picture|file|credit|source|via|by)\b[^()\[\]]{0,40}|[A-Z][\w. ]{0,30}/\s*))"
    r"([A-Z][\w.&’' -]{1,40}?)?\s*(?:photos?|images?|files?)?\s*[)\]]?\.?$",
    re.IGNORECASE,
)
_AGENCY_LINE = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){0,4}(?:via\s+)?(?:handout\s*/\s*)?\(?([A-Za-z]+)(?:\s+(?:images?|photos?))?\)?\.?$"
)
_BYLINE = re.compile(
    r"""(?:(?:story|words?|text|report(?:ed|ing|s)?|written|edited|editing|compiled|translated|translation|filed|posted|published
    |additional\s+reporting|with\s+(?:additional\s+)?reporting|analysis|interview|research|contributed)\s*(?:by|from|:)\s*|by\s+|by:\s*)(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT = re.compile(
    r"""[(\[]?\s*(?:(?:additional\s+)?(?:reporting|writing|editing|compiled|translated)\s+(?:and\s+\w+\s+)?by\b
    |follow\s+.{2,60}\bon\s+(?:twitter|facebook|instagram|x)\b|(?:twitter|e-?mail|contact|author|reporter|editor|correspondent)\s*:
    |(?:published|updated|posted|last\s+(?:updated|modified)|first\s+published|date)\s*(?:on|at|:)?\s*[\w,]*\s*\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_CONTRIBUTED = re.compile(
    r"\b(?:contributed\s+(?:reporting|to\s+this\s+(?:report|story|article))|reported\s+from)\b", re.IGNORECASE
)
_ROLE = re.compile(
    r"\b(?:(?:our|staff|special|senior|chief|political|business|sports?)\s+(?:correspondents?|reporters?|writers?)|news\s+desk|web\s+desk|"
    r"agencies|news\s*room|news\s+service|un\s+bureau|bureau|correspondent)\b",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(r"(?:[-–—•*·◦▪●~>]|\(?(?:\d{1,3}|[ivxIVX]{1,4}|[a-zA-Z])[.)]\s)")
_TIME = re.compile(r"\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m\b\.?|hrs|GMT)[.:]?(?:\s+\w{2,4}\.?)?$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:the|a|an|his|her|its|their)\b")

Kind = tuple[BlockKind, str]


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
    """What the rules see of a paragraph."""

    text: str
    words: list[str]
    length: int

    @property
    def closed(self) -> bool:
        """Whether it ends like a sentence, closing marks and brackets passed over."""
        return self.text.rstrip(_QUOTES + ")]").endswith(tuple(_FINAL)) or self.length > _LOOK


def outline(text: str, spans: Sequence[Pair]) -> list[Outline]:
    """Class the paragraphs ``spans`` of ``text``, in order. Linear; only the first characters of each are looked at."""
    looks = [_look(text, span) for span in spans]
    kinds = [_alone(look) for look in looks]
    _spread_links(looks, kinds)
    _find_headings(looks, kinds)
    out: list[Outline] = []
    first = True
    for span, look, kind in zip(spans, looks, kinds, strict=True):
        known, reason = kind or (BlockKind.PARAGRAPH, "running text" if look.closed else "text line")
        dateline = None
        if known is BlockKind.PARAGRAPH:
            dateline = dateline_end(text, span[0], span[1], first)
            first = False
        out.append(Outline(span[0], span[1], known, reason, dateline))
    return out


def _look(text: str, span: Pair) -> _Look:
    start, end = span
    piece = text[start : min(end, start + _LOOK)].strip("\ufeff\u200b\u200e\u200f ")
    if end - start > _LOOK:
        return _Look(piece, [], end - start)
    return _Look(piece, _WORD.findall(piece), end - start)


def _alone(look: _Look) -> Kind | None:
    """Class a paragraph by itself; ``None`` where nothing shows what it is."""
    if look.length > _LOOK:
        return None
    if not look.words:
        return BlockKind.PARAGRAPH, "no words"
    return _links(look) or _caption(look) or _byline(look)


def _links(look: _Look) -> Kind | None:
    match = _LINKS.match(look.text)
    if match is None:
        return None
    rest = look.text[match.end() :]
    tail = rest.lstrip(" \u00a0")
    if not tail or tail in ("...", "…", "."):
        if match.group().lower() in _LINKS_ALONE and not tail:
            return BlockKind.HEADING, "heading of a list"
        return BlockKind.LINKS, "lead-in of a link list"
    if tail[0] in ":>»|–—" and (match.group().lower() not in {"watch", "listen"} or look.length < 160):
        body = tail.lstrip(":>»|–— -")
        return BlockKind.LINKS, "lead-in with a link" if body else "lead-in of a link list"
    return None


def _caption(look: _Look) -> Kind | None:
    if _CAPTION_LEAD.match(look.text) or _FILE_LEAD.match(look.text):
        return BlockKind.CAPTION, "caption word at the start"
    match = _CREDIT_TAIL.search(look.text[-80:])
    if match is not None and _is_credit(match.group()):
        return BlockKind.CAPTION, "picture credit at the end"
    if len(look.words) <= 5 and (line := _AGENCY_LINE.match(look.text)) and line.group(1).lower() in words.AGENCIES:
        return BlockKind.CAPTION, "picture credit alone"
    return None


def _is_credit(tail: str) -> bool:
    """Whether what follows the stroke or bracket names an agency, or says that it is a photograph's credit."""
    parts = [part.lower() for part in _WORD.findall(tail)]
    if tail[0] in "([" and not {"photo", "image", "picture", "credit", "ap", "afp", "reuters"} & set(parts):
        return False
    return any(part in words.AGENCIES or part in {"photo", "image", "images", "photos"} for part in parts)


def _byline(look: _Look) -> Kind | None:
    if len(look.words) <= 30 and (_CREDIT.match(look.text) or _CONTRIBUTED.search(look.text)):
        return BlockKind.BYLINE, "credit line"
    match = _BYLINE.match(look.text)
    if match is not None and len(look.words) <= 16:
        names = _WORD.findall(look.text[match.end() :])
        capitals = sum(name[0].isupper() for name in names)
        if names and names[0][0].isupper() and capitals >= 0.6 * len(names) and not look.text.endswith(("!", "?")):
            return BlockKind.BYLINE, "by and a name"
    if len(look.words) <= 8 and not look.closed and _ROLE.search(look.text):
        return BlockKind.BYLINE, "reporter's role"
    return None


def _spread_links(looks: Sequence[_Look], kinds: list[Kind | None]) -> None:
    """Make the titles after a lead-in part of its list, up to the next line that reads like a sentence."""
    inside = False
    for i, look in enumerate(looks):
        kind = kinds[i]
        if kind is not None and kind[0] is BlockKind.LINKS:
            inside = True
        elif inside and kind is None and len(look.words) <= 25 and not look.closed and not look.text.endswith(":"):
            kinds[i] = (BlockKind.LINKS, "title in a link list")
        elif inside and kind is None and look.text.endswith("?") and len(look.words) <= 14:
            kinds[i] = (BlockKind.LINKS, "title in a link list")
        else:
            inside = False


def _find_headings(looks: Sequence[_Look], kinds: list[Kind | None]) -> None:
    """Find headings among the lines that are nothing else: short lines that a text follows."""
    following = False
    run = 0
    for i in range(len(looks) - 1, -1, -1):
        if kinds[i] is not None:
            run = 0
            continue
        look = looks[i]
        reason = _heading_reason(looks, i)
        if reason is None:
            following, run = True, 0
            continue
        run += 1
        if not following:
            kinds[i] = (BlockKind.PARAGRAPH, "short line at the end")
        elif run <= 2 or i == 0:
            kinds[i] = (BlockKind.HEADING, reason)
        else:
            kinds[i] = (BlockKind.PARAGRAPH, "line of a list")
            if run == 3:
                for j in (i + 1, i + 2):
                    kinds[j] = (BlockKind.PARAGRAPH, "line of a list")
        if _LIST_ITEM.match(look.text):
            kinds[i] = (BlockKind.PARAGRAPH, "list item")


def _heading_reason(looks: Sequence[_Look], i: int) -> str | None:
    """Why line ``i`` looks like a heading; ``None`` where it does not."""
    look = looks[i]
    count = len(look.words)
    if count == 0 or count > 22 or look.length > 160 or look.text.endswith((":", ",", ";")):
        return None
    if count <= 15 and look.text.upper() == look.text and look.text.lower() != look.text:
        return "capitals"
    if _TIME.match(look.text):
        return "time stamp"
    if not look.closed:
        if look.text[0] in _QUOTES and look.text[-1] not in _QUOTES:
            return None
        return "short line without a full stop" if count <= 15 or i == 0 else None
    if look.text.endswith("?") and count <= 9 and look.text[0] not in _QUOTES:
        return "short question"
    if i == 0 and len(looks) > 1 and count <= 16 and look.text[0] not in '"“' and _is_headline(look):
        return "headline style"
    return None


def _is_headline(look: _Look) -> bool:
    """Whether a first line with a full stop is written like a headline: capitals throughout, or no articles."""
    long_words = [word for word in look.words if len(word) > 3]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in long_words)
    return capitals >= 0.75 * max(1, len(long_words)) or not _ARTICLE.search(look.text)

"""Lines that are no part of the story, known by their own words: lead-ins of link lists, captions and bylines.

The patterns were written from general knowledge of news sites and checked by eye on articles of some eighty outlets.
"""

from __future__ import annotations

import re

from quotex.lexicon import structure as words
from quotex.records import BlockKind

WORD = re.compile(r"[^\W_][\w.’'&-]*")

Kind = tuple[BlockKind, str]

_MAX_BYLINE = 16
_MAX_CREDIT = 30

_LEAD_IN = re.compile(
    r"""(?:
      (?:also|must|now)\s+read
    | read\s+(?:more|also|next|further|on|related)(?:\s+(?:here|about|on|at)\b[^:]{0,40})?
    | read\s+(?:it|the\s+(?:full|whole|rest|entire)\b[^:]{0,30})
    | related(?:\s+(?:stories|story|articles?|news|content|links?|posts?|reading|coverage|topics?|items?))?
    | more\s*>+
    | more\s+(?:stories|news|articles|on\s+this|from\s+\w+|coverage|reading)[^:]{0,30}
    | see\s+(?:also|more)
    | you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested)[^:]{0,20}
    | recommended(?:\s+\w+)? | further\s+reading | don[’']?t\s+miss | editors?[’']?s?\s+picks?
    | most\s+(?:read|popular) | latest\s+(?:news|stories) | trending(?:\s+now)? | in\s+pictures
    | watch(?:\s+(?:also|now|here|more))? | listen(?:\s+(?:also|now|here))? | click\s+here[^:]{0,40}
    | sources? | links? | tags?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_WEAK_LEAD_INS = frozenset("related recommended watch listen source sources link links tag tags".split())
"""Lead-ins that need a colon, since each is also a heading or the start of a sentence."""

_CAPTION_LEAD = re.compile(
    r"""[(\[]?\s*(?:(?:file|representational|representative|stock|handout|screen)[\s-]*)?
    (?:photo(?:graph)?s?|pictures?|pics?|images?|caption|illustrations?|graphics?|infographics?|videos?|screengrab
      |screenshot|cartoon)
    (?:\s*(?:credits?|sources?|courtesy|by|via|from|for))*\s*(?:[:/|©-]|\bby\b|\bcourtesy\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_FILE_LEAD = re.compile(
    r"""(?:FILE(?:\s+PHOTO)?|File\s+(?:photo|picture|image)|In\s+this\s+(?:file\s+)?(?:photo|image|picture)\b.{0,60})
    \s*(?:[-–—:.,]|$)|©\s*\w|Credits?:\s""",
    re.VERBOSE,
)
_CREDIT_TAIL = re.compile(
    r"""(?:[/|©]\s*
      |[(\[]\s*(?:(?:photo|image|picture|file|credit|source|via|by)\b[^()\[\]]{0,40}|[A-Z][\w. ]{0,30}/\s*))
    ([A-Z][\w.&’' -]{1,40}?)?\s*(?:photos?|images?|files?)?\s*[)\]]?\.?$""",
    re.IGNORECASE | re.VERBOSE,
)
_PHOTO_TAIL = re.compile(
    r"""(?:^|[\s(\[.])(?:photo(?:graph)?s?|pictures?|pics?|images?|illustration)(?:\s*(?:credit|courtesy|by))*
    \s*[:/|©]\s*[A-Z@][\w.’'@&/ -]{1,50}[)\]]?\.?$""",
    re.IGNORECASE | re.VERBOSE,
)
_AGENCY_LINE = re.compile(
    r"""(?:[A-Z][\w.’'-]*\s+){0,4}(?:via\s+)?(?:handout\s*/\s*)?
    \(?[A-Za-z]+(?:\s+(?:[Ii]mages?|[Pp]hotos?))?\)?\.?$""",
    re.VERBOSE,
)
_PHOTO_WORDS = frozenset("photo photos image images picture pictures credit".split())

_BY = re.compile(
    r"""(?:(?:story|words?|text|report(?:ed|ing|s)?|written|edited|editing|compiled|translated|translation|filed|posted
      |published|additional\s+reporting|with\s+(?:additional\s+)?reporting|analysis|interview|research|contributed)
      \s+(?:by|from)\b|(?:words?|text|story|writer|author)\s*:|by\b:?)\s*(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT = re.compile(
    r"""[(\[]?\s*(?:(?:additional\s+)?(?:reporting|writing|editing|compiled|translated)\s+(?:and\s+\w+\s+)?by\b
    | follow\s+.{2,60}\bon\s+(?:twitter|facebook|instagram|x)\b
    | (?:twitter|e-?mail|contact|author|reporter|editor|correspondent)\s*:
    | (?:published|updated|posted|last\s+(?:updated|modified)|first\s+published|date)\s*(?:on|at|:)?\s*[\w,]*\s*\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_CONTRIBUTORS = re.compile(
    r"(?:[A-Z][\w.’'-]*,?\s+(?:(?:and|of|writer|writers)\s+)*){1,12}"
    r"(?:contributed\s+(?:reporting|to\s+this\s+(?:report|story|article)|from)|reported\s+from)\b"
)
_ROLE = re.compile(
    r"""\b(?:(?:our|staff|special|senior|chief|political|business|sports?)\s+(?:correspondents?|reporters?|writers?)
    |news\s+desk|web\s+desk|agencies|news\s*room|news\s+service|un\s+bureau|bureau|correspondent)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME_AND_PLACE = re.compile(r"[^\W\d_][\w.’' -]{2,40}\s[|/·•]\s?[^\W\d_][\w.,’' -]{2,40}$")


def furniture(text: str, line_words: list[str], closed: bool) -> Kind | None:
    """Class a short line by its own words; ``None`` where they do not show that it is anything but text.

    ``line_words`` are its words by ``WORD``; ``closed`` says that it ends like a sentence.
    """
    return _links(text) or _caption(text, line_words) or _byline(text, line_words, closed)


def is_name_and_place(text: str, line_words: list[str]) -> bool:
    """Whether the line is a name and a place, role or agency ("Ada Obi | Lagos"), as stands under a headline."""
    if len(line_words) > 8 or not _NAME_AND_PLACE.match(text):
        return False
    return all(word[0].isupper() or word in ("and", "in", "of") for word in line_words)


def _links(text: str) -> Kind | None:
    match = _LEAD_IN.match(text)
    if match is None:
        return None
    lead = match.group().lower()
    tail = text[match.end() :].lstrip(" \u00a0")
    if tail in ("", "...", "…", "."):
        if lead in _WEAK_LEAD_INS:
            return BlockKind.HEADING, "heading of a list"
        return BlockKind.LINKS, "lead-in of a link list"
    if tail[0] in ":>»|–—":
        return BlockKind.LINKS, "lead-in with a link" if tail.strip(":>»|–— -") else "lead-in of a link list"
    return None


def _caption(text: str, line_words: list[str]) -> Kind | None:
    if _CAPTION_LEAD.match(text) or _FILE_LEAD.match(text):
        return BlockKind.CAPTION, "caption word at the start"
    credit = _CREDIT_TAIL.search(text[-80:])
    if (credit is not None and _is_credit(credit.group())) or _PHOTO_TAIL.search(text[-90:]):
        return BlockKind.CAPTION, "picture credit at the end"
    agency = any(word.lower() in words.AGENCIES for word in line_words)
    if agency and len(line_words) <= 5 and _AGENCY_LINE.match(text):
        return BlockKind.CAPTION, "picture credit alone"
    return None


def _is_credit(tail: str) -> bool:
    """Whether what follows the stroke or bracket names an agency, or says that it is a picture's credit."""
    found = WORD.findall(tail)
    parts = {word.lower() for word in found}
    if tail[0] in "([":
        return bool(parts & (_PHOTO_WORDS | {"ap", "afp", "reuters"}))
    if len(found) > 4 or any(word[0].islower() and word.lower() not in _PHOTO_WORDS for word in found):
        return False
    return bool(parts & (words.AGENCIES | _PHOTO_WORDS))


def _byline(text: str, line_words: list[str], closed: bool) -> Kind | None:
    if len(line_words) <= _MAX_CREDIT and (_CREDIT.match(text) or _CONTRIBUTORS.match(text)):
        return BlockKind.BYLINE, "credit line"
    match = _BY.match(text)
    if match is not None and len(line_words) <= _MAX_BYLINE and not text.endswith(("!", "?")):
        names = WORD.findall(text[match.end() :])
        capitals = sum(name[0].isupper() for name in names)
        if names and names[0][0].isupper() and capitals >= 0.6 * len(names):
            return BlockKind.BYLINE, "by and a name"
    if len(line_words) <= 8 and not closed and _ROLE.search(text):
        return BlockKind.BYLINE, "reporter's role"
    return None

"""The dateline at the start of a news paragraph: where, when, which agency, and a dash."""

from __future__ import annotations

import re

from quotex.lexicon import structure as words

_MAX_LENGTH = 70
_DASH = re.compile(r"\s*(?:--+|[-–—―]+|:(?=\s)|[|>])(?:\s*(?:--+|[-–—―]))?\s*")
_AGENCY = re.compile(r"\s*(?:[(\[]\s*[A-Z0-9][^()\[\]]{0,40}[)\]]|\|\s*[A-Z][^|]{0,30}(?:\||$))")
_DATE_AFTER = re.compile(r"\s*\d{1,2}\s+[^\W\d_]{3,9}\.?,?\s+\d{4}\s*[:–—-]\s")
_PLACE_WORD = re.compile(r"[^\W\d_][\w.'’]*(?:[-/][^\W\d_][\w.'’]*)*[.,]?|[&/,]")
_DATE_WORD = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d)[,.]?")
_LOWER_PARTS = frozenset("and of de la las los le el al del da do di du upon on the an sur am near".split())
_AGENCY_ENDINGS = frozenset("news agency press wire service".split())
_NO_PLACE = words.VERBAL | words.CUES | words.CLAUSE_PRONOUNS
_OPENERS = "\"“'‘«”`("


def dateline_end(text: str, start: int, end: int, first: bool) -> int | None:
    """Return where the dateline of the paragraph ``text[start:end]`` ends, its dash included; ``None`` without one.

    ``first`` says that the paragraph is the article's first; a bare place before a dash or colon counts only there,
    since a speaker's name ("SMITH: We …") looks the same.
    """
    head = text[start : min(end, start + _MAX_LENGTH + 30)]
    for match in _DASH.finditer(head):
        lead, sign, rest = head[: match.start()], match.group().strip(), head[match.end() :]
        if match.start() > _MAX_LENGTH or not rest:
            return None
        if not (rest[0].isupper() or rest[0].isdigit() or rest[0] in _OPENERS) or (sign == "|" and "|" in rest[:30]):
            continue
        if match.group() == "-" and not lead.endswith((")", "]")) and not _is_capitals(lead):
            continue  # a hyphen inside a word
        if _is_place(lead, sign.startswith(":"), first):
            date = _DATE_AFTER.match(rest)
            return start + len(head[: match.end() + (date.end() if date else 0)].rstrip())
        if sign.startswith(":"):
            return None
    return None


def _is_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 2 and sum(character.isupper() for character in letters) > 0.6 * len(letters)


def _is_place(lead: str, colon: bool, first: bool) -> bool:
    """Whether a place, a date or an agency stands before the dash (or the colon), and nothing else."""
    agency = _AGENCY.search(lead)
    if agency is not None and lead[agency.end() :].strip(" ,"):
        return False
    place = lead[: agency.start()] if agency is not None else lead
    names, dated = _names(place)
    if names is None or len(names) > 7:
        return False
    if agency is not None:
        return bool(names) or first
    if not names or (dated and len(names) > 5):
        return False
    if dated or (first and names[-1].lower() in _AGENCY_ENDINGS and not colon):
        return True
    capitals = names[0].isupper() and len(names[0].strip(",.")) > 2
    if colon:
        return first and (_is_known(place) or (capitals and len(names) <= 3))
    return (capitals and (first or _is_known(place))) or (first and len(names) <= 5 and names[0][0].isupper())


def _names(place: str) -> tuple[list[str] | None, bool]:
    """Return the words of a place but for those of a date, and whether it has a date; ``None`` where it is no place."""
    parts = place.replace(",", ", ").split()
    months = any(part.strip(",.").lower() in words.MONTHS and part[0].isupper() for part in parts)
    names: list[str] = []
    for part in parts:
        bare = part.strip(",.").lower()
        if (months and (_DATE_WORD.fullmatch(part) or bare in words.MONTHS)) or part in ",/&":
            continue
        if not _PLACE_WORD.fullmatch(part) or (bare in _NO_PLACE and not part.isupper()):
            return None, months
        if part[0].islower() and bare not in _LOWER_PARTS and (names or not place.lower().startswith(bare)):
            return None, months
        names.append(part)
    return names, months


def _is_known(place: str) -> bool:
    """Whether the first place named is in the list of cities."""
    first = re.split(r"[,/]", place)[0]
    return " ".join(first.lower().split()) in words.PLACES

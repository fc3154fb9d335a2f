"""The dateline at the start of a news paragraph: where, when, which agency, and a dash."""

from __future__ import annotations

import re

from quotex.lexicon import structure as words

_MAX_LENGTH = 70
_DASH = re.compile(r"\s*(?:--+|[-–—―]+|:|\||>)(?:\s*(?:--+|[-–—―]))?\s*")
_AGENCY = re.compile(r"\s*[(\[|/]\s*([^()\[\]|]{2,30}?)\s*(?:[)\]|]|(?=\s[-–—]))")
_LOWER_PARTS = frozenset("and of de la las los le el al del da do di du upon on the an sur am near".split())
_PLACE_WORD = re.compile(r"[^\W\d_][\w.'’]*(?:[-/][^\W\d_][\w.'’]*)*[.,]?|&|,")
_DATE_WORD = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d)[,.]?")
_STOP_WORDS = words.VERBAL | words.CUES | words.CLAUSE_PRONOUNS


def dateline_end(text: str, start: int, end: int, first: bool) -> int | None:
    """Return where the dateline of the paragraph ``text[start:end]`` ends, its dash included; ``None`` without one.

    ``first`` says that the paragraph is the article's first; a bare place before a dash or colon counts only there, since
    a speaker's name ("SMITH: We …") looks the same.
    """
    head = text[start : min(end, start + _MAX_LENGTH + 30)]
    agency: re.Match[str] | None = None
    for match in _DASH.finditer(head):
        if match.start() == 0 or match.start() > _MAX_LENGTH:
            return None
        sign = match.group().strip()
        rest = head[match.end() :]
        if not rest or not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"“'‘«”`("):
            continue
        if sign == "|" and "|" in rest[:30]:
            continue
        lead = head[: match.start()]
        if match.group() == "-" and match.start() and not lead.endswith((")", "]")) and not _is_capitals(lead):
            continue  # a hyphen inside a word
        agency = _AGENCY.search(lead)
        if agency is not None and lead[agency.end() :].strip(" ,"):
            continue
        place = lead[: agency.start()] if agency is not None else lead
        if _fits(place, agency is not None, sign.startswith(":"), first):
            return start + len(head[: match.end()].rstrip())
        if sign.startswith(":"):
            return None
    return None


def _is_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 2 and sum(character.isupper() for character in letters) > 0.6 * len(letters)


def _fits(place: str, agency: bool, colon: bool, first: bool) -> bool:
    """Whether ``place`` (and date) can stand before the dash."""
    parts = place.replace(",", ", ").split()
    if not parts or len(parts) > 9:
        return False
    dated = False
    names: list[str] = []
    for part in parts:
        bare = part.strip(",.").lower()
        if _DATE_WORD.fullmatch(part) or bare in words.MONTHS or part == ",":
            dated = dated or bare in words.MONTHS
            continue
        if not _PLACE_WORD.fullmatch(part) or (bare in _STOP_WORDS and not part.isupper()):
            return False
        if not part[0].isupper() and bare not in _LOWER_PARTS and part != "&" and not (dated or _has_month(parts)):
            return False
        names.append(part)
    if not names:
        return False
    if agency or (dated and len(names) <= 5):
        return True
    known = _known(place)
    capitals = names[0].isupper() and len(names[0].strip(",.")) > 2
    if colon:
        return first and known
    return (capitals and (first or known)) or (first and len(names) <= 5)


def _has_month(parts: list[str]) -> bool:
    return any(part.strip(",.").lower() in words.MONTHS for part in parts)


def _known(place: str) -> bool:
    """Whether the first place named is in the list of cities."""
    first = re.split(r"[,/]", place)[0]
    return " ".join(first.lower().split()) in words.PLACES

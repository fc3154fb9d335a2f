"""When words of time are surely a date, and the words that then stand in their place; by kind of words."""

from __future__ import annotations

import re
from datetime import date

from attrs import evolve

from quotex.claims.datewords import MONTH_NAME, WEEKDAY_NAME
from quotex.claims.plaindates import in_words, preposition_for, with_weekday
from quotex.claims.timecontext import Place
from quotex.spans import Pair
from quotex.tokens import span_of

_PERIOD = re.compile(r"(?:last|this|next) (?:year|month)")
_WEEKDAY = re.compile(rf"(?:(?P<which>this|coming|past) )?{WEEKDAY_NAME}")
_DAY = re.compile(r"yesterday|tomorrow|today|tonight|last night|this (?P<part>morning|afternoon|evening)")
_AGO = re.compile(r"\S+ days? ago")
_MONTH = re.compile(rf"(?:(?P<which>last|this|next) )?{MONTH_NAME}")
_DAY_NAME = rf"(?:{MONTH_NAME} \d{{1,2}}|\d{{1,2}}(?: ?(?:st|nd|rd|th))?(?: of)? {MONTH_NAME})"
_DAY_OF_YEAR = re.compile(_DAY_NAME)
_OF_YEAR = re.compile(rf"(?P<rest>{_DAY_NAME}|{MONTH_NAME})(?: of| ,)? (?:last|this|next) year")
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_KNOWN_BY_NAME = frozenset({"01-06", "07-04", "09-11", "10-07", "12-25"})
"""Days that are often called by month and day without that of one year being meant."""
_NEAR_DAYS = 45
_VERY_NEAR_DAYS = 20
_NEAR_MONTHS = 2
"""How near a day or a month without its year must be to be meant whatever the verb says."""
_HALF_A_YEAR = 6
_MONTH_DAYS = 31
"""A month, or as many days, beyond which another of the name is nearer."""
_TURN = 10
"""Days at the turn of a month or year within which somebody quoted may count from the one before."""
_TAKES = frozenset(
    "called close closed described end ended ends finish finished period point spend spent stage start time".split()
)
"""Words behind which "last year" may be an object, or one of several ("this time last year")."""
_DETERMINERS = frozenset(
    "a an any each every his her its my no one our some that the their these those your super".split()
)
_OWNS = frozenset({"'s", "’s"})
_STILL = frozenset({"even", "still", "until"})
"""Words before a "today" that means nowadays."""
_DUTIES = frozenset({"better", "must", "need", "needs", "should"})
_UNTIL = frozenset({"before", "by", "for", "till", "until"})
"""Words before a time that is to come."""
_LISTED = frozenset({"through", "to", "-", "–", "—", "or", "/"})
"""Words between two days that make a stretch or a choice of them."""
_STATES = frozenset("is was has had will would may could saw marks marked".split())
"""Verbs before which a time at the start of a clause is their subject."""
_NO_OWNED = frozenset({"a", "an", "the", "been", "going", "not", "when"})
"""Words before which "’s" is a verb."""

Judgement = tuple[Pair, str] | str
"""The tokens that give way and the words that come in their place; else the rule that says why none do."""


def replaced(place: Place) -> Judgement:
    """What becomes of words of time, by the first kind of words that they are; ``unsure`` for others. Nothing of those
    that somebody quoted says within the words of another, or that belong to another time."""
    if place.when.is_quoted_within(place.tokens[0]):
        return "quoted-within"
    if place.is_of_another_year:
        return "of-another-year"
    if place.is_in_scene:
        return "in-another-scene"
    text = place.text
    for pattern, replace in _KINDS:
        found = pattern.fullmatch(text)
        if found is not None:
            return replace(place, found)
    return "unsure"


def _period(place: Place, _: re.Match[str]) -> Judgement:
    """ "Last year", "next month"."""
    if place.before in _TAKES | _DETERMINERS | _OWNS:
        return "unsure"
    if place.is_said and not _counts_from_article(place):
        return "day-of-quotation"
    return _in_place(place, in_words(place.iso))


def _counts_from_article(place: Place) -> bool:
    """Whether what is quoted counts its years and months from the day of the article: nothing around names another
    year, and the month, or for years the year, did not begin just now."""
    is_turn = place.day.day <= _TURN and ("-" in place.iso or place.day.month == 1)
    return not is_turn and place.has_one_year


def _day(place: Place, found: re.Match[str]) -> Judgement:
    """ "Yesterday", "tonight", "this morning"."""
    if place.is_said:
        return "day-of-quotation"
    words = found[0]
    if place.before in _OWNS | _DETERMINERS:
        return "unsure"
    is_ahead = place.around.is_ahead(place.tokens[0])
    if words == "today" and (place.behind in _OWNS or place.before in _STILL or not is_ahead):
        return "day-or-age"
    if words == "yesterday" and (is_ahead or not _DUTIES.isdisjoint(place.around.sentence(place.tokens[0])[0])):
        return "unsure"  # "it must be found yesterday"
    part = {"tonight": "evening", "last night": "night"}.get(words, found["part"])
    tokens = place.tokens
    if part is None and place.behind in _PARTS:
        part, tokens = place.behind, (tokens[0], tokens[1] + 1)
    date_ = in_words(place.iso)
    return _in_place(evolve(place, tokens=tokens), date_ if part is None else f"the {part} of {date_}")


def _ago(place: Place, _: re.Match[str]) -> Judgement:
    """ "Three days ago"."""
    return "day-of-quotation" if place.is_said else _in_place(place, in_words(place.iso))


def _weekday(place: Place, found: re.Match[str]) -> Judgement:
    """ "Monday", "on Monday night"."""
    if place.is_said:
        return "day-of-quotation"
    before, first = place.before, place.around.content.doc[max(0, place.tokens[0] - 1)]
    named = first.text[:1].isupper() and not place.around.begins(first.i) and not place.around.begins(place.tokens[0])
    is_of_week = place.behind in {"last", "this", "next", "of", "week"}
    if is_of_week or before in _DETERMINERS or named or place.behind in _LISTED or before in _LISTED:
        return "unsure"
    if not _is_that_weekday(place, found["which"]):
        return "before-or-after"
    tokens = place.tokens
    if place.behind in _PARTS:
        tokens = (tokens[0], tokens[1] + 1)
        if place.around.word(tokens[1]) in _OWNS:
            return "unsure"
        return _in_place(evolve(place, tokens=tokens), f"the {place.behind} of {with_weekday(place.iso)}")
    owns = place.behind in _OWNS
    return _in_place(place, in_words(place.iso) if owns else with_weekday(place.iso))


def _is_that_weekday(place: Place, which: str | None) -> bool:
    """Whether a weekday is surely the one before the article, or the one to come."""
    start, told = place.tokens[0], date.fromisoformat(place.iso)
    if told == place.day:
        return which is None and place.behind not in _OWNS and not place.around.is_ahead(start)
    if told > place.day:
        return which == "coming" or (place.around.is_surely_ahead(start) and told.weekday() != place.day.weekday())
    return which == "past" or (which is None and place.around.happened(start))


def _of_year(place: Place, found: re.Match[str]) -> Judgement:
    """ "March of last year", "3 December last year"."""
    if place.is_said and not _counts_from_article(evolve(place, iso=place.iso[:4])):
        return "day-of-quotation"
    length = len(found["rest"].split())
    rest = span_of(place.around.content.doc, (place.tokens[0], place.tokens[0] + length)).text
    comma = "," if rest[-1].isdigit() else ""
    return place.tokens, f"{rest}{comma} {place.iso[:4]}"


def _month(place: Place, found: re.Match[str]) -> Judgement:
    """ "March", "last March"."""
    year, month = map(int, place.iso.split("-"))
    if found["which"] in {"last", "next"} and year == place.day.year:
        return "before-or-after"
    away = (year - place.day.year) * 12 + month - place.day.month
    if found["which"] is None and not (place.has_one_year and _is_told(place, away, _NEAR_MONTHS)):
        return "before-or-after"
    if found["which"] is None and (abs(away) > _HALF_A_YEAR or (abs(away) > 1 and not _is_of_own_year(place, away))):
        return "before-or-after"
    if found["which"] is not None:
        return _in_place(place, in_words(place.iso))
    return "day-of-quotation" if place.is_said and away < 0 else (place.tokens, f"{_spelled(place)} {year}")


def _day_of_year(place: Place, found: re.Match[str]) -> Judgement:
    """ "3 December", "Dec. 3"."""
    away = (date.fromisoformat(place.iso) - place.day).days
    if place.iso[5:] in _KNOWN_BY_NAME or place.before == "of" or not place.has_one_year:
        return "unsure"
    end = place.tokens[1] + (place.behind == ",")
    is_listed = place.behind in _LISTED or place.around.word(end)[:1].isdigit()
    is_near = abs(away) <= _VERY_NEAR_DAYS or (_is_of_own_year(place, away) and _is_told(place, away, _NEAR_DAYS))
    if is_listed or not is_near or abs(away) > _MONTH_DAYS * _HALF_A_YEAR:
        return "before-or-after"
    comma = "" if found[0][0].isdigit() else ","
    return place.tokens, f"{_spelled(place)}{comma} {place.iso[:4]}"


def _is_of_own_year(place: Place, away: int) -> bool:
    """Whether a day or month some way off is one of the article's own time: it is to come as seen from there, or the
    article names no other year before."""
    return (away > 0 and place.around.is_surely_ahead(place.tokens[0])) or place.is_alone_in_its_year


def _is_told(place: Place, away: int, near: int) -> bool:
    """Whether a day or month is the one of its name that is meant: it agrees with the verb, or is very near, or to
    come soon with no verb in the past about."""
    start = place.tokens[0]
    if place.behind in _LISTED or (place.before in _UNTIL and away < 0):
        return False
    if away > 0:
        return place.around.is_ahead(start) or (away <= near and not place.around.has_past(start))
    if away < 0 and place.around.is_ahead(start):
        return False
    return -away <= near // 2 or place.around.happened(start)


def _spelled(place: Place) -> str:
    return span_of(place.around.content.doc, place.tokens).text


def _in_place(place: Place, date_: str) -> Judgement:
    """A date in the place of words of time, with the preposition that it needs there; before "’s" it owns what
    follows, and before a verb at the start of a clause it is the subject."""
    start, end = place.tokens
    behind = place.around.word(end)
    if behind in _OWNS:
        return ((start, end + 1), f"{date_}’s") if place.around.word(end + 1) not in _NO_OWNED else "unsure"
    if behind in _STATES and (place.around.starts_clause(start) or place.before == "that"):
        return (place.tokens, date_) if place.before != "that" else "unsure"
    is_second = place.before == "and" and place.around.word(start - 3) in {"between", "from"}
    return place.tokens, date_ if is_second else preposition_for(place.iso, place.before) + date_


_KINDS = (
    (_PERIOD, _period),
    (_DAY, _day),
    (_AGO, _ago),
    (_WEEKDAY, _weekday),
    (_OF_YEAR, _of_year),
    (_DAY_OF_YEAR, _day_of_year),
    (_MONTH, _month),
)

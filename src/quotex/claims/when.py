"""The day from which words of time are counted: that of the article, unless what is said belongs to another."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from functools import cached_property

from attrs import frozen
from spacy.tokens import Doc

from quotex.claims.content import Content
from quotex.claims.saying import Saying, date_of_saying, sentence_at, years_of_saying
from quotex.claims.years import dating_years, is_of_own_time, is_set_in
from quotex.records import DateBasis, Dated
from quotex.spans import Pair
from quotex.structure import Structure

_WEEK = 7


@frozen
class When:
    """The day of an article, how it is laid out, and how one content of it is said.

    Without a layout nothing stands in quotation marks; without a saying the content has no sentence around it.
    """

    doc: Doc
    day: date | None
    shape: Structure | None = None
    saying: Saying | None = None

    def is_said(self, span: Pair) -> bool:
        """Whether a word of a span is in somebody's own words."""
        if self.saying is not None and self.saying.is_speech:
            return True
        return self.shape is not None and any(self.shape.in_speech[slice(*span)])

    def is_quoted_within(self, token: int) -> bool:
        """Whether a token stands in quotation marks within others, or in the words of an interview."""
        if self.shape is None or not self.shape.in_speech[token]:
            return False
        if self.saying is not None and self.saying.is_speech:
            return True
        start, end = self.shape.region_tokens[self.shape.region_of[token]]
        outer = self.shape.region_of[start - 1] if start > 0 else -1
        return outer >= 0 and self.shape.region_tokens[outer][1] >= end

    @cached_property
    def of_saying(self) -> Dated | None:
        """The date that the words beside the cue give the saying; ``None`` without such words."""
        return date_of_saying(self.doc, self.saying, self.day) if self.saying is not None else None

    @property
    def day_of_saying(self) -> date | None:
        """The day from which those count who are quoted: that of the saying, ``None`` where only its month or year is
        told; without words for it, that of the article."""
        if self.of_saying is None or self.day is None:
            return self.day
        iso = self.of_saying.iso or ""
        return date.fromisoformat(iso) if iso.count("-") > 1 else None

    @property
    def said_on(self) -> Dated | None:
        """The date of what is said without a time: that of the saying, else the day of the article, unless the
        sentence around the content is one of another year."""
        if self.of_saying is not None or self.day is None:
            return self.of_saying
        if self.saying is not None and years_of_saying(self.doc, self.saying) - {self.day.year}:
            return None
        return Dated(self.day.isoformat(), DateBasis.ARTICLE, None)

    def is_of_another_year(self, content: Content, token: int, iso: str) -> bool:
        """Whether the sentence of the words at a token, which the day of the article makes a date to the day, month or
        year, names another year for them, or its cue has a date that is not near the article's day."""
        if self.day is None:
            return False
        if self.of_saying is not None:
            if not _is_near(self.of_saying.iso or "", self.day, iso):
                return True
        elif self.saying is not None and years_of_saying(self.doc, self.saying) - {self.day.year}:
            return True
        own = {self.day.year, int(iso[:4])}
        return any(year not in own for _, year in dating_years(self.doc, (self._begin(content, token), token)))

    def is_in_scene(self, content: Content, token: int, *, far: bool) -> bool:
        """Whether the sentences before that of a token, those of other paragraphs only where ``far``, are of another
        year, and nothing leads back to the article's own time."""
        if self.day is None or self.shape is None or self.of_saying is not None:
            return False
        begin = self._begin(content, token)
        around = [*(self.saying.outside() if self.saying is not None else ()), (begin, token)]
        if any(is_of_own_time(self.doc, self.shape, part, self.day.year) for part in around):
            return False
        return is_set_in(self.doc, self.shape, begin, self.day.year, far=far)

    def _begin(self, content: Content, token: int) -> int:
        """Where the part of the sentence of a token begins that is in the content."""
        if self.shape is not None:
            return max(content.tokens[0], sentence_at(self.shape, token)[0])
        at = bisect_left(content.tokens, token)
        return content.tokens[at - len(content.sentence((at, at))[0])]


def _is_near(said: str, day: date, iso: str) -> bool:
    """Whether words that mean a day, month or year as counted from a day mean the same counted from a date."""
    if iso.count("-") > 1:
        return said.count("-") > 1 and abs((date.fromisoformat(said) - day).days) < _WEEK
    return said.startswith(day.isoformat()[: len(iso)])

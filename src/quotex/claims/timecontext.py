"""What stands around words of time: the words next to them, the tense of their sentence, other years, speech."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from attrs import define, field, frozen

from quotex.claims.content import Content
from quotex.claims.signs import is_year
from quotex.claims.tenses import OVER, is_past_deed, is_past_form, told_by_verb
from quotex.claims.when import When
from quotex.claims.years import years_before
from quotex.spans import Pair

_BACK = 60
_ON = 30
"""How many tokens before and behind a content are looked through for other years; the first also for a verb."""
_SOON = 10
"""Words behind a day at the start of a sentence among which its verb is sought."""
_AHEAD = re.compile(
    r"\b(?:will|wo|shall|going to|would|plans? to|due|scheduled|set to|expected to|must|should)\b|'ll\b"
)
"""Words that tell of what is to come."""
_FROM_NOW = re.compile(
    r"\b(?:will|wo|shall)\b|'ll\b"
    r"|(?:\b(?:is|are|am)|'s|'re) (?:[a-z]+ )?(?:going to|set to|due|scheduled|expected to)\b"
)
"""Words that tell of what is to come as seen from the day of the article."""
_DASHES_OF_DAY = 2
_COUNTED = frozenset(
    """last this next ago yesterday today tomorrow tonight monday tuesday wednesday thursday friday saturday
    sunday""".split()
)
"""Words that are counted from a day rather than name one of a year."""
_PERFECT = frozenset({"has", "have", "'ve", "having"})
_LOOKING_ON = frozenset(
    "ahead before until till by for to since upcoming next who which that whether if planned scheduled due".split()
)
"""Words that take a day away from a verb in the past before them, or are such a verb."""
_BEFORE_CLAUSES = frozenset('. , ; : “ " and as because but if since so when where while'.split())


@define
class Around:
    """A content as the place of its words of time."""

    content: Content
    _years: frozenset[int] | None = field(default=None, init=False)

    def word(self, token: int) -> str:
        """The word at a token of the document, in lower case; empty beyond its ends."""
        doc = self.content.doc
        return doc[token].lower_ if 0 <= token < len(doc) else ""

    def holds(self, token: int) -> bool:
        """Whether a token is in the content."""
        at = bisect_left(self.content.tokens, token)
        return at < len(self.content.tokens) and self.content.tokens[at] == token

    def begins(self, token: int) -> bool:
        """Whether a content or a clause behind a mark begins at a token."""
        return token in (self.content.tokens[0], 0) or not self.content.doc[token - 1].is_alpha

    def starts_clause(self, token: int) -> bool:
        """Whether a clause begins at a token: the content, or what stands behind a mark, a conjunction or a verb."""
        before = self.word(token - 1)
        return token == self.content.tokens[0] or before in _BEFORE_CLAUSES or is_past_form(before)

    def sentence(self, token: int) -> tuple[Sequence[str], Sequence[str]]:
        """The words of the content before and from a token on, within its sentence and sixty words each."""
        at = bisect_left(self.content.tokens, token)
        return self.content.sentence((at, at))

    def is_ahead(self, token: int) -> bool:
        """Whether the words of the sentence before a token tell of what is to come."""
        return _AHEAD.search(" ".join(self.sentence(token)[0])) is not None

    def is_surely_ahead(self, token: int) -> bool:
        """Whether they do so as seen from now; of "would" and "was to", the time may have come since."""
        return _FROM_NOW.search(" ".join(self.sentence(token)[0])) is not None

    def has_past(self, token: int) -> bool:
        """Whether a verb of the sentence around a token is in the past."""
        return any(map(is_past_form, (word for part in self.sentence(token) for word in part)))

    def happened(self, token: int) -> bool:
        """Whether a verb in the past stands so before a token, or right behind it, that it tells what happened then:
        no perfect, which has no day, nothing that was only waited for or arranged, and nothing between them that may
        have a day of its own ("before the vote on Monday", "wanted to vote on Monday")."""
        before, behind = self.sentence(token)
        if _AHEAD.search(" ".join(before)) is not None:
            return False
        last = next((i for i in range(len(before) - 1, -1, -1) if is_past_form(before[i])), None)
        if last is None:
            words = list(before) + list(behind[:_SOON])
            return not before and any(map(is_past_form, behind[1:_SOON])) and not any(w in _PERFECT for w in words)
        if told_by_verb(before, behind) != OVER or not is_past_deed(before, last):
            return False
        return not any(word in _PERFECT for word in before[max(0, last - 2) : last]) and not any(
            word in _LOOKING_ON or word.endswith("ing") for word in before[last:]
        )

    def years(self) -> frozenset[int]:
        """The years that the paragraph names around the content and in it."""
        if self._years is None:
            doc, tokens = self.content.doc, self.content.tokens
            first, last = tokens[0], tokens[-1] + 1
            start = next((i + 1 for i in range(first - 1, max(-1, first - _BACK), -1) if "\n" in doc[i].text), None)
            end = next((i for i in range(last, min(len(doc), last + _ON)) if "\n" in doc[i].text), None)
            around = range(
                max(0, first - _BACK) if start is None else start, min(len(doc), last + _ON) if end is None else end
            )
            self._years = frozenset(int(doc[i].text[:4]) for i in around if is_year(doc[i].lower_))
        return self._years


@frozen
class Place:
    """Words of time whose date is resolved, and what stands around them."""

    around: Around
    tokens: Pair
    iso: str
    day: date
    when: When

    @property
    def is_said(self) -> bool:
        """Whether they are in somebody's own words."""
        return self.when.is_said(self.tokens)

    @property
    def text(self) -> str:
        """The words in lower case, with blanks between them."""
        return " ".join(self.around.word(i) for i in range(*self.tokens))

    @property
    def before(self) -> str:
        """The word before them in lower case."""
        return self.around.word(self.tokens[0] - 1)

    @property
    def behind(self) -> str:
        """The word behind them in lower case."""
        return self.around.word(self.tokens[1])

    @property
    def has_one_year(self) -> bool:
        """Whether nothing around names a year but that of the article and of the date."""
        return self.around.years() <= {self.day.year, int(self.iso[:4])}

    @property
    def is_of_another_year(self) -> bool:
        """Whether their sentence names another year for them; named days and months are those of a year."""
        is_counted = any(word in _COUNTED for word in self.text.split())
        iso = self.iso if is_counted or self.iso.count("-") == 0 else self.iso[:4]
        return self.when.is_of_another_year(self.around.content, self.tokens[0], iso)

    @property
    def is_in_scene(self) -> bool:
        """Whether what is told before them is of another year; of weekdays and the like, in their paragraph alone."""
        is_far = self.iso.count("-") < _DASHES_OF_DAY or not any(word in _COUNTED for word in self.text.split())
        return self.when.is_in_scene(self.around.content, self.tokens[0], far=is_far)

    @property
    def is_alone_in_its_year(self) -> bool:
        """Whether the article names no year before them but its own and that of the date."""
        return years_before(self.around.content.doc, self.tokens[0]) <= {self.day.year, int(self.iso[:4])}

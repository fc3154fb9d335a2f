"""What the marks, capitals and small words of a text tell, as far as it matters for saying the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from attrs import frozen

from quotex.checks.casing import is_mute, is_sentence, opens
from quotex.checks.forms import is_past
from quotex.checks.marks import is_apart, owns, signs
from quotex.checks.phrases import names_in_short
from quotex.checks.reading import Reading, all_words
from quotex.checks.sorts import DATES, Sort
from quotex.lexicon.marks import HYPHENS
from quotex.lexicon.words import words
from quotex.spans import Pair
from quotex.wording import is_negation, is_number, tells

SAY = ("say", "says", "said")
_STOP = re.compile(r"[.!?;:…()|\n—–]|\s-\s")
_SPEECH = re.compile(r':\s*["“„«‘]\s*')
_APOSTROPHES = re.compile("['’‘]")
_SHORT = 3
"""Letters, at most, of the short form of a title or name, behind which a full stop ends no sentence."""
_ARTICLES = ("a", "an", "the")
_BE = ("is", "are", "was", "were", "be", "been", "being", "become", "becomes", "became", "as")
"""Words behind which an article tells whether there are others: "is the killer", "is a killer"."""
_JOINING = ("and", "but")
_HAVE = ("has", "have")
_NEAR = 2
"""Words before a form in "-ed" in which a form of "be" makes a participle of it."""
_LABELLED = (":", "|", "-", "–", "—", "!")
_LABEL = 3
"""Words of a label, at most."""
_FIXED = ("quantities", "amounts", "modals", "qualifiers", "pronouns", "denials")
_PEOPLE = ("roles", "offices")


@frozen
class Writing:
    """A claim as it is written: its words, "U.S." included, with their places and sorts."""

    flat: str
    """The text, with blanks in the place of what is set aside."""
    words: Sequence[str]
    spans: Sequence[Pair]
    sorts: Mapping[Pair, Sort]
    is_mute: bool
    is_sentence: bool
    is_english: bool

    @classmethod
    def of(cls, reading: Reading, sorts: Sequence[Sort]) -> Writing:
        """That of a reading, of whose words the sorts are given."""
        flat, found, spans = all_words(reading)
        return cls(
            flat=flat,
            words=found,
            spans=spans,
            sorts=dict(zip(reading.spans, sorts, strict=True)),
            is_mute=is_mute(reading),
            is_sentence=is_sentence(reading),
            is_english=not words("checks", "english").isdisjoint(found),
        )

    @cached_property
    def signs(self) -> Mapping[int, str]:
        """The signs behind each word that has any; those before the first at -1."""
        return signs(self.flat, self.spans)

    def raw(self, at: int) -> str:
        """The word there with its capitals and marks."""
        start, end = self.spans[at]
        return self.flat[start:end]

    def word(self, at: int) -> str:
        """The word there; "" beyond the ends."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def sort(self, at: int) -> Sort:
        """That of the word there; "U.S.", which readings leave out, is a name."""
        return self.sorts.get(self.spans[at], Sort.NAME)

    def gap(self, at: int) -> str:
        """What stands between a word and the next; "" within one stretch and behind the last."""
        return self.flat[self.spans[at][1] : self.spans[at + 1][0]] if at + 1 < len(self.words) else ""

    def label(self) -> int:
        """How many words a label such as "BREAKING:" takes at the beginning."""
        for at in range(min(_LABEL, len(self.words) - 1)):
            if self.words[at] not in words("checks", "labels"):
                return 0
            if self.gap(at).strip() in _LABELLED:
                return at + 1
        return 0

    def is_left_out(self, at: int) -> bool:
        """Whether a word says nothing: an article, "that" behind a verb of saying, "has" before a participle."""
        word = self.words[at]
        if word in _HAVE:  # has closed the bridge, not: has stolen art
            return is_past(self.word(at + 1)) and (at + 2 >= len(self.words) or self.begins_object(at + 2))
        if not self.is_english:  # "a" is another word elsewhere
            return False
        if word in _ARTICLES:
            return self._is_mere_article(at)
        if word == "that":  # said that
            is_said = at > 0 and self.words[at - 1] in words("checks", "saying") and not self.gap(at - 1).strip()
            return is_said and self._begins_clause(at + 1)
        return False

    def _begins_clause(self, at: int) -> bool:
        """Whether the word there can have no "that" of its own before it, as it can in "said that man lied"."""
        word = self.word(at)
        if word in words("wording", "quantities"):  # that one
            return False
        return self.begins_object(at) or word in words("wording", "pronouns")

    def _is_mere_article(self, at: int) -> bool:
        """Whether an article tells nothing: a word that tells follows it, and none that needs it ("few", "a few").
        Where capitals tell nothing it may be of a name, but a text that begins with a figure need not have any."""
        if at + 1 >= len(self.words) or self.gap(at) != " ":
            return False
        is_letter = self.raw(at) == "A" and not opens(self.flat, self.spans[at][0])  # hepatitis A
        is_mute = self.is_mute and (self.words[at] != "the" or not self.flat.lstrip()[:1].isdigit())
        if is_mute or is_letter or self.word(at - 1) in _BE or self._is_of_name(at):
            return False
        keeps = words("checks", "with_article")
        if self.word(at - 1) in keeps or self.words[at + 1] in keeps or is_number(self.words[at + 1]):
            return False
        return tells(self.words[at + 1]) or self.name(at + 1) != self.words[at + 1]

    def _is_of_name(self, at: int) -> bool:
        """Whether an article may belong to a name, as in "The Hague"; not to one in short, as "the UN"."""
        raw = self.raw(at + 1)
        if not raw[0].isupper() or self.words[at + 1] in names_in_short() - {"who"}:
            return False
        return not (raw.isupper() and len(raw) > 1)

    def begins_object(self, at: int) -> bool:
        """Whether an object may begin with the word there, if a verb stands before it."""
        if at >= len(self.words):
            return False
        word = self.words[at]
        return word in words("checks", "before_objects") or self.sort(at) is Sort.NAME or is_number(word)

    def is_active(self, at: int) -> bool:
        """Whether a verb there has its object behind it, and no form of "be" or the like before it."""
        before = self.words[max(0, at - _NEAR) : at]
        return self.begins_object(at + 1) and words("checks", "making_participles").isdisjoint(before)

    def has_forms(self, at: int) -> bool:
        """Whether the word there may stand in another form: no name, number, function word, or word for people, and
        none that a single thing is told by ("a bridge")."""
        before = (self.word(at - 1), self.word(at - 2))
        is_plain = self.is_english and self.sort(at) is Sort.WORD and _is_inflected(self.words[at])
        return is_plain and "a" not in before and "an" not in before

    def begins_speech(self, at: int) -> bool:
        """Whether a colon and a quotation mark follow the word there, and no verb of saying ("Osei: “It is.”")."""
        return _SPEECH.fullmatch(self.gap(at)) is not None and self.words[at] not in SAY

    def name(self, at: int) -> str:
        """The word there, in capitals where they tell that it is a name and no function word."""
        word = self.words[at]
        if tells(word) or is_negation(word) or self.is_mute or self.sort(at) in DATES:
            return word
        raw = _APOSTROPHES.split(self.raw(at))[0]
        if len(raw) > 1 and raw.isupper() and raw.lower() == word:
            return word.upper()
        is_capital = self.is_sentence and raw.istitle() and raw.lower() == word and word not in _ARTICLES
        return word.upper() if is_capital and len(word) > 1 and not opens(self.flat, self.spans[at][0]) else word

    def stops(self, at: int, is_mute: bool) -> str:
        """Which mark follows that counts: "." the end of a sentence or its like, "," a comma, "-" a hyphen, "'" that of
        a possessive, whatever stands between two figures, "~" where a number is in two words, or "".

        ``is_mute`` tells not to go by capitals.
        """
        gap = self.gap(at)
        if is_apart(self.raw(at)):
            return "~"
        if not gap or gap == " " or _SPEECH.fullmatch(gap):
            return ""
        beside = self.words[at : at + 2]
        if all(map(is_number, beside)):
            return gap.strip() if not self._is_date(at, at + 2) else ""
        if gap in HYPHENS and (beside[1].endswith("ing") or any(map(is_number, self.words[max(0, at - 1) : at + 1]))):
            return "-"  # man-eating, ten-year-olds
        if owns(self.flat, beside[0], gap):
            return "'"
        if gap[0] == "." and self._is_short(at, is_mute):
            gap = gap[1:]
        if _STOP.search(gap):
            return "."
        return "," if "," in gap and not self._is_free_comma(at) else ""

    def _is_free_comma(self, at: int) -> bool:
        """Whether a comma tells nothing: one behind a date that opens a sentence, and one before the only "and"."""
        beside = self.words[at : at + 2]
        if any(map(is_negation, beside)) or not words("checks", "with_comma").isdisjoint(beside):
            return False
        if beside[1] in _JOINING:
            return sum(map(self.words.count, _JOINING)) == 1
        begin = self.label()
        return self.word(begin) in ("in", "on") and self._is_date(begin + 1, at + 1) and not is_number(beside[1])

    def _is_date(self, start: int, end: int) -> bool:
        """Whether there are words from ``start`` to ``end``, and all of a date; "may" is one in whatever letters, as
        the same text may be in others."""
        months = words("checks", "months")
        return start < end and all(self.sort(at) in DATES or self.words[at] in months for at in range(start, end))

    def _is_short(self, at: int, is_mute: bool) -> bool:
        """Whether a word may be an initial or a title in short, which a full stop does not end."""
        raw = self.raw(at)
        if len(raw) > _SHORT or is_negation(self.words[at]):
            return False
        return is_mute or (raw[0].isupper() and self.sort(at) in (Sort.TITLE, Sort.NAME, Sort.UNSURE))


@lru_cache(maxsize=1 << 16)
def _is_inflected(word: str) -> bool:
    """Whether a word has other forms that say the same, as far as lists tell."""
    listed = any(word in words("wording", each) for each in _FIXED) or any(
        word in words("people", each) for each in _PEOPLE
    )
    return word.isalpha() and tells(word) and not listed and word not in words("checks", "not_plural")

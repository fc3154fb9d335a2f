"""An archive of invented articles, as large as wanted, in memory of one article.

Every article has ten quotes by four speakers out of 30,000 and a date out of two years, drawn at random, so that no
format can skip a part of its file by the date: an archive in the order of its dates is easier to ask. What is asked
for is sown in one article of ``EVERY``, and comes up by chance in some others.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta

from quotex.records import (
    Act,
    Article,
    Attribution,
    Kind,
    Mention,
    MentionForm,
    Metadata,
    Reason,
    Resolution,
    Segment,
    Span,
    Speaker,
    SpeakerType,
    Title,
)

SPEAKER = "Ines Duarte"
WORD = "ferry"
FIRST, LAST = date(2024, 5, 1), date(2024, 5, 31)
EVERY = 500

_QUOTES, _SPEAKERS = 10, 4
_START, _DAYS = date(2023, 7, 1), 731
_SYLLABLES = "ba be bo da do du ga ge go ka ke ki la le lo ma me mo na ne no pa pe ra re ro sa se so ta te to".split()


def articles(quotes: int) -> Iterator[Article]:
    """Articles with ``quotes`` quotes in all, the last tens made full; the same ones each time."""
    return _Press().articles(-(-quotes // _QUOTES))


class _Press:
    """Draws names, phrases and dates from one seed."""

    def __init__(self) -> None:
        self._draw = random.Random(20240501)
        first = [*(self._word().title() for _ in range(99)), "Ines"]
        last = [*(self._word().title() for _ in range(299)), "Duarte"]
        self._names = [f"{given} {family}" for given in first for family in last]
        words = [self._word() for _ in range(5_000)]
        self._phrases = [" ".join(self._draw.choices(words, k=6)) for _ in range(19_400)]
        self._phrases += [" ".join([*self._draw.choices(words, k=5), WORD]) for _ in range(600)]

    def articles(self, count: int) -> Iterator[Article]:
        """That many articles."""
        for number in range(count):
            yield self._article(number, sown=number % EVERY == 0)

    def _article(self, number: int, *, sown: bool) -> Article:
        names = self._draw.sample(self._names, _SPEAKERS)
        day = FIRST if sown else _START + timedelta(days=self._draw.randrange(_DAYS))
        if sown and SPEAKER not in names:
            names[0] = SPEAKER
        page = _Page()
        speakers = [page.speaker(place, name) for place, name in enumerate(names, 1)]
        attributions = []
        for place in range(_QUOTES):
            content = " ".join(self._draw.choices(self._phrases, k=3))
            if sown and place == names.index(SPEAKER):
                content += f" {WORD}"
            attributions.append(page.quote(f"{number:010x}{place:06x}", content, speakers[place % _SPEAKERS]))
        return Article(
            metadata=Metadata(
                id=f"news/{number:07}.txt",
                title=self._draw.choice(self._phrases).capitalize(),
                date=day.isoformat(),
                author=self._draw.choice(self._names),
                url=f"https://news.example/{day:%Y/%m/%d}/{number}",
            ),
            text_sha256=hashlib.sha256(page.text.encode()).hexdigest(),
            text_length=len(page.text),
            attributions=tuple(attributions),
            speakers=tuple(speakers),
            version="0.1.0",
            model_sha256="0" * 64,
            settings_hash="0" * 16,
        )

    def _word(self) -> str:
        return "".join(self._draw.choices(_SYLLABLES, k=self._draw.randint(2, 4)))


class _Page:
    """The text as it grows, and the spans of what is put at its end."""

    def __init__(self) -> None:
        self.text = ""
        self._tokens = 0

    def speaker(self, place: int, name: str) -> Speaker:
        """Introduce a speaker."""
        span, title = self._add(name), self._add("a member of the council")
        mention = Mention(span, MentionForm.NAMED, "name", 1.0)
        return Speaker(f"s{place}", SpeakerType.PERSON, span, (Title(title),), (), (mention,))

    def quote(self, id_: str, content: str, speaker: Speaker) -> Attribution:
        """Add words that the speaker said."""
        said = self._add(f"“{content},”")
        segment = Segment(said.start, said.end, said.text, said.token_start, said.token_end, True)
        source, cue = self._add(speaker.name.text), self._add("said")
        resolution = Resolution(MentionForm.NAMED, (speaker,), (Reason("name", 1.0, source),), 0.9876)
        reasons = (Reason("postposed_cue"),)
        return Attribution(id_, Act.STATEMENT, Kind.DIRECT, cue, source, (segment,), 0.9765, resolution, reasons)

    def _add(self, words: str) -> Span:
        start, first = len(self.text), self._tokens
        self.text += words + " "
        self._tokens += len(words.split())
        return Span(start, start + len(words), words, first, self._tokens)

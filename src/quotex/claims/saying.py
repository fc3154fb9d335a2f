"""When something was said: what the sentence around a content tells of the time of its cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen
from spacy.tokens import Doc

from quotex.attribution.draft import Draft
from quotex.claims.content import Content
from quotex.claims.dating import dates
from quotex.claims.evidence import is_one
from quotex.claims.signs import is_finite, is_past
from quotex.claims.years import dating_years, year_of_work
from quotex.records import DateBasis, Dated, Kind
from quotex.spans import Pair
from quotex.structure import Structure
from quotex.tokens import span_of

_FAR = 12
"""Most tokens between the edge of a sentence, or a cue, and the date of the cue."""
_LONGEST = 150
"""How many tokens before and behind its cue are looked at of a sentence, which in a text without stops has no end."""
_CHAIN = 50
"""How many quotations one is followed back through to the one with a cue."""


@frozen
class Saying:
    """The sentence of a cue and its source, and the contents in it; of a sentence of the article's own, that alone."""

    sentence: Pair
    content: tuple[Pair, ...] = ()
    cue: Pair | None = None
    source: Pair | None = None
    is_speech: bool = False
    """Whether the content is speech though no marks stand around it, as in the lines of an interview."""

    def outside(self) -> list[Pair]:
        """The parts of the sentence that are no content."""
        out, at = [], self.sentence[0]
        for start, end in self.content:
            if end > at and start < self.sentence[1]:
                if start > at:
                    out.append((at, start))
                at = max(at, end)
        return [*out, (at, self.sentence[1])] if at < self.sentence[1] else out


def sayings_of(doc: Doc, shape: Structure, drafts: Sequence[Draft]) -> list[Saying]:
    """How the content of each draft is said; of one that carries on another, how that one is."""
    contents = sorted(part for draft in drafts for part in draft.content)
    return [_saying_of(doc, shape, drafts, draft, contents) for draft in drafts]


def _saying_of(doc: Doc, shape: Structure, drafts: Sequence[Draft], draft: Draft, contents: Sequence[Pair]) -> Saying:
    said = draft
    for _ in range(_CHAIN):
        if said.follows is None:
            break
        said = drafts[said.follows]
    told = said.cue or said.source or said.content[0]
    start, end = sentence_at(shape, told[0])
    sentence = max(start, told[0] - _LONGEST), min(end, told[0] + _LONGEST)
    within = contents[bisect_left(contents, (sentence[0], 0)) : bisect_left(contents, (sentence[1], 0))]
    others = (part for part in within if not part[0] <= told[0] < part[1])
    is_line = said.cue is not None and doc[said.cue[0]].text == ":"
    is_marked = any(shape.in_speech[i] for start, end in draft.content for i in (start, end - 1))
    is_speech = not is_marked and (is_line or draft.kind is Kind.DIRECT)
    return Saying(sentence, tuple(sorted({*said.content, *others})), said.cue, said.source, is_speech)


def sentence_at(shape: Structure, token: int) -> Pair:
    """The sentence that a token stands in; the token alone where it stands in none."""
    at = bisect_right(shape.sentences, token, key=lambda pair: pair[0]) - 1
    return shape.sentences[at] if at >= 0 and shape.sentences[at][1] > token else (token, token + 1)


def date_of_saying(doc: Doc, saying: Saying, day: date | None) -> Dated | None:
    """The date that is plainly that of the cue: at the start of its sentence, before it, or right behind it; ``None``
    where none is. A year before a piece of writing is that of the writing ("in a 2015 paper")."""
    if saying.cue is None and saying.source is None:
        return None
    for span, iso in _dates_outside(doc, saying, day):
        if _is_attached(doc, saying, span):
            return Dated(iso, DateBasis.SAYING, span_of(doc, span))
    return None


def years_of_saying(doc: Doc, saying: Saying) -> frozenset[int]:
    """The years that the sentence names outside the content for when something was."""
    return frozenset(year for part in saying.outside() for _, year in dating_years(doc, part))


def _dates_outside(doc: Doc, saying: Saying, day: date | None) -> Iterator[tuple[Pair, str]]:
    parts = saying.outside()
    for dated in dates(Content.of(doc, parts), day) if parts else ():
        if dated.iso is not None and dated.span is not None:
            yield (dated.span.token_start, dated.span.token_end), dated.iso
    for start, end in parts:
        for at in range(start, end):
            year = year_of_work(doc, at)
            if year is not None:
                yield (at, at + 1), f"{year:04}"


def _is_attached(doc: Doc, saying: Saying, span: Pair) -> bool:
    first = min(pair[0] for pair in (saying.cue, saying.source) if pair is not None)
    if span[1] <= first:
        begin = saying.sentence[0]
        return span[0] - begin <= _FAR and _is_plain(doc, (begin, span[0])) and _is_plain(doc, (span[1], first))
    if saying.source is not None and saying.source[0] <= span[0] < saying.source[1]:
        return year_of_work(doc, span[0]) is not None
    if saying.cue is None:
        return False
    if span[1] <= saying.cue[0]:  # between the source and the cue
        between = range(saying.source[1] if saying.source is not None else first, saying.cue[0])
        return all(i in range(*span) or _is_light(doc[i].lower_) for i in between)
    if span[0] < saying.cue[1]:
        return span[1] <= saying.cue[1]  # "said yesterday" as one cue
    behind = (saying.cue[1], span[0])
    return span[0] - saying.cue[1] <= _FAR and _is_plain(doc, behind) and not _goes_over(doc, saying, behind)


def _goes_over(doc: Doc, saying: Saying, span: Pair) -> bool:
    """Whether a mark or a part of the content stands in a span, other than within the name of the source."""
    inside = (i for i in range(*span) if saying.source is None or not saying.source[0] <= i < saying.source[1])
    return any(doc[i].text in {",", ";", ":", ".", "(", "—"} for i in inside) or any(
        span[0] <= start < span[1] for start, _ in saying.content
    )


def _is_light(word: str) -> bool:
    return is_one(word, "before_times") or word in {",", "had", "has", "also", "later"} or word.endswith("ly")


def _is_plain(doc: Doc, span: Pair) -> bool:
    """Whether a span holds no verb but those of writing something and no word that takes a date from the cue."""
    for i in range(*span):
        word = doc[i].lower_
        if is_one(word, "of_writing"):
            continue
        if is_one(word, "takes_date") or is_past(word) or is_finite(word) or word in {"will", "would"}:
            return False
    return True

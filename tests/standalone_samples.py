"""Articles with one content in braces, made to stand alone, for the tests of stand-alone text."""

from __future__ import annotations

import re
from datetime import date

from quotex.attribution.draft import Draft
from quotex.claims import claim_of, sayings_of
from quotex.records import Act, Kind, StandAlone
from quotex.speakers import resolve
from quotex.structure import analyse
from speaker_samples import NLP, names_of, tokens

_MARKS = re.compile(r"\[\[|\]\]|\{|\}|<|>")
PEOPLE = "Ida Roe; Ulf Osk; Ada Doe; John Osk; Roe; Doe; Osk"
DAY = date(2024, 5, 8)
"""A Wednesday."""


def standing(
    article: str,
    people: str = PEOPLE,
    bodies: str = "",
    *,
    day: date | None = DAY,
    act: Act = Act.STATEMENT,
    kind: Kind = Kind.INDIRECT,
) -> StandAlone:
    """The content in braces of an article of a day, made to stand alone; its source stands in double brackets, its cue,
    if there is one, in pointed ones."""
    doc = NLP(_MARKS.sub("", article))

    def marked(opening: str, closing: str) -> tuple[int, int]:
        start, end = (len(_MARKS.sub("", article[: article.index(mark)])) for mark in (opening, closing))
        return tokens(doc, start, end)

    source, content = marked("[[", "]]"), marked("{", "}")
    cue = marked("<", ">") if "<" in article else None
    draft = Draft(cue, source, (content,), (False,), act, kind, 0.9)
    names, shape = names_of(doc, people, bodies), analyse(doc)
    cast = resolve(doc, shape, names, [draft], find_references=True)
    (saying,) = sayings_of(doc, shape, [draft])
    return claim_of(doc, draft.content, names, day, cast.references[0], shape, saying).stand_alone

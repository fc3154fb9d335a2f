"""One place of a quote judged: its status, edits, flags and warnings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from quotex.verification.brackets import with_brackets
from quotex.verification.editing import Editor, Made
from quotex.verification.quoted import Quoted
from quotex.verification.records import (
    HARMLESS,
    RISKS,
    Edit,
    EditKind,
    Occurrence,
    Status,
    Stretch,
)
from quotex.verification.searching import Beside
from quotex.verification.source import Source
from quotex.verification.steps import Step, steps
from quotex.verification.surroundings import is_torn_from_negation, warnings

_AROUND = re.compile(r"[\s\"'“”„‟«»‘’‚‛‹›`´…()\[\]]+|\.{2,}")
"""Around a quote: marks of quotation and elision, which are not the source's."""
_CLOSING = (",", ".")
"""Marks that go before a closing quotation mark whatever the source has."""


@frozen
class Judge:
    """A quote beside a source."""

    quoted: Quoted
    source: Source

    def occurrence(self, beside: Beside) -> Occurrence:
        """The place at which the words of the quote stand beside those of the source, one of them or more."""
        them = steps(self.quoted, self.source.worded, beside)
        made = [*Editor(self.quoted, self.source).edits(them), *self._end_marks(them)]
        segments = [(min(run), max(run)) for run in _runs(them)]
        first, last = min(start for start, _ in segments), max(end for _, end in segments)
        is_torn = any(is_torn_from_negation(self.source.worded, start, end) for start, end in self._torn(segments))
        found = {risk for each in made for risk in each.risks} | ({EditKind.NEGATION} if is_torn else set())
        stretches = tuple(self._stretch(start, end) for start, end in segments)
        return Occurrence(
            status=_status(them, made),
            start=min(each.start for each in stretches),
            end=max(each.end for each in stretches),
            segments=stretches,
            edits=tuple(each.edit for each in made),
            flags=tuple(risk for risk in RISKS if risk in found),
            warnings=tuple(warnings(self.source.worded, first, last)) if segments == sorted(segments) else (),
        )

    def _torn(self, segments: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
        return [(segments[0][0], segments[-1][1])] if segments == sorted(segments) else segments

    def _stretch(self, first: int, last: int) -> Stretch:
        spans, text = self.source.worded.spans, self.source.text
        start, end = with_brackets(text, (spans[first][0], spans[last][1]))
        return Stretch(start, end, text[start:end])

    def _end_marks(self, them: Sequence[Step]) -> Iterator[Made]:
        """A mark at the end of the quote that the source does not have there ("!")."""
        if not them[-1].same:
            return
        quote, text = self.quoted.worded, self.source.text
        start = quote.spans[-1][1]
        ours = _AROUND.sub("", quote.text[start:])
        end = self.source.worded.spans[them[-1].gone[-1]][1]
        if not ours or ours in _CLOSING or text.startswith(quote.text[start:].strip(), end):
            return
        theirs = re.compile(r"[^\w\s]*").match(text, end)
        found = theirs[0] if theirs else ""
        if _AROUND.sub("", found) == ours:
            return
        mark = Stretch(start, len(quote.text), quote.text[start:])
        yield Made(Edit(EditKind.PUNCTUATION, mark, Stretch(end, end + len(found), found)))


def _runs(them: Sequence[Step]) -> list[list[int]]:
    """The words of the source in unbroken parts."""
    out: list[list[int]] = [[]]
    for step in them:
        if step.jump or (step.mark and not step.come):
            out.append([])
        else:
            out[-1] += step.gone
    return [run for run in out if run]


def _status(them: Sequence[Step], made: Sequence[Made]) -> Status:
    kinds = {each.edit.kind for each in made}
    grave = [each.edit for each in made if each.edit.kind not in HARMLESS | {EditKind.ELISION, EditKind.BRACKET}]
    if any(each.foreign for each in made):
        return Status.PARTIAL
    if any(step.jump for step in them):
        return Status.STITCHED
    if any(edit.quote.text or edit.kind is EditKind.NEGATION for edit in grave):
        return Status.ALTERED
    if grave:
        return Status.UNMARKED_ELISION
    if EditKind.BRACKET in kinds:
        return Status.BRACKETED
    if EditKind.ELISION in kinds:
        return Status.MARKED_ELISION
    return Status.TYPOGRAPHIC if kinds else Status.VERBATIM

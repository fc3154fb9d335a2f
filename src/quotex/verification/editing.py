"""Steps to edits, with the risks that go with each."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from attrs import frozen

from quotex.lexicon.words import words
from quotex.spans import Pair
from quotex.verification.brackets import has_bracket_inside, is_in_parentheses, with_brackets
from quotex.verification.changes import Side, harmless, kind_at, risks
from quotex.verification.quoted import Quoted
from quotex.verification.records import Edit, EditKind, Stretch
from quotex.verification.source import Source, ends_sentence
from quotex.verification.steps import FOREIGN, Step
from quotex.wording import Worded, is_number

_SMALL = (EditKind.PRONOUN, EditKind.MODAL)


@frozen
class Made:
    """An edit, all risks that go with it, and whether it is a whole part that the source does not have."""

    edit: Edit
    risks: tuple[EditKind, ...] = ()
    foreign: bool = False


@frozen
class Editor:
    """A quote beside a source."""

    quoted: Quoted
    source: Source

    def edits(self, them: Sequence[Step]) -> Iterator[Made]:
        """The edits of the steps, in the order of the quote."""
        for at, step in enumerate(them):
            before = them[at - 1] if at else None
            if step.same and before is not None and before.same:
                yield from self._marks_between(before, step)
            if step.same:
                yield from self._writing(step)
            elif not step.jump:
                yield self._elision(them, at) if step.mark else self._change(them, at)

    def _marks_between(self, before: Step, after: Step) -> Iterator[Made]:
        """A change of what stands between two words; of white space is none."""
        quote = self.quoted.worded.spans[before.come[-1]][1], self.quoted.worded.spans[after.come[0]][0]
        there = self.source.worded.spans[before.gone[-1]][1], self.source.worded.spans[after.gone[0]][0]
        ours, theirs = _stretch(self.quoted.worded.text, quote), _stretch(self.source.text, there)
        if ours.text.split() != theirs.text.split() or bool(ours.text) != bool(theirs.text):
            yield Made(Edit(EditKind.PUNCTUATION, ours, theirs))

    def _writing(self, step: Step) -> Iterator[Made]:
        """A change in how the same words are written."""
        ours = _covering(self.quoted.worded, step.come)
        theirs = _covering(self.source.worded, step.gone)
        one, other = ours.text, theirs.text
        if one.split() == other.split():
            return
        if has_bracket_inside(one) and not has_bracket_inside(other):
            yield Made(Edit(EditKind.BRACKET, ours, theirs))
            return
        if self._is_other_word(step):
            yield Made(Edit(EditKind.ENTITY, ours, theirs), (EditKind.ENTITY,))
            return
        yield Made(Edit(_kind_of_writing(one, other, [self.quoted.worded.words[at] for at in step.come]), ours, theirs))

    def _is_other_word(self, step: Step) -> bool:
        """Whether capitals make a name of what is a small word or sound on the other side ("US" and "us", "ER" and
        "er"); nothing is told by a quote that has none."""
        if self.quoted.worded.text.islower():
            return False
        pairs = zip(step.come, step.gone, strict=True)
        kinds = [{kind_at(self.quoted.worded, at), kind_at(self.source.worded, other)} for at, other in pairs]
        is_sound = [self.source.worded.words[at] in words("wording", "fillers") for at in step.gone]
        return any(
            EditKind.ENTITY in each and len(each) > 1 and (small or not each.isdisjoint(_SMALL))
            for each, small in zip(kinds, is_sound, strict=True)
        )

    def _change(self, them: Sequence[Step], at: int) -> Made:
        step = them[at]
        ours, theirs = self._stretches(them, at)
        gone = Side(self.source.worded, step.gone).without_fillers()
        come = Side(self.quoted.worded, step.come).without_fillers()
        kind = harmless(gone, come)
        if kind is not None:
            return Made(Edit(kind, ours, theirs))
        found = risks(gone, come)
        if come.indices and self._is_bracketed(come.indices, ours, theirs):
            return Made(Edit(EditKind.BRACKET, ours, theirs), found)
        kind = found[0] if found else EditKind.OTHER
        there = set(gone.words)
        foreign = sum(word not in there for word in come.words) >= FOREIGN
        return Made(Edit(kind, ours, theirs), found, foreign)

    def _is_bracketed(self, come: Sequence[int], ours: Stretch, theirs: Stretch) -> bool:
        """Whether an editor's brackets tell of a change; round ones that the source has there, too, do not."""
        text, spans = self.quoted.worded.text, self.quoted.worded.spans
        if not all(at in self.quoted.brackets or has_bracket_inside(text[slice(*spans[at])]) for at in come):
            return False
        return not (is_in_parentheses(text, ours.start) and is_in_parentheses(self.source.text, theirs.start))

    def _elision(self, them: Sequence[Step], at: int) -> Made:
        """Words left out under a mark; a risk are those of the sentences that the words on either side belong to."""
        step = them[at]
        assert step.mark is not None
        worded = self.source.worded
        ends = [index for index in step.gone if ends_sentence(worded, index)]
        near = [index for index in step.gone if not ends or index <= ends[0] or index > ends[-1]]
        if ends_sentence(worded, step.gone[0] - 1):
            near = [index for index in near if not ends or index > ends[-1]]
        found = risks(Side(worded, near), Side(self.quoted.worded, []))
        kept = tuple(kind for kind in found if kind in (EditKind.NEGATION, EditKind.QUALIFIER))
        ours = _stretch(self.quoted.worded.text, step.mark)
        return Made(Edit(EditKind.ELISION, ours, _covering(worded, step.gone)), kept)

    def _stretches(self, them: Sequence[Step], at: int) -> tuple[Stretch, Stretch]:
        """What the words of a step cover; of none, the empty place behind those before or in front of those after."""
        step = them[at]
        out = []
        for worded, mine, others in (
            (self.quoted.worded, step.come, [each.come for each in them]),
            (self.source.worded, step.gone, [each.gone for each in them]),
        ):
            if mine:
                out.append(_covering(worded, mine))
                continue
            before = next((each[-1] for each in reversed(others[:at]) if each), None)
            after = next((each[0] for each in others[at + 1 :] if each), None)
            place = (
                worded.spans[before][1] if before is not None else worded.spans[after][0] if after is not None else 0
            )
            out.append(_stretch(worded.text, (place, place)))
        return out[0], out[1]


def _stretch(text: str, span: Pair) -> Stretch:
    return Stretch(span[0], span[1], text[span[0] : span[1]])


def _covering(worded: Worded, indices: Sequence[int]) -> Stretch:
    span = worded.spans[indices[0]][0], worded.spans[indices[-1]][1]
    return _stretch(worded.text, with_brackets(worded.text, span))


def _kind_of_writing(one: str, other: str, words: Sequence[str]) -> EditKind:
    """How two writings of the same words differ."""
    if one.casefold() == other.casefold():
        return EditKind.CASE
    if any(is_number(text) for text in (one, other, *words)) or "percent" in words:
        return EditKind.NUMBER_FORMAT
    if _letters(one) == _letters(other):
        return EditKind.PUNCTUATION
    return EditKind.CONTRACTION if len(words) > 1 else EditKind.SPELLING


def _letters(text: str) -> str:
    """Letters and digits alone."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text).casefold()))

"""A content as words: the tokens of its segments without white space, in lower case, and which lists have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from attrs import field, frozen
from spacy.tokens import Doc

from quotex.lexicon.words import entries
from quotex.records import Span
from quotex.spans import Pair
from quotex.tokens import span_of

_REACH = 60
SENTENCE_ENDS = frozenset(". ! ? ;".split())
"""Marks behind which another sentence begins, or a clause as good as one."""
_Index = Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
"""By first word, the lists and entries that begin with it, longest first."""


@frozen(eq=False)
class Content:
    """``tokens`` are the places of its words in ``doc``; ``words`` are in lower case with straight apostrophes, but for
    "May", which is the verb in lower case alone.

    Places within a content count its words; a half-open pair of them is a run of words.
    """

    doc: Doc
    tokens: tuple[int, ...]
    words: tuple[str, ...]
    _found: Mapping[str, Sequence[Pair]] = field(repr=False)

    @classmethod
    def of(cls, doc: Doc, segments: Iterable[Pair]) -> Content:
        """The content of half-open spans of tokens, in the order of the text; white space gives no words."""
        tokens = tuple(i for start, end in segments for i in range(start, end) if not doc[i].is_space)
        words = tuple("May" if doc[i].text == "May" else doc[i].lower_.replace("’", "'") for i in tokens)
        return cls(doc, tokens, words, _find(words))

    def span(self, run: Pair) -> Span:
        """The document from the first word of a run to its last."""
        return span_of(self.doc, (self.tokens[run[0]], self.tokens[run[1] - 1] + 1))

    def text(self, at: int) -> str:
        """The word at a place as it stands."""
        return self.doc[self.tokens[at]].text

    def listed(self, group: str) -> list[Pair]:
        """The runs that are entries of a list of ``lexicon/claims.toml``, in order and without overlaps, the longest at
        each place."""
        return list(self._found.get(group, ()))

    def sentence(self, run: Pair) -> tuple[Sequence[str], Sequence[str]]:
        """The words before and behind a run within its sentence, sixty each at most."""
        start, end = run
        begin, stop = max(0, start - _REACH), min(len(self.words), end + _REACH)
        first = next((i + 1 for i in range(start - 1, begin - 1, -1) if self.words[i] in SENTENCE_ENDS), begin)
        last = next((i for i in range(end, stop) if self.words[i] in SENTENCE_ENDS), stop)
        return self.words[first:start], self.words[end:last]

    def where(self, holds: Callable[[str], bool]) -> list[Pair]:
        """The single words of which ``holds`` is true, in order."""
        return [(at, at + 1) for at, word in enumerate(self.words) if holds(word)]


def _find(words: Sequence[str]) -> dict[str, list[Pair]]:
    index = _index()
    found: dict[str, list[Pair]] = {}
    for at, word in enumerate(words):
        for group, entry in index.get(word, ()):
            runs = found.setdefault(group, [])
            is_free = not runs or runs[-1][1] <= at
            if is_free and tuple(words[at : at + len(entry)]) == entry:
                runs.append((at, at + len(entry)))
    return found


@cache
def _index() -> _Index:
    """All lists of ``lexicon/claims.toml``, their entries cut at hyphens, as spaCy cuts words."""
    out: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for group, listed in sorted(entries("claims").items()):
        for entry in sorted(listed):
            parts = tuple(entry.replace("-", " - ").split())
            out.setdefault(parts[0], []).append((group, parts))
    return {first: tuple(sorted(found, key=lambda each: (-len(each[1]), each))) for first, found in out.items()}

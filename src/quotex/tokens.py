"""Texts to spaCy documents with the tokenizer of ``spacy.blank("en")``, and their tokens to spans of the text."""

from __future__ import annotations

import re
import threading
from itertools import pairwise
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

from quotex.records import Span
from quotex.spans import Pair

if TYPE_CHECKING:
    from spacy.language import Language

_MANY_STRINGS = 250_000
"""So many different strings seen, some 100 MB of them, and the vocabulary is begun anew, in a tenth of a second."""
_RUN = re.compile(r"\S{400,} ?")
"""Longer than any word or address, white space that belongs to its last token included."""
_SLICE = 50
"""Characters of such a run that are tokenised at a time."""

_lock = threading.Lock()
_shared: Language | None = None


def tokenised(text: str) -> Doc:
    """The document of ``text``, its tokens those of ``spacy.blank("en")``; an empty one for an empty text.

    The tokenizer's time grows with the square of a run of marks without white space, and "any input" may hold one:
    runs of 400 characters and more, which no word is, are cut every 50 characters first.
    """
    nlp = _language()
    if not _RUN.search(text):
        return nlp.tokenizer(text)
    words: list[str] = []
    spaces: list[bool] = []
    for piece in _pieces(text):
        for token in nlp.tokenizer(piece):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
    return Doc(nlp.vocab, words=words, spaces=spaces)


def span_of(doc: Doc, pair: Pair) -> Span:
    """The record of a half-open pair of tokens of a document."""
    part = doc[pair[0] : pair[1]]
    return Span(part.start_char, part.end_char, part.text, pair[0], pair[1])


def _language() -> Language:
    """The pipeline that all threads share.

    Its vocabulary would grow for ever over an archive. It is replaced when it is large rather than emptied, since a
    document of another thread may still be using it.
    """
    global _shared
    with _lock:
        if _shared is None or len(_shared.vocab.strings) > _MANY_STRINGS:
            _shared = spacy.blank("en")
        return _shared


def _pieces(text: str) -> list[str]:
    """``text`` in pieces, the long runs cut. A space after a piece stays with it, as it does with its last token."""
    out: list[str] = []
    done = 0
    for run in _RUN.finditer(text):
        if run.start() > done:
            out.append(text[done : run.start()])
        cuts = [*range(run.start(), run.end() - 1, _SLICE), run.end()]
        out.extend(text[start:end] for start, end in pairwise(cuts))
        done = run.end()
    if done < len(text):
        out.append(text[done:])
    return out

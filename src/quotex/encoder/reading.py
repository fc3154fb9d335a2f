"""A document read by the encoder, window by window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from quotex.encoder.cues import decode_cues
from quotex.encoder.features import Words, read_words
from quotex.encoder.participles import participle_bonus
from quotex.encoder.session import Model, load_model
from quotex.encoder.windows import cut, most_central
from quotex.spans import Pair

if TYPE_CHECKING:
    from spacy.tokens import Doc

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]

NAME_TAGS = 9
"""O, then B and I of person, organisation, place and group."""
_NEAR, _DISTANCES = 16, 32


@frozen(eq=False)
class Cue:
    """A cue and what the encoder thinks of the words around it.

    ``start`` and ``end`` count words of the document; ``potentials`` has shape ``(words of the window, 6)`` with
    columns as in ``quotex.attribution.decode``, its first row being the document's word ``window``.
    """

    start: int
    end: int
    score: float
    window: int
    potentials: FloatArray


@frozen(eq=False)
class Reading:
    """What the encoder makes of one document. Depends on the document alone."""

    words: Words
    cues: tuple[Cue, ...]
    """In text order; none share a word."""
    name_scores: FloatArray
    """``(tokens, NAME_TAGS)``, natural logarithms up to a constant a row; white-space tokens are surely O."""
    model_sha256: str


def read(doc: Doc, *, marks: Mapping[int, str] | None = None) -> Reading:
    """Read a document in any tokenisation by spaCy.

    ``marks`` names, by token, the quotation mark to read in place of a token's text.

    A document without words has no cues. Raises ``ModelError`` when the bundled model cannot be loaded.
    """
    model = load_model()
    texts = [token.text for token in doc]
    for token, mark in (marks or {}).items():
        texts[token] = mark
    words = read_words(texts)
    bonus = participle_bonus(words)
    name_scores = np.full((len(doc), NAME_TAGS), -20.0, dtype=np.float32)
    name_scores[:, 0] = 0.0
    pieces = [model.wordpiece(text) for text in words.text]
    spans = cut([len(p) for p in pieces], words.line_break.tolist())
    cues: list[Cue] = []
    for (start, end), (core_start, core_end) in zip(spans, _cores(spans), strict=True):
        inputs = _inputs(model, words, pieces, start, end)
        states, cue_scores, names = model.encode(inputs)
        name_scores[words.token[core_start:core_end]] = names[core_start - start : core_end - start]
        found = [c for c in decode_cues(cue_scores, bonus[start:end]) if core_start <= start + c[0] < core_end]
        cues += _with_potentials(model, states, found, start)
    return Reading(words, tuple(cues), name_scores, model.sha256)


def _cores(windows: Sequence[Pair]) -> list[Pair]:
    """For each window the words that are read in it: those nearer to its middle than to that of its neighbours."""
    edges = [0]
    for i, (before, after) in enumerate(pairwise(windows)):
        shared = range(after[0], before[1])
        edges.append(next((w for w in shared if most_central(windows[i : i + 2], w) == 1), before[1]))
    if windows:
        edges.append(windows[-1][1])
    return list(pairwise(edges))


def _inputs(model: Model, words: Words, pieces: Sequence[tuple[int, ...]], start: int, end: int) -> dict[str, IntArray]:
    ids = [piece for word in pieces[start:end] for piece in word]
    counts = np.fromiter((len(word) for word in pieces[start:end]), dtype=np.int64, count=end - start)

    def spread(values: IntArray) -> IntArray:
        return np.concatenate(([0], np.repeat(values[start:end], counts), [0]))[None]

    return {
        "pieces": np.array([[model.wordpiece.start, *ids, model.wordpiece.end]], dtype=np.int64),
        "case": spread(words.case),
        "line_break": spread(words.line_break),
        "inside": spread(words.inside),
        "first": 1 + np.cumsum(counts) - counts,
    }


def _with_potentials(model: Model, states: FloatArray, found: list[tuple[int, int, float]], window: int) -> list[Cue]:
    if not found:
        return []
    spans = np.array([(a, b) for a, b, _ in found], dtype=np.int64)
    ends = (states[spans[:, 0]] + states[spans[:, 1] - 1]) / np.float32(2)
    potentials = model.score_roles(states, ends, distances(spans, len(states)))
    return [Cue(window + a, window + b, score, window, potentials[i]) for i, (a, b, score) in enumerate(found)]


def distances(cues: IntArray, length: int) -> IntArray:
    """Buckets of the signed distance of each word to each cue ``[start, end)``: 0 within it, one a word up to 16
    words, then four a doubling; those after the cue follow those before it. Shape ``(cues, length)``."""
    at = np.arange(length)[None]
    before = np.maximum(cues[:, :1] - at, 0)
    after = np.maximum(at - cues[:, 1:] + 1, 0)
    far = np.maximum(before, after)
    coarse = _NEAR + (np.log2(np.maximum(far, _NEAR) / _NEAR) * 4).astype(np.int64)
    bucket = np.minimum(np.where(far <= _NEAR, far, coarse), _DISTANCES)
    return np.asarray(np.where(after > 0, _DISTANCES + bucket, bucket), dtype=np.int64)


def model_sha256() -> str:
    """What names the bundled model in every record. Raises ``ModelError`` when it cannot be loaded."""
    return load_model().sha256

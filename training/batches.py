"""Texts to windows to padded batches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from attrs import frozen
from torch import Tensor

from quotex.encoder.features import Words
from quotex.encoder.windows import cut
from quotex.encoder.wordpiece import WordPiece
from quotex.spans import Pair, contains
from training.data import CONTENT, OUT, SOURCE, Labelled, Text

IGNORE = -100


@frozen(eq=False)
class Window:
    """A run of a text's words, with the attributions whose cue lies in it."""

    text: Text
    span: Pair
    pieces: tuple[tuple[int, ...], ...]

    @property
    def size(self) -> int:
        """In pieces, the two that frame it included."""
        return sum(map(len, self.pieces)) + 2


@frozen(eq=False)
class Batch:
    """Padded tensors of some windows. Role rows are one a cue: window index, span, states, mask of known labels."""

    pieces: Tensor
    case: Tensor
    line_break: Tensor
    inside: Tensor
    first: Tensor
    piece_mask: Tensor
    word_mask: Tensor
    cue_tags: Tensor | None
    name_tags: Tensor | None
    row: Tensor
    cue: Tensor
    states: Tensor


def windows(text: Text, wordpiece: WordPiece, chance: random.Random | None = None) -> list[Window]:
    """A text's windows: as in use, or with a first cut at random when ``chance`` is given."""
    words = text.words
    pieces = [wordpiece(word) for word in words.text]
    lengths = [len(p) for p in pieces]
    spans = _shifted(lengths, words, chance) if chance else cut(lengths, words.line_break.tolist())
    return [Window(text, span, tuple(pieces[span[0] : span[1]])) for span in spans]


def _shifted(lengths: list[int], words: Words, chance: random.Random) -> list[Pair]:
    if sum(lengths) < 400:
        return [(0, len(lengths))]
    head = cut(lengths, words.line_break.tolist(), limit=chance.randint(150, 440), overlap=30)[0][1]
    start = max(0, head - 25)
    rest = cut(lengths[start:], words.line_break[start:].tolist(), overlap=40)
    return [(0, head), *((a + start, b + start) for a, b in rest)]


def by_size(all_windows: Sequence[Window], budget: int, chance: random.Random | None = None) -> Iterator[list[Window]]:
    """Groups of windows of similar size, each of at most ``budget`` pieces with padding."""
    ordered = sorted(all_windows, key=lambda w: w.size + (chance.uniform(-12, 12) if chance else 0))
    groups: list[list[Window]] = []
    current: list[Window] = []
    for window in ordered:
        if current and max(window.size, current[-1].size) * (len(current) + 1) > budget:
            groups.append(current)
            current = []
        current.append(window)
    if current:
        groups.append(current)
    if chance:
        chance.shuffle(groups)
    yield from groups


def collate(group: Sequence[Window], wordpiece: WordPiece, chance: random.Random | None = None) -> Batch:
    """Windows to tensors. With ``chance``, cue spans of role rows are blurred now and then, as they will be in use."""
    count = len(group)
    n_pieces, n_words = max(w.size for w in group), max(len(w.pieces) for w in group)
    pieces, case, line_break, inside = (np.zeros((count, n_pieces), dtype=np.int64) for _ in range(4))
    piece_mask = np.zeros((count, n_pieces), dtype=bool)
    first, cue_tags, name_tags = (
        np.zeros((count, n_words), dtype=np.int64),
        *(np.full((count, n_words), IGNORE) for _ in range(2)),
    )
    word_mask = np.zeros((count, n_words), dtype=bool)
    rows, cues, states = [], [], []
    for i, window in enumerate(group):
        start, end = window.span
        words = window.text.words
        sizes = np.array([len(p) for p in window.pieces])
        total, length = int(sizes.sum()), end - start
        pieces[i, 0], pieces[i, total + 1] = wordpiece.start, wordpiece.end
        pieces[i, 1 : total + 1] = [p for ps in window.pieces for p in ps]
        for table, values in ((case, words.case), (line_break, words.line_break), (inside, words.inside)):
            table[i, 1 : total + 1] = np.repeat(values[start:end], sizes)
        piece_mask[i, : total + 2] = True
        first[i, :length] = 1 + np.cumsum(sizes) - sizes
        word_mask[i, :length] = True
        if window.text.names is not None:
            name_tags[i, :length] = window.text.names[start:end]
        if window.text.versions:
            cue_tags[i, :length] = 0
            for attribution in window.text.versions[0]:
                if not contains(window.span, attribution.cue):
                    continue
                a, b = attribution.cue[0] - start, attribution.cue[1] - start
                cue_tags[i, a:b] = 2
                cue_tags[i, a] = 1
                if all(contains(window.span, s) for s in (*attribution.source, *attribution.content)):
                    path = _states(attribution, start, n_words)
                    rows.append(i)
                    cues.append(_blurred((a, b), path, length, chance))
                    states.append(path)
    return Batch(
        *map(torch.from_numpy, (pieces, case, line_break, inside, first, piece_mask, word_mask)),
        torch.from_numpy(cue_tags) if any(w.text.versions for w in group) else None,
        torch.from_numpy(name_tags) if any(w.text.names is not None for w in group) else None,
        torch.tensor(rows, dtype=torch.long),
        torch.tensor(cues, dtype=torch.long).reshape(-1, 2),
        torch.from_numpy(np.array(states, dtype=np.int64).reshape(-1, n_words)),
    )


def _states(attribution: Labelled, start: int, length: int) -> np.ndarray:
    path = np.full(length, OUT, dtype=np.int64)
    for role, spans in ((CONTENT, attribution.content), (SOURCE, attribution.source)):
        for a, b in spans:
            path[a - start : b - start] = role
    path[attribution.cue[0] - start : attribution.cue[1] - start] = OUT
    return path


def _blurred(cue: Pair, path: np.ndarray, length: int, chance: random.Random | None) -> Pair:
    a, b = cue
    if chance and chance.random() < 0.2:
        if b - a > 1 and chance.random() < 0.6:
            a, b = (a + 1, b) if chance.random() < 0.5 else (a, b - 1)
        elif b < length and path[b] == OUT and chance.random() < 0.5:
            b += 1
        elif a > 0 and path[a - 1] == OUT:
            a -= 1
    return a, b

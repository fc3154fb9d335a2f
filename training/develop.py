"""The figures of the development set during training: the network's own decoding, before any rule."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from quotex.attribution.decode import decode_roles
from quotex.encoder.cues import decode_cues
from quotex.encoder.windows import most_central
from quotex.encoder.wordpiece import WordPiece
from quotex.spans import Pair
from training import model
from training.batches import Window, by_size, collate, windows
from training.data import Labelled, Text


@torch.no_grad()
def figures(network, dev: Sequence[Text], named: Sequence[Text], wordpiece: WordPiece) -> dict[str, float]:
    """Exact-span F1 of cue, source and content (pairs need equal cues' overlap), joint, and of names."""
    network.eval()
    counts = dict.fromkeys(("cue", "source", "content", "all three"), 0)
    n_pred = n_gold = 0
    for text, predicted in attribute(network, dev, wordpiece):
        gold = text.versions[0]
        n_pred, n_gold = n_pred + len(predicted), n_gold + len(gold)
        free = list(predicted)
        for g in gold:
            match = next((p for p in free if p.cue[0] < g.cue[1] and g.cue[0] < p.cue[1]), None)
            if match is None:
                continue
            free.remove(match)
            right = [
                match.cue == g.cue,
                _words(match.source) == _words(g.source),
                _words(match.content) == _words(g.content),
            ]
            for key, ok in zip(counts, (*right, all(right)), strict=True):
                counts[key] += ok
    out = {k: round(200 * v / max(1, n_pred + n_gold), 1) for k, v in counts.items()}
    return out | {"cues found": n_pred, "cues": n_gold, "names": name_f(network, named, wordpiece)}


def _words(spans: Sequence[Pair]) -> frozenset[int]:
    return frozenset(i for a, b in spans for i in range(a, b))


@torch.no_grad()
def attribute(network, texts: Sequence[Text], wordpiece: WordPiece) -> list[tuple[Text, list[Labelled]]]:
    """What the network alone finds in each text."""
    by_text = {id(t): (t, []) for t in texts}
    for text, found in by_text.values():
        cut = windows(text, wordpiece)
        spans = [w.span for w in cut]
        for i, window in enumerate(cut):
            words, cue_scores, _ = encode(network, [window], wordpiece)
            cues = [
                (a, b) for a, b, _ in decode_cues(cue_scores[0].numpy()) if most_central(spans, window.span[0] + a) == i
            ]
            if not cues:
                continue
            potentials = role_potentials(network, words[0], cues)
            for cue, (source, content) in zip(cues, decode_roles(potentials, cues), strict=True):
                if content:
                    moved = [(a + window.span[0], b + window.span[0]) for a, b in (cue, *content)]
                    credited = ((source[0] + window.span[0], source[1] + window.span[0]),) if source else ()
                    found.append(Labelled(moved[0], credited, tuple(moved[1:])))
    return list(by_text.values())


def encode(network, group: list[Window], wordpiece: WordPiece):
    """States, cue scores and name scores of some windows."""
    batch = collate(group, wordpiece)
    attention = None if bool(batch.piece_mask.all()) else batch.piece_mask[:, None, None, :]
    return network.encoder(batch.pieces, batch.case, batch.line_break, batch.inside, batch.first, attention)


def role_potentials(network, words: torch.Tensor, cues: list[Pair]) -> np.ndarray:
    """``(cues, words, 6)`` for the cues of one window."""
    states = torch.stack([(words[a] + words[b - 1]) / 2 for a, b in cues])
    spans = torch.tensor(cues)
    distance = model.distances(spans[:, 0], spans[:, 1], len(words))
    mask = torch.ones(len(cues), len(words), dtype=torch.bool)
    return network.roles(words[None].expand(len(cues), -1, -1), states, distance, mask).numpy()


def name_f(network, named: Sequence[Text], wordpiece: WordPiece) -> float:
    """F1 of person and organisation names, exact, by independent choice of tags."""
    right = n_pred = n_gold = 0
    for group in by_size([w for t in named for w in windows(t, wordpiece)], 4000):
        _, _, scores = encode(network, group, wordpiece)
        for window, tags in zip(group, scores.argmax(-1).numpy(), strict=True):
            gold = _names(window.text.names[window.span[0] : window.span[1]])
            pred = _names(tags[: len(window.pieces)])
            right, n_pred, n_gold = right + len(gold & pred), n_pred + len(pred), n_gold + len(gold)
    return round(200 * right / max(1, n_pred + n_gold), 1)


def _names(tags: np.ndarray) -> set[tuple[int, int, int]]:
    out, start = set(), None
    for i, tag in enumerate([*tags.tolist(), 0]):
        if start is not None and (tag == 0 or tag % 2 == 1 or tag != tags[start] + 1):
            if tags[start] < 5:
                out.add((start, i, int(tags[start])))
            start = None
        if tag % 2 == 1:
            start = i
    return out

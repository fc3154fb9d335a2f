"""The encoder's cues with their sources and contents: its potentials read as whole paths, cue by cue."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from quotex.attribution.decode import ENTER_CONTENT, ENTER_SOURCE, decode_roles
from quotex.attribution.lengthening import lengthened
from quotex.attribution.link import Link
from quotex.attribution.regions import held, sentence_of
from quotex.encoder import Cue, Reading, Words
from quotex.spans import Pair
from quotex.structure import Structure

_SOURCE_BIAS = np.float32(2.0)
"""Added to the score of entering a source: the encoder alone leaves too many active verbs without one (tuned on
polnear-dev, where 1 to 4 do alike)."""
_CONTENT_BIAS = np.float32(0.5)
"""Added to the score of entering a fragment of content, so that fewer are left out (tuned on polnear-dev, where 0.5 to
1 do alike)."""
_SHORTEST_PARTICIPLE = 4


def links_of(structure: Structure, reading: Reading) -> list[Link]:
    """Cues with their likeliest roles, in tokens, by cue; cues without content are left out."""
    sentences = [sentence_of(structure, int(token)) for token in reading.words.token]
    links: list[Link] = []
    for _, group in groupby(reading.cues, key=lambda cue: cue.window):
        links += _of_window(list(group), reading.words, sentences)
    return links


def _of_window(cues: Sequence[Cue], words: Words, sentences: Sequence[int]) -> list[Link]:
    start = cues[0].window
    spans = [(cue.start - start, cue.end - start) for cue in cues]
    potentials = np.stack([cue.potentials for cue in cues])
    potentials[..., ENTER_SOURCE] += _SOURCE_BIAS
    potentials[..., ENTER_CONTENT] += _CONTENT_BIAS
    roles = decode_roles(potentials, spans, [_is_participle(words.text[cue.start]) for cue in cues])
    length = potentials.shape[1]
    here = sentences[start : start + length]

    def tokens(span: Pair) -> Pair:
        return int(words.token[start + span[0]]), int(words.token[start + span[1] - 1]) + 1

    links = []
    for cue, rows, (source, content) in zip(cues, potentials, roles, strict=True):
        if content:
            taken = held(length, (*spans, *([source] if source else [])))
            content = lengthened(rows, content, taken, here)
            links.append(
                Link(
                    tokens((cue.start - start, cue.end - start)),
                    tokens(source) if source else None,
                    tuple(map(tokens, content)),
                    cue.score,
                )
            )
    return links


def _is_participle(word: str) -> bool:
    """Whether a cue's first word is a present participle, whose subject is always in the sentence."""
    return len(word) > _SHORTEST_PARTICIPLE and word.lower().endswith("ing")

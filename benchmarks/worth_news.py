"""News contents that were judged by reading whether they are worth checking: which ones, their halves and their labels.

    python -m benchmarks.worth_news --corpora ../shared/corpora     print the contents of the sample, to be judged

The sample is drawn at random with a fixed seed: 300 contents of the gold attributions of two corpora, as many from each
half; the halves share no document. The labels lie in ``worth_labels.json`` and hold no text: corpus, document, place of
the attribution in the document's list, and whether it is worth checking.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen
from spacy.tokens import Doc

from quotex.claims.content import Content
from quotex.spans import Pair
from quotex.structure.tokens import TokenMap
from quotex.tokens import tokenised

LABELS = Path(__file__).with_name("worth_labels.json")
HALVES = ("develop", "report")
_SEED = 20240517
_SHARES = {"polnear-dev": ("attributions", 100), "statements-world-dev": ("statements", 50)}
"""By corpus: the field with its attributions, and how many are drawn for each half."""

Key = tuple[str, str, int]
"""Corpus, document and place of the attribution in its list."""


@frozen
class Drawn:
    """A content of the sample within its document. ``segments`` are half-open spans of characters of ``text``."""

    key: Key
    half: str
    text: str
    segments: tuple[Pair, ...]
    frame: str
    """Its source and cue."""
    date: str | None

    @property
    def words(self) -> str:
        """Its segments as they stand, a blank between them."""
        return " ".join(self.text[start:end] for start, end in self.segments)


def sample(corpora: Path) -> list[Drawn]:
    """The contents of the sample, by half, corpus and chance. Raises ``FileNotFoundError`` where a corpus is absent."""
    chance = random.Random(_SEED)
    drawn: list[Drawn] = []
    for corpus, (field, count) in _SHARES.items():
        documents = list(_documents(corpora / f"{corpus}.jsonl.gz"))
        documents.sort(key=lambda document: str(document["id"]))
        chance.shuffle(documents)
        middle = len(documents) // 2
        for half, part in zip(HALVES, (documents[:middle], documents[middle:]), strict=True):
            drawn += chance.sample(
                [each for document in part for each in _contents(corpus, field, half, document)], count
            )
    return sorted(drawn, key=lambda content: HALVES.index(content.half))


def _documents(path: Path) -> Iterator[Mapping[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _contents(corpus: str, field: str, half: str, document: Mapping[str, Any]) -> Iterator[Drawn]:
    text = document["text"]
    for at, each in enumerate(document[field]):
        segments = tuple((start, end) for start, end in each["content"])
        if segments:
            frame = " ".join(text[start:end] for role in ("source", "cue") for start, end in each[role])
            yield Drawn((corpus, document["id"], at), half, text, segments, frame, document.get("date"))


def read_contents(drawn: Sequence[Drawn]) -> list[Content]:
    """The contents as quotex takes them, each in its document."""
    docs = {content.text: tokenised(content.text) for content in drawn}
    return [Content.of(docs[each.text], tokens_of(docs[each.text], each.segments)) for each in drawn]


def tokens_of(doc: Doc, segments: Sequence[Pair]) -> list[Pair]:
    """The tokens that each span of characters touches; those that touch none are left out."""
    pairs = TokenMap.of(doc, doc.text).cover(segments)
    return [pair for pair in pairs if pair[0] < pair[1]]


def labels() -> dict[Key, bool]:
    """Whether each content of the sample is worth checking, as judged by reading."""
    found = json.loads(LABELS.read_text(encoding="utf-8"))
    return {(corpus, document, at): bool(label) for corpus, document, at, label in found["labels"]}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the sample; 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    options = parser.parse_args(arguments)
    for at, content in enumerate(sample(options.corpora)):
        print(f"{at} [{content.half}] {' '.join(content.frame.split())} ▸ {' '.join(content.words.split())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The texts that are read for time and memory."""

from __future__ import annotations

import gzip
import itertools
import json

from benchmarks.shared import REPOSITORY, corpus


def own_articles() -> list[str]:
    """The articles of the repository, in the order of their paths."""
    paths = [*(REPOSITORY / "examples").glob("*.txt"), *(REPOSITORY / "tests" / "articles").rglob("*.txt")]
    return [path.read_bytes().decode("utf-8") for path in sorted(paths)]


def corpus_articles(name: str, count: int | None = None) -> list[str]:
    """``count`` articles of a corpus, evenly taken from its sorted ids, or all; none where the corpus is absent."""
    path = corpus(name)
    if path is None:
        return []
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        documents = sorted((json.loads(line) for line in lines), key=lambda document: document["id"])
    step = max(1, len(documents) // count) if count else 1
    return [document["text"] for document in documents[::step][:count]]


def long_text(size: int) -> str:
    """A text of ``size`` characters: articles one after the other, begun again where there are not enough."""
    articles = corpus_articles("polnear-dev") or own_articles()
    pieces: list[str] = []
    length = 0
    for article in itertools.cycle(articles):
        pieces.append(article.strip())
        length += len(pieces[-1]) + 2
        if length >= size:
            return "\n\n".join(pieces)[:size]
    raise ValueError("the repository holds no articles to read")


def words(text: str) -> int:
    """How many words the text has, parted by white space."""
    return len(text.split())

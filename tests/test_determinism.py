"""One article gives byte-identical records alone, in a batch, in another order and in another process."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import spacy

import quotex
from benchmarks.shared import REPOSITORY, corpus

ARTICLES = 50
LENGTHS = range(800, 3_500)
"""Characters of the articles taken: whole ones, and short, as each is read five times."""
_OTHER_PROCESS = """
import json, sys, quotex
for line in sys.stdin:
    document = json.loads(line)
    print(quotex.to_json(quotex.extract(document["text"], id=document["id"])))
"""


def _corpus_texts() -> list[str]:
    """Twenty-five American and twenty-five other articles, where the corpora are there."""
    texts = []
    for name in ("polnear-dev", "worldwide-ner"):
        path = corpus(name)
        if path is not None:
            with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
                found = {json.loads(line)["text"] for line in lines}
            short = (text for text in found if len(text) in LENGTHS)
            texts += sorted(short, key=lambda text: hashlib.sha256(text.encode()).digest())[: ARTICLES // 2]
    return texts


def _own_texts() -> list[str]:
    """The repository's own articles, and copies of them with their paragraphs in another order."""
    paths = sorted([*(REPOSITORY / "examples").glob("*.txt"), *(REPOSITORY / "tests" / "articles").glob("*.txt")])
    articles = [path.read_bytes().decode() for path in paths]
    rng = random.Random(0)
    texts = list(articles)
    while len(texts) < ARTICLES:
        paragraphs = rng.choice(articles).split("\n\n")
        rng.shuffle(paragraphs)
        texts.append("\n\n".join(paragraphs))
    return texts[:ARTICLES]


@pytest.fixture(scope="module")
def documents() -> list[dict[str, str]]:
    """Fifty articles with their ids."""
    texts = _corpus_texts() or _own_texts()
    assert len(texts) == ARTICLES
    return [{"id": f"article-{at}", "text": text} for at, text in enumerate(texts)]


@pytest.fixture(scope="module")
def alone(documents: list[dict[str, str]]) -> dict[str, str]:
    """The records of each article, read one after the other in this process."""
    return _read(documents)


def _read(documents: list[dict[str, str]]) -> dict[str, str]:
    return {
        document["id"]: quotex.to_json(quotex.extract(document["text"], id=document["id"])) for document in documents
    }


def test_the_articles_hold_something_to_compare(alone: dict[str, str]) -> None:
    """The fifty records differ from each other and most hold attributions, so that equality means something."""
    assert len(set(alone.values())) == ARTICLES
    assert sum(bool(json.loads(record)["attributions"]) for record in alone.values()) > ARTICLES * 0.9


def test_another_order_changes_nothing(documents: list[dict[str, str]], alone: dict[str, str]) -> None:
    """What was read before an article leaves no trace in its records."""
    shuffled = list(documents)
    random.Random(1).shuffle(shuffled)
    assert _read(shuffled) == alone


def test_a_batch_through_spacy_changes_nothing(documents: list[dict[str, str]], alone: dict[str, str]) -> None:
    """The records of ``nlp.pipe`` over all fifty are those of each article alone."""
    nlp = spacy.blank("en")
    nlp.add_pipe("quotex")
    docs = [nlp.make_doc(document["text"]) for document in documents]
    for doc, document in zip(docs, documents, strict=True):
        doc._.quotex_metadata = {"id": document["id"]}
    records = [quotex.to_json(doc._.quotex) for doc in nlp.pipe(docs, batch_size=16)]
    assert records == [alone[document["id"]] for document in documents]


def test_threads_change_nothing(documents: list[dict[str, str]], alone: dict[str, str]) -> None:
    """Four threads at once give the records of one."""
    with ThreadPoolExecutor(4) as pool:
        parts = list(pool.map(_read, [documents[at::4] for at in range(4)]))
    assert {key: record for part in parts for key, record in part.items()} == alone


def test_a_second_process_changes_nothing(
    documents: list[dict[str, str]], alone: dict[str, str], tmp_path: Path
) -> None:
    """Another process, with another seed of the hashes of strings, gives the same bytes."""
    given = "".join(json.dumps(document) + "\n" for document in reversed(documents))
    command = [sys.executable, "-X", "utf8", "-c", _OTHER_PROCESS]
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    done = subprocess.run(
        command, input=given.encode(), stdout=subprocess.PIPE, cwd=tmp_path, env=environment, check=True
    )
    records = done.stdout.decode().splitlines()
    assert records == [alone[document["id"]] for document in reversed(documents)]

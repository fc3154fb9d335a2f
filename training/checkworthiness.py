"""Learn what is worth checking: the weights of ``quotex.claims``.

    python -m training.checkworthiness --corpora ../shared/corpora

Reads checkworthiness-train and the developing half of the labels of news (``benchmarks/worth_labels.json``), writes
``src/quotex/claims/worth.json`` (``--out`` for another place), and prints the weights of the factors. Needs the
``train`` extra.

Two steps. First a logistic regression over the written factors and all single words of the debates tells what each word
adds to the factors; words with little weight are dropped, and names never enter. Then the words become two factors
beside the written ones, and a second regression weighs all of them, on the debates together with the news, of which
each content counts as twenty sentences. For it, the word factors of a debate sentence come from words that were learned
on other sentences (five folds), else they would look better than they are.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from benchmarks.worth_news import labels, read_contents, sample
from quotex.claims.content import Content
from quotex.claims.factors import RULES, signals
from quotex.claims.learned import AGAINST, FOR, vocabulary, word_signals
from quotex.tokens import tokenised

_OUT = Path(__file__).parents[1] / "src" / "quotex" / "claims" / "worth.json"
_ABOUT = (
    "Provenance. Learned by training.checkworthiness from checkworthiness-train (CheckThat! 2024 task 1, sentences of "
    "US debates) and 150 contents of news that were judged for quotex. Words of the debates stand here one by one, in "
    "the order of the alphabet, each with what it says for checking (above 0) or against it; no sentence can be read "
    "from them."
)
_SEED = 1
_LEAST_SENTENCES = 10
"""Sentences in which a word must stand."""
_LEAST_WEIGHT = 0.6
_NEWS = 20.0
"""How many sentences of debates a content of news counts for."""
_PRIOR_OF_WORDS, _PRIOR_OF_FACTORS = 3.0, 1.0

Table = NDArray[np.float64]


def read_sentences(path: Path) -> tuple[list[Content], Table]:
    """The sentences of a file of check-worthiness, and 1 where one is worth checking."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    docs = [tokenised(record["text"]) for record in records]
    contents = [Content.of(doc, [(0, len(doc))]) for doc in docs]
    return contents, np.array([float(record["label"]) for record in records])


def usable_words(contents: Sequence[Content]) -> list[str]:
    """The words frequent enough to learn, in alphabetical order, without names: words that have a capital in half or
    more of the places inside sentences. "I" is no name.
    """
    count, inside, capital = Counter[str](), Counter[str](), Counter[str]()
    for content in contents:
        for word, at in vocabulary(content).items():
            count[word] += 1
            if at and content.words[at - 1].isalpha():
                inside[word] += 1
                capital[word] += content.text(at)[0].isupper()
    return sorted(
        word
        for word, sentences in count.items()
        if sentences >= _LEAST_SENTENCES and (word == "i" or 2 * capital[word] < max(1, inside[word]))
    )


def word_table(contents: Sequence[Content], words: Sequence[str]) -> sparse.csr_matrix:
    """A row a content: 1 over the root of its number of words for each that it has, as ``word_signals`` counts them."""
    place = {word: at for at, word in enumerate(words)}
    rows, columns, values = [], [], []
    for row, content in enumerate(contents):
        found = vocabulary(content)
        columns += (here := [place[word] for word in found if word in place])
        rows += [row] * len(here)
        values += [max(1, len(found)) ** -0.5] * len(here)
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(contents), len(words)))


def factor_table(contents: Sequence[Content]) -> Table:
    """A row a content, a column a written factor."""
    return np.array([[signal.value for signal in signals(content).values()] for content in contents])


def word_weights(words: sparse.csr_matrix, factors: Table, gold: Table) -> Table:
    """What each word adds to the factors, in log-odds."""
    both = sparse.hstack([words, sparse.csr_matrix(factors)]).tocsr()
    model = LogisticRegression(C=_PRIOR_OF_WORDS, max_iter=5000).fit(both, gold)
    return model.coef_[0][: words.shape[1]]


def learned_words(contents: Sequence[Content], factors: Table, gold: Table) -> dict[str, float]:
    """The words that weigh enough, with their weights."""
    words = usable_words(contents)
    table = word_table(contents, words)
    kept = np.flatnonzero(np.abs(word_weights(table, factors, gold)) >= _LEAST_WEIGHT)
    found = word_weights(table[:, kept], factors, gold)
    return {words[at]: round(float(weight), 2) for at, weight in zip(kept, found, strict=True) if round(weight, 2)}


def unseen_word_factors(contents: Sequence[Content], words: Sequence[str], factors: Table, gold: Table) -> Table:
    """The two word factors of each content, from weights that were learned without it."""
    table = word_table(contents, words)
    out = np.zeros((len(contents), 2))
    for seen, held in KFold(5, shuffle=True, random_state=_SEED).split(factors):
        found = word_weights(table[seen], factors[seen], gold[seen])
        out[held] = np.column_stack([table[held] @ np.maximum(found, 0), table[held] @ np.minimum(found, 0)])
    return out


def word_factors(contents: Sequence[Content], words: Mapping[str, float]) -> Table:
    """The two word factors of each content, from the weights given."""
    return np.array([[signal.value for signal in word_signals(content, words).values()] for content in contents])


def main() -> None:
    """Read, learn, write and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=_OUT)
    arguments = parser.parse_args()
    debates, gold = read_sentences(arguments.corpora / "checkworthiness-train.jsonl.gz")
    judged = labels()
    drawn = [content for content in sample(arguments.corpora) if content.half == "develop"]
    news, news_gold = read_contents(drawn), np.array([float(judged[content.key]) for content in drawn])

    factors = factor_table(debates)
    words = learned_words(debates, factors, gold)
    rows = np.vstack(
        [
            np.column_stack([factors, unseen_word_factors(debates, list(words), factors, gold)]),
            np.column_stack([factor_table(news), word_factors(news, words)]),
        ]
    )
    counts = np.concatenate([np.ones(len(debates)), np.full(len(news), _NEWS)])
    model = LogisticRegression(C=_PRIOR_OF_FACTORS, max_iter=5000)
    model.fit(rows, np.concatenate([gold, news_gold]), sample_weight=counts)
    weights = {
        name: round(float(each), 2) + 0.0 for name, each in zip([*RULES, FOR, AGAINST], model.coef_[0], strict=True)
    }
    found = {"about": _ABOUT, "bias": round(float(model.intercept_[0]), 2), "factors": weights, "words": words}
    arguments.out.write_text(json.dumps(found, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(weights)} factors, {len(words)} words, bias {found['bias']}")
    for name, weight in weights.items():
        print(f"{weight:6.2f}  {name}")


if __name__ == "__main__":
    main()

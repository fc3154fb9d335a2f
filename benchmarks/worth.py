"""How well contents are ranked by whether they are worth checking, beside a plain baseline.

    python -m benchmarks.worth --corpora ../shared/corpora              average precision on debates and news
    python -m benchmarks.worth --corpora ../shared/corpora --factors    the same, with the weight of each factor
    python -m benchmarks.worth --corpora ../shared/corpora --errors     the same, with half of the news by score

Average precision is the mean, over the contents worth checking, of the share of such contents down to that place of the
ranking; contents with one score share one place. The baseline, single words and pairs of words in a logistic
regression, is fitted in the same run on the debates that quotex learned from, and needs the ``train`` extra. The halves
of news are those of ``benchmarks.worth_news``: one was developed on, the other is for reports alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

from attrs import frozen

from benchmarks.worth_news import HALVES, labels, read_contents, sample
from quotex.claims import Content, worth
from quotex.claims.learned import weights
from quotex.tokens import tokenised

LEAST = {"checkworthiness-dev": 0.945, "news develop": 0.80, "news report": 0.81}
"""The average precision that quotex must reach."""

Scorer = Callable[[Sequence[str]], Sequence[float]]


@frozen
class Ranking:
    """Contents to rank: their words, what quotex says of them, and whether they are worth checking."""

    name: str
    texts: Sequence[str]
    scores: Sequence[float]
    gold: Sequence[bool]

    @property
    def ours(self) -> float:
        """The average precision of quotex."""
        return average_precision(self.gold, self.scores)


def average_precision(gold: Sequence[bool], scores: Sequence[float]) -> float:
    """The area under the curve of precision over recall, by steps; equal scores make one step. 0 where none is gold."""
    ranked = sorted(zip(scores, gold, strict=True), key=lambda each: -each[0])
    total, seen, right = 0.0, 0, 0
    for _, group in groupby(ranked, key=lambda each: each[0]):
        found = [is_gold for _, is_gold in group]
        seen += len(found)
        right += sum(found)
        total += sum(found) * right / seen
    return total / right if right else 0.0


def rankings(corpora: Path) -> list[Ranking]:
    """The debates of checkworthiness-dev and both halves of the news."""
    texts, gold = read_debates(corpora / "checkworthiness-dev.jsonl.gz")
    docs = [tokenised(text) for text in texts]
    scores = [worth(Content.of(doc, [(0, len(doc))])).log_odds for doc in docs]
    found = [Ranking("checkworthiness-dev", texts, scores, gold)]
    judged, drawn = labels(), sample(corpora)
    for half in HALVES:
        part = [content for content in drawn if content.half == half]
        scores = [worth(content).log_odds for content in read_contents(part)]
        gold = [judged[content.key] for content in part]
        found.append(Ranking(f"news {half}", [content.words for content in part], scores, gold))
    return found


def read_debates(path: Path) -> tuple[list[str], list[bool]]:
    """The sentences of a file of check-worthiness and their labels."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [record["text"] for record in records], [record["label"] for record in records]


def baseline(corpora: Path) -> Scorer:
    """A logistic regression over the words and pairs of words of checkworthiness-train."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    texts, gold = read_debates(corpora / "checkworthiness-train.jsonl.gz")
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    model = LogisticRegression(C=4, max_iter=1000).fit(words.fit_transform(texts), gold)

    def score(texts: Sequence[str]) -> Sequence[float]:
        found: list[float] = model.decision_function(words.transform(texts)).tolist()
        return found

    return score


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 0 where each is at least what ``LEAST`` says, else 1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--factors", action="store_true", help="the weight of each factor")
    parser.add_argument("--errors", action="store_true", help="the developing half of news from the highest score down")
    parser.add_argument("--half", choices=HALVES, help="only this half of the news")
    options = parser.parse_args(arguments)
    score = baseline(options.corpora)
    skipped = {f"news {half}" for half in HALVES if options.half not in {None, half}}
    found = [ranking for ranking in rankings(options.corpora) if ranking.name not in skipped]
    for ranking in found:
        theirs = average_precision(ranking.gold, score(ranking.texts))
        print(
            f"{ranking.name:<20} {sum(ranking.gold):4} of {len(ranking.gold):5}   baseline {theirs:.3f}   "
            f"quotex {ranking.ours:.3f}   {ranking.ours - theirs:+.3f}"
        )
    if options.factors:
        learned = weights()
        print(f"{learned.bias:6.2f}  bias", *(f"{w:6.2f}  {name}" for name, w in learned.factors.items()), sep="\n")
    if options.errors:
        for ranking in (ranking for ranking in found if ranking.name == "news develop"):
            rows = sorted(zip(ranking.scores, ranking.gold, ranking.texts, strict=True), reverse=True)
            print(
                *(f"{log_odds:6.2f} {'*' if gold else ' '} {' '.join(text.split())}" for log_odds, gold, text in rows),
                sep="\n",
            )
    return 0 if all(ranking.ours >= LEAST[ranking.name] for ranking in found) else 1


if __name__ == "__main__":
    sys.exit(main())

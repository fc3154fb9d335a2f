"""How well known checks are found for tweets, and how fast.

    python -m benchmarks.matching             MAP@5 of BM25 and of quotex on the train and the dev split, and the speed
    python -m benchmarks.matching --split train --errors      with the tweets whose first match is not the marked one

The tweets and the claims are those of CheckThat! 2020, task 2. A tweet's marked claims are to come first among all
10,375; MAP@5 is the mean over tweets of the average precision of the first five. Figures on the train split flatter, as
the weights were learned on it: ``training/checks.py`` cross-validates.

BM25 is that of quotex (k1 1.2, b 0.75, each word of the query once) over claim and title together, its words what
``[^\\W_]+`` finds in lower case, with nothing left out, stemmed or split. "BM25 of terms" is the same over the terms by
which quotex searches: stems, synonyms, parts of tags, and the author's names, without addresses and function words.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from benchmarks.shared import ABSENT, shared_folder
from quotex.checks import Index, KnownCheck, Matches, match
from quotex.checks.postings import Lists, Scorer
from quotex.checks.reading import read_claim
from quotex.checks.searching import best

MOST = 5
_KNOWN = 10_000
_WORD = re.compile(r"[^\W_]+")


@frozen
class Tweet:
    """A tweet and the ids of its marked claims."""

    id: str
    text: str
    claims: frozenset[str]


@frozen
class Figures:
    """Figures for the quality gate, in percent."""

    values: Mapping[str, float]

    def value(self, group: str, measure: str) -> float:
        """One of them: "quotex map@5", or "quotex above_bm25", the points by which it is better than plain BM25."""
        return self.values[f"{group} {measure}"]


@frozen
class Found:
    """A measure: the mean average precision, and for each tweet what was found first."""

    precision: float
    first: tuple[str | None, ...]


def read(folder: Path, split: str) -> tuple[list[KnownCheck], list[Tweet]]:
    """All known claims, and the tweets of a split."""
    known = [
        KnownCheck(claim=each["text"], id=each["id"], title=each["title"]) for each in _lines(folder, "verified-claims")
    ]
    found = (each for each in _lines(folder, "claim-matching-dev") if each["split"] == split)
    return known, [Tweet(each["id"], each["text"], frozenset(each["claim_ids"])) for each in found]


def figures(folder: Path) -> Figures:
    """What is reached on the dev split."""
    known, tweets = read(folder, "dev")
    whole, plain = (measured(tweets, find).precision for find in (quotex(Index.build(known)), bm25(known)))
    return Figures({"quotex map@5": round(100 * whole, 1), "quotex above_bm25": round(100 * (whole - plain), 1)})


def average_precision(hits: Iterable[bool], wanted: int) -> float:
    """Of the first ``MOST`` places, of which ``hits`` says whether each is right; ``wanted`` may be right in all."""
    right, total = 0, 0.0
    for place, hit in enumerate(hits, 1):
        if hit and place <= MOST:
            right += 1
            total += right / place
    return total / min(wanted, MOST)


def measured(tweets: Sequence[Tweet], find: Callable[[str], Sequence[str | None]]) -> Found:
    """What ``find`` reaches, which gives the ids of the first ``MOST`` checks of a text."""
    lists = [find(tweet.text) for tweet in tweets]
    values = [
        average_precision([each in tweet.claims for each in ids], len(tweet.claims))
        for tweet, ids in zip(tweets, lists, strict=True)
    ]
    return Found(sum(values) / len(values), tuple(next(iter(ids), None) for ids in lists))


def bm25(known: Sequence[KnownCheck]) -> Callable[[str], Sequence[str | None]]:
    """The plain search."""
    terms: dict[str, int] = {}
    lists = [
        [terms.setdefault(each, len(terms)) for each in _plain(f"{check.claim} {check.title or ''}")] for check in known
    ]
    scorer = Scorer.of(Lists.of(lists), len(terms))

    def find(text: str) -> Sequence[str | None]:
        query = dict.fromkeys(terms[each] for each in _plain(text) if each in terms)
        return [known[at].id for at in best(scorer.scores(query), MOST)]

    return find


def bm25_of_terms(index: Index) -> Callable[[str], Sequence[str | None]]:
    """The plain search over the terms of an index."""

    def find(text: str) -> Sequence[str | None]:
        reading = read_claim(text)
        wanted = dict.fromkeys((*reading.searched, *reading.author))
        query = [index.searcher.terms[each] for each in wanted if each in index.searcher.terms]
        return [index.checks[at].id for at in best(index.searcher.text.scores(query), MOST)]

    return find


def quotex(index: Index) -> Callable[[str], Sequence[str | None]]:
    """The whole search."""
    return lambda text: [each.check.id for each in _only(match([text], index, top=MOST)).matches]


def _only(found: Iterable[Matches]) -> Matches:
    (each,) = found
    return each


def _plain(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _lines(folder: Path, name: str) -> list[dict[str, str]]:
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 2 where the corpora are not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching", description="Known checks found for tweets.")
    parser.add_argument("--corpora", type=Path, help="the folder of the corpora (default: ../shared/corpora)")
    parser.add_argument("--split", choices=("train", "dev"), help="only this split")
    parser.add_argument("--errors", action="store_true", help="list the tweets whose first match is not marked")
    options = parser.parse_args(arguments)
    shared = shared_folder()
    folder = options.corpora or (shared / "corpora" if shared else None)
    if folder is None or not folder.is_dir():
        print(ABSENT, file=sys.stderr)
        return 2
    for split in (options.split,) if options.split else ("train", "dev"):
        _report(folder, split, options.errors)
    _time(folder)
    return 0


def _report(folder: Path, split: str, errors: bool) -> None:
    known, tweets = read(folder, split)
    index = Index.build(known)
    plain, terms = measured(tweets, bm25(known)), measured(tweets, bm25_of_terms(index))
    whole = measured(tweets, quotex(index))
    told = f"BM25 {plain.precision:.4f}, BM25 of terms {terms.precision:.4f}, quotex {whole.precision:.4f}"
    print(f"{split:<6} {len(tweets)} tweets  MAP@5: {told}")
    texts = {check.id: f"{check.claim} ## {check.title}" for check in known}
    for tweet, first in zip(tweets, whole.first, strict=True) if errors else ():
        if first not in tweet.claims:
            print(
                f"{tweet.id}: {' '.join(tweet.text.split())}",
                *(f"  marked  {texts[each]}" for each in sorted(tweet.claims)),
                sep="\n",
            )
            print(f"  first   {texts.get(first)}")


def _time(folder: Path) -> None:
    known, tweets = read(folder, "train")
    start = time.process_time()
    index = Index.build(known[:_KNOWN])
    built = time.process_time() - start
    list(match([tweets[0].text], index))  # makes the index ready
    start = time.process_time()  # of one thread: what else the machine does is not counted
    count = sum(1 for _ in match((tweet.text for tweet in tweets), index))
    seconds = time.process_time() - start
    rate = count / seconds
    print(f"{len(index):,} known claims indexed in {built:.1f} s; {rate:,.0f} queries a second of processor time")


if __name__ == "__main__":
    sys.exit(main())

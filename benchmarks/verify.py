"""How the time of a verification grows with the source.

    python -m benchmarks.verify                    transcripts of 25, 50 and 100 thousand words
    python -m benchmarks.verify --words 400000     another length

The transcripts are invented sentences of the tests with other numbers in each. Of each kind of planted edit there is a
quote, all of a sentence in the middle. Times are medians; a ratio of 2 from one length to twice it is a straight line.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from quotex.verification import prepare, verify
from tests.planted_edits import EDITS, SENTENCES

_LENGTHS = (25_000, 50_000, 100_000)
_REPEATS = 5


def transcript(words: int, seed: int = 3) -> str:
    """A text of so many words or a few more."""
    rng = random.Random(seed)
    out: list[str] = []
    size = 0
    while size < words:
        sentence = rng.choice(SENTENCES).format(
            n=rng.randrange(2, 90_000), p=rng.randrange(2, 99), y=rng.randrange(1900, 2024)
        )
        out.append(sentence)
        size += len(sentence.split())
    return " ".join(out)


def measured(words: int) -> tuple[float, float]:
    """Seconds of making a transcript of so many words ready, and of one quote after that."""
    source = transcript(words)
    rng = random.Random(5)
    middle = source.index(". ", len(source) // 2) + 2
    sentence = source[middle : source.index(". ", middle) + 1]
    quotes = [quote for edit in EDITS.values() if (quote := edit(rng, sentence)) is not None]
    readying, looking = [], []
    for _ in range(_REPEATS):
        start = time.perf_counter()
        ready = prepare(source)
        between = time.perf_counter()
        for quote in quotes:
            verify(quote, ready)
        end = time.perf_counter()
        readying.append(between - start)
        looking.append((end - between) / len(quotes))
    return median(readying), median(looking)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.verify", description="The time of verifying quotes.")
    parser.add_argument("--words", type=int, nargs="+", default=_LENGTHS, help="lengths of transcripts")
    lengths = sorted(parser.parse_args(arguments).words)
    rows = [(length, *measured(length)) for length in lengths]
    print("    words   ready, s   a quote, ms   both, s")
    for length, ready, quote in rows:
        print(f"{length:9,} {ready:10.3f} {1000 * quote:13.1f} {ready + quote:9.3f}")
    for (few, *before), (many, *after) in pairwise(rows):
        print(f"{few:,} to {many:,} words, {many / few:.1f} times: {sum(after) / sum(before):.2f} times the time")
    return 0


if __name__ == "__main__":
    sys.exit(main())

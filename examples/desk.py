"""What a fact-check desk should look at first in today's articles, and what it has checked before.

    python examples/desk.py CHECKS.jsonl DATE FILE…

``CHECKS.jsonl`` holds known checks, one JSON object a line with "claim" and, where there is one, a "rating".
The commands do the same: ``quotex claims FILE… --date DATE -o claims.jsonl`` and ``quotex match claims.jsonl
--known CHECKS.jsonl``.
"""

from __future__ import annotations

import heapq
import sys
from pathlib import Path

import quotex

TOP = 10
TOLD = {"same": "checked before", "contradicts": "the opposite was checked"}


def main(checks: Path, date: str, *paths: Path) -> None:
    """Print the ten claims that are most worth checking, each with who says so, when, why, and known checks of it."""
    articles = (quotex.extract(path.read_bytes().decode("utf-8"), id=path.name, date=date) for path in paths)
    asserted = (
        (article, claim)
        for article in articles
        for claim in article.claims
        if claim.attribution and claim.attribution.is_quote and claim.attribution.status == quotex.Status.ASSERTED
    )
    worthiest = heapq.nlargest(TOP, asserted, key=lambda pair: pair[1].worth.score)
    matches = quotex.match([claim.stand_alone.text for _, claim in worthiest], checks, top=1)
    for (article, claim), found in zip(worthiest, matches, strict=True):
        who = ", ".join(speaker.name.text for speaker in claim.speakers) or "nobody named"
        when = claim.date.iso if claim.date else "no date"
        print(f"{claim.worth.score:.2f}  {claim.stand_alone.text}")
        print(f"      {who}, {when}, in {article.metadata.id}; {', '.join(typed.type for typed in claim.types)}")
        print(f"      because of {', '.join(factor.name for factor in claim.worth.factors[:3] if factor.share > 0)}")
        for match in found.matches:
            if match.relation in TOLD:
                print(f"      {TOLD[match.relation]}: {match.check.claim} ({match.check.rating})")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2], *map(Path, sys.argv[3:]))

"""How well people are joined across documents, and how the time grows.

    python -m benchmarks.people --corpora ../shared/corpora     precision and recall on the identities of GUM
    python -m benchmarks.people --errors                        the same, with the pairs that went wrong
    python -m benchmarks.people --generated                     seconds for up to 100,000 made-up sightings and quotes

What is measured. GUM links many of its mentions to articles of Wikipedia. A *sighting* here is a chain of coreference
of one document that is linked and holds a proper name in the singular; its names, the words before them, its
appositions and its pronouns are what ``quotex.people.join`` is given, nothing else. A pair of sightings is *the same*
where both are linked to one article. Precision is the share of the joined pairs that are the same, recall the share of
the same pairs that are joined. Since the documents of GUM share few people, each is measured in four ways:

- ``chains``: one sighting a chain, so that pairs are pairs of chains of two documents;
- ``documents``: chains of one document that are linked to one article made one sighting, as a resolver would have it;
- ``names``: each different name of a chain is a sighting of its own, in a document of its own, with the titles that
  stand by that very name, so that pairs ask for "Dr. Mia Roe" and "Roe" to be found one;
- ``full names``: those of them that have a given name or initial.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from attrs import field, frozen

from benchmarks import made_up
from benchmarks.gum_people import Named, chains, merged, names, read
from benchmarks.shared import ABSENT, shared_folder
from quotex.people import join
from quotex.people.names import personal_name
from quotex.variants import cluster

_SPLITS = {"dev": ("gum-dev",), "train": ("gum-train",), "train + dev": ("gum-train", "gum-dev")}


@frozen
class Pairs:
    """Counts of pairs, and the pairs that went wrong."""

    sightings: int
    identities: int
    same: int
    joined: int
    right: int
    namesakes: int
    """Pairs that are not the same although one of the names has all words of the other."""
    wrong: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    missed: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        shares = (f"{100 * self.right / count:5.1f}" if count else "    –" for count in (self.joined, self.same))
        precision, recall = shares
        return (
            f"precision {precision} ({self.right} of {self.joined})  "
            f"recall {recall} ({self.right} of {self.same})  {self.sightings} sightings of {self.identities}, "
            f"{self.namesakes} pairs of namesakes"
        )


def measured(named: Sequence[Named]) -> Pairs:
    """What ``join`` makes of the sightings."""
    identity = {(each.sighting.document, each.sighting.speaker): each.identity for each in named}
    same, namesakes, right = 0, 0, 0
    wrong: list[tuple[str, str]] = []
    missed: list[tuple[str, str]] = []
    person_of = {
        (each.document, each.speaker): person.id
        for person in join(one.sighting for one in named)
        for each in person.sightings
    }
    for a, b in combinations(named, 2):
        if a.sighting.document == b.sighting.document:
            continue
        first, second = ((one.sighting.document, one.sighting.speaker) for one in (a, b))
        is_same, is_joined = identity[first] == identity[second], person_of[first] == person_of[second]
        same += is_same
        right += is_same and is_joined
        words = sorted((set(personal_name(one.sighting.name).words) for one in (a, b)), key=len)
        namesakes += not is_same and bool(words[0]) and words[0] <= words[1]
        if is_same != is_joined:
            (missed if is_same else wrong).append((_shown(a), _shown(b)))
    identities = len(set(identity.values()))
    return Pairs(len(named), identities, same, right + len(wrong), right, namesakes, tuple(wrong), tuple(missed))


def _shown(named: Named) -> str:
    titles = "; ".join(title.text for title in named.sighting.titles)
    return f"{named.sighting.name} [{titles}] ({named.identity}, {named.sighting.document})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 2 where the corpora are not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.people", description="People joined across documents.")
    parser.add_argument("--corpora", type=Path, help="the folder of the corpora (default: ../shared/corpora)")
    parser.add_argument("--errors", action="store_true", help="list the pairs that went wrong")
    parser.add_argument(
        "--generated", type=int, nargs="*", metavar="N", help="seconds for so many (default: 25, 50, 100 thousand)"
    )
    options = parser.parse_args(arguments)
    if options.generated is not None:
        for number in options.generated or (25_000, 50_000, 100_000):
            _time(number)
        return 0
    shared = shared_folder()
    folder = options.corpora or (shared / "corpora" if shared else None)
    if folder is None or not folder.is_dir():
        print(ABSENT, file=sys.stderr)
        return 2
    for kinds in (("person",), ("organization",), ("person", "organization")):
        for split, files in _SPLITS.items():
            _compare(folder, kinds, split, files, options.errors)
    return 0


def _compare(folder: Path, kinds: Sequence[str], split: str, files: Sequence[str], errors: bool) -> None:
    documents = read(folder, files)
    whole = [chain.whole for document in documents for chain in chains(document, kinds)]
    each = [named for document in documents for named in names(document, kinds)]
    ways = {"chains": whole, "documents": merged(whole), "names": each}
    if kinds == ("person",):
        ways["full names"] = [named for named in each if personal_name(named.sighting.name).is_full]
    for way, found in ways.items():
        pairs = measured(found)
        print(f"{' + '.join(kinds):<22} {split:<12} {way:<10} {pairs}")
        for label, those in (("wrong", pairs.wrong), ("missed", pairs.missed)) if errors else ():
            for a, b in those:
                print(f"    {label}: {a} | {b}")


def _time(number: int) -> None:
    sightings, quotations = list(made_up.sightings(number)), list(made_up.quotations(number))
    start = time.perf_counter()
    people = len(join(sightings))
    between = time.perf_counter()
    clusters = len(cluster(quotations))
    end = time.perf_counter()
    print(
        f"{number:>9,} sightings to {people:,} people in {between - start:.1f} s; "
        f"as many quotations, {clusters:,} clusters in {end - between:.1f} s"
    )


if __name__ == "__main__":
    sys.exit(main())

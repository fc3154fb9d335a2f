"""How well people are joined across documents, and how the time grows.

    python -m benchmarks.people --corpora ../shared/corpora     precision and recall on the identities of GUM
    python -m benchmarks.people --errors                        the same, with the pairs that went wrong
    python -m benchmarks.people --generated                     seconds and memory for up to 100,000 made-up sightings and quotes

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
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from benchmarks.shared import ABSENT, shared_folder
from quotex.lexicon.gender import Gender
from quotex.matching import name_words
from quotex.people import GivenTitle, Sighting, join
from quotex.people.names import PersonalName, is_office, personal_name
from quotex.records import SpeakerType

_TYPES = {"person": SpeakerType.PERSON, "organization": SpeakerType.ORGANISATION}
_PRONOUNS = {"he": Gender.MALE, "his": Gender.MALE, "him": Gender.MALE, "she": Gender.FEMALE, "her": Gender.FEMALE}
_SPLITS = {"dev": ("gum-dev",), "train": ("gum-train",), "train + dev": ("gum-train", "gum-dev")}


@frozen
class Named:
    """A sighting with the article of Wikipedia that it is linked to."""

    sighting: Sighting
    identity: str


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
        precision, recall = (100 * self.right / count if count else 100.0 for count in (self.joined, self.same))
        return (
            f"precision {precision:5.1f} ({self.right} of {self.joined})  recall {recall:5.1f} ({self.right} of {self.same})  "
            f"{self.sightings} sightings of {self.identities}, {self.namesakes} pairs of namesakes"
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
        namesakes += not is_same and words[0] <= words[1]
        if is_same != is_joined:
            (missed if is_same else wrong).append((_shown(a), _shown(b)))
    identities = len(set(identity.values()))
    return Pairs(len(named), identities, same, right + len(wrong), right, namesakes, tuple(wrong), tuple(missed))


def _shown(named: Named) -> str:
    titles = "; ".join(title.text for title in named.sighting.titles)
    return f"{named.sighting.name} [{titles}] ({named.identity}, {named.sighting.document})"


def chains(
    document: Mapping[str, Any], kinds: Iterable[str]
) -> Iterator[tuple[Named, list[tuple[str, GivenTitle | None]]]]:
    """The sightings of a document, each with its names one by one and the title that stands before each."""
    text = document["text"]
    starts = {start: at for at, (start, _) in enumerate(document["tokens"])}
    ends = {end: at for at, (_, end) in enumerate(document["tokens"])}
    mentions: dict[int, list[int]] = defaultdict(list)
    for at, entity in enumerate(document["entities"]):
        mentions[entity["cluster"]].append(at)
    appositions: dict[int, list[str]] = defaultdict(list)
    for pair in document["appositive_pairs"]:
        for at in pair:
            entity = document["entities"][at]
            appositions[entity["cluster"]].append(text[entity["start"] : entity["end"]])
    for cluster, those in mentions.items():
        entities = [document["entities"][at] for at in those]
        kind = Counter(entity["type"] for entity in entities).most_common(1)[0][0]
        identities = sorted({entity["identity"] for entity in entities if entity["identity"]})
        if kind not in kinds or not identities:
            continue
        names: list[tuple[str, GivenTitle | None]] = []
        genders = set()
        for entity in entities:
            first, last = starts[entity["start"]], ends[entity["end"]]
            genders.add(_PRONOUNS.get(text[entity["start"] : entity["end"]].casefold()))
            if (run := _name(document, first, last, kind != "person")) is not None:
                run = _behind_offices(document, *run) if kind == "person" else run
                a, b = document["tokens"][run[0]][0], document["tokens"][run[1]][1]
                before = text[entity["start"] : a].strip()
                if kind != "person" or not is_office(personal_name(text[a:b])):
                    names.append((text[a:b], GivenTitle(before) if before and before.casefold() != "the" else None))
        if not names:
            continue
        named = {name for name, _ in names}
        titles = [title for _, title in names if title] + [
            GivenTitle(words) for words in appositions[cluster] if not any(name in words for name in named)
        ]
        genders.discard(None)
        fullest = max(names, key=lambda each: (len(each[0].split()), len(each[0])))[0]
        yield (
            Named(
                Sighting(
                    document=document["id"],
                    name=fullest,
                    type=_TYPES.get(kind, SpeakerType.ORGANISATION),
                    speaker=str(cluster),
                    aliases=tuple(sorted(named - {fullest})),
                    titles=tuple(dict.fromkeys(titles)),
                    date=document["date"],
                    gender=genders.pop() if len(genders) == 1 else None,
                ),
                identities[0],
            ),
            names,
        )


def _belongs(document: Mapping[str, Any], token: int, whole: bool) -> bool:
    """Whether a token is part of a name: a proper noun or, in names of bodies, any word with a capital, or "of"."""
    start, end = document["tokens"][token]
    word = document["text"][start:end]
    return document["upos"][token] == "PROPN" or (
        whole and (word[0].isupper() or word == "of") and word.casefold() != "the"
    )


def _name(document: Mapping[str, Any], first: int, last: int, whole: bool) -> tuple[int, int] | None:
    """The first and last token of the proper name that a mention is of; ``None`` where its head is none, or plural."""
    heads = [
        at for at in range(first, last + 1) if not first <= document["heads"][at] <= last or document["heads"][at] == at
    ]
    if not heads or document["upos"][heads[0]] != "PROPN" or document["xpos"][heads[0]] == "NNPS":
        return None
    start = end = heads[0]
    while start > first and _belongs(document, start - 1, whole):
        start -= 1
    while end < last and _belongs(document, end + 1, whole):
        end += 1
    while end > heads[0] and document["upos"][end] == "ADP":
        end -= 1
    return start, end


def merged(named: Iterable[Named]) -> list[Named]:
    """The sightings, those of one document and article made one: the fullest name, and all titles."""
    found: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for each in named:
        found[each.sighting.document, each.identity].append(each.sighting)
    out = []
    for (_, identity), those in found.items():
        main = max(those, key=lambda each: (len(each.name.split()), len(each.name)))
        aliases = {text for each in those for text in (each.name, *each.aliases)} - {main.name}
        titles = dict.fromkeys(title for each in those for title in each.titles)
        out.append(Named(evolve(main, aliases=tuple(sorted(aliases)), titles=tuple(titles)), identity))
    return out


def _behind_offices(document: Mapping[str, Any], start: int, end: int) -> tuple[int, int]:
    """A name without the offices at its start ("U.S. President"), which in GUM are part of it."""
    spelled = [document["text"][first:last] for first, last in document["tokens"][start:end]]
    offices = [at for at, word in enumerate(spelled, start) if is_office(PersonalName(name_words(word)))]
    return (offices[-1] + 1 if offices else start), end


def names(document: Mapping[str, Any], kinds: Iterable[str]) -> Iterator[Named]:
    """A sighting for each different name of each chain, in a document of its own."""
    for whole, those in chains(document, kinds):
        titles: dict[tuple[str, ...], list[GivenTitle]] = defaultdict(list)
        spelled: dict[tuple[str, ...], str] = {}
        for name, title in those:
            words = personal_name(name).words
            spelled.setdefault(words, name)
            titles[words] += [title] if title else []
        for number, (words, name) in enumerate(spelled.items()):
            if words:
                made = evolve(
                    whole.sighting,
                    document=f"{whole.sighting.document}/{whole.sighting.speaker}/{number}",
                    name=name,
                    aliases=(),
                    titles=tuple(dict.fromkeys(titles[words])),
                )
                yield Named(made, whole.identity)


def read(folder: Path, files: Iterable[str]) -> list[dict[str, Any]]:
    """The documents of corpora."""
    out: list[dict[str, Any]] = []
    for name in files:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            out += map(json.loads, lines)
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 2 where the corpora are not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.people", description="People joined across documents.")
    parser.add_argument("--corpora", type=Path, help="the folder of the corpora (default: ../shared/corpora)")
    parser.add_argument("--errors", action="store_true", help="list the pairs that went wrong")
    options = parser.parse_args(arguments)
    shared = shared_folder()
    folder = options.corpora or (shared / "corpora" if shared else None)
    if folder is None or not folder.is_dir():
        print(ABSENT, file=sys.stderr)
        return 2
    for kinds in (("person",), ("organization",), ("person", "organization")):
        for split, files in _SPLITS.items():
            documents = read(folder, files)
            whole = [named for document in documents for named, _ in chains(document, kinds)]
            ways = {
                "chains": whole,
                "documents": merged(whole),
                "full names": [],
                "names": [named for document in documents for named in names(document, kinds)],
            }
            ways["full names"] = [each for each in ways["names"] if personal_name(each.sighting.name).is_full]
            for way, named in ways.items():
                pairs = measured(named)
                print(f"{' + '.join(kinds):<22} {split:<12} {way:<10} {pairs}")
                if options.errors:
                    for label, those in (("wrong", pairs.wrong), ("missed", pairs.missed)):
                        print(*(f"    {label}: {a} | {b}" for a, b in those), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

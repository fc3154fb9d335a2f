"""The people and bodies of GUM that are linked to articles of Wikipedia, as sightings."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from quotex.lexicon.gender import Gender
from quotex.matching import name_words
from quotex.people import GivenTitle, Sighting
from quotex.people.names import PersonalName, is_office, personal_name
from quotex.records import SpeakerType

_TYPES = {"person": SpeakerType.PERSON, "organization": SpeakerType.ORGANISATION}
_PRONOUNS = {"he": Gender.MALE, "his": Gender.MALE, "him": Gender.MALE, "she": Gender.FEMALE, "her": Gender.FEMALE}


@frozen
class Named:
    """A sighting with the article of Wikipedia that it is linked to."""

    sighting: Sighting
    identity: str


@frozen
class Chain:
    """A chain of coreference that is linked and holds a proper name."""

    whole: Named
    names: tuple[tuple[str, GivenTitle | None], ...]
    """Its names in order, each with the words before it in its mention, "the" aside."""


def chains(document: Mapping[str, Any], kinds: Iterable[str]) -> Iterator[Chain]:
    """The chains of a document whose mentions are mostly of one of the ``kinds`` of GUM."""
    mentions: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for entity in document["entities"]:
        mentions[entity["cluster"]].append(entity)
    appositions = _appositions(document)
    for cluster, entities in mentions.items():
        kind = Counter(entity["type"] for entity in entities).most_common(1)[0][0]
        identities = sorted({entity["identity"] for entity in entities if entity["identity"]})
        found = _names(document, entities, kind) if kind in kinds and identities else []
        if not found:
            continue
        named = {name for name, _ in found}
        titles = [title for _, title in found if title]
        titles += [GivenTitle(words) for words in appositions[cluster] if not any(name in words for name in named)]
        fullest = max(found, key=lambda each: (len(each[0].split()), len(each[0])))[0]
        sighting = Sighting(
            document=document["id"],
            name=fullest,
            type=_TYPES[kind],
            speaker=str(cluster),
            aliases=tuple(sorted(named - {fullest})),
            titles=tuple(dict.fromkeys(titles)),
            date=document["date"],
            gender=_gender(document, entities),
        )
        yield Chain(Named(sighting, identities[0]), tuple(found))


def _appositions(document: Mapping[str, Any]) -> Mapping[int, list[str]]:
    """The words of both sides of each apposition, by chain."""
    out: dict[int, list[str]] = defaultdict(list)
    for entity in (document["entities"][at] for pair in document["appositive_pairs"] for at in pair):
        out[entity["cluster"]].append(_text(document, entity))
    return out


def _text(document: Mapping[str, Any], entity: Mapping[str, Any]) -> str:
    text: str = document["text"][entity["start"] : entity["end"]]
    return text


def _gender(document: Mapping[str, Any], entities: Iterable[Mapping[str, Any]]) -> Gender | None:
    told = {_PRONOUNS.get(_text(document, entity).casefold()) for entity in entities} - {None}
    return told.pop() if len(told) == 1 else None


def _names(
    document: Mapping[str, Any], entities: Iterable[Mapping[str, Any]], kind: str
) -> list[tuple[str, GivenTitle | None]]:
    """The proper names among mentions, each with the words before it, in order. Offices are no names of people."""
    starts = {start: at for at, (start, _) in enumerate(document["tokens"])}
    ends = {end: at for at, (_, end) in enumerate(document["tokens"])}
    is_person = kind == "person"
    out: list[tuple[str, GivenTitle | None]] = []
    for entity in entities:
        run = _name(document, starts[entity["start"]], ends[entity["end"]], not is_person)
        if run is None:
            continue
        run = _behind_offices(document, *run) if is_person else run
        start, end = document["tokens"][run[0]][0], document["tokens"][run[1]][1]
        name, before = document["text"][start:end], document["text"][entity["start"] : start].strip()
        if not (is_person and is_office(personal_name(name))):
            out.append((name, GivenTitle(before) if before and before.casefold() != "the" else None))
    return out


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
    for chain in chains(document, kinds):
        whole = chain.whole
        titles: dict[tuple[str, ...], list[GivenTitle]] = defaultdict(list)
        spelled: dict[tuple[str, ...], str] = {}
        for name, title in chain.names:
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

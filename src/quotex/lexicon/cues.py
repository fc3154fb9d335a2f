"""Cue words: which words signal an attribution, and what kind of attribution (act) each signals.

The list, its labels and their provenance are in ``cues.toml`` beside this file. It is read once, on first use.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from attrs import frozen

from quotex.lexicon.inflection import guess_base, noun_bases, verb_bases
from quotex.records import Act
from quotex.spans import Pair

_LINKING = frozenset("appear be become feel get grow look remain seem sound stay".split())
_ADVERBS = frozenset(
    "also already always even ever just long n't never not now n’t often once only still then yet".split()
)
_DEGREE = frozenset("as less more most quite rather so too very".split())
_DETERMINERS = frozenset("a an any her his its my no our some the their these this those your 's ’s".split())
_NOUN_PHRASE = 3
"""How many words an article may stand before its noun ("a rather clear warning")."""


class Pos(StrEnum):
    """How an entry's words inflect."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    """Not at all; a form of a listed verb counts as an adjective only after "be" and the like."""
    FIXED = "fixed"
    """Not at all: prepositions, adverbs, marks, set phrases."""


@frozen
class Entry:
    """A cue word or phrase.

    ``words`` are lemmas, lower case. ``to_act`` is the act where the content is a to-infinitive. ``light`` says that a
    later word of the same cue decides, if the lexicon has one. ``reporting`` marks verbs that introduce reported speech
    by themselves, the say family.
    """

    words: tuple[str, ...]
    pos: Pos
    act: Act
    to_act: Act
    reporting: bool
    light: bool


@frozen
class Group:
    """Entries that behave alike: what holds them together, and their phrases in the order of the file."""

    about: str
    phrases: tuple[str, ...]
    entries: tuple[Entry, ...]


@frozen
class Match:
    """The entry that decides a cue, and where it stands: half-open positions in the words given."""

    entry: Entry
    span: Pair


@frozen
class _Lexicon:
    by_first: Mapping[str, tuple[Entry, ...]]
    """First word of an entry → the entries that begin with it, longest first."""
    irregular: Mapping[str, str]
    verbs: frozenset[str]
    reporting: frozenset[str]


@cache
def groups() -> tuple[Group, ...]:
    """Return the groups of entries, in the order of the file."""
    return tuple(_group(table) for table in _data()["group"])


def entries() -> tuple[Entry, ...]:
    """Return all entries, in the order of the file."""
    return tuple(entry for group in groups() for entry in group.entries)


def lemma(word: str) -> str:
    """Return the base form of a verb: of those in the lexicon if it is a form of one, else a guess by its shape."""
    lexicon = _lexicon()
    return guess_base(word.lower(), lexicon.irregular, lexicon.verbs)


def noun_lemma(word: str) -> str:
    """Return the singular of a noun that the suffix rules or the table of irregulars know; else the word itself."""
    return next(noun_bases(word.lower(), _lexicon().irregular))


def is_reporting(lemma: str) -> bool:
    """Whether the verb with this lemma introduces reported speech by itself ("say", "note", "add")."""
    return lemma in _lexicon().reporting


def find(words: Sequence[str], *, nominal: bool = False) -> Match | None:
    """Return the entry that decides a cue given as its words in order, or ``None`` where none is listed.

    The earliest entry decides, the longest of those that begin at one word; a light one only where nothing else is
    found, and a light preposition or mark only as the first word. ``nominal`` tells that a possessive or a determiner
    stands before the first word, so that it is a noun ("his *claim*").
    """
    lowered = [word.lower() for word in words]
    options = [_options(word) for word in lowered]
    fallback: Match | None = None
    position = 0
    while position < len(lowered):
        entry = _entry_at(lowered, options, position, nominal=nominal)
        if entry is None:
            position += 1
            continue
        match = Match(entry, (position, position + len(entry.words)))
        if not _is_weak(entry, lowered, position):
            return match
        if entry.pos is not Pos.FIXED or position == 0:
            fallback = fallback or match
        position = match.span[1]
    if fallback is None and nominal:
        return find(words)
    return fallback


def _is_weak(entry: Entry, words: Sequence[str], position: int) -> bool:
    """Whether a later word of the cue, if listed, decides instead ("a *friendly* warning", "*issued* a denial")."""
    if entry.pos is Pos.ADJECTIVE:
        return _preference(_without_adverbs(words[:position]), nominal=False)[0] is not Pos.ADJECTIVE
    return entry.light


def _entry_at(
    words: Sequence[str], options: Sequence[Mapping[str, frozenset[Pos]]], position: int, *, nominal: bool
) -> Entry | None:
    by_first = _lexicon().by_first
    candidates = [
        entry
        for base in options[position]
        for entry in by_first.get(base, ())
        if _fits(entry, options[position : position + len(entry.words)])
    ]
    before = _without_adverbs(words[:position])
    if before[-1] in _DETERMINERS if before else nominal:
        # Behind an article only the noun can decide: "a clear message" is about the message.
        candidates = [entry for entry in candidates if entry.pos is Pos.NOUN or len(entry.words) > 1]
    preference = _preference(before, nominal=nominal)
    return max(candidates, default=None, key=lambda entry: (len(entry.words), -preference.index(entry.pos)))


def _fits(entry: Entry, options: Sequence[Mapping[str, frozenset[Pos]]]) -> bool:
    if len(options) < len(entry.words):
        return False
    head_fits = entry.pos in options[0].get(entry.words[0], ())
    return head_fits and all(word in option for word, option in zip(entry.words[1:], options[1:], strict=True))


def _without_adverbs(words: Sequence[str]) -> list[str]:
    return [word for word in words if not word.endswith("ly") and word not in _ADVERBS and word.strip()]


def _preference(before: Sequence[str], *, nominal: bool) -> tuple[Pos, ...]:
    """Return the parts of speech from the one that the words before, adverbs left out, make likeliest."""
    if nominal if not before else not _DETERMINERS.isdisjoint(before[-_NOUN_PHRASE:]):
        return Pos.NOUN, Pos.ADJECTIVE, Pos.VERB, Pos.FIXED
    if before and (before[-1] in _DEGREE or lemma(before[-1]) in _LINKING):
        return Pos.ADJECTIVE, Pos.VERB, Pos.NOUN, Pos.FIXED
    return Pos.VERB, Pos.NOUN, Pos.ADJECTIVE, Pos.FIXED


@lru_cache(maxsize=4096)
def _options(word: str) -> Mapping[str, frozenset[Pos]]:
    """Return every base that lower-case ``word`` may stand for, with the parts of speech in which it may."""
    irregular = _lexicon().irregular
    found: dict[str, set[Pos]] = {word: {Pos.ADJECTIVE, Pos.FIXED}}
    for base in verb_bases(word, irregular):
        found.setdefault(base, set()).add(Pos.VERB)
    for base in noun_bases(word, irregular):
        found.setdefault(base, set()).add(Pos.NOUN)
    return {base: frozenset(pos) for base, pos in found.items()}


@cache
def _lexicon() -> _Lexicon:
    by_first: dict[str, list[Entry]] = {}
    for entry in entries():
        by_first.setdefault(entry.words[0], []).append(entry)
    single_verbs = [entry for entry in entries() if entry.pos is Pos.VERB and len(entry.words) == 1]
    irregular = {form: base for base, forms in _data()["irregular"].items() for form in _listed(forms)}
    return _Lexicon(
        by_first={first: tuple(group) for first, group in by_first.items()},
        irregular=irregular,
        verbs=frozenset(entry.words[0] for entry in single_verbs) | frozenset(irregular.values()),
        reporting=frozenset(entry.words[0] for entry in single_verbs if entry.reporting),
    )


def _group(table: Mapping[str, Any]) -> Group:
    act = Act(table["act"])
    phrases = tuple(_listed(table["words"]))
    return Group(
        about=table["about"],
        phrases=phrases,
        entries=tuple(
            Entry(
                words=tuple(phrase.replace("-", " - ").split()),
                pos=Pos(table["pos"]),
                act=act,
                to_act=Act(table.get("to", act)),
                reporting=table.get("reporting", False),
                light=table.get("light", False),
            )
            for phrase in phrases
        ),
    )


def _listed(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(",") if part.strip()]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))

"""Which names are worth comparing: those that share a key, never all pairs.

Each form of a name has a handful of keys made of the consonants of its family name and the initials of its given
names, so that the time grows with the number of forms and the size of the blocks of one key. A block of more than
``MOST`` forms is cut into those of one given name; the bare initials in it ("J. Smith" among a thousand Smiths) are
compared with none and count as ambiguous.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations

from attrs import frozen

from quotex.lexicon.words import words
from quotex.matching import Words
from quotex.people.forms import Form, Found, compare
from quotex.people.names import PersonalName
from quotex.people.sounds import listed, listed_family, skeleton

MOST = 300
"""Forms in a block that are compared pair by pair: at most some 45,000 comparisons a block."""
_LONG = 5
"""Consonants of a name that are telling whatever the order of its words."""

_SHARE = 20
BlockKey = tuple[str, ...]


Pair = frozenset[Form]


@frozen
class Likenesses:
    """Which full names can be forms of one name."""

    of: Mapping[Form, Mapping[Form, Found]]
    """For each form the others that it can be, each with the rule and score; forms that are like none are missing."""
    apart: frozenset[Pair] = frozenset()
    """Pairs of forms that documents keep apart."""
    crowded: frozenset[Form] = frozenset()
    """Forms with initials alone in a block too large to compare them."""

    def compare(self, a: Form, b: Form) -> Found | None:
        """As ``forms.compare``, but ``None`` for what documents keep apart."""
        return None if frozenset((a, b)) in self.apart else compare(a, b)


def likenesses(forms: Iterable[Form], apart: frozenset[Pair] = frozenset()) -> Likenesses:
    """Compare the full names among ``forms`` that share a key, but for pairs in ``apart``."""
    blocks: dict[BlockKey, list[Form]] = defaultdict(list)
    for form in sorted(set(forms), key=order):
        for key in keys_of(form.words):
            blocks[key].append(form)
    found: dict[Form, dict[Form, Found]] = defaultdict(dict)
    crowded: set[Form] = set()
    for block in blocks.values():
        for part in [block] if len(block) <= MOST else _cut(block, crowded):
            for a, b in combinations(part, 2):
                like = None if b in found[a] or frozenset((a, b)) in apart else compare(a, b)
                if like is not None:
                    found[a][b] = found[b][a] = like
    return Likenesses({form: like for form, like in found.items() if like}, apart, frozenset(crowded))


def kept_apart(documents: Iterable[Sequence[Form]]) -> frozenset[Pair]:
    """Pairs of forms of which documents have both as two speakers, where they do so in a twentieth of those that have
    the rarer one: the resolver of a document takes one person for two now and then. Pairs that nothing would join are
    left out."""
    both: Counter[Pair] = Counter()
    alone: Counter[Form] = Counter()
    for forms in documents:
        alone.update(set(forms))
        blocks: dict[BlockKey, set[Form]] = defaultdict(set)
        for form in set(forms):
            for key in keys_of(form.words):
                blocks[key].add(form)
        both.update({frozenset(pair) for block in blocks.values() for pair in combinations(block, 2)})
    often = (pair for pair, count in both.items() if count * _SHARE >= min(alone[form] for form in pair))
    return frozenset(pair for pair in often if compare(*pair) is not None)


def order(form: Form) -> tuple[Words, int]:
    """A key to sort forms by."""
    return form.words, form.generation or 0


def _cut(block: Sequence[Form], crowded: set[Form]) -> Iterator[Sequence[Form]]:
    for part in _parted(block, lambda form: skeleton(listed(form.words[0]))):
        if len(part[0].words[0]) == 1:
            crowded.update(part)
        elif len(part) <= MOST:
            yield part
        else:
            yield from (piece for piece in _parted(part, lambda form: "".join(form.words)[:12]) if len(piece) <= MOST)


def _parted(block: Sequence[Form], key: Callable[[Form], str]) -> list[list[Form]]:
    parts: dict[str, list[Form]] = defaultdict(list)
    for form in block:
        parts[key(form)].append(form)
    return list(parts.values())


@lru_cache(maxsize=262144)
def keys_of(name: Words) -> frozenset[BlockKey]:
    """The keys of a full name."""
    first, last = name[0], name[-1]
    family = skeleton(last)
    keys: set[BlockKey] = {("family", family, initial) for initial in _initials(first)}
    keys.update(("given", word, last) for word in name[:-1] if len(word) > 1)
    keys.add(("start", *name[:2]))
    keys.add(("words", *sorted(name)))
    keys.add(("family spelled", listed(first), last[:3]))
    bones = skeleton("".join(name))
    if len(bones) >= _LONG:
        keys.add(("bones", "".join(sorted(bones))))
    if first in words("spellings", "family_first"):
        keys.add(("east", listed_family(first), skeleton("".join(name[1:]))))
    if last in words("spellings", "family_first"):
        keys.add(("east", listed_family(last), skeleton("".join(name[:-1]))))
    return frozenset(keys)


def _initials(word: str) -> set[str]:
    """The letters that an initial for a given name can be, of whichever spelling or familiar form."""
    names = {word, listed(word), *_familiar().get(word, ())}
    return {name[0] for name in names} | {skeleton(word)[:1] or word[0]}


@cache
def _familiar() -> Mapping[str, tuple[str, ...]]:
    """The full forms that each familiar form of a given name stands for."""
    out: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for entry in sorted(words("given_names", "familiar")):
        short, _, full = entry.partition(" ")
        out[short] += (full,)
    return out


@lru_cache(maxsize=262144)
def is_full(form: Form) -> bool:
    """Whether it has a given name or an initial beside the family name."""
    return PersonalName(form.words).is_full

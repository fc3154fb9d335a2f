"""Organisations: joined by name and by the abbreviation of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from quotex.lexicon.words import words
from quotex.matching import Words, content_words, is_abbreviation, name_words
from quotex.people.persons import Draft
from quotex.people.records import Join, Sighting

_SAME, _TOLD, _LONG, _SHORT = 0.95, 0.9, 0.8, 0.7
"""Scores: one name; a document gives both names; the only name with such initials, four or more of them or fewer."""
_FEW = 4
_LEGAL = frozenset("inc incorporated ltd limited llc plc corp corporation co gmbh ag sa nv bv pvt".split())
_COMMON = frozenset(
    """
    health interior foreign affairs finance defence defense education justice home internal external trade transport
    agriculture labour labor energy environment culture information national state federal central local city county
    district regional supreme high public united international general civil royal security relations works water social
    development economic representatives
    """.split()
)
"""Words that bodies of many countries and towns have in their names."""


def join_bodies(sightings: Iterable[Sighting], min_score: float) -> list[Draft]:
    """Organisations of one name together, abbreviations with the only name that they can stand for.

    Articles and legal forms ("the", "Inc.") do not count. Names made of words for any body ("the Health Ministry",
    "police", "the Supreme Court") are joined with none, since each country has its own.
    """
    drafts: list[Draft] = []
    of_name: dict[Words, list[Sighting]] = defaultdict(list)
    for each in sightings:
        key = _key(each.known_as or each.name)
        if is_common(key) and each.known_as is None:
            drafts.append(Draft(key, (each,)))
        else:
            of_name[key].append(each)
    taken = {short: full for short, full in _expansions(of_name).items() if full[1] >= min_score}
    full_of = {full: sorted(short for short in taken if taken[short][0] == full) for full, _, _ in taken.values()}
    for key, found in of_name.items():
        if key not in taken:
            shorts = [(*taken[short][1:], of_name[short]) for short in full_of.get(key, ())]
            drafts.append(_draft(key, found, shorts))
    return drafts


def is_common(key: Words) -> bool:
    """Whether a name has no word that tells a body from those of other places; one without words does not."""
    generic = words("things", "organisations") | words("things", "official_organisations") | _COMMON
    if key[-1:] == ("party",):
        generic |= words("fields", "parties")
    return all(word in generic for word in content_words(key))


def _key(name: str) -> Words:
    found = [word.replace("-", "") for word in name_words(name.replace("&", " and "))]
    if all(len(word) == 1 for word in found):
        found = ["".join(found)]  # "U.N."
    bare = [word for word in found if word not in _LEGAL] or found
    return tuple(bare[1:] if bare[:1] == ["the"] and len(bare) > 1 else bare)


def _expansions(of_name: dict[Words, list[Sighting]]) -> dict[Words, tuple[Words, float, str]]:
    """For each abbreviation the only full name that it can stand for, with score and rule."""
    by_initials: dict[str, list[Words]] = defaultdict(list)
    for key in of_name:
        if len(key) > 1:
            for initials in {"".join(w[0] for w in key), "".join(w[0] for w in key if w in content_words(key))}:
                by_initials[initials].append(key)
    told: dict[Words, set[Words]] = defaultdict(set)
    for key, found in of_name.items():
        for alias in {alias for each in found for alias in each.aliases}:
            if is_abbreviation(alias, " ".join(key)):
                told[_key(alias)].add(key)
    out: dict[Words, tuple[Words, float, str]] = {}
    for key, found in of_name.items():
        texts = {each.name for each in found}
        if len(key) == 1:
            fits = {
                full for full in by_initials[key[0]] if any(is_abbreviation(text, " ".join(full)) for text in texts)
            }
            fits |= told[key]
            if len(fits) == 1:
                full = fits.pop()
                fitting = _LONG if len(key[0]) >= _FEW else _SHORT
                out[key] = (full, _TOLD, "alias") if full in told[key] else (full, fitting, "abbreviation")
    return out


def _draft(key: Words, found: Sequence[Sighting], shorts: Iterable[tuple[float, str, list[Sighting]]]) -> Draft:
    name = _usual(found)
    joins = [_join("same_name", _SAME, name, name, found)] if len({each.document for each in found}) > 1 else []
    members = list(found)
    for score, rule, others in shorts:
        joins.append(_join(rule, score, _usual(others), name, others))
        members += others
    return Draft(key, tuple(members), tuple(joins), name=name)


def _join(rule: str, score: float, form: str, to: str, found: Sequence[Sighting]) -> Join:
    documents = {each.document for each in found}
    return Join(rule, score, form, to, len(documents), min(documents))


def _usual(found: Iterable[Sighting]) -> str:
    counts = Counter(each.name for each in found)
    return max(counts, key=lambda name: (counts[name], name))

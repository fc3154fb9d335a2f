"""Which types of claim a content makes: rules over the words that name them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from quotex.claims import signs
from quotex.claims.content import Content
from quotex.claims.dating import dates
from quotex.lexicon.words import words
from quotex.mentions.names import Name, NameType
from quotex.records import ClaimType, TypedAs
from quotex.spans import Pair, positions

_PERSONS = frozenset({"he", "she", "who"})
_REACH = 6
"""How many words after a person a deed of theirs may stand."""

_BE = frozenset("is are be being 's 're".split())

Found = tuple[str, Sequence[Pair]]
"""A rule's name and the runs of words that it saw; none where it does not hold."""


def types_of(content: Content, names: Sequence[Name] = ()) -> tuple[TypedAs, ...]:
    """The types that hold, in the order of ``ClaimType``, each by the first rule that says so; ``other`` where none is.

    ``names`` are those found in the document; without them, words with capitals stand in.
    """
    persons = _persons(content, names)
    out = []
    for type_, rules in _RULES.items():
        found = next(((name, runs) for name, runs in rules(content, persons) if runs), None)
        if found is not None:
            out.append(TypedAs(type_, found[0], tuple(map(content.span, found[1]))))
    return tuple(out) or (TypedAs(ClaimType.OTHER, "nothing-seen"),)


def _persons(content: Content, names: Sequence[Name]) -> list[Pair]:
    pronouns = content.where(lambda word: word in _PERSONS)
    if not names:
        return sorted([*signs.capitals(content), *pronouns])
    people = positions((name.start, name.end) for name in names if name.type is NameType.PERSON)
    named = [(at, at + 1) for at, token in enumerate(content.tokens) if token in people]
    return sorted([*named, *pronouns])


def _quantity(content: Content, persons: Sequence[Pair]) -> Iterator[Found]:
    named = [each.span for each in dates(content, None) if each.span]
    dated = positions((span.token_start, span.token_end) for span in named)
    yield "number", [run for run in content.where(signs.is_number) if content.tokens[run[0]] not in dated]
    yield "share", content.listed("definite_shares")


def _comparison(content: Content, persons: Sequence[Pair]) -> Iterator[Found]:
    idle = positions(content.listed("no_comparisons"))
    yield "comparing-word", [run for run in content.listed("definite_comparisons") if idle.isdisjoint(range(*run))]


def _cause(content: Content, persons: Sequence[Pair]) -> Iterator[Found]:
    yield "causing-word", content.listed("definite_causes")


def _prediction(content: Content, persons: Sequence[Pair]) -> Iterator[Found]:
    yield "future", content.listed("definite_futures")


def _policy(content: Content, persons: Sequence[Pair]) -> Iterator[Found]:
    yield "law-or-policy", content.listed("definite_policy")


def _record(content: Content, persons: Sequence[Pair]) -> Iterator[Found]:
    deeds = content.listed("records")
    yield "deed-of-person", [(who[0], deed[1]) for deed in deeds if (who := _doer(deed, persons))]


def _doer(deed: Pair, persons: Sequence[Pair]) -> Pair | None:
    """The person closest before a deed."""
    before = bisect_right(persons, deed[0], key=lambda who: who[1]) - 1
    return persons[before] if before >= 0 and deed[0] - persons[before][1] <= _REACH else None


def _event(content: Content, persons: Sequence[Pair]) -> Iterator[Found]:
    happened = [run for run in content.where(_happens) if not _is_idle(content, run[0])]
    harm = positions(content.listed("harm"))
    yield "verb-of-harm", [run for run in happened if run[0] in harm]
    yield "past-verb", happened if not content.listed("definite_futures") else []
    has_verb = any(signs.is_finite(word) for word in content.words if word != "'s")
    yield "event-noun", content.listed("happenings") if not has_verb else []


def _happens(word: str) -> bool:
    return signs.is_past(word) and word not in words("claims", "states")


def _is_idle(content: Content, at: int) -> bool:
    """Whether what looks like a verb in the past is an adjective, a state or to come ("the planned road", "is located",
    "to be built")."""
    before = content.words[max(0, at - 2) : at]
    return bool(before) and (before[-1] in words("claims", "before_adjectives") or not _BE.isdisjoint(before))


def _definition(content: Content, persons: Sequence[Pair]) -> Iterator[Found]:
    yield "defining-words", content.listed("definitions")


def _opinion(content: Content, persons: Sequence[Pair]) -> Iterator[Found]:
    yield "judging-word", sorted([*content.listed("praise"), *content.listed("blame")])
    yield "ought", content.listed("opinions")


_RULES: dict[ClaimType, Callable[[Content, Sequence[Pair]], Iterator[Found]]] = {
    ClaimType.QUANTITY: _quantity,
    ClaimType.COMPARISON: _comparison,
    ClaimType.CAUSE: _cause,
    ClaimType.PREDICTION: _prediction,
    ClaimType.POLICY: _policy,
    ClaimType.RECORD: _record,
    ClaimType.EVENT: _event,
    ClaimType.DEFINITION: _definition,
    ClaimType.OPINION: _opinion,
}

"""Which types of claim a content makes: rules over the words that name them and the words around those."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from quotex.claims.amounts import comparison, quantity
from quotex.claims.content import Content
from quotex.claims.deeds import record
from quotex.claims.events import event
from quotex.claims.evidence import Found, Named, listed, placed, word_at
from quotex.claims.outlook import opinion, prediction
from quotex.mentions.names import Name
from quotex.records import ClaimType, TypedAs
from quotex.spans import Pair


def types_of(content: Content, names: Sequence[Name] = ()) -> tuple[TypedAs, ...]:
    """The types that hold, in the order of ``ClaimType``, each by the first rule that says so; ``other`` where none is.

    ``names`` are those found in the document; without them, words with capitals stand in for people.
    """
    named = Named.of(content, names)
    out = []
    for type_, rules in _RULES.items():
        found = next(((name, runs) for name, runs in rules(content, named) if runs), None)
        if found is not None:
            out.append(TypedAs(type_, found[0], tuple(map(content.span, found[1]))))
    return tuple(out) or (TypedAs(ClaimType.OTHER, "nothing-seen"),)


def _cause(content: Content, named: Named) -> Iterator[Found]:
    yield "causing-word", listed(content, "definite_causes", "no_causes")


def _policy(content: Content, named: Named) -> Iterator[Found]:
    found = named.outside(listed(content, "definite_policy", "no_policy"))
    yield "law-or-policy", [run for run in found if not _is_first_name(content, run)]
    yield "act", [run for run in placed(content, "act") if run[0] and _has_capital(content, run[0])]


def _is_first_name(content: Content, run: Pair) -> bool:
    """Whether "Bill" is a man: it has a capital, and so has the next word, or the one before it has none (not "the
    Farm Bill")."""
    at = run[0]
    if content.words[at] != "bill" or not _has_capital(content, at):
        return False
    return _has_capital(content, at + 1) or not _has_capital(content, at - 1)


def _has_capital(content: Content, at: int) -> bool:
    return bool(word_at(content, at)) and content.text(at)[0].isupper()


def _definition(content: Content, named: Named) -> Iterator[Found]:
    yield "defining-words", listed(content, "definitions", "no_definitions")


_RULES: dict[ClaimType, Callable[[Content, Named], Iterator[Found]]] = {
    ClaimType.QUANTITY: quantity,
    ClaimType.COMPARISON: comparison,
    ClaimType.CAUSE: _cause,
    ClaimType.PREDICTION: prediction,
    ClaimType.POLICY: _policy,
    ClaimType.RECORD: record,
    ClaimType.EVENT: event,
    ClaimType.DEFINITION: _definition,
    ClaimType.OPINION: opinion,
}

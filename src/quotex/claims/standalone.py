"""A content so that it can be read by itself: what stands for something named elsewhere gives way to the name.

Only what is sure is replaced, and the log tells what by what and why; the rest is listed. Derived text: nothing of it
is a slice of the input but what is between the substitutions.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc

from quotex.claims.opening import opening_thats
from quotex.claims.wholenames import is_in_full, is_mentioned, reads_as_person, runs_on
from quotex.lexicon.words import words
from quotex.mentions.nouns import Gender, noun
from quotex.mentions.pronouns import PRONOUNS, Reference, is_owner
from quotex.records import Span, SpeakerType, StandAlone, Substitution, Unresolved
from quotex.spans import Pair, between
from quotex.speakers.countries import with_article
from quotex.speakers.entities import Entity
from quotex.speakers.found import FoundReference
from quotex.tokens import span_of

SURE = 0.86
"""The least score with which words are replaced."""
_SURER = {"salient-mention": 0.96, "speaker-of-quotation": 0.88, "who-says-so": 0.88, "last-speaker": 1.0}
"""That of rules that need more: who was mentioned before, whoever speaks, if it took a guess to find that out, and who
spoke before, which never is enough."""
_OPENING = 3
"""Within how many words of a content "his" and "her" mean whoever says so; further on they are oftener another's."""
_MOST_SEEN = 16
"""How many mentions are looked at for how a name is used."""
_BY_NAME = frozenset({"name", "short-name"})
"""Rules of words that are part of the name themselves."""
_POSSESSIVES = frozenset({"his", "hers", "mine", "my"})
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
"""Words that point within their own sentence."""
_SHORTENED = frozenset(f"{mark}{verb}" for mark in "'’" for verb in ("s", "d", "ll", "m", "ve"))
"""Verbs that hang on a pronoun, of which a name would make a possessive or nothing at all."""
_STANDING = frozenset({SpeakerType.PERSON, SpeakerType.ORGANISATION, SpeakerType.AUTHOR})
"""Types whose names mean the same anywhere."""


def stand_alone(
    doc: Doc,
    content: Sequence[Pair],
    references: Sequence[FoundReference],
    timed: Sequence[Substitution | Unresolved] = (),
) -> StandAlone:
    """The text of a content, its parts joined by " … " or as they adjoin, with all sure references replaced; an empty
    one for a content without parts.

    ``timed`` is what ``times`` found out about its words of time. A "that" with which the clause opens gives way to
    nothing.

    Somebody whom the content has named in full by then is meant clearly enough by what follows. First persons, and
    pronouns with a shortened verb, keep their word, with the name in brackets behind, so that the verb fits. Where one
    "he" is in doubt, so is each that follows, which is likely the same man.
    """
    named: set[int] = set()
    doubted = _contradicting(doc, references)
    made: list[Substitution] = []
    unresolved: list[Unresolved] = []
    for found in references:
        if doc[found.span[0]].lower_ in _REFLEXIVES:
            continue
        entity = found.entity
        gender = _personal(doc, found.span)
        if entity is None or gender in doubted or not _is_sure(doc, content, found, entity):
            unresolved.append(Unresolved(span_of(doc, found.span), found.rule if entity is None else "unsure"))
            doubted |= _doubts(found, gender)
            continue
        if id(entity) in named or _is_named_in(content, entity, found.span):
            named.add(id(entity))
            continue
        if found.rule in _BY_NAME and is_mentioned(doc, found.span):
            continue
        named.add(id(entity))
        name = span_of(doc, entity.name)
        if found.rule in _BY_NAME and is_in_full(doc, found.span, name.text):
            continue
        span = _with_verb(doc, content, found.span)
        new = _wording(doc, span, name.text) if entity.is_person else _with_article(doc, span, entity)
        made.append(Substitution(span_of(doc, span), new, name, found.rule, found.score))
    taken = {token for each in made for token in _tokens(each)}
    dated = (each for each in timed if isinstance(each, Substitution) and taken.isdisjoint(_tokens(each)))
    replaced = [*opening_thats(doc, content), *made, *dated]
    left = [*unresolved, *(each for each in timed if isinstance(each, Unresolved))]
    replaced.sort(key=_start)
    left.sort(key=_start)
    return StandAlone(_text(doc, content, replaced), tuple(replaced), tuple(left))


def _is_sure(doc: Doc, content: Sequence[Pair], found: FoundReference, entity: Entity) -> bool:
    """Whether the entity of a reference is surely meant, and has a whole name that means the same anywhere."""
    if found.score < _SURER.get(found.rule, SURE) or not entity.named or entity.type not in _STANDING:
        return False
    at = found.span[0]
    is_subject = doc[at].lower_ in {"he", "she"}
    if found.rule == "who-says-so" and not is_subject and not any(0 <= at - start < _OPENING for start, _ in content):
        return False
    name = doc[slice(*entity.name)].text
    return not runs_on(name) and (not entity.is_person or reads_as_person(name))


def _start(found: Substitution | Unresolved) -> int:
    return found.span.start


def _tokens(made: Substitution) -> range:
    return range(made.span.token_start, made.span.token_end)


def _contradicting(doc: Doc, references: Sequence[FoundReference]) -> set[Gender | None]:
    """The genders whose pronouns were taken for several people in one content, of which one at most is right mostly."""
    people: dict[Gender, set[int]] = {}
    for found in references:
        gender = _personal(doc, found.span)
        if gender is not None and found.entity is not None:
            people.setdefault(gender, set()).add(id(found.entity))
    return {gender for gender, meant in people.items() if len(meant) > 1}


def _doubts(found: FoundReference, gender: Gender | None) -> set[Gender | None]:
    """The genders whose pronouns are in doubt after a reference that was not resolved."""
    return set(Gender) if found.rule == "several-bearers" else set() if gender is None else {gender}


def _personal(doc: Doc, span: Pair) -> Gender | None:
    """The gender that a pronoun for one person tells; ``None`` for other words."""
    pronoun = PRONOUNS.get(doc[span[0]].lower_) if span[1] - span[0] == 1 else None
    return pronoun.gender if pronoun is not None else None


def _is_named_in(content: Sequence[Pair], entity: Entity, before: Pair) -> bool:
    """Whether the full name itself stands in the content before a reference."""
    length = entity.name[1] - entity.name[0]
    first = bisect_left(entity.seen, (content[0][0], -1), key=lambda seen: seen.span)
    last = bisect_left(entity.seen, (before[0], -1), key=lambda seen: seen.span)
    spans = (seen.span for seen in entity.seen[first:last])
    full = [span for span in spans if span[1] - span[0] >= length and span[1] <= before[0]]
    return any(start <= name[0] and name[1] <= end for name in full for start, end in content)


def _with_verb(doc: Doc, content: Sequence[Pair], span: Pair) -> Pair:
    """A reference, with the shortened verb that hangs on it in the same part of the content ("she’d")."""
    is_shortened = doc[span[0]].lower_ in PRONOUNS and doc[span[1] : span[1] + 1].text.lower() in _SHORTENED
    is_inside = any(start <= span[0] and span[1] < end for start, end in content)
    return (span[0], span[1] + 1) if is_shortened and is_inside else span


def _wording(doc: Doc, span: Pair, name: str) -> str:
    word = doc[span[0]].lower_
    pronoun = PRONOUNS.get(word)
    if pronoun is None:
        return name
    owns = word in _POSSESSIVES or (word == "her" and is_owner(doc, span[0]))
    name = f"{name}’s" if owns else name
    keeps = pronoun.reference is Reference.FIRST or span[1] - span[0] > 1
    return f"{span_of(doc, span).text} [{name}]" if keeps else name


def _with_article(doc: Doc, span: Pair, entity: Entity) -> str:
    """The name of a body or a place, with "the" where it stands so in the article or always does."""
    name = doc[slice(*entity.name)].text
    is_of_state = entity.head in words("things", "official_organisations")
    has_article = is_of_state or with_article(name) or (entity.head is not None and _is_usual(doc, entity))
    return f"{doc[span[0]].text} {name}" if has_article else name


def _is_usual(doc: Doc, body: Entity) -> bool:
    """Whether the name stands with "the" by itself, not as part of more ("the Tarn Bank", not "the Tarn Bank boss")."""
    length = body.name[1] - body.name[0]
    spans = [seen.span for seen in body.seen[:_MOST_SEEN] if seen.span[1] - seen.span[0] == length]
    return any(
        start > 0 and doc[start - 1].lower_ == "the" and (end == len(doc) or noun(doc[end].text) is None)
        for start, end in spans
    )


def _text(doc: Doc, content: Sequence[Pair], made: Sequence[Substitution]) -> str:
    """The parts of the content, joined as they are elsewhere, with the new words in the places of the old."""
    parts = [span_of(doc, pair) for pair in content]
    out = _part(parts[0], made) if parts else ""
    for before, part in pairwise(parts):
        out += between(part.start - before.end) + _part(part, made)
    return out


def _part(part: Span, made: Sequence[Substitution]) -> str:
    out, at = "", part.start
    for each in made:
        if part.start <= each.span.start < part.end:
            out += part.text[at - part.start : each.span.start - part.start] + each.new
            at = each.span.end
    return out + part.text[at - part.start :]

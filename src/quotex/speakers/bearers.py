"""Which of the people who share a name a mention of it means."""

from __future__ import annotations

from collections.abc import Sequence, Set

from attrs import frozen
from spacy.tokens import Doc

from quotex.matching import Words
from quotex.mentions.names import Name
from quotex.mentions.nouns import is_honorific
from quotex.speakers.entities import Entity

_FRESH = 60
"""How many tokens after a full name its surname alone can mean somebody who is not its first bearer."""
_TITLE = 4
_SENTENCE_ENDS = frozenset({".", "!", "?", '"', "”", "“", "''"})


@frozen
class Speech:
    """Where somebody's words stand, and the first tokens of the names of those who say them."""

    quoted: Sequence[bool]
    speaking: Set[int]


def choose(found: list[Entity], name: Name, words: Words, doc: Doc, speech: Speech) -> Entity | None:
    """Which of several people a name means. A full name: the one named last. A surname is kept for the first of its
    bearers that the text names, or, where it speaks, of those that have spoken: relatives go by their given names. It
    passes to another who has just been named in full, speaking or at the start of a sentence."""
    position = name.start
    if not found:
        return None
    before = [p for p in found if _last_seen(p, position, speech.quoted) >= 0]
    if not before:
        return found[0] if len(words) > 1 else min(found, key=lambda p: p.name[0])
    if len(words) == 1 and len(before) > 1:
        before = [p for p in before if p.words[-1:] == words or p.words[:1] == words] or before
        if position in speech.speaking:
            before = [p for p in before if _spoke(p, position, speech)] or before
    last = max(before, key=lambda p: (_last_seen(p, position, speech.quoted), -p.first))
    if len(words) > 1 or len(before) == 1:
        return last
    owner = min(before, key=lambda p: p.first)
    named = [seen.span for seen in last.seen[-8:] if seen.span[0] < position and seen.span[1] - seen.span[0] > 1]
    fresh = bool(named) and (
        named[-1][0] in speech.speaking or (position - named[-1][0] <= _FRESH and _opens_sentence(doc, named[-1][0]))
    )
    return last if fresh and owner.last_before(position) < named[-1][0] else owner


def _spoke(person: Entity, position: int, speech: Speech) -> bool:
    return any(seen.span[0] < position and seen.span[0] in speech.speaking for seen in person.seen[-32:])


def _last_seen(person: Entity, position: int, in_speech: Sequence[bool]) -> int:
    """Where a person was last named before a token, quoted speech left out if the token is outside; -1 if nowhere."""
    for seen in reversed(person.seen[-16:]):
        if seen.span[0] < position and (in_speech[position] or not in_speech[seen.span[0]]):
            return seen.span[0]
    return -1


def _opens_sentence(doc: Doc, index: int) -> bool:
    """Whether a name stands at the start of a sentence, a title of four words at most before it aside."""
    start = index
    while start > 0 and index - start < _TITLE and (doc[start - 1].is_title or is_honorific(doc[start - 1].text)):
        start -= 1
        if doc[start - 1].text == "." and doc[start - 1].i > 0 and is_honorific(doc[start - 2].text):
            start -= 1
    return start == 0 or doc[start - 1].is_space or doc[start - 1].text in _SENTENCE_ENDS

"""Which person "he" or "she" means: the people mentioned or speaking shortly before, weighed by what was learned.

A conditional logit model: each mention of a person before the pronoun has a row of features, and the softmax over the
mentions' scores, summed by person, is the probability that the pronoun means that person. The weights were learned by
``training.antecedents``.
"""

from __future__ import annotations

import math
from bisect import bisect_left

from quotex.lexicon.marks import CLITICS
from quotex.lexicon.words import words
from quotex.mentions.nouns import Gender
from quotex.mentions.pronouns import PRONOUNS, Reference
from quotex.speakers.entities import Entity
from quotex.speakers.salience import Stage
from quotex.speakers.scene import Scene

WEIGHTS = {
    "sentences between": -0.43,
    "same sentence": 0.62,
    "next sentence": 0.35,
    "same block": 0.62,
    "words between": -0.03,
    "quoted": -0.55,
    "possessive": 0.01,
    "subject": 0.16,
    "after preposition": -0.70,
    "last speaker": 1.01,
    "last speaker, same block": -0.29,
    "speaker before last": -0.10,
    "gender fits": 0.61,
    "gender unlike": -3.00,
    "prominence": 0.55,
    "subject of both": 0.71,
    "subject, pronoun possessive": -0.29,
    "people between": -0.26,
    "in heading": 0.09,
    "pronoun before": -0.81,
    "in own content": -0.53,
    "in a content": -0.84,
    "is a source": -0.07,
}
"""Learned by ``training.antecedents`` with the judged articles of docs/evaluation.md. One is set by hand: the corpora
are so full of names of unknown gender that "gender unlike" came out at -1.7.

By feature, in the order in which ``candidates`` gives them; flags and shares lie in ``[0, 1]``, counts and logarithms
in ``[0, 8]``."""

_PRONOUNS = frozenset(word for word, pronoun in PRONOUNS.items() if pronoun.reference is Reference.PERSON)
_POSSESSIVES = frozenset({"his", "her"})
_MOST_BETWEEN = 5
_HIGHEST = 0.97
"""Highest probability: somebody who is not in the list of names may be meant all the same."""


def antecedent(stage: Stage, position: int, gender: Gender | None) -> tuple[Entity, int, float] | None:
    """The person that a pronoun at the token ``position`` most likely means, the first token of the mention that
    shows it best, and the probability; ``None`` if nobody fits."""
    scores: dict[int, list[float]] = {}
    best: dict[int, tuple[float, int, Entity]] = {}
    for start, person, row in candidates(stage, position, gender):
        score = sum(weight * value for weight, value in zip(WEIGHTS.values(), row, strict=True))
        scores.setdefault(id(person), []).append(score)
        if id(person) not in best or best[id(person)][0] < score:
            best[id(person)] = (score, start, person)
    if not best:
        return None
    top = max(score for score, _, _ in best.values())
    shares = {key: sum(math.exp(score - top) for score in mine) for key, mine in scores.items()}
    chosen = max(shares, key=lambda key: (shares[key], best[key][1]))
    _, start, person = best[chosen]
    return person, start, min(_HIGHEST, shares[chosen] / sum(shares.values()))


def possessor(stage: Stage, token: int) -> Entity | None:
    """The person whom "his" or "her" at a token most likely means; ``None`` for any other word, and if nobody fits."""
    pronoun = PRONOUNS.get(stage.scene.doc[token].lower_)
    if pronoun is None or pronoun.reference is not Reference.PERSON:
        return None
    found = antecedent(stage, token, pronoun.gender)
    return found[0] if found is not None else None


def candidates(stage: Stage, position: int, gender: Gender | None) -> list[tuple[int, Entity, tuple[float, ...]]]:
    """The mentions of people before a token, nearest first, with their first tokens and their features, as in
    ``WEIGHTS``; those whose gender is told to be another are left out, and whoever writes the article, who is "I"."""
    scene = stage.scene
    last, earlier = stage.last_spoken(position), stage.last_spoken(position, 2)
    own = stage.contents.get(position, ())
    anchor = min((start for start, _ in own if start < position), default=position)
    here = scene.sentence(anchor)
    block = scene.structure.block_of[anchor]
    is_possessive = scene.doc[position].text.casefold() in _POSSESSIVES
    opens = anchor < position or is_subject(scene, position)
    inside = stage.reported[position]
    met: set[int] = set()
    out = []
    for start, person in stage.before(position):
        unlike = gender is not None and person.gender is not None and gender is not person.gender
        if not person.is_person or person.writes or (unlike and person.gender_told):
            continue
        end = stage.ends.get(start, start + 1)
        apart = max(0, here - scene.sentence(start))
        same_block = scene.structure.block_of[start] == block
        owns = end < len(scene.doc) and scene.doc[end].text in CLITICS
        subject = not owns and is_subject(scene, start)
        between = len(met - {id(person)})
        met.add(id(person))
        row = (
            min(apart, 8),
            apart == 0,
            apart == 1,
            same_block,
            math.log1p(abs(anchor - start)),
            scene.structure.in_speech[start] and not scene.structure.in_speech[position],
            owns,
            subject,
            _follows_preposition(scene, start),
            person in last,
            person in last and same_block,
            person in earlier and person not in last,
            gender is not None and person.gender is gender,
            unlike,
            stage.prominence.get(id(person), 0.0),
            subject and opens,
            subject and is_possessive and apart == 0,
            min(between, _MOST_BETWEEN),
            scene.in_heading(start),
            scene.doc[start].text.casefold() in _PRONOUNS,
            any(begin <= start < end for begin, end in own),
            bool(stage.reported[start]) and not inside,
            start in stage.contents,
        )
        out.append((start, person, tuple(map(float, row))))
    return out


def _follows_preposition(scene: Scene, start: int) -> bool:
    """Whether a preposition stands before a mention, words in capitals (its title) aside."""
    index = start - 1
    while index > 0 and start - index < 6 and scene.doc[index].text[:1].isupper():
        index -= 1
    return index >= 0 and scene.doc[index].text in words("phrases", "prepositions")


def is_subject(scene: Scene, start: int) -> bool:
    """Whether a mention is likely the subject of its sentence: nothing before it but a title or a phrase up to a
    comma."""
    begin = scene.sentence_start(start)
    if start - begin <= 3 or any(scene.doc[i].text == "," for i in range(max(begin, start - 4), start)):
        return True
    first = bisect_left(scene.name_starts, begin)
    return first == len(scene.name_starts) or scene.name_starts[first] >= start

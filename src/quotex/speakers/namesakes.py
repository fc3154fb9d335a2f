"""What makes it doubtful whom a surname or a given name alone means: others may be called so, or something by it."""

from __future__ import annotations

from itertools import pairwise

from quotex.lexicon.marks import HYPHENS
from quotex.lexicon.words import words as word_list
from quotex.matching import Words, name_words
from quotex.mentions.names import Name
from quotex.mentions.nouns import given_name_gender
from quotex.speakers.entities import Entity
from quotex.speakers.salience import Stage

_MONARCHS = frozenset({"emperor", "empress", "king", "prince", "princess", "queen", "saint", "st", "st.", "sultan"})
"""Titles of which there are several, told apart by a word of the name."""
_FAMILIES = frozenset("brothers clan couple dynasty families family siblings sisters twins".split())
"""Nouns that make a surname that of several."""
_TERM = 3
"""Tokens behind a name among which the marks close that make a term of it."""


def doubt_of_name(stage: Stage, name: Name, person: Entity) -> str | None:
    """Why it is in doubt that a short name means the person with this fuller one; ``None`` where nothing speaks
    against: the rest of the name stands beside it, or it shares a surname with the next ("David and Ida Roe")."""
    doc, words = stage.scene.doc, name_words(stage.scene.text((name.start, name.end)))
    doubt = doubt_of_bearer(stage, name, person)
    if doubt is not None:
        return doubt
    before = doc[name.start - 1] if name.start > 0 else None
    is_begun = before is not None and len(before.text.rstrip(".")) == 1 and before.text.isupper()  # "I. Roe"
    if is_begun or not stage.scene.text((name.start, name.end))[-1].isalnum():
        return "name-in-parts"
    if before is not None and name_words(before.text)[:1] == person.words[:1] and words[:1] != person.words[:1]:
        return "name-in-parts"
    if name.end < len(doc) and name_words(doc[name.end].text)[:1] == person.words[-1:] != words[-1:]:
        return "name-in-parts"
    if (before is not None and before.lower_ in _MONARCHS) or _is_of_generation(words, person):
        return "several-bearers"
    if doc[name.end : name.end + 1].text.lower() in _FAMILIES:
        return "shared-surname"
    joined = name.end < len(doc) and doc[name.end].lower_ in {"and", "&", ","}
    behind = stage.scene.name_at.get(name.end + 1)
    is_given = words[:1] == person.words[:1] and words[-1:] != person.words[-1:]
    if joined and is_given and behind is not None and behind.end - behind.start > 1:
        return "shared-surname"
    return "name-in-term" if _is_in_term(stage, name) else None


def _is_in_term(stage: Stage, name: Name) -> bool:
    """Whether a name is part of what is called by it, which may be a namesake's ("the Roe administration", "Roe
    Tower", "anti-Roe", "the 'Roe rule'")."""
    doc = stage.scene.doc
    around = [doc[i] for i in (name.start - 1, name.end) if 0 <= i < len(doc)]
    is_joined = any(token.text in HYPHENS and not doc[max(0, token.i - 1)].whitespace_ for token in around)
    if is_joined or (name.start > 0 and doc[name.start - 1].lower_ in {"a", "an", "the"}):
        return True
    opens = any(token.is_quote and not token.whitespace_ for token in doc[max(0, name.start - 2) : name.start])
    if opens and any(token.is_quote and not token.nbor(-1).whitespace_ for token in doc[name.end : name.end + _TERM]):
        return True
    after = doc[name.end : name.end + 1].text
    goes_on = after.isalpha() and after[:1].isupper() and after.lower() not in word_list("phrases", "times")
    return goes_on and not stage.scene.in_heading(name.start)


def doubt_of_bearer(stage: Stage, name: Name, person: Entity) -> str | None:
    """Why it is in doubt whose name it is: it is spelled otherwise, or by its words it may be another's."""
    if not has_words_of(stage, name, person):
        return "unlike-name"
    words = name_words(stage.scene.text((name.start, name.end)))
    if len(words) > 1 and len(words) == len(person.words):
        return None
    is_one = len(stage.scene.people.candidates(words)) < 2 and not _has_namesake(stage, words, person)
    return None if is_one else "several-bearers"


def _has_namesake(stage: Stage, words: Words, person: Entity) -> bool:
    """Whether somebody else's given name stands before the surname somewhere, though no person was seen there ("the Ida
    Roe campaign" where Ulf Roe is told of)."""
    if stage.given_names is None:
        stage.given_names = _given_names(stage)
    return words == person.words[-1:] and not stage.given_names.get(words[-1], set()) <= set(person.words)


def _given_names(stage: Stage) -> dict[str, set[str]]:
    """The given names before each word in a capital, in normal form."""
    found: dict[str, set[str]] = {}
    for before, token in pairwise(stage.scene.doc):
        if token.text[:1].isupper() and before.text[:1].isupper() and given_name_gender(before.text) is not None:
            for word in name_words(token.text):
                found.setdefault(word, set()).update(name_words(before.text))
    return found


def _is_of_generation(words: Words, person: Entity) -> bool:
    """Whether a name leaves out the "Sr." or "Jr." that tells father and child apart, other than in a surname alone."""
    suffix = person.words[-1] if person.words else ""
    is_surname = len(words) == 1 and words == person.words[-2:-1]
    return suffix == "sr" or (suffix == "jr" and not is_surname and suffix not in words)


def has_words_of(stage: Stage, name: Name, person: Entity) -> bool:
    """Whether a name consists of words of a person's full name, no other spelling ("Osk" of "Ulf Osk", not "Ask")."""
    return set(name_words(stage.scene.text((name.start, name.end)))) <= set(person.words)

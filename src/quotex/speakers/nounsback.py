"""Noun phrases in the narrative, found back from their head noun."""

from __future__ import annotations

from spacy.tokens import Doc

from quotex.lexicon.marks import CLITICS
from quotex.lexicon.words import words
from quotex.mentions.names import NameType
from quotex.mentions.nouns import noun
from quotex.mentions.phrases import is_joined
from quotex.spans import Pair
from quotex.speakers.scene import Scene

_LONGEST = 5
"""Most words before the head that belong to it."""
_ADJECTIVE_ENDINGS = (
    *("al", "an", "ar", "ary", "ed", "ese", "ful", "ic", "ing", "ior", "ish", "ive", "less", "ous"),
    "y",
)
_MODIFIERS = frozenset({"other", "former", "latter", "top", "many", "several", "few"})
"""Small words that say more of the noun behind them."""
_OPENERS = ("articles", "definite", "indefinite", "prepositions")
"""Words behind which a noun phrase begins."""


def phrase_back(scene: Scene, head: int, begin: int = 0) -> Pair:
    """The phrase that ends with a head noun, no determiner: back, as far as ``begin``, over all words that open a
    sentence or follow an article or a preposition, else over those that are adjectives, nouns for speakers or names;
    and over whose it is ("Roe's campaign")."""
    doc = scene.doc
    start = sure = head
    while start > begin and head - start < _LONGEST and _can_modify(doc, start - 1):
        start -= 1
        if sure == start + 1 and _surely_modifies(scene, start) and not _is_verb_of_name(doc, start):
            sure = start
    opened = start > 0 and any(doc[start - 1].lower_ in words("phrases", group) for group in _OPENERS)
    if _opens_sentence(scene, start):
        opened = not any(name.type is NameType.PERSON for name in scene.names_in((start, head)))
    start = start if opened else sure
    owner = scene.names_in((max(begin, start - 4), start - 1)) if doc[max(0, start - 1)].text in CLITICS else ()
    if owner and owner[-1].end == start - 1:
        start = owner[-1].start
    while start < head and not doc[start].is_alpha:
        start += 1
    return start, head + 1


def _can_modify(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.lower_ in _MODIFIERS:
        return True
    plain = token.is_alpha and not token.is_stop and not token.text.endswith("ly")
    return plain or token.text == "-" or is_joined(doc, index)


def _surely_modifies(scene: Scene, index: int) -> bool:
    token = scene.doc[index]
    named = token.text[:1].isupper() and not _opens_sentence(scene, index)
    known = noun(token.text) is not None or token.lower_.endswith(_ADJECTIVE_ENDINGS) or token.lower_ in _MODIFIERS
    return named or known or not token.is_alpha or is_joined(scene.doc, index)


def _is_verb_of_name(doc: Doc, index: int) -> bool:
    """Whether a word looks like what somebody named did ("Roe greeted clerks")."""
    token = doc[index]
    return token.is_lower and token.text.endswith("ed") and index > 0 and doc[index - 1].text[:1].isupper()


def _opens_sentence(scene: Scene, token: int) -> bool:
    sentences = scene.structure.sentences
    return bool(sentences) and sentences[scene.sentence(token)][0] == token

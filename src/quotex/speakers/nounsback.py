"""Noun phrases in the narrative, found back from their head noun."""

from __future__ import annotations

from quotex.mentions.nouns import noun
from quotex.spans import Pair
from quotex.speakers.scene import Scene

_MOST = 5
"""Most words before the head that belong to it."""
_ADJECTIVE_ENDINGS = ("al", "ic", "ed", "an", "ior", "ing", "y", "ive", "ese", "ish")
_MODIFIERS = frozenset({"other", "former", "latter", "top", "many", "several", "few", "most", "some"})
"""Small words that say more of the noun behind them."""


def phrase_back(scene: Scene, head: int, begin: int) -> Pair:
    """The phrase that ends with a head noun: back over adjectives and names as far as ``begin``, an article left
    out."""
    doc = scene.doc
    start = head
    while start > begin and head - start < _MOST:
        token = doc[start - 1]
        small = token.lower_ in _MODIFIERS
        if (token.is_stop and not small) or not token.is_alpha or token.text.endswith("ly"):
            break
        if token.is_lower and token.text.endswith("ed") and start - 1 > begin and doc[start - 2].text[:1].isupper():
            break  # "Roe greeted clerks"
        if token.is_lower and not small and not token.text.endswith(_ADJECTIVE_ENDINGS) and noun(token.text) is None:
            break
        start -= 1
    return start, head + 1

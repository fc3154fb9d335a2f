"""Texts as words that can be compared: letter case, marks, hyphens, short forms and the writing of numbers aside.

``worded`` gives the words with their places in the text; the rest tells what sort of word one is.
"""

from __future__ import annotations

from quotex.wording.classes import is_negation, is_number, tells
from quotex.wording.texts import Worded, worded

__all__ = ["Worded", "is_negation", "is_number", "tells", "worded"]

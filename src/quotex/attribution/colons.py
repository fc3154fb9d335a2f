"""Direct speech without marks, set off by a colon: ``She said: We are ready.``"""

from __future__ import annotations

from spacy.tokens import Doc

from quotex.attribution.link import Link
from quotex.spans import Pair
from quotex.structure import Structure

_REACH = 3
"""Most tokens from the cue's end to the content's first, the colon included."""


def is_set_off(doc: Doc, structure: Structure, link: Link) -> bool:
    """Whether the content follows a colon at the cue, and no quotation marks stand in it."""
    if link.cue is None:
        return False
    first = link.content[0][0]
    between = [doc[i].text for i in range(link.cue[0], first) if not doc[i].is_space]
    if first < link.cue[1] or first - link.cue[1] > _REACH or not between or between[-1] != ":":
        return False
    return all(structure.region_of[token] < 0 for part in link.content for token in range(*part))


def without_colon(doc: Doc, cue: Pair) -> Pair:
    """The cue without a colon at its end; a lone colon stays."""
    start, end = cue
    return (start, end - 1) if end - start > 1 and doc[end - 1].text == ":" else cue

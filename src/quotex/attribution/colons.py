"""Direct speech without marks, set off by a colon: ``She said: We are ready.``"""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution.link import Link
from quotex.records import Reason
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


def whole_paragraph(doc: Doc, structure: Structure, link: Link) -> Link:
    """The link with all of the paragraph that a colon at the end of the cue's own paragraph sets off.

    Nothing but the paragraph's end shows where such speech ends (in PolNeAR's training articles it never ends before).
    A paragraph that holds marks of speech is left to them.
    """
    start, end = link.content[0]
    block = structure.block_of[start]
    if link.cue is None or block <= structure.block_of[link.cue[0]] or not is_set_off(doc, structure, link):
        return link
    last = end
    while last < len(doc) and structure.block_of[last] == block:
        last += 1
    is_first = structure.block_of[start - 1] != block
    if last == end or not is_first or any(structure.in_speech[end:last]):
        return link
    rest = tuple(part for part in link.content[1:] if part[0] >= last)
    return evolve(link, content=((start, last), *rest), reasons=(*link.reasons, Reason("set_off_paragraph")))


def before_colon(doc: Doc, link: Link) -> Link:
    """The link with its cue cut before a colon in it; words between the colon and the content go to the content.

    A cue that begins with a colon stays as it is.
    """
    if link.cue is None:
        return link
    start, end = link.cue
    colon = next((i for i in range(start + 1, end) if doc[i].text == ":"), None)
    if colon is None:
        return link
    first, *rest = link.content
    if colon + 1 < end == first[0]:
        first = (colon + 1, first[1])
    return evolve(link, cue=(start, colon), content=(first, *rest))

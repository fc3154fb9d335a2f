"""Sources that are no more than the "it" of an impersonal verb ("it is hoped that …"): nobody says so."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Doc

from quotex.attribution.link import Link

_BE = frozenset("be been is was 's ’s".split())
_FELT = frozenset(
    """adamant afraid assured aware certain committed concerned confident convinced determined disappointed glad hopeful
    informed optimistic persuaded pleased proud satisfied sure told worried""".split()
)
"""Words behind a form of "be" whose subject is somebody all the same ("it is convinced that")."""
_LONGEST = 8
"""Most tokens from the subject to the clause."""


def without_it(doc: Doc, link: Link) -> Link:
    """The link; without its source where that is the "it" before a form of "be" and a clause with "that"."""
    if link.source is None or link.source[1] - link.source[0] != 1 or doc[link.source[0]].lower_ != "it":
        return link
    start, clause = link.source[1], link.content[0][0]
    verbs = [doc[i].lower_ for i in range(start, clause)] if start < clause <= start + _LONGEST else []
    is_impersonal = doc[clause].lower_ == "that" and not _BE.isdisjoint(verbs) and _FELT.isdisjoint(verbs)
    return evolve(link, source=None) if is_impersonal else link

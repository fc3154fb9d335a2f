"""An attribution in tokens, before its speakers are resolved and its record is made."""

from __future__ import annotations

from attrs import frozen

from quotex.records import Act, Kind, Reason
from quotex.spans import Pair


@frozen
class Draft:
    """Cue, source and content as half-open token spans of one ``Doc``.

    ``content`` is never empty and ``verbatim`` is parallel to it. ``follows`` is the index, among the drafts of the
    same document, of the one whose speaker this follow-on quotation carries on; its own cue and source are then
    ``None``.
    """

    cue: Pair | None
    source: Pair | None
    content: tuple[Pair, ...]
    verbatim: tuple[bool, ...]
    act: Act
    kind: Kind
    score: float
    reasons: tuple[Reason, ...] = ()
    follows: int | None = None

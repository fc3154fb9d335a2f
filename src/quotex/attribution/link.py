"""A linked cue, source and content on its way to a draft."""

from __future__ import annotations

from attrs import frozen

from quotex.records import Reason
from quotex.spans import Pair

BY_SHAPE = 0.9
"""Score of a link that the shape of the text gives, without the encoder."""


@frozen
class Link:
    """Half-open token spans. ``content`` is never empty, in order and apart; ``score`` is the
    cue's, in ``[0, 1]``, or ``BY_SHAPE``."""

    cue: Pair | None
    source: Pair | None
    content: tuple[Pair, ...]
    score: float
    reasons: tuple[Reason, ...] = ()

    @property
    def place(self) -> tuple[int, int, Pair]:
        """What to sort by for text order: its first token, the end of its last, its cue."""
        return self.start, self.end, self.cue or (-1, -1)

    @property
    def start(self) -> int:
        """First token of any part."""
        return min(part[0] for part in (self.cue, self.source, *self.content) if part)

    @property
    def end(self) -> int:
        """End of the last token of any part."""
        return max(part[1] for part in (self.cue, self.source, *self.content) if part)

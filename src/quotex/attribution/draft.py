"""An attribution in tokens, before its speakers are resolved and its record is made."""

from __future__ import annotations

from attrs import frozen

from quotex.records import Act, Kind, Reason, Status
from quotex.spans import Pair


@frozen
class Draft:
    """Cue, source and content as half-open token spans of one ``Doc``.

    ``content`` is never empty and ``verbatim`` is parallel to it. ``follows`` is the index, among the drafts of the
    same document, of the one whose speaker this follow-on quotation carries on; its own cue and source are then
    ``None``. ``quoted`` names whose words they are where the source only relays them.
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
    status: Status = Status.ASSERTED
    status_span: Pair | None = None
    addressee: Pair | None = None
    medium: Pair | None = None
    teller: Pair | None = None
    quoted: Pair | None = None

    @property
    def voice(self) -> Pair | None:
        """The words that name the speaker: those for whom the source quotes, else the source."""
        return self.quoted or self.source

"""Who said what: source, cue and content, linked."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from quotex.records.spans import Reason, Segment, Span, joined
from quotex.records.speakers import MentionForm, Speaker


class Act(StrEnum):
    """What kind of attribution it is."""

    STATEMENT = "statement"
    """Said, wrote, announced, according to."""
    DIRECTIVE = "directive"
    """Ordered, urged, called on somebody to do something."""
    EVIDENCE = "evidence"
    """A report, a poll or another document says."""
    BELIEF = "belief"
    """Thinks, knows, expects."""
    INTENTION = "intention"
    """Plans, wants to, refuses."""
    ATTITUDE = "attitude"
    """Likes, supports, opposes, fears."""


QUOTE_ACTS = frozenset({Act.STATEMENT, Act.DIRECTIVE, Act.EVIDENCE})
"""The acts in which something was said or written."""


class Kind(StrEnum):
    """How the content is rendered."""

    DIRECT = "direct"
    """Verbatim: in quotation marks, or set off by a colon without them."""
    INDIRECT = "indirect"
    """Paraphrased."""
    MIXED = "mixed"
    """Paraphrased with verbatim parts in quotation marks."""


class Status(StrEnum):
    """How the article puts it that the source says this.

    Where several fit, the first of declined, denied, negated, question and hypothetical holds.
    """

    ASSERTED = "asserted"
    """The source says it."""
    DENIED = "denied"
    """It denies, disputes or rejects the content."""
    DECLINED = "declined"
    """It declines to say, or gives no answer."""
    HYPOTHETICAL = "hypothetical"
    """It will, would or might say so."""
    QUESTION = "question"
    """It asks, or the article asks whether it says so."""
    NEGATED = "negated"
    """It does not say so."""


@frozen
class Resolution:
    """How the source of an attribution was resolved to its speakers.

    ``path`` leads from the source to the name, a step a reason ("he" → "Hill" → "Hugh Hill, a doctor"); ``score`` is
    the probability that the speakers are the right ones, as measured for such paths. Without speakers, ``path`` holds
    the reasons for that.
    """

    form: MentionForm
    speakers: tuple[Speaker, ...] = ()
    """Empty where nobody is credited or nothing tells; several for a compound source."""
    path: tuple[Reason, ...] = ()
    score: float | None = None


@frozen
class Attribution:
    """Source, cue and content, linked.

    ``cue`` and ``source`` are ``None`` for a follow-on quotation that only marks show, ``source`` also where nobody is
    named. ``id`` is the same whenever the same words of the same document are read again: it is made of the
    document's id, the normalised words of source, cue and content, and a number among equals.
    """

    id: str
    act: Act
    kind: Kind
    cue: Span | None
    source: Span | None
    content: tuple[Segment, ...]
    """Never empty."""
    score: float
    resolution: Resolution
    reasons: tuple[Reason, ...] = ()
    status: Status = Status.ASSERTED
    status_span: Span | None = None
    """The words that show the status; ``None`` for asserted."""
    addressee: Span | None = None
    """Whom the source tells it ("reporters")."""
    medium: Span | None = None
    """Where the words were given or printed, without a preposition ("a statement", "Twitter"); may lie in the cue."""
    teller: Span | None = None
    """Who relays the words of another ("Xinhua quoted the minister as saying …"). It is the source where the sentence
    makes it that; the speakers are those whose words it relays."""

    @property
    def is_quote(self) -> bool:
        """Whether something was said or written, rather than thought, wanted or felt."""
        return self.act in QUOTE_ACTS

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """The speakers it is resolved to."""
        return self.resolution.speakers

    @property
    def speaker(self) -> Speaker | None:
        """The only or first speaker; ``None`` where nobody is credited or nothing tells."""
        return self.resolution.speakers[0] if self.resolution.speakers else None

    @property
    def text(self) -> str:
        """The content's segments as they stand, joined by " … ", or by a space or nothing where they adjoin."""
        return joined(self.content)

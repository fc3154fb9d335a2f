"""The records that quotex returns: frozen, compared by value, and nothing else.

All offsets are half-open ``[start, end)`` in Unicode code points of the text exactly as it was given;
``token_start`` and ``token_end`` count spaCy tokens of the same text. ``None`` stands for absent. Tuples are in
text order unless a field says otherwise. Scores lie in ``[0, 1]`` and are rounded to four decimals.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

from attrs import field, frozen

from quotex.spans import between

SCHEMA_VERSION = 1


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


class SpeakerType(StrEnum):
    """What sort of entity a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ROLE = "role"
    """One person known only by a role ("the spokesman")."""
    GROUP = "group"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    AUTHOR = "author"
    """The writer of the article, who speaks of himself as "I" or "we" and is named in the byline."""


class MentionForm(StrEnum):
    """The form in which a source names its speaker."""

    NAMED = "named"
    TITLE = "title"
    """By role only."""
    PRONOUN = "pronoun"
    COLLECTIVE = "collective"
    NONE = "none"
    """No source in the text: a follow-on quotation, a passive."""


class BlockKind(StrEnum):
    """What a block (a line or paragraph) of the article is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BYLINE = "byline"
    CAPTION = "caption"
    LINKS = "links"
    """A list of links to other articles, its lead-in ("Read More:") included."""


class RegionKind(StrEnum):
    """What a region between quotation marks is."""

    SPEECH = "speech"
    SCARE = "scare"
    """A word or short phrase that the writer quotes or keeps at a distance."""
    NAME = "name"
    """A name, term or title of a work in marks."""


@frozen
class Span:
    """A slice of the input. ``text`` is ``input[start:end]``; it is never empty."""

    start: int
    end: int
    text: str
    token_start: int
    token_end: int


@frozen
class Segment(Span):
    """One unbroken part of a content. ``verbatim`` is true where it stands in quotation marks or after a colon."""

    verbatim: bool


@frozen
class Reason:
    """Why a decision was taken: the rule's name, the score it had if it has one, and the words that show it."""

    rule: str
    score: float | None = None
    span: Span | None = None


@frozen
class Block:
    """A line or paragraph of the article, without the white space around it."""

    start: int
    end: int
    kind: BlockKind
    reason: str
    """The rule that told its kind."""
    dateline: Span | None = None
    """The dateline at the start of a paragraph ("Tehran (IP)-"), its dash included."""


@frozen
class Region:
    """What stands between a pair of quotation marks, the marks included.

    A quotation over several paragraphs that opens each with a mark and closes only the last is one region a paragraph,
    joined by ``continues``.
    """

    start: int
    end: int
    kind: RegionKind
    reason: str
    """The rule that told its kind."""
    opening: str
    """The opening mark as it stands."""
    closing: str | None
    """The closing mark as it stands; ``None`` where it is missing (an unclosed or continued quotation)."""
    parent: int | None
    """Index of the region around it in ``Article.regions``."""
    continues: int | None
    """Index of the region in the paragraph before that this one carries on."""


@frozen
class Title:
    """A title of a speaker as the article gives it, with its role and affiliation as sub-spans."""

    span: Span
    role: Span | None = None
    affiliation: Span | None = None


@frozen
class Mention:
    """A reference to a speaker: where, in which form, and why it is taken for this speaker."""

    span: Span
    form: MentionForm
    rule: str
    score: float


@frozen
class Speaker:
    """A resolved entity that something is attributed to.

    ``id`` is unique within its article ("s1", "s2" … in order of first mention). ``name`` is the fullest name the
    article gives, or the fullest description of one that is never named.
    """

    id: str
    type: SpeakerType
    name: Span
    titles: tuple[Title, ...] = ()
    """In order of appearance; the same words once."""
    aliases: tuple[Span, ...] = ()
    """Other names of it in the article, each spelling once."""
    mentions: tuple[Mention, ...] = ()
    known_as: str | None = None
    """The caller's name for it, where it was matched with one of ``known_speakers``."""
    anonymity: Span | None = None
    """The first words that say it keeps its name to itself ("on condition of anonymity")."""


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
    document's id, the normalised cue and content, and a number among equals.
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
        out = self.content[0].text
        for before, segment in pairwise(self.content):
            gap = segment.start - before.end
            out += between(gap) + segment.text
        return out


@frozen
class Warning:
    """Something about the article that a reader of its records should know. ``code`` is stable, ``message`` is not."""

    code: str
    message: str
    span: Span | None = None


@frozen
class Metadata:
    """What the caller told about the document, kept as given."""

    id: str | None = None
    title: str | None = None
    date: str | None = None
    author: str | None = None
    url: str | None = None


@frozen
class Article:
    """Everything quotex found in one document."""

    metadata: Metadata
    text_sha256: str
    """Of the text in UTF-8, as 64 hexadecimal digits."""
    text_length: int
    """In characters."""
    attributions: tuple[Attribution, ...] = ()
    """All acts, by the first character of cue, source or content."""
    speakers: tuple[Speaker, ...] = ()
    """By first mention."""
    blocks: tuple[Block, ...] = ()
    regions: tuple[Region, ...] = ()
    warnings: tuple[Warning, ...] = ()
    version: str = field(default="", kw_only=True)
    """Of the package that made the record."""
    model_sha256: str = field(default="", kw_only=True)
    settings_hash: str = field(default="", kw_only=True)
    schema_version: int = field(default=SCHEMA_VERSION, kw_only=True)

    @property
    def quotes(self) -> tuple[Attribution, ...]:
        """The attributions in which something was said or written, marked speech that nobody is credited with
        included."""
        return tuple(attribution for attribution in self.attributions if attribution.is_quote)

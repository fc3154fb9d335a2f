"""Who speaks."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from quotex.records.spans import Span


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

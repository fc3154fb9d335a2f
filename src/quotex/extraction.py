"""``extract``: from a text, or a spaCy document, to an article record; ``resolve_given``: the same for attributions
that are there already."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Mapping
from datetime import date as day_type
from typing import TYPE_CHECKING, Any

from attrs import evolve, fields
from spacy.tokens import Doc

from quotex import attribution, claims, encoder, mentions, speakers, structure
from quotex._version import __version__
from quotex.assemble import abstained, claims_of, kept, records_of, text_order, with_ids
from quotex.blocks import Findings, joined, pieces
from quotex.dates import day_of
from quotex.errors import InputTypeError, SurrogateError, TooLongError
from quotex.given import read_given
from quotex.known import read_known_speakers
from quotex.notices import mark_warnings, text_warnings
from quotex.records import Article, Attribution, ClaimScope, Metadata, Warning  # noqa: A004 - the record's name
from quotex.settings import Settings, checked_settings
from quotex.tokens import span_of, tokenised

if TYPE_CHECKING:
    from quotex.given import GivenAttribution
    from quotex.known import KnownSpeaker

_log = logging.getLogger("quotex")


def extract(
    text_or_doc: str | Doc,
    *,
    id: str | None = None,  # noqa: A002 - the name of the field
    title: str | None = None,
    date: str | None = None,
    author: str | None = None,
    url: str | None = None,
    settings: Settings | None = None,
    known_speakers: Iterable[KnownSpeaker | str] = (),
) -> Article:
    """Find who said what in a news article.

    ``text_or_doc`` is the article's text as it stands, in which all offsets of the result count characters, or a spaCy
    document, which is only read. An empty text gives an article without attributions and the warning ``empty``.
    The metadata is kept as given; ``id`` is part of the attributions' ids, so that they are unique among documents, and
    ``date``, where it names a day in ISO 8601 or RFC 2822, is what "on Monday" in a claim is counted from.
    ``known_speakers`` are speakers that may occur, as ``KnownSpeaker`` or by name.

    The result depends on the arguments alone, whatever was read before or is being read in other threads.

    Raises ``InputTypeError`` for anything but text, document and strings, ``SurrogateError`` for a lone surrogate,
    ``TooLongError`` above ``settings.max_chars`` characters, ``SettingsError`` for wrong settings or known speakers and
    ``ModelError`` where the bundled model is damaged.
    """
    settings = checked_settings(settings)
    metadata = _checked_metadata(Metadata(id=id, title=title, date=date, author=author, url=url))
    known = read_known_speakers(known_speakers)
    doc = text_or_doc if isinstance(text_or_doc, Doc) else None
    text = _checked_text(text_or_doc if doc is None else doc.text, settings.max_chars)

    found = joined(
        (_find(piece, settings, known, day_of(date)), chars, tokens)
        for piece, chars, tokens in pieces(text, doc, settings.block_chars)
    )
    warnings = found.warnings
    if not text.strip():
        warnings = (Warning("empty", "the text is empty"),)
    if len(text) > settings.block_chars:
        message = "the text was read in blocks; speakers are not linked from one to the next"
        warnings = (*warnings, Warning("read_in_blocks", message))
    named = with_ids(found.attributions, id)
    chosen = kept(named, settings)
    judged = dict(zip((each.id for each in named), found.claims, strict=False))  # without claims, none
    credited = {speaker.id for each in chosen for speaker in each.speakers}
    _log.debug("read %d characters: %d attributions, %d speakers", len(text), len(chosen), len(credited))
    return Article(
        metadata=metadata,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text_length=len(text),
        attributions=chosen,
        speakers=tuple(speaker for speaker in found.speakers if speaker.id in credited),
        claims=claims_of(chosen, judged, found.own_claims, id),
        blocks=found.blocks,
        regions=found.regions,
        warnings=warnings,
        version=__version__,
        model_sha256=found.model_sha256,
        settings_hash=settings.hash,
    )


def resolve_given(
    text_or_doc: str | Doc,
    given: Iterable[GivenAttribution | Mapping[str, Any]],
    *,
    id: str | None = None,  # noqa: A002 - the name of the field
    settings: Settings | None = None,
    known_speakers: Iterable[KnownSpeaker | str] = (),
) -> tuple[Attribution, ...]:
    """Find out who speaks in attributions that another system, or a person, found in an article.

    ``given`` are their cues, sources and contents in characters, as ``GivenAttribution`` or in the stand-off shape. The
    records come in the same order and number, kind and act judged and speakers resolved as ``extract`` does it; their
    spans are those given, widened to whole tokens. Of ``settings`` only ``max_chars`` and ``speaker_threshold`` count:
    the text is read in one piece and nothing is left out. Nothing given gives an empty tuple.

    Raises ``RecordError`` for spans that do not lie in the text and attributions without words (see
    ``given.read_given``), and otherwise what ``extract`` raises.
    """
    settings = checked_settings(settings)
    _checked_metadata(Metadata(id=id))
    known = read_known_speakers(known_speakers)
    text = _checked_text(text_or_doc.text if isinstance(text_or_doc, Doc) else text_or_doc, settings.max_chars)
    wanted = read_given(given, text)
    if not wanted:
        return ()
    doc = text_or_doc if isinstance(text_or_doc, Doc) else tokenised(text)
    shape = structure.analyse(doc)
    reading = encoder.read(doc, marks=structure.usual_marks(doc, shape))
    names = mentions.find_names(doc, reading)
    drafts, order = attribution.draft_given(doc, shape, wanted)
    cast = speakers.resolve(doc, shape, names, drafts, known)
    made = dict(zip(order, with_ids(records_of(doc, drafts, cast.resolutions), id), strict=True))
    return tuple(abstained(made[index], settings.speaker_threshold) for index in range(len(wanted)))


def _find(doc: Doc, settings: Settings, known: tuple[KnownSpeaker, ...], day: day_type | None) -> Findings:
    """Send one document through the rooms."""
    if not doc.text.strip():
        return Findings()
    warnings = text_warnings(doc)
    shape = structure.analyse(doc)
    reading = encoder.read(doc, marks=structure.usual_marks(doc, shape))
    names = mentions.find_names(doc, reading)
    drafts = attribution.attribute(doc, shape, reading)
    wanted = settings.claims
    sentences = claims.own_sentences(doc, shape, drafts) if wanted is ClaimScope.ALL else []
    cast = speakers.resolve(
        doc, shape, names, drafts, known, find_references=wanted is not ClaimScope.NONE, sentences=sentences
    )
    contents = [*(draft.content for draft in drafts), *((sentence,) for sentence in sentences)]
    sayings = [
        *claims.sayings_of(doc, shape, drafts),
        *(claims.Saying(sentence, (sentence,)) for sentence in sentences),
    ]
    judged = [
        claims.claim_of(doc, content, names, day, references, shape, saying)
        for content, references, saying in zip(contents, cast.references, sayings, strict=False)  # may have none
    ]
    records = records_of(doc, drafts, cast.resolutions)
    order = text_order(records)
    return Findings(
        attributions=tuple(records[index] for index in order),
        claims=tuple(judged[index] for index in order) if judged else (),
        own_claims=tuple(
            evolve(claim, sentence=span_of(doc, sentence))
            for claim, sentence in zip(judged[len(drafts) :], sentences, strict=True)
        ),
        speakers=cast.speakers,
        blocks=shape.blocks,
        regions=shape.regions,
        warnings=(*warnings, *mark_warnings(doc, shape.regions)),
        model_sha256=reading.model_sha256,
    )


def _checked_metadata(metadata: Metadata) -> Metadata:
    for attribute in fields(Metadata):
        value = getattr(metadata, attribute.name)
        if value is None:
            continue
        if not isinstance(value, str):
            raise InputTypeError(f"{attribute.name} must be a string, not {type(value).__name__}")
        _check_surrogates(value)
    return metadata


def _checked_text(text: object, limit: int) -> str:
    if not isinstance(text, str):
        hint = "; decode the bytes first" if isinstance(text, bytes | bytearray) else ""
        raise InputTypeError(f"text must be a string or a spaCy Doc, not {type(text).__name__}{hint}")
    if len(text) > limit:
        raise TooLongError(len(text), limit)
    _check_surrogates(text)
    return str.__str__(text)  # spaCy takes no subclass, such as the strings of numpy


def _check_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise SurrogateError(error.start) from None

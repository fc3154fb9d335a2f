"""Articles for tests: one made by hand, and a Hypothesis strategy for any."""

from __future__ import annotations

import hashlib

from hypothesis import strategies as st

from quotex.records import (
    Act,
    Article,
    Attribution,
    Block,
    BlockKind,
    Claim,
    ClaimType,
    DateBasis,
    Dated,
    Factor,
    Kind,
    Mention,
    MentionForm,
    Metadata,
    Real,
    Reason,
    Region,
    RegionKind,
    Resolution,
    Segment,
    Span,
    Speaker,
    SpeakerType,
    StandAlone,
    Status,
    Substitution,
    Title,
    TypedAs,
    Unresolved,
    Warning,  # noqa: A004 - the record's name
    Worth,
)

TEXT = "“The ferry,” said Ines Duarte, head of the port, “sails at six.” Crews want more pay."


def span(words: str, text: str = TEXT) -> Span:
    """The first occurrence of ``words`` in ``text``; token numbers are made up."""
    start = text.index(words)
    return Span(start, start + len(words), words, start, start + len(words))


def segment(words: str, verbatim: bool) -> Segment:
    """The first occurrence of ``words`` in ``TEXT`` as a part of a content."""
    found = span(words)
    return Segment(found.start, found.end, found.text, found.token_start, found.token_end, verbatim)


def sails(said: Attribution) -> Claim:
    """What is claimed of the ferry, with something in every field."""
    six = span("six")
    return Claim(
        id=said.id,
        attribution=said,
        sentence=None,
        types=(TypedAs(ClaimType.QUANTITY, "number", (six,)),),
        worth=Worth(0.2689, Real(-1.0), Real(-2.5), (Factor("numbers", Real(1.0), Real(1.5), (six,)),)),
        stand_alone=StandAlone(
            "“The ferry of Tarn,” … “sails at six.”",
            (Substitution(span("The ferry"), "The ferry of Tarn", None, "only-ferry", 0.9),),
            (Unresolved(six, "unsure"),),
        ),
        hedges=(span("sails"),),
        negations=(span("at"),),
        dates=(Dated(None, None, six),),
        date=Dated("2024-05-01", DateBasis.ARTICLE, None),
    )


def pays() -> Claim:
    """What the article itself says of the crews."""
    sentence = span("Crews want more pay.")
    types = (TypedAs(ClaimType.OTHER, "nothing-seen"),)
    return Claim("ab" * 8, None, sentence, types, Worth(0.5, Real(0.0), Real(0.0), ()), StandAlone(sentence.text))


def ferry() -> Article:
    """A broken quote by a named person with a title, an attitude of a group, and what they claim."""
    name = span("Ines Duarte")
    title = Title(span("head of the port"), role=span("head"), affiliation=span("port"))
    mention = Mention(name, MentionForm.NAMED, "name", 1.0)
    duarte = Speaker("s1", SpeakerType.PERSON, name, (title,), (), (mention,), known_as="Duarte, Ines")
    crews = Speaker("s2", SpeakerType.GROUP, span("Crews"))
    said = Attribution(
        id="0123456789abcdef",
        act=Act.STATEMENT,
        kind=Kind.DIRECT,
        cue=span("said"),
        source=span("Ines Duarte, head of the port"),
        content=(segment("“The ferry,”", True), segment("“sails at six.”", True)),
        score=0.9876,
        resolution=Resolution(MentionForm.NAMED, (duarte,), (Reason("name", 1.0, name),), 1.0),
        reasons=(Reason("postposed_cue"),),
    )
    want = Attribution(
        id="fedcba9876543210",
        act=Act.ATTITUDE,
        kind=Kind.INDIRECT,
        cue=span("want"),
        source=span("Crews"),
        content=(segment("more pay", False),),
        score=0.5,
        resolution=Resolution(MentionForm.COLLECTIVE, (crews,), (), 0.75),
    )
    return Article(
        metadata=Metadata(id="port.txt", title="The ferry", date="2024-05-01"),
        text_sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        text_length=len(TEXT),
        attributions=(said, want),
        speakers=(duarte, crews),
        claims=(sails(said), pays()),
        blocks=(Block(0, len(TEXT), BlockKind.PARAGRAPH, "running text"),),
        regions=(
            Region(0, 12, RegionKind.SPEECH, "speech verb", "“", "”", None, None),
            Region(49, 64, RegionKind.SPEECH, "speech verb", "“", None, None, 0),
        ),
        warnings=(Warning("unclosed_mark", "a mark is open", span("“The")),),
        version="0.1.0",
        model_sha256="a" * 64,
        settings_hash="b" * 16,
    )


_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_shares = st.floats(0, 1)


_numbers = st.floats(allow_nan=False, allow_infinity=False).map(Real)


@st.composite
def _claims(
    draw: st.DrawFn, maybe: st.SearchStrategy[Span | None], name: str, said: Attribution | None, extent: Span
) -> Claim:
    """Any claim of an attribution, or of the sentence ``extent`` where there is none."""
    some = st.lists(st.just(extent), max_size=2).map(tuple)
    types = st.builds(TypedAs, st.sampled_from(ClaimType), _words, some)
    factors = st.lists(st.builds(Factor, _words, _numbers, _numbers, some), max_size=2).map(tuple)
    changes = st.lists(st.builds(Substitution, st.just(extent), _words, maybe, _words, _shares), max_size=2).map(tuple)
    left = st.lists(st.builds(Unresolved, st.just(extent), _words), max_size=1).map(tuple)
    dates = st.builds(Dated, st.none() | _words, st.none() | st.sampled_from(DateBasis), maybe)
    return Claim(
        name,
        said,
        extent if said is None else None,
        tuple(draw(st.lists(types, min_size=1, max_size=2))),
        draw(st.builds(Worth, _shares, _numbers, _numbers, factors)),
        draw(st.builds(StandAlone, st.just(extent.text), changes, left)),
        draw(some),
        draw(some),
        tuple(draw(st.lists(dates, max_size=2))),
        draw(st.none() | dates),
    )


def articles() -> st.SearchStrategy[Article]:
    """Any article whose parts fit together."""
    return articles_with_texts().map(lambda pair: pair[0])


@st.composite
def articles_with_texts(draw: st.DrawFn) -> tuple[Article, str]:
    """Any article whose parts fit together, and its text."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
    extents = st.integers(0, len(text) - 1).flatmap(
        lambda start: st.tuples(st.just(start), st.integers(start + 1, len(text)))
    )
    spans = extents.map(lambda pair: Span(*pair, text[pair[0] : pair[1]], *pair))
    maybe = st.none() | spans
    segments = st.builds(
        lambda pair, verbatim: Segment(*pair, text[pair[0] : pair[1]], *pair, verbatim), extents, st.booleans()
    )
    reasons = st.lists(st.builds(Reason, _words, st.none() | _shares, maybe), max_size=2).map(tuple)
    titles = st.lists(st.builds(Title, spans, maybe, maybe), max_size=2).map(tuple)
    mentions = st.lists(st.builds(Mention, spans, st.sampled_from(MentionForm), _words, _shares), max_size=2).map(tuple)
    speakers = tuple(
        Speaker(
            f"s{number}",
            draw(st.sampled_from(SpeakerType)),
            draw(spans),
            draw(titles),
            tuple(draw(st.lists(spans, max_size=2))),
            draw(mentions),
            draw(st.none() | _words),
            draw(maybe),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    credited = st.lists(st.sampled_from(speakers), max_size=2).map(tuple) if speakers else st.just(())
    resolutions = st.builds(Resolution, st.sampled_from(MentionForm), credited, reasons, st.none() | _shares)
    attributions = tuple(
        Attribution(
            f"{number:016x}",
            draw(st.sampled_from(Act)),
            draw(st.sampled_from(Kind)),
            draw(maybe),
            draw(maybe),
            tuple(draw(st.lists(segments, min_size=1, max_size=3))),
            draw(_shares),
            draw(resolutions),
            draw(reasons),
            draw(st.sampled_from(Status)),
            *(draw(maybe) for _ in range(4)),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    claims = tuple(
        draw(_claims(maybe, f"{number:016x}", each, draw(spans)))
        for number, each in enumerate([*attributions, *[None] * draw(st.integers(0, 2))])
    )
    blocks = st.builds(
        lambda pair, kind, why, line: Block(*pair, kind, why, line), extents, st.sampled_from(BlockKind), _words, maybe
    )
    regions = tuple(
        Region(
            *draw(extents),
            draw(st.sampled_from(RegionKind)),
            draw(_words),
            "“",
            draw(st.sampled_from(["”", None])),
            None,
            None,
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    maybe_words = st.none() | _words
    article = Article(
        metadata=draw(st.builds(Metadata, maybe_words, maybe_words, maybe_words, maybe_words, maybe_words)),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text_length=len(text),
        attributions=attributions,
        speakers=speakers,
        claims=claims,
        blocks=tuple(draw(st.lists(blocks, max_size=2))),
        regions=regions,
        warnings=tuple(draw(st.lists(st.builds(Warning, _words, _words, maybe), max_size=2))),
        version=draw(_words),
        model_sha256=draw(_words),
        settings_hash=draw(_words),
    )
    return article, text

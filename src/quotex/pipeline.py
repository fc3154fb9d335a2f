"""The spaCy component: ``nlp.add_pipe("quotex")``. The only writer to a ``Doc``.

What is stored on a document are primitives under ``doc._.quotex_data``, which survive ``to_bytes``, ``DocBin`` and
worker processes; ``doc._.quotex`` and ``doc._.quotex_quotes`` are views made of them on each access. A mapping that
the caller puts in ``doc._.quotex_metadata`` beforehand (id, title, date, author, url) becomes the article's metadata.
The spans stand under ``doc.spans`` as "quotex_cues", "quotex_sources" and "quotex_contents": each span's ``id_`` is
its attribution's id and its label the attribution's kind. No other annotation is touched, ``doc.sents`` and
``doc.ents`` included.

spaCy loads this module whenever it makes any pipeline, as it does all entry points: what is heavy is imported where it
is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

if TYPE_CHECKING:
    from quotex.known import KnownSpeaker
    from quotex.records import Article, Attribution
    from quotex.records import Span as Slice
    from quotex.settings import Settings


@Language.factory(
    "quotex",
    assigns=["doc._.quotex_data", "doc.spans"],
    default_config={"settings": {}, "known_speakers": []},
)
def make_quotex(nlp: Language, name: str, settings: dict[str, Any], known_speakers: list[Any]) -> Quotex:
    """The component for ``nlp.add_pipe("quotex", config={"settings": {...}, "known_speakers": [...]})``.

    ``settings`` holds fields of ``Settings``; ``known_speakers`` names, or mappings with the fields of
    ``KnownSpeaker``. Raises ``SettingsError`` where one of them is wrong.
    """
    from quotex.known import read_known_speakers
    from quotex.settings import read_settings

    return Quotex(name, read_settings(settings), read_known_speakers(known_speakers))


class Quotex:
    """Reads a document and stores what it found on it. Holds settings only, so it pickles and needs no files."""

    def __init__(self, name: str, settings: Settings, known_speakers: tuple[KnownSpeaker, ...] = ()) -> None:
        self.name = name
        self.settings = settings
        self.known_speakers = known_speakers
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find who said what in ``doc`` and store it there. Raises ``InputError`` where the text cannot be read."""
        from quotex.extraction import extract

        about = doc._.quotex_metadata or {}
        annotate(doc, extract(doc, settings=self.settings, known_speakers=self.known_speakers, **about))
        return doc

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        """Restore from a pickle, in a process that may not know the extensions yet."""
        self.__dict__.update(state)
        register_extensions()


def annotate(doc: Doc, article: Article) -> None:
    """Store ``article``, extracted from ``doc``, on ``doc``; what an earlier run stored is replaced."""
    from quotex.serial import to_primitives

    register_extensions()
    doc._.quotex_data = to_primitives(article)
    found = article.attributions
    _store(doc, "quotex_cues", ((each, each.cue) for each in found))
    _store(doc, "quotex_sources", ((each, each.source) for each in found))
    _store(doc, "quotex_contents", ((each, segment) for each in found for segment in each.content))


def register_extensions() -> None:
    """Register the extensions ``quotex``, ``quotex_quotes``, ``quotex_data`` and ``quotex_metadata`` of ``Doc``.

    Needed only to read documents stored by another process where no pipeline with the component was made. Raises
    spaCy's ``ValueError`` where another package has taken one of the names.
    """
    getters = {"quotex": _article, "quotex_quotes": _quotes}
    for name in ("quotex_data", "quotex_metadata"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name, getter in getters.items():
        if not Doc.has_extension(name) or _module(Doc.get_extension(name)[2]) != __name__:
            Doc.set_extension(name, getter=getter)


def _module(getter: object) -> str | None:
    return getattr(getter, "__module__", None)


def _article(doc: Doc) -> Article | None:
    """The article record; ``None`` where the component has not read the document."""
    from quotex.serial import from_primitives

    return None if doc._.quotex_data is None else from_primitives(_lists(doc._.quotex_data))


def _lists(value: Any) -> Any:
    """Primitives with lists again where ``DocBin`` has made tuples of them."""
    if isinstance(value, dict):
        return {key: _lists(each) for key, each in value.items()}
    return [_lists(each) for each in value] if isinstance(value, list | tuple) else value


def _quotes(doc: Doc) -> tuple[Attribution, ...]:
    """The quotes in text order; empty where the component has not read the document."""
    article = _article(doc)
    return article.quotes if article else ()


def _store(doc: Doc, group: str, spans: Iterable[tuple[Attribution, Slice | None]]) -> None:
    made = [
        Span(doc, span.token_start, span.token_end, label=attribution.kind.value, span_id=attribution.id)
        for attribution, span in spans
        if span is not None
    ]
    doc.spans[group] = SpanGroup(doc, name=group, spans=made, attrs={"attributions": [span.id_ for span in made]})

"""The spaCy component."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import quotex
from quotex.errors import SettingsError
from quotex.pipeline import Quotex, register_extensions
from quotex.settings import Settings

TEXTS = [
    "“We open in May,” the mayor, Ada Osei, said on Monday.",
    "Rents rose by four percent last year, according to the statistics office.",
    "",
]


@pytest.fixture(name="nlp")
def _nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("quotex")
    return nlp


def test_the_component_stores_what_extract_finds(nlp: Language) -> None:
    """The article of a document is that of ``quotex.extract`` on its text."""
    for text in TEXTS:
        doc = nlp(text)
        assert doc._.quotex == quotex.extract(text)
        assert doc._.quotex_quotes == quotex.extract(text).quotes


def test_spans_are_those_of_the_records(nlp: Language) -> None:
    """The span groups hold cues, sources and contents with the attribution's id and kind."""
    doc = nlp(TEXTS[0])
    (quote,) = doc._.quotex_quotes
    (cue,) = doc.spans["quotex_cues"]
    assert (cue.text, cue.id_, cue.label_) == (quote.cue.text, quote.id, quote.kind)
    assert [span.text for span in doc.spans["quotex_sources"]] == [quote.source.text]
    assert [span.text for span in doc.spans["quotex_contents"]] == [segment.text for segment in quote.content]
    assert doc.spans["quotex_contents"].attrs["attributions"] == [quote.id] * len(quote.content)


def test_nothing_else_is_written() -> None:
    """Sentences, entities and tokens of other components stay as they were."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Ada Osei"}])  # type: ignore[attr-defined]
    before = nlp(TEXTS[0])
    nlp.add_pipe("quotex")
    after = nlp(TEXTS[0])
    assert [sent.text for sent in after.sents] == [sent.text for sent in before.sents]
    assert [(ent.text, ent.label_) for ent in after.ents] == [(ent.text, ent.label_) for ent in before.ents]
    assert after.to_array(["ORTH", "SENT_START"]).tolist() == before.to_array(["ORTH", "SENT_START"]).tolist()
    assert not spacy.blank("en")(TEXTS[0]).has_annotation("SENT_START")


def test_the_component_sets_no_sentences(nlp: Language) -> None:
    """On a blank pipeline a document has no sentences, before and after."""
    assert not nlp(TEXTS[0]).has_annotation("SENT_START")


@pytest.mark.parametrize("text", TEXTS)
def test_results_survive_bytes(nlp: Language, text: str) -> None:
    """``to_bytes`` and ``DocBin`` carry article and spans to another vocabulary."""
    doc = nlp(text)
    vocab = spacy.blank("en").vocab
    of_bytes = Doc(vocab).from_bytes(doc.to_bytes())
    (of_bin,) = (
        DocBin().from_bytes(DocBin(store_user_data=True, docs=[doc]).to_bytes()).get_docs(spacy.blank("en").vocab)
    )
    for restored in (of_bytes, of_bin):
        assert restored._.quotex == doc._.quotex
        for name, group in doc.spans.items():
            assert [(each.text, each.label_, each.id_) for each in restored.spans[name]] == [
                (each.text, each.label_, each.id_) for each in group
            ]


def test_results_are_the_same_from_worker_processes(nlp: Language) -> None:
    """Two processes give what one gives."""
    alone = [doc._.quotex for doc in nlp.pipe(TEXTS)]
    assert [doc._.quotex for doc in nlp.pipe(TEXTS, n_process=2)] == alone


def test_memory_zones_leave_the_records(nlp: Language) -> None:
    """Records taken out of a memory zone hold after it, and the next zone gives the same."""
    found = []
    for _ in range(2):
        with nlp.memory_zone():
            found.append([doc._.quotex for doc in nlp.pipe(TEXTS)])
    assert found[0] == found[1] == [quotex.extract(text) for text in TEXTS]


def test_configuration_reaches_the_extraction() -> None:
    """Settings and known speakers of the configuration are used, and are part of the pipeline's own."""
    nlp = spacy.blank("en")
    config = {"settings": {"acts": ["belief"]}, "known_speakers": [{"name": "Osei", "aliases": ["Ada Osei"]}]}
    nlp.add_pipe("quotex", config=config)
    doc = nlp(TEXTS[0])
    assert doc._.quotex.settings_hash == Settings(acts=["belief"]).hash
    assert doc._.quotex_quotes == ()
    copied = spacy.blank("en").from_config(nlp.config)
    assert copied(TEXTS[0])._.quotex == doc._.quotex


def test_a_wrong_configuration_is_refused() -> None:
    """A setting that does not exist or is out of range is told when the component is made."""
    for settings in ({"max_char": 5}, {"max_chars": 0}):
        with pytest.raises(SettingsError):
            spacy.blank("en").add_pipe("quotex", config={"settings": settings})


def test_metadata_put_on_a_document_is_used(nlp: Language) -> None:
    """The caller's id and title become those of the article, and the id is part of its ids."""
    doc = nlp.make_doc(TEXTS[0])
    doc._.quotex_metadata = {"id": "council-1", "title": "Opening"}
    assert nlp(doc)._.quotex == quotex.extract(TEXTS[0], id="council-1", title="Opening")


def test_a_second_run_replaces_the_first(nlp: Language) -> None:
    """Reading a document again leaves one set of spans."""
    doc = nlp(TEXTS[0])
    once = doc.to_bytes()
    assert nlp(doc).to_bytes() == once


def test_an_unread_document_has_no_article(nlp: Language) -> None:
    """Where the component has not run, the article is None and there are no quotes."""
    doc = nlp.make_doc(TEXTS[0])
    assert doc._.quotex is None
    assert doc._.quotex_quotes == ()


def test_the_component_pickles() -> None:
    """A component restored from a pickle reads as before."""
    component = pickle.loads(pickle.dumps(Quotex("quotex", Settings(acts=["statement"]))))
    doc = component(spacy.blank("en")(TEXTS[0]))
    assert doc._.quotex.settings_hash == Settings(acts=["statement"]).hash


@pytest.fixture(name="foreign")
def _foreign() -> Iterator[None]:
    register_extensions()
    ours = Doc.remove_extension("quotex")
    Doc.set_extension("quotex", getter=len)
    yield
    Doc.remove_extension("quotex")
    Doc.set_extension("quotex", getter=ours[2])


@pytest.mark.usefixtures("foreign")
def test_a_foreign_extension_is_not_overwritten() -> None:
    """Where another package has taken the name, spaCy's error is raised and the extension stays."""
    with pytest.raises(ValueError, match="quotex"):
        spacy.blank("en").add_pipe("quotex")
    assert Doc.get_extension("quotex")[2] is len

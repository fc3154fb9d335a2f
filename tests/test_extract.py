"""``quotex.extract``: what it takes, refuses, warns of and keeps."""

from __future__ import annotations

import hashlib
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import spacy
from spacy.tokens import Doc

import quotex
from quotex import extraction, tokens
from quotex.errors import InputError, InputTypeError, SettingsError, SurrogateError, TooLongError
from quotex.records import Act, MentionForm, Reason, Resolution
from quotex.settings import Settings

STORY = (
    "ELM QUAY — The ferry to the island will stop at the end of June, the harbour board said on Monday.\n\n"
    "“We have looked at every sum twice,” said Ines Duarte, the head of the board. “There is no money left.”\n\n"
    "Paul Reyes, who runs the island's only shop, said that he would have to close. He wants the county to pay.\n"
)


def test_what_is_found_points_into_the_text() -> None:
    """A short story gives quotes with the words, the speaker and the offsets they have in it."""
    article = quotex.extract(STORY, id="story")
    quote = next(quote for quote in article.quotes if "every sum" in quote.text)
    assert quote.speaker is not None
    assert quote.speaker.name.text == "Ines Duarte"
    assert all(STORY[segment.start : segment.end] == segment.text for segment in quote.content)
    assert article.text_sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert article.text_length == len(STORY)
    assert len(article.model_sha256) == 64
    assert article.version == quotex.__version__


def test_attributions_are_in_text_order() -> None:
    """They come by the first character of cue, source or content, and with ids of their own."""
    attributions = quotex.extract(STORY).attributions
    starts = [
        min(part.start for part in (each.cue, each.source, *each.content) if part is not None) for each in attributions
    ]
    assert starts == sorted(starts)
    assert len({each.id for each in attributions}) == len(attributions)


def test_metadata_is_kept_and_only_the_id_changes_ids() -> None:
    """Title, date, author and address are stored as given; the document's id is part of the attributions' ids."""
    plain = quotex.extract(STORY)
    told = quotex.extract(STORY, title="Ferry", date="Monday", author="A", url="u")
    named = quotex.extract(STORY, id="story")
    assert (told.metadata.title, told.metadata.date, told.metadata.author, told.metadata.url) == (
        "Ferry",
        "Monday",
        "A",
        "u",
    )
    assert told.attributions == plain.attributions
    assert {each.id for each in named.attributions}.isdisjoint(each.id for each in plain.attributions)


@pytest.mark.parametrize("text", [b"Ines said so.", None, 5, ["Ines said so."]])
def test_what_is_no_text_is_refused(text: object) -> None:
    """Bytes and other things raise an error that is a TypeError, too."""
    with pytest.raises(InputTypeError, match="text must be a string"):
        quotex.extract(text)  # type: ignore[arg-type]
    assert issubclass(InputTypeError, TypeError)
    assert issubclass(InputTypeError, InputError)


def test_metadata_must_be_strings() -> None:
    """A number as id and a lone surrogate in a title are told."""
    with pytest.raises(InputTypeError, match="id must be a string, not int"):
        quotex.extract("Yes", id=5)  # type: ignore[arg-type]
    with pytest.raises(SurrogateError):
        quotex.extract("Yes", title="\udcff")


def test_settings_must_be_settings() -> None:
    """A dict is no Settings, and one name no list of known speakers."""
    with pytest.raises(SettingsError):
        quotex.extract("Yes", settings={"max_chars": 5})  # type: ignore[arg-type]
    with pytest.raises(SettingsError):
        quotex.extract("Yes", known_speakers="Ines Duarte")


def test_a_lone_surrogate_is_told_with_its_offset() -> None:
    """The offset is that of the first; the error survives pickling, as worker processes need."""
    with pytest.raises(SurrogateError) as caught:
        quotex.extract("Inês said 😀 \ud83d so \udc00.")
    assert caught.value.offset == 12
    assert pickle.loads(pickle.dumps(caught.value)).offset == 12


def test_a_text_above_the_limit_is_refused() -> None:
    """As many characters as allowed are read, one more is not."""
    settings = quotex.Settings(max_chars=20)
    assert quotex.extract("x" * 20, settings=settings).text_length == 20
    with pytest.raises(TooLongError, match="21 characters and the limit is 20") as caught:
        quotex.extract("x" * 21, settings=settings)
    assert (caught.value.length, caught.value.limit) == (21, 20)


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\r\n", "\u2003"])
def test_nothing_gives_an_empty_article(text: str) -> None:
    """An empty text, as a string or a document, has no attributions and the warning ``empty``."""
    for given in (text, spacy.blank("en")(text)):
        article = quotex.extract(given)
        assert article.attributions == article.speakers == article.blocks == article.regions == ()
        assert [warning.code for warning in article.warnings] == ["empty"]


def test_a_foreign_text_is_warned_of() -> None:
    """A German text is read all the same, and the warning says what to expect."""
    text = "Die Fähre zur Insel wird Ende Juni eingestellt, teilte die Hafenbehörde am Montag mit. " * 5
    assert "not_english" in [warning.code for warning in quotex.extract(text).warnings]


def test_a_document_is_read_and_not_written() -> None:
    """A caller's document gives the records of its text and stays byte for byte what it was."""
    doc = spacy.blank("en")(STORY)
    before = doc.to_bytes()
    assert quotex.extract(doc, id="story") == quotex.extract(STORY, id="story")
    assert doc.to_bytes() == before


def test_a_document_with_other_tokens_is_read() -> None:
    """Tokens split at white space alone still give slices of the text."""
    words = STORY.replace("\n", " ").split()
    doc = Doc(spacy.blank("en").vocab, words=words)
    for each in quotex.extract(doc).attributions:
        for part in (each.cue, each.source, *each.content):
            assert part is None or doc.text[part.start : part.end] == part.text


def test_acts_and_threshold_choose_without_changing_ids() -> None:
    """Fewer acts or a higher score leave attributions out; those left are the same, ids and speakers included."""
    everything = quotex.extract(STORY).attributions
    quotes = quotex.extract(STORY, settings=quotex.Settings(acts=[Act.STATEMENT]))
    assert quotes.attributions == tuple(each for each in everything if each.act is Act.STATEMENT)
    scores = sorted(each.score for each in everything)
    middle = scores[len(scores) // 2]
    better = quotex.extract(STORY, settings=quotex.Settings(attribution_threshold=middle))
    assert better.attributions == tuple(each for each in everything if each.score >= middle)
    credited = [speaker for each in quotes.attributions for speaker in each.speakers]
    assert all(speaker in credited for speaker in quotes.speakers)


def test_an_unsure_speaker_is_left_open() -> None:
    """Below the threshold for speakers nobody is credited, and the path ends with the reason and the score it had."""
    article = quotex.extract(STORY, settings=quotex.Settings(speaker_threshold=1.0))
    sure = quotex.extract(STORY)
    unsure = [each for each in sure.attributions if each.resolution.score is not None and each.resolution.score < 1]
    for each, was in zip(article.attributions, sure.attributions, strict=True):
        if was in unsure and was.speakers:
            expected = (*was.resolution.path, Reason("below_speaker_threshold", was.resolution.score))
            assert each.resolution == Resolution(was.resolution.form, (), expected, was.resolution.score)
        else:
            assert each.resolution.form in MentionForm
            assert [speaker.name for speaker in each.speakers] == [speaker.name for speaker in was.speakers]


def test_a_known_speaker_is_recognised() -> None:
    """A speaker whom the caller knows carries the caller's name."""
    known = quotex.KnownSpeaker("Duarte, Ines Maria", aliases=("Ines Duarte",))
    speakers = quotex.extract(STORY, known_speakers=[known]).speakers
    assert "Duarte, Ines Maria" in [speaker.known_as for speaker in speakers]


def test_a_text_in_blocks_has_offsets_of_the_whole() -> None:
    """Read in blocks, a long text still gives slices of itself, in order, and says so."""
    text = STORY * 8
    article = quotex.extract(text, settings=quotex.Settings(block_chars=1_000))
    whole = quotex.extract(text)
    assert "read_in_blocks" in [warning.code for warning in article.warnings]
    assert "read_in_blocks" not in [warning.code for warning in whole.warnings]
    tokens = spacy.blank("en")(text)
    for each in article.attributions:
        for part in (each.cue, each.source, *each.content):
            if part is not None:
                assert text[part.start : part.end] == part.text == tokens[part.token_start : part.token_end].text
    assert article.attributions[-1].content[-1].end > len(text) * 0.9
    assert quotex.from_json(quotex.to_json(article)) == article


def test_threads_do_not_disturb_each_other() -> None:
    """Different texts read at once in several threads give what they give one after the other."""
    texts = [STORY.replace("Ines Duarte", name) for name in ("Ines Duarte", "Odile Brandt", "Yaw Mensah", "Li Na")]
    expected = [quotex.to_json(quotex.extract(text)) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: quotex.to_json(quotex.extract(text)), texts * 2)) == expected * 2


def test_a_vocabulary_begun_anew_changes_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles are the same whether the vocabulary is begun anew between texts, between the blocks of one, or never."""
    text = "\n\n".join(
        f"“We open in May,” the mayor, Ada Osei, said of bridge {n}. She wants a roof." for n in range(30)
    )
    settings = Settings(block_chars=1_000)
    kept = [quotex.extract(text), quotex.extract(text, settings=settings)]
    monkeypatch.setattr(tokens, "_MANY_STRINGS", 1)
    assert [quotex.extract(text), quotex.extract(text, settings=settings)] == kept
    assert len(kept[0].quotes) == len(kept[1].quotes) == 30


def test_import_is_light() -> None:
    """``import quotex`` and looking at its names load neither spaCy nor numpy nor attrs."""
    code = (
        "import sys, quotex; dir(quotex); print([n for n in ('spacy', 'numpy', 'attr', 'click') if n in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[]"


def test_every_public_name_is_there() -> None:
    """Each name of ``__all__`` can be had, however the modules were loaded before, and no other."""
    assert extraction.extract is quotex.extract
    for name in quotex.__all__:
        assert getattr(quotex, name) is not None
    assert set(quotex.__all__) <= set(dir(quotex))
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        quotex.extrakt  # noqa: B018


def test_a_subclass_of_strings_is_read_as_its_characters() -> None:
    """What passes for a string everywhere, as those of numpy do, is read like one."""

    class Text(str):
        __slots__ = ()

    assert quotex.extract(Text("“We open,” Ada Osei said.")) == quotex.extract("“We open,” Ada Osei said.")

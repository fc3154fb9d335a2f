"""Sources that keep their names to themselves, writers of articles, and those whose words are relayed."""

from __future__ import annotations

import pytest
from attrs import evolve

from quotex.records import SpeakerType
from quotex.speakers import resolve
from quotex.structure import analyse
from speaker_samples import cast_of, marked, names_of, tokens


@pytest.mark.parametrize(
    ("article", "type_", "wording"),
    [
        ("[[A senior official, who asked not to be named,]] spoke.", "anonymous", "who asked not to be named"),
        ("[[A nurse]], who declined to be identified, spoke.", "anonymous", "who declined to be identified"),
        ("[[An aide]] spoke on the condition of anonymity.", "anonymous", "on the condition of anonymity"),
        ("[[An unnamed aide]] spoke.", "anonymous", "unnamed"),
        (
            "[[A clerk]] who wasn’t authorized to speak publicly did so.",
            "anonymous",
            "who wasn’t authorized to speak publicly",
        ),
        ("[[A guard]] wished to remain anonymous.", "anonymous", "wished to remain anonymous"),
        ("[[Three officials]] spoke on condition of anonymity.", "group", "on condition of anonymity"),
        ("[[A senior official]] spoke at noon.", "role", None),
        ("[[A nurse]] said “nobody wants to remain anonymous” here.", "role", None),
        ("[[A nurse]] declined to be drawn.", "role", None),
    ],
)
def test_the_words_of_anonymity_are_kept(article: str, type_: str, wording: str | None) -> None:
    """The first words in the source or its sentence, outside marks, are the speaker's; a group stays a group."""
    (speaker,) = cast_of(article).speakers
    assert speaker.type == type_
    assert (speaker.anonymity.text if speaker.anonymity else None) == wording


def test_a_named_person_is_bound_by_the_source_alone() -> None:
    """Who gives only a first name keeps the wording; somebody else's wording in the sentence does not count."""
    article = "[[Mina, a teacher who declined to give her last name,]] and an aide who asked not to be named spoke."
    (mina,) = cast_of(article, people="Mina").speakers
    assert mina.type is SpeakerType.PERSON
    assert mina.anonymity is not None
    assert mina.anonymity.text == "who declined to give her last name"
    (osei,) = cast_of("[[Ada Osei]] and an aide who asked not to be named spoke.", people="Ada Osei").speakers
    assert osei.anonymity is None


def test_wording_between_a_named_source_and_its_cue_counts() -> None:
    """Where the source is the name alone, what stands between it and the cue still says that it keeps a name back."""
    doc, (draft,) = marked("[[Mina]], a cook who declined to give her last name, said no.")
    said = doc.text.index("said")
    cast = resolve(doc, analyse(doc), names_of(doc, "Mina"), [evolve(draft, cue=tokens(doc, said, said + 4))])
    assert cast.speakers[0].anonymity is not None
    assert cast.speakers[0].anonymity.text == "who declined to give her last name"


def test_i_outside_marks_is_the_author_of_the_byline() -> None:
    """The writer who speaks for himself has a type of his own; a bylined person without "I" stays a person."""
    (author,) = cast_of("By Ada Osei\n\n[[I]] think the ferry is unsafe.", people="Ada Osei").speakers
    assert (author.type, author.name.text) == (SpeakerType.AUTHOR, "Ada Osei")
    (person,) = cast_of("By Ada Osei\n\n[[Osei]] thinks the ferry is unsafe.", people="Ada Osei; Osei").speakers
    assert person.type is SpeakerType.PERSON


def test_we_outside_marks_are_all_authors_of_the_byline() -> None:
    """A byline of two makes two speakers of "we" and one of "I"."""
    byline = "By Ada Osei and Bo Lind\n\n"
    both = cast_of(byline + "[[We]] think the ferry is unsafe.", people="Ada Osei; Bo Lind")
    assert [speaker.name.text for speaker in both.speakers] == ["Ada Osei", "Bo Lind"]
    one = cast_of(byline + "[[I]] think the ferry is unsafe.", people="Ada Osei; Bo Lind")
    assert [speaker.name.text for speaker in one.speakers] == ["Ada Osei"]


def test_a_writer_who_is_not_named_stays_unresolved() -> None:
    """Without a byline nobody is credited."""
    assert cast_of("[[I]] think the ferry is unsafe.").speakers == ()


def test_the_speaker_of_relayed_words_is_the_one_quoted() -> None:
    """Where the source only quotes somebody, the path begins with the words that name him."""
    text = "[[The agency]] quoted Reza Karimi, the foreign minister, as saying the border was closed."
    doc, (draft,) = marked(text)
    start = doc.text.index("Reza")
    draft = evolve(draft, teller=draft.source, quoted=tokens(doc, start, doc.text.index(", as")))
    cast = resolve(doc, analyse(doc), names_of(doc, people="Reza Karimi"), [draft])
    (resolution,) = cast.resolutions
    assert [speaker.name.text for speaker in resolution.speakers] == ["Reza Karimi"]
    first = resolution.path[0]
    assert first.rule == "words-relayed"
    assert first.span is not None
    assert first.span.text == "Reza Karimi, the foreign minister"

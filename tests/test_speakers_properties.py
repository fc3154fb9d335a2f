"""What holds for the speakers of any document."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.attribution.draft import Draft
from quotex.records import Act, Kind, Span
from quotex.speakers import Cast, resolve
from quotex.structure import analyse
from speaker_samples import NLP, marked, names_of
from work import lines_run

_WORDS = (
    "Ida Koll Ulf Osk Moss Mr Mrs Dr President minister the a of and , . ( ) “ ” he she they it who I we said that "
    "officials ministry report group HRW Harbour Office his former deputy \n\n — 's one 2020"
).split(" ")


@st.composite
def _documents(draw: st.DrawFn) -> Cast:
    doc = NLP(" ".join(draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=40))))
    count = draw(st.integers(0, 5))
    drafts = []
    for _ in range(count):
        start = draw(st.integers(0, len(doc) - 1))
        end = draw(st.integers(start + 1, min(len(doc), start + 8)))
        source = draw(st.sampled_from([(start, end), None]))
        follows = draw(st.sampled_from([None, *range(count)]))
        drafts.append(Draft(None, source, ((start, end),), (True,), Act.STATEMENT, Kind.DIRECT, 0.5, (), follows))
    names = names_of(doc, "Ida Koll; Ulf Osk; Moss; Koll", "HRW; Harbour Office")
    first = resolve(doc, analyse(doc), names, drafts)
    assert first == resolve(doc, analyse(doc), names, drafts)
    assert len(first.resolutions) == len(drafts)
    for span in _spans(first):
        assert doc.text[span.start : span.end] == span.text == doc[span.token_start : span.token_end].text != ""
    return first


def _spans(cast: Cast) -> list[Span]:
    out = [step.span for resolution in cast.resolutions for step in resolution.path if step.span is not None]
    for speaker in cast.speakers:
        out += [speaker.name, *speaker.aliases, *(mention.span for mention in speaker.mentions)]
        for title in speaker.titles:
            out += [title.span, *(part for part in (title.role, title.affiliation) if part is not None)]
    return out


@settings(max_examples=80, deadline=None)
@given(_documents())
def test_any_document_has_a_sound_cast(cast: Cast) -> None:
    """Any words and sources give the same cast twice, of slices of the text, with scores in range and ids in order."""
    assert [speaker.id for speaker in cast.speakers] == [f"s{n}" for n in range(1, len(cast.speakers) + 1)]
    credited = {speaker.id for resolution in cast.resolutions for speaker in resolution.speakers}
    assert credited == {speaker.id for speaker in cast.speakers}
    for resolution in cast.resolutions:
        assert bool(resolution.speakers) == (resolution.score is not None)
        assert resolution.path
        assert all(step.score is None or 0.0 <= step.score <= 1.0 for step in resolution.path)
    for speaker in cast.speakers:
        places = [mention.span.start for mention in speaker.mentions]
        assert places == sorted(places)


def test_parts_of_a_title_lie_within_it() -> None:
    """Role and affiliation are parts of the title's span."""
    doc, drafts = marked(
        "[[Ulf Osk, Tarn's minister of roads and head of the reef institute at Tarn College,]] said no."
    )
    cast = resolve(doc, analyse(doc), names_of(doc, "Ulf Osk", "Tarn College"), drafts)
    titles = [title for speaker in cast.speakers for title in speaker.titles]
    assert titles
    for title in titles:
        for part in (title.role, title.affiliation):
            assert part is None or title.span.start <= part.start < part.end <= title.span.end


def _work(copies: int) -> int:
    paragraph = (
        "[[Minister Ida Koll]] said no. [[She]] said more. [[The minister]] left. [[Officials]] and [[HRW]] agreed.\n\n"
    )
    doc, drafts = marked(paragraph * copies)
    names, structure = names_of(doc, "Ida Koll", "HRW"), analyse(doc)
    return lines_run(lambda: resolve(doc, structure, names, drafts))


def test_work_grows_in_proportion() -> None:
    """Eight times the text takes far less than the sixty-four times the work that comparing all with all would."""
    _work(5)
    assert _work(160) < 16 * _work(20)

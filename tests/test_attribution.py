"""Links fitted to marks, joined over paragraphs and made drafts, on documents built by hand."""

from __future__ import annotations

import pytest

from attribution_samples import Case
from quotex.attribution import followons, joining, kinds, marks
from quotex.attribution.blocks import past_dateline, within_blocks
from quotex.attribution.drafting import drafted
from quotex.records import Kind


def _fitted(case, link):
    return case.texts(marks.fitted(case.doc, case.structure, link).content)


def test_a_content_that_nearly_fills_its_marks_is_widened_to_them():
    """The marks and the comma before the closing one belong to direct content."""
    case = Case("“The bridge will open in May,” said Ms Oduya.")
    assert _fitted(case, case.link("said", "Ms Oduya", "bridge will open in May")) == ["“The bridge will open in May,”"]


def test_a_content_is_not_widened_over_its_cue():
    """A cue inside the same marks keeps the content apart."""
    case = Case("“I told him, the bridge will open,” read the note.")
    assert _fitted(case, case.link("told", "I", "the bridge will open,")) == ["the bridge will open,"]


def test_loose_punctuation_is_taken_off_a_paraphrase():
    """Neither the comma before a postposed cue nor the full stop is content."""
    case = Case("The bridge will open in May, he said.")
    assert _fitted(case, case.link("said", "he", "The bridge will open in May,")) == ["The bridge will open in May"]


def test_a_little_of_a_quotation_does_not_pull_in_the_rest():
    """A fragment that fills a small part of the marks stays as it is."""
    case = Case("“We waited for hours and hours in the cold until a bus came by,” he said.")
    assert _fitted(case, case.link("said", "he", "We waited")) == ["We waited"]


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected", "kind"),
    [
        ("She said “we are ready” today.", "said", "“we are ready”", [("“we are ready”", True)], Kind.DIRECT),
        ("She said they were ready.", "said", "they were ready", [("they were ready", False)], Kind.INDIRECT),
        (
            "She said they were “more than ready to leave” on time.",
            "said",
            "they were “more than ready to leave” on time",
            [("they were", False), ("“more than ready to leave”", True), ("on time", False)],
            Kind.MIXED,
        ),
        ("She said: We are ready.", "said", "We are ready.", [("We are ready.", True)], Kind.DIRECT),
    ],
)
def test_segments_are_verbatim_in_marks_or_after_a_colon(text, cue, content, expected, kind):
    """The content is cut where its marks begin and end, and the kind follows from its parts."""
    case = Case(text)
    spans, verbatim = kinds.segments(case.doc, case.structure, case.link(cue, "She", content))
    assert list(zip(case.texts(spans), verbatim, strict=True)) == expected
    assert kinds.kind_of(verbatim) is kind


def _joined(case, *links):
    return joining.joined(case.doc, case.structure, links)


def test_speech_after_an_interrupting_cue_is_the_same_quotation():
    """What stands in marks right after "she said" carries on the quotation."""
    case = Case("“It was cold,” she said. “Nobody came to help us.”")
    (link,) = _joined(case, case.link("said", "she", "“It was cold,”"))
    assert case.texts(link.content) == ["“It was cold,”", "“Nobody came to help us.”"]


def test_speech_of_another_cue_is_left_alone():
    """Words that another link holds are not taken."""
    case = Case("“It was cold,” she said. “Nobody came to help,” he added.")
    first, second = _joined(
        case, case.link("said", "she", "“It was cold,”"), case.link("added", "he", "“Nobody came to help,”")
    )
    assert len(first.content) == len(second.content) == 1


def test_a_quotation_over_paragraphs_is_one_content():
    """An opening mark on each paragraph and one closing mark make one quotation."""
    case = Case("She said: “We came at dawn.\n\n“The gates were shut.\n\n“Then we left.”\n\nThe office closed at noon.")
    (link,) = _joined(case, case.link("said", "She", "“We came at dawn."))
    assert case.texts(link.content) == ["“We came at dawn.", "“The gates were shut.", "“Then we left.”"]


def test_a_paragraph_wholly_in_marks_follows_the_running_speaker():
    """A closed quotation without a cue carries on the speaker of the paragraph before, and so does the next one."""
    case = Case("“We came at dawn,” she said.\n\n“The gates were shut.”\n\n“Then we left the place.”")
    links = _joined(case, case.link("said", "she", "“We came at dawn,”"))
    links += followons.unclaimed(case.doc, case.structure, links)
    assert [case.texts(link.content) for link in links[1:]] == [
        ["“The gates were shut.”"],
        ["“Then we left the place.”"],
    ]
    assert followons.running(case.structure, links) == [None, 0, 1]


def test_a_follow_on_has_nobody_to_follow_across_a_paragraph_of_other_text():
    """A paragraph of narration breaks the running speaker."""
    case = Case(
        "“We came,” she said.\n\nThe office closed at noon, as it always does.\n\n“The gates were shut by then.”"
    )
    links = _joined(case, case.link("said", "she", "“We came,”"))
    links += followons.unclaimed(case.doc, case.structure, links)
    assert followons.running(case.structure, links) == [None, None]


def test_a_cue_loses_its_colon_and_the_speech_keeps_its_full_stop():
    """What a colon sets off is direct speech, which ends with its own full stop; the colon is no part of the cue."""
    case = Case("The mayor argued: We will not sell the park.")
    link = marks.fitted(case.doc, case.structure, case.link("argued:", "The mayor", "We will not sell the park"))
    assert case.texts([link.cue, *link.content]) == ["argued", "We will not sell the park."]


@pytest.mark.parametrize("dateline", ["TARN — ", "PORT TARN, May 3 (Quay News) -- "])
def test_a_source_loses_the_dateline_it_begins_with(dateline):
    """The place and the agency before the first sentence are no part of whoever speaks in it."""
    case = Case(f"{dateline}Zorla Quent said the mill was sold.")
    link = case.link("said", f"{dateline}Zorla Quent", "the mill was sold")
    within = within_blocks(case.structure, link)
    (draft,) = drafted(case.doc, case.structure, [link])
    assert case.texts([past_dateline(case.structure, link.source)]) == ["Zorla Quent"]
    assert case.texts([within.source, draft.source]) == ["Zorla Quent"] * 2


def test_a_source_without_a_dateline_at_its_start_stays():
    """A source behind a dateline, within it or in a paragraph without one keeps its words, and none stays none."""
    case = Case("PORT TARN, May 3 (Quay News) -- Zorla Quent said the mill was sold.\n\nThen Bo Vim said no.")
    for source in ("Zorla Quent", "Quay News", "Bo Vim"):
        assert past_dateline(case.structure, case.span(source)) == case.span(source)
    assert past_dateline(case.structure, None) is None

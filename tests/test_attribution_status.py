"""The status of an attribution: whether its source says the content, and which words show it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution_samples import NLP
from marked_samples import marked
from quotex.attribution.status import status_of
from quotex.attribution.verbgroup import verb_group
from quotex.records import Status
from quotex.structure import analyse


def _status(text: str) -> tuple[str, str | None]:
    case = marked(text)
    status, shown = status_of(case.structure, case.group, case.source, case.content)
    return status.value, case.text(shown)


@pytest.mark.parametrize(
    "text",
    [
        "{The minister} <said> [that the dam was safe].",
        "{She} <said> [he would resign].",
        "{She} <said> [she did not know why].",
        "{The mayor} <asked> [the engineers to inspect the bridge].",
        "{Residents} <asked for> [a new bridge].",
        "[“Help us,”] {he} <asked>.",
        "{She} <questioned> [the plan].",
        "{The club} <declined> [to attend the meeting].",
        "{The board} <rejected> [an offer from the bank].",
        "{A judge} <dismissed> [the case].",
        "{The court} <denied> [him bail].",
        "{She} <not only said> [the dam was safe] but slept beside it.",
        "{She} <made no secret of> [her anger].",
        "{She} <couldn’t help saying> [that it was late].",
        "{She} <never failed to mention> [the dam].",
        "{We} <could hear> [that it was raining].",
        "{I} <could tell> [he was tired].",
        "{The union} <plans> [to build a school].",
        "{She} <would like> [to see the dam].",
        "{Theresa May} <said> [the dam was safe].",
        "In May {the council} <said> [that the dam was safe].",
        "{She} <went on to say> [that the dam was safe].",
        "If it rains, as {she} <said>, [the dam will break].",
        "{He} <knows> [why the siren failed].",
        "[“Is it safe?”] {she} <said>.",
        "They had <a dispute with> {the mayor} [about the dam].",
    ],
)
def test_what_the_source_says_is_asserted(text: str) -> None:
    """Negations, modals and questions of the content, and words that only look like such in the cue, change nothing."""
    assert _status(text) == ("asserted", None)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{The minister} <denied> [that the dam had failed].", "denied"),
        ("{The minister} <has strongly denied> [any wrongdoing].", "denied"),
        ("{The minister} <would deny> [that the dam had failed].", "deny"),
        ("{The team} <had to deny> [the reports].", "deny"),
        ("It was [a charge] that {the mayor} <denied>.", "denied"),
        ("{The firm} <rejected> [the claim that its boats leak].", "rejected"),
        ("{Osei} <dismissed> [the report as nonsense].", "dismissed"),
        ("{She} <shrugged off> [all criticism].", "shrugged off"),
        ("{The expert} <refuted> [the theory].", "refuted"),
        ("{The ministry’s> <denial> [that the dam had failed] came late.".replace("s>", "s}"), "denial"),
    ],
)
def test_a_denial_is_denied(text: str, shown: str) -> None:
    """Verbs and nouns of denying count by themselves, verbs of rejecting where what they reject is a claim."""
    assert _status(text) == ("denied", shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{Osei} <declined> [to comment].", "declined"),
        ("{Osei} <declined to comment on> [the ruling].", "declined to comment on"),
        ("{The bank} <refused to say> [how much it lost].", "refused to say"),
        ("{The bank} <declined> [an interview request].", "declined"),
        ("{The bank} <refused> [to give any details].", "refused"),
        ("{The bank} <refused to deny> [that money was lost].", "refused to deny"),
        ("{The minister’s} <refusal> [to say who paid] angered the town.", "refusal"),
        ("{The firm} <did not immediately respond to> [a request for comment].", "did not immediately respond to"),
        ("{The firm} <did not reply> [to emailed questions].", "did not reply"),
        ("{The owner} <could not be reached> [for comment].", "could not be reached"),
        ("{The owner} <was unavailable> [for comment].", "was unavailable"),
        ("{The owner} <had no immediate comment on> [the fire].", "had no immediate comment on"),
        ("{The owner} <has remained silent on> [the fire].", "has remained silent on"),
        ("{The owner} <dodged> [questions about the fire].", "dodged"),
        ("{The bank} <would not say> [how much it lost].", "would not say"),
        ("{The bank} <won’t publicly discuss> [its losses].", "won’t publicly discuss"),
        ("{The army} <would neither confirm nor deny> [the reports].", "would neither confirm"),
    ],
)
def test_silence_is_declined(text: str, shown: str) -> None:
    """Refusing to give information, having no comment and not answering are one status, in whatever words."""
    assert _status(text) == ("declined", shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{The minister} <did not say> [who would pay].", "did not say"),
        ("{The minister} didn’t <say> [who would pay].", "didn’t say"),
        ("{She} <never claimed> [that the boat was hers].", "never claimed"),
        ("{The army} <has not announced> [when it will leave].", "has not announced"),
        ("{The mayor} left <without saying> [where she went].", "without saying"),
        ("{He} <cannot say> [when the ferry will return].", "cannot say"),
        ("{The minister} <did not deny> [that the dam had failed].", "did not deny"),
        ("{The minister} <did not refuse> [to comment].", "did not refuse"),
        ("{She} <did not ask> [whether it was safe].", "did not ask"),
        ("{The firm} <failed to say> [how many were hurt].", "failed to say"),
        ("{The firm} <forgot> [to mention the price].", "forgot"),
        ("{The bank} <has yet to say> [who will pay].", "has yet to say"),
        ("{She} <stopped short of saying> [that it was unsafe].", "short of saying"),
        ("{No official} <has said> [that the dam was safe].", "No"),
        ("{Nobody} <said> [that the dam was safe].", "Nobody"),
        ("Nor did {the minister} <say> [who would pay].", "Nor did"),
    ],
)
def test_what_is_not_said_is_negated(text: str, shown: str) -> None:
    """A negation before the verb, leaving undone, or a source that names nobody; two negatives stay negated."""
    assert _status(text) == ("negated", shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{The reporter} <asked> [whether the bridge was safe].", "asked"),
        ("{The reporter} <asked> Osei [why the siren failed].", "asked"),
        ("{The reporter} <asked about> [the dam].", "asked"),
        ("[“Is the bridge safe?”] {she} <asked>.", "asked"),
        ("{Residents} <wondered> [what had happened].", "wondered"),
        ("{The reporter} <inquired about> [the dam].", "inquired"),
        ("{Residents} <want to know> [whether the water is safe].", "want to know"),
        ("{She} <questioned> [whether it was safe].", "questioned"),
        ("{Harbour Post}<:> [Why did you come back?]", ":"),
        ("Did {the minister} <say> [that the dam was safe]?", "Did"),
        ("Would {the minister} really <say> [that the dam was safe]?", "Would"),
        ("{Who} <said> [that the dam was safe]?", "Who"),
    ],
)
def test_what_is_asked_is_a_question(text: str, shown: str) -> None:
    """A cue of asking with a question as content, or a sentence that asks whether the source says so."""
    assert _status(text) == ("question", shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{The council} <will announce> [that the bridge is closed].", "will announce"),
        ("{Critics} <would argue> [that the plan came too late].", "would argue"),
        ("{Critics} would <argue> [that the plan came too late].", "would argue"),
        ("{Osei} <could say> [that the harbour is safe].", "could say"),
        ("{Osei} <may have said> [that it was safe].", "may have said"),
        ("{The president} <is expected to say> [that talks have failed].", "is expected to say"),
        ("[The president] <is expected> [to say that talks have failed].", "is expected"),
        ("{The union} <plans> [to tell members about it].", "plans"),
        ("{The court} <is to announce> [who won].", "is to announce"),
        ("{They} <were to claim> [that the road is safe].", "were to claim"),
        (
            "Nobody will come to the harbour on the day of the vote if\n{he} <says> [the road is safe], and they will\n"
            "all of them stay at home and wait for the next vote.",
            "if",
        ),
        ("If {he} <says> [the road is safe], nobody will come.", "If"),
        ("Unless {he} <says> [the road is safe], nobody will come.", "Unless"),
        ("Should {the minister} <say> [that the dam is safe], the town will sleep.", "Should"),
        ("Had {she} <said> [that it was unsafe], nobody would have come.", "Had"),
    ],
)
def test_what_is_yet_to_be_said_is_hypothetical(text: str, shown: str) -> None:
    """Future, modal, planned and conditional saying has not happened; its content opens with the saying where the cue
    is only the plan."""
    assert _status(text) == ("hypothetical", shown)


_WORDS = (
    "the minister she nobody no did not n’t would will is expected to say said deny denied asked whether if why "
    "declined refused comment about reply May yet failed without saying , . ? “ ” that claim \n\n and"
).split(" ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25), st.data())
def test_any_words_have_a_status(words: list[str], data: st.DataObject) -> None:
    """Whatever is cue, source and content, there is a status, and words within the text for all but asserted."""
    doc = NLP(" ".join(words))
    structure = analyse(doc)
    edges = data.draw(st.lists(st.integers(0, len(doc)), min_size=6, max_size=6).map(sorted))
    parts = [pair for pair in zip(edges[::2], edges[1::2], strict=True) if pair[0] < pair[1]]
    if not parts:
        return
    cue, source, *content = data.draw(st.permutations([*parts, *parts[:1] * (2 - len(parts))]))
    group = verb_group(doc, structure, cue, source, content)
    status, shown = status_of(structure, group, source, tuple(content))
    assert (status is Status.ASSERTED) == (shown is None)
    assert shown is None or 0 <= shown[0] < shown[1] <= len(doc)

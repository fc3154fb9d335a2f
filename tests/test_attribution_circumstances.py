"""To whom something was said, where, and who relays it."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from attribution_samples import NLP
from marked_samples import marked
from quotex.attribution.circumstances import circumstances
from quotex.attribution.newsmedia import news_medium
from quotex.attribution.tellers import chain
from quotex.attribution.verbgroup import verb_group
from quotex.spans import Pair, contains, overlaps
from quotex.structure import analyse


def _around(text: str) -> tuple[str | None, str | None]:
    case = marked(text)
    found = circumstances(case.doc, case.structure, case.group, case.source, case.content)
    return case.text(found.addressee), case.text(found.medium)


def _chain(text: str) -> tuple[str | None, str | None]:
    case = marked(text)
    found = chain(case.doc, case.structure, case.group, case.source, case.content)
    return case.text(found.teller), case.text(found.quoted)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("{Osei} <told> reporters [that the talks had failed].", "reporters"),
        ("{Osei} <told> reporters on Monday [that the talks had failed].", "reporters"),
        ("{Osei} <told> the packed hall Tuesday [that the talks had failed].", "the packed hall"),
        ("{Osei} <told> a crowd of supporters in Accra [that she would run].", "a crowd of supporters"),
        ("{Osei} <told> her [she would win].", "her"),
        ("{Osei} <told> officers and volunteers [that she would run].", "officers and volunteers"),
        ("{The union} <warned> residents [that the water was unsafe].", "residents"),
        ("{Osei} <asked> the committee [why the siren had failed].", "the committee"),
        ("[“We waited,”] {Osei} <said> to her colleagues.", "her colleagues"),
        ("[“We waited,”] <said> {Osei} to her colleagues.", "her colleagues"),
        ("{Osei} <explained to> the committee [that the dam was safe].", "the committee"),
        ("Speaking to students after the vote, {Osei} <said> [the dam was safe].", "students"),
        ("{Osei}, talking with neighbours, <said> [the dam was safe].", "neighbours"),
        ("{Osei} <told> [the story of the dam].", None),
        ("{Osei} <told> a different story [about the dam].", None),
        ("{Osei} <said> [to wait was wrong].", None),
        ("{Residents} <were told> [that the water was safe].", None),
        ("{Osei} <asked> repeatedly [why the siren failed].", None),
    ],
)
def test_the_one_spoken_to_is_the_addressee(text: str, addressee: str | None) -> None:
    """The object of telling, what follows "said to", and the hearers of "speaking to", without time and place."""
    assert _around(text) == (addressee, None)


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("[“It is safe,”] {the company} <said in a statement>.", "a statement"),
        ("[“It is safe,”] <said> {Osei} in a written statement on Monday.", "a written statement"),
        ("In a statement on Monday, {the ministry} <said> [it was safe].", "a statement"),
        ("But in a Sunday statement, {the ministry} <said> [it was safe].", "a Sunday statement"),
        ("{Osei}, in a letter to the council, <said> [it was safe].", "a letter to the council"),
        ("{Osei} <said in an interview> with Iran Press [that it was shut].", "an interview with Iran Press"),
        ("{Osei} <wrote on Twitter> [that it was safe].", "Twitter"),
        ("{Osei} <wrote> on X [that it was safe].", "X"),
        ("{Osei} <said> by telephone [that it was safe].", "telephone"),
        ("In a series of tweets, {Osei} <said> [it was safe].", "a series of tweets"),
        ("{Osei} <told> a news conference in Accra [that it was safe].", "a news conference"),
        ("{Osei} <told> the BBC [that it was safe].", "the BBC"),
        ("[“It is safe,”] {Osei} <told> IRNA.", "IRNA"),
        ("[“It is safe,”] {Osei} <told> the Harbour Times.", "the Harbour Times"),
        ("[“It is safe,”] {Osei} <told> state television.", "state television"),
        ("[“It is safe,”] {Osei} <told> the local newspaper Harbour Voice.", "the local newspaper Harbour Voice"),
        ("[“It is safe,”] {Osei} <confirmed to> Reuters.", "Reuters"),
        ("[“It is safe,”] {Osei} <said> on Fox News.", "Fox News"),
        ("{Osei} <said> [it was safe] and then wrote a letter to the council.", None),
        ("{Osei} <said> at the port [that it was safe].", None),
        ("After Lind had written a letter, {Osei} <said> [it was safe].", None),
        ("{Osei}, in releasing the letter, <said> [it was safe].", None),
    ],
)
def test_where_words_were_given_is_the_medium(text: str, medium: str | None) -> None:
    """Statements, letters, talks, networks and wires behind their prepositions, and news media that are spoken to."""
    assert _around(text) == (None, medium)


@pytest.mark.parametrize(
    ("text", "addressee", "medium"),
    [
        (
            "At the end of a long night in the port {Osei} <told> the\npacked hall [that the talks",
            "the\npacked hall",
            None,
        ),
        ("At the end of a long night in the port {Osei} <told>\nthe hall [that the talks", "the hall", None),
        (
            "Near the end of the night {Osei} <said> in a letter\nto the city [that the talks",
            None,
            "a letter\nto the city",
        ),
        (
            "Near the end of the night {Osei} <said> in a\nletter to the city [that the talks",
            None,
            "a\nletter to the city",
        ),
    ],
)
def test_the_lines_of_wrapped_text_part_nothing(text: str, addressee: str | None, medium: str | None) -> None:
    """A phrase goes on over a mere line end, and keeps it."""
    wrapped = text + " had failed and that\nnobody could say when or where they would begin again] .\n"
    assert _around(wrapped) == (addressee, medium)


def test_the_content_between_source_and_cue_is_not_looked_into() -> None:
    """What is said before the cue may name a letter or hearers of its own; those beside it are found."""
    assert _around("{Osei}, in a letter to the city, [in her speech to us it was safe], <said>.") == (
        None,
        "a letter to the city",
    )
    assert _around("{Osei} [in her speech to us it was safe] <said>.") == (None, None)
    assert _around("{Osei} [speaking to neighbours is safe] <said>.") == (None, None)
    assert _around("{Osei}, [it is safe], in a letter, <said>.") == (None, "a letter")


def test_somebody_of_a_news_medium_is_spoken_to_and_the_medium_is_named() -> None:
    """The reporter is the addressee, the employer the medium."""
    assert _around("{Lind} <told> CNN’s Ada Osei [that it was safe].") == ("CNN’s Ada Osei", "CNN")
    assert _around("{Lind} <told> Ada Osei of CNN [that it was safe].") == ("Ada Osei of CNN", "CNN")


@pytest.mark.parametrize(
    ("phrase", "medium"),
    [
        ("the Harbour Post", "the Harbour Post"),
        ("the port’s newspaper", "the port’s newspaper"),
        ("Al Jazeera", "Al Jazeera"),
        ("ANI", "ANI"),
        ("NATO", None),
        ("the IMF", None),
        ("the agency", None),
        ("the news agency", "the news agency"),
        ("Ada Osei", None),
        ("the post", None),
    ],
)
def test_news_media_are_known_by_name_and_by_sort(phrase: str, medium: str | None) -> None:
    """Listed names, nouns for media, words in their names, and initials without an article that stand for no body."""
    doc = NLP(phrase)
    found = news_medium(doc, (0, len(doc)))
    assert (None if found is None else doc[found[0] : found[1]].text) == medium


@pytest.mark.parametrize(
    ("text", "teller", "quoted"),
    [
        ("{Xinhua} <quoted> the minister [as saying it was safe].", "Xinhua", "the minister"),
        ("{Xinhua} <cited> [Lin Tao, a minister, as saying that it was safe].", "Xinhua", "Lin Tao, a minister"),
        ("[“It is safe,”] {the agency} <quoted> [Lin Tao as saying].", "the agency", "Lin Tao"),
        ("[The owners] <were quoted> by {the Harbour Post} [as saying it was safe].", "the Harbour Post", "The owners"),
        ("[“It is safe,”] Lin Tao <was quoted as saying> by {the agency}.", "the agency", "Lin Tao"),
        ("[“It is safe,”] {Lin Tao} <was quoted as saying> by the agency.", "the agency", None),
        ("{Lin Tao} <was quoted in the report as saying> [it was safe].", "the report", None),
        ("[“It is safe,”] {Lin Tao} <was quoted as saying> in May.", None, None),
        ("{Lin Tao} <said> [it was safe], as quoted by Xinhua.", "Xinhua", None),
        ("{Lin Tao} <said> [it was safe], according to Xinhua.", "Xinhua", None),
        ("{Lin Tao}, quoted by Xinhua, <said> [it was safe].", "Xinhua", None),
        ("{Osei} <cited> [the weather].", None, None),
        ("{Osei} <quoted> [a line from a poem].", None, None),
        ("{Lin Tao} <said> [it was safe].", None, None),
    ],
)
def test_who_relays_words_is_the_teller(text: str, teller: str | None, quoted: str | None) -> None:
    """In "X quoted Y as saying" and its passive, whichever of the two is the source, and in an afterthought."""
    assert _chain(text) == (teller, quoted)


_WORDS = (
    "Osei the minister told said quoted was as saying to by in on a statement letter Twitter BBC reporters and , . “ ” "
    "’s of speaking according \n\n that she Monday"
).split(" ")


@st.composite
def _attributions(draw: st.DrawFn) -> tuple[str, tuple[Pair, ...]]:
    """A text, and tokens of it for the cue, the source, and one content or none."""
    text = " ".join(draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25)))
    size = len(NLP(text))
    edges = draw(st.lists(st.integers(0, size), min_size=6, max_size=6, unique=size > 5).map(sorted))
    parts = [pair for pair in zip(edges[::2], edges[1::2], strict=True) if pair[0] < pair[1]]
    assume(len(parts) > 1)
    return text, tuple(draw(st.permutations(parts)))


@settings(max_examples=150, deadline=None)
@given(_attributions())
@example(("Osei in Osei statement Osei Osei", ((4, 5), (0, 1), (3, 4))))  # the content between source and cue
@example(("Osei speaking to Osei told", ((4, 5), (0, 1), (3, 4))))
@example(("told reporters and the BBC , statement", ((0, 1), (4, 5), (5, 6))))  # the source in a second hearer
def test_circumstances_of_any_words_lie_outside_source_and_content(case: tuple[str, tuple[Pair, ...]]) -> None:
    """Whatever is cue, source and content, all spans lie within the text, and none takes a token of the two, but a
    teller that is the source, and the quoted within the content."""
    text, (cue, source, *content) = case
    doc = NLP(text)
    structure = analyse(doc)
    roles = [source, *content]
    group = verb_group(doc, structure, cue, source, content)
    found = circumstances(doc, structure, group, source, tuple(content))
    relayed = chain(doc, structure, group, source, tuple(content))
    for span in (found.addressee, found.medium, relayed.teller, relayed.quoted):
        assert span is None or contains((0, len(doc)), span)
    for span in (found.addressee, found.medium):
        assert span is None or not any(overlaps(span, role) for role in roles)
    assert relayed.teller in (None, source) or not any(overlaps(relayed.teller, role) for role in roles)
    assert relayed.quoted is None or not overlaps(relayed.quoted, source)

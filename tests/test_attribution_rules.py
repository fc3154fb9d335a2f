"""The rules of attribution beyond the encoder: lines by their shape, blocks, rivals, topics, clauses, participles."""

from __future__ import annotations

import numpy as np
import pytest
from attrs import evolve

from attribution_samples import NLP, Case
from quotex.attribution import bylines, joining, rivals
from quotex.attribution.blocks import within_blocks
from quotex.attribution.clauses import completed
from quotex.attribution.colons import whole_paragraph
from quotex.attribution.impersonal import without_it
from quotex.attribution.passives import without_receiver
from quotex.attribution.relatives import in_relative
from quotex.attribution.topics import is_bare, is_topic
from quotex.encoder import NAME_TAGS, Reading
from quotex.encoder.features import read_words
from quotex.encoder.participles import BONUS, participle_bonus
from work import lines_run


def _reading(case, *people):
    """A reading without cues that takes the snippets for names of people."""
    scores = np.zeros((len(case.doc), NAME_TAGS), dtype=np.float32)
    scores[:, 0] = 1.0
    for start, end in map(case.span, people):
        scores[start:end, 1] = 5.0
    return Reading(read_words([token.text for token in case.doc]), (), scores, "")


def _beside(case, *links, people=()):
    found = bylines.beside(case.doc, case.structure, _reading(case, *people), links)
    return [(case.texts([link.source])[0], case.texts(link.content)) for link in found]


def test_a_signature_behind_a_quotation_is_its_source():
    """A dash and a name up to the end of the line credit the quotation before them."""
    case = Case("“The new road came too late for us.” — Ama Boateng, trader\n\nThe road opened in May.")
    assert _beside(case) == [("Ama Boateng, trader", ["“The new road came too late for us.”"])]


def test_a_dash_that_goes_on_with_the_sentence_is_no_signature():
    """Lower case after the dash is running text."""
    case = Case("“The new road came too late for us” — that was the view in the market.")
    assert _beside(case) == []


def test_a_signature_takes_its_line_from_another_link():
    """A link that claims the quotation for somebody else loses it."""
    case = Case("“It came too late for us.” — Ama Boateng\n\n“It came in time for us.” — Kofi Adu")
    wrong = case.link("—", "Ama Boateng", "“It came too late for us.”", "“It came in time for us.”")
    assert _beside(case, wrong) == [
        ("Ama Boateng", ["“It came too late for us.”"]),
        ("Kofi Adu", ["“It came in time for us.”"]),
    ]


def test_a_line_that_begins_with_a_person_and_a_colon_is_speech():
    """The rest of the line is what the person said; a label that names nobody is left alone."""
    case = Case("We asked at the gate.\n\nAma Boateng: We will stay where we are.\n\nOpening hours: from nine to five.")
    assert _beside(case, people=["Ama Boateng"]) == [("Ama Boateng", ["We will stay where we are."])]


def test_labels_in_capitals_make_a_transcript():
    """Several of them are the speakers of a transcript, whether the encoder knows them for names or not."""
    case = Case("HOST: Why did you leave the party?\n\nADU: Because nobody would listen to us.")
    assert [source for source, _ in _beside(case)] == ["HOST", "ADU"]
    assert _beside(Case("NOTE: This story was changed on Monday.")) == []


def test_a_source_stays_in_the_block_of_its_cue():
    """What the encoder drew over a paragraph's end is cut to the part next to the cue."""
    case = Case("It was read by a man in a hat\n\nThe builder said the work would start in May.")
    link = case.link("said", None, "the work would start in May")
    long_source = (case.span("man in a hat")[0], case.span("The builder")[1])
    kept = within_blocks(case.structure, link.__class__(link.cue, long_source, link.content, 0.9))
    assert case.texts([kept.source]) == ["The builder"]


def test_nothing_is_attributed_in_a_list_of_links_or_a_dateline():
    """Links to other stories and the colon of a dateline are furniture."""
    case = Case("The ferry sailed at dawn and came back at noon.\n\nRead more:\n\nMayor says ferry is safe")
    assert within_blocks(case.structure, case.link("says", "Mayor", "ferry is safe")) is None
    case = Case("NAIROBI: The ferry sailed at dawn and came back at noon with everybody on board.")
    assert within_blocks(case.structure, case.link(":", "NAIROBI", "The ferry sailed at dawn")) is None


def test_only_the_outermost_attribution_stays():
    """A cue inside another one's content gives way."""
    case = Case("Ms Oduya said the mayor promised to pay.")
    outer = case.link("said", "Ms Oduya", "the mayor promised to pay")
    inner = case.link("promised", "the mayor", "to pay")
    assert rivals.outermost([outer, inner]) == [outer]


def test_a_fragment_goes_to_the_nearest_cue():
    """Words that two links claim stay with the one whose cue is nearer."""
    case = Case("“We won,” said Ms Oduya. “They lost,” said Mr Adu.")
    first = case.link("said", "Ms Oduya", "“We won,”", "“They lost,”")
    cue = case.span("said Mr Adu")[0]
    second = first.__class__((cue, cue + 1), case.span("Mr Adu"), (case.span("“They lost,”"),), 0.9)
    assert [case.texts(link.content) for link in rivals.apart([first, second])] == [["“We won,”"], ["“They lost,”"]]


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("Referring to the dam, she said it would hold.", "Referring to", "the dam", True),
        ("She said, referring to how it was built, that it would hold.", "referring to", "how it was built", False),
        ("She referred to the dam.", "referred to", "the dam", False),
    ],
)
def test_an_aside_that_names_a_topic_attributes_nothing(text, cue, content, expected):
    """A participle with a bare noun phrase names what words are about; a clause or a finite verb says something."""
    case = Case(text)
    assert is_topic(case.doc, case.structure, case.link(cue, "she" if "she" in text else "She", content)) is expected


@pytest.mark.parametrize(
    ("cue", "content", "speaks"),
    [
        ("is hoped", "that boats will sail", False),
        ("was also decided", "that boats would sail", False),
        ("has been claimed", "that boats sank", False),
        ("is convinced", "that boats will sail", True),
        ("says", "that boats will sail", True),
        ("is expected", "to sail", True),
    ],
)
def test_the_subject_of_an_impersonal_verb_is_no_source(cue, content, speaks):
    """Nobody says what "it is hoped"; "it is convinced" is of somebody, and so is what has no clause with "that"."""
    case = Case(f"The port closed. It {cue} {content}.")
    assert (without_it(case.doc, case.link(cue, "It", content)).source is not None) is speaks


@pytest.mark.parametrize(
    ("text", "cue", "source", "content", "speaks"),
    [
        ("Ida Roe is accused of hiding boats.", "is accused of", "Ida Roe", "hiding boats", False),
        ("Ida Roe was never told that boats sank.", "was never told", "Ida Roe", "that boats sank", False),
        ("Ida Roe, asked about the boats, left.", "asked about", "Ida Roe", "the boats", False),
        ("Ida Roe, when asked about the boats, left.", "asked about", "Ida Roe", "the boats", False),
        ("Ida Roe, the mayor, asked about the boats.", "asked about", "Ida Roe, the mayor,", "the boats", True),
        ("Ida Roe asked about the boats.", "asked about", "Ida Roe", "the boats", True),
        ("He 's told them that boats sank.", "'s told", "He", "that boats sank", True),
        ("Ida Roe is convinced that boats sank.", "is convinced", "Ida Roe", "that boats sank", True),
        ("Ida Roe was quoted as saying boats sank.", "was quoted as saying", "Ida Roe", "boats sank", True),
        ("Ida Roe is reported as saying boats sank.", "is reported as saying", "Ida Roe", "boats sank", True),
        ("Ida Roe is said to have called boats ugly.", "is said to have called", "Ida Roe", "boats ugly", True),
        ("Ida Roe, praised the boats.", "praised", "Ida Roe,", "the boats", True),
        ("It was reported by Ida Roe.", "was reported by", "Ida Roe", "It", True),
        ("Clerk hid boats, court told", "told", "court", "Clerk hid boats", False),
        ("Clerk hid boats, court told mayor", "told", "court", "Clerk hid boats", True),
    ],
)
def test_whoever_is_accused_or_asked_is_no_source(text, cue, source, content, speaks):
    """The subject of a passive receives what is said, unless it is quoted; an agent behind "by" is a source."""
    case = Case(text)
    assert (without_receiver(case.doc, case.structure, case.link(cue, source, content)).source is not None) is speaks


@pytest.mark.parametrize(
    ("text", "cue", "source", "expected"),
    [
        ("She met Bo Li, who ran a shop and said boats sank.", "said", "She", "who"),
        ("She met Bo Li, who ran a shop, and said boats sank.", "said", "She", "She"),
        ("She met Bo Li, who ran a shop, and said boats sank.", "said", "She met Bo Li", "She"),
        ("She and Bo Li said boats sank.", "said", "She and Bo Li", "She and Bo Li"),
        ("They all said boats sank.", "said", "They all", "They all"),
        (
            "In May. Mayor Ida Roe, whose team lost, said boats sank.",
            "said",
            "whose team lost,",
            "Mayor Ida Roe, whose team lost,",
        ),
        ("Ida Roe, whose lawyer said boats sank, left.", "said", "whose lawyer", "whose lawyer"),
    ],
)
def test_the_subject_of_a_clause_is_its_source(text, cue, source, expected):
    """A relative clause that no comma has closed goes on with the cue; no clause is a source, but its subject is."""
    case = Case(text)
    found = in_relative(case.doc, case.structure, case.link(cue, source, "boats sank")).source
    assert case.texts([found]) == [expected]


def test_a_question_word_alone_is_no_content():
    """What is said must be more than the word that asks for it."""
    case = Case("What the papers say about what he wants")
    assert is_bare(case.doc, case.link("say", "the papers", "What"))
    assert not is_bare(case.doc, case.link("say", "the papers", "what he wants"))


def _completed(case, link):
    return case.texts(completed(case.doc, case.structure, [link])[0].content)


def test_a_that_clause_runs_on_over_which():
    """What a reporting verb's that-clause adds with "which" belongs to it; without "that" it is left as found."""
    case = Case("She said that the dam was safe, which nobody had doubted. He left.")
    assert _completed(case, case.link("said", "She", "that the dam was safe")) == [
        "that the dam was safe, which nobody had doubted"
    ]
    case = Case("She praised the dam, which nobody had doubted.")
    assert _completed(case, case.link("praised", "She", "the dam")) == ["the dam"]


def test_a_participle_takes_the_clause_that_opens_what_it_reports():
    """Between "adding" and its main clause nothing can be left out."""
    case = Case("He agreed, adding after a short break, the dam was safe.")
    assert _completed(case, case.link("adding", "He", "the dam was safe")) == ["after a short break, the dam was safe"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was over, he said, adding that they left.", ["adding"]),
        ("He said it was over. Adding to this, they left.", []),
        ("He said it was over, walking away.", []),
        ("“He said, adding this, nothing.”", []),
    ],
)
def test_a_participle_behind_a_reporting_verb_is_likely_a_cue(text, expected):
    """The bonus goes to a reporting participle behind a comma in the same sentence, outside marks."""
    words = read_words([token.text for token in NLP(text)])
    bonus = participle_bonus(words)
    assert [words.text[i] for i in np.flatnonzero(bonus)] == expected
    assert set(bonus.tolist()) <= {0.0, BONUS}


def test_a_long_transcript_takes_work_in_proportion():
    """A line is compared with its neighbours alone, so that four times the lines take about four times the work."""

    def work(lines):
        case = Case("\n\n".join(f"SPEAKER: We went to the river number {i} on that day." for i in range(lines)))
        reading = _reading(case)
        return lines_run(lambda: bylines.beside(case.doc, case.structure, reading, []))

    assert work(120) < 6 * work(30)


def test_a_colon_before_a_paragraph_sets_off_all_of_it():
    """Speech without marks on a line of its own goes on to the line's end; nothing else shows where it stops."""
    case = Case("The governor added:\n\nIt was late. We knew it, as you said. Nobody came.\n\nTraffic was light.")
    link = whole_paragraph(case.doc, case.structure, case.link("added", "The governor", "It was late."))
    assert case.texts(link.content) == ["It was late. We knew it, as you said. Nobody came."]


def test_a_colon_within_a_paragraph_sets_off_no_more_than_was_read():
    """On the cue's own line, and where marks of speech follow, the reading is kept."""
    for text in (
        "She added: It was late. Nobody came.",
        "She added:\n\nIt was late. Then he rose. “We are all going home,” he said.",
    ):
        case = Case(text)
        link = case.link("added", "She", "It was late.")
        assert whole_paragraph(case.doc, case.structure, link) == link


def test_a_quotation_goes_on_past_a_clause_that_hangs_on_its_cue():
    """The cue of a participle or relative clause between two quotations does not part them."""
    case = Case("“It was dark,” Ada Osei said at the gate, where Bo Lind spoke too. “Nobody saw us come in.”")
    said = case.link("said", "Ada Osei", "“It was dark,”")
    spoke = case.link("spoke", "Bo Lind", "where")
    assert case.texts(joining.joined(case.doc, case.structure, [said, spoke])[0].content) == [
        "“It was dark,”",
        "“Nobody saw us come in.”",
    ]


def test_somebody_else_s_cue_parts_two_quotations():
    """Where another main clause stands between, the second quotation is not the first speaker's."""
    case = Case("“It was dark,” Ada Osei said, and Bo Lind agreed with her. “Nobody saw us come in.”")
    said = case.link("said", "Ada Osei", "“It was dark,”")
    agreed = case.link("agreed", "Bo Lind", "with her")
    assert case.texts(joining.joined(case.doc, case.structure, [said, agreed])[0].content) == ["“It was dark,”"]


def test_the_rest_of_a_broken_quotation_is_no_content_of_the_clause_that_breaks_it():
    """A quotation that goes on in lower case after a comma belongs to the cue of its first part."""
    case = Case("“Each time you say that,” Bo Lind said, pointing to the open door, “the wind comes in.”")
    said = case.link("said", "Bo Lind", "“Each time you say that,”")
    pointing = case.link("pointing to", "Bo Lind", "the open door, “the wind comes in.”")
    first, second = joining.joined(case.doc, case.structure, [said, pointing])
    assert case.texts(first.content) == ["“Each time you say that,”", "“the wind comes in.”"]
    assert case.texts(second.content) == ["the open door"]


def test_one_content_belongs_to_one_cue():
    """Of two cues that claim the same words the one with a source stays, then the nearer one; others keep theirs."""
    case = Case("Ada Osei wrote in a tweet that the bridge was safe, and Bo Lind said that it was old.")
    wrote = case.link("wrote", "Ada Osei", "that the bridge was safe")
    tweet = case.link("in a tweet", None, "that the bridge was safe")
    said = case.link("said", "Bo Lind", "that it was old")
    assert rivals.unique([wrote, tweet, said]) == [wrote, said]
    assert rivals.unique([tweet, evolve(wrote, score=0.2)]) == [evolve(wrote, score=0.2)]
    nearer = evolve(tweet, source=wrote.source)
    assert rivals.unique([wrote, nearer]) == [nearer]

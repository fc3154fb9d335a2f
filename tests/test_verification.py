"""A quote beside a source: its status, its places, and what was changed."""

from __future__ import annotations

import subprocess
import sys

import pytest

import quotex
from quotex.errors import InputTypeError, RecordError
from quotex.verification import EditKind, Status, Verification, WarningCode, prepare, verify
from quotex.verification.json import from_json, to_json

SOURCE = """Um, good evening. We will not open 12 new harbours along the northern coast by March, if the council
agrees. Two ferries, you know, sank in 2019, and we — we can't rebuild them. It is not true that the state promised $5
million to the Osei family. The new bridge will cost 1,200 crowns; nobody on the mainland noticed. It was a non-violent
protest, but they'd have said so. We had one doctor and no road. We will close the old port in June. We will close the
old yard in July.

[Applause] Years later, Dahl says, the money was there … and gone. The boats came back to the islands in the spring of
that year, and all the shops opened again. Legal advice was free. They may, or may not, sell. I think we lost."""


def _edits(found: Verification) -> list[tuple[str, str, str]]:
    return [(edit.kind.value, edit.source.text, edit.quote.text) for edit in found.edits]


@pytest.mark.parametrize(
    ("quote", "status", "edits"),
    [
        ("We had one doctor and no road.", "verbatim", []),
        ("“We had one doctor and no road,”", "verbatim", []),
        ("…one doctor and…", "verbatim", []),
        ("the money was there … and gone", "verbatim", []),
        ("Two ferries, you know,\nsank", "verbatim", []),
        ("we had one doctor", "typographic", [("case", "We", "we")]),
        ("twelve new harbours", "typographic", [("number_format", "12", "twelve")]),
        ("promised five million dollars", "typographic", [("number_format", "$5\nmillion", "five million dollars")]),
        ("cost 1 200 crowns", "typographic", [("number_format", "1,200", "1 200")]),
        ("cost 1200 crowns", "typographic", [("number_format", "1,200", "1200")]),
        ("We won’t open", "typographic", [("contraction", "will not", "won’t")]),
        ("they would have said", "typographic", [("contraction", "they'd", "they would")]),
        ("they’d have said", "typographic", [("punctuation", "they'd", "they’d")]),
        ("a non‑violent protest", "typographic", [("punctuation", "-", "‑")]),
        ("a nonviolent protest", "typographic", [("spelling", "non-violent", "nonviolent")]),
        ("crowns, nobody on the mainland", "typographic", [("punctuation", "; ", ", ")]),
        ("no road!", "typographic", [("punctuation", ".", "!")]),
        ("The ﬁrst", "not_found", []),
        ("Two ferries sank", "typographic", [("filler", "you know", "")]),
        ("and we can't rebuild them", "typographic", [("filler", "we", "")]),
        ("I think we lost", "verbatim", []),
        ("open … harbours along", "marked_elision", [("elision", "12 new", "…")]),
        ("open [...] harbours along", "marked_elision", [("elision", "12 new", "[...]")]),
        ("12 harbours along the coast", "unmarked_elision", [("other", "new", ""), ("other", "northern", "")]),
        ("[T]he money was there", "bracketed", [("bracket", "the", "[T]he")]),
        ("The [new] bridge will cost", "typographic", [("punctuation", " ", " ["), ("punctuation", " ", "] ")]),
        ("The boats came [home] to the islands", "bracketed", [("bracket", "back", "home")]),
        ("The boats [then] came back", "bracketed", [("bracket", "", "then")]),
        ("along the southern coast by March", "altered", [("other", "northern", "southern")]),
        ("Two ferries sank in 2018", "altered", [("filler", "you know", ""), ("number", "2019", "2018")]),
        ("We will open 12 new harbours", "altered", [("negation", "not", "")]),
        ("We may not open 12 new harbours", "altered", [("modal", "will", "may")]),
        ("promised $5 million to the Dahl family", "altered", [("entity", "Osei", "Dahl")]),
        ("They had one doctor and no road", "altered", [("pronoun", "We", "They")]),
        ("a violent protest", "altered", [("negation", "non", "")]),
        ("Illegal advice was free", "altered", [("negation", "Legal", "Illegal")]),
        ("We can rebuild them", "altered", [("negation", "can't", "can"), ("case", "we", "We")]),
        ("whoever pays the piper calls a tune of sorts", "not_found", []),
        ("", "not_found", []),
        ("“…”", "not_found", []),
    ],
)
def test_statuses_and_edits(quote: str, status: str, edits: list[tuple[str, str, str]]) -> None:
    """Each kind of change is told, with the words of the source and of the quote, in the order of the quote."""
    found = verify(quote, SOURCE)
    assert found.status == status
    assert sorted(_edits(found)) == sorted(edits)


def test_parts_far_apart_or_in_another_order_are_stitched() -> None:
    """Two halves without a mark between are told, with both places; under a mark the order must still be right."""
    found = verify("We had one doctor and no road. The boats came back to the islands in the spring", SOURCE)
    assert found.status is Status.STITCHED
    assert [segment.text for segment in found.occurrences[0].segments] == [
        "We had one doctor and no road",
        "The boats came back to the islands in the spring",
    ]
    assert (
        verify("The boats came back to the islands … We had one doctor and no road", SOURCE).status is Status.STITCHED
    )
    marked = verify("We had one doctor and no road … The boats came back to the islands", SOURCE)
    assert marked.status is Status.MARKED_ELISION


def test_a_quote_of_which_a_part_is_there_is_partial() -> None:
    """Words that the source does not have follow such that it has; the part is pointed out."""
    found = verify("We had one doctor and no road, and forty goats lived in the burnt town hall", SOURCE)
    assert found.status is Status.PARTIAL
    assert found.occurrences[0].segments[0].text == "We had one doctor and no road"


def test_a_quote_like_two_places_is_ambiguous() -> None:
    """Equally like two places that say different things, it is ambiguous, and the flags are those of both."""
    found = verify("We will close the old mill in August", SOURCE)
    assert found.status is Status.AMBIGUOUS
    assert [" ".join(SOURCE[each.start : each.end].split()) for each in found.occurrences] == [
        "We will close the old port in June",
        "We will close the old yard in July",
    ]


def test_all_places_of_the_same_words_are_given() -> None:
    """Words that occur twice have two places, the one without a warning first, and are not ambiguous."""
    source = "We will sail, but not today. Later he said: we will sail. Not a word more."
    found = verify("we will sail", source)
    assert found.status is Status.VERBATIM
    assert [each.start for each in found.occurrences] == [source.index("we will"), 0]


@pytest.mark.parametrize(
    ("quote", "flags"),
    [
        ("We will … open 12 new harbours", ["negation"]),
        ("We will [always] open 12 new harbours", ["negation"]),
        ("The boats came back to [no] islands", ["negation"]),
        ("cost [1,300] crowns", ["number"]),
        ("cost [twelve hundred] crowns", []),
        ("We had one doctor and road", ["negation"]),
        ("We will not open harbours along the coast by May", ["number", "entity"]),
        ("It is true that the state promised $50 million", ["negation", "number"]),
        ("open 12 new harbours along the northern coast", ["negation"]),
    ],
)
def test_flags(quote: str, flags: list[str]) -> None:
    """Risks are flagged under marks of elision, in brackets and at the very edge as well; harmless changes are not."""
    found = [flag.value for flag in verify(quote, SOURCE).flags]
    assert [flag for flag in found if flag in ("negation", "number", "entity")] == flags


@pytest.mark.parametrize(
    ("quote", "warnings"),
    [
        (
            "open 12 new harbours along the northern coast by March",
            [("after_negation", "not"), ("before_qualifier", "if")],
        ),
        ("It was a non-violent protest", [("before_qualifier", "but")]),
        ("the state promised $5 million", [("after_negation", "not")]),
        ("We had one doctor and no road", []),
    ],
)
def test_what_stands_beside_the_place(quote: str, warnings: list[tuple[str, str]]) -> None:
    """A qualifier right behind, and a negation before in the same clause, are pointed out."""
    assert [(each.code.value, each.source.text) for each in verify(quote, SOURCE).warnings] == warnings


def test_a_negation_right_behind_is_told_and_flagged() -> None:
    """Cut in front of "not" the words say the opposite."""
    found = verify("We will", "We will not sail.")
    assert [(each.code, each.source.text) for each in found.warnings] == [(WarningCode.BEFORE_QUALIFIER, "not")]
    assert found.flags == (EditKind.NEGATION,)


def test_a_condition_before_the_quote_is_told() -> None:
    """The sentence begins with "if" and the quote behind it."""
    found = verify("we will strike in May", "If they refuse, we will strike in May.")
    assert found.status is Status.VERBATIM
    assert [(each.code, each.source.text) for each in found.warnings] == [(WarningCode.AFTER_CONDITION, "If")]


@pytest.mark.parametrize(
    ("quote", "status", "segment"),
    [
        ("[T]he ferry is sink[ing]", "verbatim", "[T]he ferry is sink[ing]"),
        ("The ferry is sinking", "typographic", "[T]he ferry is sink[ing]"),
        ("Osei wrote: “[T]he ferry", "verbatim", "Osei wrote: “[T]he ferry"),
        ("The ferry is not sinking", "altered", "[T]he ferry is sink[ing]"),
        ("We lost boats and men", "unmarked_elision", "We lost boats[2] and men"),
        ("boats[2] and men in [20]19", "verbatim", "boats[2] and men in [20]19"),
    ],
)
def test_a_source_may_have_brackets_in_its_words(quote: str, status: str, segment: str) -> None:
    """A word that an editor changed in the source is that word, whole in what is found; a note is no part of one."""
    found = verify(quote, "Osei wrote: “[T]he ferry is sink[ing].” We lost boats[2] and men in [20]19.")
    assert found.status.value == status
    assert [part.text for part in found.occurrences[0].segments] == [segment]


@pytest.mark.parametrize(
    ("quote", "source", "status", "flags"),
    [
        ("rents rose 5 percent", "Rents rose .5 percent", "altered", ["number"]),
        ("rents rose 0.5 percent", "Rents rose .5 percent", "typographic", []),
        ("rents rose 2 percent", "Rents rose –2 percent", "altered", ["number"]),
        ("a gap of $3m", "a gap of -$3m", "altered", ["number"]),
        ("₦9 million went", "₵9 million went", "altered", ["number"]),
        ("it cost US$2bn", "it cost $2bn", "typographic", []),
        ("we have few boats", "we have a few boats", "altered", ["number"]),
        ("the first 100 boats", "the first hundred boats", "typographic", []),
        ("one pound a boat", "£1 a boat", "typographic", []),
        ("300 boats sank", "On June 15 300 boats sank", "verbatim", []),
        ("the rent was doubled", "the rent was trebled or halved", "altered", ["number"]),
        ("open at 7am", "open at 7pm", "altered", ["number"]),
        ("3 days at sea", "3 weeks at sea", "altered", ["number"]),
        ("rents rose 5-10 percent", "rents rose 510 percent", "altered", ["number"]),
        ("they sent US the bill", "they sent us the bill", "altered", ["entity"]),
        ("THEY SENT US THE BILL", "They sent us the bill", "typographic", []),
        ("the eu sent us a bill", "The EU sent us a bill", "typographic", []),
        ("We'd sail", "We'll sail", "altered", ["modal"]),
        ("they should've sailed", "they shouldn't've sailed", "altered", ["negation"]),
        ("the port was criminalised", "the port was decriminalised", "altered", ["negation"]),
        ("20 degrees Celsius", "20 degrees Fahrenheit", "altered", ["number"]),
        ("$20 a month", "$20 a year", "altered", ["number"]),
        ("Osei VII sailed", "Osei VIII sailed", "altered", ["number"]),
        ("half of them", "½ of them", "typographic", []),
        ("two thirds sank", "2/3 sank", "typographic", []),
        ("boat number one", "boat No. 1", "typographic", []),
        ("born in the sixties", "born in the seventies", "altered", ["number"]),
        ("a man in the ER sat", "a man in the, er, sat", "altered", ["entity"]),
        ("in the 80s", "in the eighties", "typographic", []),
        ("3 km off", "3 kilometres off", "typographic", []),
        ("the days at sea", "the weeks at sea", "altered", []),
        ("on 3 March they sail", "on 3 May they sail", "altered", ["entity"]),
        ("an American port", "an un-American port", "altered", ["negation"]),
        ("we can rebuild", "we can ’t rebuild", "altered", ["negation"]),
        ("we don't sail", "we don’ t sail", "typographic", []),
        ("we donʼt sail", "we don't sail", "typographic", []),
        ("it was an in active port", "it was an inactive port", "altered", ["negation"]),
        ("a cease-fire at the port", "a ceasefire at the port", "typographic", []),
        ("the web site is down", "the website is down", "typographic", []),
        ("they built a web site", "they built a website", "typographic", []),
        ("talks at the U.N.", "talks at the UN", "typographic", []),
        ("J.K. Osei wrote", "J. K. Osei wrote", "typographic", []),
        ("the harbour", "the har-\nbour", "typographic", []),
        ("25 boats", "twenty-\nfive boats", "typographic", []),
        ("Lukasz sailed", "Łukasz sailed", "typographic", []),
        ("a US-India port", "a US-China port", "altered", ["entity"]),
        ("the port sent US a bill", "the port sent EU a bill", "altered", ["entity"]),
        ("6 of rain", "6 mm of rain", "unmarked_elision", ["number"]),
        ("the is full", "the ER is full", "unmarked_elision", ["entity"]),
        ("not the captain, and old", "not the captain you know, and old", "unmarked_elision", ["pronoun"]),
        ("the port, and we sail", "the port, uh, and we, um, we sail", "typographic", []),
        ("they didn't sail", "they didn't, uh, didn't sail", "typographic", []),
        ("A lone boat sank at sea", "Twelve boats sank at sea", "altered", ["number"]),
        ("We paid a fair price", "We paid nobody anything", "altered", ["negation"]),
        ("They work[ed] at sea", "They work at sea", "bracketed", []),
        ("ports (none of them) sank", "ports (all of them) sank", "altered", ["negation", "number"]),
        ("I sold it", "The sale\n\nI sold it\n\nNobody came.", "verbatim", []),
    ],
)
def test_what_is_a_change_and_what_is_a_way_of_writing(quote: str, source: str, status: str, flags: list[str]) -> None:
    """Signs, prefixes, broken words, fillers, compounds and brackets are read for what they are."""
    found = verify(quote, source)
    assert (found.status, [str(flag) for flag in found.flags]) == (status, flags)


@pytest.mark.parametrize("between", ["", "It was late. ", "It was late and the hall was cold. " * 8])
def test_places_near_each_other_are_all_found(between: str) -> None:
    """Two sentences that a quote is equally like make it ambiguous, however near they stand."""
    source = f"The port sold 3 boats last year. {between}The port sold 4 boats last year. " + "We sat down. " * 20
    found = verify("The port sold 5 boats last year", source)
    assert (found.status, len(found.occurrences)) == ("ambiguous", 2)


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        (" even if it rains", "even if"),
        (", you know, unless it rains", "unless"),
        (" as long as it rains", "as long as"),
        (", subject to a vote", "subject to"),
        (" apart from two", "apart from"),
        (" and only if it rains", "and only if"),
        (" in time", None),
    ],
)
def test_a_qualifier_may_have_several_words(behind: str, told: str | None) -> None:
    """Phrases that limit what was said are told as single words are, fillers before them passed over."""
    found = verify("We will sell the boats", f"We will sell the boats{behind}.")
    assert [each.source.text for each in found.warnings] == ([told] if told else [])


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("As long as they pay, ", "As long as"),
        ("Provided they pay, ", "Provided"),
        ("He said provided that they pay ", "provided"),
        ("The bank provided the money, and ", None),
    ],
)
def test_a_verb_is_no_condition(before: str, told: str | None) -> None:
    """A word that is a verb, too, is a condition at the beginning of a clause and before "that"."""
    found = verify("we will sell the boats", f"{before}we will sell the boats.")
    assert [each.source.text for each in found.warnings] == ([told] if told else [])


def test_a_doubt_before_the_quote_is_told() -> None:
    """What somebody doubts, or calls a lie, is not what they say."""
    for before, told in (("I doubt ", "doubt"), ("It is a lie that ", "lie"), ("I know that ", None)):
        found = verify("we will sell the boats", f"{before}we will sell the boats.")
        assert [each.source.text for each in found.warnings] == ([told] if told else [])


def test_offsets_count_characters_of_what_was_given() -> None:
    """Edits point into the quote and the source as they are, marks around the quote included."""
    quote = "  “We will open TWELVE new harbours,”"
    found = verify(quote, SOURCE)
    for edit in found.edits:
        assert quote[edit.quote.start : edit.quote.end] == edit.quote.text
        assert SOURCE[edit.source.start : edit.source.end] == edit.source.text
    assert found.quote == quote
    assert [edit.kind for edit in found.edits] == [EditKind.NEGATION, EditKind.NUMBER_FORMAT]


def test_a_source_is_made_ready_once() -> None:
    """A prepared source gives what the text gives."""
    ready = prepare(SOURCE)
    for quote in ("We had one doctor", "We had two doctors", "never there"):
        assert verify(quote, ready) == verify(quote, SOURCE)


def test_a_long_quote_is_found_piece_by_piece() -> None:
    """A whole speech with one number changed has that one edit."""
    speech = " ".join(f"In village {number} we counted {number * 7 + 3} goats and a dog." for number in range(400))
    found = verify(speech.replace("counted 1403 goats", "counted 1404 goats"), f"Welcome. {speech} Thank you.")
    assert found.status is Status.ALTERED
    assert _edits(found) == [("number", "1403", "1404")]


def test_json_keeps_all_of_it() -> None:
    """A verification goes to JSON and back; what is none is refused with its place."""
    found = verify("We will open 21 new harbours … along the coast by March", SOURCE)
    assert from_json(to_json(found)) == found
    with pytest.raises(RecordError, match=r"\$.status"):
        from_json(to_json(found).replace('"status":"altered"', '"status":"fine"', 1))
    with pytest.raises(RecordError, match="not JSON"):
        from_json("{")


def test_what_is_no_text_is_refused() -> None:
    """Anything but strings raises the error for it."""
    with pytest.raises(InputTypeError, match="quote"):
        verify(b"no", SOURCE)  # type: ignore[arg-type]
    with pytest.raises(InputTypeError, match="source"):
        verify("no", None)  # type: ignore[arg-type]


def test_it_needs_neither_the_model_nor_spacy() -> None:
    """Verifying loads no encoder and no pipeline."""
    code = (
        "import sys, quotex; quotex.verify('so it is', 'And so it is.');"
        "print([name for name in ('spacy', 'onnxruntime', 'rapidfuzz') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_it_is_a_name_of_the_package() -> None:
    """The function and its record are found where the others are."""
    assert quotex.verify is verify
    assert quotex.Verification is Verification

"""What the writers write."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.formats.lines import write_json, write_jsonl, write_standoff
from quotex.formats.rows import COLUMNS, rows
from quotex.formats.sheet import write_csv
from quotex.formats.standoff import standoff
from quotex.formats.table import write_table
from quotex.records import Article, MentionForm, Metadata, Resolution, Status, Title
from quotex.serial import from_json, from_primitives
from record_samples import articles, ferry, span


def _unattributed() -> Article:
    """The sample with its first quote credited to nobody."""
    article = ferry()
    first, second = article.attributions
    first = evolve(first, cue=None, source=None, resolution=Resolution(MentionForm.NONE))
    return evolve(article, attributions=(first, second), claims=(), speakers=article.speakers[1:])


def _compound() -> Article:
    """The sample with its first quote credited to both speakers, the first with two titles."""
    article = ferry()
    duarte, crews = article.speakers
    duarte = evolve(duarte, titles=(*duarte.titles, Title(span("port"))))
    first, second = article.attributions
    first = evolve(first, resolution=Resolution(MentionForm.NAMED, (duarte, crews), (), 0.5))
    return evolve(article, attributions=(first, second), claims=(), speakers=(duarte, crews))


def test_standoff_has_the_shape_of_the_gold_files() -> None:
    """All acts come as lists of offsets, one speaker as a string, its titles as one string."""
    assert standoff(ferry()) == {
        "id": "port.txt",
        "attributions": [
            {
                "cue": [[13, 17]],
                "source": [[18, 47]],
                "content": [[0, 12], [49, 64]],
                "kind": "direct",
                "act": "statement",
                "speaker": "Ines Duarte",
                "title": "head of the port",
                "mention": "named",
                "score": 0.9876,
                "status": "asserted",
            },
            {
                "cue": [[71, 75]],
                "source": [[65, 70]],
                "content": [[76, 84]],
                "kind": "indirect",
                "act": "attitude",
                "speaker": "Crews",
                "title": None,
                "mention": "collective",
                "score": 0.5,
                "status": "asserted",
            },
        ],
    }


def test_standoff_of_nobody_and_of_several() -> None:
    """Absent cue and source are empty lists, nobody is null, several are a list, titles are joined."""
    nobody = standoff(_unattributed())["attributions"][0]
    assert (nobody["cue"], nobody["source"], nobody["speaker"], nobody["title"]) == ([], [], None, None)
    several = standoff(_compound())["attributions"][0]
    assert several["speaker"] == ["Ines Duarte", "Crews"]
    assert several["title"] == "head of the port; port"


def test_rows_are_flat_and_in_order() -> None:
    """A row a quote, with every column in its place; beliefs and attitudes only on request."""
    (row,) = rows(ferry())
    assert tuple(row) == COLUMNS
    assert row["document_id"] == "port.txt"
    assert row["speaker"] == "Ines Duarte"
    assert (row["title"], row["role"], row["affiliation"]) == ("head of the port", "head", "port")
    assert row["content"] == "“The ferry,” … “sails at six.”"
    assert (row["content_start"], row["content_end"], row["segments"]) == (0, 64, 2)
    assert row["known_as"] == "Duarte, Ines"
    assert [each["act"] for each in rows(ferry(), all_acts=True)] == ["statement", "attitude"]


def test_rows_say_how_and_where_it_was_said() -> None:
    """Status, the one spoken to, the medium and the one who relays the words have columns; absent ones are None."""
    article = ferry()
    first, second = article.attributions
    first = evolve(first, status=Status.DENIED, status_span=first.cue, medium=span("the port"), teller=span("Crews"))
    (row,) = rows(evolve(article, attributions=(first, second)))
    assert (row["status"], row["addressee"], row["medium"], row["teller"]) == ("denied", None, "the port", "Crews")
    assert standoff(evolve(article, attributions=(first, second)))["attributions"][0]["status"] == "denied"


def test_rows_of_nobody_and_of_several() -> None:
    """Absent values are None, those of several speakers are joined in order."""
    nobody = rows(_unattributed())[0]
    absent = ("speaker", "speaker_id", "title", "cue", "cue_start", "source", "source_end", "speaker_score")
    assert all(nobody[name] is None for name in absent)
    several = rows(_compound())[0]
    assert several["speaker"] == "Ines Duarte; Crews"
    assert several["speaker_type"] == "person; group"


@given(articles())
@settings(max_examples=20, deadline=None)
def test_every_row_of_any_article_has_plain_values(article: Article) -> None:
    """Rows hold nothing but strings, numbers and None, whatever the article."""
    for row in rows(article, all_acts=True):
        assert tuple(row) == COLUMNS
        assert all(value is None or type(value) in (str, int, float) for value in row.values())


_ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
_CUNNING = st.text("=+-@＝\t\r\n \xa0\"'“”‘’1a,;", min_size=1, max_size=6)


def _cell(title: str) -> str:
    """The title as a cell."""
    (row,) = csv.DictReader(
        io.StringIO("".join(write_csv([evolve(ferry(), metadata=Metadata(title=title))])), newline="")
    )
    return row["document_title"]


@given(_ANY | _CUNNING)
def test_no_cell_of_a_csv_is_a_formula(title: str) -> None:
    """Whatever a text begins with, a spreadsheet takes it for text, and the words can be had back as they were."""
    cell = _cell(title)
    assert not re.match(r"[ \xa0]*[=+\-@＝＋－＠\t\r\n]", cell)
    added = re.match(r"'[ \xa0\"'`´“”„‟‘’‚‛«»‹›″′]*[=+\-@＝＋－＠\t\r\n]", cell)
    assert (cell[1:] if added else cell) == title.replace("\0", "\ufffd")


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", '"=1+1"', "“-1”", "'=1", '" =1', "＝1"])
def test_what_looks_like_a_formula_gets_an_apostrophe(title: str) -> None:
    """The signs that OWASP lists do, within quotation marks and after white space too; other texts are left alone."""
    assert _cell(title) == "'" + title
    assert _cell(f"a{title}") == f"a{title}"


@pytest.mark.parametrize(("title", "cell"), [("a\0b", "a\ufffdb"), ("\0=1", "\ufffd=1"), ("=\0", "'=\ufffd")])
def test_no_cell_holds_nul(title: str, cell: str) -> None:
    """NUL, at which some readers of CSV give up, is shown as U+FFFD, and hides no formula."""
    assert _cell(title) == cell


def test_csv_has_a_header_and_a_line_a_quote() -> None:
    """Numbers stay numbers, absent cells are empty, and no articles still give a header."""
    lines = list(csv.reader(io.StringIO("".join(write_csv([_unattributed()], all_acts=True)), newline="")))
    assert lines[0] == list(COLUMNS)
    assert len(lines) == 3
    assert lines[1][COLUMNS.index("speaker")] == ""
    assert lines[1][COLUMNS.index("content_end")] == "64"
    assert "".join(write_csv([])).strip() == ",".join(COLUMNS)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_json_is_an_array_of_articles(number: int) -> None:
    """Any number of articles makes one JSON document."""
    written = json.loads("".join(write_json([ferry()] * number)))
    assert [from_primitives(value) for value in written] == [ferry()] * number


def test_lines_are_one_article_each() -> None:
    """JSON Lines and stand-off lines have as many lines as there are articles."""
    lines = "".join(write_jsonl([ferry(), _compound()])).splitlines()
    assert [from_json(line) for line in lines] == [ferry(), _compound()]
    lines = "".join(write_standoff([ferry(), _compound()])).splitlines()
    assert [json.loads(line) for line in lines] == [standoff(ferry()), standoff(_compound())]


@pytest.mark.parametrize("write", [write_json, write_jsonl, write_standoff, write_csv, write_table])
def test_articles_are_taken_one_at_a_time(write: object) -> None:
    """What belongs to the first article is out before the second is asked for."""
    asked = []

    def source() -> Iterator[Article]:
        for number in range(2):
            asked.append(number)
            yield evolve(ferry(), metadata=Metadata(id=f"number-{number}"))

    out = ""
    for chunk in write(source()):  # type: ignore[operator]
        out += chunk
        if "number-0" in out:
            break
    assert asked == [0]


def test_a_table_shows_who_how_and_what() -> None:
    """Names, titles, cues, kinds, contents, the count and the warnings are there, and no escape codes."""
    shown = "".join(write_table([ferry()], width=100))
    for words in ("The ferry", "Ines Duarte", "head of the port", "said", "direct", "“The ferry,”", "a mark is open"):
        assert words in shown
    assert "1 quote by 1 speaker" in shown
    assert "more pay" not in shown
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 100


@pytest.mark.parametrize("width", [80, 100, 140])
@pytest.mark.parametrize("cue", ["According to", "acknowledged", "went on record as saying"])
def test_a_table_breaks_no_word_of_a_cue(width: int, cue: str) -> None:
    """Cues and kinds are broken between words only, whatever the width of the terminal."""
    article = ferry()
    first = article.attributions[0]
    said = first.cue
    assert said is not None
    article = evolve(article, attributions=(evolve(first, cue=evolve(said, text=cue)),))
    shown = "".join(write_table([article], width=width))
    for word in (*cue.split(), "direct"):
        assert re.search(rf"(?<!\w){word}(?!\w)", shown)
    assert max(map(len, shown.splitlines())) <= width


def test_a_table_gives_titles_once() -> None:
    """A speaker's titles stand where it first speaks, and are not told again."""
    article = ferry()
    first = article.attributions[0]
    shown = "".join(write_table([evolve(article, attributions=(first, evolve(first, id="a-2")))]))
    assert shown.count("Ines Duarte") == 2
    assert shown.count("head of the port") == 1


def test_a_table_of_all_acts_names_the_act() -> None:
    """An attitude is shown on request, as what it is."""
    shown = "".join(write_table([ferry()], all_acts=True))
    assert "more pay" in shown
    assert "attitude" in shown
    assert "2 attributions by 2 speakers" in shown


def test_a_table_says_when_nobody_is_named_or_nothing_is_found() -> None:
    """A quote without a speaker and an article without quotes are told in words."""
    assert "nobody named" in "".join(write_table([_unattributed()]))
    assert "1 without a speaker" in "".join(write_table([_unattributed()]))
    assert "no quotes found" in "".join(write_table([evolve(ferry(), attributions=(), claims=(), speakers=())]))


def test_a_table_in_colour_has_codes_of_its_own_only() -> None:
    """Colours come on request; escape codes and marks of direction that stand in the text never reach the terminal."""
    article = evolve(ferry(), metadata=Metadata(title="\x1b]0;owned\x07 \u202ebold [red]not markup[/red]"))
    shown = "".join(write_table([article], colour=True))
    assert "\x1b[" in shown
    assert "\x1b]" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown
    assert "[red]not markup[/red]" in shown

"""Known checks and new claims from files, and the command on top of them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from quotex import match, to_primitives
from quotex.checks import Index, KnownCheck, Relation, read_checks
from quotex.checks.loading import read_claims
from quotex.cli import main
from quotex.errors import DecodingError, InputError, InputTypeError, LineError, NoInputError, SettingsError
from tests.record_samples import ferry

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "@id": "https://desk.example/r/1",
    "url": "https://desk.example/well",
    "headline": "Is the well dry?",
    "claimReviewed": "The well of Norhaven is dry.",
    "datePublished": "2024-05-02",
    "inLanguage": "en",
    "author": {"@type": "Organization", "name": "The Desk"},
    "itemReviewed": {"@type": "Claim", "author": [{"@type": "Person", "name": "Ada Osei"}]},
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": "False"},
}
CHECK = KnownCheck(
    claim="The well of Norhaven is dry.",
    id="https://desk.example/r/1",
    title="Is the well dry?",
    url="https://desk.example/well",
    rating="False",
    publisher="The Desk",
    claimant="Ada Osei",
    date="2024-05-02",
    language="en",
)


@pytest.mark.parametrize(
    "value",
    [
        REVIEW,
        [REVIEW],
        {"@graph": [{"@type": "WebPage", "name": "Checks"}, REVIEW]},
        {"@type": "NewsArticle", "review": REVIEW | {"@type": ["Review", "schema:ClaimReview"]}},
        {"dataFeedElement": [{"item": [REVIEW | {"@type": "http://schema.org/ClaimReview"}]}]},
    ],
    ids=["one", "list", "graph", "nested", "feed"],
)
def test_claim_reviews_are_found_wherever_they_stand(tmp_path: Path, value: object) -> None:
    """A ClaimReview gives the same check by itself, in a list, in a graph, within an article and in a feed."""
    path = tmp_path / "checks.jsonld"
    path.write_text(json.dumps(value))
    assert list(read_checks([path])) == [CHECK]


def test_a_claim_review_may_say_little() -> None:
    """Where fields are missing or of another shape, what is there is taken."""
    review = {"@type": "ClaimReview", "itemReviewed": {"name": "The tower leans."}, "author": "The Desk"}
    more = {
        "@type": "ClaimReview",
        "claimReviewed": "It rains.",
        "author": [{"url": "https://a.example"}, {"name": "B"}],
    }
    assert list(_read([review, more])) == [
        KnownCheck("The tower leans.", publisher="The Desk"),
        KnownCheck("It rains.", publisher="https://a.example; B"),
    ]


def _read(value: object) -> list[KnownCheck]:
    from quotex.checks.claimreview import checks_of_review, claim_reviews

    return [check for review in claim_reviews(value) for check in checks_of_review(review)]


def test_claim_reviews_within_another_are_found() -> None:
    """One that another is based on is a check of its own; one that is only mentioned by address or title is not."""
    lower = {"@type": "ClaimReview", "claimReviewed": "The quay sank.", "author": "The Weekly"}
    mentions = [
        {"@type": "ClaimReview", "@id": "https://desk.example/r/2"},
        {"@type": "ClaimReview", "name": "Earlier"},
    ]
    assert _read(REVIEW | {"isBasedOn": [lower, *mentions]}) == [
        CHECK,
        KnownCheck("The quay sank.", publisher="The Weekly"),
    ]
    reference = {"@type": "NewsArticle", "review": mentions[0]}
    assert _read({"@graph": [reference, REVIEW]}) == [CHECK]
    with pytest.raises(InputError, match="claimReviewed"):
        _read(mentions[1])


def test_a_claim_review_of_several_claims_makes_a_check_of_each() -> None:
    """Ratings and claimants go with the claims where there are as many; one is for all; of others none can be told."""
    review = {
        "@type": "ClaimReview",
        "claimReviewed": ["The quay sank.", {"@value": "The crane fell.", "@language": "en"}],
    }
    ratings = [{"alternateName": "True"}, {"alternateName": "False"}, {"alternateName": "Mixed"}]
    people = [{"author": {"name": "Ada Osei"}}, {"author": {"name": "Jun Hattori"}}]
    quay, crane = "The quay sank.", "The crane fell."
    assert _read(review | {"reviewRating": ratings[:2], "itemReviewed": people}) == [
        KnownCheck(quay, rating="True", claimant="Ada Osei"),
        KnownCheck(crane, rating="False", claimant="Jun Hattori"),
    ]
    assert _read(review | {"reviewRating": ratings[0], "itemReviewed": people[:1]}) == [
        KnownCheck(each, rating="True", claimant="Ada Osei") for each in (quay, crane)
    ]
    assert _read(review | {"reviewRating": ratings}) == [KnownCheck(quay), KnownCheck(crane)]
    items = [{"@type": "Claim", "text": quay}, {"@type": "Claim", "text": crane, "author": "Jun Hattori"}]
    assert _read({"@type": "ClaimReview", "itemReviewed": items}) == [
        KnownCheck(quay),
        KnownCheck(crane, claimant="Jun Hattori"),
    ]
    assert Index.build([review]).checks == [KnownCheck(quay), KnownCheck(crane)]


def test_deep_json_is_walked_without_end() -> None:
    """A ClaimReview below thousands of lists is found."""
    value: object = REVIEW
    for _ in range(5000):
        value = [value]
    assert _read(value) == [CHECK]


def test_records_are_read_by_the_names_of_their_fields(tmp_path: Path) -> None:
    """JSON Lines, an array, CSV and TSV give the same check, packed or not; names are compared loosely."""
    record = {"ID": 7, "Claim Text": "The tower leans.", "headline": "A leaning tower?", "verdict": "True", "link": ""}
    expected = KnownCheck("The tower leans.", id="7", title="A leaning tower?", rating="True")
    (tmp_path / "a.jsonl").write_text(json.dumps(record) + "\n\n")
    (tmp_path / "b.json.gz").write_bytes(gzip.compress(json.dumps([record]).encode()))
    for name, delimiter in (("c.csv", ","), ("d.csv", ";"), ("e.tsv", "\t")):
        stream = io.StringIO()
        table = csv.DictWriter(stream, record, delimiter=delimiter)
        table.writeheader()
        table.writerow(record)
        (tmp_path / name).write_text("\ufeff" + stream.getvalue(), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no check")
    assert list(read_checks([tmp_path])) == [expected] * 5


def _table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "table.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("claim,rating\nThe quay, in May, sank.,False\n", "line 2: the row has 4 cells and the header 2"),
        ('claim,rating\n"It\nrains.",True\n\nThe quay sank.\n', "line 5: the row has 1 cells"),
        ("claim,rating,claim\nThe quay sank.,False,It rains.\n", "line 1: two columns have the name 'claim'"),
        ('claim,rating\nIt rains.,True\n"The quay sank.,False\n', "line 3: a quotation mark is not closed"),
    ],
    ids=["comma", "short", "names", "quotation-mark"],
)
def test_a_table_that_would_lose_text_is_told(tmp_path: Path, text: str, told: str) -> None:
    """Cells that do not fit the header, and columns of one name, are errors with the line where the row begins."""
    with pytest.raises(LineError, match=told):
        list(read_checks([_table(tmp_path, text)]))


def test_cells_of_tables_are_whole(tmp_path: Path) -> None:
    """Only line ends end a row; empty cells after the last column, columns without a name and blank rows do no harm."""
    path = _table(tmp_path, "claim,rating,\r\nThe\u2028quay\fsank.,False,,\r\n ,,\r\nIt rains.,,x\r\n")
    assert list(read_checks([path])) == [KnownCheck("The\u2028quay\fsank.", rating="False"), KnownCheck("It rains.")]


def test_files_in_other_encodings_are_read_when_it_is_named(tmp_path: Path) -> None:
    """Without the name the error tells the line; with it tables, JSON Lines and lines of text are read."""
    table = _table(tmp_path, "claim,rating\nIt rains.,True\nThe “café” isn’t open.,False\n", "cp1252")
    lines, texts = tmp_path / "checks.jsonl", tmp_path / "claims.txt"
    lines.write_bytes('{"claim": "The “café” isn’t open."}\n'.encode("cp1252"))
    texts.write_bytes("The “café” isn’t open.\n".encode("utf-16-le"))
    with pytest.raises(DecodingError, match=r"line 3: .*which encoding"):
        list(read_checks([table]))
    found = list(read_checks([table, lines], encoding="cp1252"))
    assert [each.claim for each in found] == ["It rains.", *["The “café” isn’t open."] * 2]
    assert list(read_claims([texts], encoding="utf-16-le")) == [{"claim": "The “café” isn’t open."}]
    with pytest.raises(SettingsError, match="no text encoding"):
        read_checks([table], encoding="cp9999")


def test_a_saved_index_is_read_like_a_file(tmp_path: Path) -> None:
    """Its checks come in their order, whatever its name is."""
    Index.build([CHECK, "The quay sank."]).save(tmp_path / "known")
    assert list(read_checks([tmp_path / "known"])) == [CHECK, KnownCheck("The quay sank.")]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A missing path, another form, a broken line, a record without claim and a cut-off file have typed errors."""
    with pytest.raises(NoInputError):
        list(read_checks([tmp_path / "none.jsonl"]))
    (tmp_path / "page.html").write_text("<p>")
    with pytest.raises(InputError, match=r"\.jsonl"):
        list(read_checks([tmp_path / "page.html"]))
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"claim": "It rains."}\n{"claim": \n')
    with pytest.raises(LineError, match="line 2"):
        list(read_checks([bad]))
    bad.write_text('{"rating": "False"}\n')
    with pytest.raises(LineError, match=r"line 1: .*claim"):
        list(read_checks([bad]))
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(gzip.compress(b'{"claim": "It rains."}\n' * 50)[:-12])
    with pytest.raises(DecodingError, match="too early; get a whole copy"):
        list(read_checks([cut]))
    array = tmp_path / "array.json"
    array.write_text('[{"claim": "It rains."}, {"rating": "False"}]')
    with pytest.raises(LineError, match=r"element 2 of the array: .*'rating'"):
        list(read_checks([array]))
    for one in ("checks.jsonl", tmp_path / "bad.jsonl", None):
        with pytest.raises(InputTypeError, match="several"):
            read_checks(one)  # type: ignore[arg-type]


def test_claims_come_from_lines_records_and_articles(tmp_path: Path) -> None:
    """Lines of text, fields of records, and the quotes of articles with their ids are claims."""
    (tmp_path / "a.txt").write_text("The well is dry.\n\n  The tower leans. \n")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "It rains.", "id": "x"}) + "\n")
    one = ferry()
    (tmp_path / "c.json").write_text(json.dumps([to_primitives(one)]))
    found = list(read_claims([tmp_path]))
    assert [each.get("claim") or each["text"] for each in found] == [
        "The well is dry.",
        "The tower leans.",
        "It rains.",
        *(quote.text for quote in one.quotes),
    ]
    assert [each["id"] for each in found[3:]] == [quote.id for quote in one.quotes]
    assert one.quotes


def test_claims_are_read_as_known_checks_are(tmp_path: Path) -> None:
    """Names of fields are compared loosely, blank fields passed over, and ClaimReviews found."""
    table = _table(tmp_path, "Claim Text,ID,Date\nThe quay sank.,7,2024-05-02\n")
    review = REVIEW | {"itemReviewed": {"@type": "Claim", "datePublished": "2024-04-30"}}
    values = [
        {"Statement": "It rains."},
        {"claim": " ", "text": "The crane fell."},
        {"claim": 5},
        {"claim": "", "id": "e"},
        {"@graph": [review]},
        review | {"claimReviewed": ["A tower leans.", "A wall fell."]},
        {"text": "A post.", "review": review},
    ]
    lines = tmp_path / "claims.jsonl"
    lines.write_text("".join(json.dumps(each) + "\n" for each in values))
    found = list(match(read_claims([table, lines]), []))
    assert [each.claim for each in found] == [
        "The quay sank.",
        "It rains.",
        "The crane fell.",
        "5",
        "",
        REVIEW["claimReviewed"],
        "A tower leans.",
        "A wall fell.",
        "A post.",
    ]
    assert found[0].id == "7"
    assert list(read_claims([lines]))[4] == {
        "claim": REVIEW["claimReviewed"],
        "id": REVIEW["@id"],
        "date": "2024-04-30",
    }


def test_a_claim_that_cannot_be_read_tells_its_place(tmp_path: Path) -> None:
    """File and line are in the error."""
    path = tmp_path / "claims.jsonl"
    path.write_text('{"claim": "It rains."}\n{"headline": "No claim"}\n')
    with pytest.raises(LineError, match=r"claims\.jsonl, line 2: .*'headline'"):
        list(read_claims([path]))


@pytest.mark.parametrize(
    ("data", "claims"),
    [
        (b"It rains.\n\nThe quay sank.\n", ["It rains.", "The quay sank."]),
        (b'{"text": "It rains."}\n{"text": "The quay sank."}\n', ["It rains.", "The quay sank."]),
        (b'{"text": "It rains.", "more": "' + b"x" * 9000 + b'"}\n{"text": "B."}\n', ["It rains.", "B."]),
        (b'[{"text": "It rains."}]', ["It rains."]),
        (b'{\n"text": "It rains."\n}', ["It rains."]),
        (gzip.compress(b"It rains.\n"), ["It rains."]),
        (b"", []),
    ],
    ids=["text", "lines", "long-lines", "array", "object", "packed", "empty"],
)
def test_claims_may_come_from_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, claims: list[str]) -> None:
    """It is text, JSON Lines or JSON, as it begins."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [each.get("text", each.get("claim")) for each in read_claims(["-"])] == claims


def test_known_checks_from_standard_input_are_no_lines_of_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines of text there are refused, as in a file."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"It rains.\n")))
    with pytest.raises(InputError, match="standard input"):
        list(read_checks(["-"]))


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of claims and one of checks in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("claims.txt").write_text("The well of Norhaven is not dry\nThe well of Norhaven is dry!\nPlums\n")
    Path("checks.json").write_text(json.dumps(REVIEW))
    return tmp_path


def test_the_command_prints_matches(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON Lines hold the record, CSV a row a match, and the table what a reader needs."""
    assert main(["match", "claims.txt", "--known", "checks.json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [[each["relation"] for each in line["matches"]] for line in lines] == [["contradicts"], ["same"], []]
    assert lines[0]["matches"][0]["check"]["rating"] == "False"
    assert main(["match", "claims.txt", "--known", "checks.json", "--format", "csv", "-o", "out.csv"]) == 0
    rows = list(csv.DictReader(Path("out.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["relation"] for row in rows] == ["contradicts", "same", ""]
    assert "negation: “not” ↔ —" in rows[0]["reasons"]
    assert main(["match", "claims.txt", "--known", "checks.json", "--format", "table"]) == 0
    shown = capsys.readouterr().out
    assert "contradicts" in shown
    assert "The Desk" in shown
    assert "nothing known" in shown


def test_the_command_keeps_an_index(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The index is made, used alone, and extended with what is new."""
    assert main(["match", "claims.txt", "--index", "known.index", "--known", "checks.json"]) == 0
    first = capsys.readouterr().out
    assert main(["match", "claims.txt", "--index", "known.index"]) == 0
    assert capsys.readouterr().out == first
    Path("more.csv").write_text("claim,rating\nPlums are blue,True\n")
    assert main(["match", "claims.txt", "--index", "known.index", "--known", "more.csv", "--top", "1"]) == 0
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert last["matches"][0]["check"]["claim"] == "Plums are blue"


def test_an_output_is_whole_or_as_it_was(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A claim that cannot be read leaves the old file, and nothing beside it; the index holds what was read before."""
    Path("out.jsonl").write_text("old")
    Path("bad.jsonl").write_text('{"claim": "The well is dry."}\n{"rating": "x"}\n')
    before = {*files.iterdir(), files / "known.index"}
    arguments = ["bad.jsonl", "--known", "checks.json", "--index", "known.index", "-o", "out.jsonl"]
    assert main(["match", *arguments]) == 1
    assert "bad.jsonl, line 2" in capsys.readouterr().err
    assert Path("out.jsonl").read_text() == "old"
    assert {*files.iterdir()} == before
    assert Index.load("known.index").checks == [CHECK]
    assert main(["match", "claims.txt", "--index", "known.index", "-o", "out.jsonl"]) == 0
    assert len(Path("out.jsonl").read_text().splitlines()) == 3


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="the system has no such device")
def test_an_output_may_be_a_device(files: Path) -> None:
    """It is written to and not replaced."""
    assert main(["match", "claims.txt", "--known", "checks.json", "-o", "/dev/null"]) == 0
    assert not Path("/dev/null").is_file()


def test_the_command_takes_indexes_standard_input_and_encodings(
    files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A saved index is known as the file is that it was made of, before and after others."""
    Index.build([CHECK]).save("saved")
    Path("more.csv").write_bytes("claim\nThe café of Norhaven is open\n".encode("latin-1"))
    printed = []
    for known in (["checks.json", "more.csv"], ["saved", "more.csv"], ["more.csv", "saved"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("The café is open\n".encode("latin-1"))))
        options = [option for path in known for option in ("--known", path)]
        assert main(["match", "-", "--encoding", "latin-1", "--top", "1", *options]) == 0
        printed.append(capsys.readouterr().out)
    assert len(set(printed)) == 1
    assert "café of Norhaven" in printed[0]


@pytest.mark.parametrize("content", ["", "claim,rating\n", None], ids=["empty", "header", "folder"])
def test_nothing_known_and_nothing_asked_is_told(
    files: Path, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    """An empty file or folder may be the wrong one, so standard error names it; the answers come all the same."""
    path = Path("nothing.csv")
    if content is None:
        path.mkdir()
    else:
        path.write_text(content)
    assert main(["match", "claims.txt", "--known", "nothing.csv"]) == 0
    told = capsys.readouterr()
    assert told.err == "quotex: nothing.csv holds no known check\n"
    assert len(told.out.splitlines()) == 3
    assert main(["match", "nothing.csv", "--known", "checks.json"]) == 0
    assert capsys.readouterr() == ("", "quotex: nothing.csv holds no claim\n")
    Index().save("none.index")
    assert main(["match", "claims.txt", "--index", "none.index"]) == 0
    assert "none.index holds no known check" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ([], 2, "--known"),
        (["--known", "checks.json", "--encoding", "cp9999"], 2, "no text encoding"),
        (["--index", "none.index"], 2, "no such file"),
        (["--known", "claims.txt"], 1, ".jsonl"),
        (["--index", "claims.txt"], 1, "no index"),
        (["--known", "checks.json", "--output", "nowhere/out.csv"], 2, "nowhere"),
    ],
)
def test_wrong_usage_is_told(
    files: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, told: str
) -> None:
    """Each mistake has its exit code and a message that says what to do."""
    assert main(["match", "claims.txt", *arguments]) == code
    assert told in capsys.readouterr().err


def test_relations_are_words_for_programs() -> None:
    """The values of the relations are what the files hold."""
    assert [str(each) for each in Relation] == ["same", "contradicts", "related", "possible"]

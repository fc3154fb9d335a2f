"""Known checks and new claims from files, and the command on top of them."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest

from quotex import to_primitives
from quotex.checks import KnownCheck, Relation, read_checks
from quotex.checks.loading import read_claims
from quotex.cli import main
from quotex.errors import DecodingError, InputError, LineError, NoInputError
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
    from quotex.checks.claimreview import claim_reviews, of_claim_review

    return [of_claim_review(each) for each in claim_reviews(value)]


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
    with pytest.raises(DecodingError, match="too early"):
        list(read_checks([cut]))
    with pytest.raises(InputError, match="several"):
        list(read_checks("checks.jsonl"))


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


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ([], 2, "--known"),
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

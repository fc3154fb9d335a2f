"""What each form of input gives."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import pytest

from poison_case import story
from poison_tables import parquet
from poison_web import page, response
from quotex.documents import Document, Fault
from quotex.inputs import FieldMap, Raw, decode, limits, scan
from quotex.inputs.strings import as_string
from quotex.records import Metadata

ROW = {
    "Key": 12,
    "Headline": "The bridge",
    "Publish-Date": "2020-01-02",
    "Authors": ["Jo Marsh", "Li Wei"],
    "Link": "https://example.org/bridge",
    "Article Text": story("row"),
    "section": "Local",
}
ABOUT = Metadata("12", "The bridge", "2020-01-02", "Jo Marsh; Li Wei", "https://example.org/bridge")


def _read(path: Path, wanted: FieldMap | None = None, encoding: str | None = None) -> list[Document | Fault]:
    found = scan([str(path)], wanted, encoding=encoding)
    return [decode(each, encoding=encoding) if isinstance(each, Raw) else each for each in found]


def _only(path: Path, wanted: FieldMap | None = None, encoding: str | None = None) -> Document:
    (found,) = _read(path, wanted, encoding)
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize("suffix", ["jsonl", "json", "csv", "parquet"])
def test_fields_become_metadata(suffix: str, tmp_path: Path) -> None:
    """Every container of records gives the same text and metadata for the same row."""
    path = tmp_path / f"rows.{suffix}"
    if suffix == "csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            row = {**ROW, "Authors": "; ".join(ROW["Authors"])}  # type: ignore[arg-type]
            writer = csv.DictWriter(file, list(row))
            writer.writeheader()
            writer.writerow(row)
    elif suffix == "parquet":
        path.write_bytes(parquet({name: [value] for name, value in ROW.items()}))
    else:
        path.write_text(json.dumps([ROW] if suffix == "json" else ROW), encoding="utf-8")
    found = _only(path, FieldMap(id="Key"))
    assert found == Document(f"{path}#0", story("row"), ABOUT)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        (" ", None),
        (" kept as it is ", " kept as it is "),
        (7, "7"),
        (7.0, "7"),
        (7.5, "7.5"),
        (float("nan"), None),
        (float("inf"), "inf"),
        (True, "true"),
        ([], None),
        (["Jo Marsh", None, " ", 3], "Jo Marsh; 3"),
        ({"name": "Jo Marsh", "twitter": "@jo"}, "Jo Marsh"),
        ([{"name": "Jo Marsh"}, {"name": "Li Wei"}], "Jo Marsh; Li Wei"),
        ({"$date": {"$numberLong": "1577923200000"}}, "1577923200000"),
        ({"first": "Jo"}, '{"first":"Jo"}'),
        ({}, None),
        ("a\ud800b", "a\ufffd\ufffd\ufffdb"),
    ],
)
def test_values_become_strings(value: object, text: str | None) -> None:
    """Whatever JSON holds becomes a string to keep, or nothing."""
    assert as_string(value) == text


def test_a_named_field_goes_before_a_guess(tmp_path: Path) -> None:
    """What the caller names is taken, and is not taken for anything else as well."""
    path = tmp_path / "a.csv"
    path.write_text("text,body,title\nshort,It opens.,x\n")
    found = _only(path, FieldMap(text="body", id="title"))
    assert (found.text, found.metadata) == ("It opens.", Metadata(id="x"))


@pytest.mark.parametrize("suffix", ["jsonl", "json", "csv", "tsv", "parquet"])
def test_a_text_that_is_named_and_not_there_is_told_once_a_file(suffix: str, tmp_path: Path) -> None:
    """The fault names the field and lists those that are there."""
    path = tmp_path / f"a.{suffix}"
    rows = [{"id": str(number), "text": "It opens."} for number in range(3)]
    if suffix == "parquet":
        path.write_bytes(parquet({"id": ["1"], "text": ["It opens."]}))
    elif suffix == "json":
        path.write_text(json.dumps(rows))
    elif suffix == "jsonl":
        path.write_text("\n".join(map(json.dumps, rows)))
    else:
        path.write_text("id,text\n1,It opens.\n".replace(",", "\t" if suffix == "tsv" else ","))
    (found,) = _read(path, FieldMap(text="lead"))
    assert isinstance(found, Fault)
    assert (found.origin, found.code) == (str(path), "no_such_field")
    assert "'lead'" in found.message
    assert "'id', 'text'" in found.message


def test_the_fields_of_a_container_are_reported_once(tmp_path: Path) -> None:
    """The report comes before the first document, with what was named and what was guessed."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"no": 1}\n{"body": "It opens.", "by": "Jo"}\n{"body": "It closes.", "id": 5, "text": "x"}\n')
    reported: list[tuple[str, FieldMap]] = []
    found = scan([str(path)], FieldMap(author="by"), report=lambda *told: reported.append(told))
    next(found)
    assert reported == [(str(path), FieldMap(text="body", id="id", author="by"))]
    assert len(list(found)) == 2
    assert len(reported) == 1


def test_a_text_field_must_hold_text(tmp_path: Path) -> None:
    """A field with a likely name that holds something else is not taken for the text where another one is one."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"content": {"rendered": 1}, "story": "It opens."}')
    assert _only(path).text == "It opens."


def test_fields_are_guessed_from_the_beginning_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long a file is, no more of it is held than the limits say before the first document comes."""
    monkeypatch.setattr(limits, "PEEKED_RECORDS", 2)
    path = tmp_path / "a.jsonl"
    path.write_text('{"summary": "a"}\n' * 2 + '{"text": "b"}\n')
    (found,) = _read(path)
    assert isinstance(found, Fault)
    assert found.code == "no_text_field"


@pytest.mark.parametrize("text", ["a\r\nb", "  It opens. \n\n", "a\rb\x0bc\x85d\u2028e", "“é” \U0001f600"])
def test_a_text_is_kept_as_it_stands(text: str, tmp_path: Path) -> None:
    """No line end, blank or other character is lost, so offsets fit the file."""
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    assert _only(path).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_text(encoding: str, tmp_path: Path) -> None:
    """The mark decides about the encoding, and no name begins with it."""
    path = tmp_path / "a.txt"
    path.write_bytes("Ada Osei said so.".encode(encoding))
    assert _only(path, encoding="latin-1").text == "Ada Osei said so."


@pytest.mark.parametrize(("encoding", "name"), [("latin-1", "a.txt"), ("utf-16-le", "a.txt"), ("cp1252", "a.csv"),
    ("latin-1", "a.jsonl"), ("utf-16-le", "a.jsonl"), ("utf-16", "a.json"), ("utf-16-be", "a.tsv")])  # fmt: skip
def test_a_declared_encoding_is_used(encoding: str, name: str, tmp_path: Path) -> None:
    """What is not UTF-8 is read in the encoding that the caller names, whatever the form."""
    text = "The café opens."
    rows = {"csv": f"text,id\n{text},1\n", "tsv": f"id\ttext\n1\t{text}\n", "txt": text}
    path = tmp_path / name
    path.write_bytes(rows.get(path.suffix[1:], f'{{"text": "{text}"}}').encode(encoding))
    assert _only(path, encoding=encoding).text == text


def test_utf8_goes_before_a_declared_encoding(tmp_path: Path) -> None:
    """In a mixed archive the files that are UTF-8 are not read in the encoding of the others."""
    (tmp_path / "a.txt").write_bytes("café".encode())
    (tmp_path / "b.txt").write_bytes("café".encode("latin-1"))
    found = _read(tmp_path, encoding="latin-1")
    assert [each.text for each in found if isinstance(each, Document)] == ["café", "café"]


def test_the_fault_of_an_encoding_tells_the_byte(tmp_path: Path) -> None:
    """The first byte that does not fit is named with its position, and every encoding that was tried."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"It \x81 opens.")
    (found,) = _read(path, encoding="cp1252")
    assert isinstance(found, Fault)
    assert "byte 0x81 at position 3 is not utf-8, nor is the text cp1252" in found.message


_PAGE = """<html><head><title>Bridge opens - The Local</title><meta name="author" content="Jo Marsh">
<meta property="article:published_time" content="2021-03-04T10:00:00Z"><link rel="canonical"
href="https://example.org/bridge"></head><body><nav><a href="/">Home</a></nav><article><h1>Bridge opens</h1>
<p>“We waited for years,” the mayor, Ada Osei, said of the bridge on Monday.</p><p>It opens in May.</p>
</article><div id="comments"><p>First! I like this bridge a lot and will use it.</p></div></body></html>"""


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    """The main text comes a line a paragraph, without navigation and comments, with its metadata."""
    path = tmp_path / "a.html"
    path.write_text(_PAGE, encoding="utf-8")
    found = _only(path)
    paragraphs = ["“We waited for years,” the mayor, Ada Osei, said of the bridge on Monday.", "It opens in May."]
    assert found.text.split("\n")[-2:] == paragraphs
    assert "Home" not in found.text
    assert "First!" not in found.text
    about = Metadata(str(path), "Bridge opens", "2021-03-04", "Jo Marsh", "https://example.org/bridge")
    assert found.metadata == about


def test_a_web_archive_knows_address_and_date(tmp_path: Path) -> None:
    """Id and address are those of the record; its date stands in for one that the page does not tell."""
    path = tmp_path / "a.warc"
    path.write_bytes(response("one", page("one")) + response("two", _PAGE.encode()))
    first, second = _read(path)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    dates = "2021-02-03T04:05:06Z", "2021-03-04"
    assert first.metadata == Metadata("one", "Bridge one", dates[0], None, "https://example.org/one")
    assert second.metadata == Metadata("two", "Bridge opens", dates[1], "Jo Marsh", "https://example.org/two")


@pytest.mark.parametrize(
    ("server", "meta", "encoding"),
    [("cp1252", "", "cp1252"), (None, '<meta charset="iso-8859-1">', "cp1252"), ("utf-8", "", "utf-8"),
     (None, "", "utf-8"), ("klingon", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
     ("iso-8859-1", "", "utf-8"), ("utf-16-le", "", "utf-16-le")],
)  # fmt: skip
def test_a_page_is_read_in_the_encoding_that_is_named(server: str | None, meta: str, encoding: str) -> None:
    """UTF-8 is told by its bytes; else the server's word counts, then the page's."""
    word = "мост" if encoding == "koi8-r" else "“café”"
    html = f"<html><head>{meta}<title>A</title></head><body><p>The {word} opens in May, she said.</p></body></html>"
    found = decode(Raw("a", "html", html.encode(encoding), charset=server))
    assert isinstance(found, Document)
    assert f"The {word} opens" in found.text


def test_a_page_that_breaks_its_reader_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever trafilatura raises costs the page alone."""

    def fail(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    found = decode(Raw("a", "html", b"<html>"))
    assert isinstance(found, Fault)
    assert (found.code, "too deep" in found.message) == ("broken_html", True)


def test_a_record_without_end_ends_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record over the limit is gone past, one that does not end for long ends the file, and neither is held."""
    monkeypatch.setattr(limits, "RECORD", 1000)
    monkeypatch.setattr(limits, "GIVE_UP", 200_000)
    good = b'{"text": "It opens."}\n'
    path = tmp_path / "a.jsonl"
    path.write_bytes(good + b"a" * 100_000 + b"\n" + good + b"a" * 300_000 + b"\n" + good)
    found = [(each.origin.removeprefix(str(path)), getattr(each, "code", "")) for each in _read(path)]
    assert found == [("#0", ""), ("#1", "too_large"), ("#2", ""), ("", "too_large")]


def test_a_packed_table_is_not_unpacked_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A compressed Parquet file is put on the disk up to the limit."""
    monkeypatch.setattr(limits, "GIVE_UP", 100_000)
    path = tmp_path / "a.parquet.gz"
    path.write_bytes(gzip.compress(bytes(200_000)))
    (found,) = _read(path)
    assert isinstance(found, Fault)
    assert found.code == "too_large"


def test_reading_tables_leaves_the_limit_of_others(tmp_path: Path) -> None:
    """The limit of csv, which holds for the whole process, is as it was whenever others run."""
    path = tmp_path / "a.csv"
    path.write_text("text,id\n" + "a" * 200_000 + ",1\nb,2\n")
    before = csv.field_size_limit()
    found = scan([str(path)])
    assert isinstance(next(found), Raw)
    assert csv.field_size_limit() == before


def test_a_row_has_the_fields_that_are_mapped(tmp_path: Path) -> None:
    """What is sent to a worker of a table's row is no more than what is read of it."""
    path = tmp_path / "a.csv"
    path.write_text("text,section,id\nIt opens.,Local,é\n", encoding="utf-8")
    (raw,) = scan([str(path)])
    assert isinstance(raw, Raw)
    assert raw.data == '{"text":"It opens.","id":"é"}'.encode()

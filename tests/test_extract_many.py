"""``quotex.extract_many``: the articles of ``extract``, in order, as they are needed, with errors as values."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest

import quotex
from benchmarks.short_texts import text
from quotex import Article, Document, Fault, Metadata, Settings, extract, extract_many
from quotex.archive import many
from quotex.errors import InputTypeError, SettingsError
from tests.archive_samples import Rigged

ABOUT = {"id": "7", "title": "Bridge", "date": "2024-05-01", "author": "R. Roe", "url": "https://news.example/7"}


def _documents() -> list[Any]:
    """Documents of every kind, some of them not to be read."""
    texts: list[Any] = [text(number) for number in range(30)]
    texts[3] = {"text": text(3), **ABOUT}
    texts[4] = {"text": text(4), "title": None}
    texts[9] = Document("news/9.txt", text(9), Metadata(id="nine"))
    texts[12] = {"text": "half \ud800 a pair", "id": "12"}
    texts[13] = ""
    texts[20] = Document("news/20.txt", "It rained. " * 3000, Metadata(id="long"))
    return texts


def _check(outputs: list[Article | Fault], settings: Settings) -> None:
    """The outputs are those of ``_documents``."""
    told = {place: output for place, output in enumerate(outputs) if isinstance(output, Fault)}
    assert {place: (fault.origin, fault.code, fault.id) for place, fault in told.items()} == {
        12: ("12", "surrogate", "12"),
        20: ("news/20.txt", "too_long", "long"),
    }
    expected = {number: extract(text(number), settings=settings) for number in range(30)}
    expected[3] = extract(text(3), settings=settings, **ABOUT)
    expected[9] = extract(text(9), settings=settings, id="nine")
    expected[13] = extract("", settings=settings)
    assert [output for place, output in enumerate(outputs) if place not in told] == [
        article for place, article in sorted(expected.items()) if place not in told
    ]


@pytest.mark.parametrize("workers", [0, 2])
def test_articles_are_those_of_extract(workers: int) -> None:
    """With processes and without, each document comes out in its place, as extract reads it or as a fault."""
    settings = Settings(max_chars=30_000, acts=["statement"])
    outputs = list(extract_many(_documents(), workers=workers, settings=settings))
    assert len(outputs) == 30
    _check(outputs, settings)


def test_known_speakers_are_passed_on() -> None:
    """Names come back as the caller knows them."""
    story = "“We open in May,” the mayor, Ada Osei, said."
    (article,) = extract_many([story], workers=0, known_speakers=[quotex.KnownSpeaker("Osei, A.", ("Ada Osei",))])
    assert isinstance(article, Article)
    assert article.speakers[0].known_as == "Osei, A."


def test_documents_are_taken_as_they_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An endless source is no problem: only a bounded number is read ahead; when the iterator is closed, no process is
    left. A document that hangs is a fault in its place, and those after it wait for their turn."""
    taken = 0

    def source() -> Iterator[str]:
        nonlocal taken
        for taken in count(1):
            yield "HANG" if taken == 3 else text(taken)

    monkeypatch.setattr(many, "Job", Rigged)
    outputs = extract_many(source(), workers=2, seconds=1)
    assert taken == 0
    got = list(islice(outputs, 100))
    assert [(place, got.origin, got.code) for place, got in enumerate(got) if isinstance(got, Fault)] == [
        (2, "2", "timeout")
    ]
    assert [len(text(place + 1)) for place in range(100) if place != 2] == [
        article.text_length for article in got if isinstance(article, Article)
    ]
    assert 100 <= taken <= 100 + 2 * 64 + 16
    outputs.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_nothing_gives_nothing() -> None:
    """Without documents there is nothing to do, and no process is started."""
    assert list(extract_many([], workers=3)) == []
    assert list(extract_many(iter(()))) == []


@pytest.mark.parametrize(
    "wrong", ["a text", b"bytes", {"text": "a text"}, Document("a", "a text"), [5], [{"title": "no text"}], [["a"]]]
)
def test_what_is_no_document_is_refused(wrong: Any) -> None:
    """One text in place of several, and things that have no text, are errors that say what is expected."""
    with pytest.raises(InputTypeError, match="must be"):
        list(extract_many(wrong, workers=0))


def test_unknown_fields_are_refused() -> None:
    """A misspelt field is told with those that there are."""
    with pytest.raises(InputTypeError, match="document 1 has 'titel'; besides 'text' it may have id, title, date"):
        list(extract_many(["a text", {"text": "a text", "titel": "A"}], workers=0))


@pytest.mark.parametrize(
    "options",
    [{"workers": -1}, {"workers": 1.5}, {"workers": True}, {"seconds": -1}, {"settings": {}}, {"seconds": "9"}],
)
def test_wrong_options_are_told_at_once(options: dict[str, Any]) -> None:
    """A number or a value out of range is an error of the call, not of the first article."""
    with pytest.raises(SettingsError):
        extract_many([], **options)


def test_a_script_without_a_guard_is_told(tmp_path: Path) -> None:
    """Where the main module starts processes when it is imported, an error says what to write, and nothing hangs."""
    script = tmp_path / "script.py"
    script.write_text("import quotex\nprint(list(quotex.extract_many(['It rained.'], workers=1)))\n")
    done = subprocess.run([sys.executable, script], capture_output=True, timeout=120)
    assert done.returncode == 1
    assert b"WorkerError: 5 workers in a row" in done.stderr
    assert done.stderr.rstrip().endswith(b'start them under `if __name__ == "__main__":`')

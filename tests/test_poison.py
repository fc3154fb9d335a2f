"""The poison corpus comes out as it says: good documents are kept, each fault is told once, with its code."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

import poison
from poison_case import Case, story
from quotex.documents import Document, Fault
from quotex.inputs import FaultCode, Raw, decode, scan

Found = list[tuple[str, Document | Fault]]


@pytest.fixture(name="corpus", scope="module")
def _corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Case]]:
    folder = tmp_path_factory.mktemp("poison")
    return folder, poison.write(folder)


@pytest.fixture(name="found", scope="module")
def _found(corpus: tuple[Path, list[Case]]) -> Found:
    """What came out, in order, with the origins relative to the corpus."""
    folder, _ = corpus
    decoded = [decode(each) if isinstance(each, Raw) else each for each in scan([str(folder)])]
    return [(each.origin.removeprefix(f"{folder}{os.sep}"), each) for each in decoded]


def test_the_corpus_is_large_and_has_every_fault(corpus: tuple[Path, list[Case]]) -> None:
    """There are more than a hundred files, under names of their own, and every code of a fault is met in some."""
    _, cases = corpus
    assert len({case.name for case in cases}) == len(cases) > 100
    met = {code for case in cases for _, code in case.faults}
    rare = {"broken_html", "no_such_field", "unknown_form", "unreadable"}  # they take more than a file to bring about
    assert met | rare == set(FaultCode)


def test_everything_comes_out_as_declared(corpus: tuple[Path, list[Case]], found: Found) -> None:
    """All documents, with their ids, and all faults come out in the order of their files, and nothing else does."""
    _, cases = corpus
    got = [(origin, each) for origin, each in found if isinstance(each, Document)]
    ids = [(origin, None if each.metadata.id == each.origin else each.metadata.id) for origin, each in got]
    assert ids == [pair for case in cases for pair in case.documents.items()]
    faults = [(origin, each.code) for origin, each in found if isinstance(each, Fault)]
    assert faults == [pair for case in cases for pair in case.faults]


def test_a_good_document_is_whole(corpus: tuple[Path, list[Case]], found: Found) -> None:
    """The text of a record that stands among faults is the one that was written under its id."""
    _, cases = corpus
    among = {origin: key for case in cases if case.faults for origin, key in case.documents.items()}
    texts = {origin: each.text for origin, each in found if isinstance(each, Document)}
    wrong = [origin for origin, key in among.items() if not texts[origin].startswith(story(key))]
    assert len(among) > 100
    assert [origin for origin in wrong if "surrogate" not in origin] == []


def test_refused_documents_are_those_with_surrogates(corpus: tuple[Path, list[Case]], found: Found) -> None:
    """Documents that are declared to fail in extraction hold what fails there, and the others do not."""
    _, cases = corpus
    refused = {origin for case in cases for origin in case.refused}
    texts = {origin: each.text for origin, each in found if isinstance(each, Document)}
    assert refused
    assert {origin for origin, text in texts.items() if re.search("[\ud800-\udfff]", text)} == refused


def test_messages_are_for_people(found: Found) -> None:
    """Every fault has a message of one line and bounded length."""
    messages = [each.message for _, each in found if isinstance(each, Fault)]
    assert all(0 < len(message) < 500 and "\n" not in message for message in messages)

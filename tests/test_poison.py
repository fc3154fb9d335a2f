"""The poison corpus comes out as it says: good documents are kept, each fault is told once, with its code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import poison
from poison_case import Case, story
from quotex.documents import Document, Fault
from quotex.inputs import FaultCode, Raw, decode, scan


@pytest.fixture(name="corpus", scope="module")
def _corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Case]]:
    folder = tmp_path_factory.mktemp("poison")
    return folder, poison.write(folder)


@pytest.fixture(name="found", scope="module")
def _found(corpus: tuple[Path, list[Case]]) -> dict[str, Document | Fault]:
    """What came out, by origin relative to the corpus."""
    folder, _ = corpus
    raws = scan([str(folder)])
    decoded = [decode(each) if isinstance(each, Raw) else each for each in raws]
    return {each.origin.removeprefix(f"{folder}{os.sep}"): each for each in decoded}


def test_the_corpus_is_large_and_has_every_fault(corpus: tuple[Path, list[Case]]) -> None:
    """There are more than a hundred files, under names of their own, and every code of a fault is met in some."""
    _, cases = corpus
    assert len({case.name for case in cases}) == len(cases) > 100
    met = {code for case in cases for _, code in case.faults}
    rare = {"broken_html", "no_such_field", "unknown_form", "unreadable"}  # they take more than a file to bring about
    assert met | rare == set(FaultCode)


def test_everything_comes_out_as_declared(corpus: tuple[Path, list[Case]], found: dict[str, Document | Fault]) -> None:
    """Each file gives its documents, with their ids, and its faults, and nothing comes out that was not declared."""
    _, cases = corpus
    documents = {origin: key for case in cases for origin, key in case.documents.items()}
    faults = {origin: code for case in cases for origin, code in case.faults}
    got = {origin: each for origin, each in found.items() if isinstance(each, Document)}
    ids = {origin: None if each.metadata.id == each.origin else each.metadata.id for origin, each in got.items()}
    assert ids == documents
    assert {origin: each.code for origin, each in found.items() if isinstance(each, Fault)} == faults


def test_a_good_document_is_whole(found: dict[str, Document | Fault]) -> None:
    """The text of a document that stands among faults is the one that was written."""
    checked = 0
    for each in found.values():
        key = each.metadata.id if isinstance(each, Document) else None
        if key is not None and each.origin != key and "/" in key and not key.startswith("page"):
            checked += 1
            assert each.text.startswith(story(key)), each  # type: ignore[union-attr]
    assert checked > 100


def test_refused_documents_are_those_with_surrogates(
    corpus: tuple[Path, list[Case]], found: dict[str, Document | Fault]
) -> None:
    """Documents that are declared to fail in extraction hold what fails there, and the others do not."""
    _, cases = corpus
    refused = {origin for case in cases for origin in case.refused}
    texts = {origin: each.text for origin, each in found.items() if isinstance(each, Document)}
    assert {
        origin for origin, text in texts.items() if any("\ud800" <= letter <= "\udfff" for letter in text)
    } == refused


def test_messages_are_for_people(found: dict[str, Document | Fault]) -> None:
    """Every fault has a message of one line and bounded length."""
    messages = [each.message for each in found.values() if isinstance(each, Fault)]
    assert all(0 < len(message) < 500 and "\n" not in message for message in messages)

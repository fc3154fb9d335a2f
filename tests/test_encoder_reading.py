"""The bundled encoder reads documents: shapes, windows, and nothing but the document counts."""

from __future__ import annotations

import json
from importlib import resources

import numpy as np
import pytest
import spacy

from quotex import encoder
from quotex.encoder import session
from quotex.encoder.reading import distances
from quotex.errors import ModelError

_NLP = spacy.blank("en")
_SENTENCE = "The harbour office said on Friday that two ferries would stay in port. "


def test_a_plain_statement_has_one_cue():
    """The word "said" of a plain sentence is found, and surely."""
    doc = _NLP(_SENTENCE)
    (cue,) = encoder.read(doc).cues
    reading = encoder.read(doc)
    assert [reading.words.text[i] for i in range(cue.start, cue.end)] == ["said"]
    assert cue.score > 0.8
    assert cue.potentials.shape == (len(reading.words), 6)


@pytest.mark.parametrize("text", ["", " ", "\n\n\t"])
def test_a_document_without_words_has_no_cues(text):
    """White space alone reads as nothing, with a row of name scores a token."""
    doc = _NLP(text)
    reading = encoder.read(doc)
    assert reading.cues == ()
    assert reading.name_scores.shape == (len(doc), encoder.NAME_TAGS)


def test_a_long_document_is_read_in_windows():
    """Every sentence of a text much longer than a window is read, each in the window that holds it."""
    doc = _NLP((_SENTENCE * 3 + "\n\n") * 30)
    reading = encoder.read(doc)
    words = [reading.words.text[cue.start] for cue in reading.cues]
    assert words.count("said") == 90
    assert all(cue.window <= cue.start < cue.end <= cue.window + len(cue.potentials) for cue in reading.cues)


def test_what_was_read_before_does_not_matter():
    """The same document gives the same bytes after others were read."""
    doc = _NLP(_SENTENCE * 2)
    first = encoder.read(doc)
    encoder.read(_NLP("Something else entirely, he added. " * 40))
    again = encoder.read(doc)
    assert np.array_equal(first.name_scores, again.name_scores)
    assert [c.score for c in first.cues] == [c.score for c in again.cues]
    assert all(np.array_equal(a.potentials, b.potentials) for a, b in zip(first.cues, again.cues, strict=True))


def test_distances_are_signed_and_coarse_when_far():
    """Words of the cue are 0, those before and after it count apart, and far ones share a bucket."""
    row = distances(np.array([[3, 5]]), 400)[0]
    assert row[:8].tolist() == [3, 2, 1, 0, 0, 33, 34, 35]
    assert row[398] == row[399]
    assert row.max() <= 64


def test_the_model_card_names_the_files_that_are_there():
    """The digests in ``model.json`` are those of the bundled files."""
    about = json.loads((resources.files("quotex.encoder") / "model" / "model.json").read_text(encoding="utf8"))
    assert set(about["sha256"]) == {"encoder.onnx", "roles.onnx", "vocabulary.txt"}
    assert len(session.load_model().sha256) == 64


def test_a_damaged_file_is_told():
    """A file whose digest differs from the one recorded is refused by name."""
    folder = resources.files("quotex.encoder") / "model"
    with pytest.raises(ModelError, match=r"vocabulary\.txt is damaged"):
        session._checked(folder, "vocabulary.txt", "0" * 64)


def test_a_missing_file_is_told():
    """A file that is not there is named, with what to do."""
    with pytest.raises(ModelError, match=r"nothing\.onnx is missing.*install"):
        session._read(resources.files("quotex.encoder") / "model", "nothing.onnx")

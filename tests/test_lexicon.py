"""Word lists that are read as they are meant."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import pairwise

import pytest

from quotex.lexicon.words import entries, words
from quotex.tokens import tokenised

_FILES = sorted(
    {each.name for each in files("quotex.lexicon").iterdir() if each.name.endswith(".toml")} - {"cues.toml"}
)
"""All but one that has a reader of its own, to which a line end is a blank."""


@pytest.mark.parametrize("name", _FILES)
def test_no_entry_goes_over_a_line_end(name: str) -> None:
    """Where entries stand between commas a line ends with one, as the reader takes a line end for the end of one."""
    groups = tomllib.loads((files("quotex.lexicon") / name).read_text(encoding="utf-8"))
    cut = [
        (group, line.rpartition(",")[2], following.partition(",")[0])
        for group, value in groups.items()
        for line, following in pairwise(value["words"].strip().splitlines())
        if "," in line and not line.rstrip().endswith(",")
    ]
    assert cut == []


def test_entries_for_claims_are_cut_as_the_tokenizer_cuts() -> None:
    """An entry whose words are other tokens in a text ("gonna" is two) would never be found there."""
    cut = {
        (group, entry): [token.text for token in tokenised(entry.replace(" 'm", "'m"))]
        for group, listed in entries("claims").items()
        for entry in listed
    }
    assert [key for key, tokens in cut.items() if tokens != key[1].replace("-", " - ").split()] == []


def test_a_familiar_form_stands_with_a_full_name() -> None:
    """Each entry of the list is a familiar form and one name that it stands for."""
    assert [entry for entry in words("given_names", "familiar") if len(entry.split()) != 2] == []

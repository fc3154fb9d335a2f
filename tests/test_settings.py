"""Settings and known speakers: what they accept, refuse and hash to."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from attrs.exceptions import FrozenInstanceError

from quotex.errors import SettingsError
from quotex.known import KnownSpeaker, read_known_speakers
from quotex.records import Act
from quotex.settings import MAX_CHARS, Settings, read_settings


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("attribution_threshold", 1.01, "a number from 0 to 1"),
        ("attribution_threshold", "0.5", "a number from 0 to 1"),
        ("speaker_threshold", float("nan"), "a number from 0 to 1"),
        ("speaker_threshold", True, "a number from 0 to 1"),
        ("max_chars", 0, "a whole number from 1 to 100,000,000"),
        ("max_chars", MAX_CHARS + 1, "a whole number from 1 to 100,000,000"),
        ("block_chars", 2.5e5, "a whole number from 1,000 to 100,000,000"),
        ("acts", ("statement", "poem"), "one or more of statement, directive"),
        ("acts", "statement", "one or more of statement, directive"),
        ("acts", (), "one or more of statement, directive"),
        ("acts", None, "one or more of statement, directive"),
    ],
)
def test_a_wrong_value_is_told_with_its_field_and_range(name: str, value: object, allowed: str) -> None:
    """The error names the field, what is allowed and what was given."""
    with pytest.raises(SettingsError) as caught:
        Settings(**{name: value})
    assert name in str(caught.value)
    assert allowed in str(caught.value)
    assert repr(value) in str(caught.value)


def test_settings_take_no_positional_values_and_do_not_change() -> None:
    """Fields are given by name and stay as they are."""
    with pytest.raises(TypeError):
        Settings(0.5)  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        Settings().max_chars = 1  # type: ignore[misc]


def test_acts_are_sorted_and_each_stands_once() -> None:
    """Acts by value or member, in any order and number, come to the same settings."""
    given = Settings(acts=["belief", Act.STATEMENT, "belief"])
    assert given.acts == (Act.STATEMENT, Act.BELIEF)
    assert given == Settings(acts=(Act.STATEMENT, Act.BELIEF))


def test_every_field_changes_the_hash() -> None:
    """No two settings that differ share a hash here."""
    variants = [
        Settings(),
        Settings(attribution_threshold=0.5),
        Settings(speaker_threshold=0.5),
        Settings(acts=[Act.STATEMENT]),
        Settings(max_chars=10),
        Settings(block_chars=1_000),
    ]
    assert len({settings.hash for settings in variants}) == len(variants)


def test_the_hash_is_this_one_in_every_process() -> None:
    """A hash written down once holds in a process with another seed for Python's own hashes."""
    code = "from quotex.settings import Settings; print(Settings(speaker_threshold=1, acts=['statement']).hash)"
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env).stdout
    assert printed.strip() == Settings(speaker_threshold=1.0, acts=[Act.STATEMENT]).hash == "09b907d34cc650f9"


def test_a_mapping_with_an_unknown_name_is_refused() -> None:
    """A misspelt setting in a configuration file is told with the names there are."""
    with pytest.raises(SettingsError, match=r"'max_char'.*max_chars"):
        read_settings({"max_char": 5})
    assert read_settings({"max_chars": 5}) == Settings(max_chars=5)


def test_known_speakers_come_as_names_mappings_or_themselves() -> None:
    """All three forms come to the same value."""
    expected = KnownSpeaker("Ines Duarte")
    assert read_known_speakers(["Ines Duarte", {"name": "Ines Duarte"}, expected]) == (expected,) * 3
    assert read_known_speakers([{"name": "I", "titles": ["head"], "aliases": ("J",)}])[0].titles == ("head",)


@pytest.mark.parametrize(
    "value", ["Ines Duarte", {"name": "I"}, [""], [3], [{"aliases": ["I"]}], [{"name": "I", "role": "head"}]]
)
def test_what_is_no_list_of_known_speakers_is_refused(value: object) -> None:
    """One name instead of a list, an empty name, a number, a missing name and an unknown key are told."""
    with pytest.raises(SettingsError):
        read_known_speakers(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", ["Duarte", [" "], [1]])
def test_aliases_are_a_list_of_names(value: object) -> None:
    """A single string is no list of aliases, and each alias has words in it."""
    with pytest.raises(SettingsError, match="aliases"):
        KnownSpeaker("Ines Duarte", aliases=value)  # type: ignore[arg-type]

"""What options say, as what the library takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from quotex.known import KnownSpeaker
    from quotex.settings import Settings


CLAIMS = ("contents", "all", "none")
CLAIMS_HELP = (
    "Judge the contents of quotes, the article's own sentences, too, or nothing, for records less than half as long."
)


def settings_of(**values: Any) -> Settings:
    """The settings with these values; a usage error for one out of range."""
    from quotex.errors import SettingsError
    from quotex.settings import read_settings

    try:
        return read_settings(values)
    except SettingsError as error:
        raise click.UsageError(str(error)) from error


def known_speakers(path: str | None) -> tuple[KnownSpeaker, ...]:
    """The speakers in a JSON file, none without one; a usage error where it holds something else."""
    from quotex.errors import SettingsError
    from quotex.known import read_known_speakers

    if path is None:
        return ()
    try:
        return read_known_speakers(json.loads(Path(path).read_bytes()))
    except (SettingsError, ValueError, TypeError) as error:
        raise click.UsageError(f"--known {path}: {error}") from error

"""Optional packages: told early that one is missing, loaded only where it is used."""

from __future__ import annotations

from importlib.util import find_spec

from quotex.errors import MissingExtraError

_EXTRA_OF = {"pyarrow": "parquet", "trafilatura": "html", "fastwarc": "warc", "zstandard": "zstd"}


def check_installed(*packages: str) -> None:
    """Raise ``MissingExtraError``, which names the extra, where a package is not installed; loads none of them."""
    for package in packages:
        if find_spec(package) is None:
            extra = _EXTRA_OF[package]
            raise MissingExtraError(f'reading this input needs {package}: pip install "quotex[{extra}]"')

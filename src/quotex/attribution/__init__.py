"""Scores and marks to attributions."""

from quotex.attribution.attribute import attribute
from quotex.attribution.draft import Draft

__all__ = ["Draft", "attribute"]

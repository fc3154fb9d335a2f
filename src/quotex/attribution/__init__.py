"""Scores and marks to attributions."""

from quotex.attribution.drafting import attribute
from quotex.attribution.draft import Draft

__all__ = ["Draft", "attribute"]

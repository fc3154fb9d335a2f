"""Scores and marks to attributions."""

from quotex.attribution.draft import Draft
from quotex.attribution.drafting import attribute

__all__ = ["Draft", "attribute"]

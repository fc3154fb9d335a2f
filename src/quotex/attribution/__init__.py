"""Scores and marks to attributions."""

from quotex.attribution.draft import Draft
from quotex.attribution.drafting import attribute
from quotex.attribution.given import draft_given

__all__ = ["Draft", "attribute", "draft_given"]

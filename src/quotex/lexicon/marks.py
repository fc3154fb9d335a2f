"""Tokens that are marks and belong to the word before them or join it to the next."""

from __future__ import annotations

CLITICS = frozenset({"'s", "’s", "'", "’"})
"""What makes a possessive of a word, as the tokenizer cuts it off."""

HYPHENS = frozenset("-‐‑")
"""What joins the parts of a compound; no dashes."""

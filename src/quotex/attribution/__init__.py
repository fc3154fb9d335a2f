"""Scores and marks to attributions."""

"""Tokens to scores: the small transformer that does the reading. The only room that imports onnxruntime."""

from quotex.encoder.features import Words
from quotex.encoder.reading import NAME_TAGS, Cue, Reading, model_sha256, read

__all__ = ["NAME_TAGS", "Cue", "Reading", "Words", "model_sha256", "read"]

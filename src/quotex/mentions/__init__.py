"""Who and what is mentioned: names, noun phrases, titles and pronouns."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from quotex.mentions.complete import completed
from quotex.mentions.decode import decode_names
from quotex.mentions.insources import completed_in_sources
from quotex.mentions.names import Name, NameType, tidied
from quotex.mentions.nicknames import with_nicknames

__all__ = ["Name", "NameScores", "NameType", "completed", "completed_in_sources", "find_names", "tidied"]


class NameScores(Protocol):
    """What of the encoder's reading is needed here."""

    @property
    def name_scores(self) -> npt.NDArray[np.float32]:
        """One row of logits a token, in the order of ``decode.decode_names``."""
        ...


def find_names(doc: Doc, reading: NameScores) -> tuple[Name, ...]:
    """The names in a document, in order and without overlaps: those that the encoder reads and those that they lead to.

    Forms of address and possessive endings are left out of the spans. An empty document gives ``()``.
    """
    return completed(doc, tidied(doc, with_nicknames(doc, decode_names(reading.name_scores))))

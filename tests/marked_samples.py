"""Attributions marked in their sentence, for the tests of what stands around a cue."""

from __future__ import annotations

import re

from attrs import frozen
from spacy.tokens import Doc

from attribution_samples import NLP
from quotex.attribution.verbgroup import VerbGroup, verb_group
from quotex.spans import Pair
from quotex.structure import Structure, analyse

_CLOSING = {"{": "}", "<": ">", "[": "]"}


@frozen
class Marked:
    """A sentence with the tokens of its cue, source and content."""

    doc: Doc
    structure: Structure
    cue: Pair
    source: Pair | None
    content: tuple[Pair, ...]

    @property
    def group(self) -> VerbGroup:
        """The verb group of the cue."""
        return verb_group(self.doc, self.structure, self.cue, self.source, self.content)

    def text(self, span: Pair | None) -> str | None:
        """The words of a span."""
        return None if span is None else self.doc[span[0] : span[1]].text


def marked(text: str) -> Marked:
    """A text marked as ``{source} <cue> [content]``. The marks must stand at token edges."""
    roles: dict[str, list[Pair]] = {mark: [] for mark in _CLOSING}
    plain = ""
    for part in re.findall(r"\{.*?\}|<.*?>|\[.*?\]|[^{<\[]+", text):
        start = len(plain)
        plain += part[1:-1] if part[0] in roles else part
        if part[0] in roles:
            roles[part[0]].append((start, len(plain)))
    doc = NLP(plain)
    spans = {role: [doc.char_span(*pair) for pair in pairs] for role, pairs in roles.items()}
    tokens = {role: [(span.start, span.end) for span in found] for role, found in spans.items()}
    (cue,) = tokens["<"]
    return Marked(doc, analyse(doc), cue, next(iter(tokens["{"]), None), tuple(tokens["["]))

"""Documents and links built by hand, for the tests of attribution."""

from __future__ import annotations

import re

import spacy

from quotex.attribution.link import Link
from quotex.structure import analyse

NLP = spacy.blank("en")


class Case:
    """A text, its document and structure, and links made of snippets of it."""

    def __init__(self, text):
        self.doc = NLP(text)
        self.structure = analyse(self.doc)

    def span(self, snippet):
        """The tokens of the first place where the snippet begins and ends a token."""
        places = (match.start() for match in re.finditer(re.escape(snippet), self.doc.text))
        found = next(span for i in places if (span := self.doc.char_span(i, i + len(snippet))))
        return found.start, found.end

    def link(self, cue, source, *content):
        """A link of the snippets."""
        return Link(self.span(cue), self.span(source) if source else None, tuple(map(self.span, content)), 0.9)

    def texts(self, spans):
        """The text of each span."""
        return [self.doc[a:b].text for a, b in spans]

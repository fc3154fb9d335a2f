"""Articles to what fact-check desks work with, a function a form, each article by itself.

``quotations``, ``claims`` and ``claim_reviews`` are schema.org's in JSON-LD, ``web_annotations`` the W3C's; ``brat``,
``label_studio`` and ``prodigy`` are for the tools of these names and need the article's text. All are plain
dictionaries and strings, and each id depends on the document's id and the words alone, so that what a desk has decided
stays with the words when the article is read again. ``docs/exports.md`` says what each holds.
"""

from quotex.exports.brat import BRAT_CONFIG, BratFiles, brat
from quotex.exports.labelstudio import LABEL_STUDIO_CONFIG, label_studio
from quotex.exports.prodigy import prodigy
from quotex.exports.schemaorg import claim_reviews, claims, quotations
from quotex.exports.webannotation import web_annotations

__all__ = [
    "BRAT_CONFIG",
    "LABEL_STUDIO_CONFIG",
    "BratFiles",
    "brat",
    "claim_reviews",
    "claims",
    "label_studio",
    "prodigy",
    "quotations",
    "web_annotations",
]

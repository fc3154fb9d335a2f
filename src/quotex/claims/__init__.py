"""What of a content can be checked, which first, and why.

``claim_of`` tells all of it: the types of the claim, its score with the factors that made it, what is hedged or negated
in it, and its date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from spacy.tokens import Doc

from quotex.claims import signs
from quotex.claims.content import Content
from quotex.claims.dating import as_sure, date_of, dates
from quotex.claims.kinds import types_of
from quotex.claims.learned import weights_sha256
from quotex.claims.saying import Saying, sayings_of
from quotex.claims.sentences import own_sentences
from quotex.claims.standalone import stand_alone
from quotex.claims.times import times
from quotex.claims.when import When
from quotex.claims.worth import worth
from quotex.mentions.names import Name
from quotex.records import Claim
from quotex.spans import Pair
from quotex.speakers.found import FoundReference
from quotex.structure import Structure

__all__ = [
    "Content",
    "Saying",
    "claim_of",
    "dates",
    "own_sentences",
    "sayings_of",
    "stand_alone",
    "types_of",
    "weights_sha256",
    "worth",
]


def claim_of(
    doc: Doc,
    segments: Iterable[Pair],
    names: Sequence[Name] = (),
    day: date | None = None,
    references: Sequence[FoundReference] = (),
    shape: Structure | None = None,
    saying: Saying | None = None,
) -> Claim:
    """What can be checked of a content, whose ``segments`` are half-open spans of tokens in the order of the text.

    ``names`` are those found in the document; they tell people from other names where a claim is about what somebody
    did. ``day`` is that of the article, against which "on Monday" is resolved. ``references`` are what was found out
    about the words of the content that stand for something else; ``shape`` tells of the document what stands in
    quotation marks, where "tomorrow" is counted from another day than in the article, and what its sentences are;
    ``saying`` tells how the content is said, and so when. The claim has no id and no attribution yet, so that its
    ``content`` and ``text`` are empty. Without segments, its score is that of its form alone. Nothing is written to the
    document.
    """
    pairs = tuple(segments)
    content = Content.of(doc, pairs)
    found = dates(content, day)
    when = When(doc, day, shape, saying)
    timed = times(content, found, when)
    found = as_sure(doc, found, timed, dates(content, when.day_of_saying))
    return Claim(
        id="",
        attribution=None,
        sentence=None,
        types=types_of(content, names),
        worth=worth(content),
        stand_alone=stand_alone(doc, pairs, references, timed),
        hedges=tuple(map(content.span, signs.hedges(content))),
        negations=tuple(map(content.span, signs.negations(content))),
        dates=found,
        date=date_of(doc, found, when.said_on),
    )

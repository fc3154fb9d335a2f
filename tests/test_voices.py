"""Whose words a content is, where that is in doubt: nothing in them takes the speaker's name."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from quotex.attribution.draft import Draft
from quotex.claims import stand_alone
from quotex.records import Act, Kind
from quotex.speakers import resolve
from quotex.structure import analyse
from speaker_samples import NLP, names_of
from standalone_samples import PEOPLE, standing


@pytest.mark.parametrize(
    ("article", "rule"),
    [
        ("Ulf Osk met John Osk. [[Osk]] <said>: “{I sold boats}.”", "several-bearers"),
        ("Ulf Osk met John Osk. Osk left. [[He]] <said>: “{I sold boats}.”", "several-bearers"),
        ("The port answered [[Ida Roe’s]] <letter>: “{I sold boats}.”", "whose-words"),
        ("“{I sold boats},” [[Ida Roe]] <recalled> the mayor telling her.", "whose-words"),
        ("[[Ida Roe]] <told> of a captain who wired, “{I sold boats}.”", "whose-words"),
        ("Ulf Osk came. “{I sold boats},” [[he]] <told> Osk.", "named-behind"),
        ("Ulf Osk came. He fought the captain, John Doe. “{I sold boats},” [[he]] <said>.", "unlike-before"),
        ("Ulf Osk came. Ada Osk saw John Doe. Osk left. “{I sold boats},” [[he]] <said>.", "somebody-between"),
        ("[[Ida Roe]] <spoke>, suggesting: “{I sold boats}.”", "whose-words"),
        ("It is in a song. “{I sold boats},” [[Ida Roe]] <said>.", "whose-words"),
    ],
)
def test_a_doubtful_voice_is_left(article: str, rule: str) -> None:
    """A surname of two, a possessive, somebody told of or telling, whoever is told, a song: "I" stays as it is."""
    found = standing(article, kind=Kind.DIRECT)
    assert not found.substitutions
    assert [each.rule for each in found.unresolved] == [rule]


@pytest.mark.parametrize(
    "article",
    [
        "Ulf Osk met John Osk. [[Ulf Osk]] <said>: “{I sold boats}.”",
        "Ulf Osk came. “{I sold boats},” [[he]] <told> Roe.",
        "“{I sold boats},” [[Ulf Osk]] <recalled>, telling her all.",
    ],
)
def test_a_sure_voice_takes_its_name(article: str) -> None:
    """The full name among several, somebody else who is told, and whoever goes on telling leave no doubt."""
    assert standing(article, kind=Kind.DIRECT).text == "I [Ulf Osk] sold boats"


def test_who_is_asked_to_do_something_is_another() -> None:
    """ "Recommended that she leave" is not about whoever recommends it, "wants her boats" is."""
    asked = standing("[[Ida Roe]] recommended {she sell boats}.", act=Act.DIRECTIVE)
    owned = standing("[[Ida Roe]] ordered {her boats sold}.", act=Act.DIRECTIVE)
    assert [each.rule for each in asked.unresolved] == ["speaks-of-another"]
    assert owned.text == "Ida Roe’s boats sold"


def test_somebody_who_was_only_described_is_left() -> None:
    """A pronoun that goes back to a description takes no name: the one described may be another."""
    doc = NLP("The mayor, Ida Roe, came. Ada Doe left. The mayor spoke. She said: “I sold boats.”")
    drafts = [_said(doc, "The mayor spoke", 2, "spoke"), _said(doc, "She said", 1, "I sold boats")]
    cast = resolve(doc, analyse(doc), names_of(doc, PEOPLE), drafts, find_references=True)
    found = stand_alone(doc, drafts[1].content, cast.references[1])
    assert [each.rule for each in found.unresolved] == ["described"]


def test_what_follows_no_quotation_is_nobodys() -> None:
    """A quotation that carries on a statement without one takes no name: it may be anybody's."""
    doc = NLP("Ida Roe praised all boats. “I sold boats.” Ida Roe said: “I was glad.” “I sang.”")
    drafts = [
        _said(doc, "Ida Roe praised", 2, "all boats"),
        _said(doc, "“I sold", 0, "I sold boats", follows=0),
        _said(doc, "Ida Roe said", 2, "I was glad"),
        _said(doc, "“I sang", 0, "I sang", follows=2),
    ]
    cast = resolve(doc, analyse(doc), names_of(doc, PEOPLE), drafts, find_references=True)
    texts = [stand_alone(doc, draft.content, found).text for draft, found in zip(drafts, cast.references, strict=True)]
    assert texts[1::2] == ["I sold boats", "I [Ida Roe] sang"]


def _said(doc: Doc, sentence: str, length: int, content: str, follows: int | None = None) -> Draft:
    """A draft whose source is the first ``length`` tokens of a sentence; none of length 0."""
    start = doc.char_span(doc.text.index(sentence), doc.text.index(sentence) + 1, alignment_mode="expand").start
    at = doc.text.index(content, doc.text.index(sentence))
    said = doc.char_span(at, at + len(content))
    source = (start, start + length) if length else None
    return Draft(None, source, ((said.start, said.end),), (True,), Act.STATEMENT, Kind.DIRECT, 0.9, follows=follows)

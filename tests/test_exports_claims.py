"""schema.org's quotations, claims and drafts of reviews."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from benchmarks.exports import JSON_LD, every, validate
from quotex import exports
from quotex.exports.ids import document_iri
from quotex.records import Act, Metadata, SpeakerType, Status
from tests.export_samples import changed, results, said_by
from tests.record_samples import TEXT, ferry, span


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.ASSERTED])
def test_what_was_not_said_is_no_claim(status: Status) -> None:
    """What a source denies, asks, declines or has yet to say is exported with its status, and as nobody's words."""
    found = every(changed(status=status), TEXT)
    assert not any(found[form] for form in JSON_LD)
    assert status in [body.get("value") for body in found["web-annotations"][0]["body"]]
    assert found["prodigy"][0]["meta"]["status"] == status
    assert f" {status}\n" in exports.brat(changed(status=status), TEXT).ann


def test_a_demand_is_quoted_and_no_claim() -> None:
    """A directive cannot be true or not; its words are quoted, and lead to no claim."""
    article = changed(act=Act.DIRECTIVE)
    assert not list(exports.claims(article))
    assert not list(exports.claim_reviews(article))
    (quotation,) = exports.quotations(article)
    assert "interpretedAsClaim" not in quotation


def test_quotations_hold_verbatim_words_alone() -> None:
    """Of a content in part paraphrased only the words in marks are quoted, and the claim has all of it."""
    first = ferry().attributions[0]
    article = changed(content=(evolve(first.content[0], verbatim=False), first.content[1]))
    assert [each["text"] for each in exports.quotations(article)] == ["“sails at six.”"]
    assert [each["text"] for each in exports.claims(article)] == ["“The ferry,” … “sails at six.”"]
    paraphrase = changed(content=tuple(evolve(segment, verbatim=False) for segment in first.content))
    assert not list(exports.quotations(paraphrase))


def test_a_quotation_and_a_review_lead_to_their_claim() -> None:
    """The claim of a quotation, and the one under review, have the id of the claim exported by itself."""
    (claim,) = exports.claims(ferry())
    (quotation,) = exports.quotations(ferry())
    (review,) = exports.claim_reviews(ferry())
    assert quotation["interpretedAsClaim"] == {"@id": claim["@id"]}
    assert review["itemReviewed"] == {name: value for name, value in claim.items() if name != "@context"}


def test_a_review_is_of_the_stand_alone_text() -> None:
    """A desk reads what stands by itself, or the content where claims were not judged."""
    (review,) = exports.claim_reviews(ferry())
    assert review["claimReviewed"] == "“The ferry of Tarn,” … “sails at six.”"
    (review,) = exports.claim_reviews(evolve(ferry(), claims=()))
    assert review["claimReviewed"] == review["itemReviewed"]["text"] == "“The ferry,” … “sails at six.”"


def test_a_review_has_no_verdict() -> None:
    """The draft leaves rating, author, address and date of the review to the desk, and the check would tell."""
    (review,) = exports.claim_reviews(ferry())
    assert not {"reviewRating", "author", "url", "datePublished"} & set(review)
    with pytest.raises(ValueError, match="reviewRating"):
        validate("claim-reviews", review | {"reviewRating": {"@type": "Rating", "ratingValue": 1}})


_NAME = {"name": "Ines Duarte"}
_OFFICE = {"jobTitle": "head", "affiliation": {"@type": "Organization", "name": "port"}}


@pytest.mark.parametrize(
    ("type_", "agent"),
    [
        (SpeakerType.PERSON, {"@type": "Person", **_NAME, **_OFFICE}),
        (SpeakerType.AUTHOR, {"@type": "Person", **_NAME, **_OFFICE}),
        (SpeakerType.ROLE, {"@type": "Person", **_OFFICE}),
        (SpeakerType.ORGANISATION, {"@type": "Organization", **_NAME}),
        (SpeakerType.GROUP, None),
        (SpeakerType.ANONYMOUS, None),
        (SpeakerType.DOCUMENT, None),
    ],
)
def test_speakers_are_what_schema_org_has_a_word_for(type_: SpeakerType, agent: dict[str, Any] | None) -> None:
    """Persons and organisations are authors; a role is a person without a name; others are named in words alone."""
    (claim,) = exports.claims(said_by(type=type_))
    assert claim.get("author") == agent
    assert claim["creditText"] == "Ines Duarte"
    assert ("isBasedOn" in claim) == (type_ is SpeakerType.DOCUMENT)


def test_a_role_without_title_is_one_itself() -> None:
    """The words for a speaker who is known by role only are the job title; other names are given as such."""
    (claim,) = exports.claims(said_by(type=SpeakerType.ROLE, titles=(), name=span("head of the port")))
    assert claim["author"] == {"@type": "Person", "jobTitle": "head of the port"}
    (claim,) = exports.claims(said_by(titles=(), aliases=(span("Duarte"), span("Ines Duarte"))))
    assert claim["author"] == {"@type": "Person", "name": "Ines Duarte", "alternateName": "Duarte"}


def test_several_speakers_are_a_list() -> None:
    """Of two speakers, a person and a group, the person is the author and both are credited."""
    article = ferry()
    resolution = evolve(article.attributions[0].resolution, speakers=article.speakers)
    (claim,) = exports.claims(changed(resolution=resolution))
    assert claim["author"]["name"] == "Ines Duarte"
    assert claim["creditText"] == "Ines Duarte; Crews"
    two = (article.speakers[0], evolve(article.speakers[1], type=SpeakerType.ORGANISATION))
    (claim,) = exports.claims(
        changed(evolve(article, speakers=two), resolution=evolve(article.attributions[0].resolution, speakers=two))
    )
    assert [agent["@type"] for agent in claim["author"]] == ["Person", "Organization"]


def test_nobody_is_made_up() -> None:
    """Where nothing tells who the source is its words are all there is, and without a source nobody is credited."""
    nobody = evolve(ferry().attributions[0].resolution, speakers=())
    (claim,) = exports.claims(changed(resolution=nobody))
    assert "author" not in claim
    assert claim["creditText"] == "Ines Duarte, head of the port"
    article = changed(resolution=nobody, source=None)
    found = every(article, TEXT)
    for form in JSON_LD:
        assert not {"author", "creator", "spokenByCharacter", "creditText"} & set(found[form][0])
    assert "speaker" not in found["prodigy"][0]["meta"]
    assert not any(each["from_name"] == "speaker" for each in results(found) if "from_name" in each)
    assert [body["purpose"] for body in found["web-annotations"][0]["body"]] == ["tagging"] * 3 + ["linking"]


@pytest.mark.parametrize(
    ("about", "work"),
    [
        (Metadata(id="a", url="https://port.example/ferry?x=1"), {"url": "https://port.example/ferry?x=1"}),
        (Metadata(id="a", url="/ferry"), {}),
        (Metadata(id="a", url="https://port.example/the ferry"), {}),
        (Metadata(id="a", date="Wed, 1 May 2024 10:00:00 +0200"), {"datePublished": "2024-05-01"}),
        (Metadata(id="a", date="last week"), {}),
        (Metadata(id="a", author="Staff and agencies"), {"creditText": "Staff and agencies"}),
    ],
)
def test_of_the_article_only_what_is_known_is_told(about: Metadata, work: dict[str, str]) -> None:
    """An address that is none of the web, and a date that names no day, are left out; a byline is no person."""
    (claim,) = exports.claims(evolve(ferry(), metadata=about))
    known = {name: value for name, value in claim["appearance"].items() if not name.startswith("@")}
    assert known == {"identifier": "a", **work}
    assert claim["appearance"]["@id"] == work.get("url", document_iri(evolve(ferry(), metadata=Metadata(id="a"))))

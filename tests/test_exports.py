"""Records for fact-check desks: what each export holds."""

from __future__ import annotations

import copy
import hashlib
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import quotex
from benchmarks.export_readers import read_annotation, read_brat, read_label_studio, read_prodigy
from benchmarks.exports import JSON_LD, check, every, label_studio_validator, real_texts, unaligned, validate
from benchmarks.shared import ABSENT, shared_folder
from quotex import exports
from quotex.errors import TextMismatchError
from quotex.exports.ids import document_iri
from quotex.exports.parts import Role
from quotex.records import (
    Act,
    Article,
    Block,
    BlockKind,
    Metadata,
    Segment,
    SpeakerType,
    Status,
)
from tests.record_samples import TEXT, ferry, span

GOLDEN = Path(__file__).parent / "exports"
STORY = "🌊 The port is full.\r\n\r\n“It was 🦀 day,” said Ines Duarte.\r\n“Crabs\neverywhere.”\r\n"


def _with(article: Article = ferry(), **changes: Any) -> Article:  # noqa: B008 - records are frozen
    """The article with changes to its first attribution."""
    first, *rest = article.attributions
    return evolve(article, attributions=(evolve(first, **changes), *rest))


def _said_by(**changes: Any) -> Article:
    """The article with changes to the first speaker."""
    article = ferry()
    speaker = evolve(article.speakers[0], **changes)
    resolution = evolve(article.attributions[0].resolution, speakers=(speaker,))
    return _with(evolve(article, speakers=(speaker, *article.speakers[1:])), resolution=resolution)


def _story() -> Article:
    """A text with emoji and line ends of both kinds, and a content over all of them."""

    def part(words: str) -> Segment:
        found = span(words, STORY)
        return Segment(found.start, found.end, words, found.token_start, found.token_end, True)

    content = (part("“It was 🦀 day,”"), part("“Crabs\neverywhere.”"))
    (first, *_), second = ferry().attributions, STORY.index("“It")
    attribution = evolve(first, cue=span("said", STORY), source=span("Ines Duarte", STORY), content=content)
    return evolve(
        ferry(),
        text_sha256=hashlib.sha256(STORY.encode()).hexdigest(),
        text_length=len(STORY),
        attributions=(attribution,),
        blocks=(
            Block(0, second - 4, BlockKind.PARAGRAPH, "running text"),
            Block(second, len(STORY) - 2, BlockKind.PARAGRAPH, "running text"),
        ),
    )


@pytest.mark.parametrize("form", [*every(ferry(), TEXT)])
def test_each_export_is_as_it_was(form: str) -> None:
    """The exports of an article made by hand are those that were looked at; so ids stay over versions."""
    golden = json.loads((GOLDEN / f"{form}.json").read_text(encoding="utf-8"))
    assert every(ferry(), TEXT, all_acts=True)[form] == golden


def test_brat_is_as_it_was() -> None:
    """So is brat's file, and the text beside it is the article's."""
    files = exports.brat(ferry(), TEXT, all_acts=True)
    assert files.ann == (GOLDEN / "brat.ann").read_text(encoding="utf-8")
    assert files.txt == TEXT
    assert files.name == "port-txt-8b94b7c8b76f"


def test_quotes_alone_are_exported_unless_all_are_asked_for() -> None:
    """An attitude comes out only with ``all_acts``, and never as a claim."""
    assert {form: len(items) for form, items in every(ferry(), TEXT).items()} == {
        "quotations": 1,
        "claims": 1,
        "claim-reviews": 1,
        "web-annotations": 1,
        "label-studio": 1,
        "prodigy": 1,
    }
    assert len(every(ferry(), TEXT, all_acts=True)["prodigy"]) == 2
    assert "Crews" not in exports.brat(ferry(), TEXT).ann


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.ASSERTED])
def test_what_was_not_said_is_no_claim(status: Status) -> None:
    """What a source denies, asks, declines or has yet to say is exported with its status, and as nobody's words."""
    found = every(_with(status=status), TEXT)
    assert not any(found[form] for form in JSON_LD)
    assert status in [body.get("value") for body in found["web-annotations"][0]["body"]]
    assert found["prodigy"][0]["meta"]["status"] == status
    assert f" {status}\n" in exports.brat(_with(status=status), TEXT).ann


def test_a_demand_is_quoted_and_no_claim() -> None:
    """A directive cannot be true or not; its words are quoted, and lead to no claim."""
    article = _with(act=Act.DIRECTIVE)
    assert not list(exports.claims(article))
    assert not list(exports.claim_reviews(article))
    (quotation,) = exports.quotations(article)
    assert "interpretedAsClaim" not in quotation


def test_quotations_hold_verbatim_words_alone() -> None:
    """Of a content in part paraphrased only the words in marks are quoted, and the claim has all of it."""
    first = ferry().attributions[0]
    article = _with(content=(evolve(first.content[0], verbatim=False), first.content[1]))
    assert [each["text"] for each in exports.quotations(article)] == ["“sails at six.”"]
    assert [each["text"] for each in exports.claims(article)] == ["“The ferry,” … “sails at six.”"]
    paraphrase = _with(content=tuple(evolve(segment, verbatim=False) for segment in first.content))
    assert not list(exports.quotations(paraphrase))


def test_a_quotation_and_a_review_lead_to_their_claim() -> None:
    """The claim of a quotation, and the one under review, have the id of the claim exported by itself."""
    (claim,) = exports.claims(ferry())
    (quotation,) = exports.quotations(ferry())
    (review,) = exports.claim_reviews(ferry())
    assert quotation["interpretedAsClaim"] == {"@id": claim["@id"]}
    assert review["itemReviewed"] == {name: value for name, value in claim.items() if name != "@context"}


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
    (claim,) = exports.claims(_said_by(type=type_))
    assert claim.get("author") == agent
    assert claim["creditText"] == "Ines Duarte"
    assert ("isBasedOn" in claim) == (type_ is SpeakerType.DOCUMENT)


def test_a_role_without_title_is_one_itself() -> None:
    """The words for a speaker who is known by role only are the job title; other names are given as such."""
    (claim,) = exports.claims(_said_by(type=SpeakerType.ROLE, titles=(), name=span("head of the port")))
    assert claim["author"] == {"@type": "Person", "jobTitle": "head of the port"}
    (claim,) = exports.claims(_said_by(titles=(), aliases=(span("Duarte"), span("Ines Duarte"))))
    assert claim["author"] == {"@type": "Person", "name": "Ines Duarte", "alternateName": "Duarte"}


def test_several_speakers_are_a_list() -> None:
    """Of two speakers, a person and a group, the person is the author and both are credited."""
    article = ferry()
    resolution = evolve(article.attributions[0].resolution, speakers=article.speakers)
    (claim,) = exports.claims(_with(resolution=resolution))
    assert claim["author"]["name"] == "Ines Duarte"
    assert claim["creditText"] == "Ines Duarte; Crews"
    two = (article.speakers[0], evolve(article.speakers[1], type=SpeakerType.ORGANISATION))
    (claim,) = exports.claims(
        _with(evolve(article, speakers=two), resolution=evolve(article.attributions[0].resolution, speakers=two))
    )
    assert [agent["@type"] for agent in claim["author"]] == ["Person", "Organization"]


def test_nobody_is_made_up() -> None:
    """Where nothing tells who the source is its words are all there is, and without a source nobody is credited."""
    nobody = evolve(ferry().attributions[0].resolution, speakers=())
    (claim,) = exports.claims(_with(resolution=nobody))
    assert "author" not in claim
    assert claim["creditText"] == "Ines Duarte, head of the port"
    article = _with(resolution=nobody, source=None)
    found = every(article, TEXT)
    for form in JSON_LD:
        assert not {"author", "creator", "spokenByCharacter", "creditText"} & set(found[form][0])
    assert "speaker" not in found["prodigy"][0]["meta"]
    assert not any(each["from_name"] == "speaker" for each in _results(found) if "from_name" in each)
    assert [body["purpose"] for body in found["web-annotations"][0]["body"]] == ["tagging"] * 3 + ["linking"]


def _results(found: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = found["label-studio"][0]["predictions"][0]["result"]
    return results


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


def test_ids_tell_documents_apart() -> None:
    """The same words in two documents have different ids everywhere; without an id the text names the document."""
    one, two = (evolve(ferry(), metadata=Metadata(id=id_)) for id_ in ("a/b", "a-b"))
    for (form, items), others in zip(every(one, TEXT).items(), every(two, TEXT).values(), strict=True):
        if form != "label-studio":  # its ids are those of the attributions, which are the same in this test
            assert not set(_ids(items)) & set(_ids(others)), form
    assert exports.brat(one, TEXT).name != exports.brat(two, TEXT).name
    assert not _first_cells(exports.brat(one, TEXT).ann) & _first_cells(exports.brat(two, TEXT).ann)
    unnamed = evolve(ferry(), metadata=Metadata())
    assert document_iri(unnamed) != document_iri(evolve(unnamed, text_sha256="0" * 64))


def _first_cells(lines: str) -> set[str]:
    return {line.split("\t")[0] for line in lines.splitlines()}


def _ids(items: list[dict[str, Any]]) -> list[str]:
    return [str(item.get("@id") or item.get("id") or item["_task_hash"]) for item in items]


def test_ids_stay_when_the_article_is_corrected() -> None:
    """An article that grew by a paragraph and was read again has the ids of before in every export."""
    story = (
        "“We open the weir at noon,” Talia Brandt, the engineer, said. According to the ministry, it will hold.\n\n"
        "She urged farmers to move their cattle.\n"
    )
    before = _all_ids(story)
    after = _all_ids("Corrected on Monday: “The gate is new,” Rufus Okoye said.\n\n" + story)
    assert all(len(ids) >= 2 for ids in before.values())
    assert {form: ids - after[form] for form, ids in before.items()} == {form: set() for form in before}
    assert all(len(after[form]) > len(before[form]) for form in before if form != "quotations")


def _all_ids(story: str) -> dict[str, set[str]]:
    article = quotex.extract(story, id="weir")
    found = every(article, story)
    regions = {each["id"] for each in _results(found) if "id" in each}
    ids = {form: set(_ids(items)) for form, items in found.items() if form != "label-studio"}
    return (
        ids
        | {"label-studio": regions, "brat": _first_cells(exports.brat(article, story).ann)}
        | {"quotations": {*ids["quotations"], document_iri(article)}}
    )


def test_offsets_count_code_points_over_emoji_and_line_ends() -> None:
    """After an emoji, and over line ends of both kinds, each export points at the same characters as the record."""
    article = _story()
    content = [(23, 38), (58, 77)]
    assert [STORY[start:end] for start, end in content] == ["“It was 🦀 day,”", "“Crabs\neverywhere.”"]
    (annotation,) = exports.web_annotations(article, STORY)
    assert read_annotation(annotation, STORY)["Content"] == content
    assert read_label_studio(exports.label_studio(article, STORY))["0123456789abcdef"]["Content"] == content
    (task,) = exports.prodigy(article, STORY)
    assert read_prodigy(task)[1]["Content"] == content
    files = exports.brat(article, STORY)
    assert read_brat(files, exports.BRAT_CONFIG)["0123456789abcdef"]["Content"] == [(23, 38), (58, 64), (65, 77)]
    assert "\tContent 23 38;58 64;65 77\t“It was 🦀 day,” “Crabs everywhere.”\n" in files.ann
    assert check(article, STORY)["brat"] == 9


def test_brat_counts_carriage_returns_everywhere_the_same() -> None:
    """Its text has no carriage return, which some readers drop, and is as long as the article's."""
    files = exports.brat(_story(), STORY)
    assert "\r" not in files.txt
    assert len(files.txt) == len(STORY)
    assert files.txt.split() == STORY.split()
    over = span("full.\r\n\r\n“It", STORY)
    content = (Segment(over.start, over.end, over.text, over.start, over.end, True),)
    assert "\tContent 14 19;23 26\tfull. “It\n" in exports.brat(_with(_story(), content=content), STORY).ann
    lone = evolve(ferry(), text_sha256=hashlib.sha256(b"a\rb\r\nc").hexdigest(), attributions=())
    assert exports.brat(lone, "a\rb\r\nc").txt == "a\nb \nc"


def test_a_prodigy_task_is_the_paragraph() -> None:
    """The text of a task is that of the paragraphs in which the words stand, and tells where it begins."""
    (task,) = exports.prodigy(_story(), STORY)
    assert task["text"] == "“It was 🦀 day,” said Ines Duarte.\r\n“Crabs\neverywhere.”"
    assert task["meta"]["start"] == 23
    unparted = evolve(ferry(), blocks=())
    (task,) = exports.prodigy(unparted, TEXT)
    assert task["text"] == TEXT[:64]


def test_tokens_are_cut_where_a_span_ends_within_one() -> None:
    """A span that is not whole tokens of spaCy's, as other tokenizers make them, has tokens of its own."""
    article = _with(cue=span("sai"), source=span(" ", TEXT))
    (task,) = exports.prodigy(article, TEXT)
    words = [token["text"] for token in task["tokens"]]
    assert words[6:9] == ["sai", "d", "Ines"]
    assert read_prodigy(task)[1]["Source"] == [(4, 5)]


def test_another_text_is_refused() -> None:
    """A text of another wording raises an error that names the document, in every export that takes one."""
    for made in (exports.brat, exports.label_studio, _listed(exports.prodigy), _listed(exports.web_annotations)):
        with pytest.raises(TextMismatchError, match=r"'port\.txt'"):
            made(ferry(), TEXT.replace("six", "ten"))


def _listed(make: Any) -> Any:
    return lambda article, text: list(make(article, text))


def test_annotations_need_no_text() -> None:
    """Without the text a quote selector has no surroundings, and the annotation is valid."""
    (annotation,) = exports.web_annotations(ferry())
    validate("web-annotations", annotation)
    assert annotation["target"][0]["selector"][0] == {"type": "TextQuoteSelector", "exact": "“The ferry,”"}


def _broken() -> Iterator[tuple[str, str, Any]]:
    yield "quotations", "spokenBy", "Ines Duarte"
    yield "claims", "text", ""
    yield "web-annotations", "id", "port"
    yield "label-studio", "predictions", []
    yield "prodigy", "_task_hash", 2**40


@pytest.mark.parametrize(("form", "key", "value"), list(_broken()))
def test_the_checks_find_what_is_wrong(form: str, key: str, value: Any) -> None:
    """An unknown term, an empty text, an id that is no IRI, no prediction and a hash too large are told."""
    item = every(ferry(), TEXT)[form][0] | {key: value}
    with pytest.raises(ValueError, match=form):
        validate(form, item)


def test_the_readers_find_wrong_offsets() -> None:
    """An offset that is one too high is told by each reader."""
    found = every(ferry(), TEXT)
    annotation, task = copy.deepcopy(found["web-annotations"][0]), copy.deepcopy(found["prodigy"][0])
    annotation["target"][0]["selector"][1]["start"] += 1
    with pytest.raises(ValueError, match="does not stand at 1"):
        read_annotation(annotation, TEXT)
    task["spans"][0]["end"] += 1
    with pytest.raises(ValueError, match="not its tokens"):
        read_prodigy(task)
    drawn = copy.deepcopy(found["label-studio"][0])
    drawn["predictions"][0]["result"][0]["value"]["start"] += 1
    with pytest.raises(ValueError, match="stands elsewhere"):
        read_label_studio(drawn)
    files = exports.brat(ferry(), TEXT)
    for old, new, told in (
        ("0 12;49 64", "1 12;49 64", "other words"),
        ("0 12;49 64", "49 64;0 12", "out of order"),
        ("Has_Cue", "Has_Source", "Has_Source"),
        (" asserted", " settled", "settled"),
        ("\tCue ", "\tVerb ", "no entity"),
        ("said\n", "said\u2028\n", "line end"),
    ):
        with pytest.raises(ValueError, match=told):
            read_brat(evolve(files, ann=files.ann.replace(old, new)), exports.BRAT_CONFIG)


def test_the_label_studio_configuration_fits_the_tasks() -> None:
    """It has each control that the results name, of their type, and each label, choice and relation of theirs."""
    view = ET.fromstring(exports.LABEL_STUDIO_CONFIG)
    controls = {each.get("name"): each for each in view if each.get("toName") == "text"}
    relations = {each.get("value") for each in view.iter("Relation")}
    for result in _results(every(ferry(), TEXT, all_acts=True)):
        if result["type"] == "relation":
            assert set(result["labels"]) <= relations
            continue
        control = controls[result["from_name"]]
        assert control.tag.lower() == result["type"]
        values = {each.get("value") for each in control}
        assert set(result["value"].get(result["type"], [])) <= values
    text = view.find("Text")
    assert text is not None
    assert (text.get("name"), text.get("value")) == ("text", "$text")
    assert {each.get("value") for each in view.iter("Label")} == set(Role)


@pytest.mark.skipif(shared_folder() is None, reason=ABSENT)
def test_real_articles_are_exported() -> None:
    """The acceptance article and some of the corpus pass every check; ``benchmarks.exports`` takes 80."""
    tool = label_studio_validator()
    texts = list(real_texts(3))
    assert len(texts) >= 2
    for name, text in texts:
        article = quotex.extract(text, id=name)
        counts = check(article, text, all_acts=True)
        assert min(counts.values()) >= 1
        assert counts["web-annotations"] == counts["prodigy"] == len(article.attributions)
        assert unaligned(article, text) == 0
        if tool is not None:
            assert not tool(exports.label_studio(article, text, all_acts=True))

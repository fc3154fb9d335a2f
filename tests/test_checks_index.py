"""The index of known checks: built, extended, saved and loaded, and asked with any text."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import quotex
from quotex.checks import Index, KnownCheck, Matches, finding, match, storing
from quotex.errors import CheckIndexError, InputError, InputTypeError, OutputError, SettingsError
from tests.check_samples import known_checks

_TEXTS = st.text(min_size=1, max_size=60).filter(str.strip)
_WORDS = st.lists(
    st.sampled_from("Ada Osei opened 12 bridges in May 2020 not never #NewTag — (@a) $5m".split()), min_size=1
)
_CLAIMS = _TEXTS | _WORDS.map(" ".join)
_CHECKS = st.lists(st.builds(KnownCheck, claim=_CLAIMS, id=st.none() | _TEXTS, title=st.none() | _CLAIMS), max_size=6)
_ASKED = ("Ada Osei opened 12 bridges in May 2020.", "never in May")


def _answers(index: Index) -> list[Matches]:
    return list(match(_ASKED, index))


@given(_CHECKS, _CHECKS)
def test_adding_equals_building_at_once(first: list[KnownCheck], second: list[KnownCheck]) -> None:
    """An index that is extended has the checks, answers and bytes of one that was built of everything."""
    whole = Index.build([*first, *second])
    extended = Index.build(first)
    _answers(extended)  # what was made ready before must not be kept
    extended.add(second)
    assert extended.checks == whole.checks
    assert _answers(extended) == _answers(whole)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_CHECKS, _CHECKS)
def test_saving_and_loading_change_nothing(tmp_path: Path, first: list[KnownCheck], second: list[KnownCheck]) -> None:
    """What is loaded answers as what was saved, can be extended, and is saved as the same bytes again."""
    Index.build(first).save(tmp_path / "some.index")
    loaded = Index.load(tmp_path / "some.index")
    loaded.add(second)
    whole = Index.build([*first, *second])
    assert _answers(loaded) == _answers(whole)
    loaded.save(tmp_path / "extended.index")
    whole.save(tmp_path / "whole.index")
    assert (tmp_path / "extended.index").read_bytes() == (tmp_path / "whole.index").read_bytes()


@given(st.text(st.characters() | st.just("\ud800"), max_size=300) | _CLAIMS, _CHECKS)
def test_any_text_can_be_asked(claim: str, checks: list[KnownCheck]) -> None:
    """Whatever the claim is, also with lone surrogates, there is an answer, and its passages are slices of it."""
    (found,) = match([claim], checks)
    for each in found.matches:
        assert 0 <= each.score <= 1
        for reason in each.reasons:
            assert all(claim[passage.start : passage.end] == passage.text for passage in reason.claim)


def test_an_equal_check_is_kept_once() -> None:
    """Adding what is there already adds nothing."""
    index = Index.build(["The well is dry."])
    assert index.add(["The well is dry.", KnownCheck("The well is dry.", id="b")]) == 1
    assert len(index) == 2


def test_where_one_is_wrong_none_is_added() -> None:
    """A record without a claim leaves the index as it was."""
    index = Index.build(["The well is dry."])
    with pytest.raises(InputError, match="rating"):
        index.add(["The tower leans.", {"rating": "False"}])
    assert len(index) == 1


@pytest.mark.parametrize("claim", ["", " ", 3, "lone \ud800"])
def test_a_check_needs_a_claim(claim: object) -> None:
    """A blank claim, one that is no string, or one that cannot be stored is refused with a typed error."""
    with pytest.raises(InputError, match="claim of a known check"):
        KnownCheck(claim)  # type: ignore[arg-type]


@pytest.mark.parametrize("cut", [5, 60, 200, -1])
def test_a_damaged_index_is_told(tmp_path: Path, cut: int) -> None:
    """A file that is cut off, or of which one byte is another, is never loaded."""
    path = tmp_path / "known.index"
    Index.build(known_checks(20)).save(path)
    data = path.read_bytes()
    path.write_bytes(data[:cut])
    with pytest.raises(CheckIndexError, match=r"known\.index"):
        Index.load(path)
    changed = bytearray(data)
    changed[cut] ^= 1
    path.write_bytes(changed)
    with pytest.raises(CheckIndexError):
        Index.load(path)


def test_an_index_of_another_format_is_told(tmp_path: Path) -> None:
    """A later format is named in the error."""
    path = tmp_path / "known.index"
    Index.build(["The well is dry."]).save(path)
    path.write_bytes(path.read_bytes().replace(b"format 1\n", b"format 9\n", 1))
    with pytest.raises(CheckIndexError, match="9"):
        Index.load(path)


def test_an_index_of_another_version_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version may read words otherwise, so its index is built again of the checks in it."""
    path = tmp_path / "known.index"
    index = Index.build(known_checks(20))
    with monkeypatch.context() as patch:
        patch.setattr(storing, "__version__", "0.0.0")
        index.save(path)
    loaded = Index.load(path)
    assert not storing.load(path).is_current
    assert _answers(loaded) == _answers(index)


def _repacked(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Write an index anew with other arrays and the right digest."""
    head, _, payload = path.read_bytes().split(b"\n", 2)
    with np.load(io.BytesIO(payload)) as packed:
        arrays = dict(packed)
    change(arrays)
    stream = io.BytesIO()
    np.savez_compressed(stream, **arrays)
    _sealed(path, head, stream.getvalue())


def _sealed(path: Path, head: bytes, payload: bytes) -> None:
    path.write_bytes(b"\n".join([head, hashlib.sha256(payload).hexdigest().encode(), payload]))


def _bytes(text: str) -> Any:
    return np.frombuffer(text.encode(), np.uint8)


def test_an_index_of_another_version_may_have_other_fields(tmp_path: Path) -> None:
    """Fields that are not known are passed over, those that lack are absent, and its arrays are not looked at."""
    path = tmp_path / "known.index"
    Index.build(["The well is dry."]).save(path)
    records = _bytes('{"claim": "It rains.", "rating": "True", "tags": ["weather"]}\n')
    _repacked(path, lambda arrays: (arrays.clear(), arrays.update(version=_bytes("99.0\n"), checks=records)))
    assert Index.load(path).checks == [KnownCheck("It rains.", rating="True")]
    for record in ('{"rating": "True"}', '["It rains."]', '{"claim": 7}', '{"claim": " "}', "{"):
        _repacked(path, lambda arrays, record=record: arrays.update(checks=_bytes(f"{record}\n")))  # type: ignore[misc]
        with pytest.raises(CheckIndexError, match=r"known\.index"):
            Index.load(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda arrays: arrays.pop("casing"),
        lambda arrays: arrays.update(casing=arrays["casing"][:, :1]),
        lambda arrays: arrays.update(checks=_bytes("")),
        lambda arrays: arrays.update(checks=_bytes('{"claim": "It rains.", "tags": []}\n')),
        lambda arrays: arrays.update(terms=np.frombuffer(b"\xff\n", np.uint8)),
        lambda arrays: arrays.update(grams=np.array([None])),
    ],
    ids=["missing", "shape", "checks", "field", "encoding", "objects"],
)
def test_an_index_of_other_parts_is_told(tmp_path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """The digest may be right and the content none of this version: that is a typed error, too."""
    path = tmp_path / "known.index"
    Index.build(["The well of Norhaven is dry."]).save(path)
    _repacked(path, change)
    with pytest.raises(CheckIndexError, match="build it anew"):
        Index.load(path)


@pytest.mark.parametrize("payload", [b"", b"PK\3\4 cut", b"words"])
def test_an_index_that_is_no_archive_is_told(tmp_path: Path, payload: bytes) -> None:
    """Whatever stands behind a right digest, the error is of the index."""
    path = tmp_path / "known.index"
    Index.build(["The well of Norhaven is dry."]).save(path)
    _sealed(path, path.read_bytes().partition(b"\n")[0], payload)
    with pytest.raises(CheckIndexError, match="build it anew"):
        Index.load(path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Saving where nothing can be written raises a typed error with the path."""
    with pytest.raises(OutputError, match="nowhere"):
        Index().save(tmp_path / "nowhere" / "known.index")


def test_answers_do_not_depend_on_what_was_asked_before() -> None:
    """Each claim is answered as if it were asked alone, and at most ``top`` checks come."""
    index = Index.build(known_checks())
    claims = [check.claim for check in known_checks()[:10]]
    together = list(match(claims, index, top=3))
    assert [next(match([claim], index, top=3)) for claim in reversed(claims)] == together[::-1]
    assert max(len(each.matches) for each in together) == 3
    scores = [[each.score for each in found.matches] for found in together]
    assert all(each == sorted(each, reverse=True) for each in scores)


def test_nothing_in_common_finds_nothing() -> None:
    """A claim without a word of any check, or an empty index, gives no matches."""
    assert next(match(["zzz"], ["The well is dry."])).matches == ()
    assert next(match(["The well is dry."], [])).best is None


def test_claims_may_be_records() -> None:
    """The text of a mapping is found by its name, its id comes with the answer, and its date counts."""
    checks = ["In June 2019 the well of Norhaven was dry.", "In March 2021 the well of Norhaven was dry."]
    (found,) = match([{"id": 4, "text": "The well of Norhaven is dry!", "date": "2021-03-02"}], checks)
    assert found.id == "4"
    assert found.best is not None
    assert found.best.check.claim == checks[1]


@pytest.mark.parametrize("claims", ["one claim", {"claim": "one claim"}, b"one claim", None, 7])
def test_one_claim_is_not_several(claims: object) -> None:
    """One string would otherwise be read as a claim a letter."""
    with pytest.raises(InputTypeError, match="several"):
        match(claims, [])  # type: ignore[arg-type]


@pytest.mark.parametrize("claim", [{"title": "no text"}, 7])
def test_a_claim_without_text_is_told(claim: object) -> None:
    """The error says what a claim needs."""
    with pytest.raises(InputError, match="text"):
        list(match([claim], ["The well is dry."]))  # type: ignore[list-item]


@pytest.mark.parametrize("top", [0, -1, 1.5, "3", True, None])
def test_top_is_a_whole_number_from_one(top: object) -> None:
    """Anything else is an error of settings."""
    with pytest.raises(SettingsError, match="top"):
        match([], [], top=top)  # type: ignore[arg-type]


@pytest.mark.parametrize("known", [{"claim": "The well"}, KnownCheck("The well"), None, 3, b"known.index"])
def test_one_check_is_not_several(known: object) -> None:
    """The keys of a mapping would otherwise be taken for claims."""
    with pytest.raises(InputTypeError, match="several"):
        match(["The well"], known)  # type: ignore[arg-type]
    with pytest.raises(InputTypeError, match="several"):
        Index().add(known)  # type: ignore[arg-type]


def test_a_claim_of_a_claim_review_is_single() -> None:
    """As one claim, a ClaimReview with one is taken, and one with several is told."""
    review = {"@type": "ClaimReview", "claimReviewed": "The well is dry.", "@id": "r1", "datePublished": "2024-05-02"}
    (found,) = match([review], ["The well is dry."])
    assert (found.claim, found.id) == ("The well is dry.", "r1")
    with pytest.raises(InputError, match="2 claims"):
        list(match([review | {"claimReviewed": ["The well is dry.", "It rains."]}], []))


def test_what_is_known_may_be_a_path(tmp_path: Path) -> None:
    """A saved index, and a file of checks, are told apart by their beginning."""
    Index.build(["The well is dry."]).save(tmp_path / "known.index")
    (tmp_path / "known.jsonl").write_text('{"claim": "The well is dry."}\n')
    for name in ("known.index", "known.jsonl"):
        (found,) = quotex.match(["Is the well dry?"], tmp_path / name)
        assert found.best is not None
        assert found.best.check == quotex.KnownCheck("The well is dry.")
    assert finding.index_of(str(tmp_path / "known.index")).checks == [KnownCheck("The well is dry.")]


_SHORT = ["She did.", "She did not.", "None of it is ours", "#WeToo", "!!!", "?!"]


@pytest.mark.parametrize("claim", _SHORT)
def test_a_claim_without_telling_words_is_found(tmp_path: Path, claim: str) -> None:
    """Claims of function words or marks alone are found by their very text, also in an index that was loaded."""
    index = Index.build(_SHORT[:3])
    index.add(_SHORT[3:])
    index.save(tmp_path / "short.index")
    for each in (index, Index.load(tmp_path / "short.index")):
        (found,) = match([claim], each)
        assert [(one.check.claim, one.relation) for one in found.matches[:1]] == [(claim, "same")]


def test_what_stands_there_word_for_word_goes_first() -> None:
    """The same text goes before the same words, and these before what says the same in other ones; neither many
    checks with a better title nor a post that is cited in the claim hide it."""
    claims = ["The UK sold the mill.", "the mill was sold by Ada Osei", "The mill was sold by Ada Osei."]
    titled = [KnownCheck(f"Row {at}: mill", title="Was the mill sold by Ada Osei? " * 3) for at in range(80)]
    cited = "The mill was sold. — Ada Osei (@ada) May 3, 2019"
    index = Index.build([*titled, "The United Kingdom sold the mill.", *claims, cited])
    for claim in (*claims, cited):
        (found,) = match([claim], index)
        assert [(each.check.claim, each.relation) for each in found.matches[:1]] == [(claim, "same")]
    assert [each.check.claim for each in next(match(["The mill was sold by Ada Osei."], index)).matches[:2]] == [
        claims[2],
        claims[1],
    ]

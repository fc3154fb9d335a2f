"""Short articles of our own making, each around one hard case, against what a careful reader expects.

They stand in ``tests/hard_cases``, grouped by theme. A case has a ``name``, the hard case in one sentence (``hard``),
the ``text``, and

- ``speakers``: everybody that anything is attributed to, and nobody else may be found: ``name``, ``type`` (a person
  where it is left out), ``titles`` (all of them; of those without a name not judged where left out) and the words of
  ``anonymity``;
- ``said``: the attributions: ``cue`` as a snippet of the text (`article_gold.find`; left out for one without),
  ``opens`` and ``closes`` for the first and last words of the content, ``by`` for the speakers, and ``form``,
  ``status``, ``addressee``, ``medium`` and ``teller``, which are named, asserted and absent where left out. An
  ``optional`` one need not be found.

Attributions that are not listed may be found, but only with speakers that are. "a|b" allows both, "any" anything; the
article before a name or title, letter case, and marks and "that" before a content do not count. What quotex gets wrong
is written down in ``fails``, with its cause: such a case is expected to fail, and the test fails when it comes right.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import quotex
from article_gold import find
from quotex.records import Article, Attribution, Speaker, Status

FOLDER = Path(__file__).parent / "hard_cases"

_CASE_KEYS = {"name", "hard", "text", "speakers", "said", "fails"}
_SPEAKER_KEYS = {"name", "type", "titles", "anonymity"}
_SAID_KEYS = {"cue", "opens", "closes", "by", "form", "status", "addressee", "medium", "teller", "optional"}
_ARTICLES = ("a ", "an ", "the ")
_NOT_JUDGED = "\"'“”‘’«» \n,"


def _cases() -> list[dict[str, Any]]:
    out = []
    for path in sorted(FOLDER.glob("*.toml")):
        out.extend(tomllib.loads(path.read_text(encoding="utf-8"))["case"])
    return out


CASES = _cases()


def _parameter(case: dict[str, Any]) -> Any:
    cause = case.get("fails")
    marks = [pytest.mark.xfail(reason=cause, strict=True, raises=AssertionError)] if cause else []
    return pytest.param(case, id=case["name"], marks=marks)


def test_the_cases_are_well_formed() -> None:
    """At least fifty, each with a name of its own, a reason, known keys and speakers that it lists."""
    assert len({case["name"] for case in CASES}) == len(CASES) >= 50
    for case in CASES:
        name, listed = case["name"], {speaker["name"] for speaker in case["speakers"]}
        assert set(case) <= _CASE_KEYS, name
        assert case["hard"].endswith("."), name
        assert all(set(speaker) <= _SPEAKER_KEYS for speaker in case["speakers"]), name
        assert all(set(said) <= _SAID_KEYS and {"opens", "by"} <= set(said) for said in case["said"]), name
        assert all(set(_by(said)) <= listed for said in case["said"]), name


@pytest.mark.parametrize("case", [_parameter(case) for case in CASES])
def test_hard_case(case: dict[str, Any]) -> None:
    """The attributions, their speakers and their circumstances are what a careful reader expects, and nothing else."""
    text = case["text"]
    article = quotex.extract(text)
    wrong: list[str] = []
    taken: set[str] = set()
    for said in case["said"]:
        found = _found(text, article, said)
        if found is None:
            if not said.get("optional"):
                wrong.append(f"not found: {_label(said)}")
            continue
        taken.add(found.id)
        differing = [f"  {field}: {got!r}, expected {want!r}" for field, want, got in _differing(text, said, found)]
        if differing:
            wrong += [_label(said), *differing, f"  path: {_path(found)}"]
    wrong += _absurd(case, article, taken)
    wrong += _speakers(case, article)
    assert not wrong, "\n".join([f"{case['name']}: {case['hard']}", *wrong])


def _found(text: str, article: Article, said: dict[str, Any]) -> Attribution | None:
    """The attribution with that cue; one without a cue by where its content opens."""
    if "cue" in said:
        start, end = find(text, said["cue"])
        return next((a for a in article.attributions if a.cue and a.cue.start < end and start < a.cue.end), None)
    return next((a for a in article.attributions if a.cue is None and _opens(a, said["opens"])), None)


def _differing(text: str, said: dict[str, Any], found: Attribution) -> Iterator[tuple[str, Any, Any]]:
    """The fields of an attribution that are not as expected: name, what was expected, what is there."""
    if not _opens(found, said["opens"]):
        yield "opens", said["opens"], found.text[:40]
    if "closes" in said and not found.text.endswith(said["closes"]):
        yield "closes", said["closes"], found.text[-40:]
    names = [speaker.name.text for speaker in found.speakers]
    if sorted(map(_plain, names)) != sorted(map(_plain, _by(said))):
        yield "by", _by(said), names
    for field, default in (("form", "named"), ("status", Status.ASSERTED.value)):
        want, got = said.get(field, default), getattr(found.resolution if field == "form" else found, field).value
        if want != "any" and got not in want.split("|"):
            yield field, want, got
    for field in ("addressee", "medium", "teller"):
        span = getattr(found, field)
        got = "" if span is None else span.text
        if got not in said.get(field, "").split("|"):
            yield field, said.get(field, ""), got


def _absurd(case: dict[str, Any], article: Article, taken: set[str]) -> Iterator[str]:
    """What is said of attributions that are not listed: their speakers must be."""
    listed = {_plain(speaker["name"]) for speaker in case["speakers"]}
    for attribution in article.attributions:
        names = [speaker.name.text for speaker in attribution.speakers]
        if attribution.id not in taken and not {_plain(name) for name in names} <= listed:
            yield f"not expected: {names} for {attribution.text[:50]!r}, path: {_path(attribution)}"


def _speakers(case: dict[str, Any], article: Article) -> Iterator[str]:
    """What differs in the speakers themselves."""
    found = {_plain(speaker.name.text): speaker for speaker in article.speakers}
    for want in case["speakers"]:
        got = found.pop(_plain(want["name"]), None)
        if got is None:
            yield f"nobody called {want['name']!r} among {[speaker.name.text for speaker in article.speakers]}"
        else:
            yield from (f"{want['name']}: {line}" for line in _unlike(want, got))
    yield from (f"a speaker too many: {speaker.name.text!r}" for speaker in found.values())


def _unlike(want: dict[str, Any], got: Speaker) -> Iterator[str]:
    if got.type.value not in want.get("type", "person").split("|"):
        yield f"type {got.type.value}, expected {want.get('type', 'person')}"
    titles = [title.span.text for title in got.titles]
    expected = want.get("titles", [] if "type" not in want else "any")
    if expected != "any" and sorted(map(_plain, titles)) != sorted(map(_plain, expected)):
        yield f"titles {titles}, expected {expected}"
    anonymity = got.anonymity.text if got.anonymity else ""
    if anonymity != want.get("anonymity", ""):
        yield f"anonymity {anonymity!r}, expected {want.get('anonymity', '')!r}"


def _opens(found: Attribution, words: str) -> bool:
    content = found.text.lstrip(_NOT_JUDGED)
    content = content if words.startswith("that ") else content.removeprefix("that ").lstrip(_NOT_JUDGED)
    return any(content.startswith(option) for option in words.split("|"))


def _by(said: dict[str, Any]) -> list[str]:
    return [said["by"]] if isinstance(said["by"], str) else said["by"]


def _plain(name: str) -> str:
    """A name or title without its article, in lower case."""
    lower = name.casefold()
    return next((lower[len(article) :] for article in _ARTICLES if lower.startswith(article)), lower)


def _label(said: dict[str, Any]) -> str:
    return f"{said.get('cue', 'no cue')} … {said['opens']}"


def _path(found: Attribution) -> str:
    steps = (f"{reason.rule}({'' if reason.span is None else reason.span.text})" for reason in found.resolution.path)
    source = "no source" if found.source is None else repr(found.source.text)
    return f"{source} → {' → '.join(steps)}"

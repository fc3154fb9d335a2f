"""Articles to and from JSON, lossless both ways and strict in reading.

The JSON follows the records field for field, with two differences: speakers are written once under ``speakers`` and a
resolution names them by id, as a claim does its attribution; and ``quotes`` lists the ids of the attributions that are
quotes. ``schema/article-1.json`` is its JSON Schema.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from quotex.errors import RecordError
from quotex.fieldtypes import Context, Wrong, check_keys, kind_of, read_parts, reader, types_of, writer
from quotex.records import SCHEMA_VERSION, Article, Attribution, Region, Speaker

_FIRST = ("schema_version", "version", "model_sha256", "settings_hash", "metadata", "text_sha256", "text_length")
_TYPES = types_of(Article)
KEYS = (*_FIRST, "quotes", *(name for name in _TYPES if name not in _FIRST))
"""The keys of an article in JSON, in order."""

_Named = Speaker | Attribution

_SHA256 = re.compile("[0-9a-f]{64}")
_LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def to_primitives(article: Article) -> dict[str, Any]:
    """The article as dicts, lists, strings, numbers and ``None``, keys in the order of ``KEYS``.

    Raises ``RecordError`` where a resolution holds a speaker, or a claim an attribution, that is not among the
    article's.
    """
    speakers = {speaker.id: speaker for speaker in article.speakers}
    for index, attribution in enumerate(article.attributions):
        for number, speaker in enumerate(attribution.speakers):
            path = f"$.attributions[{index}].resolution.speakers[{number}]"
            _check_known(speaker, speakers, path, "speaker")
    attributions = {attribution.id: attribution for attribution in article.attributions}
    for index, claim in enumerate(article.claims):
        if claim.attribution is not None:
            _check_known(claim.attribution, attributions, f"$.claims[{index}].attribution", "attribution")
    values = {name: writer(declared)(getattr(article, name)) for name, declared in _TYPES.items()}
    values["quotes"] = [quote.id for quote in article.quotes]
    return {name: values[name] for name in KEYS}


def _check_known(each: _Named, known: Mapping[str, _Named], path: str, what: str) -> None:
    """Only its id is written, so the article must have it, and have it alike."""
    found = known.get(each.id)
    if found is not each and found != each:
        raise RecordError(path, f"{what} {each.id!r} is not among the article's {what}s")


def from_primitives(value: object) -> Article:
    """The article that ``to_primitives`` made ``value`` of.

    Raises ``RecordError`` with the JSON path of what is wrong.
    """
    try:
        return _read(value)
    except Wrong as wrong:
        raise RecordError(wrong.path, wrong.problem) from None


def to_json(article: Article, *, indent: int | None = None) -> str:
    """The article as JSON: one line without a line end, or several with ``indent`` spaces a level.

    Characters that some readers take for line ends (U+0085, U+2028, U+2029) are escaped, so that it stays one line to
    all.
    """
    return dumps(to_primitives(article), indent=indent)


def from_json(data: str | bytes) -> Article:
    """The article that ``to_json`` wrote, bytes being UTF-8.

    Raises ``RecordError`` with the JSON path of what is wrong.
    """
    try:
        value = json.loads(data, object_pairs_hook=_object, parse_constant=_no_constant)
    except Wrong as wrong:
        raise RecordError("$", wrong.problem) from None
    except (ValueError, RecursionError) as error:
        raise RecordError("$", f"not JSON: {error}") from error
    return from_primitives(value)


def dumps(value: object, *, indent: int | None = None) -> str:
    """Primitives as JSON in readable characters, every line end within strings escaped."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    for end, escaped in _LINE_ENDS.items():  # three quick looks, where translate would go through every character
        text = text.replace(end, escaped)
    return text


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise Wrong(f"a key stands twice in one object, which has {', '.join(sorted({key for key, _ in pairs}))}")
    return made


def _no_constant(name: str) -> None:
    raise Wrong(f"{name} is no JSON number")


def _read(value: Any) -> Article:
    check_keys(value, dict.fromkeys(KEYS))
    if type(value["schema_version"]) is not int or value["schema_version"] != SCHEMA_VERSION:
        problem = f"this version reads schema {SCHEMA_VERSION}, not {value['schema_version']!r}"
        raise Wrong(problem, ".schema_version")
    length: int = read_parts(value, {"text_length": reader(int)}, Context(length=0))["text_length"]
    read: dict[str, Any] = {}
    known: dict[str, dict[str, Any]] = {}
    # In this order, as attributions name speakers by id and claims attributions.
    for name in ("speakers", "attributions"):
        read |= read_parts(value, {name: reader(_TYPES[name])}, Context(length, **known))
        _check_unique([each.id for each in read[name]], name)
        known[name] = {each.id: each for each in read[name]}
    rest = {name: reader(declared) for name, declared in _TYPES.items() if name not in read}
    article = Article(**read, **read_parts(value, rest, Context(length, **known)))
    _check_hash(article.text_sha256)
    _check_attributions(article.attributions)
    _check_unique([claim.id for claim in article.claims], "claims")
    _check_regions(article.regions)
    _check_quotes(value["quotes"], article)
    return article


def _check_hash(digits: str) -> None:
    if not _SHA256.fullmatch(digits):
        raise Wrong(f"expected 64 hexadecimal digits, not {digits!r}", ".text_sha256")


def _check_unique(ids: Sequence[str], name: str) -> None:
    seen: set[str] = set()
    for index, each in enumerate(ids):
        if each in seen:
            raise Wrong(f"the id {each!r} stands twice", ".id", f"[{index}]", f".{name}")
        seen.add(each)


def _check_attributions(attributions: Sequence[Attribution]) -> None:
    for index, attribution in enumerate(attributions):
        if not attribution.content:
            raise Wrong("an attribution without content", ".content", f"[{index}]", ".attributions")


def _check_regions(regions: Sequence[Region]) -> None:
    for index, region in enumerate(regions):
        for name, other in (("parent", region.parent), ("continues", region.continues)):
            if other is not None and (other >= len(regions) or other == index):
                raise Wrong(f"there is no other region {other}", f".{name}", f"[{index}]", ".regions")


def _check_quotes(ids: Any, article: Article) -> None:
    if type(ids) is not list:
        raise Wrong(f"expected a list, not {kind_of(ids)}", ".quotes")
    expected = [quote.id for quote in article.quotes]
    if ids != expected:
        index = next((i for i, pair in enumerate(zip(ids, expected, strict=False)) if pair[0] != pair[1]), None)
        where = len(expected) if index is None and len(ids) > len(expected) else index
        step = () if where is None else (f"[{where}]",)
        raise Wrong("not the ids of the attributions that are quotes, in their order", *step, ".quotes")

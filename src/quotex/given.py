"""Attributions that the caller already has, as another system or a person found them: what ``resolve_given`` takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from quotex.errors import RecordError
from quotex.spans import Pair, trim


@frozen
class GivenAttribution:
    """Cue, source and content as half-open spans in characters of the text, without regard to tokens.

    A role in several fragments has several spans, one that is missing none. Without cue and source it is a follow-on
    quotation.
    """

    content: tuple[Pair, ...]
    cue: tuple[Pair, ...] = ()
    source: tuple[Pair, ...] = ()


def read_given(values: Iterable[object], text: str) -> tuple[GivenAttribution, ...]:
    """Given attributions of ``text``, checked, their spans in order and without those that hold white space only.

    Each is a ``GivenAttribution`` or a mapping of "cue", "source" and "content" to lists of ``[start, end]``, as in the
    stand-off shape, whose other fields are not looked at. One without content is given the words of its cue, or else of
    its source, since a record always has some.

    Raises ``RecordError`` with the place (``$[3].content[0]``) where a span is no pair of whole numbers within the
    text, or where all of an attribution is white space. Nothing given gives an empty tuple.
    """
    return tuple(_read(value, f"$[{at}]", text) for at, value in enumerate(values))


def _read(value: object, path: str, text: str) -> GivenAttribution:
    if isinstance(value, GivenAttribution):
        value = {"cue": value.cue, "source": value.source, "content": value.content}
    if not isinstance(value, Mapping):
        raise RecordError(path, f'a given attribution must be a mapping with the field "content", not {value!r}')
    cue, source, content = (_spans(value.get(role), f"{path}.{role}", text) for role in ("cue", "source", "content"))
    if not (content or cue or source):
        raise RecordError(path, "the attribution holds no words")
    return GivenAttribution(content or cue or source, cue, source)


def _spans(value: object, path: str, text: str) -> tuple[Pair, ...]:
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        raise RecordError(path, f"a list of [start, end] pairs is needed, not {value!r}")
    pairs = (_pair(item, f"{path}[{at}]", len(text)) for at, item in enumerate(value))
    trimmed = (trim(text, *pair) for pair in pairs)
    return tuple(sorted(pair for pair in trimmed if pair[0] < pair[1]))


def _pair(value: object, path: str, length: int) -> Pair:
    if not (isinstance(value, list | tuple) and len(value) == 2 and all(type(offset) is int for offset in value)):
        raise RecordError(path, f"a pair of whole numbers [start, end] is needed, not {value!r}")
    start, end = value
    if not 0 <= start <= end <= length:
        raise RecordError(path, f"[{start}, {end}] does not lie in the text of {length} characters")
    return start, end

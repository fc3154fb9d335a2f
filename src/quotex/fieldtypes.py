"""Frozen attrs records from and to JSON primitives, led by the declared types of their fields.

A reader is a function of a primitive and the ``Context`` of its document; it returns the value or raises ``Wrong``,
which collects the JSON path on its way out, so that nothing is spent on paths while all is well. Reading is strict:
every key is there and none else, nothing is coerced but a whole number given for a float.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from attrs import field, fields, frozen, has

from quotex.records import Attribution, Block, Claim, Real, Region, Resolution, Span, Speaker, StandAlone


@frozen
class Context:
    """What the parts of one document are checked against: the length of its text in characters, and its speakers and
    attributions by id."""

    length: int
    speakers: Mapping[str, Speaker] = field(factory=dict)
    attributions: Mapping[str, Attribution] = field(factory=dict)


_KINDS = {
    type(None): "null",
    dict: "an object",
    list: "a list",
    str: "a string",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
}

Reader = Callable[[Any, Context], Any]
Writer = Callable[[Any], Any]


class Wrong(Exception):  # noqa: N818 - private to reading; callers see RecordError
    """A primitive that does not fit; ``steps`` lead to it from the inside out."""

    def __init__(self, problem: str, *steps: str) -> None:
        self.problem = problem
        self.steps = list(steps)
        super().__init__(problem)

    @property
    def path(self) -> str:
        """Where it is, in JSON path notation."""
        return "$" + "".join(reversed(self.steps))


def kind_of(value: object) -> str:
    """What JSON calls the value's type."""
    return _KINDS.get(type(value), "no JSON value")


def types_of(record: type) -> dict[str, Any]:
    """The declared type of each field, in order."""
    hints = get_type_hints(record)
    return {attribute.name: hints[attribute.name] for attribute in fields(record)}


def optional(declared: Any) -> Any | None:
    """``X`` of ``X | None``; ``None`` for any other type."""
    if get_origin(declared) not in (Union, types.UnionType):
        return None
    inner = [choice for choice in get_args(declared) if choice is not type(None)]
    return inner[0] if len(inner) == 1 and len(get_args(declared)) == 2 else None


def item_of(declared: Any) -> Any | None:
    """``X`` of ``tuple[X, ...]``; ``None`` for any other type."""
    return get_args(declared)[0] if get_origin(declared) is tuple else None


@cache
def reader(declared: Any) -> Reader:
    """The reader of a declared type: str, int, float, bool, an enum, a record, ``X | None`` or ``tuple[X, ...]``."""
    if (inner := optional(declared)) is not None:
        return _nullable(reader(inner))
    if (item := item_of(declared)) is not None:
        return _list(reader(item))
    if isinstance(declared, type) and issubclass(declared, Enum):
        return _enum(declared)
    if declared is Resolution:
        return _record(Resolution, {"speakers": _list(_speaker)})
    if declared is Claim:
        return _record(Claim, {"attribution": _nullable(_attribution)})
    if isinstance(declared, type) and has(declared):
        return _record(declared, {})
    simple: dict[Any, Reader] = {str: _string, int: _whole, float: _share, Real: _real, bool: _truth}
    return simple[declared]


@cache
def writer(declared: Any) -> Writer:
    """The writer of a declared type, the inverse of its reader."""
    if (inner := optional(declared)) is not None:
        write = writer(inner)
        return lambda value: None if value is None else write(value)
    if (item := item_of(declared)) is not None:
        write_item = writer(item)
        return lambda value: [write_item(each) for each in value]
    if isinstance(declared, type) and issubclass(declared, Enum):
        return lambda value: value.value
    if isinstance(declared, type) and has(declared):
        by_id = _BY_ID.get(declared, {})
        parts = [(name, by_id.get(name) or writer(part)) for name, part in types_of(declared).items()]
        return lambda value: {name: write(getattr(value, name)) for name, write in parts}
    return lambda value: value


def _string(value: Any, _: Context) -> str:
    if type(value) is not str:
        raise Wrong(f"expected a string, not {kind_of(value)}")
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise Wrong("the string holds a lone surrogate")
    return value


def _whole(value: Any, _: Context) -> int:
    if type(value) is not int:
        raise Wrong(f"expected a whole number, not {kind_of(value)}")
    if value < 0:
        raise Wrong(f"expected a number of at least 0, not {value}")
    return value


def _share(value: Any, _: Context) -> float:
    if type(value) not in (float, int):
        raise Wrong(f"expected a number, not {kind_of(value)}")
    if not 0 <= value <= 1:
        raise Wrong(f"expected a number from 0 to 1, not {value}")
    return float(value)


def _real(value: Any, _: Context) -> float:
    if type(value) not in (float, int):
        raise Wrong(f"expected a number, not {kind_of(value)}")
    if not math.isfinite(value):
        raise Wrong("the number is too large")
    return float(value)


def _truth(value: Any, _: Context) -> bool:
    if type(value) is not bool:
        raise Wrong(f"expected true or false, not {kind_of(value)}")
    return value


def _speaker(value: Any, context: Context) -> Speaker:
    if type(value) is not str or value not in context.speakers:
        raise Wrong(f"no speaker has the id {value!r}")
    return context.speakers[value]


def _attribution(value: Any, context: Context) -> Attribution:
    if type(value) is not str or value not in context.attributions:
        raise Wrong(f"no attribution has the id {value!r}")
    return context.attributions[value]


def _enum(declared: type[Enum]) -> Reader:
    members = {member.value: member for member in declared}

    def read(value: Any, _: Context) -> Enum:
        if type(value) is not str or value not in members:
            raise Wrong(f"expected one of {', '.join(members)}, not {value!r}")
        return members[value]

    return read


def _nullable(inner: Reader) -> Reader:
    return lambda value, context: None if value is None else inner(value, context)


def _list(item: Reader) -> Reader:
    def read(value: Any, context: Context) -> tuple[Any, ...]:
        if type(value) is not list:
            raise Wrong(f"expected a list, not {kind_of(value)}")
        out: list[Any] = []
        try:
            for each in value:
                out.append(item(each, context))  # noqa: PERF401 - the length tells where it went wrong
        except Wrong as wrong:
            wrong.steps.append(f"[{len(out)}]")
            raise
        return tuple(out)

    return read


def _record(record: type, special: Mapping[str, Reader]) -> Reader:
    parts = {name: special.get(name) or reader(declared) for name, declared in types_of(record).items()}
    check = next((check for kind, check in _CHECKS.items() if issubclass(record, kind)), None)

    def read(value: Any, context: Context) -> Any:
        check_keys(value, parts)
        made = record(**read_parts(value, parts, context))
        if check:
            check(made, context)
        return made

    return read


def check_keys(value: Any, parts: Mapping[str, object]) -> None:
    """Raise ``Wrong`` unless ``value`` is an object with exactly the keys of ``parts``."""
    if type(value) is not dict:
        raise Wrong(f"expected an object, not {kind_of(value)}")
    if value.keys() != parts.keys():
        for name in value:
            if name not in parts:
                raise Wrong(f"unknown key {name!r}")
        raise Wrong(f"missing key {next(name for name in parts if name not in value)!r}")


def read_parts(value: Mapping[str, Any], parts: Mapping[str, Reader], context: Context) -> dict[str, Any]:
    """The fields named in ``parts``, each read by its reader."""
    out = {}
    name = ""
    try:
        for name, read in parts.items():
            out[name] = read(value[name], context)
    except Wrong as wrong:
        wrong.steps.append(f".{name}")
        raise
    return out


def _check_extent(made: Block | Region | Span, context: Context) -> None:
    if made.start >= made.end:
        raise Wrong(f"start {made.start} is not before end {made.end}")
    if made.end > context.length:
        raise Wrong(f"end {made.end} lies beyond the text's {context.length} characters", ".end")


def _check_span(made: Span, context: Context) -> None:
    _check_extent(made, context)
    if len(made.text) != made.end - made.start:
        raise Wrong(f"{len(made.text)} characters of text for {made.end - made.start} of span", ".text")
    if made.token_start >= made.token_end:
        raise Wrong(f"token_start {made.token_start} is not before token_end {made.token_end}")


def _check_claim(made: Claim, _: Context) -> None:
    if (made.attribution is None) == (made.sentence is None):
        raise Wrong("a claim is the content of an attribution or a sentence: one of both")
    if made.attribution is not None and made.attribution.id != made.id:
        raise Wrong(f"not the id of its attribution, {made.attribution.id!r}", ".id")
    if not made.types:
        raise Wrong("a claim without a type", ".types")


def _check_stand_alone(made: StandAlone, _: Context) -> None:
    if not made.text:
        raise Wrong("an empty text", ".text")


_CHECKS: dict[type, Callable[[Any, Context], None]] = {
    Span: _check_span,
    Block: _check_extent,
    Region: _check_extent,
    Claim: _check_claim,
    StandAlone: _check_stand_alone,
}

_BY_ID: dict[type, dict[str, Writer]] = {
    Resolution: {"speakers": lambda speakers: [each.id for each in speakers]},
    Claim: {"attribution": lambda attribution: None if attribution is None else attribution.id},
}
"""The fields that hold records which stand elsewhere in the document, by record: only their ids are written."""

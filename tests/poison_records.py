"""JSON Lines and JSON files of the poison corpus."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator

from poison_case import LARGE, Case, story

_BAD = {
    "bad_value": (b'{"id": "x", "text": nothing}', "not_json"),
    "bad_escape": (rb'{"id": "x", "text": "\x41"}', "not_json"),
    "control": (b'{"id": "x", "text": "a\x01b"}', "not_json"),
    "no_colon": (b'{"id" "x"}', "not_json"),
    "single_quotes": (b"{'id': 'x'}", "not_json"),
    "many_digits": (b'{"id": ' + b"9" * 5000 + b', "text": "x"}', "not_json"),
    "deep": (b'{"text": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", "not_json"),
    "latin1": ('{"id": "x", "text": "café"}'.encode("latin-1"), "encoding"),
    "array": (b"[1, 2]", "not_object"),
    "string": (b'"text"', "not_object"),
    "number": (b"17", "not_object"),
    "null": (b"null", "not_object"),
    "no_field": (b'{"id": "x", "title": "none"}', "no_text"),
    "null_text": (b'{"id": "x", "text": null}', "no_text"),
    "empty_text": (b'{"id": "x", "text": ""}', "no_text"),
    "blank_text": (b'{"id": "x", "text": " \\n "}', "no_text"),
    "empty_object": (b"{}", "no_text"),
    "number_text": (b'{"id": "x", "text": 5}', "text_not_string"),
    "list_text": (b'{"id": "x", "text": ["a", "b"]}', "text_not_string"),
    "object_text": (b'{"id": "x", "text": {"a": "b"}}', "text_not_string"),
}
_BAD_LINES = {
    "unfinished": (b'{"id": "x", "text": "and then', "not_json"),
    "unclosed": (b'{"id": "x", "text": "and then"', "not_json"),
    "two_in_one": (b'{"id": "x", "text": "a"} {"id": "y", "text": "b"}', "not_json"),
    "words": (b"Traceback (most recent call last):", "not_json"),
    "nul": (b"\0\0\0\0\0\0\0\0", "encoding"),
}
_ODD = {
    "null_id": {"id": None, "text": story("without an id")},
    "empty_id": {"id": "", "text": story("with an empty id")},
    "nan_id": {"id": float("nan"), "text": story("with no number for an id")},
}


def record(key: str, **more: object) -> bytes:
    """A good document of the id ``key`` as JSON."""
    return json.dumps({"id": key, "text": story(key)} | more, ensure_ascii=False).encode()


def cases() -> Iterator[Case]:
    """The bad record between two good ones, in each form; then files that are odd as a whole."""
    large = {"large": (b'{"text": "' + b"a" * LARGE + b'"}', "too_large")}
    for stem, bad in (_BAD | _BAD_LINES | large).items():
        yield _between(f"jsonl/{stem}.jsonl", b"", b"\n", b"\n", bad)
    for stem, bad in (_BAD | large).items():
        yield _between(f"json/{stem}.json", b"[", b",\n", b"]", bad)
    for stem, value in _ODD.items():
        name = f"jsonl/{stem}.ndjson"
        yield Case(name, json.dumps(value).encode(), documents={f"{name}#0": None})
    yield from _whole_lines()
    yield from _whole_json()


def _between(name: str, start: bytes, between: bytes, end: bytes, bad: tuple[bytes, str]) -> Case:
    keys = (f"{name}-a", f"{name}-b")
    data = start + between.join((record(keys[0]), bad[0], record(keys[1]))) + end
    return Case(name, data, {f"{name}#0": keys[0], f"{name}#2": keys[1]}, ((f"{name}#1", bad[1]),))


def _good(name: str, data: bytes, *keys: str) -> Case:
    return Case(name, data, {f"{name}#{number}": key for number, key in enumerate(keys)})


def _whole_lines() -> Iterator[Case]:
    a, b = record("lines-a"), record("lines-b")
    keys = ("lines-a", "lines-b")
    yield _good("jsonl/marked.jsonl", codecs.BOM_UTF8 + a + b"\n" + b, *keys)
    yield _good("jsonl/put_together.jsonl", a + b"\n" + codecs.BOM_UTF8 + b, *keys)
    yield _good("jsonl/windows.jsonl", a + b"\r\n" + b + b"\r\n", *keys)
    yield _good("jsonl/blank_lines.jsonl", b"\n\n" + a + b"\n \n\n" + b + b"\n\n", *keys)
    yield _good("jsonl/utf16.jsonl", (a + b"\n" + b).decode().encode("utf-16"), *keys)
    yield _good("jsonl/twice_a_key.jsonl", b'{"id": "x", ' + a[1:] + b"\n" + b, *keys)
    yield _good("jsonl/empty.jsonl", b"")
    name = "jsonl/no_text_field.jsonl"
    yield Case(name, b'{"id": 1, "summary": "It opens."}\n' * 3, faults=((name, "no_text_field"),))
    name = "jsonl/surrogate.jsonl"
    lone = rb'{"id": "lone", "text": "He said \ud800 no."}'
    documents = {f"{name}#0": "lines-a", f"{name}#1": "lone", f"{name}#2": "lines-b"}
    yield Case(name, b"\n".join((a, lone, b)), documents, refused=(f"{name}#1",))
    name = "jsonl/all_bad.jsonl"
    yield Case(name, b"no\njson\nhere\n", faults=tuple((f"{name}#{number}", "not_json") for number in range(3)))


def _whole_json() -> Iterator[Case]:
    a, b = record("json-a"), record("json-b")
    name = "json/one.json"
    yield Case(name, json.dumps(json.loads(a), indent=2).encode(), {name: "json-a"})
    yield _good("json/one_in_array.json", b" [ " + a + b" ] ", "json-a")
    yield _good("json/one_after_the_other.json", a + b"\n" + b, "json-a", "json-b")
    yield _good("json/no_elements.json", b"[]")
    yield _good("json/utf16.json", (b"[" + a + b"]").decode().encode("utf-16"), "json-a")
    for stem, data, code, documents in (
        ("cut_in_value", b"[" + a + b"," + b[:20], "truncated", {"#0": "json-a"}),
        ("cut_between", b"[" + a + b",", "truncated", {"#0": "json-a"}),
        ("cut_object", a[:30], "truncated", {}),
        ("empty", b"", "not_json", {}),
        ("blank", b" \n ", "not_json", {}),
        ("goes_on", b"[" + a + b"] " + b, "not_json", {"#0": "json-a"}),
        ("no_text_field", b'[{"id": 1, "summary": "It opens."}]', "no_text_field", {}),
        ("words", b"It is no JSON", "not_json", {}),
        ("bad_object", b'{"text": nothing}', "not_json", {}),
        ("number_alone", b"17", "not_object", {}),
    ):
        name = f"json/{stem}.json"
        yield Case(name, data, {name + at: key for at, key in documents.items()}, ((name, code),))

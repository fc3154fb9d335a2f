"""Strict readers of exports, for checking that they say what the records say.

Each gives the parts of every attribution as they stand in the file, and raises ``ValueError`` for what its format
does not allow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.export_contexts import expanded
from quotex.exports import BratFiles

Pairs = list[tuple[int, int]]
Parts = dict[str, Pairs]
"""The offsets in the article by role."""

_OA = "http://www.w3.org/ns/oa#"
_BOUND = re.compile(r"(T[0-9]+)\t(\S+) ([0-9]+ [0-9]+(?:;[0-9]+ [0-9]+)*)\t(.+)")
_RELATION = re.compile(r"(R[0-9]+)\t(\S+) Arg1:(T[0-9]+) Arg2:(T[0-9]+)")
_ATTRIBUTE = re.compile(r"(A[0-9]+)\t(\S+) (T[0-9]+) (\S+)")
_NOTE = re.compile(r"(#[0-9]+)\t(AnnotatorNotes) (T[0-9]+)\t(.*)")


def require(condition: object, problem: str) -> None:
    """Raise ``ValueError`` where the condition does not hold."""
    if not condition:
        raise ValueError(problem)


def read_annotation(document: Mapping[str, Any], text: str) -> Parts:
    """The parts of a Web Annotation, taken from the graph that it stands for."""
    node = expanded(document)
    found: Parts = {"Content": [_place(each, text) for each in node[f"{_OA}hasTarget"]]}
    for body in node[f"{_OA}hasBody"]:
        if f"{_OA}hasSource" in body:
            (label,) = body["http://www.w3.org/2000/01/rdf-schema#label"]
            found.setdefault(label["@value"].title(), []).append(_place(body, text))
    return found


def _place(node: Mapping[str, Any], text: str) -> tuple[int, int]:
    quote, position = node[f"{_OA}hasSelector"]
    start, end = (position[f"{_OA}{name}"][0]["@value"] for name in ("start", "end"))
    exact = quote[f"{_OA}exact"][0]["@value"]
    require(text[start:end] == exact, f"{exact!r} does not stand at {start}")
    if f"{_OA}prefix" in quote:
        prefix, suffix = (quote[f"{_OA}{name}"][0]["@value"] for name in ("prefix", "suffix"))
        require(text[:start].endswith(prefix) and text[end:].startswith(suffix), f"{exact!r} stands elsewhere")
    return start, end


def read_brat(files: BratFiles, config: str) -> dict[str, Parts]:
    """The parts of the attributions by the first word of their notes, which is their id."""
    bound: dict[str, tuple[str, Pairs]] = {}
    lines = files.ann.split("\n")
    require(lines.pop() == "", "the last line does not end")
    require(files.ann.splitlines() == lines, "another line end")
    ids = [line.split("\t")[0] for line in lines]
    require(len(set(ids)) == len(ids), "an id stands twice")
    found: dict[str, Parts] = {}
    for line in lines:
        if match := _BOUND.fullmatch(line):
            require(match[2] in _section(config, "entities"), f"{match[2]} is no entity")
            bound[match[1]] = match[2], _fragments(files.txt, match[3], match[4])
    linked: dict[str, Parts] = {id_: {"Content": spans} for id_, (role, spans) in bound.items() if role == "Content"}
    for line in lines:
        if match := _RELATION.fullmatch(line):
            role, spans = bound[match[4]]
            require(f"{match[2]}\tArg1:Content, Arg2:{role}" in _section(config, "relations"), line)
            linked[match[3]].setdefault(role, []).extend(spans)
        elif match := _ATTRIBUTE.fullmatch(line):
            rules = [rule for rule in _section(config, "attributes") if rule.startswith(f"{match[2]}\tArg:Content, ")]
            require(rules and match[4] in rules[0].partition("Value:")[2].split("|"), line)
            require(match[3] in linked, line)
        elif match := _NOTE.fullmatch(line):
            found[match[4].partition(";")[0]] = linked[match[3]]
        else:
            require(_BOUND.fullmatch(line), f"no line of brat's: {line!r}")
    return found


def _fragments(txt: str, offsets: str, words: str) -> Pairs:
    pairs = [(int(start), int(end)) for start, _, end in (each.partition(" ") for each in offsets.split(";"))]
    edges = [edge for pair in pairs for edge in pair]
    require(edges == sorted(edges) and edges[-1] <= len(txt), f"offsets out of order or place: {offsets}")
    bare = all(txt[start:end].strip() == txt[start:end] != "" for start, end in pairs)
    require(bare, f"a fragment that is empty, or has white space at its edges: {offsets}")
    require(" ".join(txt[start:end] for start, end in pairs) == words, f"other words than at {offsets}: {words!r}")
    return pairs


def _section(config: str, name: str) -> list[str]:
    return config.partition(f"[{name}]\n")[2].partition("\n[")[0].split("\n")


def read_label_studio(task: Mapping[str, Any]) -> dict[str, Parts]:
    """The parts of the attributions by what the ids of their regions begin with, in the order of the relations."""
    text = task["data"]["text"]
    (prediction,) = task["predictions"]
    results = prediction["result"]
    regions = {each["id"]: each["value"] for each in results if each["type"] == "labels"}
    require(len(regions) == sum(each["type"] == "labels" for each in results), "an id stands twice")
    for value in regions.values():
        require(text[value["start"] : value["end"]] == value["text"], f"{value['text']!r} stands elsewhere")
    found: dict[str, Parts] = {}
    for id_, value in regions.items():
        parts = found.setdefault(id_.rsplit("-", 2)[0], {})
        parts.setdefault(value["labels"][0], []).append((value["start"], value["end"]))
    linked = {each["to_id"] for each in results if each["type"] == "relation"}
    first = {each["from_id"] for each in results if each["type"] == "relation"}
    require(linked | first <= set(regions), "a relation to nothing")
    require(set(regions) - linked == {f"{id_}-content-0" for id_ in found}, "a part that nothing leads to")
    per_region = {each["id"] for each in results if each["type"] in ("choices", "textarea")}
    require(per_region <= set(regions), "a choice for no region")
    return found


def read_prodigy(task: Mapping[str, Any]) -> tuple[str, Parts]:
    """The id of the attribution and its parts."""
    text, tokens = task["text"], task["tokens"]
    require("".join(each["text"] + " " * each["ws"] for each in tokens) == text, "tokens that are not the text")
    require([each["id"] for each in tokens] == list(range(len(tokens))), "tokens are not counted")
    require(all(text[each["start"] : each["end"]] == each["text"] for each in tokens), "tokens stand elsewhere")
    offset = task["meta"]["start"]
    found: Parts = {}
    for span in task["spans"]:
        edges = tokens[span["token_start"]]["start"], tokens[span["token_end"]]["end"]
        require(edges == (span["start"], span["end"]), f"a span that is not its tokens: {span}")
        found.setdefault(span["label"], []).append((span["start"] + offset, span["end"] + offset))
    return task["meta"]["id"], found


def letters(pairs: Sequence[tuple[int, int]], text: str) -> set[int]:
    """The places of spans that are no white space."""
    return {place for start, end in pairs for place in range(start, end) if not text[place].isspace()}

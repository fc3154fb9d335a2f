"""Tasks for Label Studio, with what quotex found as predictions, and the labelling configuration that they fit.

Label Studio counts offsets in code points (so its editor's tests on texts with emoji) and a carriage return and a line
feed as two (so its documentation of the ``Text`` tag), as records do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quotex.exports.parts import Part, Role, check_text, chosen, parts, speaker_names
from quotex.records import Act, Article, Attribution, Kind, Status

_TEXT = "text"
_COLOURS = {
    Role.CONTENT: "#4a90d9",
    Role.CUE: "#d9a441",
    Role.SOURCE: "#4fae6a",
    Role.ADDRESSEE: "#a06cc8",
    Role.MEDIUM: "#8a8f98",
    Role.TELLER: "#c8665e",
}
_CONTINUES = "continues"
"""The relation from a segment of a content to the next."""


def label_studio(article: Article, text: str, *, all_acts: bool = False) -> dict[str, Any]:
    """A task with the article's text and one prediction: its quotes, or with ``all_acts`` its attributions.

    Each part of an attribution is a region, each segment of a content one of its own. Relations lead from the first
    segment to the other parts and from each segment to the next. The first segment has act, kind, status and the names
    of the speakers.

    Raises ``TextMismatchError`` where ``text`` is not the one that the record was made of.
    """
    check_text(article, text)
    about = article.metadata
    known = {"document_id": about.id, "title": about.title, "date": about.date, "url": about.url}
    data = {name: value for name, value in known.items() if value is not None}
    result = [item for each in chosen(article, all_acts) for item in _result(each)]
    return {
        "data": {_TEXT: text, **data, "text_sha256": article.text_sha256},
        "predictions": [{"model_version": f"quotex {article.version}".strip(), "result": result}],
    }


def _result(attribution: Attribution) -> Iterator[dict[str, Any]]:
    found = list(parts(attribution))
    for part in found:
        yield from _regions(attribution, part)
    first = _id(attribution, Role.CONTENT, 0)
    place = {"start": attribution.content[0].start, "end": attribution.content[0].end}
    for value in (attribution.act, attribution.kind, attribution.status):
        name = type(value).__name__.lower()
        yield _control(first, name, "choices", {**place, "choices": [value.value]})
    if names := speaker_names(attribution):
        yield _control(first, "speaker", "textarea", {**place, "text": names})
    for number in range(1, len(attribution.content)):
        before = _id(attribution, Role.CONTENT, number - 1)
        yield _relation(before, _id(attribution, Role.CONTENT, number), _CONTINUES)
    for part in found[1:]:
        yield _relation(first, _id(attribution, part.role, 0), part.role.lower())


def _id(attribution: Attribution, role: Role, number: int) -> str:
    """Made of the id of the attribution, of which that of the document is a part."""
    return f"{attribution.id}-{role.lower()}-{number}"


def _regions(attribution: Attribution, part: Part) -> Iterator[dict[str, Any]]:
    for number, span in enumerate(part.spans):
        value = {"start": span.start, "end": span.end, "text": span.text, "labels": [part.role.value]}
        yield _control(_id(attribution, part.role, number), "role", "labels", value)


def _control(id_: str, name: str, type_: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": id_, "from_name": name, "to_name": _TEXT, "type": type_, "value": value}


def _relation(from_id: str, to_id: str, label: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": from_id, "to_id": to_id, "direction": "right", "labels": [label]}


def _config() -> str:
    labels = [f'    <Label value="{role}" background="{colour}"/>' for role, colour in _COLOURS.items()]
    others = [role.lower() for role in Role if role is not Role.CONTENT]
    relations = [f'    <Relation value="{name}"/>' for name in (*others, _CONTINUES)]
    only = f'perRegion="true" whenTagName="role" whenLabelValue="{Role.CONTENT}"'
    choices = []
    for enum in (Act, Kind, Status):
        choices += [f'  <Choices name="{enum.__name__.lower()}" toName="{_TEXT}" choice="single" {only}>']
        choices += [f'    <Choice value="{value}"/>' for value in enum]
        choices += ["  </Choices>"]
    lines = [
        "<View>",
        # White space would be trimmed when shown, and offsets with it.
        "  <Style>.htx-text { white-space: pre-wrap; }</Style>",
        f'  <Labels name="role" toName="{_TEXT}">',
        *labels,
        "  </Labels>",
        "  <Relations>",
        *relations,
        "  </Relations>",
        f'  <Text name="{_TEXT}" value="${_TEXT}" granularity="symbol"/>',
        *choices,
        f'  <TextArea name="speaker" toName="{_TEXT}" editable="true" {only}/>',
        "</View>",
    ]
    return "".join(f"{line}\n" for line in lines)


LABEL_STUDIO_CONFIG = _config()
"""The labelling configuration of a project for such tasks."""

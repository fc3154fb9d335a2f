"""Files for brat: the text and its stand-off annotations (brat.nlplab.org/standoff.html).

Offsets are code points of the ``.txt``. A line of the ``.ann`` holds the annotated words, so that no annotation can go
over the end of a line: it is broken into fragments there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from quotex.exports.ids import file_name, number
from quotex.exports.parts import Role, check_text, chosen, parts, speaker_names
from quotex.records import Act, Article, Attribution, Kind, Span, Status
from quotex.spans import Pair, merged, trim

_LINE = re.compile(r"[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
"""What brat, or another reader of its files, does not take for the end of a line or column."""
_BITS = 52
"""Of the numbers in ids, so that a browser can tell them apart."""


@frozen
class BratFiles:
    """The two files of a document."""

    name: str
    """Without suffix; made of the document's id."""
    txt: str
    ann: str


def brat(article: Article, text: str, *, all_acts: bool = False) -> BratFiles:
    """The document with its quotes, or with ``all_acts`` its attributions.

    Each part of an attribution is a text-bound annotation; relations lead from the content to the others; attributes
    of the content tell act, kind and status, and a note its id and its speakers. Characters that end a line are no
    part of any fragment, nor is white space at its edges. In the ``.txt`` each carriage return before a line
    feed is a space and each other one a line feed, so that brat counts the same characters everywhere.

    Raises ``TextMismatchError`` where ``text`` is not the one that the record was made of.
    """
    check_text(article, text)
    txt = text.replace("\r\n", " \n").replace("\r", "\n")
    lines = [line for each in chosen(article, all_acts) for line in _lines(article.metadata.id, each, txt)]
    return BratFiles(file_name(article), txt, "".join(f"{line}\n" for line in lines))


def _lines(document: str | None, attribution: Attribution, txt: str) -> Iterator[str]:
    def id_(letter: str, what: str) -> str:
        return f"{letter}{number(document, attribution.id, letter, what, bits=_BITS)}"

    bound = []
    for part in parts(attribution):
        if fragments := _fragments(part.spans, txt):
            offsets = ";".join(f"{start} {end}" for start, end in fragments)
            words = " ".join(txt[start:end] for start, end in fragments)
            yield f"{id_('T', part.role)}\t{part.role} {offsets}\t{words}"
            bound.append(part.role)
    if Role.CONTENT not in bound:
        return
    content = id_("T", Role.CONTENT)
    for role in bound[1:]:
        yield f"{id_('R', role)}\tHas_{role} Arg1:{content} Arg2:{id_('T', role)}"
    for value in (attribution.act, attribution.kind, attribution.status):
        name = type(value).__name__
        yield f"{id_('A', name)}\t{name} {content} {value}"
    yield f"{id_('#', 'note')}\tAnnotatorNotes {content}\t{_note(attribution)}"


def _fragments(spans: Iterable[Span], txt: str) -> list[Pair]:
    """The pieces of the spans that lie within lines, in order and apart."""
    return [
        trim(txt, start + piece.start(), start + piece.end())
        for start, end in merged((span.start, span.end) for span in spans)
        for piece in _LINE.finditer(txt[start:end])
        if not piece[0].isspace()
    ]


def _note(attribution: Attribution) -> str:
    """The id and the speakers, on one line."""
    note = "; ".join([attribution.id, *speaker_names(attribution)])
    return " ".join(piece.strip() for piece in _LINE.findall(note))


def _config() -> str:
    relations = "\n".join(f"Has_{role}\tArg1:{Role.CONTENT}, Arg2:{role}" for role in Role if role is not Role.CONTENT)
    attributes = "\n".join(
        f"{each.__name__}\tArg:{Role.CONTENT}, Value:{'|'.join(each)}" for each in (Act, Kind, Status)
    )
    entities = "\n".join(Role)
    # Parts may lie in or over one another, which brat has to be told.
    overlap = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
    return f"[entities]\n{entities}\n\n[relations]\n{relations}\n{overlap}\n\n[events]\n\n[attributes]\n{attributes}\n"


BRAT_CONFIG = _config()
"""The ``annotation.conf`` of a folder of such files."""

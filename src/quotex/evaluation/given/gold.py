"""Gold for speakers: statements with their text, or judgements of the attributions of another file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from quotex.errors import LineError
from quotex.evaluation.inputs import GoldDocument, Scorer, judged, read_gold, short_id
from quotex.evaluation.values import Value, read_lines

_FIELD = "speakers"
_PREFIX = "speakers-"


def is_speaker_file(path: Path) -> bool:
    """Whether the file's first document has the field "speakers": judgements without text.

    Raises what ``values.read_lines`` raises.
    """
    first = next(read_lines(path), None)
    return first is not None and _FIELD in first.value


def read_judged(gold: Path, texts: Path | None = None) -> dict[str, GoldDocument]:
    """The documents of a gold file by short id, in file order, each record with its speaker.

    A document of the file has "text" and "statements", or it has "speakers": one judgement for each attribution of the
    document with the same id in the file ``texts``, in the same order. Without ``texts`` that is the file beside
    ``gold`` that has its name without "speakers-" in front.

    Raises:
        LineError: a line is not what it should be, the file of the texts is not there, a document is not in it, or the
            numbers of judgements and attributions differ.
        DecodingError: a file is no gzip or not UTF-8.
        OSError: a file cannot be opened.
    """
    if is_speaker_file(gold):
        return _read_speakers(gold, texts or texts_beside(gold))
    scorer, documents = read_gold(gold)
    if scorer is not Scorer.STATEMENTS:
        raise LineError(
            gold.name, 1, 'the attributions have no speakers: the field "statements" or "speakers" is needed'
        )
    return documents


def texts_beside(gold: Path) -> Path:
    """The file beside a file of speakers that has its name without "speakers-" in front.

    Raises ``LineError`` where there is none.
    """
    path = gold.with_name(gold.name.removeprefix(_PREFIX))
    if path == gold or not path.is_file():
        name = path.name if path != gold else "the file of its attributions"
        raise LineError(gold.name, 1, f"the file holds no texts, and {name} is not beside it; name it (--texts FILE)")
    return path


def _read_speakers(gold: Path, texts: Path) -> dict[str, GoldDocument]:
    _, documents = read_gold(texts)
    out: dict[str, GoldDocument] = {}
    for line in read_lines(gold):
        key = short_id(line.text("id"))
        if key in out:
            raise line.error(f"the document {key} was there before")
        out[key] = _with_speakers(line, key, documents, texts)
    return out


def _with_speakers(line: Value, key: str, documents: Mapping[str, GoldDocument], texts: Path) -> GoldDocument:
    document = documents.get(key)
    if document is None:
        raise line.error(f"{texts.name} holds no document {key}")
    items = line.items(_FIELD)
    if len(items) != len(document.records):
        records = len(document.records)
        raise line.error(f"{len(items)} speakers, but {records} records of the document in {texts.name}")
    return evolve(document, records=tuple(map(judged, document.records, items)))

"""The corpora as words with labels."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import spacy
from attrs import evolve, field, frozen

from quotex.encoder.features import Words, case_of, inside_marks, read_words
from quotex.spans import Pair, trim

OUT, SOURCE, CONTENT = range(3)
NAME_TYPES = ("person", "organisation", "place", "group")
_WORLDWIDE = {"Person": 0, "Organization": 1, "Location": 2, "Facility": 2, "NORP": 3}
_UNER = {"PER": 0, "ORG": 1, "LOC": 2}
_TWINS = frozenset({"canada_indig_5", "cn_article_scmp_1", "cn_article_scmp_76", "cn_article_scmp_58", "sa_star_13"})
"""The second of each pair of identical articles of worldwide-ner."""


@frozen(eq=False)
class Labelled:
    """An attribution over the words of a text: the cue's words, the role of every other word that has one."""

    cue: Pair
    source: tuple[Pair, ...]
    content: tuple[Pair, ...]


@frozen(eq=False)
class Text:
    """A text with the labels that its corpus has. ``versions`` holds one tuple of attributions an annotator."""

    id: str
    raw: str
    words: Words
    offsets: tuple[Pair, ...]
    versions: tuple[tuple[Labelled, ...], ...] = ()
    names: np.ndarray | None = field(default=None)


def lines(path: Path) -> Iterator[dict]:
    """The records of a gzip-compressed JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf8", newline="\n") as file:
        for line in file:
            yield json.loads(line)


_TOKENIZER = spacy.blank("en").tokenizer


def read_text(name: str, raw: str) -> Text:
    """A text in words, without labels."""
    doc = _TOKENIZER(raw)
    words = read_words([token.text for token in doc])
    offsets = tuple((doc[int(i)].idx, doc[int(i)].idx + len(doc[int(i)])) for i in words.token)
    return Text(name, raw, words, offsets)


def polnear(path: Path) -> list[Text]:
    """The articles of a PolNeAR file with the attributions of all their annotators."""
    texts = []
    for record in lines(path):
        text = read_text(record["id"], record["text"])
        versions = [record["attributions"], *record.get("other_annotations", [])]
        texts.append(evolve(text, versions=tuple(_labelled(text, version) for version in versions)))
    return texts


def _labelled(text: Text, records: Sequence[dict]) -> tuple[Labelled, ...]:
    starts = np.array([a for a, _ in text.offsets])
    ends = np.array([b for _, b in text.offsets])

    def words_of(fragments: list) -> tuple[Pair, ...]:
        out = []
        for start, end in fragments:
            start, end = trim(text.raw, start, end)
            if start < end:
                first, last = int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end, "left"))
                if first < last:
                    out.append((first, last))
        return tuple(sorted(out))

    out = []
    for record in records:
        cue, content = words_of(record["cue"]), words_of(record["content"])
        if cue and content:
            out.append(Labelled((cue[0][0], cue[-1][1]), words_of(record["source"]), content))
    return tuple(sorted(out, key=lambda a: a.cue))


def worldwide(path: Path, held_out: set[str]) -> list[Text]:
    """The articles of worldwide-ner but those held out and the second of each pair of twins."""
    return [
        _named(read_text(r["id"], r["text"]), r["entities"], _WORLDWIDE)
        for r in lines(path)
        if r["id"] not in held_out and r["id"] not in _TWINS
    ]


def uner(path: Path) -> list[Text]:
    """The sentences of uner-ewt, those of a document made one text."""
    documents: dict[str, list[dict]] = {}
    for record in lines(path):
        documents.setdefault(record["document"], []).append(record)
    texts = []
    for name, records in documents.items():
        raw, entities = "", []
        for record in records:
            entities += [{**e, "start": e["start"] + len(raw), "end": e["end"] + len(raw)} for e in record["entities"]]
            raw += record["text"] + "\n"
        texts.append(_named(read_text(name, raw), entities, _UNER))
    return texts


def _named(text: Text, entities: list[dict], types: dict[str, int]) -> Text:
    labels = np.zeros(len(text.words), dtype=np.int64)
    starts = np.array([a for a, _ in text.offsets])
    ends = np.array([b for _, b in text.offsets])
    for entity in entities:
        if entity["type"] in types:
            first = int(np.searchsorted(ends, entity["start"], "right"))
            last = int(np.searchsorted(starts, entity["end"], "left"))
            kind = types[entity["type"]]
            labels[first:last] = 2 + 2 * kind
            labels[first : first + 1] = 1 + 2 * kind
    return evolve(text, names=labels)


# Changes made to a training text so that the model does not lean on one house style. All keep the labels' meaning.

_CURLY = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "’s": "'s",
    "n’t": "n't",
    "’re": "'re",
    "’ve": "'ve",
    "’m": "'m",
    "’ll": "'ll",
}


def vary(text: Text, chance: random.Random) -> Text:
    """One annotator's version of the text, in another typographic style now and then."""
    versions = text.versions
    version: tuple[Labelled, ...] = ()
    if versions:
        version = versions[0] if len(versions) == 1 or chance.random() < 0.5 else chance.choice(versions)
    tokens, breaks = list(text.words.text), text.words.line_break.copy()
    if chance.random() < 0.35:
        tokens = _straight(tokens) if "“" in tokens else _curly(tokens, breaks)
    if chance.random() < 0.2:
        breaks[1:] = np.minimum(breaks[1:], 1)
    keep = np.ones(len(tokens), dtype=bool)
    for attribution in version:
        if chance.random() < 0.12:
            _set_off_by_colon(tokens, breaks, attribution, keep)
    if not keep.all():
        version = tuple(_moved(a, keep) for a in version)
        tokens = [t for t, k in zip(tokens, keep, strict=True) if k]
        breaks = breaks[keep]
    words = Words(
        np.arange(len(tokens)),
        tuple(tokens),
        np.array([case_of(t) for t in tokens], dtype=np.int64),
        breaks,
        np.array(inside_marks(tokens, breaks.tolist()), dtype=np.int64),
    )
    names = text.names[keep] if text.names is not None else None
    return Text(text.id, "", words, (), (version,) if versions else (), names)


def _straight(tokens: list[str]) -> list[str]:
    return [_CURLY.get(t, t) for t in tokens]


def _curly(tokens: list[str], breaks: np.ndarray) -> list[str]:
    out, is_open = [], False
    back = {v: k for k, v in _CURLY.items() if len(v) > 1}
    for token, line_break in zip(tokens, breaks, strict=True):
        is_open = is_open and not line_break
        if token == '"':
            out.append("”" if is_open else "“")
            is_open = not is_open
        else:
            out.append(back.get(token, token))
    return out


def _set_off_by_colon(tokens: list[str], breaks: np.ndarray, a: Labelled, keep: np.ndarray) -> None:
    """``said, "We will."`` to ``said: We will.``, where the content is one quotation right after the cue."""
    if len(a.content) != 1 or not a.source or a.source[-1][1] > a.cue[0]:
        return
    start, end = a.content[0]
    follows_comma = start - a.cue[1] == 1 and tokens[start - 1] == ","
    is_marked = tokens[start] in ('"', "“") and tokens[end - 1] in ('"', "”") and end - start > 4
    is_one_piece = not (breaks[start:end] > 0).any() and not any(t in '"“”' for t in tokens[start + 1 : end - 1])
    if follows_comma and is_marked and is_one_piece:
        tokens[start - 1] = ":"
        keep[start] = keep[end - 1] = False


def _moved(a: Labelled, keep: np.ndarray) -> Labelled:
    before = np.concatenate(([0], np.cumsum(keep)))

    def move(spans: tuple[Pair, ...]) -> tuple[Pair, ...]:
        return tuple((int(before[s]), int(before[e])) for s, e in spans if before[e] > before[s])

    return Labelled(move((a.cue,))[0], move(a.source), move(a.content))

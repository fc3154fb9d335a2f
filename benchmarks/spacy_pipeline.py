"""A spaCy pipeline of the architecture of en_core_web_sm, trained briefly on GUM.

No trained English pipeline is on the package registry, so one is made that costs the same to run: the layers and
widths of en_core_web_sm 3 (tagger and parser share a token-to-vector layer, the named-entity recogniser has its own),
and about as many labels (50 tags, 45 relations and 18 entity types there). It is trained just long enough that parser
and recogniser take sensible steps, as the time of a transition-based parser depends on what it predicts; its accuracy
is no subject here.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import fix_random_seed

EPOCHS = 3
SEED = 0
_RELATIONS, _ENTITY_TYPES = 45, 18
_WIDTH = 96


def train(gum: Path, folder: Path) -> None:
    """Initialise the pipeline, train it on the file ``gum`` and write it to ``folder``."""
    fix_random_seed(SEED)
    nlp = _untrained()
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in _documents(gum, nlp)]
    recogniser: Any = nlp.get_pipe("ner")
    for at in range(_ENTITY_TYPES - len({span.label_ for example in examples for span in example.reference.ents})):
        recogniser.add_label(f"TYPE{at}")
    optimizer = nlp.initialize(lambda: examples)
    order = random.Random(SEED)
    for epoch in range(EPOCHS):
        order.shuffle(examples)
        losses: dict[str, float] = {}
        for at in range(0, len(examples), 4):
            nlp.update(examples[at : at + 4], sgd=optimizer, losses=losses)
        told = "  ".join(f"{name} {loss:.0f}" for name, loss in losses.items())
        print(f"spaCy pipeline, epoch {epoch + 1} of {EPOCHS}: losses {told}", file=sys.stderr)
    folder.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(folder)


def _untrained() -> Language:
    shared_attributes = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
    own_attributes = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": _WIDTH, "upstream": "tok2vec"}
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(shared_attributes, [5000, 1000, 2500, 2500, 50, 50])})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    nlp.add_pipe("parser", config={"model": _transitions("parser", listener)})
    nlp.add_pipe("ner", config={"model": _transitions("ner", _tok2vec(own_attributes, [5000, 1000, 2500, 2500]))})
    return nlp


def _tok2vec(attributes: list[str], rows: list[int]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": _WIDTH,
            "attrs": attributes,
            "rows": rows,
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": _WIDTH,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _transitions(kind: str, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def _documents(gum: Path, nlp: Language) -> Iterator[Doc]:
    """GUM's documents on its own tokens, with names as entities; relations beyond the most frequent are "dep"."""
    with gzip.open(gum, "rt", encoding="utf-8", newline="\n") as lines:
        documents = [json.loads(line) for line in lines]
    counts = Counter(name for document in documents for name in document["deprels"] if name not in ("root", "dep"))
    relations = {name: name for name, _ in counts.most_common(_RELATIONS - 2)} | {"root": "ROOT"}
    for document in documents:
        text, tokens = document["text"], document["tokens"]
        doc = Doc(
            nlp.vocab,
            words=[text[start:end] for start, end in tokens],
            spaces=[text[end : end + 1].isspace() for _, end in tokens],
            tags=document["xpos"],
            heads=document["heads"],
            deps=[relations.get(name, "dep") for name in document["deprels"]],
        )
        doc.ents = spacy.util.filter_spans(list(_names(doc, document)))
        yield doc


def _names(doc: Doc, document: dict[str, Any]) -> Iterator[Span]:
    """The mentions that have a Wikipedia page."""
    first = {start: at for at, (start, _) in enumerate(document["tokens"])}
    last = {end: at for at, (_, end) in enumerate(document["tokens"])}
    for mention in document["entities"]:
        if mention["identity"] is not None:
            yield Span(doc, first[mention["start"]], last[mention["end"]] + 1, label=mention["type"])


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]))

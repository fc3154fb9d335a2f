"""Learn whom "he" and "she" mean: the weights of ``quotex.speakers.antecedents``.

    python -m training.antecedents --corpora ../shared/corpora --judged FILE...

Gold are the coreference chains of GUM's train documents, the candidates of GAP's development snippets, and the
pronouns among the sources of the even halves of the two sets with speakers and of all documents of further files in
the shape of ``statements-world-dev.jsonl.gz`` ("text" and "statements" with their speakers). GUM's dev documents and
GAP's validation snippets tell how well it goes. Prints the weights, to be put into the module by hand, and the share of
right choices.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unittest import mock

import spacy
import torch
from attrs import frozen
from spacy.tokens import Doc
from torch import Tensor

from quotex import attribution, encoder, mentions, speakers, structure
from quotex.attribution.draft import Draft
from quotex.evaluation.given.gold import read_judged
from quotex.evaluation.halves import half_of
from quotex.evaluation.names import same_speakers
from quotex.given import read_given
from quotex.records import Act, Kind
from quotex.speakers import antecedents
from quotex.speakers.entities import Entity
from training import data

_NLP = spacy.blank("en")
_RIDGE = 0.003
IsRight = Callable[[Entity], bool]
"""Whether a person is the one meant."""
Gold = Callable[[Doc, int], IsRight | None]
"""Of the pronoun at a token; ``None`` where the gold does not tell."""
FindDrafts = Callable[[Doc, structure.Structure, encoder.Reading], Sequence[Draft]]


@frozen(eq=False)
class Choice:
    """A pronoun's mentions before it: ``rows`` ``(mentions, features)``, ``right`` and ``person`` ``(mentions,)``."""

    rows: Tensor
    right: Tensor
    person: Tensor


def choices(text: str, find_drafts: FindDrafts, gold: Gold) -> list[Choice]:
    """The choices that resolving a text has to make among people, those that the gold does not tell left out."""
    doc = _NLP(text)
    shape = structure.analyse(doc)
    reading = encoder.read(doc, marks=structure.usual_marks(doc, shape))
    found: list[Choice] = []
    look = antecedents.candidates

    def watch(stage, position, gender):
        out = look(stage, position, gender)
        is_right = gold(doc, position) if len({id(person) for _, person, _ in out}) > 1 else None
        if is_right is not None:
            right = [bool(is_right(person)) for _, person, _ in out]
            if any(right):
                rows = torch.tensor([row for _, _, row in out])
                found.append(Choice(rows, torch.tensor(right), torch.tensor([id(p) for _, p, _ in out])))
        return out

    with mock.patch.object(antecedents, "candidates", watch):
        speakers.resolve(doc, shape, mentions.find_names(doc, reading), find_drafts(doc, shape, reading))
    return found


def _smallest(entities: list[dict], start: int, end: int) -> dict | None:
    around = [e for e in entities if e["start"] <= start and end <= e["end"]]
    return min(around, key=lambda e: e["end"] - e["start"], default=None)


def gum(path: Path) -> Iterator[Choice]:
    """The choices of a GUM file: the pronoun's chain tells who is right."""
    for record in data.lines(path):
        chains: dict[int, list[dict]] = {}
        for entity in record["entities"]:
            chains.setdefault(entity["cluster"], []).append(entity)

        def gold(doc, position, entities=record["entities"]) -> IsRight | None:
            token = doc[position]
            here = _smallest(entities, token.idx, token.idx + len(token))
            if here is None:
                return None

            def is_right(person: Entity) -> bool:
                span = doc[person.name[0] : person.name[1]]
                there = _smallest(entities, span.start_char, span.end_char)
                return there is not None and there["cluster"] == here["cluster"]

            return is_right

        yield from choices(record["text"], attribution.attribute, gold)


def gap(path: Path) -> Iterator[Choice]:
    """The choices of a GAP file: one pronoun a snippet, two candidates."""
    for record in data.lines(path):
        right = [c for c in record["candidates"] if c["coreferent"]]
        if not right:
            continue
        doc = _NLP(record["text"])
        pronoun = doc.char_span(*record["pronoun"], alignment_mode="expand")
        span = (pronoun.start, pronoun.start + 1)

        def gold(doc, position, wanted=span[0], answer=right[0]) -> IsRight | None:
            def is_right(person: Entity) -> bool:
                places = (doc[seen.span[0] : seen.span[1]] for seen in person.seen)
                return any(p.start_char < answer["end"] and answer["start"] < p.end_char for p in places)

            return is_right if position == wanted else None

        draft = Draft(None, span, (span,), (False,), Act.STATEMENT, Kind.INDIRECT, 0.9)
        yield from choices(record["text"], lambda *_, draft=draft: (draft,), gold)


def judged(path: Path, half: str | None = "even") -> Iterator[Choice]:
    """The choices of a half of a file with speakers, or of all: its attributions are given."""
    for document in half_of(read_judged(path), half, path.name).values():
        certain = {record.source[0][0]: record for record in document.records if record.source and record.certain}
        wanted = read_given(
            [
                {role: [list(span) for span in getattr(record, role)] for role in ("cue", "source", "content")}
                for record in document.records
            ],
            document.text,
        )

        def gold(doc, position, certain=certain) -> IsRight | None:
            record = certain.get(doc[position].idx)
            if record is None:
                return None
            return lambda person: same_speakers(record.speaker, doc[person.name[0] : person.name[1]].text)

        def find_drafts(doc, shape, _, wanted=wanted) -> Sequence[Draft]:
            return attribution.draft_given(doc, shape, wanted)[0]

        yield from choices(document.text, find_drafts, gold)


def log_shares(choice: Choice, weights: Tensor) -> Tensor:
    """Log-probability of the mentions of the right person."""
    scores = choice.rows @ weights
    return torch.logsumexp(scores[choice.right], 0) - torch.logsumexp(scores, 0)


def share_right(found: list[Choice], weights: Tensor) -> float:
    """How often the person with the highest summed share is right."""
    right = 0
    for choice in found:
        shares = torch.softmax(choice.rows @ weights, 0)
        people = choice.person.unique()
        sums = torch.stack([shares[choice.person == p].sum() for p in people])
        right += bool(choice.right[choice.person == people[sums.argmax()]][0])
    return right / max(1, len(found))


def learn(found: list[Choice], importance: list[float]) -> Tensor:
    """The weights of least regularised loss; ``importance`` is one a choice."""
    weights = torch.zeros(len(antecedents.WEIGHTS), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")
    scale = torch.tensor(importance)

    def loss() -> Tensor:
        optimiser.zero_grad()
        value = -(torch.stack([log_shares(choice, weights) for choice in found]) * scale).sum() / scale.sum()
        value = value + _RIDGE * (weights**2).sum()
        value.backward()
        return value

    optimiser.step(loss)
    return weights.detach()


def main() -> None:
    """Read the corpora, learn and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--judged", type=Path, nargs="*", default=[])
    arguments = parser.parse_args()
    corpora = arguments.corpora
    sets = {
        "gum": list(gum(corpora / "gum-train.jsonl.gz")),
        "gap": list(gap(corpora / "gap-development.jsonl.gz")),
        "even": [
            *judged(corpora / "statements-world-dev.jsonl.gz"),
            *judged(corpora / "speakers-polnear-dev.jsonl.gz"),
        ],
    }
    further = [choice for path in arguments.judged for choice in judged(path, half=None)]
    if further:
        sets["judged"] = further
    held_out = {
        "gum-dev": list(gum(corpora / "gum-dev.jsonl.gz")),
        "gap-validation": list(gap(corpora / "gap-validation.jsonl.gz")),
    }
    # Pronouns among sources are few and what this is for: they count as much as each of the large sets.
    most = max(map(len, sets.values()))
    weighed = [(choice, most / len(found)) for found in sets.values() for choice in found]
    before = torch.tensor(list(antecedents.WEIGHTS.values()))
    weights = learn([choice for choice, _ in weighed], [importance for _, importance in weighed])
    for name, found in (sets | held_out).items():
        print(
            f"{name}: {len(found)} choices, right {share_right(found, before):.3f} -> {share_right(found, weights):.3f}"
        )
    for name, weight in zip(antecedents.WEIGHTS, weights.tolist(), strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()

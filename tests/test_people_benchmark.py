"""The measure of people across documents takes the right sightings and counts the right pairs."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import made_up
from benchmarks.gum_people import chains, merged, names, read
from benchmarks.people import main, measured
from quotex.lexicon.gender import Gender


def _document(name: str, words: str, tags: str, entities: list[tuple[int, int, int, str | None]]) -> dict[str, Any]:
    """A document of GUM's shape: words and part-of-speech tags between blanks, and mentions as first and last word,
    chain and identity. The last word of a mention heads it; the first two mentions are an apposition."""
    spelled = words.split()
    tokens, at = [], 0
    for word in spelled:
        tokens.append([at, at + len(word)])
        at += len(word) + 1
    heads = [place + 1 for place in range(len(spelled) - 1)] + [len(spelled) - 1]
    for _, last, _, _ in entities:
        heads[last] = last
    return {
        "id": name,
        "date": "2024-05-01",
        "text": words,
        "tokens": tokens,
        "upos": tags.split(),
        "xpos": tags.split(),
        "heads": heads,
        "entities": [
            {"start": tokens[a][0], "end": tokens[b][1], "type": "person", "cluster": chain, "identity": identity}
            for a, b, chain, identity in entities
        ],
        "appositive_pairs": [[0, 1]],
    }


FIRST = _document(
    "first",
    "Senator Ines Dravetz , the chair , spoke ; she left Dravetz House and a friend",
    "PROPN PROPN PROPN PUNCT DET NOUN PUNCT VERB PUNCT PRON VERB PROPN PROPN CCONJ DET NOUN",
    [(0, 2, 1, "Ines_Dravetz"), (4, 5, 1, None), (9, 9, 1, None), (11, 11, 1, None), (14, 15, 2, "A_friend")],
)
SECOND = _document(
    "second",
    "Ines Dravetz met Oto Karsk",
    "PROPN PROPN VERB PROPN PROPN",
    [(0, 1, 1, "Ines_Dravetz"), (3, 4, 2, "Oto_Karsk")],
)


def test_a_chain_is_a_sighting() -> None:
    """Names without their offices, what stands before them, appositions and pronouns make a sighting; a chain without a
    proper name makes none."""
    (chain,) = chains(FIRST, ("person",))
    sighting = chain.whole.sighting
    assert (sighting.name, sighting.aliases, sighting.gender) == ("Ines Dravetz", ("Dravetz",), Gender.FEMALE)
    assert [title.text for title in sighting.titles] == ["Senator", "the chair"]
    assert [each.sighting.name for each in names(FIRST, ("person",))] == ["Ines Dravetz", "Dravetz"]
    assert len(merged([chain.whole, chain.whole])) == 1
    assert list(chains(FIRST, ("organization",))) == []


def test_pairs_are_counted() -> None:
    """One pair is the same and joined; one pair of namesakes that the gold holds apart is told as wrong."""
    whole = [chain.whole for document in (FIRST, SECOND) for chain in chains(document, ("person",))]
    pairs = measured(whole)
    assert (pairs.sightings, pairs.identities, pairs.same, pairs.joined, pairs.right) == (3, 2, 1, 1, 1)
    assert "100.0 (1 of 1)" in str(pairs)
    other = {**SECOND, "entities": [{**SECOND["entities"][0], "identity": "Another_Dravetz"}], "appositive_pairs": []}
    apart = measured([whole[0], *(chain.whole for chain in chains(other, ("person",)))])
    assert (apart.same, apart.joined, apart.right, apart.namesakes, len(apart.wrong)) == (0, 1, 0, 1, 1)


def test_the_command_prints_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Figures for each corpus and way are printed, errors on demand; without corpora it says so."""
    for name, document in (("gum-train", FIRST), ("gum-dev", SECOND)):
        (tmp_path / f"{name}.jsonl.gz").write_bytes(gzip.compress(json.dumps(document).encode()))
    assert [each["id"] for each in read(tmp_path, ["gum-train", "gum-dev"])] == ["first", "second"]
    assert main(["--corpora", str(tmp_path), "--errors"]) == 0
    assert "train + dev  chains     precision 100.0 (1 of 1)  recall 100.0 (1 of 1)" in capsys.readouterr().out
    assert main(["--corpora", str(tmp_path / "none")]) == 2
    assert main(["--generated", "40"]) == 0
    assert "40 sightings to" in capsys.readouterr().out


def test_made_up_archives_are_the_same_each_time() -> None:
    """The same number makes the same sightings and quotations."""
    assert list(made_up.sightings(20)) == list(made_up.sightings(20))
    assert list(made_up.quotations(20)) == list(made_up.quotations(20))

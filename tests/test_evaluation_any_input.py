"""Whatever the files hold, there are figures or a typed error."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_cases import write
from quotex.errors import InputError, LineError, RecordError
from quotex.evaluation import Evaluation, GivenEvaluation, evaluate_files, evaluate_given

_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 9)
    | st.floats(allow_nan=False)
    | st.sampled_from(["", "x", "statement"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["cue", "kind"]), inner, max_size=2),
    max_leaves=8,
)
_pairs = st.lists(st.lists(st.integers(-1, 6), min_size=1, max_size=3), max_size=2)
_records = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("cue", "source", "content"), _pairs | _values),
        **dict.fromkeys(("kind", "act", "speaker", "title", "mention", "type"), st.just("x") | _values),
        "certain": st.booleans() | _values,
    },
)
_documents = st.fixed_dictionaries(
    {"id": st.just("a") | _values},
    optional={
        "text": st.just("Ada.") | _values,
        "attributions": st.lists(_records, max_size=2) | _values,
        "statements": st.lists(_records, max_size=2) | _values,
        "speakers": st.lists(_records, max_size=2) | _values,
    },
)


@given(gold=_documents, found=_documents)
def test_any_json_gives_figures_or_a_typed_error(
    tmp_path_factory: pytest.TempPathFactory, gold: dict[str, object], found: dict[str, object]
) -> None:
    """Documents of nearly the right shape are scored or refused with the file and line, never half read."""
    folder = tmp_path_factory.mktemp("files")
    outcome = _outcome(write(folder / "g.jsonl", gold), write(folder / "p.jsonl", found))
    if isinstance(outcome, LineError):
        assert outcome.file in ("g.jsonl", "p.jsonl")
        assert outcome.line == 1
    else:
        assert outcome.documents == 1
        assert outcome.table()


def _outcome(gold: Path, found: Path) -> Evaluation | LineError:
    try:
        return evaluate_files(gold, found)
    except LineError as error:
        return error


@given(gold=_documents, texts=_documents)
def test_any_json_gives_figures_of_speakers_or_a_typed_error(
    tmp_path_factory: pytest.TempPathFactory, gold: dict[str, object], texts: dict[str, object]
) -> None:
    """The same for speakers of given attributions, with their texts in another file."""
    folder = tmp_path_factory.mktemp("files")
    write(folder / "g.jsonl", texts)
    outcome = _given_outcome(write(folder / "speakers-g.jsonl", gold))
    if isinstance(outcome, LineError):
        assert outcome.file in ("g.jsonl", "speakers-g.jsonl")
    elif isinstance(outcome, RecordError):
        assert "holds no words" in outcome.problem
    else:
        assert outcome.documents == 1
        assert outcome.table()


def _given_outcome(gold: Path) -> GivenEvaluation | LineError | RecordError:
    try:
        return evaluate_given([gold])
    except (LineError, RecordError) as error:
        return error


@given(data=st.binary(max_size=40), name=st.sampled_from(["g.jsonl", "g.jsonl.gz"]))
def test_any_bytes_give_a_typed_error(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    """A file of random bytes is refused with a typed error, whatever its name says."""
    path = tmp_path_factory.mktemp("bytes") / name
    path.write_bytes(data)
    with pytest.raises(InputError):
        evaluate_files(path, path)

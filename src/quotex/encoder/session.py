"""The bundled model, loaded once a process and only when first asked for."""

from __future__ import annotations

import functools
import hashlib
import json
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np
import onnxruntime
from attrs import frozen
from numpy.typing import NDArray

from quotex.encoder.wordpiece import WordPiece
from quotex.errors import ModelError

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]


@frozen(eq=False)
class Model:
    """The two networks and their vocabulary. Safe to use from several threads."""

    sha256: str
    """Of the digests of all files, as 64 hexadecimal digits: names the model in every record."""
    wordpiece: WordPiece
    encoder: onnxruntime.InferenceSession
    roles: onnxruntime.InferenceSession

    def encode(self, inputs: dict[str, IntArray]) -> tuple[FloatArray, FloatArray, FloatArray]:
        """States ``(words, 384)``, cue scores ``(words, 3)`` and name scores ``(words, 9)`` of one window."""
        words, cue, name = self.encoder.run(("words", "cue", "name"), inputs)
        return words, cue, name

    def score_roles(self, words: FloatArray, cues: FloatArray, distance: IntArray) -> FloatArray:
        """Potentials ``(cues, words, 6)`` of one window."""
        (potentials,) = self.roles.run(("potentials",), {"words": words, "cues": cues, "distance": distance})
        return np.asarray(potentials, dtype=np.float32)


@functools.cache
def load_model() -> Model:
    """The model that ships inside the package.

    Raises ``ModelError`` when a file is missing or differs from its SHA-256 in ``model.json``.
    """
    folder = resources.files("quotex.encoder") / "model"
    about = json.loads(_read(folder, "model.json"))
    files = {name: _checked(folder, name, digest) for name, digest in about["sha256"].items()}
    digests = "".join(about["sha256"][name] for name in sorted(files))
    return Model(
        hashlib.sha256(digests.encode("ascii")).hexdigest(),
        WordPiece(files["vocabulary.txt"].decode("utf8").splitlines()),
        _session(files["encoder.onnx"]),
        _session(files["roles.onnx"]),
    )


def _read(folder: Traversable, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise ModelError(
            f"the model file {name} is missing from the installed package; install quotex again"
        ) from error


def _checked(folder: Traversable, name: str, digest: str) -> bytes:
    content = _read(folder, name)
    if hashlib.sha256(content).hexdigest() != digest:
        raise ModelError(f"the model file {name} is damaged (its SHA-256 differs); install quotex again")
    return content


def _session(content: bytes) -> onnxruntime.InferenceSession:
    """One thread a session: workers are processes, and the order of sums must not depend on the machine's cores."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    # Windows differ in length, so memory patterns do not repeat, and a growing arena would keep its peak.
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

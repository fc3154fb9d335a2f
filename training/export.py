"""Write trained weights as the ONNX files that ship inside quotex.

    python -m training.export --weights work/model/epoch-8.pt --vocabulary vocab.txt --corpora ../shared/corpora

``float32`` keeps every weight; ``weights8`` stores the large matrices in int8 and computes in float32; ``int8`` also
multiplies in int8, with the scale of the activations taken from the window at hand. A few channels whose values are
many times those of the others would spoil that scale; they are found on training text and multiplied apart, in
float32. The graphs are written node by node, so that what runs is what stands here.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from quotex.encoder.windows import OVERLAP_PIECES, WINDOW_PIECES
from quotex.encoder.wordpiece import WordPiece
from training import data
from training.batches import windows
from training.develop import encode
from training.model import HEADS, HIDDEN, LAYERS, ROLE_BLOCKS, ROLE_WIDTH, Network

PRECISIONS = ("float32", "weights8", "int8")
_MICROSOFT = "com.microsoft"
_OPSET, _IR = 17, 9


class Graph:
    """Nodes and constants of one ONNX graph in the making."""

    def __init__(self, precision: str, bits: int = 8) -> None:
        self.precision = precision
        self.limit = 2 ** (bits - 1) - 1
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.count = 0

    def constant(self, value: np.ndarray) -> str:
        """Name of a new constant."""
        self.count += 1
        name = f"c{self.count}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, *inputs: str, domain: str = "", outputs: int = 1, **attributes) -> str | list[str]:
        """Add a node; returns the name of its output, or a list of several."""
        names = []
        for _ in range(outputs):
            self.count += 1
            names.append(f"t{self.count}")
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def linear(
        self, x: str, weight: np.ndarray, bias: np.ndarray | None, *, large: bool = True, apart: Sequence[int] = ()
    ) -> str:
        """``x @ weight.T + bias`` for a torch weight ``(out, in)``; large ones at the graph's precision.

        ``apart`` are the input channels that int8 leaves to float32.
        """
        matrix = weight.T.astype(np.float32)
        offset = [] if bias is None else [self.constant(bias.astype(np.float32))]
        if not large or self.precision == "float32":
            y = self.node("MatMul", x, self.constant(matrix))
            return self.node("Add", y, *offset) if offset else y
        scale = np.maximum(np.abs(matrix).max(axis=0), 1e-8) / self.limit
        rounded = np.clip(np.rint(matrix / scale), -self.limit, self.limit).astype(np.int8)
        scale = scale.astype(np.float32)
        if self.precision == "weights8":
            dense = self.node("DequantizeLinear", self.constant(rounded), self.constant(scale), axis=1)
            y = self.node("MatMul", x, dense)
            return self.node("Add", y, *offset) if offset else y
        zero = self.constant(np.zeros(len(scale), dtype=np.int8))
        keep = np.ones(len(matrix), dtype=np.float32)
        keep[list(apart)] = 0.0
        tame = self.node("Mul", x, self.constant(keep)) if apart else x
        y = self.node(
            "DynamicQuantizeMatMul",
            *(tame, self.constant(rounded), self.constant(scale), zero, *offset),
            domain=_MICROSOFT,
        )
        if not apart:
            return y
        wild = self.node("Gather", x, self.constant(np.array(apart, dtype=np.int64)), axis=-1)
        return self.node("Add", y, self.node("MatMul", wild, self.constant(matrix[list(apart)])))

    def norm(self, x: str, weight: np.ndarray, bias: np.ndarray, epsilon: float) -> str:
        """Layer normalisation over the last axis."""
        return self.node("LayerNormalization", x, self.constant(weight), self.constant(bias), axis=-1, epsilon=epsilon)

    def save(self, path: Path, inputs: dict, outputs: dict) -> None:
        """Write the graph; ``inputs`` and ``outputs`` map names to (type, shape); outputs must be named by nodes."""
        ports = [[helper.make_tensor_value_info(n, t, s) for n, (t, s) in side.items()] for side in (inputs, outputs)]
        graph = helper.make_graph(self.nodes, path.stem, *ports, self.constants)
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=_IR, producer_name="quotex")
        path.write_bytes(model.SerializeToString(deterministic=True))

    def output(self, x: str, name: str) -> None:
        """Give a result its public name."""
        self.nodes.append(helper.make_node("Identity", [x], [name]))


def encoder_graph(
    w: dict[str, np.ndarray], precision: str, rows: np.ndarray, outliers: Mapping[str, Sequence[int]], path: Path
) -> None:
    """The encoder for one window. ``rows`` are the vocabulary rows to keep, ``outliers`` as from ``find_outliers``."""
    g = Graph(precision)
    table = w["encoder.word.weight"][rows].astype(np.float32)
    if precision == "float32":
        x = g.node("Gather", g.constant(table), "pieces")
    else:
        scale = (np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127).astype(np.float32)
        rounded = g.constant(np.rint(table / scale).astype(np.int8))
        x = g.node("Cast", g.node("Gather", rounded, "pieces"), to=TensorProto.FLOAT)
        x = g.node("Mul", x, g.node("Gather", g.constant(scale), "pieces"))
    for name in ("case", "line_break", "inside"):
        x = g.node("Add", x, g.node("Gather", g.constant(w[f"encoder.{name}.weight"]), name))
    length = g.node("Slice", g.node("Shape", "pieces"), g.constant(np.array([1])), g.constant(np.array([2])))
    zero = g.constant(np.array([0]))
    x = g.node("Add", x, g.node("Slice", g.constant(w["encoder.position.weight"]), zero, length, zero))
    x = g.norm(x, w["encoder.norm.weight"], w["encoder.norm.bias"], 1e-12)
    for i in range(LAYERS):
        x = _layer(g, x, w, f"encoder.layers.{i}.", outliers)
    words = g.node("Gather", x, "first", axis=1)
    words = g.node("Squeeze", words, g.constant(np.array([0])))
    g.output(words, "words")
    for head in ("cue", "name"):
        g.output(g.linear(words, w[f"encoder.{head}.weight"], w[f"encoder.{head}.bias"], large=False), head)
    features = {n: (TensorProto.INT64, [1, "pieces_count"]) for n in ("pieces", "case", "line_break", "inside")}
    g.save(
        path,
        {**features, "first": (TensorProto.INT64, ["words_count"])},
        {n: (TensorProto.FLOAT, ["words_count", d]) for n, d in (("words", HIDDEN), ("cue", 3), ("name", 9))},
    )


def _layer(g: Graph, x: str, w: dict[str, np.ndarray], base: str, outliers: Mapping[str, Sequence[int]]) -> str:
    def linear(y: str, name: str) -> str:
        weight, bias = w[f"{base}{name}.weight"], w[f"{base}{name}.bias"]
        return g.linear(y, weight, bias, apart=outliers.get(base + name, ()))

    def skip_norm(before: str, after: str, name: str) -> str:
        # The fused SkipLayerNormalization takes four times as long on a CPU.
        return g.norm(g.node("Add", before, after), w[f"{base}{name}.weight"], w[f"{base}{name}.bias"], 1e-12)

    q, k, v = g.node("Split", linear(x, "qkv"), g.constant(np.array([HIDDEN] * 3)), outputs=3, axis=-1)
    attended = g.node("MultiHeadAttention", q, k, v, domain=_MICROSOFT, num_heads=HEADS)
    x = skip_norm(x, linear(attended, "out"), "norm1")
    return skip_norm(x, linear(g.node("Gelu", linear(x, "up"), domain=_MICROSOFT), "down"), "norm2")


def roles_graph(w: dict[str, np.ndarray], path: Path) -> None:
    """The role head for the cues of one window, in float32."""
    g = Graph("float32")
    word = g.linear("words", w["roles.word.weight"], w["roles.word.bias"])
    plain, gated = g.node("Split", word, g.constant(np.array([ROLE_WIDTH] * 2)), outputs=2, axis=-1)
    cue = g.node("Unsqueeze", g.linear("cues", w["roles.cue.weight"], w["roles.cue.bias"]), g.constant(np.array([1])))
    shift, gate = g.node("Split", cue, g.constant(np.array([ROLE_WIDTH] * 2)), outputs=2, axis=-1)
    x = g.node("Add", g.node("Add", g.node("Mul", gated, gate), plain), shift)
    x = g.node("Add", x, g.node("Gather", g.constant(w["roles.distance.weight"]), "distance"))
    for i in range(ROLE_BLOCKS):
        base = f"roles.blocks.{i}."
        y = g.norm(x, w[base + "norm.weight"], w[base + "norm.bias"], 1e-5)
        y = g.node("Transpose", y, perm=[0, 2, 1])
        kernel = w[base + "near.weight"]
        edge = kernel.shape[-1] // 2
        y = g.node(
            "Conv", y, g.constant(kernel), g.constant(w[base + "near.bias"]), group=ROLE_WIDTH, pads=[edge, edge]
        )
        y = g.node("Gelu", g.node("Transpose", y, perm=[0, 2, 1]), domain=_MICROSOFT)
        x = g.node("Add", x, g.linear(y, w[base + "mix.weight"], w[base + "mix.bias"]))
    x = g.node("Gelu", g.norm(x, w["roles.norm.weight"], w["roles.norm.bias"], 1e-5), domain=_MICROSOFT)
    g.output(g.linear(x, w["roles.out.weight"], w["roles.out.bias"]), "potentials")
    g.save(
        path,
        {
            "words": (TensorProto.FLOAT, ["words_count", HIDDEN]),
            "cues": (TensorProto.FLOAT, ["cues_count", HIDDEN]),
            "distance": (TensorProto.INT64, ["cues_count", "words_count"]),
        },
        {"potentials": (TensorProto.FLOAT, ["cues_count", "words_count", 6])},
    )


def kept_rows(vocabulary: list[str]) -> np.ndarray:
    """Indices of the vocabulary's pieces that English news can need: all but unused slots and foreign scripts."""
    return np.array([i for i, piece in enumerate(vocabulary) if not piece.startswith("[unused") and _is_latin(piece)])


def _is_latin(piece: str) -> bool:
    return all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2190 or 0x20A0 <= ord(c) < 0x20D0 for c in piece)


_OUTLIERS = {"up": 4, "down": 8}
"""Channels multiplied apart, by the matrix they enter: in both, one channel is some twenty times as large as most."""
_SAMPLE = slice(0, 120, 6)
"""Articles of polnear-train in which they are sought."""


@torch.no_grad()
def find_outliers(weights: dict[str, torch.Tensor], wordpiece: WordPiece, corpora: Path) -> dict[str, list[int]]:
    """By matrix (``encoder.layers.0.up`` …) the channels whose largest value on training text is largest, ascending."""
    network = Network(len(weights["encoder.word.weight"]), 0.0)
    network.load_state_dict(weights)
    network.eval()
    tops: dict[str, torch.Tensor] = {}

    def watch(name: str) -> None:
        def look(_: nn.Module, inputs: tuple[torch.Tensor, ...]) -> None:
            top = inputs[0].abs().flatten(0, -2).amax(0)
            tops[name] = torch.maximum(tops[name], top) if name in tops else top

        network.get_submodule(name).register_forward_pre_hook(look)

    for i in range(LAYERS):
        for kind in _OUTLIERS:
            watch(f"encoder.layers.{i}.{kind}")
    for record in itertools.islice(
        data.lines(corpora / "polnear-train.jsonl.gz"), _SAMPLE.start, _SAMPLE.stop, _SAMPLE.step
    ):
        for window in windows(data.read_text(record["id"], record["text"]), wordpiece):
            encode(network, [window], wordpiece)
    return {
        name: sorted(top.topk(_OUTLIERS[name.rpartition(".")[2]]).indices.tolist())
        for name, top in sorted(tops.items())
    }


def export(weights: Path, vocabulary: Path, precision: str, corpora: Path, out: Path) -> None:
    """Write ``encoder.onnx``, ``roles.onnx``, ``vocabulary.txt`` and ``model.json`` with their digests."""
    tensors = {k: v.float() for k, v in torch.load(weights, weights_only=True).items()}
    w = {k: v.numpy() for k, v in tensors.items()}
    pieces = vocabulary.read_text(encoding="utf8").split("\n")[:-1]
    rows = kept_rows(pieces)
    out.mkdir(parents=True, exist_ok=True)
    outliers = find_outliers(tensors, WordPiece(pieces), corpora) if precision == "int8" else {}
    encoder_graph(w, precision, rows, outliers, out / "encoder.onnx")
    roles_graph(w, out / "roles.onnx")
    (out / "vocabulary.txt").write_text("".join(pieces[i] + "\n" for i in rows), encoding="utf8", newline="\n")
    files = ("encoder.onnx", "roles.onnx", "vocabulary.txt")
    about = {
        "precision": precision,
        "window_pieces": WINDOW_PIECES,
        "overlap_pieces": OVERLAP_PIECES,
        "sha256": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in files},
    }
    (out / "model.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf8", newline="\n")


def main() -> None:
    """Read the options and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--precision", choices=PRECISIONS, default="int8")
    parser.add_argument("--out", type=Path, default=Path("src/quotex/encoder/model"))
    options = parser.parse_args()
    export(options.weights, options.vocabulary, options.precision, options.corpora, options.out)


if __name__ == "__main__":
    main()

"""The encoder in torch: MiniLM-L6 with word features, and heads for cues, names and roles."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from quotex.encoder.features import BREAKS, CASES, INSIDE

HIDDEN, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
CUE_TAGS, NAME_TAGS, ROLE_WIDTH, ROLE_BLOCKS, ROLE_OUTPUTS = 3, 9, 128, 2, 6
DISTANCES = 32
NEVER = -1e4


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """``x`` (batch, pieces, HIDDEN); ``mask`` is true where there is a piece, ``None`` where all are."""
        b, n, _ = x.shape
        q, k, v = (t.view(b, n, HEADS, -1).transpose(1, 2) for t in self.qkv(x).chunk(3, dim=-1))
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.out(a.transpose(1, 2).reshape(b, n, HIDDEN))
        x = self.norm1(x + a)
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class Encoder(nn.Module):
    """Pieces to words: ``(batch, pieces)`` ids and features to ``(batch, words, HIDDEN)``, cue and name scores."""

    def __init__(self, vocabulary: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.case = nn.Embedding(CASES, HIDDEN)
        self.line_break = nn.Embedding(BREAKS, HIDDEN)
        self.inside = nn.Embedding(INSIDE, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.cue = nn.Linear(HIDDEN, CUE_TAGS)
        self.name = nn.Linear(HIDDEN, NAME_TAGS)
        self.dropout = dropout
        for table in (self.case, self.line_break, self.inside):
            nn.init.normal_(table.weight, std=0.01)

    def forward(
        self, pieces: Tensor, case: Tensor, line_break: Tensor, inside: Tensor, first: Tensor, mask: Tensor | None
    ):
        """``first`` ``(batch, words)`` is the place of each word's first piece. Returns states, cue scores, name
        scores."""
        n = pieces.shape[1]
        x = (
            self.word(pieces)
            + self.position.weight[:n]
            + self.case(case)
            + self.line_break(line_break)
            + self.inside(inside)
        )
        x = F.dropout(self.norm(x), self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        words = torch.gather(x, 1, first[:, :, None].expand(-1, -1, HIDDEN))
        return words, self.cue(words), self.name(words)


class RoleBlock(nn.Module):
    """A look at the neighbouring words: depth-wise convolution, then a mix of channels, with a residual path."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(ROLE_WIDTH)
        self.near = nn.Conv1d(ROLE_WIDTH, ROLE_WIDTH, 7, padding=3, groups=ROLE_WIDTH)
        self.mix = nn.Linear(ROLE_WIDTH, ROLE_WIDTH)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """``x`` (cues, words, ROLE_WIDTH); ``mask`` is 0 beyond the window."""
        y = (self.norm(x) * mask).transpose(1, 2)
        return x + self.mix(F.gelu(self.near(y).transpose(1, 2)))


class Roles(nn.Module):
    """For a cue and each word of its window, the six potentials that ``quotex.attribution.decode`` reads."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Linear(HIDDEN, 2 * ROLE_WIDTH)
        self.cue = nn.Linear(HIDDEN, 2 * ROLE_WIDTH)
        self.distance = nn.Embedding(2 * DISTANCES + 1, ROLE_WIDTH)
        self.blocks = nn.ModuleList(RoleBlock() for _ in range(ROLE_BLOCKS))
        self.norm = nn.LayerNorm(ROLE_WIDTH)
        self.out = nn.Linear(ROLE_WIDTH, ROLE_OUTPUTS)
        nn.init.normal_(self.distance.weight, std=0.02)

    def forward(self, words: Tensor, cue: Tensor, distance: Tensor, mask: Tensor) -> Tensor:
        """``words`` (cues, words, HIDDEN), ``cue`` (cues, HIDDEN), ``distance`` and ``mask`` (cues, words)."""
        return self.read(self.word(words), cue, distance, mask)

    def read(self, projected: Tensor, cue: Tensor, distance: Tensor, mask: Tensor) -> Tensor:
        """As ``forward``, with the words already through ``self.word``."""
        plain, gated = projected.chunk(2, dim=-1)
        shift, gate = self.cue(cue)[:, None].chunk(2, dim=-1)
        x = plain + shift + gated * gate + self.distance(distance)
        keep = mask[:, :, None].to(x.dtype)
        for block in self.blocks:
            x = block(x, keep)
        return self.out(F.gelu(self.norm(x)))


class Network(nn.Module):
    """Encoder and role head together."""

    def __init__(self, vocabulary: int, dropout: float) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, dropout)
        self.roles = Roles()


def log_partition(potentials: Tensor, blocked: Tensor, mask: Tensor) -> Tensor:
    """Log of the summed weight of all role paths, ``(cues,)``: matrices multiplied pairwise in the log semiring."""
    steps = step_scores(potentials, blocked)
    idle = torch.full((3, 3), NEVER).fill_diagonal_(0.0)
    steps = torch.where(mask[:, :, None, None], steps, idle)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, idle.expand(len(steps), 1, 3, 3)], dim=1)
        left, right = steps[:, ::2], steps[:, 1::2]
        steps = torch.logsumexp(left[..., :, :, None] + right[..., None, :, :], dim=-2)
    return torch.logsumexp(steps[:, 0, 0], dim=-1)


def step_scores(potentials: Tensor, blocked: Tensor) -> Tensor:
    """``(cues, words, from, to)`` scores of the states none, source, content; leaving the last word is counted with
    it."""
    n, length, _ = potentials.shape
    emit, enter, leave = potentials.float().chunk(3, dim=-1)
    zero = emit.new_zeros(n, length, 1)
    emit = emit.masked_fill(blocked[:, :, None], NEVER)
    emit, enter, leave = (torch.cat([zero, t], dim=-1) for t in (emit, enter, leave))
    leave = torch.cat([leave.new_zeros(n, 1, 3), leave[:, :-1]], dim=1)
    moves = 1.0 - torch.eye(3)
    return emit[:, :, None, :] + (enter[:, :, None, :] + leave[:, :, :, None]) * moves


def path_score(potentials: Tensor, blocked: Tensor, states: Tensor, mask: Tensor) -> Tensor:
    """Weight of the gold paths, ``(cues,)``; ``states`` is 0 beyond the mask."""
    steps = step_scores(potentials, blocked)
    before = torch.cat([states.new_zeros(len(states), 1), states[:, :-1]], dim=1)
    picked = steps.flatten(2).gather(2, (3 * before + states)[:, :, None])[:, :, 0]
    return (picked * mask).sum(dim=1)


def distances(start: Tensor, end: Tensor, length: int) -> Tensor:
    """Buckets of signed distance of each word to its cue ``[start, end)``; 0 for the cue's own words."""
    at = torch.arange(length)[None]
    before, after = (start[:, None] - at).clamp(min=0), (at - end[:, None] + 1).clamp(min=0)
    far = torch.maximum(before, after)
    bucket = torch.where(far <= 16, far, 16 + (torch.log2(far.clamp(min=16) / 16) * 4).long()).clamp(max=DISTANCES)
    return torch.where(before > 0, bucket, torch.where(after > 0, DISTANCES + bucket, 0))


def load_minilm(encoder: Encoder, weights: Path) -> None:
    """Fill an encoder with the weights of MiniLM-L6 from a safetensors file."""
    from safetensors.torch import load_file

    old = load_file(str(weights))
    with torch.no_grad():
        encoder.word.weight.copy_(old["embeddings.word_embeddings.weight"])
        encoder.position.weight.copy_(
            old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0]
        )
        encoder.norm.weight.copy_(old["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(old["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(encoder.layers):
            base = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [old[f"{base}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
                getattr(layer.out, kind).copy_(old[f"{base}attention.output.dense.{kind}"])
                getattr(layer.norm1, kind).copy_(old[f"{base}attention.output.LayerNorm.{kind}"])
                getattr(layer.up, kind).copy_(old[f"{base}intermediate.dense.{kind}"])
                getattr(layer.down, kind).copy_(old[f"{base}output.dense.{kind}"])
                getattr(layer.norm2, kind).copy_(old[f"{base}output.LayerNorm.{kind}"])

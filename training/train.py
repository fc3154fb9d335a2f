"""Train the encoder. One command, from the repository's root:

    python -m training.train --corpora ../shared/corpora --minilm model.safetensors --out work/model

The weights after each epoch, averaged over the last steps, are kept with what is needed to go on (``--resume``). The
dev figures of ``quotex evaluate`` are logged an epoch.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from quotex.encoder.wordpiece import WordPiece
from training import data, model
from training.batches import IGNORE, Batch, Window, by_size, collate, windows
from training.develop import figures

log = logging.getLogger("training")


def loss_of(network: model.Network, batch: Batch) -> dict[str, Tensor]:
    """The losses of a batch by head: cues and roles a cue, names a word that is part of one."""
    attention = None if bool(batch.piece_mask.all()) else batch.piece_mask[:, None, None, :]
    words, cue, name = network.encoder(batch.pieces, batch.case, batch.line_break, batch.inside, batch.first, attention)
    losses: dict[str, Tensor] = {}
    if batch.cue_tags is not None:
        count = max(1, int((batch.cue_tags == 1).sum()))
        losses["cue"] = (
            F.cross_entropy(cue.flatten(0, 1), batch.cue_tags.flatten(), ignore_index=IGNORE, reduction="sum") / count
        )
    if batch.name_tags is not None:
        count = max(1, int((batch.name_tags > 0).sum()))
        losses["name"] = (
            F.cross_entropy(name.flatten(0, 1), batch.name_tags.flatten(), ignore_index=IGNORE, reduction="sum") / count
        )
    if len(batch.row):
        losses["role"] = role_loss(network.roles, words, batch)
    return losses


def role_loss(roles: model.Roles, words: Tensor, batch: Batch) -> Tensor:
    """Mean negative log-likelihood of the gold role paths."""
    length = words.shape[1]
    at = torch.arange(length)[None]
    own = (at >= batch.cue[:, :1]) & (at < batch.cue[:, 1:])
    mask = batch.word_mask[batch.row]
    ends = torch.stack([batch.row * length + batch.cue[:, 0], batch.row * length + batch.cue[:, 1] - 1]).flatten()
    state = words.flatten(0, 1).index_select(0, ends).view(2, len(batch.row), -1).mean(0)
    projected = roles.word(words).index_select(0, batch.row)
    distance = model.distances(batch.cue[:, 0], batch.cue[:, 1], length)
    potentials = roles.read(projected, state, distance, mask)
    blocked = own | ~mask
    gold = model.path_score(potentials, blocked, batch.states, mask)
    return (model.log_partition(potentials, blocked, mask) - gold).mean()


WEIGHTS = {"cue": 1.5, "role": 1.0, "name": 0.5}


def train(options: argparse.Namespace) -> None:
    """Run the whole training."""
    random.seed(options.seed)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    chance = random.Random(options.seed)
    wordpiece = WordPiece(options.vocabulary.read_text(encoding="utf8").split("\n")[:-1])
    articles = data.polnear(options.corpora / "polnear-train.jsonl.gz")
    dev = data.polnear(options.corpora / "polnear-dev.jsonl.gz")
    held_out = {record["id"] for record in data.lines(options.corpora / "statements-world-dev.jsonl.gz")}
    named = data.worldwide(options.corpora / "worldwide-ner.jsonl.gz", held_out) + data.uner(
        options.corpora / "uner-ewt.jsonl.gz"
    )
    chance.shuffle(named)
    names_dev, named = named[:60], named[60:]
    log.info("%d articles with attributions, %d texts with names", len(articles), len(named))

    network = model.Network(30522, options.dropout)
    model.load_minilm(network.encoder, options.minilm)
    average = {k: v.clone() for k, v in network.state_dict().items()}
    heads = [
        p
        for n, p in network.named_parameters()
        if not n.startswith(("encoder.word", "encoder.position", "encoder.norm", "encoder.layers"))
    ]
    body = [
        p
        for n, p in network.named_parameters()
        if n.startswith(("encoder.word", "encoder.position", "encoder.norm", "encoder.layers"))
    ]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": options.rate}, {"params": heads, "lr": options.rate * 5}],
        betas=(0.9, 0.98),
        weight_decay=0.01,
        fused=True,
    )
    options.out.mkdir(parents=True, exist_ok=True)
    step = epoch = 0
    if options.resume:
        saved = torch.load(options.out / "state.pt", weights_only=False)
        network.load_state_dict(saved["network"])
        optimiser.load_state_dict(saved["optimiser"])
        average, step, epoch = saved["average"], saved["step"], saved["epoch"]
        chance.setstate(saved["chance"])
    per_epoch = 0
    while epoch < options.epochs:
        groups = epoch_groups(articles, named, epoch, wordpiece, chance, options)
        per_epoch = per_epoch or len(groups)
        started, sums = time.time(), {}
        network.train()
        for i, group in enumerate(groups):
            scale = rate_at(epoch + i / len(groups), options.epochs)
            for settings, base in zip(optimiser.param_groups, (options.rate, options.rate * 5), strict=True):
                settings["lr"] = base * scale
            losses = loss_of(network, collate(group, wordpiece, chance))
            optimiser.zero_grad(set_to_none=True)
            torch.stack([WEIGHTS[k] * v for k, v in losses.items()]).sum().backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            step += 1
            keep = min(0.999 if step > 1000 else 0.99, 1 - 1 / step)
            with torch.no_grad():
                for key, value in network.state_dict().items():
                    average[key].lerp_(value, 1 - keep)
            for key, value in losses.items():
                total, count = sums.get(key, (0.0, 0))
                sums[key] = (total + float(value.detach()), count + 1)
            if i % 50 == 49:
                log.info(
                    "epoch %d step %d/%d %.0f s %s",
                    epoch,
                    i + 1,
                    len(groups),
                    time.time() - started,
                    {k: round(t / c, 3) for k, (t, c) in sums.items()},
                )
        epoch += 1
        state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "average": average}
        torch.save({**state, "step": step, "epoch": epoch, "chance": chance.getstate()}, options.out / "state.pt")
        averaged = model.Network(30522, 0.0)
        averaged.load_state_dict(average)
        torch.save({k: v.half() for k, v in average.items()}, options.out / f"epoch-{epoch}.pt")
        result = figures(averaged, dev, names_dev, wordpiece)
        log.info("epoch %d done in %.0f s, dev: %s", epoch, time.time() - started, json.dumps(result))


def epoch_groups(
    articles: list, named: list, epoch: int, wordpiece: WordPiece, chance: random.Random, options: argparse.Namespace
) -> list[list[Window]]:
    """The batches of an epoch: all attribution windows, and one part in ``names_parts`` of the texts with names."""
    part = named[epoch % options.names_parts :: options.names_parts]
    groups: list[list[Window]] = []
    for texts in (articles, part):
        cut = [w for text in texts for w in windows(data.vary(text, chance), wordpiece, chance)]
        groups += by_size(cut, options.budget, chance)
    chance.shuffle(groups)
    return groups


def rate_at(progress: float, epochs: int) -> float:
    """Learning rate as a share of its peak: up over the first 4 % of the run, then down in a line to nothing."""
    warm = 0.04 * epochs
    return progress / warm if progress < warm else max(0.0, (epochs - progress) / (epochs - warm))


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--vocabulary", type=Path, required=True, help="its vocab.txt")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--budget", type=int, default=3600, help="pieces a batch")
    parser.add_argument("--names-parts", type=int, default=4, help="epochs in which the texts with names are read once")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    train(options)


if __name__ == "__main__":
    main()

"""The figures of ``benchmarks.speed`` as plain text, ratios first."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median
from typing import Any

_BUSY = 1.1


def report(figures: Mapping[str, Any]) -> str:
    """A few short tables, without a final newline."""
    parts = [_ratios(figures), _sides(figures), _stages(figures["stages"]), _start(figures["start"])]
    if "long" in figures:
        parts.append(_long(figures["long"]))
    return "\n\n".join("\n".join(part) for part in parts)


def _ratios(figures: Mapping[str, Any]) -> list[str]:
    quotex, start = figures["quotex"], figures["start"]
    lines = ["quotex beside a spaCy pipeline of the architecture of en_core_web_sm, one thread each"]
    if "spacy" in figures:
        spacy, batch = figures["spacy"], figures["spacy-batch"]
        each = quotex["words_per_second"] / spacy["words_per_second"]
        batched = quotex["words_per_second"] / batch["words_per_second"]
        cpu = quotex["words_per_cpu_second"] / spacy["words_per_cpu_second"]
        lines += [
            f"  speed        {each:5.2f} x spaCy text by text, {batched:.2f} x spaCy in batches",
            f"  by CPU time  {cpu:5.2f} x spaCy text by text",
            f"  peak memory  {quotex['peak_mb'] / spacy['peak_mb']:5.2f} x spaCy ({quotex['peak_mb']:.0f} MB)",
        ]
    faster = median(start["import spacy"]) / median(start["quotex --help"])
    return [*lines, f"  start        {faster:5.1f} x as fast as import spacy"]


def _sides(figures: Mapping[str, Any]) -> list[str]:
    told = figures["texts"]
    lines = [
        f"{told['words']:,} words: {told['own']} articles of the repository and {told['polnear-dev']} of polnear-dev",
        "                        words/s   lowest   highest   per CPU second   peak MB",
    ]
    names = {"quotex": "quotex.extract", "spacy": "spaCy, text by text", "spacy-batch": "spaCy, batches"}
    for key, name in names.items():
        if side := figures.get(key):
            lines.append(
                f"  {name:<19} {side['words_per_second']:9,.0f} {side['lowest']:8,.0f} {side['highest']:9,.0f}"
                f" {side['words_per_cpu_second']:16,.0f} {side['peak_mb']:9,.0f}"
            )
    quotex = figures["quotex"]
    if quotex["words_per_cpu_second"] > _BUSY * quotex["words_per_second"]:
        lines.append("  The machine was busy with other work: go by the CPU seconds.")
    return lines


def _stages(stages: Mapping[str, float]) -> list[str]:
    return ["share of quotex's time", *(f"  {name:<12} {100 * share:5.1f}%" for name, share in stages.items())]


def _start(start: Mapping[str, list[float]]) -> list[str]:
    lines = [f"start, median of {len(start['import spacy'])} (lowest to highest), seconds"]
    for name, seconds in start.items():
        lines.append(f"  {name:<14} {median(seconds):6.3f}  ({min(seconds):.3f} to {max(seconds):.3f})")
    return lines


def _long(rows: list[dict[str, Any]]) -> list[str]:
    lines = ["one long text, in a fresh process", "  characters   seconds   per 100,000   peak MB   above a short text"]
    for row in rows:
        size, seconds, peak = row["characters"], row["seconds"], row["peak_mb"]
        per = seconds / size * 100_000
        lines.append(f"  {size:10,} {seconds:9.1f} {per:13.2f} {peak:9,.0f} {peak - row['short_mb']:20,.0f}")
    return lines

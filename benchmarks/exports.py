"""Every export of real articles, validated and read back.

    python -m benchmarks.exports                 the acceptance article and 80 of polnear-dev
    python -m benchmarks.exports --articles 10   fewer of them

Each article is read, its record exported in every form, with and without beliefs, intentions and attitudes, and each
export checked: JSON-LD by a JSON-LD processor and a schema, Web Annotations, Label Studio's and Prodigy's tasks by a
schema, brat's files by a strict parser; those with offsets are read back and compared with the record. Where
``label-studio-sdk`` is installed (it is large, and no extra asks for it), its own validator checks the tasks, too.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

import quotex
from benchmarks.export_contexts import expanded
from benchmarks.export_readers import (
    Parts,
    letters,
    read_annotation,
    read_brat,
    read_label_studio,
    read_prodigy,
    require,
)
from benchmarks.export_schemas import SCHEMAS
from benchmarks.shared import ABSENT, shared_folder
from benchmarks.texts import corpus_articles
from quotex import exports
from quotex.exports.parts import chosen, parts
from quotex.records import Article, Attribution
from quotex.tokens import tokenised

JSON_LD = {"quotations": exports.quotations, "claims": exports.claims, "claim-reviews": exports.claim_reviews}


def check(article: Article, text: str, *, all_acts: bool = False) -> Counter[str]:
    """How many items each export of an article holds. Raises ``ValueError`` for the first thing that is wrong."""
    counts: Counter[str] = Counter()
    for form, items in every(article, text, all_acts=all_acts).items():
        for item in items:
            validate(form, item)
        counts[form] = len(items)
    _read_back(article, text, all_acts)
    counts["brat"] = len(exports.brat(article, text, all_acts=all_acts).ann.splitlines())
    return counts


def every(article: Article, text: str, *, all_acts: bool = False) -> dict[str, list[dict[str, Any]]]:
    """All exports that are JSON, by the names that the command line has for them."""
    return {
        **{form: list(make(article)) for form, make in JSON_LD.items()},
        "web-annotations": list(exports.web_annotations(article, text, all_acts=all_acts)),
        "label-studio": [exports.label_studio(article, text, all_acts=all_acts)],
        "prodigy": list(exports.prodigy(article, text, all_acts=all_acts)),
    }


def validate(form: str, item: Mapping[str, Any]) -> None:
    """Raise ``ValueError`` where an item of an export is not what it has to be."""
    for error in _validator(form).iter_errors(item):
        raise ValueError(f"{form}: {error.json_path}: {error.message[:300]}")
    if "@context" in item:
        expanded(item)


@cache
def _validator(form: str) -> Draft202012Validator:
    return Draft202012Validator(SCHEMAS[form])


def _read_back(article: Article, text: str, all_acts: bool) -> None:
    attributions = chosen(article, all_acts)
    annotations = exports.web_annotations(article, text, all_acts=all_acts)
    for each, annotation in zip(attributions, annotations, strict=True):
        _same(each, read_annotation(annotation, text))
    drawn = read_label_studio(exports.label_studio(article, text, all_acts=all_acts))
    asked = dict(map(read_prodigy, exports.prodigy(article, text, all_acts=all_acts)))
    files = exports.brat(article, text, all_acts=all_acts)
    require(len(files.txt) == len(text), "brat's text has another length")
    bound = read_brat(files, exports.BRAT_CONFIG)
    for each in attributions:
        _same(each, drawn.pop(each.id))
        _same(each, asked.pop(each.id))
        expected = {role: letters(pairs, files.txt) for role, pairs in _parts(each).items()}
        if expected["Content"]:  # brat has no annotation of white space
            found = bound.pop(each.id)
            wanted = {role: places for role, places in expected.items() if places}
            require({role: letters(pairs, files.txt) for role, pairs in found.items()} == wanted, f"brat: {each.id}")
    require(not (drawn or asked or bound), "more was exported than there is")


def _parts(attribution: Attribution) -> Parts:
    return {part.role.value: [(span.start, span.end) for span in part.spans] for part in parts(attribution)}


def _same(attribution: Attribution, found: Parts) -> None:
    """Raise where the parts that were read are not those of the attribution, in whatever order."""
    expected = {role: sorted(pairs) for role, pairs in _parts(attribution).items()}
    require({role: sorted(pairs) for role, pairs in found.items()} == expected, f"{attribution.id}: {found}")


def unaligned(article: Article, text: str) -> int:
    """How many fragments of brat's file begin or end within a token of spaCy's."""
    files = exports.brat(article, text, all_acts=True)
    doc = tokenised(files.txt)
    found = read_brat(files, exports.BRAT_CONFIG)
    pairs = [pair for each in found.values() for fragments in each.values() for pair in fragments]
    return sum(doc.char_span(start, end) is None for start, end in pairs)


def label_studio_validator() -> Callable[[Mapping[str, Any]], Sequence[str]] | None:
    """What tells the errors in a task, from the tool's own package; ``None`` where it is not installed."""
    try:
        from label_studio_sdk.label_interface import LabelInterface
    except ImportError:
        return None
    interface = LabelInterface(exports.LABEL_STUDIO_CONFIG)
    interface.validate()
    return lambda task: [
        error for each in task["predictions"] for error in interface.validate_prediction(each, return_errors=True)
    ]


def real_texts(count: int) -> Iterator[tuple[str, str]]:
    """Names and texts: the acceptance article, and ``count`` of polnear-dev."""
    folder = shared_folder()
    for path in sorted((folder / "acceptance").glob("*.txt")) if folder else ():
        yield path.name, path.read_bytes().decode("utf-8")
    yield from ((f"polnear-dev {number}", text) for number, text in enumerate(corpus_articles("polnear-dev", count)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Check and print; 1 where an export is wrong, 2 where the articles are not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exports", description="Exports of real articles.")
    parser.add_argument("--articles", type=int, default=80, help="of polnear-dev (default: 80)")
    options = parser.parse_args(arguments)
    texts = list(real_texts(options.articles))
    if not texts:
        print(ABSENT, file=sys.stderr)
        return 2
    return _report(texts)


def _report(texts: Iterable[tuple[str, str]]) -> int:
    totals: Counter[str] = Counter()
    problems: list[str] = []
    tool = label_studio_validator()
    for name, text in texts:
        article = quotex.extract(text, id=name)
        totals["articles"] += 1
        try:
            totals += check(article, text, all_acts=True)
            check(article, text)
        except ValueError as error:
            problems.append(f"{name}: {error}")
        totals["fragments within a token"] += unaligned(article, text)
        if tool is not None:
            problems += [f"{name}: {error}" for error in tool(exports.label_studio(article, text, all_acts=True))]
    for what, count in totals.items():
        print(f"{what:<26} {count:>8,}")
    print(f"label-studio-sdk           {'checked' if tool else 'not installed'}")
    print("\n".join(problems) or "every export is valid and says what its record says")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

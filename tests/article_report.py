"""Print how many items of the short articles are right, and what is wrong.

python tests/article_report.py            the table and the misses
python tests/article_report.py --write    and keep the misses as those that are known
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator

import quotex
from article_gold import FOLDER, load_all
from article_scores import CATEGORIES, Item, score_article, shares

KNOWN = FOLDER / "known_misses.toml"
_HEAD = """\
# What quotex gets wrong in the short articles, by category and article; each named by the words where it stands.
# Written by "python tests/article_report.py --write"; tests/test_articles.py says when one has come right.
"""

Name = tuple[str, str, str]


def items() -> list[Item]:
    """The judgements on all articles, by article."""
    return [item for gold in load_all() for item in score_article(gold, quotex.extract(gold.text, id=gold.name))]


def missed(judged: Iterable[Item]) -> set[Name]:
    """Category, article and words of each wrong item."""
    return {(item.category, item.article, item.name) for item in judged if not item.right}


def known_misses() -> set[Name]:
    """The misses of the file, in the shape of ``missed``."""
    table = tomllib.loads(KNOWN.read_text(encoding="utf-8"))
    return {
        (category, article, name)
        for category, by_article in table.items()
        for article, names in by_article.items()
        for name in names
    }


def _as_toml(names: set[Name]) -> Iterator[str]:
    yield _HEAD
    for category in CATEGORIES:
        articles = sorted({article for c, article, _ in names if c == category})
        if articles:
            yield f"\n[{category}]\n"
        for article in articles:
            here = sorted(name for c, a, name in names if (c, a) == (category, article))
            # A JSON string is a TOML one, too.
            yield f"{article} = {json.dumps(here, ensure_ascii=False)}\n"


def main(write: bool) -> None:
    """Print the report; with ``write`` keep the misses."""
    judged = items()
    counts = shares(judged)
    for category in CATEGORIES:
        right, total = counts[category]
        sys.stdout.write(f"{category:<14}{right:>4} of {total:>4}   {right / total:.1%}\n")
    for item in judged:
        if not item.right:
            sys.stdout.write(f"{item.category}: {item.article}: {item.name!r}: {item.detail}\n")
    if write:
        KNOWN.write_text("".join(_as_toml(missed(judged))), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main("--write" in sys.argv[1:])

"""Print who said what in a news article, with the reason why each speaker is taken for the one who spoke.

python examples/basic.py [FILE]
"""

from __future__ import annotations

import sys
from pathlib import Path

import quotex

DEFAULT = Path(__file__).with_name("article.txt")


def main(path: Path = DEFAULT) -> None:
    """Read the article at ``path`` and print its quotes."""
    # Bytes decoded by hand keep the line ends as they are, so that offsets count the file's own characters.
    text = path.read_bytes().decode("utf-8")
    article = quotex.extract(text, id=path.name)

    for quote in article.quotes:
        speaker = quote.speaker.name.text if quote.speaker else "(nobody is credited)"
        print(f"{speaker} [{quote.kind}, {quote.score:.2f}]")
        print(f"    {quote.text}")
        for step in quote.resolution.path:
            shown = f": {step.span.text}" if step.span else ""
            print(f"      {step.rule}{shown}")
        first = quote.content[0]
        assert text[first.start : first.end] == first.text

    print(f"\n{len(article.quotes)} quotes, {len(article.speakers)} speakers")
    for speaker in article.speakers:
        titles = ", ".join(title.span.text for title in speaker.titles) or "no title given"
        print(f"    {speaker.name.text} ({speaker.type}): {titles}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))

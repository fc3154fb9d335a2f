"""A table to read on a terminal."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotex.formats.standoff import titles_of
from quotex.records import Article, Attribution, Kind

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, with which a text could steer the terminal, and those that turn the direction of writing."""
_STYLES = {Kind.DIRECT: "green", Kind.INDIRECT: "cyan", Kind.MIXED: "yellow"}


def write_table(
    articles: Iterable[Article], *, width: int = 100, colour: bool = False, all_acts: bool = False
) -> Iterator[str]:
    """For each article a heading and a table of its quotes, ``width`` characters wide, then its warnings.

    With ``all_acts`` beliefs, intentions and attitudes, too. ``colour`` adds the terminal's codes. Control characters
    of the text are shown as "�".
    """
    for number, article in enumerate(articles):
        stream = io.StringIO()
        console = Console(
            file=stream,
            width=width,
            force_terminal=colour,
            no_color=not colour,
            color_system="standard" if colour else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )
        if number:
            console.print()
        _print(console, article, article.attributions if all_acts else article.quotes)
        yield stream.getvalue()


def _print(console: Console, article: Article, shown: tuple[Attribution, ...]) -> None:
    name = article.metadata.title or article.metadata.id
    if name:
        console.print(_clean(name), style="bold")
    if shown:
        console.print(_table(shown))
    console.print(_summary(article, shown), style="dim")
    for warning in article.warnings:
        console.print(f"warning: {_clean(warning.message)}", style="yellow")


def _table(shown: tuple[Attribution, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), show_edge=False)
    table.add_column("Who", ratio=3, overflow="fold")
    table.add_column("How", ratio=1, min_width=9, overflow="fold")
    table.add_column("What", ratio=6, overflow="fold")
    for attribution in shown:
        table.add_row(_who(attribution), _how(attribution), Text(_clean(attribution.text)))
    return table


def _who(attribution: Attribution) -> Text:
    if not attribution.speakers:
        source = attribution.source
        return Text(_clean(source.text) if source else "nobody named", style="dim italic")
    who = Text(_clean("; ".join(speaker.name.text for speaker in attribution.speakers)), style="bold")
    title = titles_of(attribution)
    return who.append("\n" + _clean(title), style="not bold dim") if title else who


def _how(attribution: Attribution) -> Text:
    how = Text(_clean(attribution.cue.text) if attribution.cue else "—")
    how.append("\n" + attribution.kind.value, style=_STYLES[attribution.kind])
    return how if attribution.is_quote else how.append("\n" + attribution.act.value, style="dim")


def _summary(article: Article, shown: tuple[Attribution, ...]) -> str:
    speakers = {speaker.id for each in shown for speaker in each.speakers}
    nobody = sum(not each.speakers for each in shown)
    quotes = _count(len(shown), "quote" if all(each.is_quote for each in shown) else "attribution")
    text = f"{quotes} by {_count(len(speakers), 'speaker')}" if shown else "no quotes found"
    return f"{text}, {nobody} without a speaker" if nobody else text


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _clean(text: str) -> str:
    """``text`` in one paragraph, without what could steer the terminal."""
    return " ".join(_UNSEEN.sub("�", text).split())

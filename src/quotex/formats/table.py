"""A table to read on a terminal."""

from __future__ import annotations

import io
import re
from collections.abc import Container, Iterable, Iterator
from typing import IO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotex.records import Article, Attribution, Kind

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, with which a text could steer the terminal, and those that turn the direction of writing."""
_WIDEST_HOW = 16
"""Of the column of cues, in characters: nearly any word fits, and what was said keeps its room."""
_STYLES = {Kind.DIRECT: "green", Kind.INDIRECT: "cyan", Kind.MIXED: "yellow"}


def write_table(
    articles: Iterable[Article], *, width: int = 100, colour: bool = False, all_acts: bool = False
) -> Iterator[str]:
    """For each article a heading and a table of its quotes, ``width`` characters wide, then its warnings.

    With ``all_acts`` beliefs, intentions and attitudes, too. A speaker's titles stand where it first speaks. ``colour``
    adds the terminal's codes. Control characters of the text are shown as "�".
    """
    for number, article in enumerate(articles):
        stream = io.StringIO()
        drawn = console(stream, width, colour)
        if number:
            drawn.print()
        _print(drawn, article, article.attributions if all_acts else article.quotes)
        yield stream.getvalue()


def console(stream: IO[str], width: int, colour: bool) -> Console:
    """A console that draws into ``stream`` and takes no text for markup."""
    return Console(
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


def _print(console: Console, article: Article, shown: tuple[Attribution, ...]) -> None:
    name = article.metadata.title or article.metadata.id
    if name:
        console.print(clean(name), style="bold")
    if shown:
        console.print(_table(shown, console.width))
    console.print(_summary(article, shown), style="dim")
    for warning in article.warnings:
        console.print(f"warning: {clean(warning.message)}", style="yellow")


def _table(shown: tuple[Attribution, ...], width: int) -> Table:
    hows = [_how(attribution) for attribution in shown]
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), show_edge=False)
    table.add_column("Who", ratio=1, overflow="fold")
    table.add_column("How", width=_how_width(hows, width // 8), overflow="fold")
    table.add_column("What", ratio=2, overflow="fold")
    introduced: set[str] = set()
    for attribution, how in zip(shown, hows, strict=True):
        table.add_row(_who(attribution, introduced), how, Text(clean(attribution.text)))
        introduced.update(speaker.id for speaker in attribution.speakers)
    return table


def _how_width(hows: Iterable[Text], fair: int) -> int:
    """Wide enough for the longest word, so that words are not broken, and up to ``fair`` for the longest line."""
    text = "\n".join(how.plain for how in hows)
    word = max(map(cell_len, text.split()), default=0)
    line = max(map(cell_len, text.splitlines()), default=0)
    return min(max(word, min(line, fair)), _WIDEST_HOW)


def _who(attribution: Attribution, introduced: Container[str]) -> Text:
    """The speakers, with the titles of those whose ids are not in ``introduced`` yet, or the words of the source."""
    if not attribution.speakers:
        source = attribution.source
        return Text(clean(source.text) if source else "nobody named", style="dim italic")
    who = Text(clean("; ".join(speaker.name.text for speaker in attribution.speakers)), style="bold")
    titles = dict.fromkeys(
        title.span.text
        for speaker in attribution.speakers
        for title in speaker.titles
        if speaker.id not in introduced and title.span.text != speaker.name.text
    )
    return who.append("\n" + clean("; ".join(titles)), style="not bold dim") if titles else who


def _how(attribution: Attribution) -> Text:
    how = Text(clean(attribution.cue.text) if attribution.cue else "—")
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


def clean(text: str) -> str:
    """``text`` in one paragraph, without what could steer the terminal."""
    return " ".join(_UNSEEN.sub("�", text).split())

"""Files of text to articles, for commands that read them anew."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import click

from quotex.cli.files import STDIN, document_id, read_text

if TYPE_CHECKING:
    from quotex.known import KnownSpeaker
    from quotex.records import Article
    from quotex.settings import Settings


def read_article(
    path: str,
    *,
    encoding: str,
    settings: Settings,
    known: tuple[KnownSpeaker, ...],
    id_: str | None,
    about: Mapping[str, str | None],
) -> Article:
    """The article in a file, "-" being standard input; its id is the path unless another is given.

    Raises ``OSError`` where the file cannot be read, and what ``extract`` raises.
    """
    from quotex.extraction import extract as find

    text = read_text(path, encoding)
    name = document_id(path) if id_ is None else id_
    return find(text, id=name, settings=settings, known_speakers=known, **about)


def articles_of(files: Iterable[str], reading: Callable[[str], Article], failures: list[str]) -> Iterator[Article]:
    """The articles of the files that can be read; the others are told on standard error and added to ``failures``."""
    from quotex.errors import QuotexError

    for path in files:
        name = "standard input" if path == STDIN else click.format_filename(path)
        try:
            article = reading(path)
        except (QuotexError, OSError) as error:
            problem = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            click.echo(f"quotex: {name}: {problem}", err=True)
            failures.append(path)
        except Exception as error:  # a fault of quotex, which must not cost the other documents
            click.echo(f"quotex: {name}: internal error, please report it: {error!r}", err=True)
            logging.getLogger("quotex").debug("reading %s failed", name, exc_info=True)
            failures.append(path)
        else:
            yield article

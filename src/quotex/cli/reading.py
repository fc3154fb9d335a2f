"""Files of text to articles, for commands that read them anew."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from quotex.cli.files import document_id, name_of, read_text, tell
from quotex.errors import InputError

if TYPE_CHECKING:
    from quotex.documents import Document
    from quotex.known import KnownSpeaker
    from quotex.records import Article
    from quotex.settings import Settings

_JSON = re.compile(r"\s*(?=\{\s*[\"}]|\[\s*\{)")
"""How a JSON object, or an array of them, begins."""


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

    A web page is read as ``quotex run`` reads it: the article's text, and what the page says of itself where ``about``
    says nothing. Raises ``OSError`` where the file cannot be read, ``InputError`` where it holds JSON or a page without
    an article, and what ``extract`` raises.
    """
    from quotex.extraction import extract as find

    if page := page_of(path, encoding):
        text = page.text
        told = {name: getattr(page.metadata, name) for name, value in about.items() if value is None}
        about = {**about, **told}
    else:
        text = read_text(path, encoding)
        if _is_json(text):
            raise InputError(
                'it holds JSON and not the text of an article; "quotex run" reads articles in JSON, and '
                '"quotex convert" makes JSON Lines of records'
            )
    name = document_id(path) if id_ is None else id_
    return find(text, id=name, settings=settings, known_speakers=known, **about)


def page_of(path: str, encoding: str) -> Document | None:
    """The article in a file whose name says that it is a web page; ``None`` for another.

    Raises ``InputError`` where no article is found in it, ``MissingExtraError`` without the package that reads pages.
    """
    from quotex.documents import Fault
    from quotex.inputs import decode, scan
    from quotex.inputs.suffixes import Container, kind_of

    if kind_of(path).container is not Container.HTML or not Path(path).is_file():
        return None
    for raw in scan([path], encoding=encoding):
        found = raw if isinstance(raw, Fault) else decode(raw, encoding=encoding)
        if isinstance(found, Fault):
            raise InputError(found.message)
        return found
    return None


def _is_json(text: str) -> bool:
    """Whether it begins with a JSON object, or an array of them."""
    begun = _JSON.match(text)
    try:
        return begun is not None and bool(json.JSONDecoder().raw_decode(text, begun.end()))
    except (ValueError, RecursionError):
        return False


def articles_of(files: Iterable[str], reading: Callable[[str], Article], failures: list[str]) -> Iterator[Article]:
    """The articles of the files that can be read; the others are told on standard error and added to ``failures``."""
    from quotex.errors import QuotexError

    for path in files:
        name = name_of(path)
        try:
            article = reading(path)
        except (QuotexError, OSError) as error:
            problem = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            tell(f"{name}: {problem}")
            failures.append(path)
        except Exception as error:  # a fault of quotex, which must not cost the other documents
            tell(f"{name}: internal error, please report it: {error!r}")
            logging.getLogger("quotex").debug("reading %s failed", name, exc_info=True)
            failures.append(path)
        else:
            yield article


def warned(articles: Iterable[Article]) -> Iterator[Article]:
    """The articles, what they warn of told on standard error."""
    for article in articles:
        for warning in article.warnings:
            tell(f"{name_of(article.metadata.id or 'an article')}: {warning.message}")
        yield article

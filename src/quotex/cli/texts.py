"""The texts that records were made of, for commands that need them as well."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from quotex.cli.files import tell
from quotex.documents import Document, Fault
from quotex.errors import InputError, TextMismatchError
from quotex.inputs import FieldMap, Raw, decode, scan
from quotex.records import Article


class Texts:
    """The texts of inputs by the ids of their documents.

    They are read as far as they are needed; those that come before the one asked for are kept until they are asked
    for themselves. Where records are asked for in the order of the inputs, as a run leaves them, that is a few.

    Raises what ``scan`` raises before it reads.
    """

    def __init__(self, inputs: Sequence[str], fields: FieldMap | None, encoding: str | None) -> None:
        self._documents = self._read(scan(inputs, fields, encoding=encoding), encoding)
        self._kept: dict[str | None, list[str]] = {}
        self._faults: dict[str, str] = {}
        self._example: str | None = None
        self._explained = False

    def text_of(self, article: Article) -> str:
        """The text that the record was made of.

        Raises ``TextMismatchError`` where the inputs have another text under its id, ``InputError`` where they have
        none.
        """
        wanted = article.metadata.id
        if wanted is None:
            raise InputError("a record without a document id: no text can be found for it")
        if wanted not in self._kept and not self._found(wanted):
            why = self._faults.get(wanted)
            raise InputError(f"{wanted}: its text cannot be read: {why}" if why else f"{wanted}: {self._unknown()}")
        texts = self._kept[wanted]
        for number, text in enumerate(texts):
            if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() == article.text_sha256:
                del texts[number]
                if not texts:
                    del self._kept[wanted]
                return text
        raise TextMismatchError(wanted)

    def _unknown(self) -> str:
        """What is wrong where there is no such text, the reason only the first time, as it will be that of others."""
        if self._explained:
            return "no text has this id"
        self._explained = True
        if self._example is None:
            return "no text has this id, as --texts holds no text"
        return (
            f"no text has this id; those of --texts are like {self._example}. A text without an id goes by its path, "
            'so name the inputs as "quotex run" or "quotex extract" was given them'
        )

    def _found(self, wanted: str) -> bool:
        """Read on until the text of the document is kept; false where there is none."""
        for document in self._documents:
            self._example = self._example or document.metadata.id
            self._kept.setdefault(document.metadata.id, []).append(document.text)
            if document.metadata.id == wanted:
                return True
        return False

    def _read(self, raws: Iterator[Raw | Fault], encoding: str | None) -> Iterator[Document]:
        for raw in raws:
            document = raw if isinstance(raw, Fault) else decode(raw, encoding=encoding)
            if isinstance(document, Fault):
                self._faults[document.id or document.origin] = document.message
            else:
                yield document


def paired(articles: Iterable[Article], texts: Texts, failures: list[str]) -> Iterator[tuple[Article, str]]:
    """Each article with its text. One without is told on standard error and added to ``failures``; the others go on."""
    for article in articles:
        try:
            text = texts.text_of(article)
        except InputError as error:
            tell(str(error))
            failures.append(str(error))
        else:
            yield article, text

"""Every error that quotex raises on purpose.

    QuotexError
    ├── InputError (ValueError)          the text or document given cannot be read
    │   ├── InputTypeError (TypeError)   what is given is no text, document, or string where one is due
    │   ├── SurrogateError               a lone surrogate, with its offset
    │   ├── TooLongError                 longer than ``Settings.max_chars``
    │   ├── DecodingError                a file's bytes are not in the encoding asked for
    │   ├── NoInputError (FileNotFoundError)  a path that is not there, or a pattern that matches nothing
    │   ├── LineError                    a line of a JSON Lines file is not what it should be, with its number
    │   └── TextMismatchError            a text that is not the one a record was made of
    ├── SettingsError (ValueError)       a setting outside its range
    ├── RecordError (ValueError)         JSON that is no quotex record, or no attribution to give, with its JSON path
    ├── FormatError (ValueError)         a file's name tells no format, or one that holds no records to read
    ├── ArchiveError (ValueError)        a run's folder holds other results than the ones asked for, or is in use
    ├── CheckIndexError (ValueError)     a file that should be an index of known checks is none, or is damaged
    ├── OutputError (OSError)            a file cannot be written: the disk is full, the folder not there or read-only
    ├── WorkerError (RuntimeError)       worker processes end before they are loaded
    ├── ModelError (RuntimeError)        the bundled model is missing or damaged
    └── MissingExtraError (ImportError)  an optional dependency is not installed

Each subclasses the builtin that a caller would already catch, and each message says what to do next.
"""

from __future__ import annotations


class QuotexError(Exception):
    """Root of all errors raised by quotex."""


class InputError(QuotexError, ValueError):
    """The text or document given cannot be read."""


class InputTypeError(InputError, TypeError):
    """What is given is neither text nor a spaCy document, or metadata that is no string."""


class SurrogateError(InputError):
    """The text holds a lone surrogate, which is no character; ``offset`` is its position."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        super().__init__(
            f"the text holds a lone surrogate at offset {offset}; decode the file again with the right "
            "encoding, or replace it with one other character so that the offsets stay"
        )

    def __reduce__(self) -> tuple[type[SurrogateError], tuple[int]]:
        return type(self), (self.offset,)


class TooLongError(InputError):
    """The text has ``length`` characters where ``limit`` are allowed."""

    def __init__(self, length: int, limit: int) -> None:
        self.length = length
        self.limit = limit
        super().__init__(
            f"the text has {length:,} characters and the limit is {limit:,}; split it, or raise it with "
            "Settings(max_chars=...), on the command line with --max-chars"
        )

    def __reduce__(self) -> tuple[type[TooLongError], tuple[int, int]]:
        return type(self), (self.length, self.limit)


class DecodingError(InputError):
    """A file's bytes are not text in the encoding asked for."""


class NoInputError(InputError, FileNotFoundError):
    """``path`` is not there or, as a pattern, matches nothing."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(f"there is no file or folder {path!r}, and as a pattern it matches none")

    def __reduce__(self) -> tuple[type[NoInputError], tuple[str]]:
        return type(self), (self.path,)


class LineError(InputError):
    """Line ``line`` (counted from one) of the JSON Lines file ``file`` is not what it should be."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        self.file = file
        self.line = line
        self.problem = problem
        super().__init__(f"{file}, line {line}: {problem}")

    def __reduce__(self) -> tuple[type[LineError], tuple[str, int, str]]:
        return type(self), (self.file, self.line, self.problem)


class TextMismatchError(InputError):
    """A text is not the one that the record of the document ``id`` was made of, so that its offsets do not fit."""

    def __init__(self, id: str | None) -> None:  # noqa: A002 - the name of the field
        self.id = id
        name = "a document without id" if id is None else repr(id)
        super().__init__(f"the text is not the one that the record of {name} was made of; read it again with quotex")

    def __reduce__(self) -> tuple[type[TextMismatchError], tuple[str | None]]:
        return type(self), (self.id,)


class SettingsError(QuotexError, ValueError):
    """A setting has the wrong type or lies outside its range."""


class RecordError(QuotexError, ValueError):
    """A JSON value is no valid quotex record, or what is given as an attribution is none; ``path`` is where, in JSON
    path notation (``$.attributions[3].cue``)."""

    def __init__(self, path: str, problem: str) -> None:
        self.path = path
        self.problem = problem
        super().__init__(f"{path}: {problem}")

    def __reduce__(self) -> tuple[type[RecordError], tuple[str, str]]:
        return type(self), (self.path, self.problem)


class FormatError(QuotexError, ValueError):
    """A file's name tells no format that quotex knows, or one that holds no records to read."""


class ArchiveError(QuotexError, ValueError):
    """The folder of a run holds results of other inputs, settings or another model, is damaged or in use."""


class CheckIndexError(QuotexError, ValueError):
    """The file ``path`` is no index of known checks, is of another format, or is damaged."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem

    def __reduce__(self) -> tuple[type[CheckIndexError], tuple[str, str]]:
        return type(self), (self.path, self.problem)


class OutputError(QuotexError, OSError):
    """The file ``path`` cannot be written, for ``reason``; ``errno`` is the system's code for it where it has one.

    What stood at ``path`` before is still there.
    """

    def __init__(self, path: str, reason: str, errno: int | None = None) -> None:
        super().__init__(f"{path} cannot be written: {reason}")
        self.path = path
        self.reason = reason
        self.errno = errno

    def __reduce__(self) -> tuple[type[OutputError], tuple[str, str, int | None]]:
        return type(self), (self.path, self.reason, self.errno)


class WorkerError(QuotexError, RuntimeError):
    """Worker processes end before they are loaded, again and again."""


class ModelError(QuotexError, RuntimeError):
    """The bundled model is missing or damaged."""


class MissingExtraError(QuotexError, ImportError):
    """An optional dependency is needed; the message names the extra that installs it."""

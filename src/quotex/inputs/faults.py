"""What can be wrong with an input, and how readers tell each other so."""

from __future__ import annotations

from enum import StrEnum

from quotex.documents import Fault


class FaultCode(StrEnum):
    """The codes of the faults of this package; ``docs/inputs.md`` explains each."""

    BROKEN_GZIP = "broken_gzip"
    BROKEN_HTML = "broken_html"
    BROKEN_HTTP = "broken_http"
    BROKEN_PARQUET = "broken_parquet"
    BROKEN_WARC = "broken_warc"
    BROKEN_ZSTD = "broken_zstd"
    ENCODING = "encoding"
    NO_SUCH_FIELD = "no_such_field"
    NO_TEXT = "no_text"
    NO_TEXT_FIELD = "no_text_field"
    NOT_JSON = "not_json"
    NOT_OBJECT = "not_object"
    NUL_BYTE = "nul_byte"
    RAGGED_ROW = "ragged_row"
    TEXT_NOT_STRING = "text_not_string"
    TOO_LARGE = "too_large"
    TRUNCATED = "truncated"
    UNCLOSED_QUOTE = "unclosed_quote"
    UNKNOWN_FORM = "unknown_form"
    UNREADABLE = "unreadable"
    VANISHED = "vanished"


_LONGEST = 400
"""Characters of a message, as what others' code says is quoted in some."""


class Broken(Exception):  # noqa: N818 - private to reading; callers see a Fault
    """Something cannot be read: raised where nothing can come after it, handed on as a value where something can."""

    def __init__(self, code: FaultCode, message: str) -> None:
        self.code = code
        self.message = message
        super().__init__(message)

    def fault(self, origin: str, id: str | None = None) -> Fault:  # noqa: A002 - the name of the field
        """The row of the error file for what stands at ``origin``."""
        message = " ".join(self.message.split())
        return Fault(origin, self.code.value, message if len(message) <= _LONGEST else message[:_LONGEST] + "…", id)


def unreadable(error: OSError) -> Broken:
    """What the operating system has against reading a file."""
    if isinstance(error, FileNotFoundError):
        return Broken(FaultCode.VANISHED, "the file is gone, or it is a link that leads nowhere")
    return Broken(FaultCode.UNREADABLE, f"the file cannot be read: {error.strerror or error}")

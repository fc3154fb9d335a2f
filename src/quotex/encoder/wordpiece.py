"""Words to WordPiece ids, as BERT's uncased vocabulary wants them.

Each word is cut on its own, so that the result can be kept per distinct word; the rules are those of BERT's own
tokenizer: accents stripped, lower case, punctuation on its own, longest match first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
MAX_PIECES = 12
"""Pieces kept of one word; the rest of a very long one (an address, say) is not read."""
_MAX_CHARS = 200
_CACHE_SIZE = 200_000


class WordPiece:
    """A vocabulary and the pieces of the words seen so far."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids: Mapping[str, int] = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.start, self.end = self._ids[UNKNOWN], self._ids[START], self._ids[END]
        self._seen: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        """Pieces in the vocabulary."""
        return len(self._ids)

    def __call__(self, word: str) -> tuple[int, ...]:
        """The ids of a word's pieces: at least one, at most ``MAX_PIECES``."""
        pieces = self._seen.get(word)
        if pieces is None:
            pieces = self._cut(word)
            if len(self._seen) >= _CACHE_SIZE:
                self._seen.clear()
            self._seen[word] = pieces
        return pieces

    def _cut(self, word: str) -> tuple[int, ...]:
        out: list[int] = []
        for part in _parts(word[:_MAX_CHARS]):
            out += self._longest_first(part)
            if len(out) >= MAX_PIECES:
                break
        return tuple(out[:MAX_PIECES]) or (self.unknown,)

    def _longest_first(self, part: str) -> list[int]:
        out: list[int] = []
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(len(part), start, -1):
                found = self._ids.get(prefix + part[start:end])
                if found is not None:
                    out.append(found)
                    start = end
                    break
            else:
                return [self.unknown]
        return out


def _parts(word: str) -> list[str]:
    """A word in lower case without accents, cut around each punctuation sign and ideograph."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    parts: list[str] = []
    current = ""
    for char in plain:
        if _stands_alone(char):
            if current:
                parts.append(current)
                current = ""
            parts.append(char)
        elif unicodedata.category(char)[0] in "CZ":
            continue
        else:
            current += char
    if current:
        parts.append(current)
    return parts


def _stands_alone(char: str) -> bool:
    code = ord(char)
    if code < 128:
        return not char.isalnum() and char.isprintable() and not char.isspace()
    return unicodedata.category(char)[0] == "P" or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF

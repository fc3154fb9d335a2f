"""How alike names and texts are. The only room that imports rapidfuzz.

Names are compared as tuples of words in a normal form (``name_words``): lower case, no accents, marks or possessive
"'s". Normal forms are for comparing only; nothing here is ever written into a record. Similarities lie in ``[0, 1]``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Indel

from quotex.lexicon.words import words

Words = tuple[str, ...]

_POSSESSIVE = re.compile(r"['’`]s?$")
_APOSTROPHES = re.compile(r"['’`ʿʾ]")
_ARTICLE = re.compile(r"^(?:al|el|ul|as|ash|ad|an|ar|at|az)-")
"""The Arabic article on a surname, which a shorter form may leave out."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FAMILIAR = 0.9
"""How well a familiar form of a given name fits before the same surname."""
_SMALL = frozenset(
    "of the for and in on at to a an de la du des al el von van bin ibn against & s by with from its".split()
)


@lru_cache(maxsize=65536)
def name_words(text: str) -> Words:
    """The words of a name or title in normal form: "José O'Neill-Peña's" gives ``("jose", "oneill-pena")``.

    Full stops part words ("M.K.Stalin" gives ``("m", "k", "stalin")``), hyphens do not. Text without a letter or digit
    gives ``()``.
    """
    bare = _POSSESSIVE.sub("", text.strip())
    # Decomposed before and after: some capitals are seen only once decomposed, and folding can compose again.
    folded = unicodedata.normalize("NFKD", bare).casefold()
    decomposed = _APOSTROPHES.sub("", unicodedata.normalize("NFKD", folded))
    return tuple(_WORD.findall("".join(c for c in decomposed if not unicodedata.combining(c))))


def content_words(words: Iterable[str]) -> frozenset[str]:
    """The words less articles, prepositions and particles of names."""
    return frozenset(word for word in words if word not in _SMALL)


def is_misspelling(a: str, b: str) -> bool:
    """Whether two words in normal form are likely spellings of one name.

    One edit in words of five letters or more, two in words of nine or more, the first letter being the same (the
    bounds keep "Kim" and "Tim", or "Brown" and "Braun", apart). A word is no misspelling of itself.
    """
    if a == b or a[:1] != b[:1]:
        return False
    shorter = min(len(a), len(b))
    limit = 0 if shorter < 5 else 1 if shorter < 9 else 2
    return limit > 0 and OSA.distance(a, b, score_cutoff=limit) <= limit


def without_article(word: str) -> str:
    """A word of a name in normal form without the Arabic article before it ("al-sadr")."""
    return _ARTICLE.sub("", word)


def _same_word(short: str, full: str) -> float:
    if short == full:
        return 1.0
    if len(short) == 1 and full.startswith(short):
        return 0.9
    if short.replace("-", "") == full.replace("-", ""):
        return 0.97
    if without_article(full) == without_article(short):
        return 0.95
    return 0.85 if is_misspelling(short, full) else 0.0


def _spelled_initials(short: Words, full: Words) -> Words:
    """``short`` with its first word as single letters where these are the initials of the first words of ``full`` ("JR
    Roe" of "John Robert Roe")."""
    first = short[0] if len(short) > 1 else ""
    initials = "".join(word[0] for word in full[: len(first)])
    return (*first, *short[1:]) if 1 < len(first) < 4 and first == initials and full[0] != first else short


def is_familiar(short: str, full: str) -> bool:
    """Whether a given name is the familiar form of another: its first three letters or more ("Ken"), or one of the
    list ("Bill" of "William")."""
    return (len(short) > 2 and len(full) > len(short) and full.startswith(short)) or (
        f"{short} {full}" in words("given_names", "familiar")
    )


def short_form(short: Words, full: Words) -> float:
    """How well ``short`` can be a shorter (or otherwise equally long) form of the personal name ``full``; 0.0 where it
    cannot.

    Every word of ``short`` must be found in ``full``, in its order; an initial stands for a word that it begins, a
    slight misspelling for the right spelling. An initial alone is no name. Empty tuples give 0.0.
    """
    short = _spelled_initials(short, full)
    if not short or len(short) > len(full) or all(len(word) == 1 for word in short):
        return 0.0
    score, position = 1.0, 0
    for place, word in enumerate(short):
        best, where = 0.0, -1
        for index in range(position, len(full)):
            likeness = _same_word(word, full[index])
            if likeness == 0.0 and place == index == 0 and len(short) > 1 and is_familiar(word, full[0]):
                likeness = _FAMILIAR
            if likeness > best:
                best, where = likeness, index
        if where < 0:
            return 0.0
        score, position = min(score, best), where + 1
    return score


def is_abbreviation(short: str, full: str) -> bool:
    """Whether ``short`` ("HRW", "S.E.C.") is made of the first letters of the words of ``full``.

    Small words may be left out or taken in. Needs two letters or more, all capitals but for one ("DoD").
    """
    letters = [c for c in short if c.isalpha()]
    if len(letters) < 2 or sum(not c.isupper() for c in letters) > 1 or " " in short.strip():
        return False
    wanted = "".join(letters).casefold()
    words = [part for word in name_words(full) for part in word.split("-")]
    initials = "".join(word[0] for word in words)
    heavy = "".join(word[0] for word in words if word not in _SMALL)
    return len(words) > 1 and wanted in (initials, heavy)


def overlap(a: Iterable[str], b: Iterable[str]) -> float:
    """The share of content words that two titles or descriptions have in common, of the shorter one; 0.0 if one has
    none.
    """
    first, second = content_words(a), content_words(b)
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def jaccard(a: Iterable[str], b: Iterable[str]) -> float:
    """The content words that two descriptions share, of all they have; 0.0 if neither has one."""
    first, second = content_words(a), content_words(b)
    return len(first & second) / len(first | second) if first or second else 0.0


def text_similarity(a: str, b: str) -> float:
    """How alike two texts are, letter case and word order aside (token sort ratio); 1.0 for the same words, 0.0 if one
    is empty.
    """
    first, second = name_words(a), name_words(b)
    if not first or not second:
        return 0.0
    return fuzz.token_sort_ratio(" ".join(first), " ".join(second)) / 100.0


def closest(word: str, candidates: Sequence[str]) -> str | None:
    """The candidate of which ``word`` is most likely a misspelling, the earliest among equals; ``None`` if of none."""
    close = [
        (OSA.distance(word, other), index) for index, other in enumerate(candidates) if is_misspelling(word, other)
    ]
    return candidates[min(close)[1]] if close else None


def edits(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """What makes one sequence of words another while as many words as can be stay: spans of ``before`` with the spans
    of ``after`` that stand in their place, in order, each ``(start, end, start, end)``; one of the two may be empty.
    ``[]`` for equals.
    """
    out: list[tuple[int, int, int, int]] = []
    for op in Indel.opcodes(before, after):
        if op.tag == "equal":
            continue
        if out and out[-1][1] == op.src_start and out[-1][3] == op.dest_start:
            out[-1] = (out[-1][0], op.src_end, out[-1][2], op.dest_end)
        else:
            out.append((op.src_start, op.src_end, op.dest_start, op.dest_end))
    return out

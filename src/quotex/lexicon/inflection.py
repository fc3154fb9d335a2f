"""From an inflected English word to the base forms it may have, by suffix rules and a table of irregular forms.

No dictionary of English is needed: the rules are generous, and the caller keeps the candidates that its own list knows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

_VOWELS = frozenset("aeiou")
_SILENT_E = tuple("c v u z dg ng rs ns as is os us at ar ir ut ak ok in".split())
"""Stem endings after which a verb's base form mostly ends in "e" ("announc", "believ", "argu", "stat")."""
_NO_E = tuple("ain oin eat oat eak oak ear oar air out ing".split())
"""Longer endings that are exceptions to those ("explain", "treat", "speak", "appear", "tout")."""


def verb_bases(word: str, irregular: Mapping[str, str]) -> Iterator[str]:
    """Yield the base forms of which lower-case ``word`` may be a form, likeliest first; itself last.

    ``irregular`` maps a form to its base and goes before the rules.
    """
    if word in irregular:
        yield irregular[word]
    yield from _spellings(_verb_stems(word))
    yield from _spellings((word,))


def noun_bases(word: str, irregular: Mapping[str, str]) -> Iterator[str]:
    """Yield the singulars of which lower-case ``word`` may be the plural, likeliest first; itself last."""
    if word in irregular:
        yield irregular[word]
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    elif word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        yield from _spellings((word[:-1],))
        if word.endswith("es"):
            yield word[:-2]
    yield from _spellings((word,))


def guess_base(word: str, irregular: Mapping[str, str], known: Collection[str]) -> str:
    """Return the base form of a verb: the first candidate that is ``known``, else the best guess by shape."""
    candidates = tuple(verb_bases(word, irregular))
    for candidate in candidates:
        if candidate in known:
            return candidate
    if word in irregular or not word.endswith(("ed", "ing")):
        return candidates[0]
    stem = word[:-2] if word.endswith("ed") else word[:-3]
    if word.endswith("ied") or not _VOWELS & set(stem):
        return candidates[0]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeioulsfz":
        return stem[:-1]
    takes_e = stem.endswith(_SILENT_E) and not stem.endswith(_NO_E)
    return stem + "e" if takes_e else stem


def _verb_stems(word: str) -> Iterator[str]:
    """Yield what stays when an ending of a verb is taken off."""
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    elif word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
    elif word.endswith("ied") and len(word) > 4:
        yield word[:-3] + "y"
    elif word.endswith("ed") and len(word) > 3:
        yield from _open_stem(word[:-2])
    elif word.endswith("ing") and len(word) > 3:
        yield from _open_stem(word[:-3])


def _open_stem(stem: str) -> Iterator[str]:
    """Yield the bases of a stem that lost a silent "e", or doubled its last letter, or neither."""
    yield stem
    yield stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]
    if stem.endswith("ck"):
        yield stem[:-1]


def _spellings(bases: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    """Yield each base and its British spelling where it may have one ("criticize", "favor")."""
    for base in bases:
        yield base
        if base.endswith("ize"):
            yield base[:-3] + "ise"
        elif base.endswith("yze"):
            yield base[:-3] + "yse"
        elif base.endswith("or"):
            yield base[:-2] + "our"
        elif base.endswith(("dgment", "gment")):
            yield base[:-4] + "ement"
        elif base.endswith("ense"):
            yield base[:-4] + "ence"

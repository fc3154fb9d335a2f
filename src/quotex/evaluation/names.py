"""Are two speakers, or two titles, the same words?"""

from __future__ import annotations

import re

from quotex.evaluation.inputs import Name, Names

_POSSESSIVE = re.compile(r"[’']s$")
_ARTICLE = re.compile(r"^(the|a|an)\s+")
_BETWEEN_WORDS = re.compile(r"\W+")
_SMALL_WORDS = frozenset("the a an of for and in at to on s by with from its his her their".split())


def same_speakers(gold: Names, predicted: Names) -> bool:
    """Whether both name the same speakers.

    Several compare as sets of equal size: each gold one must be among the predicted. One is a set of one where the
    other side has several.
    """
    if not isinstance(gold, tuple) and not isinstance(predicted, tuple):
        return _same_name(gold, predicted)
    wanted = gold if isinstance(gold, tuple) else (gold,)
    given = predicted if isinstance(predicted, tuple) else (predicted,)
    return len(wanted) == len(given) and all(any(_same_name(one, other) for other in given) for one in wanted)


def share_title(gold: str | None, predicted: str | None) -> bool:
    """Whether the titles have a word in common that is not a small one ("of", "the"); never where one is missing."""
    return not (set(_words(gold)) & set(_words(predicted))) <= _SMALL_WORDS


def _same_name(gold: Name, predicted: Name) -> bool:
    wanted, given = _words(gold), _words(predicted)
    if not wanted or not given:
        return not wanted and not given
    return wanted == given or _is_part(given, wanted) or _is_part(wanted, given)


def _is_part(short: list[str], long: list[str]) -> bool:
    # One word alone would make "John" any John.
    return len(short) >= 2 and set(short) <= set(long)


def _words(name: Name) -> list[str]:
    """The words in lower case without leading article, final possessive and punctuation; none for ``None``."""
    bare = _POSSESSIVE.sub("", (name or "").strip()).lower()
    return _BETWEEN_WORDS.sub(" ", _ARTICLE.sub("", bare)).split()

"""Comparing wordings: how alike two short texts are, case, punctuation and white space aside."""

from __future__ import annotations

import re
import unicodedata

# Words of scripts with spaces; characters one by one where a script has none.
_WORDS = re.compile(r"[^\W\u0e00-\u0e7f\u2e80-\ud7ff]+|[\u0e00-\u0e7f\u2e80-\ud7ff]")


def words(text: str) -> list[str]:
    """The words of a text, folded; characters where the script has no spaces.

    >>> words("Don't Panic, 世界")
    ['don', 't', 'panic', '世', '界']
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _WORDS.findall(text.casefold())


def likeness(one: list[str], other: list[str]) -> float:
    """How alike two lists of words are: the F1 of the words they share, 0 to 1."""
    if not one or not other:
        return 0.0
    return 2 * _shared(one, other) / (len(one) + len(other))


def held(part: list[str], whole: list[str]) -> float:
    """The share of the words of `part` that `whole` holds."""
    if not part:
        return 0.0
    return _shared(part, whole) / len(part)


def _shared(one: list[str], other: list[str]) -> int:
    """How many words two lists share, each as often as both have it."""
    if set(one).isdisjoint(other):
        return 0
    left: dict[str, int] = {}
    for word in other:
        left[word] = left.get(word, 0) + 1
    shared = 0
    for word in one:
        count = left.get(word)
        if count:
            shared += 1
            left[word] = count - 1
    return shared

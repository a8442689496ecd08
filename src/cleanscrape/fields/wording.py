"""Comparing wordings: how alike two short texts are, case, punctuation and white space aside."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

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
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other))


def held(part: list[str], whole: list[str]) -> float:
    """The share of the words of `part` that `whole` holds."""
    if not part:
        return 0.0
    return sum((Counter(part) & Counter(whole)).values()) / len(part)

"""What the words of a piece say of it: a linear score, learned, of the words at its beginning.

Structure says most; words tell a newsletter invitation or a "read also" line inside the body from a paragraph. Only
words that many sites use are in the table, so it knows the speech of pages and not their subjects.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import sqrt
from typing import Final

from cleanscrape.letters import ascii_words

NAMES: Final = ("words", "words_heading", "words_before", "words_after", "words_same")
"""The columns of `columns`."""

# Measured on held-out sites: later words add nothing, and long paragraphs are told by their structure.
_LOOKED_AT: Final = 72
_MOST_WORDS: Final = 11
_SCALE: Final = 100  # the table's weights are hundredths
_WORDS: Final = re.compile(r"[^\W\d_]+")


def telling(text: str) -> list[str]:
    """The words of a text that are looked at; the first is there a second time, marked.

    >>> telling("Sign up: 3 letters a week")
    ['^sign', 'sign', 'up', 'letters', 'a', 'week']
    """
    head = text[:_LOOKED_AT].lower()
    found: list[str] = ascii_words(head) if head.isascii() else _WORDS.findall(head)
    words = found[:_MOST_WORDS]
    return ["^" + words[0], *words] if words else words


def score(text: str, weights: Mapping[str, float]) -> float:
    """The sum of the words' weights over the root of their number: negative for the speech of furniture."""
    words = telling(text)
    get = weights.get
    return sum([get(word, 0) for word in words]) / sqrt(len(words)) if words else 0.0


def scores(texts: Sequence[str]) -> list[float]:
    """The score of each text, from the package's table."""
    weights = _weights()
    return [score(text, weights) for text in texts]


def columns(
    found: Sequence[float], keys: Sequence[int], rulers: Sequence[int]
) -> list[tuple[float, float, float, float, float]]:
    """Feature columns from the scores of a page's candidates.

    `keys` numbers the candidates' signatures, `rulers` says which of them is the heading that rules each, -1 where
    none does. The columns: a candidate's own score, that of its heading, of the candidates before and after, the mean
    over its signature.
    """
    sums: dict[int, float] = {}
    counts: dict[int, int] = {}
    for key, value in zip(keys, found, strict=True):
        sums[key] = sums.get(key, 0.0) + value
        counts[key] = counts.get(key, 0) + 1
    means = {key: value / counts[key] for key, value in sums.items()}
    ruling = [found[ruler] if ruler >= 0 else 0.0 for ruler in rulers]
    return list(zip(found, ruling, [0.0, *found], [*found[1:], 0.0], [means[key] for key in keys], strict=False))


def parsed(table: str) -> dict[str, float]:
    """The weights in a table of words, each with its weight in hundredths."""
    pairs = table.split()
    return dict(zip(pairs[::2], [int(weight) / _SCALE for weight in pairs[1::2]], strict=True))


@cache
def _weights() -> dict[str, float]:
    return parsed((files(__package__) / "wording.txt").read_text(encoding="utf-8"))


def learned_weights() -> Mapping[str, float]:
    """The package's table: words, those at a text's beginning marked with ``^``, and what each weighs."""
    return _weights()

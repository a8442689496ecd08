"""Which pieces of a page stand in its gold body: the share of a piece's words that do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

UNKNOWN = -1.0
_WORDS = re.compile(r"\w+").findall
_SHINGLE = 5
_FEWEST_WORDS = 3


def _runs(words: Sequence[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]


class Alignment:
    """A gold body made ready for looking pieces up."""

    def __init__(self, body: str, paragraphs: Sequence[str] | None = None) -> None:
        texts = [line for line in paragraphs or body.split("\n") if line.strip()]
        self._lines = Counter(" ".join(_WORDS(line.lower())) for line in texts)
        words = _WORDS("\n".join(texts).lower())
        self._starts = set(_runs(words, _FEWEST_WORDS))
        self._shingles = set(_runs(words, _SHINGLE))
        self._joined = f" {' '.join(words)} "

    def share(self, text: str) -> float:
        """The share of `text` that stands in the body, 0 to 1; `UNKNOWN` where it has no words."""
        words = _WORDS(text.lower())
        joined = " ".join(words)
        if not words:
            return UNKNOWN
        if joined in self._lines:
            return 1.0
        if len(words) < _FEWEST_WORDS:
            return 0.0
        if len(words) < _SHINGLE:
            found = tuple(words[:_FEWEST_WORDS]) in self._starts and f" {joined} " in self._joined
            return 0.6 if found else 0.0
        runs = _runs(words, _SHINGLE)
        return sum(run in self._shingles for run in runs) / len(runs)

    def shares(self, texts: Sequence[str]) -> list[float]:
        """`share` of each text."""
        return [self.share(text) for text in texts]


class Snippets:
    """What is known of a page whose body is not: snippets that stand in it (`with`), others that do not (`without`)."""

    def __init__(self, gold: Mapping[str, Any]) -> None:
        self._inside = [" ".join(text.split()) for text in gold.get("with") or ()]
        self._outside = [" ".join(text.split()) for text in gold.get("without") or ()]

    def share(self, text: str) -> float:
        """1 for a piece that holds a wanted snippet, 0 for one with an unwanted one, `UNKNOWN` for all others."""
        text = " ".join(text.split())
        inside = any(snippet in text for snippet in self._inside)
        outside = any(snippet in text for snippet in self._outside)
        return UNKNOWN if inside is outside else float(inside)

    def shares(self, texts: Sequence[str]) -> list[float]:
        """`share` of each text."""
        return [self.share(text) for text in texts]

"""How well a choice of pieces matches the gold bodies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

_WORDS = re.compile(r"\w+").findall


def _harmonic(hit: float, given: float, wanted: float) -> float:
    return 2 * hit / (given + wanted) if hit else 0.0


def _bag(given: Iterable[Any], wanted: Iterable[Any]) -> float:
    a, b = Counter(given), Counter(wanted)
    return _harmonic(sum((a & b).values()), sum(a.values()), sum(b.values()))


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORDS(text)
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


class Scores:
    """Sums over the pages of a corpus.

    `words` is the F1 of the bags of words, `paragraphs` of the bags of paragraphs (where the gold has them), both
    averaged over pages; `shingles` is the F1 of precision and recall of 4-word shingles averaged over pages;
    `exact` the share of pages with exactly the gold's words in their order.
    """

    def __init__(self) -> None:
        self._words: list[float] = []
        self._paragraphs: list[float] = []
        self._exact: list[bool] = []
        self._precision: list[float] = []
        self._recall: list[float] = []

    def add(self, texts: list[str], gold: dict[str, Any]) -> float:
        """Count one page; give its words' F1."""
        body = gold["body"]
        if "paragraphs" in gold:
            body = "\n\n".join(self._add_paragraphs(texts, gold["paragraphs"]))
        text = "\n\n".join(texts)
        given, wanted = _shingles(text), _shingles(body)
        hit = sum((given & wanted).values())
        if given:
            self._precision.append(hit / sum(given.values()))
        if wanted:
            self._recall.append(hit / sum(wanted.values()))
        self._exact.append(_WORDS(text) == _WORDS(body))
        self._words.append(_bag(_WORDS(text.lower()), _WORDS(body.lower())))
        return self._words[-1]

    def _add_paragraphs(self, texts: list[str], paragraphs: list[str]) -> list[str]:
        given = [" ".join(line.split()) for text in texts for line in text.split("\n") if line.strip()]
        wanted = [" ".join(paragraph.split()) for paragraph in paragraphs]
        optional = {p for p in wanted if p.startswith("[") and p.endswith("]")}
        wanted = [p[1:-1] if p in optional else p for p in wanted if p not in optional or p[1:-1] in given]
        self._paragraphs.append(_bag(given, wanted))
        return wanted

    def summary(self) -> dict[str, float]:
        """The figures."""
        mean: dict[str, Sequence[float]] = {
            "words": self._words, "paragraphs": self._paragraphs, "exact": self._exact,
            "precision": self._precision, "recall": self._recall,
        }  # fmt: skip
        figures = {name: sum(values) / len(values) for name, values in mean.items() if values}
        p, r = figures["precision"], figures["recall"]
        return figures | {"shingles": 2 * p * r / (p + r) if p + r else 0.0}

"""Pages as the model sees them: the candidates' features, and how much of each stands in the body."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cleanscrape.block import Blocks
from cleanscrape.page import Limits
from cleanscrape.page import Page as Source
from cleanscrape.rules import features
from cleanscrape.tree import cut_tree
from training.alignment import Alignment
from training.corpus import Page

_BITS: Mapping[str, Mapping[str, int]] = {
    "context": features.CONTEXT_BITS,
    "above": features.ABOVE_BITS,
    "near": features.NEAR_BITS,
    "inline": features.INLINE_BITS,
}
COLUMNS: Sequence[str] = (
    *(f"{mask} & {bit}" for mask, bits in _BITS.items() for bit in bits.values()),
    *features.NUMBERS,
)
"""What stands for each column of a matrix: a test of a mask's bit, or a number's name."""


@dataclass(slots=True)
class Sample:
    """One page: its candidates' feature matrix, the share of each that is body, and its number of words."""

    page: Page
    texts: list[str]
    chosen: list[int]
    matrix: Any
    shares: Any
    words: Any

    @property
    def weights(self) -> Any:
        """How much each candidate counts: a page's candidates weigh the same together on every page."""
        weights = np.sqrt(self.words) + 1
        return np.where(self.shares >= 0, weights / weights.sum(), 0.0)


def cut(page: Page) -> Blocks:
    """Cut a page's markup."""
    source = Source(page.source, page.url)
    return cut_tree(source.root, Limits())


def sample(page: Page, blocks: Blocks) -> Sample:
    """Measure a page and align it to its gold."""
    measures = features.measured(blocks)
    chosen = features.candidates(blocks, measures)
    rows = features.rows(blocks, measures, chosen)
    texts = [piece.text for piece in blocks.pieces]
    alignment = Alignment(page.gold["body"], page.gold.get("paragraphs"))
    shares = np.array(alignment.shares([texts[i] for i in chosen]))
    words = np.array([max(1, len(re.findall(r"\w+", texts[i]))) for i in chosen], dtype=float)
    return Sample(page, texts, chosen, matrix(rows), shares, words)


def matrix(rows: Sequence[Sequence[float]]) -> Any:
    """Rows of features as a matrix with the columns `COLUMNS`: masks spread into bits."""
    raw = np.array(rows, dtype=np.float64).reshape(len(rows), len(features.NAMES))
    columns = [
        (raw[:, at].astype(np.int64) & bit) != 0
        for at, bits in enumerate(_BITS.values())
        for bit in map(int, bits.values())
    ]
    return np.column_stack([*columns, raw[:, len(_BITS) :]]).astype(np.float32)

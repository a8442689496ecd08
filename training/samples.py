"""Pages as the models see them: the candidates' features, and how much of each stands in the body."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cleanscrape.block import Blocks
from cleanscrape.page import Limits
from cleanscrape.page import Page as Source
from cleanscrape.rules import features, line_features, wording
from cleanscrape.tree import cut_tree
from training.alignment import Alignment, Snippets
from training.corpus import Page

_BITS: Mapping[str, Mapping[str, int]] = {
    "context": features.CONTEXT_BITS,
    "above": features.ABOVE_BITS,
    "near": features.NEAR_BITS,
}
COLUMNS: Sequence[str] = (
    *(f"{mask} & {bit}" for mask, bits in _BITS.items() for bit in bits.values()),
    *features.NUMBERS,
    *wording.NAMES,
)
"""What stands for each column of a matrix of markup: a test of a mask's bit, or a number's name."""
LINE_COLUMNS: Sequence[str] = (*line_features.NUMBERS, *wording.NAMES)
"""The same of a matrix of lines."""
# The corpora read most like what news readers want count for more; measured: the others lose nothing by it.
_CORPUS_WEIGHTS: Mapping[str, float] = {"aeb": 3.0, "publishers": 2.5, "captures": 2.5}


@dataclass(slots=True)
class Sample:
    """One page: its candidates' feature matrix, the share of each that is body, and its number of words.

    `keys` and `rulers` are what `wording.columns` asks for; `trust` is how much its shares count.
    """

    page: Page
    texts: list[str]
    matrix: Any
    shares: Any
    words: Any
    keys: list[int]
    rulers: list[int]
    trust: float = 1.0

    @property
    def weights(self) -> Any:
        """How much each candidate counts: a page's candidates weigh the same together on every page of a corpus.

        Those of which nothing is known count for nothing, and for no other.
        """
        weights = np.sqrt(self.words) + 1
        share = 20 * self.trust * _CORPUS_WEIGHTS.get(self.page.corpus, 1.0)
        return np.where(self.shares >= 0, share * weights / weights.sum(), 0.0)


def cut(page: Page) -> Blocks:
    """Cut a page's markup."""
    source = Source(page.source, page.url)
    return cut_tree(source.root, Limits())


def of_markup(page: Page) -> Sample:
    """Cut and measure a page, and align it to its gold."""
    source = Source(page.source, page.url or None)
    blocks = cut_tree(source.root, Limits())
    measures = features.measured(blocks)
    chosen = features.candidates(blocks, measures)
    table = features.table(blocks, measures, chosen, is_news=source.linked.is_news)
    texts = [blocks.pieces[i].text for i in chosen]
    return _sample(page, texts, spread(table.rows), table.keys, table.rulers)


def of_lines(page: Page, blocks: Blocks, words: Sequence[float]) -> Sample:
    """Measure a capture, whose lines have these word scores, and align it to its gold."""
    rows = line_features.line_rows(blocks, features.measured(blocks), words)
    texts = [piece.text for piece in blocks.pieces]
    same, rulers = [0] * len(texts), [-1] * len(texts)
    raw = np.array(rows, dtype=np.float32).reshape(len(rows), len(line_features.NAMES))
    return _sample(page, texts, raw, same, rulers)


def _sample(page: Page, texts: list[str], matrix: Any, keys: list[int], rulers: list[int]) -> Sample:
    gold = page.gold
    known = Alignment(gold["body"], gold.get("paragraphs")) if gold.get("body") else Snippets(gold)
    words = np.array([max(1, len(re.findall(r"\w+", text))) for text in texts], dtype=float)
    return Sample(page, texts, matrix, np.array(known.shares(texts)), words, keys, rulers)


def spread(rows: Sequence[Sequence[float]]) -> Any:
    """Rows of features as a matrix: masks spread into bits."""
    raw = np.array(rows, dtype=np.float64).reshape(len(rows), len(features.NAMES))
    columns = [
        (raw[:, at].astype(np.int64) & bit) != 0
        for at, bits in enumerate(_BITS.values())
        for bit in map(int, bits.values())
    ]
    return np.column_stack([*columns, raw[:, len(_BITS) :]]).astype(np.float32)


def with_words(sample: Sample, scores: Sequence[float]) -> Any:
    """The matrix of a page with the columns of its word scores."""
    columns = wording.columns(list(scores), sample.keys, sample.rulers)
    return np.column_stack([sample.matrix, np.array(columns).reshape(len(columns), len(wording.NAMES))])

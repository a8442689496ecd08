"""Train the models that choose the body of a page, and write them into the package.

    python -m training.body --corpora PATH [--only-measure | --only-write] [--folds-through [--worst N]]

Prints the figures of five folds (all pages of a site in one): of the models' choices alone, or, with
`--folds-through`, of the texts that the whole way gives with each fold's models. Then trains on all pages and writes
`wording.txt`, `body_model.py` and `line_model.py` into `cleanscrape/rules`. The same pages give the same files.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

import cleanscrape.rules
from cleanscrape.block import Blocks
from cleanscrape.lines import cut_lines
from cleanscrape.rules import features, line_features, wording
from cleanscrape.rules.body import CAUTION, best_cut
from training import agreement, corpus, flattening, folds, forest, lexicon, samples
from training.folds import Models
from training.measure import Scores
from training.samples import Sample

_PARAMETERS: dict[str, Any] = {
    "objective": "cross_entropy",
    "max_depth": 5,
    "num_leaves": 16,
    "learning_rate": 0.13,
    "min_data_in_leaf": 80,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "verbosity": -1,
    "num_threads": 1,
    "seed": 0,
    "deterministic": True,
}
# Markup has enough pages for larger trees: in folds paragraphs of news pages gain 0.007 over 60 of the small ones.
# Tried without gain: a second pass that reads the chances around a piece, three bagged forests, small trees that are
# taught by a large forest.
# Half as many trees that learn twice as fast give the same within what seeds do.
_LARGE = {"learning_rate": 0.2, "num_leaves": 31, "max_depth": 8}
_TREES = 80
_FIRST = {"learning_rate": 0.2, "max_depth": 4, "num_leaves": 12}
_FIRST_TREES = 40
# Lines of flattened pages are twice as many as those of captures alone, and carry larger trees: paragraphs of captures
# gain 0.011 in folds by the lines, and 0.006 more by the trees.
_LINES = {"learning_rate": 0.1, "num_leaves": 24, "max_depth": 7}
_LINE_TREES = 120
ALL = -1
"""Stands for no fold: the models of all pages."""


@dataclass(slots=True)
class Set:
    """Pages put end to end: matrix, shares, weights, fold of each row; where each page begins."""

    pages: Sequence[Sample]
    matrix: Any
    shares: Any
    weights: Any
    folds: Any
    starts: Any

    def parts(self, column: Any) -> list[Any]:
        """A column of all rows, cut into pages."""
        return [column[a:b] for a, b in zip(self.starts, self.starts[1:], strict=False)]


def together(pages: Sequence[Sample], matrices: Sequence[Any]) -> Set:
    """Put pages end to end."""
    sizes = [len(matrix) for matrix in matrices]
    return Set(
        pages,
        np.concatenate(matrices),
        np.clip(np.concatenate([page.shares for page in pages]), 0, 1),
        np.concatenate([page.weights for page in pages]),
        np.repeat([page.page.fold for page in pages], sizes),
        np.concatenate([[0], np.cumsum(sizes)]),
    )


def train(data: Set, rows: Any, trees: int, **other: Any) -> Any:
    """Trees trained on some rows."""
    rows = rows & (data.weights > 0)
    known = lightgbm.Dataset(data.matrix[rows], data.shares[rows], weight=data.weights[rows])
    return lightgbm.train(_PARAMETERS | other, known, trees)


def folded(data: Set, trees: int, **other: Any) -> Any:
    """The chance of each row, from trees that have seen no page of the same site."""
    chances = np.zeros(len(data.matrix))
    for fold in range(corpus.FOLDS):
        inside = data.folds == fold
        model = train(data, ~inside, trees, **other)
        chances[inside] = model.predict(data.matrix[inside], num_threads=1)
    return chances


class Words:
    """The word tables: one that has not seen each fold, and one of all pages."""

    def __init__(self, data: Set, chances: Any) -> None:
        texts = [text for page in data.pages for text in page.texts]
        sites = [corpus.site(page.page.url) for page in data.pages for _ in page.texts]
        self.known = lexicon.vocabulary(zip(sites, texts, strict=True))
        words = lexicon.matrix(texts, self.known)
        rows = [data.folds != fold for fold in range(corpus.FOLDS)] + [np.ones(len(texts), dtype=bool)]
        self.weights = [lexicon.fit(words[r], data.shares[r], data.weights[r], chances[r]) for r in rows]

    def scores(self, texts: Sequence[str], fold: int) -> list[float]:
        """The scores of some texts from the table that has not seen `fold`; -1 for the table of all."""
        return list(lexicon.matrix(texts, self.known) @ self.weights[fold])


def report(data: Set, chances: Any) -> None:
    """Print the figures of each corpus."""
    scores: dict[str, Scores] = {}
    for page, chance in zip(data.pages, data.parts(chances), strict=True):
        odds = np.log((chance + 1e-9) / (1 - chance + 1e-9)) - CAUTION
        if not page.page.gold.get("body"):
            continue
        kept, _ = best_cut(list(1 / (1 + np.exp(-odds))), list(page.words))
        scores.setdefault(page.page.corpus, Scores()).add([page.texts[i] for i in kept], page.page.gold)
    for name, score in scores.items():
        print(name, *(f"{key} {value:.4f}" for key, value in score.summary().items()), flush=True)  # noqa: T201


def markup_pages(corpora: Path) -> list[Sample]:
    """The pages of markup with a written truth."""
    pages = [page for name in corpus.WITH_BODY for page in corpus.read(corpora, name) if page.gold.get("body")]
    pages += corpus.read(corpora, corpus.WITH_SNIPPETS)
    return [samples.of_markup(page) for page in pages]


def line_pages(corpora: Path, words: Words, agreed: Sequence[Sample]) -> list[Sample]:
    """Captures, and pages of markup flattened to look like captures: those with a written truth, then the `agreed`."""
    captures = corpus.read(corpora, "captures", "txt")
    found = [(page, cut_lines(page.source.decode("utf-8", "replace").splitlines())) for page in captures]
    for page in corpus.read(corpora, "wcxb-articles"):
        flat = flattening.flattened(page) if page.gold.get("body") else None
        if flat is not None:
            found.append((page, flat.blocks))
    known = [_of_lines(page, blocks, words) for page, blocks in found if blocks.pieces]
    for sample in agreed:
        flat = flattening.flattened(sample.page)
        if flat is not None:
            own = _of_lines(sample.page, flat.blocks, words)
            shares = flat.of_candidates(sample.shares)
            if sample.page.corpus == corpus.WITH_SNIPPETS:
                shares = np.where(own.shares >= 0, own.shares, shares)
            known.append(replace(own, shares=shares, trust=sample.trust))
    return known


def _of_lines(page: corpus.Page, blocks: Blocks, words: Words) -> Sample:
    return samples.of_lines(page, blocks, words.scores([piece.text for piece in blocks.pieces], page.fold))


def worded(pages: Sequence[Sample], words: Words) -> Set:
    """The pages with the columns of their word scores, each from the table that has not seen its site."""
    matrices = [samples.with_words(page, words.scores(page.texts, page.page.fold)) for page in pages]
    return together(pages, matrices)


def agreed_pages(corpora: Path, markup: Set, words: Words) -> list[Sample]:
    """The pages that are labelled by agreement, and those whose bodies another extractor has found."""
    readers = [train(markup, markup.folds != fold, _TREES, **_LARGE) for fold in range(corpus.FOLDS)]
    found = []
    for page in agreement.pages(corpora, markup.pages):
        sample = samples.of_markup(page)
        if sample.texts:
            matrix = samples.with_words(sample, words.scores(sample.texts, page.fold))
            found.append(agreement.labelled(page, readers[page.fold].predict(matrix, num_threads=1), sample))
    others = [samples.of_markup(page) for page in corpus.read(corpora, corpus.BY_OTHERS)]
    return [page for page in found if page] + [replace(page, trust=agreement.TRUST) for page in others if page.texts]


def models(markup: Set, lines: Set, words: Words, fold: int = ALL) -> Models:
    """The models trained on the pages outside of a fold, or on all."""
    parts: tuple[tuple[Set, int, dict[str, Any], Sequence[str], Sequence[str]], ...] = (
        (markup, _TREES, _LARGE, samples.COLUMNS, features.NAMES),
        (lines, _LINE_TREES, _LINES, samples.LINE_COLUMNS, line_features.NAMES),
    )
    sources = []
    for data, trees, parameters, columns, names in parts:
        model = train(data, data.folds != fold, trees, **parameters)
        sources.append(forest.module(forest.expressions(model, columns), names, wording.NAMES, quick=data is markup))
    return Models(sources[0], lines=sources[1], words=lexicon.lines(words.known, words.weights[fold]))


def main() -> None:
    """Read, measure, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--only-measure", action="store_true", help="write nothing")
    parser.add_argument("--only-write", action="store_true", help="measure nothing")
    parser.add_argument("--folds-through", action="store_true", help="measure the whole way, with each fold's models")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N worst pages of each corpus")
    options = parser.parse_args()
    pages = markup_pages(options.corpora)
    plain = together(pages, [page.matrix for page in pages])
    words = Words(plain, folded(plain, _FIRST_TREES, **_FIRST))
    markup = worded(pages, words)
    agreed = agreed_pages(options.corpora, markup, words)
    markup = worded([*pages, *agreed], words)
    lines = worded(line_pages(options.corpora, words, agreed), words)
    if options.folds_through:
        each = {fold: models(markup, lines, words, fold) for fold in range(corpus.FOLDS)}
        print_table(folds.measured(options.corpora, each), options.worst)
    elif not options.only_write:
        report(markup, folded(markup, _TREES, **_LARGE))
        report(lines, folded(lines, _LINE_TREES, **_LINES))
    if not options.only_measure:
        models(markup, lines, words).write(Path(cleanscrape.rules.__file__).parent)


def print_table(table: folds.Table, worst: int) -> None:
    """Print the figures, and the worst pages of each corpus."""
    print(table.markdown())  # noqa: T201
    counts: Counter[str] = Counter()
    for worth, name, at in sorted(table.pages):
        counts[name.split()[0]] += 1
        if counts[name.split()[0]] <= worst:
            faults = ", ".join(edge for edge, is_so in zip(folds.EDGES, at, strict=True) if is_so)
            print(f"{worth:.3f} {name} {faults}")  # noqa: T201


if __name__ == "__main__":
    main()

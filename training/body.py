"""Train the model that chooses the body of a page, and write it as source code into the package.

    python -m training.body --corpora PATH [--only-measure]

Prints the figures of five folds (all pages of a site in one), then trains on all pages and writes
`cleanscrape/rules/body_model.py`. The same pages give the same file.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

import cleanscrape.rules
from cleanscrape.rules.body import best_cut
from training import corpus, forest, samples
from training.measure import Scores
from training.samples import Sample

_PARAMETERS: dict[str, Any] = {
    "objective": "cross_entropy",
    "max_depth": 5,
    "num_leaves": 16,
    "learning_rate": 0.08,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "verbosity": -1,
    "num_threads": 1,
    "seed": 0,
    "deterministic": True,
}
_TREES = 100
_HEAD = '''"""The trees that weigh whether a piece is body. Written by `python -m training.body`: do not edit."""
# ruff: noqa
# fmt: off

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def weigh(rows: Iterable[tuple[Any, ...]]) -> list[float]:
    """The log odds that each row of features belongs to a piece of the body."""
    weights: list[float] = []
    for {names} in rows:
        weights.append(
            {trees}
        )
    return weights
'''


def train(pages: Sequence[Sample], trees: int = _TREES) -> Any:
    """Train on some pages."""
    matrix = np.concatenate([page.matrix for page in pages])
    shares = np.clip(np.concatenate([page.shares for page in pages]), 0, 1)
    weights = np.concatenate([page.weights for page in pages]) * 20
    data = lightgbm.Dataset(matrix, shares, weight=weights)
    return lightgbm.train(_PARAMETERS, data, trees)


def folded(pages: Sequence[Sample]) -> list[Any]:
    """The chances of each page's candidates, from a model that has seen no page of the same site."""
    chances: list[Any] = [None] * len(pages)
    for fold in range(corpus.FOLDS):
        model = train([page for page in pages if page.page.fold != fold])
        for at, page in enumerate(pages):
            if page.page.fold == fold:
                chances[at] = model.predict(page.matrix) if len(page.chosen) else np.zeros(0)
    return chances


def report(pages: Sequence[Sample], chances: Sequence[Any]) -> None:
    """Print the figures of each corpus."""
    scores: dict[str, Scores] = {}
    for page, chance in zip(pages, chances, strict=True):
        kept, _ = best_cut(list(chance), list(page.words))
        texts = [page.texts[page.chosen[i]] for i in kept]
        scores.setdefault(page.page.corpus, Scores()).add(texts, page.page.gold)
    for name, score in scores.items():
        print(name, " ".join(f"{key} {value:.4f}" for key, value in score.summary().items()), flush=True)


def write(model: Any, path: Path) -> None:
    """Write a model as source code."""
    trees = "\n            + ".join(forest.expressions(model, samples.COLUMNS))
    from cleanscrape.rules.features import NAMES

    path.write_text(_HEAD.format(names=", ".join(NAMES), trees=trees), encoding="utf-8")


def main() -> None:
    """Read, measure, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--only-measure", action="store_true", help="write nothing")
    options = parser.parse_args()
    pages = [samples.sample(page, samples.cut(page)) for name in corpus.WITH_BODY for page in corpus.read(options.corpora, name)]
    report(pages, folded(pages))
    if not options.only_measure:
        write(train(pages), Path(cleanscrape.rules.__file__).with_name("body_model.py"))


if __name__ == "__main__":
    main()

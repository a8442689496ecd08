"""``python -m training.kind CORPORA``: the weights that tell articles from other pages.

Logistic regression over `cleanscrape.fields.kind.features`, articles and other pages weighing the same. Folds are
grouped by site; the figures printed are of the folds, the weights written are fitted on all pages.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
import numpy as np

from benchmarks.corpus import cases
from cleanscrape.errors import CleanscrapeError
from cleanscrape.fields.kind import features
from cleanscrape.page import Page
from cleanscrape.way import read_generic

ARTICLES = ("wcxb-articles", "aeb", "publishers")
OTHERS = ("not-articles",)
WEIGHTS = Path(__file__).parent.parent / "src" / "cleanscrape" / "fields" / "kind_weights.py"
_FOLDS = 5
_STRENGTH = 0.1  # C of the regression: .03 to 1 were tried on the folds, and differ by less than a page


def _rows(corpora: Path, names: tuple[str, ...], *, is_article: bool) -> list[tuple[str, str, dict[str, float], bool]]:
    rows = []
    for name in names:
        for case in cases(corpora / name):
            try:
                reading = read_generic(Page(case.source, case.url))
            except CleanscrapeError:
                continue
            if reading.chosen:
                rows.append((name, _site(case.url), features(reading), is_article))
    return rows


def _site(url: str | None) -> str:
    return ".".join((urlsplit(url or "").hostname or "").split(".")[-2:])


def _fit(x: Any, y: Any, weights: Any) -> tuple[Any, float]:
    """Weights in the features' own units, and the bias."""
    from sklearn.linear_model import LogisticRegression

    mean, spread = x.mean(0), x.std(0) + 1e-9
    model = LogisticRegression(C=_STRENGTH, max_iter=5000).fit((x - mean) / spread, y, sample_weight=weights)
    slopes = model.coef_[0] / spread
    return slopes, float(model.intercept_[0] - (slopes * mean).sum())


def _even(y: Any) -> Any:
    return np.where(y, len(y) / 2 / y.sum(), len(y) / 2 / (~y).sum())


@click.command()
@click.argument("corpora", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(corpora: Path) -> None:
    """Fit the weights on CORPORA, print what the folds say, write the module."""
    rows = _rows(corpora, ARTICLES, is_article=True) + _rows(corpora, OTHERS, is_article=False)
    names = list(rows[0][2])
    x = np.array([[row[2][name] for name in names] for row in rows])
    y = np.array([row[3] for row in rows])
    folds = np.array([zlib.crc32(row[1].encode()) % _FOLDS for row in rows])
    scores = np.zeros(len(y))
    for fold in range(_FOLDS):
        train = folds != fold
        slopes, bias = _fit(x[train], y[train], _even(y[train]))
        scores[~train] = x[~train] @ slopes + bias
    measured = np.array([row[0] in (ARTICLES[0], *OTHERS) for row in rows])
    right = (scores > 0) == y
    hits, misses = right[measured & y].mean(), right[measured & ~y].mean()
    click.echo(f"folds: articles {hits:.3f} others {misses:.3f} balanced {(hits + misses) / 2:.3f}")
    click.echo(f"lowest chances of articles in folds: {np.sort(1 / (1 + np.exp(-scores[y])))[:8].round(3)}")
    slopes, bias = _fit(x, y, _even(y))
    lines = [f'    "{name}": {slope:.4f},' for name, slope in zip(names, slopes, strict=True)]
    WEIGHTS.write_text(
        '"""The weights of `kind.article_chance`: written by ``python -m training.kind``, not by hand."""\n\n'
        f"BIAS = {bias:.4f}\nWEIGHTS = {{\n" + "\n".join(lines) + "\n}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()

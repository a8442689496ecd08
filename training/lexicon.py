"""The weights of words: a logistic regression on what structure leaves open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy import optimize, sparse

from cleanscrape.rules import wording

# A word must stand on this many sites: rarer ones tell the subject or the site, not the kind of the piece.
_FEWEST_SITES = 12
_RIDGE = 1.0
_LEAST = 5  # hundredths: lighter words are left out of the table
_STEPS = 60
# The structural odds are trusted a little less than they say, so that words may speak where they are sure.
_TRUST = 0.8
_CLIP = 0.003


def vocabulary(texts: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The words, numbered, that stand on enough sites; `texts` are (site, text) pairs."""
    sites: dict[str, set[str]] = defaultdict(set)
    for site, text in texts:
        for word in wording.telling(text):
            sites[word].add(site)
    return {word: at for at, word in enumerate(sorted(w for w, on in sites.items() if len(on) >= _FEWEST_SITES))}


def matrix(texts: Sequence[str], known: Mapping[str, int]) -> Any:
    """Texts by words, each row over the root of its text's number of words."""
    starts, columns, values = [0], [], []
    for text in texts:
        words = wording.telling(text)
        found = [known[word] for word in words if word in known]
        columns += found
        values += [max(1, len(words)) ** -0.5] * len(found)
        starts.append(len(columns))
    return sparse.csr_matrix((values, columns, starts), shape=(len(texts), len(known)))


def fit(words: Any, shares: Any, weights: Any, chances: Any) -> Any:
    """A weight for each word, given the chances that structure alone gives."""
    clipped = np.clip(chances, _CLIP, 1 - _CLIP)
    odds = _TRUST * np.log(clipped / (1 - clipped))

    def loss(at: Any) -> tuple[float, Any]:
        p = 1 / (1 + np.exp(-(words @ at + odds)))
        cross = -(weights * (shares * np.log(p + 1e-9) + (1 - shares) * np.log(1 - p + 1e-9))).sum()
        return cross + _RIDGE * (at @ at) / 2, words.T @ (weights * (p - shares)) + _RIDGE * at

    start = np.zeros(words.shape[1])
    return optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}).x


def lines(known: Mapping[str, int], weights: Sequence[float]) -> str:
    """The table as the package reads it: a word and its weight in hundredths a line, without words that say nothing."""
    table = [(word, round(100 * weights[at])) for word, at in sorted(known.items())]
    return "".join(
        f"{word} {weight}\n" for word, weight in table if abs(weight) >= _LEAST and not re.search(r"\s", word)
    )

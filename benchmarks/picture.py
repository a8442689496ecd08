"""Quality against speed, as a picture in SVG."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import log10
from statistics import mean
from typing import Any

_WIDTH, _HEIGHT, _MARGIN = 760, 440, 70
_HEADLINE = {"aeb": "shingle_f1", "wcxb-articles": "word_f1", "publishers": "para_f1", "segments": "seg_f1"}


def score(result: dict[str, Any]) -> float:
    """One number for an extractor: the mean of its corpora's chief measures."""
    found = result["quality"]
    return mean(float(found[corpus][name]) for corpus, name in _HEADLINE.items() if corpus in found)


def draw(results: Sequence[dict[str, Any]]) -> str:
    """Each extractor a dot: to the left is faster, up is better."""
    scores = [score(r) for r in results]
    low, high = min(scores) - 0.02, max(scores) + 0.01
    fast = min(log10(max(1.0, r["ratio"])) for r in results)
    slow = max(log10(max(1.0, r["ratio"])) for r in results) or 1.0

    def at(result: dict[str, Any]) -> tuple[float, float]:
        x = _MARGIN + (log10(max(1.0, result["ratio"])) - fast) / ((slow - fast) or 1) * (_WIDTH - 3 * _MARGIN)
        y = _HEIGHT - _MARGIN - (score(result) - low) / (high - low) * (_HEIGHT - 2 * _MARGIN)
        return x, y

    dots = []
    for result in results:
        x, y = at(result)
        colour = "#b3261e" if result["name"] == "cleanscrape" else "#3b5b7a"
        dots.append(
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="6" fill="{colour}"/>'
            f'<text x="{x + 10:.0f}" y="{y + 4:.0f}">{escape(result["name"])} '
            f"({score(result):.3f}, ×{result['ratio']:.1f})</text>"
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" font-family="sans-serif" '
        'font-size="13"><title>Quality against speed</title><rect width="100%" height="100%" fill="#ffffff"/>'
        f'<text x="{_MARGIN}" y="30" font-size="15">Quality (mean of the corpora\'s chief measures) against time '
        "(× a bare lxml parse, logarithmic)</text>"
        f'<line x1="{_MARGIN - 20}" y1="{_HEIGHT - 40}" x2="{_WIDTH - 20}" y2="{_HEIGHT - 40}" stroke="#777"/>'
        f'<text x="{_WIDTH - 120}" y="{_HEIGHT - 18}">slower →</text><text x="{_MARGIN - 50}" y="60">better ↑</text>'
        + "".join(dots)
        + "</svg>\n"
    )

"""A second opinion where our own confidence is low: trafilatura reads the page, and its text chooses the pieces.

It costs ten times as much as our own reading and is asked only on request; it is loaded when first asked.
"""

from __future__ import annotations

from typing import Final

from cleanscrape.block import Blocks
from cleanscrape.fields.wording import words
from cleanscrape.page import Page

# Under this confidence trafilatura's choice is the better one more often than not: of 33 pages of three corpora with
# a confidence under .85, it won on 5 of the 7 under .65, and lost on 17 of the 26 above.
LOW_CONFIDENCE: Final = 0.65
_SHINGLE: Final = 4  # words in a row that a piece must share with the other text
_MOSTLY: Final = 0.7  # share of a piece's shingles that the other text must hold
_FEWEST_WORDS: Final = 25  # a shorter text is no opinion
_MOST_ELEMENTS: Final = 20_000  # its cost grows faster than the page: a larger one is not given to it


def second_opinion(page: Page, blocks: Blocks) -> tuple[int, ...] | None:
    """The pieces that trafilatura takes for the body, in order; None where it has no opinion."""
    if not page.is_markup or len(blocks.nodes) > _MOST_ELEMENTS:
        return None
    import trafilatura

    text = trafilatura.extract(page.utf8, url=page.url, include_comments=False)
    said = words(text or "")
    if len(said) < _FEWEST_WORDS:
        return None
    shingles = set(_shingles(said))
    chosen = tuple(piece.index for piece in blocks.pieces if _held(words(piece.text), shingles))
    return chosen or None


def _shingles(said: list[str]) -> list[tuple[str, ...]]:
    return [tuple(said[i : i + _SHINGLE]) for i in range(len(said) - _SHINGLE + 1)]


def _held(said: list[str], shingles: set[tuple[str, ...]]) -> bool:
    own = _shingles(said)
    return bool(own) and sum(shingle in shingles for shingle in own) >= _MOSTLY * len(own)

"""What the words of furniture say about the pieces of a page, in numbers that the body models read.

A heading such as "Recent Stories" and a line such as "Already a subscriber?" are known in many languages. What stands
under or beside them is less likely body; how much less is learned.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from cleanscrape.label import Label
from cleanscrape.rules.furniture import heading_kind, line_kind
from cleanscrape.rules.gaps import NONE, gaps

_CODES: Final[dict[Label | None, int]] = {kind: code for code, kind in enumerate(Label, 1) if kind.is_boilerplate}
_LONGEST_HEADING: Final = 80  # letters; a longer line announces nothing
_LONGEST_LINE: Final = 400  # letters; a longer line is running text
# Pieces of markup that are longer are not asked: their words tell the model of markup nothing more in folds.
_LONGEST_PIECE: Final = 120
_NEAR: Final = 5  # lines on each side that make up the neighbourhood

NAMES: Final = ("says", "announces", "ruled", "said_near")
"""The columns of `said_of_pieces`."""
LINE_NAMES: Final = ("says", "announces", "since_announced", "ruled", "until_said", "said_near")
"""The columns of `said_of_lines`."""


def said_of_pieces(texts: Sequence[str], rulers: Sequence[int]) -> list[tuple[int, int, int, float]]:
    """What the words of furniture say of each piece of markup: `rulers` is the place of the heading that rules each.

    That is: the kind of its own words, the one it announces, and the one that its heading announces; the share of
    pieces of any kind among those near it.
    """
    own, heads = _said(texts, _LONGEST_PIECE), _announced(texts)
    ruled = [heads[at] if at >= 0 else 0 for at in rulers]
    return list(zip(own, heads, ruled, _near(own, heads), strict=True))


def said_of_lines(texts: Sequence[str]) -> list[tuple[int, int, int, int, int, float]]:
    """What the words of furniture say of each line of a capture.

    That is: the kind of its own words, and the one it announces; how many lines back the last one stands that
    announces a kind, and which; how many lines ahead the next one of any kind stands; the share of lines of any kind
    among those near it.
    """
    own, heads = _said(texts, _LONGEST_LINE), _announced(texts)
    back = gaps(heads)[0]
    ruled = [heads[at - gap] if gap <= at else 0 for at, gap in enumerate(back)]
    ahead = gaps([a or b for a, b in zip(own, heads, strict=True)])[1]
    since, until = ([min(gap, NONE) for gap in column] for column in (back, ahead))
    return list(zip(own, heads, since, ruled, until, _near(own, heads), strict=True))


def _said(texts: Sequence[str], longest: int) -> list[int]:
    """The kind that each text has by its own words, as a number; 0 for none."""
    return [_CODES.get(line_kind(text), 0) if len(text) <= longest else 0 for text in texts]


def _announced(texts: Sequence[str]) -> list[int]:
    """The kind that each text announces as a heading, as a number; 0 for none."""
    return [_CODES.get(heading_kind(text), 0) if len(text) <= _LONGEST_HEADING else 0 for text in texts]


def _near(own: Sequence[int], heads: Sequence[int]) -> list[float]:
    """The share of texts of any kind among those near each."""
    sums = list(accumulate([bool(a or b) for a, b in zip(own, heads, strict=True)], initial=0))
    size = len(own)
    whole = 2 * _NEAR + 1
    return [(sums[min(size, i + _NEAR + 1)] - sums[max(0, i - _NEAR)]) / whole for i in range(size)]

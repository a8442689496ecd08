"""How far from each piece or line of a page the nearest marked one stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

NONE: Final = 99
"""Stands for "there is none": the gap at the page's edge, from which it goes on growing."""


def gaps(marks: Sequence[int]) -> tuple[list[int], list[int]]:
    """How many places back and ahead the nearest mark stands.

    >>> gaps([0, 1, 0])
    ([99, 100, 1], [1, 100, 99])
    """
    return _back(marks), _back(marks[::-1])[::-1]


def _back(marks: Sequence[int]) -> list[int]:
    gap, found = NONE, []
    for mark in marks:
        found.append(gap)
        gap = 1 if mark else gap + 1
    return found

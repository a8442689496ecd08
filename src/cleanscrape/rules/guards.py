"""What is never the body, whatever the model says: lists of links, and what stands under a heading of furniture.

On pages of known sites the guards change next to nothing; they are for layouts that the model has not met.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleanscrape.block import Blocks, Node, Piece
from cleanscrape.label import Label
from cleanscrape.rules.features import CHARS, LINKS, Measures
from cleanscrape.rules.furniture import heading_kind

_LISTS: Final = ("ul", "ol")
_FEWEST_ITEMS: Final = 3
_LINKED_LIST: Final = 0.7  # share of a list's letters that are links
_LINKED: Final = 0.5
_LONGEST_TITLE: Final = 80
# A guard that would take more of the chosen text than this has met an article, not its furniture: held-out pages
# have "Related resources" and "Popular models" as headings of their own.
_MOST: Final = 0.4
_SILENT: Final = frozenset({Label.MEDIA_CHROME, Label.TIMESTAMP})


def guarded(blocks: Blocks, m: Measures, chosen: Sequence[int]) -> list[int]:
    """What is left of the chosen pieces."""
    if not blocks.is_markup:
        return list(chosen)
    kept = set(chosen)
    end = 0  # each piece is taken once, however deep lists nest: the cost stays linear
    for node in blocks.nodes:
        if node.tag.name in _LISTS and node.first >= end and _is_linked(node, m):
            kept.difference_update(range(node.first, node.end))
            end = node.end
    most = _MOST * sum([m.chars[i] for i in kept])
    end = 0
    for piece in blocks.pieces:
        if piece.kind == "heading" and piece.index >= end and len(piece.text) <= _LONGEST_TITLE:
            under, end = _under(blocks, m, piece)
            taken = [i for i in under if i in kept]
            if taken and sum([m.chars[i] for i in taken]) < most:
                kept.difference_update(taken)
    return sorted(kept)


def _is_linked(node: Node, m: Measures) -> bool:
    return node.end - node.first >= _FEWEST_ITEMS and m.total(LINKS, node) > _LINKED_LIST * m.total(CHARS, node)


def _under(blocks: Blocks, m: Measures, title: Piece) -> tuple[list[int], int]:
    """The pieces that a heading of furniture rules, and where they end: with its container, or at a heading like it.

    Where its container holds the body too, only links are its own: the body often goes on after them.
    """
    kind = heading_kind(title.text)
    node = _container(title)
    if kind is None or not kind.is_boilerplate or kind in _SILENT or node is None:
        return [], 0
    pieces = blocks.pieces
    has_body = node.first <= m.main.first and node.end >= m.main.end
    found: list[int] = []
    for i in range(title.index + 1, node.end):
        piece = pieces[i]
        if piece.kind == "heading" and piece.level <= title.level and not piece.link_chars:
            return found, i
        if not has_body or m.density[i] > _LINKED or piece.outer is not None:
            found.append(i)
    return found, node.end


def _container(title: Piece) -> Node | None:
    """The smallest element that holds anything after the title."""
    node: Node | None = title.node
    while node is not None and node.end <= title.index + 1:
        node = node.parent
    return node

"""Cutting the lines of a plain-text capture into pieces: the same as those of a tree, with what text alone tells.

A blank line parts pieces. Where a capture is wrapped at a fixed width, the lines between two blank lines are one
paragraph; where it is not, each line is a piece of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from cleanscrape.block import Blocks, Node, Piece, Tag

# A wrapped text has lines of nearly one width: none much over 100 characters, and few short ones but the last of
# each paragraph.
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 50
_FEWEST_WRAPPED = 6  # inner lines to judge by
_BULLET = re.compile(r"[-*•‣·▪●]\s+(?=\S)")


def cut_lines(lines: Sequence[str]) -> Blocks:
    """Cut lines of text into pieces."""
    groups = _groups(lines)
    if _is_wrapped(groups):
        groups = [[" ".join(group)] for group in groups]
    node = Node(Tag("body"), None, -1, 0, 0)
    pieces: list[Piece] = []
    for group in groups:
        for line in group:
            text = " ".join(line.split())
            piece = Piece(text, node, 0, 0)
            bullet = _BULLET.match(text)
            if bullet is not None:
                piece.kind, piece.level = "list", 1
                piece.text = text[bullet.end() :]
            pieces.append(piece)
    node.end = len(pieces)
    return Blocks(pieces, [node], [], [])


def _groups(lines: Sequence[str]) -> list[list[str]]:
    """The runs of lines between blank ones."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return groups if groups[-1] else groups[:-1]


def _is_wrapped(groups: Sequence[Sequence[str]]) -> bool:
    inner = [len(line.rstrip()) for group in groups for line in group[:-1]]
    if len(inner) < _FEWEST_WRAPPED or max(inner) > _WIDEST_WRAP:
        return False
    return median(inner) >= _NARROWEST_WRAP

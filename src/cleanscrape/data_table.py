"""Tables of data: one piece each, told from tables that hold the layout of a page."""

from __future__ import annotations

from collections import Counter
from typing import Final

from cleanscrape.block import Node, Piece

_LONGEST_CELL: Final = 600  # characters; a table whose cells are longer holds the layout of a page, not data
_SHORT_CELL: Final = 120  # characters; most cells of data are shorter
_FULL_CELL: Final = 5  # pieces of a cell that, with most of the table's letters in it, holds the page's own column


def fold_table(table: Node, pieces: list[Piece], nodes: list[Node]) -> None:
    """Make one piece of a table that holds data; leave one that holds the layout of the page as it is."""
    inside = pieces[table.first :]
    rows = _rows(table, inside)
    if rows is None:
        return
    folded = Piece("\n".join("\t".join(cells) for cells in rows), table, table.start, table.stop)
    folded.kind = "table"
    folded.links = [link for piece in inside for link in piece.links]
    for piece in inside:
        folded.link_chars += piece.link_chars
        folded.inline |= piece.inline
    pieces[table.first :] = [folded]
    table.end = len(pieces)
    for node in reversed(nodes):
        if node is table:
            break
        node.first = node.end = table.end  # its rows and cells hold no piece of their own any more


def _rows(table: Node, inside: list[Piece]) -> list[list[str]] | None:
    """The cells' texts row by row, or None where this is no table of data."""
    if len(inside) < 4 or any(piece.kind == "table" for piece in inside):
        return None
    rows: dict[int, dict[int, str]] = {}
    counts: Counter[int] = Counter()
    for piece in inside:
        cell: Node | None = piece.node
        while cell is not None and cell is not table and cell.tag.name not in ("td", "th"):
            cell = cell.parent
        if cell is None or cell.parent is None or len(piece.text) > _LONGEST_CELL:
            return None
        row = rows.setdefault(cell.parent.order if cell is not table else -1, {})
        row[cell.order] = f"{row[cell.order]} {piece.text}" if cell.order in row else piece.text
        counts[cell.order] += 1
    texts = [text for row in rows.values() for text in row.values()]
    if _has_column(rows, counts):
        return None
    short = sum(len(text) <= _SHORT_CELL for text in texts)
    is_data = len(rows) > 1 and max(map(len, rows.values())) > 1 and 2 * short > len(texts)
    return [list(row.values()) for row in rows.values()] if is_data else None


def _has_column(rows: dict[int, dict[int, str]], counts: Counter[int]) -> bool:
    """Whether one cell holds a whole column of the page: several pieces, and most of the table's letters."""
    sizes = {cell: len(text) for row in rows.values() for cell, text in row.items()}
    largest = max(sizes, key=sizes.__getitem__)
    return counts[largest] >= _FULL_CELL and 2 * sizes[largest] > sum(sizes.values())

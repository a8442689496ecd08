"""A table block's rows and cells, read from its html, or from its text where it has none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cleanscrape.article import Block
from cleanscrape.render.inline import Piece, pieces, plain

_PART = re.compile(r"<(/?)(table|thead|tbody|tfoot|tr|t[hd]|caption)\b([^<>]*)>", re.IGNORECASE)
_SPAN = re.compile(r"""\b((?:col|row)span)\s*=\s*["']?([1-9][0-9]?)(?![0-9])""", re.IGNORECASE)


@dataclass(slots=True)
class Cell:
    """A cell: its content, whether it heads its row or column, and over how many it stretches."""

    content: list[Piece]
    is_header: bool = field(default=False, kw_only=True)
    spans: dict[str, str] = field(default_factory=dict, kw_only=True)


def rows(block: Block) -> list[list[Cell]]:
    """The rows of a table block, from top to bottom; a row has one cell at least.

    What stands outside all cells makes a row of its own, so that no word is lost.
    """
    found = _from_html(block.html) if "<" in block.html else []
    return found or [[Cell(plain(c)) for c in line.split("\t")] for line in block.text.split("\n") if line]


def _from_html(html: str) -> list[list[Cell]]:
    table: list[list[Cell]] = [[]]
    cell: Cell | None = None
    start = 0
    for part in _PART.finditer(html):
        _fill(table, cell, html[start : part.start()])
        start, cell = part.end(), None
        if part[2].lower() not in ("td", "th"):
            _end_row(table)
        elif not part[1]:
            spans = {name.lower(): number for name, number in _SPAN.findall(part[3])}
            cell = Cell([], is_header=part[2].lower() == "th", spans=spans)
            table[-1].append(cell)
    _fill(table, cell, html[start:])
    return [row for row in table if row]


def _fill(table: list[list[Cell]], cell: Cell | None, html: str) -> None:
    """Put what stands between two parts into the open cell; where none is, into a row of its own."""
    content = list(pieces(html))
    if cell is not None:
        cell.content += content
    elif any(not piece.text.isspace() for piece in content):
        _end_row(table)
        table[-1].append(Cell(content))
        _end_row(table)


def _end_row(table: list[list[Cell]]) -> None:
    if table[-1]:
        table.append([])

"""A report as tables for a terminal: the pieces in reading order, the fields, the profile's selectors.

Made with rich, which cuts what is too wide and leaves out colours where no terminal shows them. What comes of the page
is shown without control characters, so that no page can steer the terminal.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from rich.table import Table
from rich.text import Text

from cleanscrape.explain.report import UNLABELLED, LabelledPiece, Report
from cleanscrape.explain.wording import READ_BY, short_name
from cleanscrape.label import BODY, BOILERPLATE, FIELDS, Label

if TYPE_CHECKING:
    from rich.console import Console

_LONGEST: Final = 300  # characters of a cell: wider than any terminal shows on one line
_WIDE: Final = 100  # columns of a terminal from which the evidence has room
_NARROW: Final = 64  # columns below which who gave a label has none
_ROWS: Final = 500  # of one table: the width of its columns is worked out from all of them

_STYLES: Final[dict[str, str]] = {
    **dict.fromkeys(BODY, "green"),
    **dict.fromkeys(FIELDS, "blue"),
    **dict.fromkeys(BOILERPLATE, "yellow"),
    Label.NAVIGATION: "bright_black",
    Label.FOOTER: "bright_black",
    Label.RECENT_STORIES: "magenta",
    Label.RELATED: "magenta",
    Label.ADVERTISEMENT: "red",
    Label.LINK_FARM: "red",
    UNLABELLED: "default",
}


def print_report(report: Report, console: Console, kinds: Collection[str] = ()) -> None:
    """Print a report; of its pieces those of `kinds` alone, where any are named."""
    for table in _pieces(report, console.width, kinds):
        console.print(table)
    console.print(_fields(report))
    if report.matches:
        console.print(_matches(report))
    for line in _summary(report):
        console.print(line, soft_wrap=True)


def _plain(text: str) -> str:
    """A text on one line, without characters that steer a terminal or the direction of writing."""
    line = " ".join(text[:_LONGEST].split())
    if line.isprintable():
        return line
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in line)


def _cell(text: str, style: str = "") -> Text:
    return Text(_plain(text), style=style, no_wrap=True, overflow="ellipsis")


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, expand=True)


def _pieces(report: Report, width: int, kinds: Collection[str]) -> Iterator[Table]:
    """The pieces, a few hundred a table."""
    chosen = iter([piece for piece in report.pieces if not kinds or piece.label in kinds])
    title = "The page, piece by piece"
    while rows := list(islice(chosen, _ROWS)):
        yield _of_pieces(title, rows, width)
        title = ""


def _of_pieces(title: str, pieces: Iterable[LabelledPiece], width: int) -> Table:
    table = _table(title)
    table.add_column("#", justify="right", width=5)
    table.add_column("label", width=19)
    table.add_column("text", ratio=5)
    if width >= _NARROW:
        table.add_column("said by", ratio=3)
    if width >= _WIDE:
        table.add_column("selector or evidence", ratio=3)
    table.add_column("body", justify="right", width=5)
    for piece in pieces:
        cells = [_cell(str(piece.index)), _cell(piece.label, _STYLES[piece.label]), _cell(piece.text)]
        if width >= _NARROW:
            cells.append(_cell(short_name(piece.by)))
        if width >= _WIDE:
            cells.append(_cell(piece.selector or piece.evidence))
        table.add_row(*cells, _cell("" if piece.chance is None else f"{piece.chance:.2f}"))
    return table


def _fields(report: Report) -> Table:
    table = _table("The fields of the article")
    table.add_column("field", width=13)
    table.add_column("value", ratio=4)
    table.add_column("witness", ratio=2)
    table.add_column("evidence", ratio=2)
    for each in report.fields:
        if each.values:
            value = _cell(" · ".join(each.values))
            table.add_row(_cell(each.name), value, _cell(short_name(each.by or "")), _cell(each.evidence))
        else:
            table.add_row(_cell(each.name), _cell("not found", "dim"), "", "")
    return table


def _matches(report: Report) -> Table:
    table = _table("The profile's selectors")
    table.add_column("key", ratio=2)
    table.add_column("selector", ratio=3)
    table.add_column("finds", justify="right", width=16)
    for each in report.matches:
        finds = f"{each.count}" if each.is_used else f"{each.count}, not used" if each.count else "nothing"
        table.add_row(_cell(each.key), _cell(each.selector), _cell(finds, "" if each.count else "red"))
    return table


def _summary(report: Report) -> Iterator[Text]:
    use = report.profile
    read_by = f"the profile {use.name}, layout {use.layout}" if use.name else READ_BY[use.tier]
    kept = sum(piece.is_kept for piece in report.pieces)
    yield Text(
        _plain(f"Read by {read_by}; {kept} of {len(report.pieces)} pieces kept, confidence {report.confidence:.2f}")
    )
    for warning in report.warnings:
        yield Text("Warning: " + _plain(warning), style="yellow")
    if report.refusal is not None:
        yield Text("No article: " + _plain(report.refusal), style="red")

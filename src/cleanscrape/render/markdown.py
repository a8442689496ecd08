"""An Article as Markdown: CommonMark with the tables and the strike-through of GitHub's.

Blocks are written here, words in `cleanscrape.render.phrase`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from cleanscrape.article import Article, Block
from cleanscrape.render.address import web_address
from cleanscrape.render.body import Figure, code_lines, heading_level, illustrated, separated, with_dateline
from cleanscrape.render.inline import inline, plain, well_formed
from cleanscrape.render.moment import moment
from cleanscrape.render.outline import Step, steps
from cleanscrape.render.phrase import IN_CELL, IN_EMPHASIS, ON_ONE_LINE, destination, phrase
from cleanscrape.render.table import Cell, rows

_TICKS = re.compile(r"`+")
_CLOSING_HASHES = re.compile(r"(?:^|(?<=\s))#+\Z")
_LAST_NUMBER = 999_999_999
"""The last number that CommonMark takes for a list item's."""


def render_markdown(
    article: Article,
    *,
    header: bool = True,
    images: bool = False,
    captions: bool = True,
    dateline: bool = False,
) -> str:
    """The article as Markdown, ending in a line feed; empty where there is nothing to show.

    `header`: the headline as level 1, the standfirst in italics, and a line of byline and time. `images`: the
    article's images, each at its caption. `captions`: the body's captions, in italics. `dateline`: put back
    before the first paragraph.

    >>> body = (Block("paragraph", text="Two * two."), Block("list", text="one", level=1, ordinal=1))
    >>> print(render_markdown(Article(headline="Sums", body=body)), end="")
    # Sums
    <BLANKLINE>
    Two \\* two.
    <BLANKLINE>
    1. one
    """
    body = with_dateline(article) if dateline else article.body
    pictures = article.images if images else ()
    if not captions:
        body = tuple(block for block in body if block.kind != "caption")
        pictures = tuple(replace(image, caption=None, credit=None) for image in pictures)
    parts = [*_header(article)] if header else []
    parts += _body(illustrated(body, pictures))
    text = "\n\n".join(filter(None, parts))
    return well_formed(text) + "\n" if text else ""


def _header(article: Article) -> Iterator[str]:
    if article.headline:
        yield _heading(phrase(plain(article.headline), ON_ONE_LINE), 1)
    if article.dek_apart:
        yield phrase(plain(article.dek_apart), IN_EMPHASIS)
    signed = phrase(plain(article.byline.raw)) if article.byline else ""
    dated = moment(article.published) if article.published else ""
    yield " · ".join(filter(None, [signed, dated]))


def _body(parts: Iterable[Block | Figure]) -> Iterator[str]:
    for kind, run in groupby(parts, key=lambda part: part.kind):
        figures, blocks = separated(run)
        if kind == "list":
            yield _list(blocks)
        elif kind == "quote":
            yield _indented("\n\n".join(filter(None, map(_phrase, blocks))), first="> ", then="> ")
        else:
            yield from map(_block, blocks)
        yield from map(_figure, figures)


def _phrase(block: Block) -> str:
    return phrase(inline(block))


def _block(block: Block) -> str:
    if block.kind == "heading":
        return _heading(phrase(inline(block), ON_ONE_LINE), heading_level(block))
    if block.kind == "code":
        return _code(code_lines(block))
    if block.kind == "table":
        return _table(rows(block))
    if block.kind == "caption":
        return phrase(inline(block), IN_EMPHASIS)
    return _phrase(block)


def _heading(text: str, level: int) -> str:
    """A heading; one that is all bold is not bold, for a heading is."""
    if text[:2] == text[-2:] == "**" and len(text) > 4 and "**" not in text[2:-2]:
        text = text[2:-2]
    return f"{'#' * level} {_CLOSING_HASHES.sub(_escaped, text)}" if text else ""


def _escaped(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _code(text: str) -> str:
    """A fenced block, its fence longer than any run of backticks within."""
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
    return f"{fence}\n{text}\n{fence}" if text else ""


def _indented(text: str, *, first: str, then: str) -> str:
    """The lines behind a marker; no white space is left at the end of an empty one."""
    if not text:
        return ""
    head, *rest = text.split("\n")
    return "\n".join([first + head, *((then + line).rstrip(" ") for line in rest)])


def _list(items: Iterable[Block]) -> str:
    """The lines of one run of list blocks.

    A numbered list goes on only while its numbers do: an item out of turn begins a list of its own, told from
    the one before by the other delimiter, "." or ")".
    """
    lines: list[str] = []
    last: list[_Marker] = []
    for step in steps(replace(item, text=text) for item in items if (text := _phrase(item))):
        indent = last[step.depth - 2].content if step.depth > 1 else ""
        before = last[step.depth - 1] if step.depth <= len(last) else None
        marker = _marker(step, indent, before)
        if lines and marker.starts_late:
            lines.append("")
        lines.append(_indented(step.item.text, first=indent + marker.text, then=marker.content))
        last[step.depth - 1 :] = [marker]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marker:
    """What stands before a list item, and where its content begins.

    `starts_late`: it begins a list at another number than 1, which takes an empty line before it.
    """

    text: str
    content: str
    number: int | None = None
    delimiter: str = "."
    starts_late: bool = False


def _marker(step: Step, indent: str, before: _Marker | None) -> _Marker:
    number = step.item.ordinal
    if number is None or not 0 <= number <= _LAST_NUMBER:
        return _Marker(text="- ", content=indent + "  ")
    goes_on = not step.opens and before is not None and before.number == number - 1
    follows_numbers = before is not None and before.number is not None
    delimiter = before.delimiter if before else "."
    if follows_numbers and not goes_on:
        delimiter = ")" if delimiter == "." else "."
    text = f"{number}{delimiter} "
    return _Marker(
        text=text,
        content=indent + " " * len(text),
        number=number,
        delimiter=delimiter,
        starts_late=not goes_on and number != 1,
    )


def _table(table: list[list[Cell]]) -> str:
    """A table of GitHub's Markdown. It has no table without a head: the first row is the head.

    The head has as many cells as the longest row, for cells beyond the head are not shown.
    """
    lines = [[phrase(cell.content, IN_CELL) for cell in row] for row in table]
    if not any(map(any, lines)):
        return ""
    head, *rest = lines
    head += [""] * (max(map(len, lines)) - len(head))
    return "\n".join(map(_row, [head, ["---"] * len(head), *rest]))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _figure(figure: Figure) -> str:
    """The picture, and below it its caption and credit in italics."""
    address = web_address(figure.image.url)
    words = inline(figure.caption) if figure.caption else plain(figure.image.caption or "")
    if figure.credit:
        words = [*words, *plain(" " + figure.credit)]
    picture = f"![{phrase(plain(figure.image.alt or ''), ON_ONE_LINE)}]({destination(address)})" if address else ""
    return "\n\n".join(filter(None, [picture, phrase(words, IN_EMPHASIS)]))

"""Cutting a parsed tree into pieces.

The tree is serialised once in C and read as a flat row of tags and texts: that costs a third of walking it
element by element, and leaves the tree as it was. The cost is linear in the length of the markup.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import islice
from typing import Any

from lxml import etree

from cleanscrape.block import (
    BLOCK,
    BREAK,
    CUSTOM,
    FLOWING,
    INLINE,
    LINK,
    LONGEST_TAG,
    SKIP,
    Blocks,
    Context,
    Node,
    Piece,
    Tag,
    unescape,
)
from cleanscrape.errors import LimitExceeded
from cleanscrape.page import Limits

_TOKEN = re.compile(r"<([^>]*)>([^<]*)")
# A table whose cells are longer holds the layout of a page, not data.
# A text in a menu that is longer is no entry: the menu holds more than a menu.
_LONGEST_ENTRY = 100
_NO_MENU = frozenset("h1 article time figure select svg script style object textarea audio video p main".split())
_LONGEST_CELL = 600
_SHORT_CELL = 120


def cut_tree(root: Any, limits: Limits, marked: Collection[int] = ()) -> Blocks:
    """Cut a tree into pieces.

    `marked` are the places, in document order, of elements that must stand as nodes of their own even where they
    are inline: those that a profile's selectors match.
    """
    tokens = _TOKEN.findall(etree.tostring(root, encoding="unicode"))
    if len(tokens) > 2 * limits.elements:
        raise LimitExceeded(
            f"the page has about {len(tokens) // 2:,} elements, the limit is {limits.elements:,}: "
            "pass a smaller page, or Limits(elements=...) that allow it"
        )
    cutter = _Cutter(tokens, marked)
    cutter.run()
    deepest = max(node.depth for node in cutter.nodes)
    if deepest > limits.depth:
        raise LimitExceeded(
            f"the page nests {deepest:,} blocks in one another, the limit is {limits.depth:,}: "
            "pass a smaller page, or Limits(depth=...) that allow it"
        )
    return Blocks(cutter.pieces, cutter.nodes, tokens)


class _Cutter:
    """One pass over the tokens of one page."""

    def __init__(self, tokens: list[tuple[str, str]], marked: Collection[int]) -> None:
        self.tokens = tokens
        self.marked = marked
        self.pieces: list[Piece] = []
        self.node = Node(Tag("html"), None, -1, 0, 0)
        self.nodes: list[Node] = [self.node]
        self.texts: list[str] = []
        self.start = 0
        self.links: list[tuple[str, str]] = []
        self.link_chars = 0
        self.link: str | None = None  # the start tag of the link that is open
        self.link_at = 0
        self.link_closed_at = -1
        self.outer: str | None = None
        self.breaks = 0
        self.broken_at = -1
        self.inline = 0
        self._twins: dict[tuple[str, int], Tag] = {}

    def run(self) -> None:  # noqa: C901, PLR0912, PLR0915 - the hot loop: a call more for each token would cost a tenth of the whole way
        """Read all tokens."""
        tags: dict[str, Tag] = {}
        stack: list[Tag] = []
        marked = self.marked
        texts = self.texts
        order = -1
        tokens = iter(enumerate(self.tokens))
        for index, (raw, text) in tokens:
            if raw[0] == "/":
                tag = stack.pop()
                if tag.flow:
                    self._close(tag.flow, index)
            else:
                order += 1
                known = tags.get(raw)
                if known is None:
                    known = tags[raw] = Tag(raw)
                tag = known
                if marked and order in marked and tag.flow != SKIP:
                    tag = self._twin(raw, BLOCK)
                is_empty = raw[-1] == "/"
                flow = tag.flow
                if flow == SKIP:
                    if not is_empty:
                        skipped, text = _skip(tokens)
                        order += skipped
                elif raw[:3] == "nav" and not marked and (menu := self._menu(index, order)):
                    order += menu[0]
                    text = menu[2]
                    next(islice(tokens, menu[1] - 1, None), None)
                    is_empty = True
                elif flow:
                    if flow == CUSTOM:
                        tag = self._twin(raw, INLINE if self.node.tag.name in FLOWING else BLOCK)
                    self._open(tag, index, order, is_empty)
                elif tag.hints:
                    self.inline |= tag.hints
                if not is_empty and flow != SKIP:
                    stack.append(tag)
            if text and (texts or not text.isspace()):
                texts.append(text)
        if texts:
            self._flush(len(self.tokens))
        self.nodes[0].end = len(self.pieces)
        self.nodes[0].stop = len(self.tokens)

    def _twin(self, raw: str, flow: int) -> Tag:
        """The tag as one of another flow: a custom element, or an inline one that a selector matches."""
        key = (raw, flow)
        return self._twins.get(key) or self._twins.setdefault(key, Tag(raw, flow))

    def _open(self, tag: Tag, index: int, order: int, is_empty: bool) -> None:
        flow = tag.flow
        if flow == BLOCK:
            if self.texts:
                self._flush(index)
            self.start = index
            if is_empty:
                return
            parent = self.node
            self.node = node = Node(tag, parent, order, len(self.pieces), index)
            self.nodes.append(node)
            if tag.name == "li":
                parent.items += 1
        elif flow == LINK:
            if is_empty:
                return
            if self.link_closed_at == index - 1 and self.texts:
                self.texts.append(" ")  # links that touch in the source stand apart on the page
            self.link = tag.raw
            self.link_at = len(self.texts)
        elif flow == BREAK:
            self._break(index)

    def _menu(self, index: int, order: int) -> tuple[int, int, str] | None:
        """Read a whole ``nav`` as one piece: (elements in it, tokens to its end, text after it).

        None where it holds more than a menu: running text, a headline, breadcrumbs, a story. A third of the pieces of
        news pages stand in menus, and nobody asks for them one by one.
        """
        read = _entries(self.tokens, index)
        if read is None:
            return None
        count, at, texts, links = read
        if self.texts:
            self._flush(index)
        node = Node(Tag(self.tokens[index][0]), self.node, order, len(self.pieces), index)
        self.nodes.append(node)
        if texts:
            piece = Piece(unescape(" ".join(texts)), node, index, at)
            piece.links = links
            piece.link_chars = min(len(piece.text), sum(len(text) + 1 for _, text in links))
            self.pieces.append(piece)
        node.end, node.stop = len(self.pieces), at + 1
        self.start = at
        return count - 1, at - index, self.tokens[at][1]

    def _close(self, flow: int, index: int) -> None:
        if flow == BLOCK:
            if self.texts:
                self._flush(index)
            self.start = index
            node = self.node
            node.end = len(self.pieces)
            node.stop = index + 1
            if node.tag.name == "table":
                _fold_table(node, self.pieces, self.nodes)
            if node.parent is not None:
                self.node = node.parent
        elif flow == LINK:
            self._note_link()
            self.link = None
            if not self.tokens[index][1]:
                self.link_closed_at = index

    def _break(self, index: int) -> None:
        """A line break; two in a row, with only white space between, part paragraphs."""
        texts = self.texts
        if self.node.context & Context.PRE:
            texts.append("\n")
            return
        if not texts:
            return
        if self.broken_at >= 0 and not "".join(texts[self.broken_at :]).strip():
            self._flush(index)
            return
        texts.append(" ")
        self.breaks += 1
        self.broken_at = len(texts)

    def _note_link(self) -> None:
        text = " ".join("".join(self.texts[self.link_at :]).split())
        if text and self.link is not None:
            self.links.append((self.link, unescape(text)))
            self.link_chars += len(text)

    def _flush(self, index: int) -> None:
        """End the piece that is open, if it holds anything that can be seen."""
        texts = self.texts
        start, self.start = self.start, index
        if self.link is not None:
            self._note_link()
            self.link_at = 0
        joined = "".join(texts)
        texts.clear()
        text = " ".join(joined.split())
        if text:
            self._add(text, joined, start, index)
        if self.links:
            self.links = []
            self.link_chars = 0
        self.inline = 0
        self.breaks = 0
        self.broken_at = -1

    def _add(self, text: str, joined: str, start: int, index: int) -> None:
        node = self.node
        context = node.context
        if context & Context.PRE:
            text = joined.strip("\n").rstrip()
        piece = Piece(unescape(text), node, start, index)
        piece.links = self.links
        piece.link_chars = self.link_chars
        piece.inline = self.inline
        piece.breaks = self.breaks
        piece.outer = self.link
        if context & _KINDS:
            _set_kind(piece, node, context)
        self.pieces.append(piece)


_KINDS = Context.HEADING | Context.PRE | Context.CAPTION | Context.LIST | Context.QUOTE


def _set_kind(piece: Piece, node: Node, context: int) -> None:
    if context & Context.HEADING:
        piece.kind, piece.level = "heading", node.level
    elif context & Context.PRE:
        piece.kind = "code"
    elif context & Context.CAPTION:
        piece.kind = "caption"
    elif context & Context.LIST:
        piece.kind, piece.level = "list", max(1, node.lists)
        piece.ordinal = _ordinal(node)
    else:
        piece.kind = "quote"


def _ordinal(node: Node) -> int | None:
    item: Node | None = node
    while item is not None and item.tag.name != "li":
        item = item.parent
    if item is None or item.parent is None or item.parent.tag.name != "ol":
        return None
    return item.parent.items


def _entries(tokens: list[tuple[str, str]], index: int) -> tuple[int, int, list[str], list[tuple[str, str]]] | None:
    """The entries of a menu: elements in it, index of its end tag, texts, links. None where it is no mere menu."""
    texts: list[str] = []
    links: list[tuple[str, str]] = []
    link: str | None = None
    depth = count = 0
    for at in range(index, len(tokens)):
        raw, text = tokens[at]
        if raw[0] == "/":
            depth -= 1
            if not depth:
                return count, at, texts, links
            link = None if raw == "/a" else link
        else:
            count += 1
            depth += raw[-1] != "/"
            if "crumb" in raw or raw[:LONGEST_TAG].split(" ", 1)[0] in _NO_MENU:
                return None
            link = raw if raw[:2] == "a " else link
        text = " ".join(text.split())
        if text:
            if len(text) > _LONGEST_ENTRY:
                return None
            texts.append(text)
            if link is not None:
                links.append((link, unescape(text)))
    return None


def _skip(tokens: Any) -> tuple[int, str]:
    """Read on to the end of the element that has just been opened: (elements in it, text after it)."""
    depth, skipped = 1, 0
    for _, (raw, text) in tokens:
        if raw[0] == "/":
            depth -= 1
            if not depth:
                return skipped, text
        else:
            skipped += 1
            if raw[-1] != "/":
                depth += 1
    return skipped, ""


def _fold_table(table: Node, pieces: list[Piece], nodes: list[Node]) -> None:
    """Make one piece of a table that holds data; leave one that holds the layout of the page as it is."""
    inside = pieces[table.first :]
    rows = _rows(table, inside)
    if rows is None:
        return
    folded = Piece("\n".join("\t".join(cells) for cells in rows), table, table.start, table.stop)
    folded.kind = "table"
    for piece in inside:
        folded.links += piece.links
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
    for piece in inside:
        cell: Node | None = piece.node
        while cell is not None and cell is not table and cell.tag.name not in ("td", "th"):
            cell = cell.parent
        if cell is None or cell.parent is None or len(piece.text) > _LONGEST_CELL:
            return None
        row = rows.setdefault(cell.parent.order if cell is not table else -1, {})
        row[cell.order] = f"{row[cell.order]} {piece.text}" if cell.order in row else piece.text
    texts = [text for row in rows.values() for text in row.values()]
    short = sum(len(text) <= _SHORT_CELL for text in texts)
    is_data = len(rows) > 1 and max(map(len, rows.values())) > 1 and 2 * short > len(texts)
    return [list(row.values()) for row in rows.values()] if is_data else None

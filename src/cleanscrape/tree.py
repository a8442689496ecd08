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
_MUCH_MARKUP = 1_000_000  # characters; so much is not copied a second time, as memory counts for more than speed there
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
    raws, texts = _tokens(etree.tostring(root, encoding="unicode"))
    if len(raws) > 2 * limits.elements:
        raise LimitExceeded(
            f"the page has about {len(raws) // 2:,} elements, the limit is {limits.elements:,}: "
            "pass a smaller page, or Limits(elements=...) that allow it"
        )
    cutter = _Cutter(raws, texts, marked)
    cutter.run()
    deepest = max([node.depth for node in cutter.nodes])
    if deepest > limits.depth:
        raise LimitExceeded(
            f"the page nests {deepest:,} blocks in one another, the limit is {limits.depth:,}: "
            "pass a smaller page, or Limits(depth=...) that allow it"
        )
    return Blocks(cutter.pieces, cutter.nodes, raws, texts)


def _tokens(markup: str) -> tuple[list[str], list[str]]:
    """The tags of serialised markup, without brackets, and the text after each."""
    if len(markup) < _MUCH_MARKUP and "<!" not in markup:
        flat = markup.replace("<", ">").split(">")  # half the cost of the pattern
        if len(flat) == 2 * markup.count(">") + 1:
            return flat[1::2], flat[2::2]
    # A broken name of an attribute, or the body of a script that was left, holds brackets: all others are escaped.
    pairs = _TOKEN.findall(markup)
    return [raw for raw, _ in pairs], [text for _, text in pairs]


class _Cutter:
    """One pass over the tokens of one page."""

    def __init__(self, raws: list[str], after: list[str], marked: Collection[int]) -> None:
        self.raws = raws
        self.after = after
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
        self.outer: str | None = None
        self.breaks = 0
        self.broken_at = -1
        self.inline = 0
        self._twins: dict[tuple[str, int], Tag] = {}

    def run(self) -> None:  # noqa: C901, PLR0912, PLR0915 - the hot loop: a call more for each token would cost a tenth of the whole way
        """Read all tokens."""
        tags: dict[str, Tag] = {}
        stack: list[int] = []  # what the open elements do to the flow
        push, pop = stack.append, stack.pop
        marked = self.marked
        texts = self.texts
        pieces = self.pieces
        order = -1
        link_closed_at = -1
        tokens = iter(enumerate(zip(self.raws, self.after, strict=True)))
        for index, (raw, text) in tokens:
            if raw[0] == "/":
                flow = pop()
                if flow == BLOCK:
                    if texts:
                        self._flush(index)
                    self.start = index
                    node = self.node
                    node.end = len(pieces)
                    node.stop = index + 1
                    if raw == "/table":
                        _fold_table(node, pieces, self.nodes)
                    self.node = node.parent or node
                elif flow == LINK:
                    if texts:
                        self._note_link()
                    self.link = None
                    if not text:
                        link_closed_at = index
            elif raw[:2] == "a " and not marked:
                order += 1
                if raw[-1] != "/":
                    if link_closed_at == index - 1 and texts:
                        texts.append(" ")  # links that touch in the source stand apart on the page
                    self.link = raw
                    self.link_at = len(texts)
                    push(LINK)
            else:
                order += 1
                tag = tags.get(raw) or tags.setdefault(raw, Tag(raw))
                if marked and order in marked and tag.flow != SKIP:
                    tag = self._twin(raw, BLOCK)
                flow = tag.flow
                is_empty = raw[-1] == "/"
                if flow == SKIP:
                    if not is_empty:
                        skipped, text = _skip(tokens)
                        order += skipped
                elif raw[:3] == "nav" and not marked and (menu := self._menu(tag, index, order)):
                    order += menu[0]
                    text = self.after[index + menu[1]]
                    next(islice(tokens, menu[1] - 1, None), None)
                else:
                    if flow == CUSTOM:
                        tag = self._twin(raw, INLINE if self.node.tag.name in FLOWING else BLOCK)
                        flow = tag.flow
                    if flow == BLOCK:
                        if texts:
                            self._flush(index)
                        self.start = index
                        if not is_empty:
                            parent = self.node
                            self.node = node = Node(tag, parent, order, len(pieces), index)
                            self.nodes.append(node)
                            if tag.name == "li":
                                parent.items += 1
                    elif flow == BREAK:
                        self._break(index)
                    elif flow == LINK and not is_empty:
                        if link_closed_at == index - 1 and texts:
                            texts.append(" ")
                        self.link = raw
                        self.link_at = len(texts)
                    elif flow == INLINE:
                        self.inline |= tag.hints
                    if not is_empty:
                        push(flow)
            if text and (texts or not text.isspace()):
                texts.append(text)
        if texts:
            self._flush(len(self.raws))
        self.nodes[0].end = len(pieces)
        self.nodes[0].stop = len(self.raws)

    def _twin(self, raw: str, flow: int) -> Tag:
        """The tag as one of another flow: a custom element, or an inline one that a selector matches."""
        key = (raw, flow)
        return self._twins.get(key) or self._twins.setdefault(key, Tag(raw, flow))

    def _menu(self, tag: Tag, index: int, order: int) -> tuple[int, int] | None:
        """Read a whole ``nav`` as one piece: (elements in it, tokens to its end).

        None where it holds more than a menu: running text, a headline, breadcrumbs, a story. A third of the pieces of
        news pages stand in menus, and nobody asks for them one by one.
        """
        read = _entries(self.raws, self.after, index)
        if read is None:
            return None
        count, at, texts, links = read
        if self.texts:
            self._flush(index)
        node = Node(tag, self.node, order, len(self.pieces), index)
        self.nodes.append(node)
        if texts:
            piece = Piece(unescape(" ".join(texts)), node, index, at)
            piece.links = links
            piece.link_chars = min(len(piece.text), sum(len(text) + 1 for _, text in links))
            self.pieces.append(piece)
        node.end, node.stop = len(self.pieces), at + 1
        self.start = at
        return count - 1, at - index

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
        texts = self.texts
        at = self.link_at
        text = " ".join((texts[at] if len(texts) == at + 1 else "".join(texts[at:])).split())
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
        joined = texts[0] if len(texts) == 1 else "".join(texts)
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
        if self.links:  # else the next piece would fill the list of this one
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


def _entries(raws: list[str], after: list[str], index: int) -> tuple[int, int, list[str], list[tuple[str, str]]] | None:
    """The entries of a menu: elements in it, index of its end tag, texts, links. None where it is no mere menu."""
    texts: list[str] = []
    links: list[tuple[str, str]] = []
    link: str | None = None
    depth = count = 0
    for at in range(index, len(raws)):
        raw, text = raws[at], after[at]
        if raw[0] == "/":
            depth -= 1
            if not depth:
                return count, at, texts, links
            link = None if raw == "/a" else link
        else:
            count += 1
            depth += raw[-1] != "/"
            if raw[:2] == "a ":
                link = raw
                if "crumb" in raw:
                    return None
            elif "crumb" in raw or raw[:LONGEST_TAG].split(" ", 1)[0] in _NO_MENU:
                return None
        if text and (text := " ".join(text.split())):
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

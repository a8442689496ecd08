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
    EMPTY,
    FLOWING,
    INLINE,
    ITEM,
    LINK,
    MENU,
    PICTURE,
    SKIP,
    Blocks,
    Context,
    Node,
    Piece,
    Tag,
    flow_of,
    folded,
    name_of,
    tag_of,
    unescape,
)
from cleanscrape.data_table import fold_table
from cleanscrape.errors import LimitExceeded
from cleanscrape.menu import entries
from cleanscrape.page import Limits

_TOKEN = re.compile(r"<([^>]*)>([^<]*)")
_MUCH_MARKUP = 1_000_000  # characters; so much is not copied a second time, as memory counts for more than speed there
# A text of so many characters before a line break, with its last sentence ended, is a paragraph of its own. On news
# pages whose paragraphs people have told apart, equal paragraphs go from 0.941 to 0.946 (F1); no other figure falls.
_SHORTEST_PARAGRAPH = 80
_ENDS = frozenset('.!?…。！？।۔؟"”»’')


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
    deepest = cutter.run()
    if deepest > limits.depth:
        raise LimitExceeded(
            f"the page nests {deepest:,} blocks in one another, the limit is {limits.depth:,}: "
            "pass a smaller page, or Limits(depth=...) that allow it"
        )
    return Blocks(cutter.pieces, cutter.nodes, raws, texts, cutter.pictures)


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
    """One pass over the tokens of one page.

    `opened` are the block-level elements that are open, outermost first: (start tag, place among all elements, token,
    number in its list). A `Node` is made of one only when a piece stands in it; `standing` are those that are made, a
    beginning of `opened`, behind the document's own.
    """

    def __init__(self, raws: list[str], after: list[str], marked: Collection[int]) -> None:
        self.raws = raws
        self.after = after
        self.marked = marked
        self.pieces: list[Piece] = []
        self.nodes: list[Node] = [Node(tag_of("html"), None, -1, 0, 0)]
        self.pictures: list[int] = []
        self.standing = self.nodes[:]
        self.opened: list[tuple[str, int, int, int]] = []
        self.tags: dict[str, Tag] = {}
        self.texts: list[str] = []
        self.start = 0
        self.links: list[tuple[str, str]] = []
        self.link_chars = 0
        self.link: str | None = None  # the start tag of the link that is open
        self.link_at = 0
        self.breaks = 0
        self.broken_at = -1
        self.inline: list[str] = []  # the start tags of inline elements since the last piece

    def run(self) -> int:  # noqa: C901, PLR0912, PLR0915 - the hot loop: a call more for each token would cost a tenth of the whole way
        """Read all tokens; give the most blocks that are open at once."""
        flows: dict[str, int] = {}
        known = flows.get
        stack: list[int] = []  # what the open elements do to the flow
        push, pop = stack.append, stack.pop
        items: dict[int, int] = {}  # how many list items were seen directly in an open block, by its token
        marked = self.marked
        pieces, texts, inline = self.pieces, self.texts, self.inline
        opened, standing, flush = self.opened, self.standing, self._flush
        order = -1
        deepest = 0
        link_closed_at = -1
        tokens = iter(enumerate(zip(self.raws, self.after, strict=True)))
        for index, (raw, text) in tokens:
            if raw[0] == "/":
                flow = pop()
                if flow == BLOCK:
                    if texts:
                        flush(index)
                    self.start = index
                    opened.pop()
                    if len(standing) - 1 > len(opened):
                        node = standing.pop()
                        node.end = len(pieces)
                        node.stop = index + 1
                        if raw == "/table":
                            fold_table(node, pieces, self.nodes)
                elif flow == LINK:
                    if texts:
                        self._note_link()
                    self.link = None
                    if not text:
                        link_closed_at = index
            else:
                order += 1
                flow = known(raw, -1)
                if flow < 0:  # of links hardly two are alike
                    flow = LINK if raw[:2] == "a " and raw[-1] != "/" else flows.setdefault(raw, flow_of(raw))
                if marked or flow & CUSTOM:
                    flow = self._flow_in_place(raw, flow, order)
                if flow & SKIP and (passed := self._pass(raw, flow, index, order)):
                    elements, end = passed
                    order += elements
                    text = self.after[end]
                    next(islice(tokens, end - index - 1, None), None)
                elif flow & BLOCK:
                    if texts:
                        flush(index)
                    self.start = index
                    number = 0
                    if flow & ITEM == ITEM:
                        around = opened[-1][2] if opened else -1
                        number = items[around] = items.get(around, 0) + 1
                    if flow < EMPTY:
                        opened.append((raw, order, index, number))
                        push(BLOCK)
                        if len(opened) > deepest:
                            deepest = len(opened)
                elif flow == LINK:
                    if link_closed_at == index - 1 and texts:
                        texts.append(" ")  # links that touch in the source stand apart on the page
                    self.link = raw
                    self.link_at = len(texts)
                    push(flow)
                else:
                    if flow & INLINE:
                        inline.append(raw)
                    elif flow & PICTURE:
                        self.pictures.append(index)
                    elif flow & BREAK:
                        self._break(index)
                    if flow < EMPTY:
                        push(flow)
            if text and (texts or not text.isspace()):
                texts.append(text)
        if texts:
            self._flush(len(self.raws))
        if marked:  # a picture may be a block then
            self.pictures = [at for at, raw in enumerate(self.raws) if raw[:4] == "img "]
        self.nodes[0].end = len(self.pieces)
        self.nodes[0].stop = len(self.raws)
        return deepest

    def _flow_in_place(self, raw: str, flow: int, order: int) -> int:
        """What an element does to the flow where it stands: one that is marked is a block, as a custom one may be."""
        empty = flow & EMPTY
        plain = flow - empty
        if order in self.marked and plain != SKIP:
            return ITEM | empty if plain == ITEM else BLOCK | empty
        if plain == MENU:
            return BLOCK | empty if self.marked else flow
        if plain != CUSTOM:
            return flow
        if self.opened and name_of(self.opened[-1][0]) in FLOWING:
            return INLINE | empty
        return MENU | empty if raw.startswith("nav") and not self.marked else BLOCK | empty

    def _stand(self) -> Node:
        """The innermost open element as a node, and those around it."""
        standing = self.standing
        node = standing[-1]
        for raw, order, start, ordinal in self.opened[len(standing) - 1 :]:
            tag = self.tags.get(raw)
            if tag is None:
                tag = self.tags[raw] = tag_of(raw)
            node = Node(tag, node, order, len(self.pieces), start, ordinal)
            standing.append(node)
            self.nodes.append(node)
        return node

    def _pass(self, raw: str, flow: int, index: int, order: int) -> tuple[int, int] | None:
        """Pass over what is not seen, or is a menu: (elements in it, its end tag); None where it is neither."""
        if flow >= EMPTY:
            return None
        passed = self._menu(raw, index, order) if flow & BLOCK else _unseen(self.raws, index)
        if passed is not None:
            self.pictures += [at for at in range(index, passed[1]) if self.raws[at][:4] == "img "]
        return passed

    def _menu(self, raw: str, index: int, order: int) -> tuple[int, int] | None:
        """Read a whole ``nav`` as one piece.

        None where it holds more than a menu: running text, a headline, breadcrumbs, a story. A third of the pieces of
        news pages stand in menus, and nobody asks for them one by one.
        """
        if self.texts:
            self._flush(index)
        self.start = index
        read = entries(self.raws, self.after, index)
        if read is None:
            return None
        count, at, texts, links = read
        if texts:
            node = Node(tag_of(raw), self._stand(), order, len(self.pieces), index)
            piece = Piece(unescape(" ".join(texts)), node, index, at)
            piece.links = links
            piece.link_chars = min(len(piece.text), sum([len(text) + 1 for _, text in links]))
            self.pieces.append(piece)
            self.nodes.append(node)
            node.end, node.stop = len(self.pieces), at + 1
        self.start = at
        return count - 1, at

    def _break(self, index: int) -> None:
        """A line break; two in a row, with only white space between, part paragraphs."""
        texts = self.texts
        if self._stand().context & Context.PRE:
            texts.append("\n")
            return
        if not texts:
            return
        if self.broken_at >= 0 and not "".join(texts[self.broken_at :]).strip():
            self._flush(index)
            return
        if self.link is None and _is_paragraph(texts):
            self._flush(index)
            return
        texts.append(" ")
        self.breaks += 1
        self.broken_at = len(texts)

    def _note_link(self) -> None:
        texts = self.texts
        at = self.link_at
        text = folded(texts[at] if len(texts) == at + 1 else "".join(texts[at:]))
        if text and self.link is not None:
            self.links.append((self.link, unescape(text) if "&" in text else text))
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
        text = folded(joined)
        if text:
            node = self._stand() if len(self.standing) <= len(self.opened) else self.standing[-1]
            context = node.context
            if context & Context.PRE:
                text = joined.strip("\n").rstrip()
            piece = Piece(unescape(text) if "&" in text else text, node, start, index)
            piece.outer = self.link
            if self.links:
                piece.links = self.links
                piece.link_chars = self.link_chars
            if self.inline:
                piece.inline = _hints_of(self.inline)
            if self.breaks:
                piece.breaks = self.breaks
            if context & _KINDS:
                _set_kind(piece, node, context)
            self.pieces.append(piece)
        if self.links:
            self.links = []
            self.link_chars = 0
        self.inline.clear()
        self.breaks = 0
        self.broken_at = -1


def _is_paragraph(texts: list[str]) -> bool:
    """Whether the text before a line break is a whole paragraph: its last sentence is ended, and it is long.

    What is not long is looked at again at the next line break: that costs little, as it is not long.
    """
    return texts[-1].rstrip()[-1:] in _ENDS and len("".join(texts)) >= _SHORTEST_PARAGRAPH


def _hints_of(raws: list[str]) -> int:
    """What the names of some inline elements hint at together."""
    hints = 0
    for raw in raws:
        hints |= tag_of(raw).hints
    return hints


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
    return item.ordinal


def _unseen(raws: list[str], index: int) -> tuple[int, int]:
    """How many elements stand in an element, and the index of its end tag."""
    depth = 1
    count = 0
    for at in range(index + 1, len(raws)):
        raw = raws[at]
        if raw[0] == "/":
            depth -= 1
            if not depth:
                return count, at
        else:
            count += 1
            depth += raw[-1] != "/"
    return count, len(raws) - 1

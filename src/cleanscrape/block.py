"""The blocks of a page before anything is known of them, and the elements that they stand in.

A piece is what a reader would see as one: a paragraph, heading, list item, quote, caption, table, code, byline
line, menu entry. Markup (`cleanscrape.tree`) and text captures (`cleanscrape.lines`) are cut into the same
pieces, so that everything after this is one code.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from cleanscrape.hint import Hint, hints_of

# What an element does to the flow of text: bits.
PLAIN: Final = 0  # inline, and its names say nothing of the text around it
BLOCK: Final = 1 << 0
ITEM: Final = BLOCK | 1 << 1  # a block that its list counts
SKIP: Final = 1 << 2  # nothing in it is seen
MENU: Final = BLOCK | SKIP  # a block that may be passed over as one piece
INLINE: Final = 1 << 3
LINK: Final = 1 << 4
BREAK: Final = 1 << 5
PICTURE: Final = 1 << 6
CUSTOM: Final = 1 << 7  # a block or inline, by where it stands
EMPTY: Final = 1 << 8  # the largest: its start tag is its end too

_FLOW: dict[str, int] = {"a": LINK, "br": BREAK}
_FLOW |= dict.fromkeys(
    (
        "html body address article aside blockquote button center dd details dialog dir div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr iframe legend li main menu nav ol option p pre search "
        "section summary table caption tbody td template tfoot th thead tr ul textarea"
    ).split(),
    BLOCK,
)
_FLOW |= dict.fromkeys(
    "head script style noscript svg canvas audio video object select datalist title iframe map".split(), SKIP
)
_FLOW["li"] = ITEM
_FLOW["nav"] = MENU
_FLOW["img"] = PICTURE
_FLOW |= dict.fromkeys("input source picture i font wbr embed param path meta link".split(), PLAIN)
# Elements whose names say nothing of the text around them.
_NAMELESS: Final = frozenset([*(name for name, flow in _FLOW.items() if flow == PLAIN), "img", "br", "hr", "iframe"])
UNSEEN: Final = frozenset(name for name, flow in _FLOW.items() if flow == SKIP)
FLOWING: Final = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd td th figcaption blockquote".split())
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_LISTS: Final = frozenset(("ul", "ol", "menu", "dir"))

_NAMES: Final = re.compile(r' (?:class|id|itemprop|role|data-component|data-testid)="([^"]*)"').findall
_UNSEEN = re.compile(r'\shidden(?:=|$)|display:\s*none|\saria-hidden="true"')
LONGEST_TAG: Final = 60  # characters within which a tag's name ends; splitting a whole tag would copy megabytes
_ATTRIBUTE = re.compile(r'\s([^\s=]+)="([^"]*)"')
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&#13;", " "), ("&amp;", "&"))


class Context:
    """Which elements a piece stands in: one bit each, handed down from element to element."""

    ARTICLE = 1 << 0
    MAIN = 1 << 1
    ASIDE = 1 << 2
    NAV = 1 << 3
    HEADER = 1 << 4
    FOOTER = 1 << 5
    FORM = 1 << 6
    FIGURE = 1 << 7
    CAPTION = 1 << 8
    LIST = 1 << 9
    QUOTE = 1 << 10
    PRE = 1 << 11
    HEADING = 1 << 12
    TABLE = 1 << 13
    BUTTON = 1 << 14
    PARAGRAPH = 1 << 15
    DETAILS = 1 << 16
    DIALOG = 1 << 17


CONTEXT: Final = {
    "article": Context.ARTICLE, "main": Context.MAIN, "aside": Context.ASIDE, "nav": Context.NAV,
    "header": Context.HEADER, "footer": Context.FOOTER, "form": Context.FORM, "fieldset": Context.FORM,
    "figure": Context.FIGURE, "figcaption": Context.CAPTION, "li": Context.LIST, "blockquote": Context.QUOTE,
    "pre": Context.PRE, "table": Context.TABLE, "button": Context.BUTTON, "p": Context.PARAGRAPH,
    "details": Context.DETAILS, "dialog": Context.DIALOG, "option": Context.FORM, "textarea": Context.FORM,
    **dict.fromkeys(HEADINGS, Context.HEADING),
}  # fmt: skip


def name_of(raw: str) -> str:
    """The name of an element, from its start tag."""
    end = raw.find(" ", 0, LONGEST_TAG)
    return (raw[:end] if end >= 0 else raw[:LONGEST_TAG]).rstrip("/")


def flow_of(raw: str) -> int:
    """What an element with this start tag does to the flow of text."""
    return _flow(raw) if len(raw) <= LONGEST_KEPT else _read_flow(raw)


def _read_flow(raw: str) -> int:
    name = name_of(raw)
    flow = _FLOW.get(name)
    if flow is None:
        flow = CUSTOM if "-" in name else INLINE if " " in raw else PLAIN
    return flow | EMPTY if raw[-1] == "/" else flow


# Equal tags are read once: the pages of a site are full of the same.
_flow = lru_cache(maxsize=4096)(_read_flow)
LONGEST_KEPT: Final = 400  # characters of a start tag; of a longer one no other page has the same


class Tag:
    """One start tag as it is written.

    `hints` are the bits of `Hint` that its names stand for, `handed` those that hold for all within: the names of
    body say too much to count. `context`, `level` and `lists` are what it adds for the pieces within.
    """

    __slots__ = ("context", "handed", "hints", "level", "lists", "name", "raw")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.name = name = name_of(raw)
        self.hints = hints = _hints(raw) if " " in raw and name not in _NAMELESS else 0
        self.handed = hints if name != "body" else 0
        self.context = context = CONTEXT.get(name, 0)
        self.level = HEADINGS[name] if context == Context.HEADING else 0
        self.lists = int(name in _LISTS)

    def attributes(self) -> dict[str, str]:
        """The attributes, entities resolved."""
        return attributes(self.raw)


_OPENING: Final = 4  # tags


def tag_of(raw: str) -> Tag:
    """The tag that is written so. Equal ones share one object: the pages of a site are full of the same."""
    return _tag(raw) if len(raw) <= LONGEST_KEPT else Tag(raw)


_tag = lru_cache(maxsize=8192)(Tag)


def attributes(raw: str) -> dict[str, str]:
    """The attributes of a start tag as written, entities resolved."""
    return {key: unescape(value) for key, value in _ATTRIBUTE.findall(raw)}


def _hints(raw: str) -> int:
    """The bits of `Hint` that the names in a start tag stand for."""
    names = _NAMES(raw)
    bits = hints_of(names[0] if len(names) == 1 else " ".join(names)) if names else 0
    if ("hidden" in raw or "none" in raw) and _UNSEEN.search(raw):
        bits |= Hint.HIDDEN
    return bits


class Node:
    """A block-level element that is open around pieces: where they stand. One that holds no piece has no node.

    `first` and `end` delimit its pieces, `start` and `stop` its tokens. `context` and `hints` hold its own and its
    ancestors' bits; `lists` counts the lists that it is in; `ordinal` is a list item's place in its list, from 1.
    """

    __slots__ = (
        "context", "end", "first", "hints", "level", "lists", "order", "ordinal", "parent", "scratch", "start", "stop",
        "tag",
    )  # fmt: skip

    def __init__(self, tag: Tag, parent: Node | None, order: int, first: int, start: int, ordinal: int = 0) -> None:
        self.tag = tag
        self.parent = parent
        self.order = order  # the element's place among all elements of the document
        self.first = self.end = first
        self.start = self.stop = start
        self.ordinal = ordinal
        self.scratch: Any = None  # what the labellers note down here
        if parent is None:
            self.context = self.lists = self.level = self.hints = 0
            return
        self.context = parent.context | tag.context
        self.lists = parent.lists + tag.lists
        self.level = tag.level or parent.level
        self.hints = parent.hints | tag.handed

    def path(self) -> str:
        """A CSS-like path towards the document: names, the id or first classes of the innermost elements."""
        steps: list[str] = []
        node: Node | None = self
        while node is not None and len(steps) < _PATH_STEPS:
            steps.append(_step(node.tag.raw))
            node = node.parent
        return " > ".join(reversed(steps))


_PATH_STEPS = 8


@lru_cache(maxsize=4096)
def _step(raw: str) -> str:
    tag = tag_of(raw)
    attributes = tag.attributes()
    name = attributes.get("id")
    if name:
        return f"{tag.name}#{name.strip()}"
    classes = attributes.get("class", "").split()
    return ".".join([tag.name, *classes[:2]])


class Piece:
    """A block as it is cut, before labels.

    `text` has its white space folded. `links` are (start tag as written, text) pairs, `link_chars` the length of
    their texts. `start` and `stop` delimit its tokens. `ordinal` is a list item's number where its list is ordered.
    """

    __slots__ = (
        "breaks", "index", "inline", "kind", "level", "link_chars", "links", "node", "ordinal", "outer", "start",
        "stop", "text",
    )  # fmt: skip

    def __init__(self, text: str, node: Node, start: int, stop: int) -> None:
        self.text = text
        self.node = node
        self.start = start
        self.stop = stop
        self.index = 0
        self.links: Sequence[tuple[str, str]] = ()
        self.link_chars = 0
        self.inline = 0  # hints of the inline elements in it
        self.breaks = 0  # line breaks in it
        self.kind = "paragraph"
        self.level = 0
        self.ordinal: int | None = None
        self.outer: str | None = None  # the start tag of a link that is open around it


class Blocks:
    """All pieces of a page in reading order, the nodes they stand in, and the tags and texts they were cut from.

    `pictures` are the places of the pictures among the tags, in order.
    """

    __slots__ = ("_raws", "_texts", "is_markup", "nodes", "pictures", "pieces")

    def __init__(
        self, pieces: list[Piece], nodes: list[Node], raws: list[str], texts: list[str], pictures: Sequence[int] = ()
    ) -> None:
        self.pieces = pieces
        self.nodes = nodes
        self.pictures = pictures
        self._raws = raws
        self._texts = texts
        self.is_markup = bool(raws)
        for index, piece in enumerate(pieces):
            piece.index = index

    def tokens(self, piece: Piece) -> list[tuple[str, str]]:
        """The tags and texts of a piece, as written: (tag without brackets, escaped text after it)."""
        start, stop = piece.start, piece.stop
        return list(zip(self._raws[start:stop], self._texts[start:stop], strict=True))

    def opening(self, piece: Piece) -> list[str]:
        """The first few tags of a piece, as written, short: its own element's, and those that open in it."""
        start = piece.start
        return [raw[:LONGEST_TAG] for raw in self._raws[start : min(piece.stop, start + _OPENING)]]

    def tags(self, name: str, start: int, stop: int) -> list[tuple[int, str]]:
        """The start tags of one element between two tokens: (index of the token, tag as written)."""
        if name == "img":
            first, end = bisect_left(self.pictures, start), bisect_left(self.pictures, stop)
            return [(i, self._raws[i]) for i in self.pictures[first:end]]
        begin = name + " "
        size = len(begin)
        return [(i, raw) for i, raw in enumerate(self._raws[start:stop], start) if raw[:size] == begin]


def folded(text: str) -> str:
    """A text with its white space folded: as `" ".join(text.split())`, in half the time where it is folded already.

    >>> folded("  rope\\n and\\xa0tar ")
    'rope and tar'
    """
    text = text.strip()
    # of all white space only the blank is printable
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def unescape(text: str) -> str:
    """Resolve the few entities that a serialised tree holds."""
    if "&" in text:
        for entity, character in _ENTITIES:
            text = text.replace(entity, character)
        text = text.replace("&quot;", '"').replace("&#10;", " ").replace("&#9;", " ")
    return text

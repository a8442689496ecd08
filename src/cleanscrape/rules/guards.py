"""What is never the body, whatever the model says: lists of links, comments and other boxes that their names give away,
lines of furniture, and what stands under a heading of furniture.

On pages of known sites the guards change next to nothing; they are for layouts that the model has not met.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from cleanscrape.block import HEADINGS, Blocks, Node, Piece
from cleanscrape.hint import Hint
from cleanscrape.label import Label
from cleanscrape.rules.features import CARD, CHARS, CUT_SHORT, GOOD, LINKS, Measures, leads_on
from cleanscrape.rules.furniture import heading_kind, line_kind
from cleanscrape.rules.names import PLAIN, said_by

_LISTS: Final = ("ul", "ol")
_FEWEST_ITEMS: Final = 3
_LINKED_LIST: Final = 0.7  # share of a list's letters that are links
_LINKED: Final = 0.5
_LONGEST_TITLE: Final = 80
_SHORTEST_TITLE: Final = 12  # letters of a line that prints a capture's headline
# A guard that would take more of the chosen text than this has met an article, not its furniture: held-out pages
# have "Related resources" and "Popular models" as headings of their own.
_MOST: Final = 0.4
_SILENT: Final = frozenset({Label.MEDIA_CHROME, Label.TIMESTAMP})
# Boxes whose names are plain. On held-out pages 11,000 chosen words in such boxes were no body, and 45 were.
_BOXES: Final = frozenset({Label.COMMENTS, Label.ADVERTISEMENT, Label.NEWSLETTER, Label.AUTHOR_BIO, Label.CONSENT})
# A name of consent that is given to the body of many houses: it says who may read on.
_WALLS: Final = ("paywall", "metered", "premium", "restrict", "gate", "subscri", "wall")
# ... and what the wall itself is made of: what it offers, asks and says.
_OF_WALL: Final = re.compile(
    r"(?:(?:pay|reg|login|subscri\w{0,8})-?_?wall|subscri\w{0,8}|premium|metered)[-_]{0,2}"
    r"(?:offers?|cta|banner|message|prompt|notice|promo|modal|login|form|buttons?)\b",
    re.IGNORECASE,
)
_LARGEST_BOX: Final = 0.3  # share of the chosen letters; a larger element is the article's own, whatever its name
_LEAST_LEFT: Final = 600  # letters of body that let boxes be taken which are more than `_MOST` of the chosen text
# Consent boxes of these makers may be larger than the article.
_MAKERS: Final = ("onetrust", "ot-sdk", "didomi", "usercentrics", "cookiebot", "quantcast", "cookielaw")
# Lines that say themselves that they are none of it, and how long they may be: on held-out pages 600 words of such
# lines were no body, and 57 were. "Read more" and copyright lines were as often body as not. Of five chosen lines about
# players, errors and opinions none was body.
_LINES: Final[dict[Label | None, int]] = {
    Label.NEWSLETTER: 400, Label.SHARE: 400, Label.CONSENT: 400, Label.COMMENTS: 400, Label.AUTHOR_BIO: 400,
    Label.MEDIA_CHROME: 400, Label.OTHER: 400, Label.ADVERTISEMENT: 140,
}  # fmt: skip
_LINE: Final = 20, 400  # letters
_SURE: Final = 0.97  # the chance from which a line's words are not asked: none of those lines had more
# Excerpts: at least so many cards side by side, with a linked heading and a text that is cut short. On held-out pages
# 309 chosen words of such cards were no body, and none was; other cards with linked headings are often the body.
_FEWEST_CARDS: Final = 3
# What a press release ends with. On held-out pages 2,000 chosen words after it were no body, and none was.
_END_MARKS: Final = frozenset(("###", "# # #", "-30-", "- 30 -", "-ends-", "- ends -", "–ends–", "ends"))
_LONGEST_MARK: Final = 10


def guarded(blocks: Blocks, m: Measures, chosen: Sequence[int], chances: Sequence[float]) -> list[int]:
    """What is left of the chosen pieces; `chances` holds one for every piece of the page."""
    pieces = blocks.pieces
    kept = set(chosen)
    if blocks.is_markup:
        _by_structure(blocks, m, kept)
    else:
        kept.difference_update(_headlines(pieces))
    left = [i for i in sorted(kept) if chances[i] >= _SURE or not _is_furniture(pieces[i])]
    if left and _announces_links(pieces, left[-1]):
        left.pop()
    return left


def _announces_links(pieces: Sequence[Piece], last: int) -> bool:
    """Whether the body's last piece is a heading, no link itself, and what stands under it are links."""
    if pieces[last].kind != "heading" or pieces[last].link_chars or last + 1 >= len(pieces):
        return False
    below = pieces[last + 1]
    return below.outer is not None or 2 * below.link_chars > len(below.text)


def _headlines(pieces: Sequence[Piece]) -> list[int]:
    """The lines of a capture that print its headline: with it the first line, the page's title, begins."""
    if not pieces:
        return []
    title = pieces[0].text
    return [p.index for p in pieces[1:] if len(p.text) >= _SHORTEST_TITLE and title.startswith(p.text)]


def _by_structure(blocks: Blocks, m: Measures, kept: set[int]) -> None:
    """Take what the elements give away."""
    pieces = blocks.pieces
    _without_linked_lists(blocks, m, kept)
    most = _MOST * sum([m.chars[i] for i in kept])
    end = 0
    for piece in pieces:
        if piece.kind == "heading" and piece.index >= end and len(piece.text) <= _LONGEST_TITLE:
            under, end = _under(blocks, m, piece)
            _take(m, kept, under, most)
    _take(m, kept, _excerpts(pieces, kept), most)
    _take(m, kept, _after_the_end(pieces, kept), most)
    _without_boxes(m, pieces, kept)


def _take(m: Measures, kept: set[int], pieces: Iterable[int], most: float) -> None:
    """Take some pieces, where they are not most of what is kept."""
    taken = kept.intersection(pieces)
    if taken and sum([m.chars[i] for i in taken]) < most:
        kept -= taken


def _without_linked_lists(blocks: Blocks, m: Measures, kept: set[int]) -> None:
    """Take lists of links, but no table of contents: it leads into the page itself."""
    end = 0  # each piece is taken once, however deep lists nest: the cost stays linear
    for node in blocks.nodes:
        if node.tag.name in _LISTS and node.first >= end and _is_linked(node, m):
            items = range(node.first, node.end)
            inner = sum([_leads_inside(blocks.pieces[i]) for i in items])
            if 2 * inner <= len(items):
                kept.difference_update(items)
            end = node.end


def _leads_inside(piece: Piece) -> bool:
    """Whether a piece links to a place in its own page."""
    return _ANCHOR in (piece.outer or (piece.links[0][0] if piece.links else ""))


_ANCHOR: Final = ' href="#'


def _excerpts(pieces: Sequence[Piece], kept: set[int]) -> list[int]:
    """The pieces of cards of other stories."""
    short = [i for i in kept if pieces[i].text.endswith(CUT_SHORT)]
    if len(short) < _FEWEST_CARDS:
        return []
    lists: dict[tuple[int, str], list[Node]] = {}
    for i in short:
        card = _card(pieces, i)
        if card is not None and card.parent is not None:
            lists.setdefault((card.parent.order, card.tag.name), []).append(card)
    return [i for cards in lists.values() if len(cards) >= _FEWEST_CARDS for n in cards for i in range(n.first, n.end)]


def _card(pieces: Sequence[Piece], index: int) -> Node | None:
    """The smallest element around a piece, as large as a card, that has a linked heading."""
    node: Node | None = pieces[index].node
    fewest, most = CARD
    while node is not None and node.end - node.first <= most:
        if node.end - node.first >= fewest and any(leads_on(p) for p in pieces[node.first : node.end]):
            return node
        node = node.parent
    return None


def _after_the_end(pieces: Sequence[Piece], kept: set[int]) -> list[int]:
    """The chosen pieces from a mark on that ends a press release."""
    marks = [i for i in kept if len(pieces[i].text) <= _LONGEST_MARK and pieces[i].text.lower() in _END_MARKS]
    return [i for i in kept if i >= min(marks)] if marks else []


def _without_boxes(m: Measures, pieces: Sequence[Piece], kept: set[int]) -> None:
    """Take what stands in boxes with plain names, where enough is left."""
    total = sum([m.chars[i] for i in kept])
    known: dict[int, bool] = {}
    taken = [i for i in kept if _is_boxed(m, pieces[i].node, _LARGEST_BOX * total, known)]
    lost = sum([m.chars[i] for i in taken])
    if lost <= _MOST * total or total - lost >= _LEAST_LEFT:
        kept.difference_update(taken)


def _is_boxed(m: Measures, node: Node, most: float, known: dict[int, bool]) -> bool:
    """Whether an element, or one around it, is a box by its name: a small one, or a consent box of a known maker.

    `known` holds what was found.
    """
    way: list[int] = []
    at: Node | None = node
    found = False
    while at is not None and not found:
        if at.order in known:
            found = known[at.order]
            break
        way.append(at.order)
        found = _is_of_maker(at) or (m.total(GOOD, at) <= most and _is_box(at))
        at = at.parent
    known.update(dict.fromkeys(way, found))
    return found


def _is_box(node: Node) -> bool:
    tag = node.tag
    if not tag.hints & _HINTS or tag.name in _OPEN or tag.name in HEADINGS:
        return False
    said = said_by(tag)
    if said is None or said.strength < PLAIN or said.label not in _BOXES:
        return False
    if said.label is not Label.CONSENT or not any(wall in tag.raw.lower() for wall in _WALLS):
        return True
    return _OF_WALL.search(tag.raw) is not None


def _is_of_maker(node: Node) -> bool:
    tag = node.tag
    return bool(tag.hints & Hint.CONSENT) and tag.name not in _OPEN and any(maker in tag.raw for maker in _MAKERS)


def _is_furniture(piece: Piece) -> bool:
    """Whether a line says itself that it is none of the body."""
    shortest, longest = _LINE
    size = len(piece.text)
    if not shortest <= size <= longest or piece.kind == "heading" or 2 * piece.link_chars > size:
        return False
    return size <= _LINES.get(line_kind(piece.text), 0)


_HINTS: Final = Hint.COMMENTS | Hint.ADVERTISEMENT | Hint.NEWSLETTER | Hint.AUTHOR | Hint.BIO | Hint.CONSENT
_OPEN: Final = frozenset(("html", "body", "main", "article"))


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
        if not has_body or ((m.density[i] > _LINKED or piece.outer is not None) and not _leads_inside(piece)):
            found.append(i)
    return found, node.end


def _container(title: Piece) -> Node | None:
    """The smallest element that holds anything after the title."""
    node: Node | None = title.node
    while node is not None and node.end <= title.index + 1:
        node = node.parent
    return node

"""What is never the body, whatever the model says: lists of links, comments and other boxes that their names give away,
lines of furniture, and what stands under a heading of furniture.

On pages of known sites the guards change next to nothing; they are for layouts that the model has not met.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleanscrape.block import HEADINGS, Blocks, Node, Piece
from cleanscrape.hint import Hint
from cleanscrape.label import Label
from cleanscrape.rules.features import CHARS, GOOD, LINKS, Measures
from cleanscrape.rules.furniture import heading_kind, line_kind
from cleanscrape.rules.names import PLAIN, said_by

_LISTS: Final = ("ul", "ol")
_FEWEST_ITEMS: Final = 3
_LINKED_LIST: Final = 0.7  # share of a list's letters that are links
_LINKED: Final = 0.5
_LONGEST_TITLE: Final = 80
# A guard that would take more of the chosen text than this has met an article, not its furniture: held-out pages
# have "Related resources" and "Popular models" as headings of their own.
_MOST: Final = 0.4
_SILENT: Final = frozenset({Label.MEDIA_CHROME, Label.TIMESTAMP})
# Boxes whose names are plain. On held-out pages 11,000 chosen words in such boxes were no body, and 45 were.
_BOXES: Final = frozenset({Label.COMMENTS, Label.ADVERTISEMENT, Label.NEWSLETTER, Label.AUTHOR_BIO, Label.CONSENT})
# A name of consent that is given to the body of many houses: it says who may read on.
_WALLS: Final = ("paywall", "metered", "premium", "restrict", "gate", "subscri", "wall")
_LARGEST_BOX: Final = 0.3  # share of the chosen letters; a larger element is the article's own, whatever its name
_LEAST_LEFT: Final = 600  # letters of body that let boxes be taken which are more than `_MOST` of the chosen text
# Lines that say themselves that they are none of it: 19 pieces on held-out pages were right, 2 wrong.
_LINES: Final = frozenset({Label.NEWSLETTER, Label.SHARE, Label.RELATED, Label.CONSENT, Label.AUTHOR_BIO})
_LINE: Final = 20, 140  # letters


def guarded(blocks: Blocks, m: Measures, chosen: Sequence[int]) -> list[int]:
    """What is left of the chosen pieces."""
    if not blocks.is_markup:
        return list(chosen)
    kept = set(chosen)
    end = 0  # each piece is taken once, however deep lists nest: the cost stays linear
    for node in blocks.nodes:
        if node.tag.name in _LISTS and node.first >= end and _is_linked(node, m):
            kept.difference_update(range(node.first, node.end))
            end = node.end
    most = _MOST * sum([m.chars[i] for i in kept])
    end = 0
    for piece in blocks.pieces:
        if piece.kind == "heading" and piece.index >= end and len(piece.text) <= _LONGEST_TITLE:
            under, end = _under(blocks, m, piece)
            taken = [i for i in under if i in kept]
            if taken and sum([m.chars[i] for i in taken]) < most:
                kept.difference_update(taken)
    _without_boxes(m, blocks.pieces, kept)
    return [i for i in sorted(kept) if not _is_furniture(blocks.pieces[i])]


def _without_boxes(m: Measures, pieces: Sequence[Piece], kept: set[int]) -> None:
    """Take what stands in boxes with plain names, where enough is left."""
    total = sum([m.chars[i] for i in kept])
    known: dict[int, bool] = {}
    taken = [i for i in kept if _is_boxed(m, pieces[i].node, _LARGEST_BOX * total, known)]
    lost = sum([m.chars[i] for i in taken])
    if lost <= _MOST * total or total - lost >= _LEAST_LEFT:
        kept.difference_update(taken)


def _is_boxed(m: Measures, node: Node, most: float, known: dict[int, bool]) -> bool:
    """Whether an element, or one around it that is small, is a box by its name; `known` holds what was found."""
    way: list[int] = []
    at: Node | None = node
    found = False
    while at is not None and not found:
        if at.order in known:
            found = known[at.order]
            break
        if m.total(GOOD, at) > most:
            break
        way.append(at.order)
        found = _is_box(at)
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
    return said.label is not Label.CONSENT or not any(wall in tag.raw.lower() for wall in _WALLS)


def _is_furniture(piece: Piece) -> bool:
    """Whether a line says itself that it is none of the body."""
    shortest, longest = _LINE
    if not shortest <= len(piece.text) <= longest or piece.kind == "heading":
        return False
    return 2 * piece.link_chars <= len(piece.text) and line_kind(piece.text) in _LINES


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
        if not has_body or m.density[i] > _LINKED or piece.outer is not None:
            found.append(i)
    return found, node.end


def _container(title: Piece) -> Node | None:
    """The smallest element that holds anything after the title."""
    node: Node | None = title.node
    while node is not None and node.end <= title.index + 1:
        node = node.parent
    return node

"""What a short line says of itself: "Share on Facebook", "© 2021", "Advertisement", "3 min read"."""

from __future__ import annotations

from typing import Final

from cleanscrape.block import Context, Node, Piece
from cleanscrape.label import Label
from cleanscrape.reading import Reading
from cleanscrape.rules.furniture import line_kind

# What a menu's entry can be by its own words. "Newsletter" or "Advertise" among links is a way there, not the thing.
_OF_ENTRIES: Final = frozenset({Label.FOOTER, Label.SHARE, Label.LINK_FARM, Label.RELATED})
# Kinds whose lines stand together in a box of their own.
_BOXED: Final = frozenset({Label.CONSENT, Label.NEWSLETTER, Label.COMMENTS, Label.AUTHOR_BIO, Label.OTHER})
_LARGEST_BOX: Final = 14  # pieces
_HEADLINE: Final = 30  # letters of a link that reads as a headline


def label_words(reading: Reading) -> None:
    """Label what is open by its own words, and then what stands in one box with it."""
    pieces = reading.blocks.pieces
    first = min(reading.chosen, default=0)
    sure: list[int] = []
    for index in reading.labels.open():
        piece = pieces[index]
        is_entry = _is_entry(piece)
        if is_entry and index < first:
            continue
        kind = line_kind(piece.text)
        if kind is None or (is_entry and kind not in _OF_ENTRIES):
            continue
        reading.label((index,), kind, "rules.words", piece.text[:80])
        if kind in _BOXED:
            sure.append(index)
    for index in sure:
        _spread(reading, index)


def _is_entry(piece: Piece) -> bool:
    """Whether a piece is an entry of a menu or list of links."""
    linked = piece.outer is not None or 2 * piece.link_chars > len(piece.text)
    return linked and bool(piece.node.context & (Context.NAV | Context.LIST) or len(piece.links) > 2)


def _spread(reading: Reading, index: int) -> None:
    """Give a line's kind to the rest of its box: the largest small element that holds nothing of another kind."""
    given = reading.labels[index]
    if given is None:
        return
    box: Node | None = None
    node: Node | None = reading.blocks.pieces[index].node
    while node is not None and node.end - node.first <= _LARGEST_BOX:
        if box is None or (node.first, node.end) != (box.first, box.end):
            if not _agrees(reading, node, given.label):
                break
            box = node
        node = node.parent
    if box is not None:
        reading.label(range(box.first, box.end), given.label, "rules.words", f"beside: {given.evidence}")


def _agrees(reading: Reading, node: Node, label: Label) -> bool:
    """Whether nothing in an element is of another kind, or a linked headline."""
    for piece in reading.blocks.pieces[node.first : node.end]:
        given = reading.labels[piece.index]
        if given is not None:
            if given.label is not label:
                return False
        elif len(piece.text) >= _HEADLINE and (piece.outer is not None or piece.link_chars > 0.8 * len(piece.text)):
            return False
    return True

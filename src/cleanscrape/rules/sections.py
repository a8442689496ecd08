"""Headings decide for what stands under them: "Recent Stories" makes recent-stories of a whole list."""

from __future__ import annotations

from typing import Final

from cleanscrape.block import Context, Node, Piece
from cleanscrape.hint import Hint
from cleanscrape.label import Label
from cleanscrape.reading import Reading
from cleanscrape.rules.furniture import heading_kind

# A line of more characters is no title of a list.
_LONGEST_TITLE: Final = 80
_NO_LEVEL: Final = 7
_MOSTLY: Final = 0.8  # share of a piece's letters that are links
# What a title can announce; a heading "Menu" or "Share" names its own row alone.
_ANNOUNCED_ALONE: Final = frozenset({Label.MEDIA_CHROME, Label.TIMESTAMP})
# What announces no stories: a linked headline ends it, and what is longer than its small print.
_NO_STORIES: Final[dict[Label, int]] = {
    Label.SHARE: 140, Label.NEWSLETTER: 700, Label.CONSENT: 1500, Label.OTHER: 700, Label.AUTHOR_BIO: 1500,
}  # fmt: skip
_HEADLINE: Final = 40  # letters of a link that reads as a headline
_BESIDE: Final = 2  # pieces that may stand beside a title in a wrapper of its own: "See all", arrows
_LONGEST_BESIDE: Final = 25
_FARTHEST: Final = 400  # pieces that a title can reach


def label_sections(reading: Reading) -> None:
    """Give the kind that a heading announces to it and to what follows it in its container."""
    pieces = reading.blocks.pieces
    labels = reading.labels
    kinds: dict[int, Label] = {}
    for index in labels.open():
        piece = pieces[index]
        if not _may_be_title(piece):
            continue
        kind = heading_kind(piece.text)
        if kind is not None:
            kinds[index] = kind
        elif piece.links and (kind := _introduced(piece)) is not None:
            reading.label((index,), kind, "rules.sections", piece.text[:_LONGEST_TITLE])
    for index, kind in kinds.items():
        if labels[index] is None:
            end = _end(reading, index, kind, kinds)
            reading.label(range(index, end), kind, "rules.sections", pieces[index].text[:_LONGEST_TITLE])


def _is_linked(piece: Piece) -> bool:
    return piece.outer is not None or piece.link_chars > _MOSTLY * len(piece.text)


def _may_be_title(piece: Piece) -> bool:
    """Whether a piece can be a title: short, and no entry of a menu or list."""
    if len(piece.text) > _LONGEST_TITLE:
        return bool(piece.links) and piece.link_chars < len(piece.text)
    if piece.kind in ("table", "code"):
        return False
    return piece.kind == "heading" or not (piece.node.context & (Context.LIST | Context.NAV) and _is_linked(piece))


def _introduced(piece: Piece) -> Label | None:
    """The kind that the words before a line's first link announce: "Tags: harbour, rope"."""
    start = piece.text.find(piece.links[0][1])
    if not 0 < start <= _LONGEST_BESIDE or 2 * piece.link_chars < len(piece.text) - start:
        return None
    return heading_kind(piece.text[:start])


def _end(reading: Reading, index: int, kind: Label, kinds: dict[int, Label]) -> int:
    """Where the section that `index` opens ends: with its container, the next title, or the body."""
    pieces = reading.blocks.pieces
    title = pieces[index]
    if kind in _ANNOUNCED_ALONE:
        return index + 1
    container = _container(title, pieces)
    last = min(container.end if container is not None else len(pieces), index + _FARTHEST)
    longest = _NO_STORIES.get(kind)
    for i in range(index + 1, last):
        piece = pieces[i]
        given = reading.labels[i]
        if given is not None:
            if given.label.is_boilerplate:
                continue  # a box of another kind among the entries
            return i
        if _opens_another(piece, title, kind, kinds.get(i), container):
            return i
        if longest is not None and (len(piece.text) > longest or (_is_linked(piece) and len(piece.text) >= _HEADLINE)):
            return i
    return max(last, index + 1)


def _opens_another(piece: Piece, title: Piece, kind: Label, other: Label | None, container: Node | None) -> bool:
    """Whether a piece under a title is the next title."""
    if piece.node.tag.raw == title.node.tag.raw and title.kind == piece.kind != "list" and not piece.link_chars:
        alike = piece.outer is None and (title.kind == "heading" or bool(title.node.tag.hints & Hint.HEADLINE))
        if alike and not _is_entry(piece, container):
            return True
    if other is not None and other is not kind:
        return piece.kind == "heading" or title.kind != "heading"
    if piece.kind == "heading" and title.kind == "heading" and piece.level <= title.level:
        linked = piece.link_chars > 0 or piece.outer is not None
        is_teaser = linked and (piece.node.tag.raw != title.node.tag.raw or not title.link_chars)
        return not is_teaser and not _is_entry(piece, container)
    return False


def _is_entry(piece: Piece, container: Node | None) -> bool:
    """Whether a piece stands in an entry of its own below the container: an article, a list's item, a card."""
    node: Node | None = piece.node
    steps = 0
    while node is not None and node is not container and steps < _DEEPEST_ENTRY:
        if node.tag.name in ("article", "li") or node.tag.hints & Hint.TEASER:
            return True
        node = node.parent
        steps += 1
    return False


_DEEPEST_ENTRY: Final = 8


def _container(title: Piece, pieces: list[Piece]) -> Node | None:
    """The smallest element that holds more than the title, and a little beside it."""
    node: Node | None = title.node
    while node is not None and _holds_title_alone(node, title, pieces):
        node = node.parent
    return node


def _holds_title_alone(node: Node, title: Piece, pieces: list[Piece]) -> bool:
    """Whether an element holds nothing after the title but a link to all, or an arrow."""
    if node.end - title.index - 1 > _BESIDE:
        return False
    return all(len(pieces[i].text) <= _LONGEST_BESIDE for i in range(title.index + 1, node.end))

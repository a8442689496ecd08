"""Headings decide for what stands under them: "Recent Stories" makes recent-stories of a whole list."""

from __future__ import annotations

from typing import Final

from cleanscrape.block import Node, Piece
from cleanscrape.hint import Hint
from cleanscrape.label import Label
from cleanscrape.reading import Reading
from cleanscrape.rules.furniture import heading_kind

# A line of more characters is no title of a list.
_LONGEST_TITLE: Final = 80
_NO_LEVEL: Final = 7
# What a title can announce; a heading "Menu" or "Share" names its own row alone.
_ANNOUNCED_ALONE: Final = frozenset({Label.MEDIA_CHROME, Label.TIMESTAMP})


def label_sections(reading: Reading) -> None:
    """Give the kind that a heading announces to it and to what follows it in its container."""
    pieces = reading.blocks.pieces
    kinds: dict[int, Label] = {}
    for piece in pieces:
        if not _may_be_title(piece):
            continue
        kind = heading_kind(piece.text)
        if kind is not None:
            kinds[piece.index] = kind
    end = 0
    for index, kind in kinds.items():
        if index < end and reading.labels[index] is not None:
            continue
        end = _end(pieces, index, kind, kinds, reading)
        reading.label(range(index, end), kind, "rules.sections", pieces[index].text[:_LONGEST_TITLE])


def _may_be_title(piece: Piece) -> bool:
    return len(piece.text) <= _LONGEST_TITLE and piece.kind not in ("table", "code")


def _end(pieces: list[Piece], index: int, kind: Label, kinds: dict[int, Label], reading: Reading) -> int:
    """Where the section that `index` opens ends: with its container, the next title, or the body."""
    if kind in _ANNOUNCED_ALONE:
        return index + 1
    title = pieces[index]
    container = _container(title)
    level = title.level if title.kind == "heading" else _NO_LEVEL
    last = container.end if container is not None else len(pieces)
    for i in range(index + 1, last):
        given = reading.labels[i]
        if given is not None and (given.label.is_body or not given.label.is_boilerplate):
            return i
        if i in kinds and kinds[i] is not kind and (pieces[i].kind == "heading" or title.kind != "heading"):
            return i
        piece = pieces[i]
        if piece.kind == "heading" and piece.level <= level < _NO_LEVEL and not _is_teaser(piece, title):
            return i
    return max(last, index + 1)


def _is_teaser(piece: Piece, title: Piece) -> bool:
    """Whether a heading under a title is an entry of its list: linked, and set otherwise than the title."""
    return (piece.link_chars > 0 or piece.outer is not None) and piece.node.tag.raw != title.node.tag.raw


def _container(title: Piece) -> Node | None:
    """The smallest element that holds more than the title."""
    node: Node | None = title.node
    while node is not None and node.end <= title.index + 1:
        node = node.parent
    if node is not None and node.tag.hints & (Hint.ARTICLE | Hint.BODY) and node.parent is None:
        return None
    return node

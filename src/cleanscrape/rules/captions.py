"""Captions and credits: what is printed under the article's pictures."""

from __future__ import annotations

from typing import Final

from cleanscrape.block import Context, Piece
from cleanscrape.hint import Hint
from cleanscrape.label import Label
from cleanscrape.reading import Reading

_LONGEST: Final = 700


def label_captions(reading: Reading) -> None:
    """Label the captions between the headline and the end of the body."""
    if not reading.chosen or not reading.blocks.is_markup:
        return
    pieces = reading.blocks.pieces
    for index in range(*reading.near()):
        given = reading.labels[index]
        if given is None and _is_caption(pieces[index]):
            reading.label((index,), Label.CAPTION, "rules.captions", pieces[index].node.tag.raw[:80])


def _is_caption(piece: Piece) -> bool:
    if piece.outer is not None or len(piece.text) > _LONGEST or piece.kind in ("heading", "table", "list"):
        return False
    own = piece.node.tag.hints | (piece.node.parent.tag.hints if piece.node.parent is not None else 0)
    if own & (Hint.RELATED | Hint.TEASER | Hint.RECENT | Hint.SHARE):
        return False
    return bool(piece.node.context & Context.CAPTION or own & Hint.CAPTION)

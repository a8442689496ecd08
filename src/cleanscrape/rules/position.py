"""What nothing else has told: where it stands, and whether it links, decide."""

from __future__ import annotations

from typing import Final

from cleanscrape.block import Context, Piece
from cleanscrape.label import Label
from cleanscrape.reading import Reading

_MOSTLY: Final = 0.5  # share of a piece's letters that are links
_TEASER: Final = 28  # letters of a link that reads as a headline rather than as a name
_LATE: Final = 0.85  # share of the page's pieces after which lone words belong to the foot


def label_positions(reading: Reading) -> None:
    """Label all that is still open."""
    pieces = reading.blocks.pieces
    body = reading.body()
    first = body[0] if body else len(pieces)
    last = body[-1] if body else -1
    late = _LATE * len(pieces)
    for index in reading.labels.open():
        piece = pieces[index]
        linked = piece.outer is not None or piece.link_chars > _MOSTLY * len(piece.text)
        if linked:
            kind, why = _of_links(piece, first, last, late)
        else:
            kind, why = _of_words(piece, first, last, late)
        reading.label((index,), kind, "rules.position", why)


def _of_links(piece: Piece, first: int, last: int, late: float) -> tuple[Label, str]:
    index = piece.index
    if len(piece.text) >= _TEASER and len(piece.links) <= 2:
        if first < index < last:
            return Label.RELATED, "a linked headline inside the body"
        return Label.RECENT_STORIES, "a linked headline"
    if index < first:
        return Label.NAVIGATION, "short links before the body"
    if index < last:
        return Label.RELATED, "short links inside the body"
    if index > late:
        return Label.FOOTER, "short links at the end"
    return Label.LINK_FARM, "short links after the body"


def _of_words(piece: Piece, first: int, last: int, late: float) -> tuple[Label, str]:
    if piece.index < first:
        if piece.node.context & Context.HEADER:
            return Label.NAVIGATION, "in the header, before the body"
        if len(piece.text) < _TEASER and not piece.node.context & Context.ARTICLE:
            return Label.NAVIGATION, "a word before the article"
    if piece.index > max(late, last):
        return Label.FOOTER, "words at the end"
    return Label.OTHER, "words outside the body"

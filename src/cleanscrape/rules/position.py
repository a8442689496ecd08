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
    for index in reading.labels.open():
        kind, why = _kind(pieces[index], first, last, len(pieces))
        reading.label((index,), kind, "rules.position", why)


def _kind(piece: Piece, first: int, last: int, size: int) -> tuple[Label, str]:
    linked = piece.outer is not None or piece.link_chars > _MOSTLY * len(piece.text)
    long = len(piece.text) >= _TEASER
    if piece.node.context & Context.HEADER and piece.index < first:
        return Label.NAVIGATION, "in the header, before the body"
    if linked and long:
        return (Label.RECENT_STORIES, "a linked headline") if piece.index > last or piece.index < first else (
            Label.RELATED, "a linked headline inside the body")  # fmt: skip
    if linked and piece.index < first:
        return Label.NAVIGATION, "short links before the body"
    if linked and piece.index > _LATE * size:
        return Label.FOOTER, "short links at the end"
    if linked:
        return (Label.RELATED, "short links inside the body") if piece.index < last else (
            Label.LINK_FARM, "short links after the body")  # fmt: skip
    if piece.index > _LATE * size:
        return Label.FOOTER, "words at the end"
    if piece.index < first and len(piece.text) < _TEASER and not piece.node.context & Context.ARTICLE:
        return Label.NAVIGATION, "a word before the article"
    return Label.OTHER, "words outside the body"

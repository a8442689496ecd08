"""Lines inside the body that are none of it: "Read also: ..." with a link, an invitation to the newsletter.

They speak before the body's own labels are given, and only of short lines that are mostly a link.
"""

from __future__ import annotations

from typing import Final

from cleanscrape.block import Piece
from cleanscrape.label import Label
from cleanscrape.reading import Reading
from cleanscrape.rules.furniture import line_kind
from cleanscrape.rules.names import USUAL, said_by
from cleanscrape.rules.sections import introduced

_LONGEST: Final = 220  # letters of such a line
_MOSTLY: Final = 0.6  # share of its letters that are links
_KINDS: Final = frozenset({Label.RELATED, Label.NEWSLETTER, Label.SHARE, Label.ADVERTISEMENT, Label.RECENT_STORIES})


def label_insets(reading: Reading) -> None:
    """Label the lines among the chosen pieces that lead elsewhere."""
    pieces = reading.blocks.pieces
    for index in reading.chosen:
        piece = pieces[index]
        if not piece.links or piece.kind == "heading" or len(piece.text) > _LONGEST:
            continue
        if piece.link_chars >= _MOSTLY * len(piece.text) and reading.labels[index] is None:
            kind = _kind(piece)
            if kind is not None:
                reading.label((index,), kind, "rules.insets", piece.text[:80])


def _kind(piece: Piece) -> Label | None:
    kind = introduced(piece) or line_kind(piece.text)
    if kind in _KINDS:
        return kind
    if piece.text[0] == "[" and piece.text[-1] == "]":
        return Label.RELATED  # how some houses set the link to another story
    said = said_by(piece.node.tag)
    return said.label if said is not None and said.strength >= USUAL and said.label in _KINDS else None

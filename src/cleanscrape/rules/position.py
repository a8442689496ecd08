"""What nothing else has told: where it stands, and whether it links, decide."""

from __future__ import annotations

from typing import Final

from cleanscrape.block import Context, Node, Piece
from cleanscrape.label import Label
from cleanscrape.reading import Reading

_MOSTLY: Final = 0.5  # share of a piece's letters that are links
_TEASER: Final = 28  # letters of a link that reads as a headline rather than as a name
_LATE: Final = 0.85  # share of the page's pieces after which lone words belong to the foot
_BY: Final = "rules.position"
_LISTS: Final = frozenset({Label.RECENT_STORIES, Label.RELATED})
_LONGEST_IN_LIST: Final = 200  # letters of a title, a date or a summary among teasers
_STEPS: Final = 4  # elements around a piece that may be its list


def label_positions(reading: Reading) -> None:
    """Label all that is still open."""
    pieces = reading.blocks.pieces
    body = reading.body()
    first = body[0] if body else len(pieces)
    last = body[-1] if body else -1
    late = _LATE * len(pieces)
    words: list[int] = []
    for index in reading.labels.open():
        piece = pieces[index]
        if piece.outer is not None or piece.link_chars > _MOSTLY * len(piece.text):
            reading.label((index,), *_of_links(piece, first, last, late))
        else:
            words.append(index)
    for index in reversed(words):
        found = _of_list(reading, pieces[index], last) or _of_words(pieces[index], first, last, late)
        reading.label((index,), *found)


def _of_links(piece: Piece, first: int, last: int, late: float) -> tuple[Label, str, str]:
    index = piece.index
    if len(piece.text) >= _TEASER and len(piece.links) <= 2:
        if first < index < last:
            return Label.RELATED, _BY, "a linked headline inside the body"
        return Label.RECENT_STORIES, _BY, "a linked headline"
    if index < first:
        return Label.NAVIGATION, _BY, "short links before the body"
    if index < last:
        return Label.RELATED, _BY, "short links inside the body"
    if index > late:
        return Label.FOOTER, _BY, "short links at the end"
    return Label.LINK_FARM, _BY, "short links after the body"


def _of_list(reading: Reading, piece: Piece, last: int) -> tuple[Label, str, str] | None:
    """The kind of the list of stories that a title, date or summary after the body stands in."""
    if piece.index < last or len(piece.text) > _LONGEST_IN_LIST:
        return None
    box: Node | None = piece.node
    for _ in range(_STEPS):
        if box is None:
            return None
        for beside in (piece.index + 1, piece.index - 1):
            if box.first <= beside < box.end:
                given = reading.labels[beside]
                if given is not None and given.label in _LISTS:
                    return given.label, _BY, "among linked headlines"
        box = box.parent
    return None


def _of_words(piece: Piece, first: int, last: int, late: float) -> tuple[Label, str, str]:
    if piece.index < first:
        if piece.node.context & Context.HEADER:
            return Label.NAVIGATION, _BY, "in the header, before the body"
        if len(piece.text) < _TEASER and not piece.node.context & Context.ARTICLE:
            return Label.NAVIGATION, _BY, "a word before the article"
    if piece.index > max(late, last):
        return Label.FOOTER, _BY, "words at the end"
    return Label.OTHER, _BY, "words outside the body"

"""The pieces beside the headline: where an article prints its byline and its dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cleanscrape.block import Context, Piece
from cleanscrape.hint import Hint
from cleanscrape.reading import Reading

_NEXT: Final = 5  # pieces after the headline that belong to it whatever their elements are called
_BELOW: Final = 12  # pieces after the headline that are looked at
_FAR_BELOW: Final = 40  # as `_BELOW`, where the body begins late
_ABOVE: Final = 5  # pieces before the headline
_LATE: Final = 4  # pieces after the body's end
ELSEWHERE: Final = Hint.RELATED | Hint.RECENT | Hint.COMMENTS


def before_body(reading: Reading, *, linked: bool = False, above: int = _ABOVE) -> Iterator[Piece]:
    """The pieces from the headline to the beginning of the body, then the `above` ones just above the two.

    Pieces of other stories' lists are left out: those whose elements are named so, where the headline's are not.
    So are pieces that stand inside a link, but for `linked`, and asides, but for a link in them to the author of the
    page.
    """
    body = reading.body()
    if not body:
        return
    pieces = reading.blocks.pieces
    at = _headline(reading)
    # What is said of the headline's surroundings too says nothing of the pieces beside it.
    elsewhere = ELSEWHERE & ~pieces[at].node.hints
    away = (Context.NAV | Context.ASIDE | Context.FIGURE) & ~pieces[at].node.context
    below = range(at + 1, min(len(pieces), max(at + 1 + _BELOW, min(body[0] + 2, at + _FAR_BELOW))))
    ends = dict.fromkeys((min(at, body[0]), max(at, body[0])))
    before = [index for end in ends for index in range(max(0, end - above), end)]
    for index in dict.fromkeys((*below, *before)):
        if index == at and _is_printed(reading):
            continue
        piece = pieces[index]
        is_next = 0 < index - at <= _NEXT  # so near that no name of an element around it speaks against it
        if not linked and piece.outer is not None:
            continue
        held = away & ~Context.ASIDE if is_next and _links_author(piece) else away
        if not piece.node.context & held and (is_next or not piece.node.hints & elsewhere):
            yield piece


def _links_author(piece: Piece) -> bool:
    """Whether a link in the piece is to the author of the page that it stands in."""
    return any('rel="author"' in raw for raw, _ in piece.links)


def after_body(reading: Reading, *, linked: bool = False, behind: int = _LATE) -> Iterator[Piece]:
    """The `behind` pieces after the end of the body; those inside a link only if `linked`."""
    body = reading.body()
    pieces = reading.blocks.pieces
    for index in range(body[-1] + 1, min(len(pieces), body[-1] + 1 + behind)) if body else ():
        piece = pieces[index]
        if (linked or piece.outer is None) and not piece.node.hints & ELSEWHERE:
            yield piece


def _is_printed(reading: Reading) -> bool:
    """Whether the headline is printed."""
    headline = reading.found.get("headline")
    return headline is not None and bool(headline.pieces)


def _headline(reading: Reading) -> int:
    """The index of the headline's last piece, or of the first that belongs to the article."""
    if _is_printed(reading):
        return reading.found["headline"].pieces[-1]
    return max(0, reading.near()[0] - 1)

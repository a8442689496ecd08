"""Where a printed byline may stand: the pieces around the headline and at the body's end, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Final

from cleanscrape.block import Piece
from cleanscrape.fields.beside import after_body, before_body
from cleanscrape.fields.byline_words import AUTHOR, BY, BY_FIRST, CUT, JOIN, MADE, OTHER, STOP
from cleanscrape.fields.person_name import kind_of
from cleanscrape.reading import Reading

_LONGEST: Final = 300
_LONGEST_IN_BODY: Final = 160  # characters, in the body and behind it: a paragraph is longer
_LONGEST_LABEL: Final = 40
_BELOW: Final = 12  # pieces below the headline that are beside it
_OPENING: Final = 4  # pieces of the body where a byline may still stand
_BEHIND: Final = 6  # pieces behind the body
_FACTS_BEHIND: Final = 40  # as `_BEHIND`, for a line with a label: the list of what is known of the article
_ABOVE: Final = 3  # pieces above the headline
_ABOVE_BODY: Final = 12  # as `_ABOVE`, where no piece prints the headline
_BEFORE_BODY: Final = 3  # pieces right before the body, however far below the headline that begins
_LINES_BEFORE_BODY: Final = 8  # as `_BEFORE_BODY`, in a capture: whatever stands on a line of its own is a piece
_OF_SENTENCES: Final = ("?", "!", "？", "！")
_OF_LABELS: Final = OTHER | BY | BY_FIRST | JOIN | MADE | STOP | CUT


class Place(IntEnum):
    """Where a line stands."""

    BESIDE = 0
    """Just below the headline, before the body."""
    OPENING = 1
    """Among the first pieces of the body."""
    END = 2
    """Among the last pieces of the body, or right behind it."""
    ABOVE = 3
    """Just above the headline."""
    FAR = 4
    """Between headline and body, but far below the headline."""


def fit_pieces(reading: Reading) -> Iterator[tuple[Piece, Place, str]]:
    """The pieces whose place and form are those of a byline, each with the label before it."""
    headline = reading.value("headline") or "\n"
    before: Piece | None = None
    for piece, place in _placed(reading):
        label, before = _label(before, piece), piece
        text = piece.text
        is_other = headline in text or text[0] == "©" or len(text) > _LONGEST or text[-1:] in _OF_SENTENCES
        if label is not None and not is_other:
            yield piece, place, label


def _placed(reading: Reading) -> Iterator[tuple[Piece, Place]]:
    """The pieces beside the headline and at the body's end, each with its place."""
    body = reading.body()
    if not body:
        return
    headline = reading.found.get("headline")
    at = headline.pieces[-1] if headline is not None and headline.pieces else None
    seen: set[int] = set()
    before = _BEFORE_BODY if reading.blocks.is_markup else _LINES_BEFORE_BODY
    above = _ABOVE_BODY if at is None else max(_ABOVE, before)
    for piece in before_body(reading, linked=True, above=above):
        place = _place(piece, at, body, before)
        if place is not None:
            seen.add(piece.index)
            yield piece, place
    last = [reading.blocks.pieces[i] for i in body[-2:] if i not in seen and i > body[0] + _OPENING]
    for piece in (*last, *after_body(reading, linked=True, behind=_FACTS_BEHIND)):
        is_near = piece.index <= body[-1] + _BEHIND
        if piece.index not in seen and len(piece.text) <= _LONGEST_IN_BODY and (is_near or _is_fact(piece)):
            yield piece, Place.END


def _is_fact(piece: Piece) -> bool:
    """Whether an item of a list begins with an author's label: "Author Ana Roe", below "Date 3 May 2021"."""
    first, _, _ = piece.text.partition(" ")
    return piece.kind == "list" and piece.outer is None and bool(kind_of(first) & AUTHOR)


def _place(piece: Piece, at: int | None, body: Sequence[int], before: int) -> Place | None:
    """Where a piece stands; the `before` pieces right before the body are beside the headline."""
    index = piece.index
    if index >= body[0] and len(piece.text) > _LONGEST_IN_BODY:
        return None
    if index > body[-1]:
        return Place.END if index <= body[-1] + _BEHIND else None
    if index >= body[0]:
        is_near = index < body[0] + (_OPENING if index in body[:_BELOW] else _BELOW)
        return Place.OPENING if is_near else None
    if at is None:
        return Place.BESIDE
    if index < at:
        return Place.ABOVE if index >= at - _ABOVE else None
    return Place.BESIDE if index <= at + _BELOW or index >= body[0] - before else Place.FAR


def _label(before: Piece | None, piece: Piece) -> str | None:
    """The label that the piece before is: of an author, "" where it is none, None where it is another's.

    "Reviewed by", alone on its line, says that the next line names no author.
    """
    if before is None or before.index != piece.index - 1 or len(before.text) > _LONGEST_LABEL:
        return ""
    kinds = [kind_of(word) for word in before.text.split()]
    leads = bool(kinds) and bool(kinds[-1] & (BY | BY_FIRST))
    if any(kind & OTHER for kind in kinds) and (leads or all(kind & _OF_LABELS for kind in kinds)):
        return None
    is_label = (leads and all(kinds)) or (len(kinds) == 1 and kinds[0] & AUTHOR)
    return before.text if is_label else ""

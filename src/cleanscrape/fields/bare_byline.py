"""Lines that are nothing but a name, or the house that signs, and yet bylines: by what is known of the name, by the
day beside it, or by where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleanscrape.block import Piece
from cleanscrape.fields.author_page import is_topic_page
from cleanscrape.fields.byline_place import Place
from cleanscrape.fields.date_line import Grade, lines_beside
from cleanscrape.fields.house import is_house_line
from cleanscrape.fields.name_line import name_line, opening_name, prints_year
from cleanscrape.fields.person_name import folded_name
from cleanscrape.fields.place import is_region
from cleanscrape.fields.signature import is_signature
from cleanscrape.inline import href
from cleanscrape.reading import Reading

_LONGEST_BARE: Final = 70  # characters
_LONGEST_HOUSE: Final = 40  # characters of a line in which a house signs
_MOST_WORDS: Final = 3  # words of a name that only the day beside it speaks for
_FIRST_OF_BODY: Final = (
    12  # pieces of the body, a dek among them, between which a line may yet stand beside the headline
)


def is_bare(piece: Piece, place: Place, reading: Reading, language: str | None) -> bool:
    """Whether a line is a name alone, and known as one: what is not known needs more.

    That is the day beside it, by the headline, or the place of the body's first paragraph.
    """
    if signs_as_house(piece, place, reading):
        return True
    if len(piece.text) > _LONGEST_BARE or piece.kind == "list":
        return False
    runs_on = not reading.blocks.is_markup and place <= Place.OPENING and opening_name(piece.text)
    if runs_on or signs(piece, place, reading):
        return True
    line = name_line(piece.text, language=language)
    if line is None or any(map(is_region, line.names)) or _is_topic(piece, place, line.names):
        return False
    if place is Place.OPENING and line.is_known and not line.beside and _touches_date(piece, reading):
        return True
    if place is Place.OPENING and (piece.index in reading.body()[:_FIRST_OF_BODY] or not line.has_year):
        return not line.beside and piece.index == reading.body()[0] and piece.kind == "paragraph"
    is_short = len(line.names) == 1 and line.names[0].count(" ") < _MOST_WORDS
    return line.is_known or (place <= Place.OPENING and is_short and (line.has_year or _is_beside_day(piece, reading)))


def signs(piece: Piece, place: Place, reading: Reading) -> bool:
    """Whether a line is the signature with which the body ends."""
    return place is Place.END and piece.index <= reading.body()[-1] + 1 and is_signature(piece)


def signs_as_house(piece: Piece, place: Place, reading: Reading) -> bool:
    """Whether a line between headline and body, or right at its end, is the house that signs the story."""
    if len(piece.text) > _LONGEST_HOUSE or piece.links or place in (Place.ABOVE, Place.FAR):
        return False
    return (place is not Place.END or piece.index <= reading.body()[-1] + 1) and is_house_line(piece.text)


def _is_beside_day(piece: Piece, reading: Reading) -> bool:
    """Whether the line before or behind one of a capture prints a day."""
    if reading.blocks.is_markup:
        return False
    beside = reading.blocks.pieces[max(0, piece.index - 1) : piece.index + 2]
    return any(len(other.text) <= _LONGEST_BARE and prints_year(other.text) for other in beside)


def _touches_date(piece: Piece, reading: Reading) -> bool:
    """Whether the piece right before or behind one is the line of the date."""
    dated = (line.piece.index for line in lines_beside(reading) if line.grade > Grade.PROSE)
    return any(abs(index - piece.index) == 1 for index in dated)


def _is_topic(piece: Piece, place: Place, names: Sequence[str]) -> bool:
    """Whether one of the names is a link to a topic: authors' pages are known before.

    Beside the headline an address that holds the name may yet be an author's; at the body's end stand the topics.
    """
    for raw, text in piece.links:
        url = href(raw) if text in names else None
        if url and not url.startswith("mailto:"):
            return place is Place.END or is_topic_page(url) or folded_name(text) not in folded_name(url)
    return False

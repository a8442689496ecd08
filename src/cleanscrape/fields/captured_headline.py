"""The headline of a text capture: nothing is marked up there, but the page's title is mostly its first line, and the
headline is printed once more above the running text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleanscrape.article import Source
from cleanscrape.block import Piece
from cleanscrape.fields.titles import site_names, without_name, without_section
from cleanscrape.fields.wording import likeness, words
from cleanscrape.reading import Found, Reading

_RUNNING: Final = 120  # characters from which a line reads as running text
_LOOKED_AT: Final = 60  # lines above the running text that may be the headline where none agrees with the title
_LONGEST: Final = 300  # characters of a headline
_FEWEST: Final = 2  # words of a headline
_ENOUGH: Final = 8  # words of a headline that is long enough
# Likeness with the title from which a line is the headline. On 190 captures of as many pages, .5 to .7 give the
# headline of 76 to 78 in a hundred; a line said twice, which was all that counted before, gave 59.
_AGREES: Final = 0.6
_SENTENCE: Final = 0.5  # what a full stop at the end costs: .3 to 1 are alike
_ENDS: Final = (".", "。", "।", "…")
_SAME: Final = 0.9  # likeness of two prints of one headline


def captured_headline(reading: Reading) -> Found[str] | None:
    """The line above the running text that reads as the first one does; else the one that reads as a headline."""
    pieces = reading.blocks.pieces
    start = next((i for i in reading.body() if len(pieces[i].text) >= _RUNNING), min(len(pieces), _LOOKED_AT))
    taken = {i for prints in reading.prints.values() for p in prints for i in p.pieces}
    lines = [p for p in pieces[:start] if p.index not in taken and _may_be(p, reading)]
    if not lines:
        return None
    first, *others = lines
    said = {piece.index: words(piece.text) for piece in lines}
    titles = _titles(first, reading)
    best = max(others, key=lambda piece: _weight(piece, said, titles, start), default=first)
    same = tuple(index for index, other in said.items() if likeness(other, said[best.index]) > _SAME)
    printed = next(index for index in same if said[index] == said[best.index])
    return Found(pieces[printed].text, source=Source("print", "the line above the body"), pieces=same)


def _may_be(piece: Piece, reading: Reading) -> bool:
    if reading.labels[piece.index] is not None or len(piece.text) > _LONGEST:
        return False
    return "://" not in piece.text and len(words(piece.text)) >= _FEWEST


def _titles(first: Piece, reading: Reading) -> list[list[str]]:
    """What the first line says if it is the page's title: as it is, and without the site's name and section."""
    bare = without_name(first.text, site_names(reading))
    return [words(text) for text in dict.fromkeys((first.text, bare, without_section(bare)))]


def _weight(piece: Piece, said: dict[int, list[str]], titles: Sequence[list[str]], start: int) -> tuple[float, int]:
    """How much a line reads as the headline: as the title does; else said twice too, long enough, no sentence.

    Of equals the last is the greatest, which the text follows.
    """
    index = piece.index
    own = said[index]
    agrees = max(likeness(own, title) for title in titles)
    if agrees >= _AGREES:
        return 3 + round(agrees, 2), index
    if index < start - _LOOKED_AT:
        return 0.0, index
    twice = max((likeness(own, other) for i, other in said.items() if 0 < abs(i - index) <= _LOOKED_AT), default=0.0)
    length = min(len(own), _ENOUGH) / _ENOUGH
    return agrees + round(twice, 1) + length - _SENTENCE * piece.text.endswith(_ENDS), index

"""The printed byline: the lines of the page that name its authors, by where they stand and how they say so.

What a line costs to be read is spent only where its place, its links, its elements' names or its first words say
that it may be a byline, and only until one names somebody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from functools import lru_cache
from typing import Final, NamedTuple

from cleanscrape.article import Author, Byline
from cleanscrape.block import Piece
from cleanscrape.fields.author_page import is_author_page, is_category_page
from cleanscrape.fields.author_witness import AuthorWitness
from cleanscrape.fields.bare_byline import is_bare, signs, signs_as_house
from cleanscrape.fields.beside import ELSEWHERE
from cleanscrape.fields.byline import is_person_name, read_byline, says_it_is_byline
from cleanscrape.fields.byline_place import Place, fit_pieces
from cleanscrape.fields.byline_words import (
    AUTHOR,
    BY,
    BY_FIRST,
    MADE,
    NOISE,
    OTHER,
    ROLE,
    WORK,
)
from cleanscrape.fields.east_asian_name import is_east_asian
from cleanscrape.fields.given_name import is_given_name, opens_with_given_name
from cleanscrape.fields.name_and_post import split_post
from cleanscrape.fields.person_name import folded_name, kind_of
from cleanscrape.hint import Hint, hints_of
from cleanscrape.inline import address, attribute, href
from cleanscrape.reading import Reading


class How(IntEnum):
    """How a line says that it is a byline."""

    ANNOUNCED = 0
    """By a word: "By", "Text:"."""
    LINKED = 1
    """The name is a link to an author's page."""
    NAMED = 2
    """The elements are called so."""
    BARE = 3
    """It is nothing but a name that opens with a known given name; or a name and a day; or the body's first line, or
    the signature at its end."""


# In the order of reading. Measured on 800 pages: the share of lines of each sort that name an author of the page.
_RELIABILITY: Final[Mapping[tuple[Place, How], float]] = {
    (Place.BESIDE, How.ANNOUNCED): 0.95,
    (Place.BESIDE, How.LINKED): 0.99,
    (Place.OPENING, How.LINKED): 0.93,
    (Place.BESIDE, How.NAMED): 0.92,
    (Place.OPENING, How.ANNOUNCED): 0.84,
    (Place.OPENING, How.NAMED): 0.87,
    (Place.FAR, How.ANNOUNCED): 0.75,
    (Place.BESIDE, How.BARE): 0.9,
    (Place.OPENING, How.BARE): 0.9,
    (Place.END, How.LINKED): 0.94,
    (Place.END, How.ANNOUNCED): 0.75,
    (Place.END, How.NAMED): 0.73,
    (Place.END, How.BARE): 0.8,
    (Place.ABOVE, How.LINKED): 0.85,
    (Place.ABOVE, How.ANNOUNCED): 0.8,
    (Place.ABOVE, How.NAMED): 0.75,
    (Place.FAR, How.NAMED): 0.61,
}
_ORDER: Final = {sort: index for index, sort in enumerate(_RELIABILITY)}
_BARE_FROM: Final = _ORDER[Place.BESIDE, How.BARE]

_LONGEST_BARE: Final = 70
_LONGEST_DATED: Final = 120  # characters of a line of a capture that prints the day and who wrote
_FIRST_WORDS: Final = 12  # within which a line says that it is a byline
_NEIGHBOURS: Final = 3  # pieces from one author's line to the next one's
_MOST_AUTHORS: Final = 40
_NAMES: Final = Hint.BYLINE | Hint.AUTHOR
_LEADS: Final = BY | BY_FIRST | AUTHOR | MADE | WORK
_NEVER_POST: Final = BY | OTHER | MADE | WORK | NOISE


class _Line(NamedTuple):
    piece: Piece
    place: Place
    how: How
    label: str = ""
    """The line before it, where that is nothing but a label ("Written by")."""


def printed_bylines(reading: Reading, sites: Sequence[str]) -> Iterator[AuthorWitness]:
    """The lines that name somebody, the most reliable first.

    Those beside the headline that announce a name are the first: the others are looked at only if they do not do.
    """
    fit = list(fit_pieces(reading))
    language = reading.value("language")
    announced = [
        _Line(piece, place, How.ANNOUNCED, label)
        for piece, place, label in fit
        if place is Place.BESIDE and _is_announced(piece, language)
    ]
    known: set[int] = set()
    for line in announced:
        witness = _read(line, reading, sites)
        if witness is not None:
            known.add(line.piece.index)
            yield witness
    plain, others = _plain_lines([each for each in fit if each[0].index not in known], language, reading)
    first = [line for line in plain if _order(line) < _BARE_FROM]
    yield from _read_lines(first, plain, reading, sites)
    bare = [_Line(p, place, How.BARE) for p, place in others if is_bare(p, place, reading, language)]
    rest = sorted([*plain[len(first) :], *bare], key=_order)
    yield from _read_lines(rest, [*plain, *bare], reading, sites)


def _read_lines(
    lines: Sequence[_Line], known: Sequence[_Line], reading: Reading, sites: Sequence[str]
) -> Iterator[AuthorWitness]:
    """Whom the lines name, in order, each with the authors of its neighbours among all `known` lines."""
    for line in lines:
        witness = _read(line, reading, sites)
        if witness is not None:
            yield _with_neighbours(witness, line, known, reading, sites)


def _order(line: _Line) -> int:
    return _ORDER[line.place, line.how]


def _plain_lines(
    fit: Sequence[tuple[Piece, Place, str]], language: str | None, reading: Reading
) -> tuple[list[_Line], list[tuple[Piece, Place]]]:
    """The lines that a word, a link or a name says to be bylines, in the order of reading; and the others that may
    be bare ones, which costs most to know.
    """
    lines: list[_Line] = []
    others: list[tuple[Piece, Place]] = []
    for piece, place, label in fit:
        if _leads_elsewhere(piece):
            how = None
        else:
            how = _how(piece, place, reading, language)
            may_be_bare = how is None and (place, How.BARE) in _RELIABILITY and not _own(piece) & ELSEWHERE
            if may_be_bare and not label:
                others.append((piece, place))
                continue
            if may_be_bare and is_bare(piece, place, reading, language):
                how = How.BARE
        if how is None and label:
            how = How.NAMED
        if how is not None and (place, how) in _RELIABILITY:
            lines.append(_Line(piece, place, how, label))
    return sorted(lines, key=_order), others


def _how(piece: Piece, place: Place, reading: Reading, language: str | None) -> How | None:
    """How a line that is not bare says that it is a byline."""
    outer = piece.outer
    if place is not Place.BESIDE and _is_announced(piece, language):
        return How.ANNOUNCED
    leads = outer is not None and _leads_to_author(outer)
    if _own(piece) & ELSEWHERE:
        return None
    if place < Place.FAR and (leads or any(_leads_to_author(raw) for raw, _ in piece.links)):
        return How.LINKED
    return How.NAMED if _is_named(piece) or _prints_date(reading, piece) else None


def _leads_elsewhere(piece: Piece) -> bool:
    """Whether a piece stands in a link that nothing says to lead to an author."""
    outer = piece.outer
    if outer is None or ' href="' not in outer:
        return False
    return not _leads_to_author(outer) and not _hints(outer) & _NAMES


def _is_announced(piece: Piece, language: str | None) -> bool:
    """Whether a line says by a word that it is a byline."""
    text = piece.text
    return _may_announce(text) and not _leads_elsewhere(piece) and says_it_is_byline(text, language=language)


def _may_announce(text: str) -> bool:
    """Whether one of the first words may lead to a name: cheap, and sure where it says no."""
    if not text.isascii() and is_east_asian(text):
        return True
    words = text.replace(":", " ").split(None, _FIRST_WORDS)[:_FIRST_WORDS]
    for word in words:
        if kind_of(word) & _LEADS:
            return True
    return bool(words) and _is_glued(words[0])


def _is_glued(word: str) -> bool:
    """Whether a name is glued to the word that leads to it: "ByAna"."""
    return any(word[at : at + 1].isupper() and kind_of(word[:at]) & (BY | BY_FIRST) for at in (2, 3))


def _leads_to_author(raw: str) -> bool:
    """Whether a link, as written, says that it leads to an author: by its address, `rel` or classes."""
    url = href(raw)
    if url and is_author_page(url):
        return True
    return 'rel="author"' in raw and attribute(raw, "rel") == "author"


@lru_cache(maxsize=1024)
def _hints(raw: str) -> int:
    """What the classes of an element, as written, hint at."""
    return hints_of(attribute(raw, "class") or "")


def _own(piece: Piece) -> int:
    """What the names of the piece's own element, of those in its line and of a link around it hint at."""
    return piece.node.tag.hints | piece.inline | (_hints(piece.outer) if piece.outer is not None else 0)


def _is_named(piece: Piece) -> bool:
    own = _own(piece)
    if own & Hint.SHARE:
        return False
    up = piece.node.parent
    around = own | (up.tag.hints if up is not None else 0)
    return bool(around & _NAMES) or piece.node.tag.name == "address"


def _prints_date(reading: Reading, piece: Piece) -> bool:
    """Whether a line of a capture, where nothing is named, prints the date: it mostly prints who wrote, too."""
    if reading.blocks.is_markup or len(piece.text) > _LONGEST_DATED:
        return False
    return any(map(str.isdigit, piece.text)) and ":" in piece.text


def _read(line: _Line, reading: Reading, sites: Sequence[str]) -> AuthorWitness | None:
    piece, how = line.piece, line.how
    base = reading.base()
    urls = {text: url for raw, text in piece.links if (url := address(href(raw), base))}
    if piece.outer is not None and (url := address(href(piece.outer), base)):
        urls[piece.text] = url
    text = _without_categories(piece)
    text = f"{line.label}\n{text}" if line.label else text
    byline = read_byline(text, language=reading.value("language"), site_names=sites, urls=urls)
    if byline is None and how is How.BARE and signs_as_house(piece, line.place, reading):
        byline = Byline(piece.text, organisations=(piece.text.strip("()[]"),))  # a house by its form: "XY-Redaktion"
    if byline is None or (how is How.LINKED and not _links_name(byline, piece)):
        return None
    if line.place > Place.OPENING and not all(_is_sure(author, line, reading) for author in byline.authors):
        return None
    authors = _with_post_below(byline.authors, piece, reading)
    raw = piece.text if not line.label else f"{line.label} {piece.text}"
    pieces = (piece.index - 1, piece.index) if line.label else (piece.index,)
    by = "print" if line.place is not Place.END else "print after the body"
    return AuthorWitness(
        by,
        authors,
        byline.organisations,
        reliability=_RELIABILITY[line.place, how],
        raw=raw,
        pieces=pieces,
        is_beside=line.place in (Place.BESIDE, Place.OPENING, Place.FAR),
        is_plain=line.place is Place.BESIDE and how is How.ANNOUNCED,
    )


def _without_categories(piece: Piece) -> str:
    """The text of a line without what is linked to a category: "Ana Roe in Books, Kit Reviews"."""
    text = piece.text
    for raw, name in piece.links:
        if name and is_category_page(href(raw) or ""):
            text = text.replace(name, "\n", 1) if name in text else text
    return text if text.strip() else piece.text


def _is_sure(author: Author, line: _Line, reading: Reading) -> bool:
    """Whether a name may be believed away from the headline: by what announces or links it, or as a known one."""
    name, how = author.name, line.how
    is_full = is_person_name(name)
    if how is How.LINKED:
        return is_full or name[:1].isupper()
    is_known = opens_with_given_name(name) or is_given_name(name) or is_east_asian(name)
    if how is How.ANNOUNCED:
        return name[:1].isupper() and (is_known or bool(kind_of(line.piece.text.split()[0]) & _LEADS))
    if not is_known and not signs(line.piece, line.place, reading):
        return False
    return is_full and (how is How.NAMED or not _is_told_of(name, reading))


def _is_told_of(name: str, reading: Reading) -> bool:
    """Whether the article tells of somebody: a name alone behind it is then one of its people."""
    pieces = reading.blocks.pieces
    return name in (reading.value("headline") or "") or any(name in pieces[index].text for index in reading.body())


def _links_name(byline: Byline, piece: Piece) -> bool:
    """Whether one who is named is a link to an author's page."""
    linked = {" ".join(text.split()) for raw, text in piece.links if _leads_to_author(raw)}
    if piece.outer is not None:
        linked.add(piece.text)
    names = [folded_name(name) for name in (*(author.name for author in byline.authors), *byline.organisations)]
    return any(name in folded_name(text) for name in names for text in linked)


def _with_post_below(authors: tuple[Author, ...], piece: Piece, reading: Reading) -> tuple[Author, ...]:
    """The authors; one alone with the post that the next line is, in the same element."""
    pieces = reading.blocks.pieces
    if len(authors) != 1 or authors[0].role or piece.index + 1 >= len(pieces):
        return authors
    below = pieces[piece.index + 1]
    if below.node.parent is not piece.node.parent or len(below.text) > _LONGEST_BARE:
        return authors
    words = below.text.split()
    kinds = [kind_of(word) for word in words]
    if not any(kind & ROLE for kind in kinds) or any(kind & _NEVER_POST for kind in kinds):
        return authors
    name, post, _ = split_post(words, kinds)
    return authors if name or post is None else (replace(authors[0], role=below.text),)


def _with_neighbours(
    witness: AuthorWitness, line: _Line, lines: Sequence[_Line], reading: Reading, sites: Sequence[str]
) -> AuthorWitness:
    """The witness with the authors of the lines that follow in the same guise: each may stand on one of his own."""
    if line.how is How.ANNOUNCED or not _is_one_name(witness):
        return witness
    last = line.piece.index
    alike = sorted((other for other in lines if _is_alike(other, line)), key=lambda other: other.piece.index)
    for other in alike:
        if other.piece.index - last > _NEIGHBOURS or len(witness.authors) >= _MOST_AUTHORS:
            break
        found = _read(other, reading, sites)
        if found is None or not _is_one_name(found) or found.keys <= witness.keys:
            continue
        last = other.piece.index
        witness = replace(
            witness,
            authors=witness.authors + found.authors,
            raw=f"{witness.raw}, {found.raw}",
            pieces=witness.pieces + found.pieces,
        )
    return witness


def _is_alike(other: _Line, line: _Line) -> bool:
    return (
        other.how is line.how
        and other.piece.index > line.piece.index
        and other.piece.node.tag is line.piece.node.tag
        and not other.label
    )


def _is_one_name(witness: AuthorWitness) -> bool:
    """Whether the line is one author's name and nothing else."""
    return len(witness.authors) == 1 and folded_name(witness.raw) == folded_name(witness.authors[0].name)

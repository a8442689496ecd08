"""The dek (standfirst): the sentence between headline and body that sums the story up; and the description.

A dek is printed. What only the page's head holds is the `description`.
"""

from __future__ import annotations

from typing import Final

from cleanscrape.article import Source
from cleanscrape.block import Context, Piece
from cleanscrape.fields.byline import opens_as_byline
from cleanscrape.fields.date_line import Grade, lines_beside
from cleanscrape.fields.wording import held, likeness, words
from cleanscrape.hint import Hint
from cleanscrape.linked import first, plain
from cleanscrape.reading import Found, Reading

_SHORTEST: Final = 25
_LONGEST: Final = 600
_NAMED: Final = Hint.DEK
_LONGEST_LINE: Final = 120  # characters of a line with name and day
_AWAY: Final = 25  # pieces after the headline in which a dek is looked for
_AGREES: Final = 0.75  # likeness with the description from which a line under the headline is a dek


def read_description(reading: Reading) -> Found[str] | None:
    """What the page's head says of the article in a sentence."""
    linked = reading.page.linked
    for witness, value in (
        ("json-ld", plain(linked.article.get("description"))),  # written for the article
        ("meta", first(linked.meta.get("og:description"))),  # written to be shared
        ("meta", first(linked.meta.get("description"))),  # written for search engines
        ("meta", first(linked.meta.get("twitter:description"))),
    ):
        if value and value.strip():
            return Found(" ".join(value.split()), source=Source(witness, value[:80]))
    return None


def read_dek(reading: Reading) -> Found[str] | None:
    """The dek, and the piece that prints it."""
    given = reading.prints.get("dek")
    if given:
        return Found(given[0].text, source=Source(given[0].by, given[0].text[:80]), pieces=given[0].pieces)
    headline = reading.found.get("headline")
    if headline is None or not headline.pieces:
        return None
    start = headline.pieces[-1] + 1
    body = reading.body()
    top = next((i for i in body if i >= start), None)
    if top is None:
        return None
    title = words(headline.value)
    description = words(reading.value("description") or "")
    pieces = reading.blocks.pieces
    subheads = {pieces[i].node.tag for i in body if i > top + 1 and pieces[i].kind == "heading"}
    for piece in pieces[start : min(top + 1, start + _AWAY)]:
        why = _why_dek(piece, title, description, top, piece.kind == "heading" and piece.node.tag in subheads)
        if why and not _is_line(piece, reading):
            # One that the page sets as running text stays in the body too: of 120 such deks that readers and
            # newsrooms marked, 86 are body; of 199 that stand apart, 110 are not.
            own = () if piece.index in reading.chosen else (piece.index,)
            return Found(piece.text, source=Source("print", why), pieces=own)
    return None


def _is_line(piece: Piece, reading: Reading) -> bool:
    """Whether a piece is the line of the byline or the date, which some pages set as a heading too."""
    if len(piece.text) > _LONGEST_LINE:
        return False
    dated = any(line.piece is piece and line.grade > Grade.PROSE for line in lines_beside(reading))
    return dated or opens_as_byline(piece.text, language=reading.value("language"))


def _why_dek(piece: Piece, title: list[str], description: list[str], top: int, is_subheading: bool) -> str | None:
    """The reason why a piece is the dek, or None. `is_subheading`: it looks like the headings in the body."""
    if not _SHORTEST <= len(piece.text) <= _LONGEST or piece.outer is not None or piece.kind in ("caption", "table"):
        return None
    if piece.link_chars * 2 > len(piece.text) or piece.node.context & (Context.FIGURE | Context.NAV | Context.ASIDE):
        return None
    said = words(piece.text)
    if likeness(said, title) > _AGREES:
        return None
    named = (piece.node.tag.hints | (piece.node.parent.tag.hints if piece.node.parent else 0)) & _NAMED
    is_heading = piece.kind == "heading" and not is_subheading
    agrees = bool(description) and (likeness(said, description) > _AGREES or held(description, said) > 0.9)
    if named and not is_subheading and (piece.index <= top or is_heading):
        return "named as one"
    if piece.index < top and (agrees or is_heading):
        return "between headline and body, as the description says" if agrees else "a heading under the headline"
    if piece.index == top and is_heading and (agrees or len(piece.text) > 2 * _SHORTEST):
        return "a heading at the top of the body"
    return None

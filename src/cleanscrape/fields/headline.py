"""The headline as printed: no site suffix, no kicker, no "LIVE" mark, no counter.

Witnesses: the headings of the page's own print, held against what the page declares of its title
(`cleanscrape.fields.titles`). A printed heading that agrees with a declared title wins; a declared title stands only
where the print has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final, NamedTuple

from cleanscrape.article import Source
from cleanscrape.block import Blocks, Context, Piece, unescape
from cleanscrape.fields.captured_headline import captured_headline
from cleanscrape.fields.titles import Title, Titles, is_site_name, titles_of, without_name, without_section
from cleanscrape.fields.wording import held, likeness, words
from cleanscrape.hint import Hint
from cleanscrape.reading import Found, Reading

_LONGEST: Final = 300  # characters; a longer heading is no headline
_LONGEST_ALONE: Final = 200  # as `_LONGEST`, where no declared title agrees with it
_AGREES: Final = 0.5  # likeness with a declared title from which a printed heading is taken for it
_WHOLE: Final = 4  # words before a bar, or of a heading far from the body, that are a headline by themselves
_CLOSE: Final = 6  # pieces before the body within which its one main heading is the headline, however short
_LOOKED_AT: Final = 60  # printed candidates that are weighed on either side of the body's beginning
_LESSER: Final = 3  # the level of a heading down to which it may be the headline
_SIGNS: Final = tuple("-–—|_·»")
_NEAR: Final = 30  # pieces above the body among which a line that is no heading may be the headline
_BELOW: Final = 15  # pieces from the body's beginning among which a lesser heading may be the headline
_AWAY: Final = Context.NAV | Context.ASIDE | Context.FOOTER
_MOST_KICKER: Final = 0.45  # share of a printed heading that its kicker may take
_LONGEST_KICKER: Final = 80  # characters of a kicker in a line of its own
_LONGEST_TAIL: Final = 3  # words behind a headline, in an element of their own, that are no part of it
_KICKER: Final = re.compile(
    r"class=\"[^\"]*(?:kicker|topline|overline|eyebrow|roofline|dachzeile|overtitle|surtitle|supertitle|preheadline|"
    r"pretitle|spitzmarke|occhiello|antetitulo|volanta|surtitre|overhead|headline__top|badge|flag|tagline)"
)
_OF_SITE: Final = re.compile(r"(?:class|id)=\"[^\"]*(?:logo|site-?name|site-?title|masthead)", re.IGNORECASE)
_LONG_TAG: Final = 1000  # characters of a heading's start tag that are looked at
_MARKS: Final = re.compile(
    r"^(?:(?i:live|breaking(?: news)?|exclusive|watch|video|update[ds]?|just in|liveblog|eilmeldung|direct|en direct|"
    r"en vivo|ao vivo|diretta|в прямом эфире)\s*[:|•·–—]\s*|(?:LIVE|WATCH|UPDATE|BREAKING)\s+(?=\w))"
)
_UNSEEN: Final = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")  # where a word may be broken, or must not be
_BAR: Final = " | "
_EDGE: Final = " :|–—-/•·"


class Candidate(NamedTuple):
    """A heading that may be the headline: its weight, the negated index of its piece, its likeness to a title.

    Of equals the first in the page is the greatest.
    """

    weight: float
    place: int
    agrees: float


def read_headline(reading: Reading) -> Found[str] | None:
    """The headline and the pieces that print it."""
    given = reading.prints.get("headline")
    if given:
        return Found(_tidy(given[0].text), source=Source(given[0].by, given[0].text), pieces=given[0].pieces)
    if not reading.blocks.is_markup:
        found = captured_headline(reading)
        return found and replace(found, value=_tidy(found.value))
    titles = titles_of(reading)
    printed = list(_printed(reading, titles))
    best = max(printed, default=None)
    if best is not None and best.agrees < _AGREES:
        best = _main(printed, reading) or best
    if best is not None and (best.agrees >= _AGREES or _is_alone(best, printed, reading, titles)):
        return _of_print(best, reading, titles)
    elsewhere = _set_otherwise(reading, titles)
    if elsewhere is not None:
        return _of_print(elsewhere, reading, titles)
    for title in titles.declared:
        text = title.text if title.witness == "json-ld" else title.bare  # it is written for the article alone
        return Found(_tidy(text), source=Source(title.witness, title.text))
    if best is not None:
        text = reading.blocks.pieces[-best.place].text
        return Found(_tidy(text), source=Source("print", "the only heading"), pieces=(-best.place,))
    return None


def _of_print(best: Candidate, reading: Reading, titles: Titles) -> Found[str]:
    at = -best.place
    pieces = reading.blocks.pieces
    text = _own_part(reading.blocks, pieces[at], titles)
    whole = _with_kicker_above(text, pieces[at - 1] if at else None, titles.declared)
    source = Source("print", f"agrees {best.agrees:.2f}")
    return Found(_tidy(whole or text), source=source, pieces=(at - 1, at) if whole else (at,))


def _set_otherwise(reading: Reading, titles: Titles) -> Candidate | None:
    """The line above the body, or its first, that is a declared title, or what stands in one before a separator:
    not all pages set their headline as a heading.
    """
    start = _start(reading)
    declared = {part for title in titles.declared for part in (title.text, title.bare, without_section(title.bare))}
    known = {tuple(said) for part in declared if len(said := words(part)) >= _WHOLE}
    for piece in reading.blocks.pieces[max(0, start - _NEAR) : start + 1]:
        is_away = piece.node.context & _AWAY or piece.node.hints & Hint.BREADCRUMB or piece.outer is not None
        if is_away or len(piece.text) > _LONGEST_ALONE:
            continue
        said = words(piece.text)
        if tuple(said) in known or (len(said) >= _WHOLE and any(_opens(piece.text, t.text) for t in titles.declared)):
            return Candidate(1.0, -piece.index, 1.0)
    return None


def _opens(text: str, title: str) -> bool:
    """Whether a title is the text and, behind a sign, something else: "Rain stops play-The Daily Example"."""
    return title.startswith(text) and title[len(text) :].lstrip()[:1] in _SIGNS


def _main(printed: Sequence[Candidate], reading: Reading) -> Candidate | None:
    """The one main heading above the body: sites declare other titles for search engines than they print.

    Printed twice, for two widths of screen, it is one.
    """
    pieces = reading.blocks.pieces
    start = _start(reading)
    mains = [c for c in printed if pieces[-c.place].level == 1 and -c.place <= start]
    return max(mains) if len({pieces[-c.place].text for c in mains}) == 1 else None


def _is_alone(best: Candidate, printed: Sequence[Candidate], reading: Reading, titles: Titles) -> bool:
    """Whether a heading that no declared title agrees with is the headline all the same: it is the one main heading,
    of some length or close to the body with words that a declared title holds.
    """
    piece = reading.blocks.pieces[-best.place]
    if best != _main(printed, reading) or len(piece.text) > _LONGEST_ALONE:
        return False
    said = words(piece.text)
    if len(said) >= _WHOLE:
        return True
    is_close = 0 <= _start(reading) + best.place <= _CLOSE
    return is_close and any(held(said, title.words) == 1 for title in titles.declared)


def _start(reading: Reading) -> int:
    body = reading.body()
    return body[0] if body else len(reading.blocks.pieces)


def _printed(reading: Reading, titles: Titles) -> Iterable[Candidate]:
    """The headings of the page, with how well each agrees with a declared title."""
    declared = [words(text) for text in dict.fromkeys(text for title in titles.declared for text in title[1::2])]
    start = _start(reading)
    pieces = reading.blocks.pieces
    away = _AWAY & ~_around(reading)
    for piece in _headings(pieces, start, declared):
        if piece.node.context & away or len(piece.text) > _LONGEST:
            continue
        folded = words(_UNSEEN.sub("", piece.text))
        of_site = _OF_SITE.search(piece.node.tag.raw[:_LONG_TAG]) or is_site_name(folded, titles.names)
        if of_site and folded not in declared:
            continue
        # In the breadcrumbs stands the title for search engines, unless the page knows no other.
        if piece.node.hints & Hint.BREADCRUMB and any(title.words != folded for title in titles.declared):
            continue
        agrees = max((max(likeness(folded, title), _tail(folded, title)) for title in declared), default=_AGREES)
        bonus = 0.15 * (piece.level == 1) + 0.05 * (piece.kind == "heading") + 0.25 * (piece.index <= start)
        weight = agrees + bonus - 0.1 * bool(piece.link_chars or piece.outer)
        yield Candidate(weight, -piece.index, agrees)


def _around(reading: Reading) -> int:
    """The context that the whole body has: of an element that was left open above it, it says nothing."""
    body = reading.body()
    if not body:
        return 0
    pieces = reading.blocks.pieces
    first, middle, last = (pieces[body[at]].node.context for at in (0, len(body) // 2, -1))
    return first & middle & last


def _headings(pieces: Sequence[Piece], start: int, declared: Sequence[list[str]]) -> Iterator[Piece]:
    """What may be the headline: what is set as one above the body, then the main headings from there on.

    Where no main heading is above the body, lesser ones at its beginning count that a declared title begins with.
    """
    above = [
        piece
        for piece in pieces[: start + 1]
        if (piece.kind == "heading" and piece.level <= _LESSER)
        or (piece.node.tag.hints & Hint.HEADLINE and piece.kind == "paragraph")
    ][-_LOOKED_AT:]
    yield from above
    lesser = () if any(piece.level == 1 for piece in above) else pieces[start + 1 : start + _BELOW]
    for piece in lesser:
        if piece.kind == "heading" and 1 < piece.level <= _LESSER:
            said = words(piece.text)
            if any(title[: len(said)] == said for title in declared):
                yield piece
    mains = (piece for piece in pieces[start + 1 :] if piece.kind == "heading" and piece.level == 1)
    yield from islice(mains, _LOOKED_AT)


def _tail(printed: list[str], title: list[str]) -> float:
    """Likeness of a printed heading that begins with a kicker: its end is the declared title."""
    size = len(title)
    return 0.9 if size > 2 and len(printed) > size and printed[-size:] == title else 0.0


def _own_part(blocks: Blocks, piece: Piece, titles: Titles) -> str:
    """A printed heading without what stands in it beside the headline: kicker, site's name, counter, date."""
    text = without_name(piece.text, titles.names)
    edges = _edges(blocks, piece)
    if edges and len(text) == len(piece.text):
        text = _without_tail(text, edges, titles.declared)
    return _without_kicker(text, edges, titles.declared)


class _Edge(NamedTuple):
    """A place in a heading's text where an element begins or ends, and the tag of the element before it."""

    at: int
    tag: str


def _edges(blocks: Blocks, piece: Piece) -> list[_Edge]:
    """Where the elements in a heading part its text: those that are set apart look apart."""
    found: list[_Edge] = []
    at = 0
    tag = ""
    for raw, inside in blocks.tokens(piece):
        if at and (not found or found[-1].at != at):
            found.append(_Edge(at, tag))
        run = " ".join(unescape(inside).split())
        if run:
            start = piece.text.find(run, at)
            if start < 0:
                break
            at, tag = start + len(run), raw
    return [edge for edge in found if edge.at < len(piece.text)]


def _without_tail(text: str, edges: Sequence[_Edge], declared: Sequence[Title]) -> str:
    """A heading without the few words in an element of their own that stand behind a declared title: a counter, a
    date, a source.
    """
    said = words(text)
    for edge in edges:
        head = words(text[: edge.at])
        if 2 < len(head) < len(said) <= len(head) + _LONGEST_TAIL and any(title.words == head for title in declared):
            return text[: edge.at].rstrip(_EDGE)
    return text


def _without_kicker(text: str, edges: Sequence[_Edge], declared: Sequence[Title]) -> str:
    """A heading without the kicker in it: what an element's names say is one, or what stands apart before a declared
    title. What all declared titles have before this headline is part of it, with the mark that they put behind it.
    """
    for number, edge in enumerate(edges):
        if edge.at > _MOST_KICKER * len(text) or text[edge.at - 1] == "-":
            continue
        rest = text[edge.at :].lstrip(_EDGE)
        with_it, without_it = _witnesses(words(text[: edge.at]), words(rest), declared)
        if with_it and not without_it:
            return with_it[0]
        if rest and (without_it or (not number and _KICKER.search(edge.tag))):
            return rest
    return text


def _with_kicker_above(headline: str, piece: Piece | None, declared: Sequence[Title]) -> str | None:
    """The headline with the kicker printed above it, where all declared titles of this wording count it in."""
    if piece is None or len(piece.text) > _LONGEST_KICKER:
        return None
    with_it, without_it = _witnesses(words(piece.text), words(headline), declared)
    return with_it[0] if with_it and not without_it else None


def _witnesses(kicker: list[str], rest: list[str], declared: Sequence[Title]) -> tuple[list[str], list[str]]:
    """The declared titles that are a kicker and a headline, those with a colon first; and those that are the headline
    alone.
    """
    titles = [title for title in declared if title.witness != "microdata"]  # that is the print itself
    with_it = [title.text for title in titles if kicker and rest and title.words == kicker + rest]
    return sorted(with_it, key=lambda text: ":" not in text), [t.text for t in titles if rest and t.words == rest]


def _tidy(text: str) -> str:
    """A headline without marks ("LIVE: "), unseen characters, and a section or series behind a bar."""
    text = " ".join(_UNSEEN.sub("", text).split())
    head = text.split(_BAR, 1)[0]
    if head != text and len(words(head)) >= _WHOLE:
        text = head
    return _MARKS.sub("", text, count=1) or text

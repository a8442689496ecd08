"""Labelling a page by its site's profile: the selectors of a layout, or the lines of a capture.

What a selector finds becomes a place of its own in the cut, and the innermost one decides what a piece is. The
pieces that no selector touches are left to the generic rules for what is no article.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cleanscrape.block import Blocks, Node, Piece
from cleanscrape.fields.titles import titles_of
from cleanscrape.fields.wording import likeness, words
from cleanscrape.label import Given, Label, Labelling
from cleanscrape.lines import cut_lines
from cleanscrape.page import Page
from cleanscrape.profile.capture import Capture
from cleanscrape.profile.elements import Elements
from cleanscrape.profile.layout import Layout, Selectors, choose_layout
from cleanscrape.profile.model import Profile
from cleanscrape.profile.selector import first_places
from cleanscrape.reading import Print, Reading
from cleanscrape.rules.body import weighed_body
from cleanscrape.tree import cut_tree

# The fields that selectors print, and the label that their pieces get; None where the field's reader gives it.
_PRINTED: Final[tuple[tuple[str, Label | None], ...]] = (
    ("headline", Label.HEADLINE),
    ("dek", Label.DEK),
    ("byline", Label.BYLINE),
    ("published", Label.TIMESTAMP_PUBLISHED),
    ("modified", Label.TIMESTAMP_PUBLISHED),
    ("tags", None),  # they are printed in a part that a drop names
    ("section", None),
    ("breadcrumbs", None),
    ("lead_image", None),
    ("images", None),
    ("next_page", None),
    ("single_page", None),
)
# Share of the rules' own choice outside of a weighed body from which its layout is not the page's. On 90 pages of sites
# that another page had taught, five were above, all of them read wrong by the profile; the next had 0.17.
_MOST_ELSEWHERE: Final = 0.4
# Likeness to a declared title below which what a selector finds on a page is no headline, as the name of its part of
# the site.
_LEAST_DECLARED: Final = 0.5
_MOST_LINKED: Final = 0.85  # share of a kept piece's letters that are links
_MARKED: Final = (("caption", Label.CAPTION), ("credit", Label.CREDIT))


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a selector says of an element: the field that it prints, the kind that it is of, or the body."""

    by: str
    selector: str
    field: str | None = None
    label: Label | None = None
    is_body: bool = False


def read_by_profile(page: Page, profile: Profile) -> tuple[Reading, str] | None:
    """Label a page by a profile: the reading, and the name of its layout. None where no layout fits."""
    if not page.is_markup:
        if profile.capture is None:
            return None
        return _of_lines(page, profile, profile.capture), "capture"
    elements = Elements(page.root)
    layout = choose_layout(profile, elements)
    if layout is None:
        return None
    return _of_tree(page, profile, layout, elements), layout.id


def _new(page: Page, profile: Profile, blocks: Blocks, language: str | None) -> Reading:
    return Reading(
        page,
        blocks,
        Labelling(len(blocks.pieces)),
        timezone=profile.timezone,
        language=language or profile.language,
        site=profile.name if profile.name not in profile.hosts else None,  # a host stands in where no name is known
    )


def _of_tree(page: Page, profile: Profile, layout: Layout, elements: Elements) -> Reading:
    marks, printed = _marks(profile, layout, elements)
    blocks = cut_tree(page.root, page.limits, marks)
    reading = _new(page, profile, blocks, layout.language)
    nearest: dict[int, _Mark | None] = {}
    pieces_of: dict[int, list[int]] = {}
    body: list[int] = []
    captions: list[int] = []
    for piece in blocks.pieces:
        mark = _innermost(piece.node, marks, nearest)
        _note_places(piece, marks, pieces_of)
        if mark is None:
            continue
        if mark.is_body:
            body.append(piece.index)
        elif mark.label is not None and mark.field is None:
            reading.labels.give(piece.index, Given(mark.label, by=mark.by, evidence=mark.selector))
            if mark.label is Label.CAPTION:
                captions.append(piece.index)
    reading.chosen, reading.chosen_by = tuple(body), f"{profile.name}/{layout.id}.body"
    if layout.weigh:
        named = {index for places in printed.values() for place in places for index in pieces_of.get(place, ())}
        kept = set(_first_found(layout.keep, elements)[1])
        sure = {i for i in body if (piece := blocks.pieces[i]).node.order in kept and _is_told(piece)}
        is_news = page.linked.is_news
        reading.chosen, elsewhere = weighed_body(blocks, body, printed=named, sure=sure, is_news=is_news)
        if elsewhere > _MOST_ELSEWHERE:
            reading.unfit = f"weigh = true: {elsewhere:.0%} of what the rules take for the body stands elsewhere"
    reading.chosen = tuple(sorted({*reading.chosen, *captions}))  # they stand in the body, as captions
    for name, places in printed.items():
        by = f"{profile.name}/{layout.id}.{name}"
        reading.prints[name] = tuple(_print(elements, place, by, pieces_of.get(place, [])) for place in places)
    if layout.weigh and _is_undeclared(reading):
        del reading.prints["headline"]  # what the generic way finds is nearer to it
    return reading


def _is_undeclared(reading: Reading) -> bool:
    """Whether a headline is printed that is none by the titles that the page declares."""
    printed, declared = reading.prints.get("headline"), titles_of(reading).declared
    if not printed or not declared:
        return False
    said = words(printed[0].text)
    return max(likeness(said, title.words) for title in declared) < _LEAST_DECLARED


def _is_told(piece: Piece) -> bool:
    """Whether a piece is text of its own: one that is a link as a whole leads away from the story, or is a button."""
    return piece.outer is None and piece.link_chars < _MOST_LINKED * len(piece.text)


def _first_found(selectors: Selectors, elements: Elements) -> tuple[str, list[int]]:
    """The first selector that finds anything, as written, and the places of what it finds; none where none does."""
    found = first_places(selectors, elements)
    return (found[0].source, found[1]) if found is not None else ("", [])


def _marks(profile: Profile, layout: Layout, elements: Elements) -> tuple[dict[int, _Mark], dict[str, list[int]]]:
    """What is said of each element that a selector finds, and the elements of each printed field, by place."""
    name = f"{profile.name}/{layout.id}"
    selector, places = _first_found(layout.body, elements)
    marks = dict.fromkeys(places, _Mark(f"{name}.body", selector, is_body=True))
    printed: dict[str, list[int]] = {}
    for drop in layout.drop:
        for each in drop.selectors:
            mark = _Mark(f"{name}.drop.{drop.kind}", each.source, label=drop.kind)
            marks |= dict.fromkeys(each.places(elements), mark)
    for key, marked in _MARKED:
        selector, places = _first_found(getattr(layout, key), elements)
        marks |= dict.fromkeys(places, _Mark(f"{name}.{key}", selector, label=marked))
    for key, label in _PRINTED:
        selector, places = _first_found(getattr(layout, key), elements)
        if places:
            printed[key] = places
        if label is not None:
            mark = _Mark(f"{name}.{key}", selector, field=key)
            marks |= {place: mark for place in places if place not in marks or not marks[place].label}
    return marks, printed


def _innermost(node: Node, marks: dict[int, _Mark], nearest: dict[int, _Mark | None]) -> _Mark | None:
    """The mark of the nearest marked element around a piece."""
    way: list[int] = []
    mark: _Mark | None = None
    up: Node | None = node
    while up is not None:
        if up.order in nearest:
            mark = nearest[up.order]
            break
        way.append(up.order)
        mark = marks.get(up.order)
        if mark is not None:
            break
        up = up.parent
    for order in way:
        nearest[order] = mark
    return mark


def _note_places(piece: Piece, marks: dict[int, _Mark], pieces_of: dict[int, list[int]]) -> None:
    """Note the piece under every marked field that it stands in."""
    node: Node | None = piece.node
    while node is not None:
        mark = marks.get(node.order)
        if mark is not None:
            pieces_of.setdefault(node.order, []).append(piece.index)
        node = node.parent


def _print(elements: Elements, place: int, by: str, pieces: Iterable[int]) -> Print:
    element = elements.all[place]
    text = " ".join("".join(element.itertext()).split())
    return Print(
        text,
        by=by,
        url=element.get("href") or element.get("src") or element.get("content"),
        machine=element.get("datetime") or element.get("content"),
        pieces=tuple(pieces),
    )


def _of_lines(page: Page, profile: Profile, capture: Capture) -> Reading:
    """Label the lines of a capture: fields by their patterns, sections by their headings, the rest is the body."""
    blocks = cut_lines(page.lines)
    reading = _new(page, profile, blocks, None)
    pieces = blocks.pieces
    begun = not any(capture.starts(piece.text) for piece in pieces)
    section: Label | None = None
    heading = ""
    ended = False
    body: list[int] = []
    for piece in pieces:
        if _note_fields(reading, piece, capture, profile.name):
            begun = begun or capture.starts(piece.text)
            continue
        named = capture.section_of(piece.text) if begun else None
        if named is not None:
            section, heading = named, piece.text
        kind = capture.kind_of(piece.text) or section
        if begun and capture.stops(piece.text):
            ended = True
        if kind is not None or ended:
            given = Given(
                kind or Label.OTHER,
                by=f"{profile.name}/capture.{'sections' if section else 'drop'}",
                evidence=heading[:80],
            )
            reading.labels.give(piece.index, given)
        elif begun:
            body.append(piece.index)
        elif capture.starts(piece.text):
            begun = True
    reading.chosen, reading.chosen_by = tuple(body), f"{profile.name}/capture"
    return reading


def _note_fields(reading: Reading, piece: Piece, capture: Capture, name: str) -> bool:
    fields = capture.fields_of(piece.text)
    if fields is None:
        return False
    for key, text in fields.items():
        found = Print(text, by=f"{name}/capture.fields", line=piece.text, pieces=(piece.index,))
        reading.prints.setdefault(key, (found,))
    return True

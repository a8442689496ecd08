"""Headings decide for what stands under them: "Recent Stories" makes recent-stories of a whole list."""

from __future__ import annotations

from typing import Final

from cleanscrape.block import Context, Node, Piece
from cleanscrape.hint import Hint
from cleanscrape.label import Label
from cleanscrape.reading import Reading
from cleanscrape.rules.containers import is_in
from cleanscrape.rules.furniture import heading_kind

# A line of more characters is no title of a list.
_LONGEST_TITLE: Final = 80
_NO_LEVEL: Final = 7
_MOSTLY: Final = 0.8  # share of a piece's letters that are links
# What a title can announce; a heading "Menu" or "Share" names its own row alone.
_ANNOUNCED_ALONE: Final = frozenset({Label.MEDIA_CHROME, Label.TIMESTAMP})
# What announces no stories: a linked headline ends it, and what is longer than its small print.
_NO_STORIES: Final[dict[Label, int]] = {
    Label.SHARE: 140, Label.NEWSLETTER: 700, Label.CONSENT: 1500, Label.OTHER: 700, Label.AUTHOR_BIO: 1500,
}  # fmt: skip
# What stands as a label over one thing: "Advertisement", "Search". Without a heading's tag it names a small box.
_LABELS: Final = frozenset({Label.ADVERTISEMENT, Label.NAVIGATION, Label.CONSENT, Label.SHARE, Label.FOOTER})
_WAYS: Final = frozenset({Label.ADVERTISEMENT, Label.CONSENT, Label.OTHER})
_FEW: Final = 15  # pieces of a small box
_HEADLINE: Final = 40  # letters of a link that reads as a headline
_LONGEST_INTRODUCTION: Final = 30  # letters before the links of a line: "Read also", "Filed under"
_LONGEST_LINE: Final = 400  # letters of a line that its first words can name
_BESIDE: Final = 2  # pieces that may stand beside a title in a wrapper of its own: "See all", arrows
_LONGEST_BESIDE: Final = 25
_FARTHEST: Final = 400  # pieces that a title can reach


def label_sections(reading: Reading) -> None:
    """Give the kind that a heading announces to it and to what follows it in its container."""
    pieces = reading.blocks.pieces
    labels = reading.labels
    kinds: dict[int, Label] = {}
    for index in labels.open():
        piece = pieces[index]
        if not _may_be_title(piece):
            continue
        kind = heading_kind(piece.text)
        if kind is not None:
            kinds[index] = _in_place(reading, piece, kind)
        elif piece.links and (kind := introduced(piece)) is not None:
            if _has_link_beside(piece):
                kinds[index] = kind
                continue
            reading.label((index,), kind, "rules.sections", piece.text[:_LONGEST_TITLE])
    for index, kind in kinds.items():
        if labels[index] is None:
            end = _end(reading, index, kind, kinds)
            reading.label(range(index, end), kind, "rules.sections", pieces[index].text[:_LONGEST_TITLE])


def _in_place(reading: Reading, title: Piece, kind: Label) -> Label:
    """The kind of a title where it stands.

    In the foot, "Advertising" or "Subscriptions" heads a list of ways there. A title that names the site, as "More on
    The Daily Example", is keyed to no story.
    """
    if kind in _WAYS:
        return Label.FOOTER if is_in(title.node, Label.FOOTER) else kind
    if kind is not Label.RELATED:
        return kind
    site = "".join(str(reading.value("site") or "").casefold().split())
    return Label.RECENT_STORIES if len(site) > 2 and site in "".join(title.text.casefold().split()) else kind


def _is_linked(piece: Piece) -> bool:
    return piece.outer is not None or piece.link_chars > _MOSTLY * len(piece.text)


def _may_be_title(piece: Piece) -> bool:
    """Whether a piece can be a title: short, and no entry of a menu or list."""
    if len(piece.text) > _LONGEST_TITLE:
        is_line = bool(piece.links) and len(piece.text) <= _LONGEST_LINE and piece.link_chars < len(piece.text)
        return is_line and not piece.node.context & Context.NAV
    if piece.kind in ("table", "code") or (piece.node.context & Context.NAV and len(piece.links) > 1):
        return False
    return piece.kind == "heading" or not (piece.node.context & (Context.LIST | Context.NAV) and _is_linked(piece))


def _has_link_beside(title: Piece) -> bool:
    """Whether a line is a title with a link to all of the list behind it: "Related articles See all"."""
    return len(title.links) == 1 and len(title.links[0][1]) <= _LONGEST_BESIDE and ":" not in title.text


def introduced(piece: Piece) -> Label | None:
    """The kind that the words before a line's first link announce: "Tags: harbour, rope". The line holds a link."""
    text = piece.text
    start = text.find(piece.links[0][1])
    colon = text.find(":", 0, _LONGEST_INTRODUCTION)
    if 0 < colon < start:
        start = colon
    if not 0 < start <= _LONGEST_INTRODUCTION or 2 * piece.link_chars < len(text) - start:
        return None
    return heading_kind(text[:start])


def _end(reading: Reading, index: int, kind: Label, kinds: dict[int, Label]) -> int:
    """Where the section that `index` opens ends: with its container, the next title, or the body."""
    pieces = reading.blocks.pieces
    title = pieces[index]
    in_foot = is_in(title.node, Label.FOOTER)
    is_entry = in_foot and title.kind != "heading" and _is_linked(title)
    if kind in _ANNOUNCED_ALONE or is_entry:
        return index + 1
    container = _container(title, pieces)
    if kind in _LABELS and title.kind != "heading" and container is not None and container.end - index > _FEW:
        return index + 1
    last = min(container.end if container is not None else len(pieces), index + _FARTHEST)
    longest = _NO_STORIES.get(kind)
    for i in range(index + 1, last):
        piece = pieces[i]
        given = reading.labels[i]
        if given is not None:
            if given.label.is_boilerplate:
                continue  # a box of another kind among the entries
            return i
        if "©" in piece.text or (not in_foot and is_in(piece.node, Label.FOOTER)):
            return i
        if _opens_another(piece, title, kind, kinds.get(i), container):
            return i
        if longest is not None and (len(piece.text) > longest or (_is_linked(piece) and len(piece.text) >= _HEADLINE)):
            return i
    return max(last, index + 1)


def _opens_another(piece: Piece, title: Piece, kind: Label, other: Label | None, container: Node | None) -> bool:
    """Whether a piece under a title is the next title."""
    if piece.node.tag.raw == title.node.tag.raw and title.kind == piece.kind != "list" and not piece.link_chars:
        alike = piece.outer is None and (title.kind == "heading" or bool(title.node.tag.hints & Hint.HEADLINE))
        if alike and not _is_entry(piece, container):
            return True
    if other is not None and other is not kind:
        return piece.kind == "heading" or title.kind != "heading"
    if piece.kind == "heading" and title.kind == "heading" and piece.level <= title.level:
        linked = piece.link_chars > 0 or piece.outer is not None
        is_teaser = linked and (piece.node.tag.raw != title.node.tag.raw or not title.link_chars)
        return not is_teaser and not _is_entry(piece, container)
    return False


def _is_entry(piece: Piece, container: Node | None) -> bool:
    """Whether a piece stands in an entry of its own below the container: an article, a list's item, a card."""
    node: Node | None = piece.node
    steps = 0
    while node is not None and node is not container and steps < _DEEPEST_ENTRY:
        if node.tag.name in ("article", "li") or node.tag.hints & Hint.TEASER:
            return True
        node = node.parent
        steps += 1
    return False


_DEEPEST_ENTRY: Final = 8


def _container(title: Piece, pieces: list[Piece]) -> Node | None:
    """The smallest element that holds more than the title, and a little beside it."""
    node: Node | None = title.node
    while node is not None and _holds_title_alone(node, title, pieces):
        node = node.parent
    return node


def _holds_title_alone(node: Node, title: Piece, pieces: list[Piece]) -> bool:
    """Whether an element holds nothing after the title but a link to all, or an arrow."""
    if node.end - title.index - 1 > _BESIDE:
        return False
    return all(len(pieces[i].text) <= _LONGEST_BESIDE for i in range(title.index + 1, node.end))

"""The names of an element say what stands in it: ``nav``, ``footer``, ``class="share-buttons"``.

The plainest name around a piece decides, the innermost of equally plain ones. An element that holds a part of the
body is no box, whatever it is called.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cleanscrape.block import Context, Node, Piece
from cleanscrape.label import Label
from cleanscrape.reading import Reading
from cleanscrape.rules.names import BOILERPLATE, PLAIN, USUAL, VAGUE, Said, said_by

_NOTHING: Final = Said(Label.OTHER, 0, "")
_NAMED: Final = Context.NAV | Context.FOOTER  # elements that say what they are by their own names
# Elements with more pieces are called so for something in them: a whole column with share buttons. Counted on
# a few hundred pages of news sites; comments may be any number.
_MOST_PIECES: Final[dict[Label, int]] = {
    Label.SHARE: 30, Label.NEWSLETTER: 40, Label.AUTHOR_BIO: 30, Label.CONSENT: 150, Label.ADVERTISEMENT: 150,
}  # fmt: skip
_LONGEST_SHARE: Final = 160  # letters of a line beside share buttons
_HEADLINE: Final = 30  # letters of a link that reads as a headline rather than as a name
_MOSTLY: Final = 0.6  # share of a piece's letters that are links
# What a name that is used for many things does not make of a linked headline.
_NO_STORIES: Final = frozenset({Label.ADVERTISEMENT, Label.CONSENT, Label.NEWSLETTER, Label.AUTHOR_BIO})

# What a menu's name says of its entries: the way to the advertisements is no advertisement.
_ENTRIES: Final = frozenset({Label.ADVERTISEMENT, Label.CONSENT, Label.AUTHOR_BIO, Label.NEWSLETTER})
_SHORTEST_BIO: Final = 40  # letters about an author; what is shorter is the name beside a teaser


def label_boxes(reading: Reading) -> None:
    """Label what stands in an element whose name is plain; note down for all elements what their names say."""
    note_names(reading)
    pieces = reading.blocks.pieces
    for index in reading.labels.open():
        piece = pieces[index]
        said = _said(piece.node)
        if said.strength >= PLAIN and _fits(piece, said):
            reading.label((index,), said.label, "rules.containers", said.evidence)


def label_containers(reading: Reading) -> None:
    """Label what is still open by the names around it that are mostly right, or better than nothing."""
    pieces = reading.blocks.pieces
    for index in reading.labels.open():
        piece = pieces[index]
        said = _said(piece.node)
        if said.strength and _fits(piece, said):
            reading.label((index,), said.label, "rules.containers", said.evidence)


def note_names(reading: Reading) -> None:
    """Note down in every element what the names around say of it (`Node.scratch`)."""
    pieces = reading.blocks.pieces
    body = reading.body()
    for around in _around(pieces[i] for i in body):
        around.scratch = _NOTHING
    first = body[0] if body else 0
    for node in reading.blocks.nodes:  # outer ones stand before inner ones
        if node.scratch is not None:
            continue
        said: Said = node.parent.scratch if node.parent is not None else _NOTHING
        if node.tag.hints & BOILERPLATE or node.tag.context & _NAMED or "-" in node.tag.name:
            own = _own(node, first)
            if own is not None and own.strength >= said.strength and not _gives_way(own, said):
                said = own
        node.scratch = said


def is_in(node: Node, label: Label) -> bool:
    """Whether the names around a piece say this kind, after `note_names`."""
    return _said(node).label is label and _said(node).strength > 0


def _said(node: Node) -> Said:
    return node.scratch or _NOTHING


def _around(pieces: Iterable[Piece]) -> Iterable[Node]:
    """All elements around some pieces, each once."""
    seen: set[int] = set()
    for piece in pieces:
        node: Node | None = piece.node
        while node is not None and node.order not in seen:
            seen.add(node.order)
            yield node
            node = node.parent


def _gives_way(own: Said, outer: Said) -> bool:
    """Whether the outer kind holds: a menu in the foot is of the foot, a wall before the comments is of them."""
    if own.label is Label.NAVIGATION:
        return outer.label is Label.FOOTER and own.strength == outer.strength
    return own.label is Label.CONSENT and outer.label is Label.COMMENTS and own.strength == outer.strength


def _own(node: Node, first: int) -> Said | None:
    """What an element says by its own name and names; `first` is the body's first piece."""
    name = node.tag.name
    if name in ("body", "html", "article", "main"):
        return None
    said = said_by(node.tag)
    if name == "nav" and said is not None and said.label in _ENTRIES:
        said = None
    if said is not None and said.strength > VAGUE:
        size = node.end - node.first
        if size > _MOST_PIECES.get(said.label, size) or (said.label is Label.FOOTER and node.first < first):
            return None
        return said
    if name == "nav":
        strength = VAGUE if node.context & Context.ARTICLE and node.first > first else USUAL
        return Said(Label.NAVIGATION, strength, node.tag.raw[:120])
    if name == "footer" and not node.context & Context.ARTICLE and node.first >= first:
        return Said(Label.FOOTER, USUAL, node.tag.raw[:120])
    return said


def _fits(piece: Piece, said: Said) -> bool:
    """Whether a piece can be of the kind that the names around it say."""
    length = len(piece.text)
    if said.label is Label.SHARE:
        return length <= _LONGEST_SHARE
    if said.label is Label.NAVIGATION or said.strength == VAGUE:
        linked = piece.outer is not None or piece.link_chars > _MOSTLY * length
        is_story = linked and length >= _HEADLINE and len(piece.links) <= 1
        if said.strength == VAGUE:
            if said.label is Label.AUTHOR_BIO and length < _SHORTEST_BIO:
                return False
            return not (is_story and said.label in _NO_STORIES)
    return True

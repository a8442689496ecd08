"""Captions and credits: what is printed under the article's pictures."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from cleanscrape.block import Blocks, Context, Node, Piece
from cleanscrape.hint import Hint
from cleanscrape.label import Label
from cleanscrape.reading import Reading
from cleanscrape.rules.names import PLAIN, said_by

_LONGEST: Final = 900
_SHORTEST_IN_FIGURE: Final = 12  # a shorter line in a figure that no name calls a caption is a button
_LONGEST_IN_FIGURE: Final = 300  # a longer one is a quotation, or the text of a card
_LEAD: Final = 8  # pieces above the headline, or below the body, in which the article's own figures may stand
_MOST_LINKED: Final = 0.85  # share of a caption's letters that are links: a photographer and an agency
_LARGEST_FIGURE: Final = 3  # pieces in a figure whose lines are captions without being called so; an embed has more
_STEPS: Final = 3  # elements around a piece whose names may call it a caption

_PICTURE: Final = frozenset("image img photo picture media figure foto bild slide fotos imagen".split())
_TEXT: Final = frozenset(
    "description desc caption text legend credit credits source copyright author autor info subtitle unterschrift "
    "descripcion epigrafe legenda pie title byline".split()
)
_NAMES: Final = re.compile(r'\s(?:class|id|itemprop)="([^"]{1,300})')
_PARTS: Final = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")
# How houses set the credit of a picture at a caption's end or as a line by itself.
_CREDITED: Final = re.compile(
    r"(?:^(?:FILE|File) (?:PHOTO|photo|Photo|PIC|pic)\b"
    r"|\b(?:Photo|Photograph|Picture|Pic|Image|Foto|Fotos|Bild|Bilder|Fotografía|Imagen|Crédito|Crédit|Credit|Fotó|"
    r"Zdjęcie|Fot\.|Kuva|Fotoğraf|Фото|Снимка|Ảnh|nuotr\.)(?: by| courtesy| credit| source)?\s*[:/©|]\s*\S"
    r"|\((?:Photo|Picture|Image|Foto|Bild|Reuters|AP|AFP|Getty)\b[^()]{0,60}\)\s*$"
    r"|[/|©–-]\s*(?:Getty Images|Reuters|REUTERS|AFP|AP|EPA|dpa|Shutterstock|iStock|Imago|IMAGO|picture alliance)\b"
    r"[^.]{0,30}$|（(?:資料照|図|写真)[^（）]{0,20}）$)"
)
_LONGEST_CREDITED: Final = 320


def label_captions(reading: Reading) -> None:
    """Label the captions between the headline and the end of the body, and those of the figures just outside."""
    if not reading.chosen:
        return
    if not reading.blocks.is_markup:
        _label_credited_lines(reading)
        return
    pieces = reading.blocks.pieces
    first, last = reading.near()
    chosen = frozenset(reading.chosen)
    captions: list[int] = []
    for index in range(max(0, first - _LEAD), min(len(pieces), last + _LEAD)):
        piece = pieces[index]
        if reading.labels[index] is not None or (index in chosen and _is_plain(piece.node)) or not _may_be(piece):
            continue
        if not first <= index < last and not _is_of_article(piece, pieces[last - 1]):
            continue
        if _is_caption(piece, reading.blocks) or (index not in chosen and _is_credited(piece)):
            reading.label((index,), Label.CAPTION, "rules.captions", piece.node.tag.raw[:80])
            captions.append(index)
    reading.chosen = tuple(sorted(chosen.union(captions)))  # they stand in the body, as captions


def _label_credited_lines(reading: Reading) -> None:
    """Label the captions of a capture: there only the credit tells them, also among the chosen lines.

    On captures of news pages 240 lines of 242 that end in a credit were captions.
    """
    first, last = reading.near()
    captions = [i for i in range(first, last) if reading.labels[i] is None and _is_credited(reading.blocks.pieces[i])]
    for index in captions:
        reading.label((index,), Label.CAPTION, "rules.captions", reading.blocks.pieces[index].text[-80:])
    reading.chosen = tuple(sorted({*reading.chosen, *captions}))


def _is_plain(node: Node) -> bool:
    """Whether nothing can call a piece a caption: a nameless element in one that holds many. Most are so."""
    parent = node.parent
    return (
        parent is not None
        and " " not in node.tag.raw
        and not node.context & (Context.FIGURE | Context.CAPTION)
        and parent.end - parent.first > _LARGEST_FIGURE
        and not parent.tag.hints & Hint.CAPTION
    )


def _may_be(piece: Piece) -> bool:
    return (
        piece.outer is None
        and len(piece.text) <= _LONGEST
        and piece.kind not in ("heading", "table", "code")
        and piece.link_chars <= _MOST_LINKED * len(piece.text)
        and not piece.node.context & (Context.BUTTON | Context.NAV)
    )


def _is_of_article(piece: Piece, last: Piece) -> bool:
    """Whether a figure above the headline or below the body is the article's own: both stand in one `article`."""
    if not piece.node.context & (Context.FIGURE | Context.CAPTION):
        return False
    article = _article(piece.node)
    return article is not None and article is _article(last.node)


def _article(node: Node | None) -> Node | None:
    while node is not None and node.tag.name != "article":
        node = node.parent
    return node


def _is_caption(piece: Piece, blocks: Blocks) -> bool:
    """Whether the elements around a piece call it a caption."""
    node = piece.node
    context = node.context
    hints = own = node.tag.hints
    if node.parent is not None:
        own |= node.parent.tag.hints
    if own & (Hint.RELATED | Hint.RECENT | Hint.NEWSLETTER | Hint.COMMENTS):
        return False
    if own & (Hint.AUTHOR | Hint.BIO) and any(_is_of_author(step) for step in (node, node.parent)):
        return False
    if context & Context.CAPTION:
        return True
    if own & Hint.CAPTION:
        return not own & (Hint.TEASER | Hint.SHARE)
    if 2 * piece.link_chars > len(piece.text) or context & Context.QUOTE:
        return False
    if context & Context.FIGURE and not (hints & Hint.MEDIA or own & (Hint.DEK | Hint.TEASER)):
        return _SHORTEST_IN_FIGURE <= len(piece.text) <= _LONGEST_IN_FIGURE and _is_under_picture(node, blocks)
    return any(_is_named(step.tag.raw) for step in _near(piece.node))


def _is_of_author(node: Node | None) -> bool:
    """Whether an element is the box about an author, who has a figure of their own."""
    said = None if node is None else said_by(node.tag)
    return said is not None and said.label is Label.AUTHOR_BIO and said.strength == PLAIN


def _is_under_picture(node: Node | None, blocks: Blocks) -> bool:
    """Whether an element stands in a small figure that holds a picture."""
    while node is not None and node.end - node.first <= _LARGEST_FIGURE:
        if node.tag.name == "figure":
            return bool(blocks.tags("img", node.start, node.stop))
        node = node.parent
    return False


def _near(node: Node) -> list[Node]:
    """The element of a piece and those around it that hold nothing else."""
    found = [node] if node.end - node.first <= _LARGEST_FIGURE else []
    up = node.parent
    while up is not None and len(found) < _STEPS and up.end - up.first == 1:
        found.append(up)
        up = up.parent
    return found


@lru_cache(maxsize=2048)
def _is_named(raw: str) -> bool:
    """Whether one name of an element joins a word for pictures with one for text: ``media-block__description``."""
    for value in _NAMES.findall(raw[:1000]):
        for name in value.split():
            parts = {part.lower() for part in _PARTS.findall(name)}
            if not parts.isdisjoint(_PICTURE) and not parts.isdisjoint(_TEXT):
                return parts != {"media", "text"} and parts.isdisjoint(("main", "content", "article"))
    return False


def _is_credited(piece: Piece) -> bool:
    """Whether a line ends in a picture's credit."""
    return piece.kind != "quote" and len(piece.text) <= _LONGEST_CREDITED and bool(_CREDITED.search(piece.text))

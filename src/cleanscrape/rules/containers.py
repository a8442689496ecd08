"""The names of an element say what stands in it: ``nav``, ``footer``, ``class="share-buttons"``."""

from __future__ import annotations

from typing import Final

from cleanscrape.block import Node
from cleanscrape.hint import Hint
from cleanscrape.label import Label
from cleanscrape.reading import Reading

# Ordered: what is named first wins where an element's names hint at several. The plain words come before those
# that sites use for many things.
_KINDS: Final = (
    (Hint.CONSENT, Label.CONSENT),  # cookie, paywall, login: rarely used for anything else
    (Hint.NEWSLETTER, Label.NEWSLETTER),  # newsletter-signup inside a promo box is a newsletter
    (Hint.COMMENTS, Label.COMMENTS),
    (Hint.SHARE, Label.SHARE),
    (Hint.BIO, Label.AUTHOR_BIO),
    (Hint.BREADCRUMB, Label.NAVIGATION),
    (Hint.RECENT, Label.RECENT_STORIES),
    (Hint.RELATED, Label.RELATED),
    (Hint.ADVERTISEMENT, Label.ADVERTISEMENT),  # promo and partner say less than the names above
    (Hint.FOOTER, Label.FOOTER),
    (Hint.NAVIGATION, Label.NAVIGATION),
)
_SHORT: Final = 240  # an author's biography, a menu and the like; longer text in "tags" or "author" is no such thing


def label_containers(reading: Reading) -> None:
    """Label what is open by the names of the nearest element that says what it is."""
    known: dict[int, tuple[Label, str] | None] = {}
    for index in reading.labels.open():
        piece = reading.blocks.pieces[index]
        said = _said(piece.node, known)
        if said is not None:
            reading.label((index,), said[0], "rules.containers", said[1])


def _said(node: Node | None, known: dict[int, tuple[Label, str] | None]) -> tuple[Label, str] | None:
    """What the nearest telling element says; remembered for every element on the way."""
    way: list[int] = []
    said: tuple[Label, str] | None = None
    while node is not None:
        if node.order in known:
            said = known[node.order]
            break
        way.append(node.order)
        label = _own(node)
        if label is not None:
            said = label, node.tag.raw[:120]
            break
        node = node.parent
    for order in way:
        known[order] = said
    return said


def _own(node: Node) -> Label | None:
    """What an element says by its own name and names."""
    name = node.tag.name
    hints = node.tag.hints if name not in ("body", "html", "article", "main") else 0
    for hint, label in _KINDS:
        if hints & hint:
            return label
    if hints & Hint.TAGS and not node.hints & (Hint.FOOTER | Hint.NAVIGATION):
        return Label.RELATED  # an article's tags and topics are keyed to it; those in the foot are the site's
    if name == "nav":
        return Label.NAVIGATION
    if name == "footer" and not _inside(node, "article"):
        return Label.FOOTER
    return None


def _inside(node: Node, name: str) -> bool:
    up = node.parent
    while up is not None:
        if up.tag.name == name:
            return True
        up = up.parent
    return False

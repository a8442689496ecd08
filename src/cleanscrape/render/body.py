"""The body as it is shown: with its dateline put back, and its pictures at their captions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar

from cleanscrape.article import Article, Block, Image
from cleanscrape.render.inline import escaped

SEPARATOR = " — "
"""What stands between a dateline and the text that follows it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with the caption block that belongs to it, if the body has one."""

    kind: ClassVar[str] = "figure"
    image: Image
    caption: Block | None = field(default=None, kw_only=True)

    @property
    def credit(self) -> str | None:
        """The picture's credit, unless the caption names it already."""
        credit = self.image.credit
        told = self.caption.text if self.caption else self.image.caption or ""
        return credit if credit and credit not in told else None


def with_dateline(article: Article) -> tuple[Block, ...]:
    """The body with the dateline before its first paragraph; alone, in front, where there is none."""
    if article.dateline is None or not article.dateline.raw:
        return article.body
    raw, body = article.dateline.raw, article.body
    at = next((i for i, b in enumerate(body) if b.kind == "paragraph" and b.text), None)
    if at is None:
        return (Block("paragraph", text=raw), *body)
    first = body[at]
    html = escaped(raw) + SEPARATOR + first.html if first.html else ""
    return (*body[:at], replace(first, text=raw + SEPARATOR + first.text, html=html), *body[at + 1 :])


def illustrated(blocks: tuple[Block, ...], images: tuple[Image, ...]) -> Iterator[Block | Figure]:
    """The blocks, each caption with its picture; the lead picture before them, the others that have no
    caption in the body after them.
    """
    homes: dict[str, Image] = {}
    for image in images:
        if image.caption:
            homes.setdefault(image.caption, image)
            homes.setdefault(f"{image.caption} {image.credit}", image)
    placed: dict[Image, int] = {}
    for i, block in enumerate(blocks):
        if block.kind == "caption" and block.text in homes:
            placed.setdefault(homes[block.text], i)
    at = {i: image for image, i in placed.items()}
    apart = [image for image in images if image not in placed]
    yield from (Figure(image) for image in apart if image.is_lead)
    for i, block in enumerate(blocks):
        yield Figure(at[i], caption=block) if i in at else block
    yield from (Figure(image) for image in apart if not image.is_lead)


def separated(run: Iterable[Block | Figure]) -> tuple[list[Figure], list[Block]]:
    """The figures and the blocks of a run of one kind; one of the two is empty."""
    parts = list(run)
    return [p for p in parts if isinstance(p, Figure)], [p for p in parts if isinstance(p, Block)]


def heading_level(block: Block) -> int:
    """2 to 6: the headline alone has level 1; a heading of unknown level has 2."""
    return min(max(block.level, 2), 6)


def code_lines(block: Block) -> str:
    """The text of a code block, its lines ending in a line feed alone, without empty lines around it."""
    return block.text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")

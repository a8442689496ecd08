"""The shape of one article's body, and how it stands to what is usual on its site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from statistics import mean
from typing import Final

from cleanscrape.article import Article
from cleanscrape.profile.elements import Elements
from cleanscrape.profile.layout import Layout
from cleanscrape.profile.selector import first_places
from cleanscrape.profile.usual import Range, Usual

# How far an article of the same site may be from the few that taught the profile. On 200 pages of sites with
# several, one in fifty was further off.
_WIDER_COUNT: Final = 8.0
_WIDER_LETTERS: Final = 3.0
_LESS_KEPT: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The paragraphs of a body, their letters on the mean, and the share of its container that it is."""

    paragraphs: float
    letters: float
    kept: float


def shape_of(article: Article, layout: Layout, elements: Elements) -> Shape:
    """The shape of an article that a layout has read off a page."""
    paragraphs = [len(block.text) for block in article.body if block.kind == "paragraph"]
    found = first_places(layout.body, elements)
    spans = elements.spans(found[1]) if found is not None else []
    held = sum(len(" ".join("".join(elements.all[start].itertext()).split())) for start, _ in spans)
    body = sum(len(block.text) for block in article.body)
    return Shape(
        paragraphs=len(paragraphs),
        letters=round(mean(paragraphs), 1) if paragraphs else 0.0,
        kept=round(min(1.0, body / held), 2) if held else 0.0,
    )


def usual_of(shapes: Sequence[Shape]) -> Usual:
    """The ranges around some shapes, wide, as few are known."""
    if not shapes:
        return Usual()
    counts = [shape.paragraphs for shape in shapes]
    letters = [shape.letters for shape in shapes]
    kept = [shape.kept for shape in shapes]
    return Usual(
        paragraphs=_around(counts, _WIDER_COUNT),
        letters=_around(letters, _WIDER_LETTERS),
        kept=(round(_LESS_KEPT * min(kept), 2), 1.0),
    )


def _around(values: Sequence[float], times: float) -> Range:
    return max(1, int(min(values) / times)), int(max(values) * times) + 1


def strays(shape: Shape, usual: Usual) -> Iterator[str]:
    """What of a shape has left its usual range, in words."""
    for each in fields(Shape):
        value, span = getattr(shape, each.name), getattr(usual, each.name)
        if span is not None and not span[0] <= value <= span[1]:
            yield f"{each.name} = {value:g}, usual {span[0]:g} to {span[1]:g}"

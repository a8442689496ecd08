"""The frame of a site's pages: named elements around the article, by which a new design is noticed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanscrape.block import Node
from cleanscrape.label import Label
from cleanscrape.profile.learning.lesson import Lesson
from cleanscrape.profile.learning.names import is_stem, names_of
from cleanscrape.rules.names import said_by

# Of 103 pages of other designs 8 elements notice 97, 12 notice 98, and more no more, at as many false alarms.
_MOST: Final = 12
_DEAREST: Final = 0.45  # cost of a name: neither paint, nor state, nor number
_REPEATED: Final = 3  # elements of one name on a page; more are entries of a list
_LOOKED_AT: Final = 3_000  # elements

_BOXES: Final = frozenset("div header footer nav section aside main article form ul".split())

# What is loaded late, or shown to some readers alone.
_FLEETING: Final = frozenset({Label.ADVERTISEMENT, Label.COMMENTS, Label.CONSENT, Label.NEWSLETTER, Label.MEDIA_CHROME})


def frame(lessons: Sequence[Lesson], held: str) -> list[str]:
    """Selectors of elements outside of the body that stand on every page, from all over the page."""
    first, *others = lessons
    found = [css for css in dict.fromkeys(_named(first, held)) if len(first.found(css)) <= _REPEATED]
    kept = [css for css in found if all(lesson.found(css) for lesson in others)]
    step = max(1, len(kept) / _MOST)
    return [kept[int(at * step)] for at in range(min(_MOST, len(kept)))]


def _named(lesson: Lesson, held: str) -> Iterator[str]:
    """The best names of the elements that neither are the body's containers nor stand in them."""
    elements = lesson.elements
    inside = elements.spans(lesson.found(held))
    span = 0
    for place, element in enumerate(elements.all[:_LOOKED_AT]):
        while span < len(inside) and place > inside[span][1]:
            span += 1
        if span < len(inside) and place >= inside[span][0]:
            continue
        node = lesson.nodes.get(place)
        if element.tag not in _BOXES or node is None or _comes_and_goes(node):
            continue
        best = names_of(element)[0]
        if (best.cost <= _DEAREST or is_stem(best)) and best.css != element.tag:
            yield best.css


def _comes_and_goes(node: Node) -> bool:
    said = said_by(node.tag)
    return said is not None and said.label in _FLEETING

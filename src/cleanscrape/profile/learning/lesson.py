"""One page as a lesson: what the generic way says of it, by element."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Final

from cleanscrape.article import ProfileUse, Tier
from cleanscrape.block import Node
from cleanscrape.fields.kind import is_plainly_none
from cleanscrape.label import Label
from cleanscrape.page import Page
from cleanscrape.profile.elements import Elements
from cleanscrape.profile.selector import Selector
from cleanscrape.reading import Reading

_SHORTEST: Final = 150  # letters; a shorter text is a notice


@dataclass(eq=False)
class Lesson:
    """A page, how the generic way reads it, and its elements.

    `body` are the indexes of the pieces that are the body, captions aside. Elements are named by their places.
    """

    page: Page
    reading: Reading
    body: frozenset[int] = field(kw_only=True)
    _found: dict[str, list[int]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def elements(self) -> Elements:
        """The page's elements."""
        return Elements(self.page.root)

    @cached_property
    def nodes(self) -> dict[int, Node]:
        """The elements that pieces stand in, by place."""
        return {node.order: node for node in self.reading.blocks.nodes if node.order >= 0}

    @cached_property
    def weights(self) -> list[int]:
        """The letters of each piece."""
        return [len(piece.text) for piece in self.reading.blocks.pieces]

    @cached_property
    def _sums(self) -> tuple[list[int], list[int]]:
        own = [weight if i in self.body else 0 for i, weight in enumerate(self.weights)]
        return list(accumulate(self.weights, initial=0)), list(accumulate(own, initial=0))

    @property
    def total(self) -> int:
        """The letters of the body."""
        return self._sums[1][-1]

    def letters(self, pieces: range) -> tuple[int, int]:
        """The letters of some pieces in a row, and those of them that are body."""
        both, own = self._sums
        return both[pieces.stop] - both[pieces.start], own[pieces.stop] - own[pieces.start]

    def pieces_in(self, place: int) -> range:
        """The pieces in an element; none where it is inline, or part of a menu or table that is one piece."""
        node = self.nodes.get(place)
        return range(node.first, node.end) if node is not None else range(0)

    def spans(self, places: Iterable[int]) -> list[range]:
        """The pieces in some elements, those of elements in one another once."""
        spans: list[range] = []
        last = 0
        for place in sorted(places):
            inside = self.pieces_in(place)
            if len(inside) and inside.stop > last:
                spans.append(range(max(last, inside.start), inside.stop))
                last = inside.stop
        return spans

    def found(self, css: str) -> list[int]:
        """The places that a selector finds."""
        places = self._found.get(css)
        if places is None:
            places = self._found[css] = Selector(css).places(self.elements)
        return places

    def around(self, place: int) -> list[int]:
        """The places of the elements around an element, the nearest first."""
        return self.elements.places(self.elements.all[place].iterancestors("*"))

    def text(self, place: int) -> str:
        """All text in an element, white space folded."""
        return " ".join("".join(self.elements.all[place].itertext()).split())

    @cached_property
    def paragraphs(self) -> list[str]:
        """The text that the generic way gives, without what is no body after all."""
        from cleanscrape.assembly import assemble

        pieces = self.reading.blocks.pieces
        repeated = {pieces[i].text for i in self.reading.body() if i not in self.body}
        text = assemble(self.reading, ProfileUse(Tier.GENERIC)).text
        return [paragraph for paragraph in text.split("\n\n") if paragraph not in repeated]

    def label(self, index: int) -> Label | None:
        """The label of a piece."""
        given = self.reading.labels[index]
        return None if given is None else given.label


def lesson_of(page: Page) -> Lesson | None:
    """A page as the generic way reads it; None where it finds no article."""
    from cleanscrape.way import read_generic

    reading = read_generic(page)
    body = frozenset(i for i in reading.body() if not _is_caption(reading, i))
    lesson = Lesson(page, reading, body=body)
    if lesson.total < _SHORTEST or is_plainly_none(reading):
        return None
    return lesson


def _is_caption(reading: Reading, index: int) -> bool:
    given = reading.labels[index]
    return given is not None and given.label is Label.CAPTION


def without_repeated(lessons: Sequence[Lesson]) -> list[Lesson]:
    """The lessons, without the pieces that stand in the body of most of them: that is the frame, not the story."""
    if len(lessons) < 2:
        return list(lessons)
    counts: dict[str, int] = {}
    for lesson in lessons:
        pieces = lesson.reading.blocks.pieces
        for text in {pieces[i].text for i in range(len(pieces))}:
            counts[text] = counts.get(text, 0) + 1
    kept = []
    for lesson in lessons:
        pieces = lesson.reading.blocks.pieces
        body = frozenset(i for i in lesson.body if counts[pieces[i].text] < 2)
        kept.append(Lesson(lesson.page, lesson.reading, body=body or lesson.body))
    return kept

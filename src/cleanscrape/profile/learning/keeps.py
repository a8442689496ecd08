"""What in a container is body wherever it stands: the elements of its plain paragraphs and headings, by selector."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from cleanscrape.profile.learning.lesson import Lesson
from cleanscrape.profile.learning.names import Name
from cleanscrape.profile.learning.search import candidates

# With so many pieces under one selector, all of them body, the next page's are body too. On pages of sites that another
# page had taught, and the models had not seen, the rules alone left out 96 such pieces; 89 of them were body.
_FEWEST: Final = 4
_MOST: Final = 3  # selectors
_KINDS: Final = ("paragraph", "heading")  # what an item of a list is, differs from list to list


@dataclass(frozen=True, slots=True)
class Kept:
    """A selector of elements that are body, and how many pieces of how many pages are found by it."""

    css: str
    pieces: int = field(kw_only=True)
    pages: int = field(kw_only=True)


def keeps(lessons: Sequence[Lesson], held: str, parts: Sequence[str]) -> list[Kept]:
    """The selectors of elements in the container that are body on all pages without exception, the largest first.

    Before them those of the `parts` of the body outside of it that are body alone.
    """
    left = [set(_body_in(lesson, held)) for lesson in lessons]
    options = [(name, takes) for name in _options(lessons, left) if (takes := _takes(name.css, lessons)) is not None]
    chosen = [_kept(css, takes) for css in parts if (takes := _takes(css, lessons)) is not None]
    most = len(chosen) + _MOST
    while len(chosen) < most:
        ranked = [(_gain(takes, left), -name.cost, name.css, takes) for name, takes in options]
        gain, _, css, takes = max(ranked, key=lambda each: each[:3], default=(0, 0.0, "", []))
        if gain < _FEWEST:
            break
        chosen.append(_kept(css, takes))
        left = [have - pieces for have, pieces in zip(left, takes, strict=True)]
    return chosen


def _kept(css: str, takes: Sequence[set[int]]) -> Kept:
    return Kept(css, pieces=sum(map(len, takes)), pages=sum(map(bool, takes)))


def _body_in(lesson: Lesson, held: str) -> Iterator[int]:
    """The paragraphs and headings of the body in the container."""
    pieces = lesson.reading.blocks.pieces
    for span in lesson.spans(lesson.found(held)):
        yield from (i for i in span if i in lesson.body and pieces[i].kind in _KINDS)


def _options(lessons: Sequence[Lesson], left: Sequence[set[int]]) -> list[Name]:
    """Selectors of their elements, by name or by the element that they stand in."""
    costs: dict[str, float] = {}
    for lesson, have in zip(lessons, left, strict=True):
        for place in _examples(lesson, have):
            for name in candidates(lesson, place, is_far=False):
                if not name.css.isalnum():  # a tag alone finds what the whole page has of it
                    costs[name.css] = min(name.cost, costs.get(name.css, name.cost))
    return sorted(Name(cost, css) for css, cost in costs.items())


def _examples(lesson: Lesson, have: set[int]) -> Iterator[int]:
    """One element for each kind of place: of equal neighbours the first."""
    pieces = lesson.reading.blocks.pieces
    seen: set[tuple[int, str]] = set()
    for index in sorted(have):
        node = pieces[index].node
        key = (node.parent.order if node.parent is not None else -1, node.tag.raw)
        if node.order >= 0 and key not in seen:
            seen.add(key)
            yield node.order


def _takes(css: str, lessons: Sequence[Lesson]) -> list[set[int]] | None:
    """The body pieces that are an element of a selector each, by page; None where one of them is no body."""
    found = []
    for lesson in lessons:
        places = set(lesson.found(css))
        own = {p.index for p in lesson.reading.blocks.pieces if p.node.order in places}
        if not own <= lesson.body:
            return None
        found.append(own)
    return found


def _gain(takes: Sequence[set[int]], left: Sequence[set[int]]) -> int:
    return sum(len(pieces & have) for pieces, have in zip(takes, left, strict=True))

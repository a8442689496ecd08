"""What stands in the body's container and is no body: boxes, by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from cleanscrape.block import Node
from cleanscrape.label import Label
from cleanscrape.profile.learning.lesson import Lesson
from cleanscrape.profile.learning.names import Name
from cleanscrape.profile.learning.search import candidates

_MOST: Final = 14  # selectors: a profile fits one screen
_BOXES: Final = 60  # boxes of a page that are looked at
_OPTIONS: Final = 600  # selectors that are tried
# Tags that name a box by themselves; any other is dropped only by a name.
_BOX_TAGS: Final = frozenset("aside nav form footer button".split())
_BY_PLACE: Final = "rules.position"
# From this chance of being body on, the rules may take the like of a piece for body on other pages.
_UNLIKELY: Final = 0.5
_COST: Final = 12  # letters that a selector must take for each point of its cost


@dataclass(frozen=True, slots=True)
class Dropped:
    """A selector of boxes, their kind, and on how many pages they stand."""

    css: str
    kind: Label = field(kw_only=True)
    pages: int = field(kw_only=True)


def drops(lessons: Sequence[Lesson], held: str) -> list[Dropped]:
    """The selectors that take what is no body from the container and never a piece of body, the largest first."""
    left = [_unwanted(lesson, held) for lesson in lessons]
    options = [_Option(name, lessons) for name in _options(lessons, held)]
    chosen: list[Dropped] = []
    while options and len(chosen) < _MOST:
        best = max(options, key=lambda option: (option.gain(lessons, left), -option.name.cost, option.name.css))
        if best.gain(lessons, left) <= 0:
            break
        options.remove(best)
        taken = [pieces & have for pieces, have in zip(best.takes, left, strict=True)]
        chosen.append(Dropped(best.name.css, kind=_kind(lessons, taken), pages=sum(map(bool, taken))))
        left = [have - now for have, now in zip(left, taken, strict=True)]
    return chosen


class _Option:
    """A selector, and the pieces that it takes on each page."""

    def __init__(self, name: Name, lessons: Sequence[Lesson]) -> None:
        self.name = name
        self.takes = [_taken(lesson, name.css) for lesson in lessons]

    def gain(self, lessons: Sequence[Lesson], left: Sequence[frozenset[int]]) -> float:
        """The letters of boilerplate that it takes, less its cost."""
        letters = 0
        for lesson, have, takes in zip(lessons, left, self.takes, strict=True):
            letters += sum([lesson.weights[i] for i in takes & have])
        return letters - _COST * (1 + self.name.cost)


def _unwanted(lesson: Lesson, held: str) -> frozenset[int]:
    """The pieces in the container that are boilerplate, and unlikely to be taken for body on another page."""
    return frozenset(
        i
        for span in lesson.spans(lesson.found(held))
        for i in span
        if (label := lesson.label(i)) is not None and label.is_boilerplate and lesson.reading.chances[i] < _UNLIKELY
    )


def _is_sure(lesson: Lesson, index: int) -> bool:
    """Whether not the place alone says that a piece of boilerplate is one: its words, its box or its links do too."""
    given, piece = lesson.reading.labels[index], lesson.reading.blocks.pieces[index]
    by_place = given is None or given.by == _BY_PLACE
    return not by_place or piece.outer is not None or piece.link_chars * 2 >= len(piece.text)


def _boxes(lesson: Lesson, held: str) -> Iterator[Node]:
    """The largest elements in the container that hold boilerplate alone, and some that is surely so."""
    left = _unwanted(lesson, held)
    containers = set(lesson.found(held))
    seen: set[int] = set()
    for index in sorted(left):
        node: Node | None = lesson.reading.blocks.pieces[index].node
        box: Node | None = None
        while node is not None and node.order not in containers and _is_pure(lesson, node, left):
            box = node
            node = node.parent
        if box is not None and box.order not in seen and len(seen) < _BOXES:
            seen.add(box.order)
            if any(_is_sure(lesson, i) for i in range(box.first, box.end)):
                yield box


def _is_pure(lesson: Lesson, node: Node, left: frozenset[int]) -> bool:
    return lesson.letters(range(node.first, node.end))[1] == 0 and left.issuperset(range(node.first, node.end))


def _options(lessons: Sequence[Lesson], held: str) -> list[Name]:
    """Selectors of boxes that touch no piece of body on any page."""
    costs: dict[str, float] = {}
    for lesson in lessons:
        for box in _boxes(lesson, held):
            for name in candidates(lesson, box.order):
                if _says_box(name.css):
                    costs[name.css] = min(name.cost, costs.get(name.css, name.cost))
    names = sorted(Name(cost, css) for css, cost in costs.items())[:_OPTIONS]
    return [
        name
        for name in names
        if not any(_touches(lesson, name.css) for lesson in lessons)
        and not all(_is_heading(lesson, index) for lesson in lessons for index in _taken(lesson, name.css))
    ]


def _is_heading(lesson: Lesson, index: int) -> bool:
    """Whether a piece is a heading: the next one that is set like it may be the body's."""
    return lesson.reading.blocks.pieces[index].kind == "heading"


def _says_box(css: str) -> bool:
    """Whether the last part of a selector names its element, or its tag says that it is a box."""
    last = css.rsplit(" ", 1)[-1]
    return last in _BOX_TAGS or not last.isalnum()


def _touches(lesson: Lesson, css: str) -> bool:
    return any(lesson.letters(span)[1] for span in lesson.spans(lesson.found(css)))


def _taken(lesson: Lesson, css: str) -> frozenset[int]:
    return frozenset(i for span in lesson.spans(lesson.found(css)) for i in span)


def _kind(lessons: Sequence[Lesson], taken: Sequence[frozenset[int]]) -> Label:
    """The kind that most of the pieces have."""
    counts: Counter[Label] = Counter()
    for lesson, pieces in zip(lessons, taken, strict=True):
        for index in pieces:
            label = lesson.label(index)
            if label is not None and label.is_boilerplate:
                counts[label] += 1
    return min(counts, key=lambda label: (-counts[label], label.value), default=Label.OTHER)

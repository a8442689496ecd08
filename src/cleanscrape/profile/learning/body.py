"""Where the body stands: the smallest elements that hold it on every page, by selector."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log2
from statistics import mean
from typing import Final

from cleanscrape.block import Node
from cleanscrape.profile.learning.lesson import Lesson
from cleanscrape.profile.learning.names import Name
from cleanscrape.profile.learning.search import Choice, proposals
from cleanscrape.rules.names import said_by

# An element of running text is a piece of the body, not what holds it.
_FLOWING: Final = frozenset("p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd td tr blockquote span a figcaption".split())
_ROOTS: Final = frozenset(("html", "body"))
_LEAST_SHARE: Final = 0.3  # of the body's letters that a container holds
_CONTAINERS: Final = 8  # elements of a page that are tried as its container
_COST: Final = 0.02  # F1 that a point of a selector's cost must bring
_SPREAD: Final = 0.02  # F1 that each doubling of the elements found must bring: one container is better than many
_LEAST_FIT: Final = 0.15  # before anything is dropped: some containers hold more furniture than body
_RECALL: Final = 0.5  # weight of recall: what a container lacks may be found as a further part
_MOST_PARTS: Final = 3
_DEAREST: Final = 2.1  # a bare div anywhere in the page costs more
_LEAST_GAIN: Final = 0.0004  # of the body's letters that a further part must hold
_PURE: Final = 0.8  # share of the letters of a further part that are body
_UP: Final = 3


def container(lessons: Sequence[Lesson]) -> Choice | None:
    """The selector whose elements hold the body best, on all pages; None where none holds half of it."""
    return next(iter(containers(lessons)), None)


def containers(lessons: Sequence[Lesson]) -> list[Choice]:
    """The selector whose elements hold the body best, on all pages; then, if it is another, the best that holds it all.

    Empty where none holds half of it.
    """
    wanted = [[place for place, _ in _holders(lesson)] for lesson in lessons]
    judged = [_judged(name, lessons) for name in proposals(lessons, wanted) if name.cost <= _DEAREST]
    ranked = sorted(judged, key=lambda choice: (-round(choice.score, 3), choice.cost, choice.css))
    ranked = [choice for choice in ranked if choice.score >= _LEAST_FIT]
    whole = next((choice for choice in ranked if _holds_all(lessons, choice.css)), None)
    return [*ranked[:1], *([whole] if whole is not None and whole is not ranked[0] else [])]


def _holds_all(lessons: Sequence[Lesson], css: str) -> bool:
    """Whether the elements of a selector hold the whole body of each page."""
    return all(lesson.body <= _covered(lesson, css) for lesson in lessons)


def _holders(lesson: Lesson) -> list[tuple[int, float]]:
    """The elements that hold much of the body, each with its F1, the best first."""
    found: dict[int, float] = {}
    seen: set[int] = set()
    for index in lesson.body:
        node = lesson.reading.blocks.pieces[index].node
        while node.parent is not None and node.order not in seen:
            seen.add(node.order)
            if node.tag.name not in _FLOWING and node.tag.name not in _ROOTS:
                found[node.order] = fit(lesson, [range(node.first, node.end)])
            node = node.parent
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    large = [item for item in ranked if _share(lesson, item[0]) >= _LEAST_SHARE][:_CONTAINERS]
    small = [item for item in ranked if _share(lesson, item[0]) < _LEAST_SHARE][:_CONTAINERS]
    return large + small


def _share(lesson: Lesson, place: int) -> float:
    return lesson.letters(lesson.pieces_in(place))[1] / max(1, lesson.total)


def fit(lesson: Lesson, spans: Sequence[range]) -> float:
    """How well some spans of pieces agree with the body: an F of their letters that minds precision more."""
    both = own = 0
    for span in spans:
        all_of_it, body = lesson.letters(span)
        both += all_of_it
        own += body
    return (1 + _RECALL) * own / (both + _RECALL * lesson.total) if both else 0.0


def _judged(name: Name, lessons: Sequence[Lesson]) -> Choice:
    fits, pages, most = [], 0, 1
    for lesson in lessons:
        places = lesson.found(name.css)
        spans = lesson.spans(places)
        pages += bool(spans)
        most = max(most, len(spans))
        fits.append(fit(lesson, spans))
    score = mean(fits) - _COST * name.cost - _SPREAD * log2(most)
    return Choice(name.css, score=score, cost=name.cost, pages=pages)


def further_parts(lessons: Sequence[Lesson], held: str) -> list[Choice]:
    """The selectors of parts of the body that stand outside of its container: a standfirst above it, mostly."""
    parts: list[Choice] = []
    for _ in range(_MOST_PARTS):
        css = ", ".join([held, *(part.css for part in parts)])
        covered = [_covered(lesson, css) for lesson in lessons]
        wanted = [sorted(_outside(lesson, have)) for lesson, have in zip(lessons, covered, strict=True)]
        best = max(
            (_part(name, lessons, covered) for name in proposals(lessons, wanted) if name.cost <= _DEAREST),
            key=lambda choice: (round(choice.score, 3), -choice.cost, choice.css),
            default=None,
        )
        if best is None or best.score < _LEAST_GAIN:
            break
        parts.append(best)
    return parts


def _covered(lesson: Lesson, css: str) -> frozenset[int]:
    return frozenset(i for span in lesson.spans(lesson.found(css)) for i in span)


def _outside(lesson: Lesson, covered: frozenset[int]) -> Iterator[int]:
    """The elements of body pieces that no part holds yet, and those close around them that hold nothing else."""
    last = max(covered, default=0)
    for index in sorted(lesson.body - covered):
        if index > last and lesson.weights[index] < _LATE_SHARE * lesson.total:
            continue  # a short line below the body is more often a slip of the generic way than a part
        node = lesson.reading.blocks.pieces[index].node
        if index > last and _is_boxed(node, covered):
            continue  # the generic way has been misled by what stands in a box
        for _ in range(_UP):
            if node.parent is None or not covered.isdisjoint(range(node.first, node.end)):
                break
            yield node.order
            node = node.parent


_LATE_SHARE: Final = 0.1


def _is_boxed(node: Node, covered: frozenset[int]) -> bool:
    """Whether an element, or one around it that holds nothing of what is covered, is a box by its name."""
    up: Node | None = node
    while up is not None and covered.isdisjoint(range(up.first, up.end)):
        if said_by(up.tag) is not None:
            return True
        up = up.parent
    return False


def _part(name: Name, lessons: Sequence[Lesson], covered: Sequence[frozenset[int]]) -> Choice:
    gains, pages = [], 0
    for lesson, have in zip(lessons, covered, strict=True):
        spans = lesson.spans(lesson.found(name.css))
        pages += bool(spans)
        new = [i for span in spans for i in span if i not in have]
        letters = sum(lesson.weights[i] for i in new)
        own = sum(lesson.weights[i] for i in new if i in lesson.body)
        if letters and own < _PURE * letters:
            return Choice(name.css, score=-1.0, cost=name.cost, pages=pages)
        gains.append(own / max(1, lesson.total))
    return Choice(name.css, score=mean(gains) - _GAIN_COST * name.cost, cost=name.cost, pages=pages)


_GAIN_COST: Final = 0.0003

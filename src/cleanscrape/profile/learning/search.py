"""The search for a selector: of the names of some elements, the cheapest that finds them and no others."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import mean
from typing import Final

from cleanscrape.profile.learning.lesson import Lesson
from cleanscrape.profile.learning.names import Name, names_of

_STEP: Final = 0.3  # what a combinator costs
_FAR: Final = 0.05  # what each element costs that a descendant is away
_ALONE: Final = 1.8  # a tag without a name, in nothing that is named, finds much on other pages
_UP: Final = 6  # elements around that are looked at
_NAMES_UP: Final = 2  # names of each of them
_EXAMPLES: Final = 16  # elements of a page whose names are tried
_FEW: Final = 6  # of equal elements, as of a list, fewer
_MOST: Final = 400  # selectors that are tried
_POSITION: Final = 2.5  # what a position costs: it moves with the next redesign


@dataclass(frozen=True, slots=True)
class Choice:
    """A selector that was found, how well it finds what it shall (0 to 1), and on how many pages it finds anything."""

    css: str
    score: float = field(kw_only=True)
    cost: float = field(kw_only=True)
    pages: int = field(kw_only=True)


def candidates(lesson: Lesson, place: int, *, is_far: bool = True) -> Iterator[Name]:
    """Selectors for one element: its names, and its names within those of the elements around it."""
    elements = lesson.elements
    own = names_of(elements.all[place])
    yield from own[:-1]
    yield Name(own[-1].cost * _ALONE, own[-1].css)
    around = lesson.around(place)[: _UP if is_far else 1]
    for steps, other in enumerate(around):
        for name in names_of(elements.all[other])[:_NAMES_UP]:
            joint = " > " if not steps else " "
            for mine in own:
                cost = mine.cost + name.cost + _STEP + _FAR * steps
                yield Name(cost, f"{name.css}{joint}{mine.css}")


def proposals(lessons: Sequence[Lesson], wanted: Sequence[Sequence[int]]) -> list[Name]:
    """Selectors for the wanted elements of all pages, of each page for the first ones; the cheapest first."""
    costs: dict[str, float] = {}
    for lesson, places in zip(lessons, wanted, strict=True):
        for place in places[:_EXAMPLES]:
            for cost, css in candidates(lesson, place):
                costs[css] = min(cost, costs.get(css, cost))
    return sorted(Name(cost, css) for css, cost in costs.items())[:_MOST]


def best(
    lessons: Sequence[Lesson],
    wanted: Sequence[Collection[int]],
    *,
    allowed: Sequence[Collection[int]] | None = None,
    first_only: bool = False,
) -> list[Choice]:
    """The selectors that find the wanted elements of each page best, the best first; at most a few.

    `allowed` are elements that may be found too: those that say the same. `first_only` asks of what is found
    only that its first is wanted.
    """
    allowed = allowed or wanted
    found: list[Choice] = []
    for cost, css in proposals(lessons, [sorted(places)[:_FEW] for places in wanted]):
        scores, pages = [], 0
        for lesson, want, may in zip(lessons, wanted, allowed, strict=True):
            places = lesson.found(css)
            pages += bool(places)
            scores.append(_score(places, want, may, first_only=first_only))
        choice = Choice(css, score=mean(scores), cost=cost, pages=pages)
        found.append(choice)
        if choice.score == 1 and sum(each.score == 1 for each in found) >= _ENOUGH:
            break
    return sorted(found, key=lambda choice: (-round(choice.score, 2), choice.cost, choice.css))[:_ENOUGH]


_ENOUGH: Final = 3


def _score(places: Sequence[int], want: Collection[int], may: Collection[int], *, first_only: bool) -> float:
    """How well a page's places agree with what is wanted there: F1; 1 where both are empty."""
    if not places or not want:
        return float(not places and not want)
    if first_only:
        return float(places[0] in may) * (0.99 if len(places) > 1 else 1.0)
    right = sum(place in may for place in places)
    hit = sum(place in want for place in places)
    precision, recall = right / len(places), min(1.0, hit / len(want))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

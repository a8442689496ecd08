"""Chains of compounds joined by combinators: what a CSS selector finds, as joins of sorted places.

Each join is linear in the places that it looks at, however deep the page nests.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any, Final

from cleanscrape.profile.elements import Elements
from cleanscrape.profile.xpath import evaluator

# Asking one element costs as much as 32 elements of a walk through the whole page (4 us against 80 us for
# 600 elements), so candidates are asked one by one only where they are fewer than one in 32.
_WALK_PER_ASK: Final = 32
# Up to so many candidates, what stands in each is looked through by itself (6 us); for more, what is looked
# for is found in the whole page (30 us) and the way goes up from there. It bounds the cost where they nest.
_LOOKED_INTO: Final = 8


class Compound:
    """A selector without combinators: ``div.a:has(> b)``.

    `step` says as XPath what it asks of the element alone, `around` what it asks of others. Where `is_bare`,
    its tag and its class or id are all there is in `step`. A `tag` of None is any.
    """

    __slots__ = ("_ask", "_walk", "around", "class_name", "id", "is_bare", "step", "tag")

    def __init__(
        self,
        step: str,
        *,
        tag: str | None,
        names: tuple[str | None, str | None],
        is_bare: bool,
        around: tuple[Around, ...],
    ) -> None:
        self.step = step
        self.tag = tag
        self.id, self.class_name = names
        self.is_bare = is_bare
        self.around = around
        self._walk: Any = None
        self._ask: Any = evaluator(f"self::{step}")

    def places(self, page: Elements) -> list[int]:
        """The places of all elements that it describes."""
        named = self.named(page)
        if named is not None:
            return self.keep(page, named)
        return self._look_around(page, self._found_by_walk(page))

    def named(self, page: Elements) -> list[int] | None:
        """The places of the elements with its id or class; None where it asks for neither."""
        if self.id is not None:
            return page.with_id(self.id)
        return page.with_class(self.class_name) if self.class_name is not None else None

    def among(self, page: Elements, region: Iterable[int]) -> list[int]:
        """Those places of a region whose elements it describes, in order."""
        named = self.named(page)
        return self.keep(page, sorted(set(region) if named is None else set(region).intersection(named)))

    def keep(self, page: Elements, places: list[int]) -> list[int]:
        """Those of some places whose elements it describes; they have its id or class already."""
        every, tag = page.all, self.tag
        if tag is not None:
            places = [place for place in places if every[place].tag == tag]
        if places and not self.is_bare:
            if len(places) * _WALK_PER_ASK > len(every):
                found = set(self._found_by_walk(page))
                places = [place for place in places if place in found]
            else:
                ask = self._ask
                places = [place for place in places if ask(every[place])]
        return self._look_around(page, places)

    def _look_around(self, page: Elements, places: list[int]) -> list[int]:
        for around in self.around:
            if not places:
                break
            places = around.keep(page, places)
        return places

    def _found_by_walk(self, page: Elements) -> list[int]:
        if self._walk is None:
            self._walk = evaluator(f"descendant-or-self::{self.step}")
        return page.places(self._walk(page.root))


class Chain:
    """Compounds joined by combinators, read from left to right."""

    __slots__ = ("first", "steps")

    def __init__(self, first: Compound, steps: tuple[tuple[str, Compound], ...]) -> None:
        self.first = first
        self.steps = steps

    def places(self, page: Elements) -> list[int]:
        """The places of the elements that it finds, in order."""
        return _follow(page, self.first.places(page), self.steps)

    def reached(self, page: Elements, combinator: str, places: list[int]) -> list[int]:
        """Those of some places from which it is reached by a combinator, as `:has()` asks it."""
        if len(places) <= _LOOKED_INTO:
            steps = ((combinator, self.first), *self.steps)
            return [place for place in places if _follow(page, [place], steps)]
        compounds = [self.first, *(compound for _, compound in self.steps)]
        found = compounds[-1].places(page)
        for at in range(len(self.steps) - 1, -1, -1):
            found = compounds[at].among(page, _sources(page, self.steps[at][0], found))
        sources = _sources(page, combinator, found)
        return [place for place in places if place in sources]


class Around:
    """What a compound asks of other elements: `:has()`, or `:not()` and `:is()` with chains in them."""

    __slots__ = ("chains", "kind")

    def __init__(self, kind: str, chains: tuple[tuple[str, Chain], ...]) -> None:
        self.kind = kind
        self.chains = chains

    def keep(self, page: Elements, places: list[int]) -> list[int]:
        """Those of some places for which it holds."""
        met: set[int] = set()
        for combinator, chain in self.chains:
            met.update(chain.reached(page, combinator, places) if self.kind == "has" else chain.places(page))
        return [place for place in places if (place in met) != (self.kind == "not")]


def _follow(page: Elements, found: list[int], steps: Iterable[tuple[str, Compound]]) -> list[int]:
    """What is found from some places by some steps."""
    for combinator, compound in steps:
        if not found:
            break
        if combinator == " ":
            found = _inside(page, found, compound)
        else:
            found = compound.among(page, _beside(page, combinator, found, compound.tag or "*"))
    return found


def _inside(page: Elements, found: list[int], compound: Compound) -> list[int]:
    """The descendants of some elements that a compound describes."""
    spans = page.spans(found)
    named = compound.named(page)
    if named is None:
        tag = compound.tag or "*"
        inside = [place for start, _ in spans for place in page.places(page.all[start].iterdescendants(tag))]
        return compound.keep(page, inside)
    starts = [start for start, _ in spans]
    inside = []
    for place in named:
        at = bisect_right(starts, place - 1) - 1
        if at >= 0 and place <= spans[at][1]:
            inside.append(place)
    return compound.keep(page, inside)


def _beside(page: Elements, combinator: str, found: list[int], tag: str) -> Iterable[int]:
    """The children, next siblings or following siblings of some elements."""
    every = page.all
    if combinator == ">":
        return page.places(child for place in found for child in every[place].iterchildren(tag))
    if combinator == "+":
        return page.places(sibling for place in found for sibling in _first(every[place].itersiblings("*")))
    rows: dict[Any, int] = {}
    for place in found:
        rows.setdefault(every[place].getparent(), place)
    return page.places(sibling for place in rows.values() for sibling in every[place].itersiblings(tag))


def _sources(page: Elements, combinator: str, found: list[int]) -> set[int]:
    """The places from which a combinator leads to one of those found."""
    every = page.all
    if combinator == ">":
        return set(page.places(every[place].getparent() for place in found))
    if combinator == "+":
        return set(
            page.places(
                sibling for place in found for sibling in _first(every[place].itersiblings("*", preceding=True))
            )
        )
    seen: set[Any] = set()
    for place in reversed(found):
        element = every[place]
        way = element.iterancestors() if combinator == " " else element.itersiblings("*", preceding=True)
        for other in way:
            if other in seen:
                break
            seen.add(other)
    return set(page.places(seen))


def _first(elements: Iterable[Any]) -> Iterable[Any]:
    for element in elements:
        return (element,)
    return ()

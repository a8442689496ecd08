"""The elements of one page in document order, with the places where a class or an id stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Any

_SPACES = re.compile(r"[ \t\r\n\f]+")
_NOWHERE: list[int] = []


class Elements:
    """The elements of a tree, numbered from 0 in document order; comments are none.

    The tree must not change while this is in use. Indexes are made when first asked for, each in one pass.
    """

    __slots__ = ("_classes", "_ids", "_merged", "_places", "all", "root")

    def __init__(self, root: Any) -> None:
        self.root = root
        self.all: list[Any] = list(root.iter("*"))
        self._classes: dict[str, list[list[int]]] | None = None
        self._merged: dict[str, list[int]] = {}
        self._ids: dict[str, list[int]] | None = None
        self._places: dict[Any, int] | None = None

    def __len__(self) -> int:
        return len(self.all)

    def places(self, elements: Iterable[Any]) -> list[int]:
        """Where elements stand, in the order given; those that are not of this tree are left out."""
        if self._places is None:
            self._places = {element: place for place, element in enumerate(self.all)}
        of = self._places.get
        return [place for element in elements if (place := of(element)) is not None]

    def spans(self, places: list[int]) -> list[tuple[int, int]]:
        """The first and the last place in each of some elements, without those that stand in another of them.

        `places` are in order, as all that is in an element stands between its own place and its last.
        """
        spans: list[tuple[int, int]] = []
        last = -1
        for place in places:
            if place > last:
                last = place + sum(1 for _ in self.all[place].iterdescendants("*"))
                spans.append((place, last))
        return spans

    def with_class(self, name: str) -> list[int]:
        """The places of all elements of a class, in order."""
        places = self._merged.get(name)
        if places is None:
            if self._classes is None:
                self._classes = self._by_class()
            places = self._merged[name] = sorted(chain.from_iterable(self._classes.get(name, ())))
        return places

    def with_id(self, name: str) -> list[int]:
        """The places of all elements with an id, in order: pages do repeat ids."""
        if self._ids is None:
            self._ids = {}
            for place, element in enumerate(self.all):
                value = element.get("id")
                if value is not None:
                    self._ids.setdefault(value, []).append(place)
        return self._ids.get(name, _NOWHERE)

    def _by_class(self) -> dict[str, list[list[int]]]:
        """For each class the runs of places: elements with one and the same attribute are one run."""
        runs: dict[str, list[int]] = {}
        for place, element in enumerate(self.all):
            value = element.get("class")
            if value is None:
                continue
            if value in runs:
                runs[value].append(place)
            else:
                runs[value] = [place]
        classes: dict[str, list[list[int]]] = {}
        for value, places in runs.items():
            for name in dict.fromkeys(_SPACES.split(value)):
                classes.setdefault(name, []).append(places)
        return classes

"""One page as it is being read: its pieces, the labels they have so far, the fields found so far.

A labeller takes a reading and gives labels; a field takes it and gives what it found, with its witness and the
pieces where it is printed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from cleanscrape.article import Source
from cleanscrape.block import Blocks
from cleanscrape.label import Label, Labelling
from cleanscrape.page import Page

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A field's value, its witness, and the indexes of the pieces that print it."""

    value: T
    source: Source = field(kw_only=True)
    pieces: tuple[int, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Print:
    """What a profile found for a field: its text, its attributes, and where it stands.

    `line` is the whole line where several fields are printed on one.
    """

    text: str
    by: str = field(kw_only=True)
    url: str | None = field(default=None, kw_only=True)
    machine: str | None = field(default=None, kw_only=True)
    line: str | None = field(default=None, kw_only=True)
    pieces: tuple[int, ...] = field(default=(), kw_only=True)


@dataclass(slots=True)
class Reading:
    """The state of one page's reading.

    `chosen` are the pieces that are taken for the body; those that turn out to print a field leave it. `chosen_by`
    says who chose them. `chances` holds each piece's chance of being body, where the rules have weighed it.
    `chance` is that of the page being an article, once it has been weighed.
    `unfit` says why the profile's layout does not hold on the page after all.
    `prints` holds what a profile's selectors found, by field; it is empty where no profile speaks.
    `memo` keeps what one field has read of the page and another asks for again.
    `timezone`, `language` and `site` are the profile's; `now` is the time of fetching where it is known.
    """

    page: Page
    blocks: Blocks
    labels: Labelling
    prints: dict[str, tuple[Print, ...]] = field(default_factory=dict)
    timezone: str | None = None
    language: str | None = None
    site: str | None = None
    now: dt.datetime | None = None
    chosen: tuple[int, ...] = ()
    chosen_by: str = "rules.body"
    chances: Sequence[float] = ()
    found: dict[str, Found[Any]] = field(default_factory=dict)
    confidence: float = 1.0
    chance: float | None = None
    warnings: list[str] = field(default_factory=list)
    unfit: str | None = None
    memo: dict[str, Any] = field(default_factory=dict, init=False, repr=False)
    _body: list[int] | None = field(default=None, init=False, repr=False)
    _body_of: tuple[int, ...] = field(default=(), init=False, repr=False)
    _body_at: int = field(default=-1, init=False, repr=False)

    def label(self, pieces: Sequence[int], label: Label, by: str, evidence: str = "") -> None:
        """Label those of `pieces` that have no label yet."""
        self.labels.give_all(pieces, label, by, evidence)

    def value(self, name: str) -> Any:
        """The value of a field that was found, else None."""
        found = self.found.get(name)
        return None if found is None else found.value

    def base(self) -> str | None:
        """The page's address, as given or as it declares it: relative links are read against it."""
        return self.page.url or self.page.linked.canonical

    def body(self) -> list[int]:
        """The indexes of the body's pieces, in order."""
        # It is asked for twenty times a page, and few labels change it.
        if self._body is None or self._body_of is not self.chosen or self._body_at != self.labels.changes:
            self._body = [i for i in self.chosen if (given := self.labels[i]) is None or given.label.is_body]
            self._body_of, self._body_at = self.chosen, self.labels.changes
        return self._body

    def near(self) -> tuple[int, int]:
        """The stretch of pieces that belongs to the article: from its headline, or body, to the body's end."""
        headline = self.found.get("headline")
        body = self.body() or [0]
        first = min([*(headline.pieces if headline is not None else ()), body[0]])
        return first, body[-1] + 1

"""Whom a byline has named so far: people with their posts and addresses, and organisations, each once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cleanscrape.article import Author
from cleanscrape.fields.byline_words import CUT
from cleanscrape.fields.house import Houses
from cleanscrape.fields.person_name import folded_name, kind_of
from cleanscrape.fields.place import is_region, is_town

_QUOTES: Final = "\"'“”„«»‹›*,.:;-–—|/ "

_SHORT: Final = 3
"""Characters of an initial or a suffix with its full stop, which belongs to the name."""

_PLURALS: Final = ("ors", "ers", "ists", "ents", "innen", "eure")
"""Endings of posts that several people hold."""


class Named:
    """The people and organisations, in the order of naming."""

    def __init__(self, houses: Houses, urls: Mapping[str, str]) -> None:
        self.people: list[Author] = []
        self.organisations: list[str] = []
        self._houses = houses
        self._urls = urls
        self._postless = 0  # where in `people` those begin whom a post in the plural belongs to

    def add_person(self, name: str, post: str | None = None, *, afresh: bool, sure: bool) -> bool:
        """Keep a person; say whether it is one: the site's own names are none, nor are places.

        `afresh`: the name opens a new run of names, whom a post in the plural behind them belongs to.
        `sure`: it stands where no place would.
        """
        name = trimmed(name)
        key = folded_name(name)
        if self._houses.is_of_site(name):
            self.add_organisation(name)
            return False
        if not key or (not sure and (is_town(name) or is_region(name))) or _is_where(name):
            return False
        if afresh:
            self._postless = len(self.people)
        for index, known in enumerate(self.people):
            if folded_name(known.name) == key:
                self.people[index] = Author(known.name, url=known.url, role=known.role or post)
                return True
        self.people.append(Author(name, url=self._urls.get(name), role=post))
        return True

    def add_organisation(self, name: str) -> bool:
        """Keep an organisation; say whether it was new."""
        name = " ".join(name.split()).strip(_QUOTES)
        key = folded_name(name)
        if not key or any(folded_name(known) == key for known in self.organisations):
            return False
        self.organisations.append(name)
        return True

    def add_post(self, post: str) -> None:
        """Give a post to the person named last; one in the plural to all of the run who have none."""
        if not self.people:
            return
        last = len(self.people) - 1
        plural = post.split()[-1].lower().endswith(_PLURALS)
        for index in range(self._postless if plural else last, last + 1):
            author = self.people[index]
            if author.role is None:
                self.people[index] = Author(author.name, url=author.url, role=post)

    def add_suffix(self, suffix: str) -> None:
        """Put "Jr." to the name that stands before it."""
        last = self.people[-1]
        self.people[-1] = Author(f"{last.name} {suffix}", url=last.url, role=last.role)

    def keep_linked(self) -> None:
        """Keep those people alone whose names are links."""
        self.people = [author for author in self.people if author.url]
        self._postless = 0

    def wants_post(self) -> bool:
        """Whether the person named last has no post yet."""
        return bool(self.people) and self.people[-1].role is None


def _is_where(name: str) -> bool:
    """Whether the name is a place behind a preposition: "Em São Paulo"."""
    first, _, rest = name.partition(" ")
    return bool(kind_of(first) & CUT) and (is_town(rest) or is_region(rest))


def trimmed(name: str) -> str:
    """The name without signs around it; the full stop of an initial or a suffix stays.

    >>> trimmed("“Ana Roe”."), trimmed("Jon Roe Jr.")
    ('Ana Roe', 'Jon Roe Jr.')
    """
    if name[-1:].isalpha() and name[0].isalpha():
        return name
    short = name.endswith(".") and len(name.rpartition(" ")[2]) <= _SHORT
    name = name.strip(_QUOTES)
    return name + "." if short else name

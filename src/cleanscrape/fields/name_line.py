"""Lines that are nothing but a name, or several, with a date at most."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cleanscrape.fields.byline_words import CLOCK, NOISE
from cleanscrape.fields.date_line import says_of_date
from cleanscrape.fields.given_name import opens_with_given_name
from cleanscrape.fields.lettering import fold
from cleanscrape.fields.month_names import month_named
from cleanscrape.fields.name_and_post import split_post
from cleanscrape.fields.person_name import is_person_name, kind_of
from cleanscrape.fields.weekday_names import weekdays_named

_JOINERS: Final = re.compile(r" (?:and|und|et|y|&) ")
_SEPARATORS: Final = ",|•·–-/"
_BARS: Final = str.maketrans("|•", "  ")  # a name may hold a middle dot
_GLUED: Final = re.compile(r"(?<=[^\W\d_])(?=[\d@(\[|•·])|[|•·]")  # where a name ends and something else begins
_LONGEST_DAY: Final = 2  # digits of a day, a month, an hour
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class NameLine(NamedTuple):
    """The names of a line, and the words of a date beside them."""

    names: tuple[str, ...]
    beside: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Whether all names open with a known given name."""
        return all(map(opens_with_given_name, self.names))

    @property
    def has_year(self) -> bool:
        """Whether the date has its year. A year with no month is no date: products are numbered so."""
        return any(map(prints_year, self.beside)) and not all(word.strip("()[]").isdigit() for word in self.beside)


def prints_year(text: str) -> bool:
    """Whether a text holds a year of this century or the last."""
    return _YEAR.search(text) is not None


def name_line(text: str, *, language: str | None = None) -> NameLine | None:
    """The names in a line that holds nothing else but a date, and a word for what it is the date of; None for any
    other line.

    >>> name_line("12 May 2022 • Ana Roe and Jon Doe", language="en")
    NameLine(names=('Ana Roe', 'Jon Doe'), beside=('12', 'May', '2022'))
    >>> name_line("Ana Roe went home") is None
    True
    """
    words: list[str] = []
    beside: list[str] = []
    is_dated = prints_year(text)
    signs = _SEPARATORS + ":" if is_dated else _SEPARATORS
    for word in text.translate(_BARS).split():
        if (bare := word.strip(signs)) and not (is_dated and says_of_date(bare)):
            (beside if _is_of_date(bare, language) else words).append(bare)
    names = tuple(_JOINERS.split(" ".join(words)))
    return NameLine(names, tuple(beside)) if all(map(is_person_name, names)) else None


def opening_name(text: str) -> str | None:
    """The full name, with a known given name, that a line of a capture opens with, before a post or the page's
    furniture; None for a line that holds more.

    In a capture a byline runs into what stands beside it: nothing parts the two.

    >>> opening_name("Ana Roe Science Editor"), opening_name("Ana Roe2 minutes ago|Share"), opening_name("Ana Roe")
    ('Ana Roe', 'Ana Roe', 'Ana Roe')
    >>> opening_name("Ana Roe leaves the council") is None
    True
    """
    words = _GLUED.sub(" ", text).split()
    kinds = [kind_of(word) for word in words]
    end = next((i for i, kind in enumerate(kinds) if kind & (NOISE | CLOCK) or not words[i][0].isalpha()), len(words))
    name, _, stop = split_post(words[:end], kinds[:end])
    return name if stop == end and opens_with_given_name(name) else None


def _is_of_date(word: str, language: str | None) -> bool:
    if word.isdigit() and len(word) > _LONGEST_DAY and not prints_year(word):
        return False  # a house's number, a postal code
    if (not word.isalpha() and any(map(str.isdigit, word))) or kind_of(word) & CLOCK:
        return True
    name = fold(word.rstrip(".,"))
    return month_named(name, language) is not None or bool(weekdays_named(name))
